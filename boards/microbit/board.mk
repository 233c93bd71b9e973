# boards/microbit/board.mk -- the BBC micro:bit: an nRF51822, Cortex-M0.
PORT = armv6m
CLOCK = nrf51
IRQS = 32
FAMILY = nrf51
