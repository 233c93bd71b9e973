# standin.mk -- a stand-in for the kernel VOSAL=$(VOSAL): one object of our own kernel under other names, and the API over it.

STANDIN = tests/vosal/standin
STANDIN_OUT = $(OUT)/standin
STANDIN_PORT = $(filter-out %_console.c %_file.c,$(wildcard vm/vosal/kernel/posix_*.c))
STANDIN_KERNEL = vm/vosal/kernel/sched.c $(FOREIGN_SHARED:%=vm/vosal/kernel/%.c) $(STANDIN_PORT)
STANDIN_API_freertos = tasks
STANDIN_API_chibios = threads
STANDIN_SRC = $(STANDIN)/standin.c $(STANDIN_API_$(VOSAL):%=$(STANDIN)/$(VOSAL)/%.c)
STANDIN_OBJECTS = $(patsubst %.c,$(STANDIN_OUT)/%.o,$(STANDIN_KERNEL) $(STANDIN_SRC))

$(STANDIN_OBJECTS): $(STANDIN_OUT)/%.o: %.c
	$(say) cc "$< (stand-in)"
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) -DKERNEL_LEVELS=32 -Isdk/include -Ivm/vosal/kernel -I$(STANDIN) -I$(STANDIN)/$(VOSAL) -MMD -MP -c -o $@ $<
-include $(wildcard $(STANDIN_OBJECTS:.o=.d))

# Every name of the kernel begins with inside_ there.
$(STANDIN_OUT)/kernel.o: $(STANDIN_OBJECTS)
	$(say) link $@
	$(Q)$(CC) $(FLAGS_$(CONFIG)) -r -nostdlib -o $@.whole $^
	$(Q)nm -g --defined-only $(filter $(STANDIN_OUT)/vm/%,$^) | awk 'NF == 3 { print $$3, "inside_" $$3 }' | sort -u > $@.names
	$(Q)objcopy --redefine-syms=$@.names $@.whole $@

STANDIN_CLOCK = $(OUT)/$(STANDIN)/clock.o
$(STANDIN_CLOCK): INC = $(FOREIGN_INC) $(STANDIN)
$(STANDIN_CLOCK): PART_CFLAGS = -DPORT_LAGS

# The VM, without compiler, on the stand-in: run_image on the foreign kernel, in real time.
VM_ON_STANDIN = $(patsubst %,$(OUT)/%.a,sdk/python vm/core vm/vosal/$(VOSAL) vm/vhal/sim vm/format)
$(OUT)/tests/unit/run_image.o: PART_CFLAGS += $(VOSAL_FLAGS_standin)
$(OUT)/tests/vm_on_$(VOSAL): $(OUT)/tests/unit/run_image.o $(STANDIN_OUT)/kernel.o $(VM_ON_STANDIN)
	$(say) link $@
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $(filter %.o,$^) -Wl,--start-group $(VM_ON_STANDIN) -Wl,--end-group -lm -lpthread

# The user's own tasks beside VOSAL's threads.
BESIDE = $(OUT)/$(STANDIN)/$(VOSAL)/beside
$(BESIDE).o: INC = tests tests/vosal sdk/include $(STANDIN) $(STANDIN)/$(VOSAL)
$(BESIDE).o: PART_CFLAGS = -DTAP_NO_STDIO $(VOSAL_FLAGS_standin)
$(OUT)/tests/vosal/beside: $(BESIDE).o $(call objects,$(VOSAL_SUITE)) $(VOSAL_LIBS_standin) $(OUT)/vm/vosal/$(VOSAL).a
	$(say) link $@
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ -lpthread
vosal-programs: $(OUT)/tests/vosal/beside
