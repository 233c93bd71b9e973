# boards/ast1030-evb/board.mk -- Aspeed's AST1030 evaluation board: a Cortex-M4 with FPU.
PORT = armv7m
FPU = 1
CLOCK = systick
IRQS = 144
FAMILY = aspeed
