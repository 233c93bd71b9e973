# mk/m3.mk -- the chip from the first day: vm/core, vm/format and a driver with its glue for a Cortex-M3 with picolibc.
#
# Compiled with the warnings of every other part as errors. There is no board yet to link for, so all of it is linked
# into one object, and what that still asks for must be in m3.symbols.

M3 = build/m3
M3_TARGET = thumbv7m-none-eabi
M3_DRIVER = templates/module/driver/mydriver.c
PICOLIBC ?= /usr/lib/picolibc/arm-none-eabi

# A driver is not written in our house style, but warns nobody.
M3_WARN = -Wall -Wextra -Wpedantic -Werror

.PHONY: core-m3 core-m3-objects
core-m3: $(OUT)/bin/zvm-gen
	$(Q)mkdir -p $(M3)/driver
	$(Q)$(OUT)/bin/zvm-gen --out $(M3)/driver --sdk sdk/include --target $(M3_TARGET) -I$(PICOLIBC)/include $(M3_DRIVER)
	$(Q)$(MAKE) --no-print-directory CONFIG=m3 OUT=$(M3) core-m3-objects
	$(Q)arm-none-eabi-size -t $(M3)/vm/core.a $(M3)/vm/format.a | tail -1 | \
	    awk '{ printf "vm for Cortex-M3: text %d, data %d, bss %d bytes\n", $$1, $$2, $$3 }'
	$(Q)arm-none-eabi-size -t $(M3)/driver/mydriver.o $(M3)/driver/mydriver_glue.o | tail -1 | \
	    awk '{ printf "mydriver for Cortex-M3: text %d, data %d, bss %d bytes\n", $$1, $$2, $$3 }'
	$(Q)mk/m3_symbols.sh $(M3)/whole.o $(M3)/driver/mydriver.o $(M3)/driver/mydriver_glue.o \
	    --whole-archive $(M3)/vm/core.a $(M3)/vm/format.a

core-m3-objects: $(M3)/vm/core.a $(M3)/vm/format.a
	$(Q)$(CC) $(CSTD) $(FLAGS_m3) $(M3_WARN) -Isdk/include -c -o $(M3)/driver/mydriver.o $(M3_DRIVER)
	$(Q)$(CC) $(CSTD) $(FLAGS_m3) $(M3_WARN) -Isdk/include -c -o $(M3)/driver/mydriver_glue.o $(M3)/driver/mydriver_glue.c
