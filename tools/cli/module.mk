# tools/cli/module.mk
tools/cli_SRC =
tools/cli_INC =
