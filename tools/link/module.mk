# tools/link/module.mk
tools/link_SRC =
tools/link_INC =
