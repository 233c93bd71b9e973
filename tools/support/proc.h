/* SPDX-License-Identifier: MIT */
/*
 * proc.h -- runs other programs, several at a time, and keeps what they print.
 *
 * When the process gets SIGINT or SIGTERM, all running children are ended, their output
 * files removed, and the process dies of that signal.
 */
#ifndef SUPPORT_PROC_H
#define SUPPORT_PROC_H

#include "arena.h"
#include <stdbool.h>
#include <stddef.h>

typedef struct proc {
    const char *const *argv;  /* ends with NULL; argv[0] is looked for on PATH */
    const char *output;       /* the file that it writes: removed when it fails or is
                                 interrupted. Or NULL */
    const struct proc *after; /* another of the same array, which must have ended well
                                 before this one is started. Or NULL */
    const char *text;         /* out: what it printed on both streams, NUL-terminated */
    int status; /* out: exit status; 128 + number of the signal that ended it; -1: it
                   was not started */
} proc_t;

/* Prints each command line on standard error before it is run. */
void proc_set_verbose(bool on);
/* No command line is printed although verbose: for tools that only help to word an
 * error. */
void proc_set_quiet(bool on);
/* `make -n`: command lines are printed and nothing is run; every status is 0. */
void proc_set_dry_run(bool on);

/*
 * Runs all, at most `jobs` at a time, in order of the array except for those that wait
 * for another. After a failure no further one is started. True: every status is 0. A
 * program that cannot be started is reported [tool-missing]; what a failed one printed
 * is for the caller to show.
 */
bool proc_run(arena_t *a, proc_t *procs, int n, int jobs);

/* A list of arguments to be filled with ARENA_PUSH, then closed by proc_argv(). */
typedef struct proc_args {
    const char **items;
    int len, cap;
} proc_args_t;

void proc_add(arena_t *a, proc_args_t *args, const char *word);
/* Terminates the list with NULL and gives it. */
const char *const *proc_argv(arena_t *a, proc_args_t *args);

#endif
