# tools/compiler/module.mk
tools/compiler_SRC =
tools/compiler_INC =
