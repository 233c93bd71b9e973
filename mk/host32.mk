# mk/host32.mk -- the VM of board host32: 32-bit, without compiler, beside the other programs. Part of `all` where this
# computer can compile for 32 bits.

HOST32 = $(OUT)/bin/zvm-host32
HAVE_M32 := $(wildcard /usr/lib/gcc/x86_64-linux-gnu/*/32/libgcc.a)

# Its generated natives are written by our own zvm-gen, which must not be made twice at once.
.PHONY: host32
host32: build/host/bin/zvm-gen
	$(Q)$(MAKE) --no-print-directory CONFIG=m32 OUT=build/m32 build/m32/bin/zvm-host32
	$(Q)cmp -s build/m32/bin/zvm-host32 $(HOST32) || cp build/m32/bin/zvm-host32 $(HOST32)

ifeq ($(CONFIG)-$(if $(HAVE_M32),yes),host-yes)
all: host32
endif
