# vm/core/module.mk
vm/core_SRC =
vm/core_INC =
