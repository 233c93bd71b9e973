/* SPDX-License-Identifier: MIT */
/*
 * cli.h -- what the subcommands of `zvm-native` share.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "arena.h"
#include "opts.h"
#include <stdbool.h>
#include <stddef.h>

enum { EXIT_GOOD = 0, EXIT_INPUT = 1, EXIT_USAGE = 2, EXIT_BUG = 70 };

/* Begins the options of every command. */
typedef struct cli_common {
    bool json, quiet, verbose, dry_run;
} cli_common_t;

typedef struct cli_command {
    opt_command_t opts; /* opts.name is "zvm-native NAME" */
    size_t options_size;
    int (*run)(arena_t *a, void *options, const opt_list_t *arguments);
} cli_command_t;

/* In the order of --help; ends with NULL. */
extern const cli_command_t *const cli_commands[];
extern const opt_row_t cli_common_rows[];

extern const cli_command_t cmd_new, cmd_build, cmd_run, cmd_test, cmd_debug, cmd_size, cmd_exports,
    cmd_boards, cmd_explain, cmd_doctor, cmd_completion;

/* The last word of opts.name. */
const char *cli_command_name(const cli_command_t *c);

#define ZVM_VERSION "0.1.0"

#endif
