# boards/sifive_u/board.mk -- a SiFive Freedom U540 as QEMU models it with 32-bit cores.
PORT = rv32
CLOCK = clint
IRQS = 54
FAMILY = sifive
