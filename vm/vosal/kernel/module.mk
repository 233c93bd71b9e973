# vm/vosal/kernel/module.mk -- our kernel and its port to the host, a machine with one CPU made of POSIX threads.
vm/vosal/kernel_INC = sdk/include vm/vosal/kernel

# portable: every port has these
vm/vosal/kernel_SRC += vm/vosal/kernel/sched.c
vm/vosal/kernel_SRC += vm/vosal/kernel/wait.c
vm/vosal/kernel_SRC += vm/vosal/kernel/deadline.c
vm/vosal/kernel_SRC += vm/vosal/kernel/thread.c
vm/vosal/kernel_SRC += vm/vosal/kernel/lock.c
vm/vosal/kernel_SRC += vm/vosal/kernel/sem.c
vm/vosal/kernel_SRC += vm/vosal/kernel/mbox.c
vm/vosal/kernel_SRC += vm/vosal/kernel/fifo.c
vm/vosal/kernel_SRC += vm/vosal/kernel/event.c
vm/vosal/kernel_SRC += vm/vosal/kernel/systimer.c
vm/vosal/kernel_SRC += vm/vosal/kernel/stacks.c

# the port: posix, or the files of a chip's CPU and clock (boards/B/board.mk)
PORT ?= posix
vm/vosal/kernel_PORT_posix = posix_cpu posix_time posix_ticks posix_post posix_block posix_reset posix_mem posix_console posix_file
vm/vosal/kernel_CHIP = chip_irq chip_none chip_thread chip_time chip_mem clock_$(CLOCK)
vm/vosal/kernel_PORT_armv6m = $(vm/vosal/kernel_CHIP) cortexm cortexm_irq cortexm_fault armv6m
vm/vosal/kernel_PORT_armv7m = $(vm/vosal/kernel_CHIP) cortexm cortexm_irq cortexm_fault armv7m armv7m_protect
vm/vosal/kernel_PORT_rv32 = $(vm/vosal/kernel_CHIP) rv32 rv32_irq rv32_protect
vm/vosal/kernel_SRC += $(vm/vosal/kernel_PORT_$(PORT):%=vm/vosal/kernel/%.c)

# CHIP_GUARD: bytes below a stack that show an overflow. CHIP_FRAME: room for an interrupt. CHIP_SWAP: words of cpu_swap.
vm/vosal/kernel_CFLAGS_armv6m = -DPORT_CORTEXM -masm-syntax-unified -DCHIP_GUARD=4 -DCHIP_GUARD_FAULTS=0 -DCHIP_FRAME=112 -DCHIP_SWAP=9 -DCHIP_SWAP_R4=4
# A switch is fast where there is flash for it: -O2.
vm/vosal/kernel_CFLAGS_armv7m = -O2 -DPORT_CORTEXM -DCHIP_GUARD=256 -DCHIP_GUARD_FAULTS=1 -DCHIP_FRAME=$(if $(FPU),384,192) \
    -DCHIP_SWAP=$(if $(FPU),11,9) -DCHIP_SWAP_R4=$(if $(FPU),2,0)
vm/vosal/kernel_CFLAGS_rv32 = -O2 -DPORT_RV32 -DCHIP_GUARD=4 -DCHIP_GUARD_FAULTS=0 -DCHIP_FRAME=384 -DCHIP_NEAR=0x1000000
vm/vosal/kernel_CFLAGS = $(vm/vosal/kernel_CFLAGS_$(PORT)) $(if $(CLOCK),-DCLOCK_HZ=$(CLOCK_HZ) -DCHIP_IRQS=$(IRQS)) $(if $(COUNTER),-DCLOCK_COUNTER=$(COUNTER))
