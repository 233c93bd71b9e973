# mk/sdk.mk -- sdk/lib/B: the VM of board B, prebuilt, with all that a firmware is linked from.
#
#   make sdk            of every board that has a board.mk      make sdk BOARD=B    of one
#
# One board's files are made by a make of their own with CONFIG=B.

SDK_LIB = sdk/lib
SDK_BOARDS = $(or $(BOARD),$(BOARDS))

.PHONY: sdk $(BOARDS:%=sdk-%) sdk-files
sdk: $(SDK_BOARDS:%=sdk-%)
$(BOARDS:%=sdk-%): sdk-%: build/host/bin/zvm-gen
	$(Q)$(MAKE) --no-print-directory CONFIG=$* OUT=build/$* sdk-files

ifneq ($(CHIP),)
SDK_OUT = $(SDK_LIB)/$(CHIP)
SDK_ARCHIVES = core:vm/core format:vm/format vosal:vm/vosal/$(VOSAL) vhal:vm/vhal/$(FAMILY) firmware:vm/firmware python:sdk/python
SDK_ENDS = emulator halt
SEMIHOST_armv6m = arm
SEMIHOST_armv7m = arm
SEMIHOST_rv32 = riscv

# An archive of the build under its short name.
sdk_part = $(lastword $(subst :, ,$(1)))
sdk_name = $(firstword $(subst :, ,$(1)))
define sdk_archive
$(SDK_OUT)/$(call sdk_name,$(1)).a: $(OUT)/$(call sdk_part,$(1)).a
	@mkdir -p $$(@D)
	$(Q)cp $$< $$@
SDK_FILES += $(SDK_OUT)/$(call sdk_name,$(1)).a
endef
$(foreach archive,$(SDK_ARCHIVES),$(eval $(call sdk_archive,$(archive))))

ENDS_SRC = vm/firmware/end_emulator.c vm/firmware/end_halt.c vm/firmware/semihost_$(SEMIHOST_$(PORT)).c
$(call objects,$(ENDS_SRC)): INC = sdk/include vm/firmware
$(SDK_OUT)/end_halt.o: $(OUT)/vm/firmware/end_halt.o
	@mkdir -p $(@D)
	$(Q)cp $< $@
$(SDK_OUT)/end_emulator.o: $(call objects,vm/firmware/end_emulator.c vm/firmware/semihost_$(SEMIHOST_$(PORT)).c)
	@mkdir -p $(@D)
	$(Q)$(CROSS_$(CONFIG))ld -r -o $@ $^

SDK_TEXTS = board.ld sections.ld board.json
$(SDK_OUT)/board.ld: boards/$(CHIP)/board.ld
$(SDK_OUT)/board.json: boards/$(CHIP)/board.json
$(SDK_OUT)/sections.ld: vm/firmware/sections.ld
$(SDK_TEXTS:%=$(SDK_OUT)/%):
	@mkdir -p $(@D)
	$(Q)cp $< $@

sdk-files: $(SDK_FILES) $(SDK_ENDS:%=$(SDK_OUT)/end_%.o) $(SDK_TEXTS:%=$(SDK_OUT)/%)
endif
