/* SPDX-License-Identifier: MIT */
/*
 * zvm_options.c -- the option rows of `zvm`, for its parser and for the docs.
 */
#include "zvm_options.h"

/* Of every command that compiles. */
#define SOURCE_ROWS                                                                    \
    {"path",                                                                           \
     'I',                                                                              \
     OPT_LIST,                                                                         \
     "DIR",                                                                            \
     "look for modules there too",                                                     \
     offsetof(zvm_options_t, path)},                                                   \
    {                                                                                  \
        "define", 'D', OPT_LIST, "NAME[=VALUE]", "set a name that #-if tests",         \
            offsetof(zvm_options_t, defines)                                           \
    }

static const opt_row_t run_rows[] = {
    {"command", 'c', OPT_LAST, "TEXT", "run TEXT; what follows are its arguments",
     offsetof(zvm_options_t, text)},
    HOST_ROWS(zvm_options_t, host),
    SOURCE_ROWS,
    {"version", 'V', OPT_FLAG, NULL, "print the version",
     offsetof(zvm_options_t, version)},
    {0},
};

static const opt_row_t compile_rows[] = {
    {"output", 'o', OPT_TEXT, "FILE", "name of the image (default: APP.zimg)",
     offsetof(zvm_options_t, output)},
    SOURCE_ROWS,
    {"strip", 's', OPT_FLAG, NULL, "leave out the line tables",
     offsetof(zvm_options_t, strip)},
    {"word", 0, OPT_CHOICE, "4|8",
     "bytes of a value on the machine that will run it (default: this computer's)",
     offsetof(zvm_options_t, word)},
    {0},
};

static const opt_row_t disasm_rows[] = {
    SOURCE_ROWS,
    {"stats", 0, OPT_FLAG, NULL, "print only how often each opcode occurs",
     offsetof(zvm_options_t, stats)},
    {0},
};

const opt_command_t zvm_run_command = {
    .name = "zvm",
    .arguments = "APP.py|APP.zimg|- [ARGUMENT...]",
    .summary = "run a Python program",
    .details =
        "`zvm compile` and `zvm disasm` have options of their own; `zvm native ...` is "
        "`zvm-native ...`.\nWithout a program, or with `-`, it is read from "
        "standard input.",
    .rows = run_rows,
    .least = 0,
    .most = -1,
    .stop = true,
};

const opt_command_t zvm_compile_command = {
    .name = "zvm compile",
    .arguments = "APP.py",
    .summary = "compile a whole program into one image",
    .rows = compile_rows,
    .least = 1,
    .most = 1,
};

const opt_command_t zvm_disasm_command = {
    .name = "zvm disasm",
    .arguments = "APP.py|APP.zimg",
    .summary = "print a program's bytecode",
    .rows = disasm_rows,
    .least = 1,
    .most = 1,
};
