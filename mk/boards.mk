# mk/boards.mk -- tests on boards: programs in C without the VM, linked for a board and run in its emulator.
#
#   make CONFIG=B vosal-chip     the suite of VOSAL on board B
#   make CONFIG=B vosal-chip VOSAL=freertos RTOS_INC="FOLDERS" RTOS_LIB=LIBRARY     on a kernel that you have built for it

ifneq ($(CHIP),)
# Time is that of the instructions, 2^ICOUNT ns each, so every run is the same; nobody waits for an idle machine.
ICOUNT ?= 6
RUN_CHIP = timeout -k 5 120 $(CHIP_emulator) -nodefaults -display none -icount shift=$(ICOUNT),sleep=off \
    -semihosting-config enable=on,target=native -serial stdio

CHIP_LIBS = $(OUT)/vm/firmware.a $(OUT)/vm/vosal/$(VOSAL)$(if $(RTOS_LIB),_with_kernel).a $(OUT)/vm/vhal/$(FAMILY).a
CHIP_END = $(SDK_OUT)/end_emulator.o

# A program of the objects before the libraries.
link_chip = $(CC) $(ALL_LDFLAGS) -nostartfiles -T boards/$(CHIP)/board.ld -Lvm/firmware -Wl,--gc-sections \
    -o $(1) $(2) $(CHIP_END) -Wl,--start-group $(CHIP_LIBS) -lc -lgcc -Wl,--end-group

# ---- VOSAL ----

# floats is about registers that only an FPU has; on an ARMv6-M nothing stops an overflow before the next switch, and what
# lies below the stack is what the suite remembers.
VOSAL_CHIP_TOPICS = $(filter-out $(if $(FPU),,floats) $(if $(filter armv6m,$(PORT)),stack),$(VOSAL_TOPICS))
VOSAL_CHIP = $(VOSAL_CHIP_TOPICS:%=$(OUT)/tests/vosal/%.elf)
VOSAL_CHIP_SUITE = $(call objects,tests/vosal/suite.c tests/vosal/chip.c)
VOSAL_SIZE_microbit = -DSUITE_HEAP=8192 -DSUITE_MANY=3 -DSUITE_STACK=2048
VOSAL_$(CHIP) = -Dmain=vosal_main $(or $(VOSAL_SIZE_$(CHIP)),-DSUITE_HEAP='($(if $(filter kernel,$(VOSAL)),20,28)<<10)')
$(call objects,tests/vosal/chip.c): INC = tests tests/vosal sdk/include
$(call objects,tests/vosal/chip.c): PART_CFLAGS = -DTAP_NO_STDIO -Dmain=vosal_main -DVOSAL_FOREIGN=$(if $(filter kernel,$(VOSAL)),0,1)
$(VOSAL_CHIP): %.elf: %.o $(VOSAL_CHIP_SUITE) $(CHIP_LIBS) $(CHIP_END) boards/$(CHIP)/board.ld vm/firmware/sections.ld
	$(say) link $@
	$(Q)$(call link_chip,$@,$< $(VOSAL_CHIP_SUITE))

.PHONY: vosal-chip
vosal-chip: $(VOSAL_CHIP)
	$(Q)for t in $(VOSAL_CHIP_TOPICS); do echo "# $$t on $(CHIP)"; \
	    $(RUN_CHIP) -kernel $(OUT)/tests/vosal/$$t.elf 2>&1 || echo "not ok - $$t on $(CHIP) ended with status $$?"; done
endif

.PHONY: check-vosal-boards
check-vosal-boards:
	$(Q)for board in $(BOARDS); do $(MAKE) --no-print-directory CONFIG=$$board OUT=build/$$board vosal-chip || echo "not ok - vosal-chip on $$board"; done
# Programs in Python on every board, linked and run by the tools. Of tests/lang each board has its part; check-all has all.
.PHONY: check-faults-boards check-lang-boards check-all
check-faults-boards: all sdk
	$(Q)python3 tests/board/faults.py --bin $(OUT)/bin -j $(JOBS)
# The sections of the VHAL, driven and observed from outside.
.PHONY: check-boards
check-boards: all sdk
	$(Q)for board in $(notdir $(patsubst %/,%,$(wildcard $(BOARDS:%=tests/board/%/)))); do python3 tests/board/run.py --board $$board || echo "not ok - tests/board on $$board"; done
check-lang-boards: all sdk
	$(Q)python3 tests/board/lang.py --bin $(OUT)/bin -j $(JOBS)
# The classic natives on every board, and the templates' own tests.
.PHONY: check-native-boards
check-native-boards: all sdk
	$(Q)printf '%s\n' $(BOARDS) | xargs -P $(JOBS) -I{} sh -c \
	    'said=$$(python3 tests/native/vm/run.py --bin $(OUT)/bin --board {}) || echo "not ok - natives on {}"; echo "$$said"'
	$(Q)tests/board/templates.sh $(OUT)/bin
# A RISC-V's: edges from outside, and power cuts in the middle of writing flash.
.PHONY: check-rv32-boards
check-rv32-boards: all sdk-sifive_u sdk-rv32-virt
	$(Q)tests/board/edges.py
	$(Q)tests/board/flash_cut.py
check-all: check
	$(Q)python3 tests/board/lang.py --bin $(OUT)/bin -j $(JOBS) --all

# build/boards.tsv: sizes, memory, start, calls and tests/bench/mcu of every board, and the page made of it.
BOARDS_PAGE = docs/inside/boards-figures.md
.PHONY: bench-boards
bench-boards: all sdk
	$(Q)python3 tests/bench/boards.py --bin $(OUT)/bin --out build/boards.tsv -j $(JOBS)
	$(Q)python3 tests/bench/boards.py --page build/boards.tsv >$(BOARDS_PAGE)
