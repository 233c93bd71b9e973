/* SPDX-License-Identifier: MIT */
/*
 * place.h -- addresses of a program as places in C sources, by its debug info.
 */
#ifndef CLI_PLACE_H
#define CLI_PLACE_H

#include "arena.h"
#include <stdbool.h>

typedef struct place {
    const char *file, *function;
    int line; /* 0: unknown */
} place_t;

/* Asks the board's addr2line. False: it cannot be asked. */
bool place_find(arena_t *a, const char *addr2line, const char *elf,
                const unsigned long *addresses, int n, place_t *out);

/* Of `n` words that look like addresses of code, those that a call leaves behind: moved
 * to the front, and how many they are. All, when the program cannot be read. */
int place_keep_links(arena_t *a, const char *elf, unsigned long *words, int n);

/* Inside of the call instruction that `link` comes back from. */
unsigned long place_of_call(unsigned long link);

/* That line of a file without what is white around it; NULL: there is none. */
const char *place_source_line(arena_t *a, const char *file, int line);

#endif
