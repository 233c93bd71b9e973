/* SPDX-License-Identifier: MIT */
/*
 * start_chip.c -- a program on a chip's board: linked, then in the emulator.
 */
#include "start.h"

#include "diag.h"
#include "firmware.h"

/* What only a VM on a computer can do. */
bool start_check_chip(const run_options_t *o, const board_t *board, int narguments)
{
    const struct {
        bool given;
        const char *name;
    } options[] = {{o->host.heap != 0, "--heap"},
                   {o->host.time, "--time"},
                   {o->host.sim, "--sim"},
                   {o->host.trace, "--trace"},
                   {o->host.natives.len, "--natives"},
                   {o->host.name, "--name"}};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        if (options[i].given) {
            diag_error(NULL, DIAG_usage, "it works with --board host",
                       "board '%s' does not take %s", board->name, options[i].name);
            return false;
        }
    }
    if (narguments) {
        diag_error(NULL, DIAG_usage, "it works with --board host",
                   "a program on board '%s' gets no arguments", board->name);
    }
    return !narguments;
}

int start_on_chip(arena_t *a, const run_options_t *o, const board_t *board,
                  const char *program, bool input,
                  void (*put)(void *context, const char *text, size_t len),
                  void *context)
{
    firmware_t f;
    if (!board_require(a, board, BOARD_COMPILES | BOARD_LINKS | BOARD_RUNS) ||
        !firmware_link(a, &o->build, board, program, true, &f)) {
        return -1;
    }
    if (o->build.common.dry_run) {
        proc_args_t args = {0};
        emulate_command(a, board, &o->emulate, &f, &args);
        return start_become(proc_argv(a, &args), true);
    }
    return emulate_run(a, board, &o->emulate, &f, input, put, context);
}
