# boards/mps2-an386/board.mk -- ARM's MPS2 with FPGA image AN386: a Cortex-M4 with FPU.
PORT = armv7m
FPU = 1
CLOCK = systick
# FPGAIO COUNTER: cycles of the CPU (AN386, 3.6).
COUNTER = 0x40028018
IRQS = 32
FAMILY = cmsdk

# Bytes of flash and RAM that the prebuilt VM leaves to a program beside it.
SLOTS = 262144
SLOTS_RAM = 65536

# There is memory: entries of the attribute cache, the console's buffer; bytes of stack for a thread, Python's and C's.
CORE_DEFINES = ATTR_CACHE_SIZE=512 CONSOLE_BUFFER=1024 PYTHON_STACK=32768u C_STACK=16384u
