/* SPDX-License-Identifier: MIT */
/*
 * zvm_options.h -- the command lines of `zvm`.
 */
#ifndef CLI_ZVM_OPTIONS_H
#define CLI_ZVM_OPTIONS_H

#include "host.h"
#include "opts.h"

typedef struct zvm_options {
    host_options_t host;
    const char *text; /* -c */
    const char *output;
    const char *word; /* bytes, as text */
    opt_list_t path, defines;
    bool stats, strip, version;
} zvm_options_t;

extern const opt_command_t zvm_run_command, zvm_compile_command, zvm_disasm_command;

#endif
