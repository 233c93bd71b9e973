# boards/sifive_u/board.mk -- a SiFive Freedom U540 as QEMU models it with 32-bit cores.
PORT = rv32
CLOCK = clint
IRQS = 54
FAMILY = sifive

# There is memory: entries of the attribute cache, the console's buffer; bytes of stack for a thread, Python's and C's.
CORE_DEFINES = ATTR_CACHE_SIZE=512 CONSOLE_BUFFER=1024 PYTHON_STACK=32768u C_STACK=16384u
