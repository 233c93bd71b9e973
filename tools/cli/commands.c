/* SPDX-License-Identifier: MIT */
/*
 * commands.c -- the table of subcommands and the options that all of them take.
 */
#include "cli.h"

#include <string.h>

const opt_row_t cli_common_rows[] = {
    {"json", 0, OPT_FLAG, NULL, "report as one JSON object per line",
     offsetof(cli_common_t, json)},
    {"quiet", 'q', OPT_FLAG, NULL, "print errors only", offsetof(cli_common_t, quiet)},
    {"verbose", 'v', OPT_FLAG, NULL, "print the command line of every tool",
     offsetof(cli_common_t, verbose)},
    {"dry-run", 'n', OPT_FLAG, NULL, "print what would be run, and run nothing",
     offsetof(cli_common_t, dry_run)},
    {0},
};

const cli_command_t *const cli_commands[] = {
    &cmd_new,    &cmd_build,   &cmd_run,    &cmd_test,       &cmd_debug,  &cmd_size,      &cmd_exports,
    &cmd_boards, &cmd_explain, &cmd_doctor, &cmd_completion, NULL,
};

const char *cli_command_name(const cli_command_t *c)
{
    return strrchr(c->opts.name, ' ') + 1;
}
