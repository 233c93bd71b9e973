# mk/config.mk -- compilers and flags of each CONFIG. Included by the Makefile before any part.

SHELL = /bin/bash
OUT = build/$(CONFIG)

CC = gcc
AR = gcc-ar
OBJCOPY = objcopy

FLAGS_host = -O2 -g
FLAGS_san  = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -DZVM_SANITIZE
FLAGS_m32  = -O2 -g -m32 -msse2 -mfpmath=sse
FLAGS_$(CONFIG) ?= $(error CONFIG is host, san or m32, not '$(CONFIG)')

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
