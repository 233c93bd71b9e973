# vm/core/module.mk -- the interpreter: knows the contract of sdk/include, never an RTOS or a chip.
vm/core_INC = sdk/include vm/format vm/core $(OUT)/gen

vm/core_SRC += vm/core/heap.c
vm/core_SRC += vm/core/gc.c
vm/core_SRC += vm/core/gc_switches.c
