# boards/rv32-virt/board.mk -- QEMU's `virt` machine with a 32-bit RISC-V.
PORT = rv32
CLOCK = clint
IRQS = 36
FAMILY = virt

# There is memory: entries of the attribute cache, the console's buffer; bytes of stack for a thread, Python's and C's.
CORE_DEFINES = ATTR_CACHE_SIZE=512 CONSOLE_BUFFER=1024 PYTHON_STACK=32768u C_STACK=16384u
