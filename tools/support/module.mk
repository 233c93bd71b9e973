# tools/support/module.mk
tools/support_SRC =
tools/support_INC =
