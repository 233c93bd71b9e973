/* SPDX-License-Identifier: MIT */
/*
 * start.h -- a program that has been built, on a board's VM.
 */
#ifndef CLI_START_H
#define CLI_START_H

#include "board.h"
#include "build.h"
#include "emulate.h"
#include "host.h"

typedef struct run_options {
    build_options_t build;
    host_options_t host;
    emulate_options_t emulate;
    bool compiled; /* what runs is an image, on every board */
} run_options_t;

/*
 * The command line that runs `program` with those of `arguments` behind the first
 * `skip`. Boards whose VM has no compiler get an image, build/BOARD/STEM/STEM.zimg.
 * NULL: reported.
 */
const char *const *start_command(arena_t *a, const run_options_t *o, const char *program,
                                 const opt_list_t *arguments, int skip);

/* On a chip's board: options and arguments that it takes. False: reported. */
bool start_check_chip(const run_options_t *o, const board_t *board, int narguments);
/*
 * Links `program`, whose modules are built, and runs it in the emulator. Returns its
 * exit status; -1: reported. See emulate_run().
 */
int start_on_chip(arena_t *a, const run_options_t *o, const board_t *board,
                  const char *program, bool input,
                  void (*put)(void *context, const char *text, size_t len), void *context);

/* Becomes that program; returns only an exit status of failure (or of a dry run). */
int start_become(const char *const *command, bool dry_run);

#endif
