# mk/sdk.mk -- sdk/lib/B: the VM of board B, prebuilt, with all that a firmware is linked from.
#
#   make sdk            of every board that has a board.mk      make sdk BOARD=B    of one
#   make sdk BOARD=B VOSAL=freertos RTOS_INC="FOLDERS" RTOS_LIB=LIBRARY             of one, over a kernel that you have built
#
# One board's files are made by a make of their own with CONFIG=B.

SDK_LIB = sdk/lib
SDK_BOARDS = $(or $(BOARD),$(BOARDS))

.PHONY: sdk $(BOARDS:%=sdk-%) sdk-files
sdk: $(SDK_BOARDS:%=sdk-%)
$(BOARDS:%=sdk-%): sdk-%: build/host/bin/zvm-gen
	$(Q)$(MAKE) --no-print-directory CONFIG=$* OUT=build/$*$(patsubst %,-%,$(filter-out kernel,$(VOSAL))) ZVM_GEN_IS_MADE=1 sdk-files

ifneq ($(CHIP),)
SDK_OUT = $(SDK_LIB)/$(CHIP)
SDK_ARCHIVES = firmware:vm/firmware core:vm/core format:vm/format vosal:vm/vosal/$(VOSAL) vhal:vm/vhal/$(FAMILY) python:sdk/python
SDK_ENDS = emulator halt

# A user's kernel: what is made from its headers is made again when they change, or when others are named, and it calls what
# is main else.
ifneq ($(VOSAL),kernel)
RTOS_SAID = $(OUT)/rtos.txt
.PHONY: rtos-said
$(RTOS_SAID): rtos-said
	@mkdir -p $(@D)
	$(Q)echo '$(subst ','\'',$(strip $(RTOS_LIB) $(RTOS_INC) $(RTOS_CFLAGS)))' >$@.new; cmp -s $@.new $@ || cp $@.new $@; rm $@.new
$(call objects,$(vm/vosal/$(VOSAL)_SRC)): $(RTOS_SAID) $(wildcard $(RTOS_INC:%=%/*.h))
$(OUT)/vm/firmware/main.o: PART_CFLAGS += -Dmain=vos_main -Wno-missing-prototypes
endif

# It goes into vosal.a behind ours (ar puts what it adds before the rest): a start or vectors that it may have are not taken.
ifneq ($(RTOS_LIB),)
$(OUT)/vm/vosal/$(VOSAL)_with_kernel.a: $(OUT)/vm/vosal/$(VOSAL).a $(RTOS_LIB) $(RTOS_SAID)
	$(say) ar $@
	$(Q)printf 'create %s\naddlib %s\naddlib %s\nsave\nend\n' $@ $(RTOS_LIB) $< | $(AR) -M
SDK_ARCHIVES := $(subst vosal:vm/vosal/$(VOSAL),vosal:vm/vosal/$(VOSAL)_with_kernel,$(SDK_ARCHIVES))
endif
SEMIHOST_armv6m = arm
SEMIHOST_armv7m = arm
SEMIHOST_rv32 = riscv
LD_rv32 = -m elf32lriscv

# Which of the board's builds sdk/lib/B is a copy of: with another kernel all is copied again, however old it is.
SDK_FROM = build/sdk-$(CHIP).txt
.PHONY: sdk-from
$(SDK_FROM): sdk-from
	$(Q)echo '$(OUT)' | cmp -s - $@ || echo '$(OUT)' >$@

# An archive of the build under its short name.
sdk_part = $(lastword $(subst :, ,$(1)))
sdk_name = $(firstword $(subst :, ,$(1)))
define sdk_archive
$(SDK_OUT)/$(call sdk_name,$(1)).a: $(OUT)/$(call sdk_part,$(1)).a $(SDK_FROM)
	@mkdir -p $$(@D)
	$(Q)cp $$< $$@
SDK_FILES += $(SDK_OUT)/$(call sdk_name,$(1)).a
endef
$(foreach archive,$(SDK_ARCHIVES),$(eval $(call sdk_archive,$(archive))))

ENDS_SRC = vm/firmware/end_emulator.c vm/firmware/end_halt.c vm/firmware/semihost_$(SEMIHOST_$(PORT)).c
$(call objects,$(ENDS_SRC)): INC = sdk/include vm/firmware
$(SDK_OUT)/end_halt.o: $(OUT)/vm/firmware/end_halt.o $(SDK_FROM)
	@mkdir -p $(@D)
	$(Q)cp $< $@
$(SDK_OUT)/end_emulator.o: $(call objects,vm/firmware/end_emulator.c vm/firmware/semihost_$(SEMIHOST_$(PORT)).c)
	@mkdir -p $(@D)
	$(Q)$(CROSS_$(CONFIG))ld $(LD_$(PORT)) -r -o $@ $^

# The VM as it is put on a board once, for programs beside it: with every function of exports.def that the board has, and
# the whole standard library. Its build id is a sum over what it is linked from; import.elf has the addresses alone.
VM_PARTS = $(SDK_FILES) $(OUT)/vm/firmware/slots.o $(SDK_OUT)/board.ld $(SDK_OUT)/sections.ld
SLOTS_SRC = vm/firmware/slots.c
$(call objects,$(SLOTS_SRC)): INC = $(vm/firmware_INC)
$(call objects,$(SLOTS_SRC)): PART_CFLAGS = $(vm/firmware_CFLAGS)
VM_LIBS = -lm -lc -lgcc
EXPORT_NAMES = $(shell sed -n 's/^EXPORT.[0-9]*, \([a-z_A-Z0-9]*\),.*/\1/p' sdk/include/exports.def)
EXPORT_C_NAMES = $(shell sed -n 's/^EXPORT_C.[0-9]*, \([a-z_A-Z0-9]*\),.*/\1/p' sdk/include/exports.def)

$(SDK_OUT)/vm.elf: $(VM_PARTS) $(SDK_OUT)/end_emulator.o sdk/include/exports.def
	$(say) link $@
	$(Q)$(CC) $(ALL_CFLAGS) $(WARN) -c -o $(OUT)/vm_board.o -xc - <<<'extern const char zvm_board[]; const char zvm_board[] = "$(CHIP)";'
	$(Q)$(CC) $(ALL_LDFLAGS) -nostartfiles -T board.ld -L$(SDK_OUT) -Wl,--gc-sections -Wl,-Map=$(OUT)/vm.map -o $@.tmp \
	    -Wl,--defsym=ZVM_SLOTS=$(SLOTS) -Wl,--defsym=ZVM_SLOTS_RAM=$(SLOTS_RAM) \
	    -Wl,--defsym=zvm_build_id=$$(cat $(VM_PARTS) | cksum | cut -d' ' -f1) \
	    $(EXPORT_NAMES:%=-Wl,-u,%) $(OUT)/vm_board.o $(OUT)/vm/firmware/slots.o $(SDK_OUT)/end_emulator.o \
	    -Wl,--start-group $(SDK_FILES) $(VM_LIBS) -Wl,--end-group && mv $@.tmp $@
$(SDK_OUT)/import.elf: $(SDK_OUT)/vm.elf
	$(Q)printf '%s\n' $(EXPORT_NAMES) $(EXPORT_C_NAMES) zvm_build_id __slots_start __slots_end __slots_ram_start __slots_ram_end \
	    $$($(CROSS_$(CONFIG))nm $< | sed -n 's/.* T \(__aeabi_[a-z0-9_]*\|__[a-z]*[ds]i[0-9]\|__[a-z]*[ds]f[0-9]*\)$$/\1/p') >$(OUT)/exports.txt
	$(Q)$(CROSS_$(CONFIG))objcopy --strip-all --keep-symbols=$(OUT)/exports.txt $< $@

# The functions of the VM that a firmware need not have: tools/link/unused.c.
$(SDK_OUT)/optional.txt: $(OUT)/vm/core.a
	@mkdir -p $(@D)
	$(Q)$(CROSS_$(CONFIG))nm $< | sed -n 's/.* W //p' | LC_ALL=C sort -u >$@

# The files of vm/core that a board may leave out, by feature, for `zvm-native size`.
$(SDK_OUT)/features.txt: vm/core/module.mk
	@mkdir -p $(@D)
	$(Q){ :; $(foreach f,$(filter-out $(CORE_HEADERS) $(WITHOUT),$(sort $(CORE_FEATURES))),echo $(f) $(CORE_FILES_$(f):%=%.c);) } >$@

# The sections of the VHAL that the family has, for `zvm-native boards`.
$(SDK_OUT)/vhal.txt: vm/vhal/$(FAMILY)/module.mk
	@mkdir -p $(@D)
	$(Q)echo $(sort $(VHAL_HAS)) >$@

SDK_TEXTS = board.ld sections.ld slot.ld board.json
$(SDK_OUT)/slot.ld: vm/firmware/slot.ld
$(SDK_OUT)/board.ld: boards/$(CHIP)/board.ld
$(SDK_OUT)/board.json: boards/$(CHIP)/board.json
$(SDK_OUT)/sections.ld: vm/firmware/sections.ld
$(SDK_TEXTS:%=$(SDK_OUT)/%):
	@mkdir -p $(@D)
	$(Q)cp $< $@

sdk-files: $(SDK_OUT)/optional.txt $(SDK_OUT)/vhal.txt $(SDK_OUT)/features.txt $(if $(SLOTS),$(SDK_OUT)/vm.elf $(SDK_OUT)/import.elf) $(SDK_FILES) $(SDK_ENDS:%=$(SDK_OUT)/end_%.o) $(SDK_TEXTS:%=$(SDK_OUT)/%)
	@:
endif
