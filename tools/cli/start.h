/* SPDX-License-Identifier: MIT */
/*
 * start.h -- a program that has been built, on a board's VM.
 */
#ifndef CLI_START_H
#define CLI_START_H

#include "build.h"
#include "host.h"

typedef struct run_options {
    build_options_t build;
    host_options_t host;
} run_options_t;

/*
 * The command line that runs `program` with those of `arguments` behind the first
 * `skip`. Boards whose VM has no compiler get an image, build/BOARD/STEM/STEM.zimg.
 * NULL: reported.
 */
const char *const *start_command(arena_t *a, const run_options_t *o, const char *program,
                                 const opt_list_t *arguments, int skip);

/* Becomes that program; returns only an exit status of failure (or of a dry run). */
int start_become(const char *const *command, bool dry_run);

#endif
