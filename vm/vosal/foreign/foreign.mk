# foreign.mk -- what VOSAL over any kernel of the user's is made of, beside that kernel's own files.
#
# RTOS_INC: folders of the kernel's headers and of its configuration. RTOS_LIB: the library that its user has built.
# RTOS_CFLAGS: what else its headers need.
FOREIGN_INC = sdk/include vm/vosal/kernel vm/vosal/foreign
FOREIGN_CFLAGS = -DPORT_LAGS $(addprefix -isystem ,$(RTOS_INC)) $(RTOS_CFLAGS) $(FOREIGN_CFLAGS_$(PORT))
FOREIGN_SHARED = thread wait deadline lock sem mbox fifo event systimer stacks
FOREIGN_SRC = vm/vosal/foreign/sched.c $(FOREIGN_SHARED:%=vm/vosal/kernel/%.c) $(FOREIGN_SRC_$(PORT))

# The machine: the host, or a Cortex-M whose SysTick is the kernel's tick.
PORT ?= posix
FOREIGN_HOST = posix_post posix_reset posix_console posix_file
FOREIGN_SRC_posix = vm/vosal/foreign/host.c vm/vosal/foreign/clock_host.c $(FOREIGN_HOST:%=vm/vosal/kernel/%.c)
FOREIGN_CORTEXM = chip_irq chip_none cortexm_irq cortexm_fault
FOREIGN_CHIP = vm/vosal/foreign/chip.c vm/vosal/foreign/clock_systick.c vm/vosal/$(VOSAL)/irq_cortexm.c
FOREIGN_SRC_armv6m = $(FOREIGN_CHIP) $(FOREIGN_CORTEXM:%=vm/vosal/kernel/%.c) vm/vosal/kernel/armv6m.c
FOREIGN_SRC_armv7m = $(FOREIGN_CHIP) $(FOREIGN_CORTEXM:%=vm/vosal/kernel/%.c) vm/vosal/kernel/armv7m.c
FOREIGN_SRC_rv32 = $(error VOSAL=$(VOSAL) is for a Cortex-M or the host)
FOREIGN_CFLAGS_CHIP = -DCHIP_IRQS=$(IRQS) -DCLOCK_HZ=$(CLOCK_HZ) -DCHIP_GUARD=4
FOREIGN_CFLAGS_armv6m = -masm-syntax-unified $(FOREIGN_CFLAGS_CHIP)
FOREIGN_CFLAGS_armv7m = $(FOREIGN_CFLAGS_CHIP)

# On the host, for whom there is no library: our stand-in (tests/vosal/standin).
RTOS_INC ?= tests/vosal/standin tests/vosal/standin/$(VOSAL)
