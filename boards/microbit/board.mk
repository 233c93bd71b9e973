# boards/microbit/board.mk -- the BBC micro:bit: an nRF51822, Cortex-M0.
PORT = armv6m
CLOCK = nrf51
IRQS = 32
FAMILY = nrf51
# 16 KB of RAM and a Cortex-M0 that is to fit with its programs into 256 KB: what each saves is in docs/guide/boards.md.
WITHOUT = bigint fast_paths fast_sort files float_libc groups texts unicode verify
CORE_DEFINES = ATTR_CACHE_SIZE=16 CONSOLE_BUFFER=64 MARK_STACK=16 SHARED_CHARS=8 PYTHON_STACK=1024u C_STACK_RESERVE=1024 STACK_RESERVE=896
