# tools/cli/module.mk -- the programs that a person runs: `zvm-native` (this part's archive and main.c), `zvm`.
tools/cli_INC = tools/cli tools/support tools/link
tools/cli_SRC = $(addprefix tools/cli/,commands.c sdk.c stamp.c build.c manifest.c cmd_new.c cmd_build.c cmd_run.c \
    cmd_exports.c cmd_boards.c cmd_explain.c cmd_doctor.c cmd_completion.c)

PROGRAMS += zvm-native
zvm-native_SRC = tools/cli/main.c
zvm-native_INC = $(tools/cli_INC)
zvm-native_PARTS = tools/cli tools/link tools/support
zvm-native_LIBS = -lelf -lcjson
