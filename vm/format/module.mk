# vm/format/module.mk
vm/format_SRC =
vm/format_INC =
