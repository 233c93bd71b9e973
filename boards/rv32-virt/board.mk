# boards/rv32-virt/board.mk -- QEMU's `virt` machine with a 32-bit RISC-V.
PORT = rv32
CLOCK = clint
IRQS = 36
FAMILY = virt

# Depth of calls: bytes of stack for a thread, Python's and C's.
CORE_DEFINES = PYTHON_STACK=32768u C_STACK=16384u
