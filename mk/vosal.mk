# mk/vosal.mk -- the conformance suite of vosal.h: one program per topic of tests/vosal, so that each fits on a small board.
#
#   make vosal-test    the suite on this machine, in real and in virtual time    make storm    a minute of everything at once

VOSAL_TOPICS = time threads order mutex sem timeouts mbox fifo event timer isr memory stack floats
VOSAL_PROGRAMS = $(VOSAL_TOPICS) storm
VOSAL_SUITE = tests/vosal/suite.c tests/vosal/host.c
VOSAL_OBJECTS = $(call objects,$(VOSAL_SUITE) $(VOSAL_PROGRAMS:%=tests/vosal/%.c))

$(VOSAL_OBJECTS): INC = tests sdk/include
$(VOSAL_OBJECTS): PART_CFLAGS = -DTAP_NO_STDIO $(VOSAL_$(CONFIG))
VOSAL_san = -DSUITE_TIMES=1000
VOSAL_m32 = -DSUITE_TIMES=500
$(VOSAL_PROGRAMS:%=$(OUT)/tests/vosal/%): %: %.o $(call objects,$(VOSAL_SUITE)) $(OUT)/vm/vosal/kernel.a
	$(say) link $@
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ -lpthread
-include $(wildcard $(OUT)/tests/vosal/*.d)

# 4-byte programs, also on a kernel that has none: there in virtual time only, since in the emulator signals sometimes
# find a thread with another's registers.
RUN_m32 = mk/run32.sh
REAL = $(if $(RUN_$(CONFIG)),$$($(RUN_$(CONFIG)) && echo --real),--real)
run_vosal = for t in $(VOSAL_TOPICS); do for how in $(REAL) --virtual; do \
    echo "\# $$t $$how"; timeout 300 $(RUN_$(CONFIG)) $(OUT)/tests/vosal/$$t $$how || echo "not ok - $$t $$how ended with status $$?"; \
    done; done

.PHONY: vosal-programs vosal-test storm check-vosal
vosal-programs: $(VOSAL_PROGRAMS:%=$(OUT)/tests/vosal/%)
vosal-test: vosal-programs
	$(Q)$(run_vosal)
	$(Q)for how in $(REAL); do $(RUN_$(CONFIG)) $(OUT)/tests/vosal/storm 5; done
	$(Q)$(RUN_$(CONFIG)) $(OUT)/tests/vosal/storm --virtual 3600
storm: vosal-programs
	$(Q)$(RUN_$(CONFIG)) $(OUT)/tests/vosal/storm 60

check-vosal:
	$(Q)for config in host san m32; do $(MAKE) --no-print-directory CONFIG=$$config OUT=build/$$config vosal-test || echo "not ok - vosal-test with $$config"; done
