# mk/vosal.mk -- the conformance suite of vosal.h: one program per topic of tests/vosal, so that each fits on a small board.
#
#   make vosal-test    the suite on this machine, in real and in virtual time    make storm    a minute of everything at once
#   make vosal-test VOSAL=freertos RTOS_INC="FOLDERS" RTOS_LIB=LIBRARY           on a kernel that you have built for this machine

VOSAL_TOPICS = time threads order mutex sem timeouts mbox fifo event timer isr memory stack floats vmside
VOSAL_PROGRAMS = $(VOSAL_TOPICS) storm
VOSAL_SUITE = tests/vosal/suite.c tests/vosal/host.c tests/vosal/host_$(VOSAL_ON).c
VOSAL_OBJECTS = $(call objects,$(VOSAL_SUITE) $(VOSAL_PROGRAMS:%=tests/vosal/%.c))

# On our kernel; on one that the user has built (VOSAL=freertos RTOS_INC=… RTOS_LIB=…), which calls a program's main
# vos_main; without RTOS_LIB on the stand-in for it.
VOSAL_ON = $(if $(filter kernel,$(VOSAL)),kernel,$(if $(RTOS_LIB),foreign,standin))
VOSAL_LIBS_kernel =
VOSAL_LIBS_foreign = $(RTOS_LIB)
VOSAL_LIBS_standin = $(STANDIN_CLOCK) $(STANDIN_OUT)/kernel.o
VOSAL_FLAGS_kernel =
VOSAL_FLAGS_foreign = -include vm/vosal/foreign/start.h -Dmain=vos_main -DSUITE_HEAP='(64<<20)'
VOSAL_FLAGS_standin = -include vm/vosal/foreign/start.h -Dmain=vos_main -DSUITE_HEAP='(1<<20)'
ifeq ($(VOSAL_ON)$(CHIP),standin)
include tests/vosal/standin/standin.mk
endif

$(VOSAL_OBJECTS): INC = tests tests/vosal sdk/include
$(VOSAL_OBJECTS): PART_CFLAGS = -DTAP_NO_STDIO $(VOSAL_$(CONFIG)) $(if $(CHIP),,$(VOSAL_FLAGS_$(VOSAL_ON)))
VOSAL_san = -DSUITE_TIMES=1000
VOSAL_m32 = -DSUITE_TIMES=500
$(VOSAL_PROGRAMS:%=$(OUT)/tests/vosal/%): %: %.o $(call objects,$(VOSAL_SUITE)) $(VOSAL_LIBS_$(VOSAL_ON)) $(OUT)/vm/vosal/$(VOSAL).a
	$(say) link $@
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ -lpthread
-include $(wildcard $(OUT)/tests/vosal/*.d)

# 4-byte programs, also on a kernel that has none: there in virtual time only, since in the emulator signals sometimes
# find a thread with another's registers.
RUN_m32 = mk/run32.sh
REAL = $(if $(RUN_$(CONFIG)),$$($(RUN_$(CONFIG)) && echo --real),--real)
VIRTUAL = $(if $(filter foreign,$(VOSAL_ON)),,--virtual)
run_vosal = for t in $(VOSAL_TOPICS) $(if $(filter standin,$(VOSAL_ON)),beside); do for how in $(REAL) $(VIRTUAL); do \
    echo "\# $$t $$how"; timeout 300 $(RUN_$(CONFIG)) $(OUT)/tests/vosal/$$t $$how || echo "not ok - $$t $$how ended with status $$?"; \
    done; done

.PHONY: vosal-programs vosal-test storm check-vosal
vosal-programs: $(VOSAL_PROGRAMS:%=$(OUT)/tests/vosal/%)
vosal-test: vosal-programs
	$(Q)$(run_vosal)
	$(Q)for how in $(REAL); do $(RUN_$(CONFIG)) $(OUT)/tests/vosal/storm 5; done
	$(Q)$(if $(filter foreign,$(VOSAL_ON)),,$(RUN_$(CONFIG)) $(OUT)/tests/vosal/storm --virtual $(if $(filter kernel,$(VOSAL)),3600,600))
storm: vosal-programs
	$(Q)$(RUN_$(CONFIG)) $(OUT)/tests/vosal/storm 60

check-vosal: check-vosal-foreign
	$(Q)for config in host san m32; do $(MAKE) --no-print-directory CONFIG=$$config OUT=build/$$config vosal-test || echo "not ok - vosal-test with $$config"; done

# Kernels of the user's, by the stand-ins for them: what is refused, the suite, and the VM with scripts that compute and
# have threads.
VOSAL_FOREIGN = freertos chibios
VOSAL_SCRIPTS = memory exc gen $(addprefix threads/,exceptions generators heap main_ends main_exits priority share)
.PHONY: check-vosal-foreign
check-vosal-foreign: $(OUT)/bin/zvm
	$(Q)tests/vosal/options.sh "$(CC)"
	$(Q)for kernel in $(VOSAL_FOREIGN); do \
	    $(MAKE) --no-print-directory VOSAL=$$kernel OUT=build/$$kernel vosal-test || echo "not ok - vosal-test on $$kernel"; \
	    $(MAKE) --no-print-directory VOSAL=$$kernel OUT=build/$$kernel build/$$kernel/tests/vm_on_$$kernel || echo "not ok - the VM on $$kernel"; \
	    WORD=8 ZVM=$(abspath $(OUT)/bin/zvm) ZVM32=$(abspath build)/$$kernel/tests/vm_on_$$kernel \
	        python3 tests/lang/run.py --zvm tests/zvm32.sh $(VOSAL_SCRIPTS); done
