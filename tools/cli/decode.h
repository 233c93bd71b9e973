/* SPDX-License-Identifier: MIT */
/*
 * decode.h -- what a chip prints, with its reports as text.
 *
 * A chip has no line tables: it says `@T CODE:OFFSET name` for a frame of a traceback,
 * and `@F …` with registers for a fault (vm/firmware/fault.c). Here they become the lines
 * that the host prints, by the image's line tables and the program's debug info. All
 * else passes as it comes.
 */
#ifndef CLI_DECODE_H
#define CLI_DECODE_H

#include "arena.h"
#include <stddef.h>

typedef struct decode_job {
    const char *image;     /* NAME.zimg with line tables */
    const char *elf;       /* the program */
    const char *addr2line; /* of the board's binutils */
    void (*put)(void *context, const char *text, size_t len); /* gets the text */
    void *context;
} decode_job_t;

typedef struct decode decode_t;

/* NULL: reported. */
decode_t *decode_new(arena_t *a, const decode_job_t *job);
void decode_feed(decode_t *d, const char *text, size_t len);
/* What is held back goes out. */
void decode_end(decode_t *d);

#endif
