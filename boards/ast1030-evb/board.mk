# boards/ast1030-evb/board.mk -- Aspeed's AST1030 evaluation board: a Cortex-M4 with FPU.
PORT = armv7m
FPU = 1
CLOCK = systick
IRQS = 144
FAMILY = aspeed

# There is memory: entries of the attribute cache, the console's buffer; bytes of stack for a thread, Python's and C's.
CORE_DEFINES = ATTR_CACHE_SIZE=512 CONSOLE_BUFFER=1024 PYTHON_STACK=8192u C_STACK=8192u
