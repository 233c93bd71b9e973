/* SPDX-License-Identifier: MIT */
/*
 * host.h -- the VM as a program on a host board: its memory, its native modules and the
 * options that every such program has.
 */
#ifndef CLI_HOST_H
#define CLI_HOST_H

#include "arena.h"
#include "opts.h"
#include <stddef.h>

typedef struct host_options {
    size_t heap; /* 0: the default */
    const char *time;
    const char *sim, *trace; /* files; NULL: none */
    const char *name;        /* NULL: that of the file */
    opt_list_t natives;      /* folders */
} host_options_t;

/* The rows of the options above, for a struct that has them as `member`. */
#define HOST_ROWS(type, member)                                                        \
    {"heap", 0, OPT_SIZE, "SIZE", "memory for Python objects (default: 256m)",         \
     offsetof(type, member.heap)},                                                     \
        {"time", 0, OPT_CHOICE, "real|virtual",                                        \
         "virtual: threads switch at events only, sleeping costs nothing",             \
         offsetof(type, member.time)},                                                 \
        {"sim", 0, OPT_TEXT, "FILE", "what is wired to the board, as JSON",            \
         offsetof(type, member.sim)},                                                  \
        {"trace", 0, OPT_TEXT, "FILE", "write every pin and bus there, as VCD",        \
         offsetof(type, member.trace)},                                                \
        {"natives", 'N', OPT_LIST, "FOLDER",                                           \
         "take native modules from FOLDER/NAME.so, for an image",                      \
         offsetof(type, member.natives)},                                              \
    {                                                                                  \
        "name", 0, OPT_TEXT, "NAME", "what the program is told that it is called",     \
            offsetof(type, member.name)                                                \
    }

/*
 * Runs an image to its end and gives the exit status. The program's arguments are
 * `name` and those of `arguments` behind the first `skip`.
 */
int host_run(arena_t *a, const host_options_t *o, void *image, size_t len,
             const char *name, const opt_list_t *arguments, int skip);

#endif
