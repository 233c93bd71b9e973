# boards/microbit/board.mk -- the BBC micro:bit: an nRF51822, Cortex-M0.
PORT = armv6m
CLOCK = systick
IRQS = 32
FAMILY = nrf51
