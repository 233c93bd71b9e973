/* SPDX-License-Identifier: MIT */
/*
 * cmd_run.c -- `zvm-native run`: builds the stale modules of a program, then becomes the
 * board's VM.
 */
#include "board.h"
#include "diag.h"
#include "file.h"
#include "path.h"
#include "program.h"
#include "start.h"

#include <stdio.h>
#include <string.h>

static void put_out(void *context, const char *text, size_t len)
{
    (void)context;
    fwrite(text, 1, len, stdout);
    fflush(stdout);
}

static int run_on_chip(arena_t *a, run_options_t *o, const board_t *board,
                       const char *program, int narguments)
{
    if (!start_check_chip(o, board, narguments)) {
        return EXIT_USAGE;
    }
    if (!board_require(a, board, BOARD_COMPILES | BOARD_LINKS | BOARD_RUNS) ||
        !program_build(a, &o->build, program, stderr, false, NULL)) {
        return EXIT_INPUT;
    }
    int status = start_on_chip(a, o, board, program, true, put_out, NULL);
    return status < 0 ? EXIT_INPUT : status;
}

static int run(arena_t *a, void *options, const opt_list_t *arguments)
{
    run_options_t *o = options;
    const char *program = arguments->items[0];
    char *text;
    size_t len;
    if (strcmp(path_ext(program), ".c") == 0) {
        diag_error(NULL, DIAG_usage,
                   arena_printf(a, "'zvm-native build %s' builds it", program),
                   "'%s' is C; run is a program in Python", program);
        return EXIT_USAGE;
    }
    board_t board;
    if (!file_read(a, program, &text, &len) || !program_find_board(a, &o->build, program, &board)) {
        return EXIT_INPUT;
    }
    if (board_is_chip(&board)) {
        return run_on_chip(a, o, &board, program, arguments->len - 1);
    }
    if (!program_build(a, &o->build, program, stderr, false, NULL)) {
        return EXIT_INPUT; /* reports on stderr: stdout is the program's */
    }
    const char *const *command = start_command(a, o, program, arguments, 1);
    return command ? start_become(command, o->build.common.dry_run) : EXIT_INPUT;
}

static const opt_row_t rows[] = {
    BUILD_ROWS, HOST_ROWS(run_options_t, host), EMULATE_ROWS(run_options_t, emulate), {0}};

const cli_command_t cmd_run = {
    .opts = {.name = "zvm-native run",
             .arguments = "MAIN.py [--board NAME] [ARGUMENT...]",
             .summary = "build what is stale and run a program",
             .details =
                 "Built are the sources of package.json, NAME.c beside the program for "
                 "every NAME\nthat it imports, and all C that its decorators name. "
                 "Everything behind the program's\nname goes to the program; but when --board "
                 "stands first there, options go on to the\nnext word that is none. On a "
                 "chip's board the program runs in the emulator, linked with\nthe board's "
                 "VM.",
             .rows = rows,
             .common = cli_common_rows,
             .least = 1,
             .most = -1,
             .stop = true,
             .resume = "board"},
    .options_size = sizeof(run_options_t),
    .run = run,
};
