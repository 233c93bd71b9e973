# boards/lm3s6965evb/board.mk -- a Stellaris LM3S6965: Cortex-M3.
PORT = armv7m
CLOCK = systick
IRQS = 44
FAMILY = stellaris
