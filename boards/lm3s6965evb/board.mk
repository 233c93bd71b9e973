# boards/lm3s6965evb/board.mk -- a Stellaris LM3S6965: Cortex-M3.
PORT = armv7m
CLOCK = systick
IRQS = 44
FAMILY = stellaris

# Depth of calls: bytes of Python stack for a thread.
CORE_DEFINES = PYTHON_STACK=3072u
