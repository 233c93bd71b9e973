# vm/vosal/kernel/module.mk -- our kernel and its port to the host, a machine with one CPU made of POSIX threads.
vm/vosal/kernel_INC = sdk/include vm/vosal/kernel

# portable: every port has these
vm/vosal/kernel_SRC += vm/vosal/kernel/sched.c
vm/vosal/kernel_SRC += vm/vosal/kernel/thread.c
vm/vosal/kernel_SRC += vm/vosal/kernel/lock.c
vm/vosal/kernel_SRC += vm/vosal/kernel/sem.c
vm/vosal/kernel_SRC += vm/vosal/kernel/mbox.c
vm/vosal/kernel_SRC += vm/vosal/kernel/fifo.c
vm/vosal/kernel_SRC += vm/vosal/kernel/event.c
vm/vosal/kernel_SRC += vm/vosal/kernel/systimer.c
vm/vosal/kernel_SRC += vm/vosal/kernel/stacks.c

# the posix port
vm/vosal/kernel_SRC += vm/vosal/kernel/posix_cpu.c
vm/vosal/kernel_SRC += vm/vosal/kernel/posix_time.c
vm/vosal/kernel_SRC += vm/vosal/kernel/posix_ticks.c
vm/vosal/kernel_SRC += vm/vosal/kernel/posix_irq.c
vm/vosal/kernel_SRC += vm/vosal/kernel/posix_mem.c
vm/vosal/kernel_SRC += vm/vosal/kernel/posix_console.c
vm/vosal/kernel_SRC += vm/vosal/kernel/posix_file.c
