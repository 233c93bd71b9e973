# mk/config.mk -- compilers and flags of each CONFIG. Included by the Makefile before any part.

SHELL = /bin/bash

# As many jobs as there are processors, unless the caller has said how many.
ifeq ($(MAKELEVEL)$(filter -j%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(shell nproc)
endif

OUT = build/$(CONFIG)

CROSS_m3 = arm-none-eabi-
CC = $(CROSS_$(CONFIG))gcc
AR = $(CROSS_$(CONFIG))gcc-ar

# Not position independent: the VM's own data is addressed directly, and lies below 2^30 like everything of the host board.
FLAGS_host = -O2 -g -fno-pie -no-pie
FLAGS_san  = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -DZVM_SANITIZE
FLAGS_m32  = -O2 -g -m32 -msse2 -mfpmath=sse
FLAGS_m3   = -Os -g -mcpu=cortex-m3 -mthumb -ffunction-sections -fdata-sections --specs=picolibc.specs
FLAGS_$(CONFIG) ?= $(error CONFIG is host, san, m32 or m3, not '$(CONFIG)')

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
