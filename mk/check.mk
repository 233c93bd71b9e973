# mk/check.mk -- `make check` runs every suite and closes with `N passed, N failed`; `make demo` and `make bench`.

# In the order of running. Each is a target check-NAME that prints TAP lines ("ok", "not ok").
SUITES = lint docs unit unit-san unit-m32 vosal vosal-boards faults-boards boards lang lang-boards native-boards rv32-boards lang-m32 lang-san stress fuzz names native native-m32 drivers sim sim-m32 sim-san cli driver m3 size dist

JOBS := $(shell nproc)

.PHONY: check check-suites stress fuzz-image demo bench $(addprefix check-,$(SUITES))

# Set up first, then make again: what setup installs decides what make finds.
check:
	$(Q)mk/setup.sh check
	$(Q)$(MAKE) --no-print-directory -k all || true
	$(Q)$(MAKE) --no-print-directory check-suites

check-suites:
	$(Q)mk/check.py "$(MAKE)" build/check $(SUITES)

check-lint:
	$(Q)mk/lint.sh

check-docs: docs-check

# Every unit test in three flavours; `timeout` so that a hanging one fails instead of stopping all. One that does not
# compile must not keep the others from running.
define run_unit
$(Q)$(MAKE) --no-print-directory -k CONFIG=$(1) unit-programs || echo "not ok - all unit tests compile"
$(Q)for t in $(or $(UNIT_OF_$(1)),$(UNIT)); do echo "# $$t"; timeout 300 $(2) build/$(1)/tests/$$t || echo "not ok - $$t ended with status $$?"; done
endef
check-unit:
	$(call run_unit,host,)
	$(Q)python3 tests/unit/parse_oracle.py build/host/tests/parse_test
check-unit-san:
	$(call run_unit,san,)
check-unit-m32:
	$(call run_unit,m32,mk/run32.sh)

check-lang: all
	$(Q)python3 tests/lang/run.py --zvm $(OUT)/bin/zvm
# Values of 4 bytes: compiled here for there, run by the VM alone; in an emulator in virtual time, where no signal interrupts.
check-lang-m32: all
	$(Q)$(MAKE) --no-print-directory CONFIG=m32 OUT=build/m32 build/m32/tests/run_image
	$(Q)ZVM=$(abspath $(OUT)/bin/zvm) ZVM32="$(abspath mk/run32.sh) $(abspath build/m32/tests/run_image) $$(mk/run32.sh || echo --time=virtual)" \
	    python3 tests/lang/run.py --zvm tests/zvm32.sh $$(mk/run32.sh || echo --without preemption)
check-lang-san:
	$(Q)$(MAKE) --no-print-directory CONFIG=san build/san/bin/zvm
	$(Q)python3 tests/lang/run.py --zvm build/san/bin/zvm
# All scripts take a quarter of an hour: `make stress`.
run_stress = ASAN_OPTIONS=detect_leaks=0 python3 tests/lang/stress.py -j $(JOBS) --zvm build/san/bin/zvm
check-stress stress:
	$(Q)$(MAKE) --no-print-directory CONFIG=san OUT=build/san build/san/bin/zvm
	$(Q)$(run_stress) $(if $(filter stress,$@),--all)

# The first images of each run are the same; `make fuzz-image SEED=n` tries others, and many.
SEED ?= 1
check-fuzz fuzz-image:
	$(Q)$(MAKE) --no-print-directory CONFIG=san OUT=build/san build/san/bin/zvm
	$(Q)python3 tests/fuzz/image.py -j $(JOBS) --zvm build/san/bin/zvm --seed $(SEED) \
	    $(if $(filter fuzz-image,$@),--runs 20000 --keep build/fuzz,--runs 800)

# Every name of the specification exists and has a test.
check-names: all
	$(Q)python3 tests/native/names.py --zvm $(OUT)/bin/zvm
# Programs on the simulated board.
check-sim: all
	$(Q)python3 tests/sim/run.py --zvm $(OUT)/bin/zvm
check-sim-m32: all
	$(Q)ZVM=$(abspath $(OUT)/bin/zvm) ZVM32="$(abspath mk/run32.sh) $(abspath $(OUT)/bin/zvm-host32)" \
	    python3 tests/sim/run.py --words 4 --zvm tests/zvm32.sh $$(mk/run32.sh || echo --without restart)

check-sim-san: all
	$(Q)$(MAKE) --no-print-directory CONFIG=san OUT=build/san build/san/bin/zvm build/san/bin/zvm-sim
	$(Q)python3 tests/sim/run.py --zvm build/san/bin/zvm

check-native: all
	$(Q)python3 tests/native/run.py --gen $(OUT)/bin/zvm-gen --zvm-native $(OUT)/bin/zvm-native
	$(Q)tests/native/headers.sh
	$(Q)python3 tests/native/vm/run.py --bin $(OUT)/bin
	$(Q)python3 tests/native/vm/run.py --bin $(OUT)/bin --folder tests/native/vhal
# The classic ones again with 4-byte values: every name of the C interface as driver code uses it.
check-native-m32: all
	$(Q)python3 tests/native/vm/run.py --bin $(OUT)/bin --board host32
	$(Q)python3 tests/native/vm/run.py --bin $(OUT)/bin --board host32 --folder tests/native/vhal
# Drivers written as they have always been, on the simulated board.
check-drivers: all
	$(Q)python3 tests/native/drivers/run.py --tools $(OUT)/bin
# With programs for a chip, where there is its compiler.
check-cli: all $(if $(shell command -v arm-none-eabi-gcc),sdk-lm3s6965evb)
	$(Q)python3 tests/cli/run.py --bin $(OUT)/bin; python3 tests/cli/readme.py --bin $(OUT)/bin README.md docs/guide/start.md; python3 tests/cli/guide.py --bin $(OUT)/bin docs/guide/native.md; python3 tests/cli/scenes.py --bin $(OUT)/bin docs/guide/sim.md
check-driver: all
	$(Q)tests/cli/driver.sh $(OUT)/bin
# The VM's size on small boards, against tests/size/limits.tsv.
check-size: all $(if $(shell command -v arm-none-eabi-gcc),sdk-microbit sdk-lm3s6965evb)
	$(Q)python3 tests/size/run.py --bin $(OUT)/bin
check-m3: all
	$(Q)$(MAKE) --no-print-directory core-m3 && echo "ok - core-m3" || echo "not ok - core-m3"

# The archive, made twice with the same bytes, and what is in it where there is nothing else of us.
check-dist: all
	$(Q)$(MAKE) --no-print-directory dist && cp $(DIST_FILE) $(DIST)/first && $(MAKE) --no-print-directory dist && \
	    cmp $(DIST)/first $(DIST_FILE) && echo "ok - two archives are equal" || echo "not ok - two archives are equal"
	$(Q)rm -f $(DIST)/first
	$(Q)tests/cli/dist.sh $(DIST_FILE) lm3s6965evb

demo:
	$(Q)mk/setup.sh build
	$(Q)$(MAKE) --no-print-directory all
	$(Q)mk/demo.sh $(OUT)/bin

bench: all $(OUT)/tests/figures_test
	$(Q)bad=0; \
	python3 tests/bench/run.py $(OUT)/bin/zvm build/bench.tsv || bad=1; \
	python3 tests/bench/native/run.py $(OUT)/bin build/bench.tsv || bad=1; \
	python3 tests/bench/start.py $(OUT)/bin build/bench.tsv || bad=1; \
	$(OUT)/tests/figures_test || bad=1; exit $$bad
