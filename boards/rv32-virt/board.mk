# boards/rv32-virt/board.mk -- QEMU's `virt` machine with a 32-bit RISC-V.
PORT = rv32
CLOCK = clint
IRQS = 36
FAMILY = virt
