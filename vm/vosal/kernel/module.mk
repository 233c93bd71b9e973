# vm/vosal/kernel/module.mk
vm/vosal/kernel_SRC =
vm/vosal/kernel_INC =
