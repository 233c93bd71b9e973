# foreign.mk -- what VOSAL over any kernel of the user's is made of, beside that kernel's own two files.
FOREIGN_INC = sdk/include vm/vosal/kernel vm/vosal/foreign
FOREIGN_CFLAGS = -DPORT_LAGS $(addprefix -isystem ,$(RTOS_INC)) $(RTOS_CFLAGS)
FOREIGN_SHARED = thread wait deadline lock sem mbox fifo event systimer stacks
FOREIGN_HOST = posix_post posix_reset posix_console posix_file
FOREIGN_SRC = vm/vosal/foreign/sched.c $(FOREIGN_SHARED:%=vm/vosal/kernel/%.c) \
    vm/vosal/foreign/host.c vm/vosal/foreign/clock_host.c $(FOREIGN_HOST:%=vm/vosal/kernel/%.c)

# On the host, for whom there is no library: our stand-in (tests/vosal/standin).
RTOS_INC ?= tests/vosal/standin tests/vosal/standin/$(VOSAL)
