# mk/config.mk -- compilers and flags of each CONFIG. Included by the Makefile before any part.

SHELL = /bin/bash

# As many jobs as there are processors, unless the caller has said how many.
ifeq ($(MAKELEVEL)$(filter -j%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(shell nproc)
endif

OUT = build/$(CONFIG)
VERSION := $(shell sed -n 's/^.define ZVM_VERSION "\(.*\)"/\1/p' tools/cli/cli.h)

# A board with a board.mk is a flavour too: of the parts that run on it, with the compiler of its board.json.
BOARDS = $(patsubst boards/%/board.mk,%,$(wildcard boards/*/board.mk))
CHIP := $(filter $(CONFIG),$(BOARDS))
ifneq ($(CHIP),)
include boards/$(CHIP)/board.mk
# The printf of a chip's C library knows 17 digits of a float.
WITHOUT := $(sort $(WITHOUT) float_libc)
ifneq ($(shell mkdir -p $(OUT) && mk/board.py boards/$(CHIP)/board.json >$(OUT)/board.mk || echo failed),)
$(error boards/$(CHIP)/board.json cannot be read)
endif
include $(OUT)/board.mk
CROSS_$(CHIP) = $(patsubst %gcc,%,$(CHIP_compiler))
CLOCK_HZ = $(CHIP_frequency)
TAG = $(CHIP_tag)
# What zvm-gen must know: clang's name of the machine, and where the board's C library has its headers.
STDLIB_TARGET_$(CHIP) = --target $(CHIP_target) -I/usr/lib/picolibc/$(patsubst %-gcc,%,$(CHIP_compiler))/include
# Archives are the same wherever they are made.
FLAGS_$(CHIP) = -Os -g -ffile-prefix-map=$(CURDIR)=. -ffunction-sections -fdata-sections $(CHIP_cflags)
endif

CROSS_m3 = arm-none-eabi-
CC = $(CROSS_$(CONFIG))gcc
# Who says `make CC="ccache gcc"` means the host's.
ifneq ($(CHIP),)
override CC := $(filter ccache,$(CC)) $(CROSS_$(CHIP))gcc
endif
AR = $(CROSS_$(CONFIG))gcc-ar

# Not position independent: the VM's own data is addressed directly, and lies below 2^30 like everything of the host board.
FLAGS_host = -O2 -g -fno-pie -no-pie
FLAGS_san  = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -DZVM_SANITIZE
FLAGS_m32  = -O2 -g -m32 -msse2 -mfpmath=sse
FLAGS_m3   = -Os -g -mcpu=cortex-m3 -mthumb -ffunction-sections -fdata-sections --specs=picolibc.specs
FLAGS_$(CONFIG) ?= $(error CONFIG is host, san, m32, m3 or a board ($(BOARDS)), not '$(CONFIG)')

WARN = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Werror
CSTD = -std=gnu11
ALL_CFLAGS = $(CSTD) $(FLAGS_$(CONFIG)) $(WARN) $(CFLAGS)
ALL_LDFLAGS = $(FLAGS_$(CONFIG)) $(LDFLAGS)

# Nothing is printed but what is made; V=1 shows every command.
ifeq ($(V),1)
Q =
say = @:
else
Q = @
say = @printf '  %-6s %s\n'
endif
