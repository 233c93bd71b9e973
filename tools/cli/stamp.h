/* SPDX-License-Identifier: MIT */
/*
 * stamp.h -- what a build was made from, so that the next one knows whether there is
 * anything to do.
 *
 * A stamp is a text file: one line for the options, then one for each file with size,
 * time, inode and content hash. A file whose first three are the same is not read
 * again.
 */
#ifndef CLI_STAMP_H
#define CLI_STAMP_H

#include "arena.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct stamp_state {
    int64_t size, time; /* bytes, ns since 1970 */
    uint64_t inode, hash;
} stamp_state_t;

typedef struct stamp_file {
    const char *path;
    stamp_state_t state; /* when it was added */
} stamp_file_t;

typedef struct stamp {
    arena_t *arena;
    uint64_t options; /* hash of everything that is no file: flags, version */
    stamp_file_t *items;
    int len, cap;
    int before;      /* that many were added before the build began */
    int64_t started; /* when it began, ns since 1970 */
} stamp_t;

void stamp_init(stamp_t *s, arena_t *a, uint64_t options);
/* A file that the result depends on, or the result itself. Twice is once. */
void stamp_add(stamp_t *s, const char *path);
/* The build begins: what has been added is what it will read. */
void stamp_start(stamp_t *s);
/* All that a compiler's dependency file (-MD) names. A missing file adds nothing. */
void stamp_add_depfile(stamp_t *s, const char *path);

/*
 * Writes the stamp. When a file outside of folder `out` may have changed during the
 * build (an editor saved), none is left, and the next build does everything again.
 * False: reported.
 */
bool stamp_write(const stamp_t *s, const char *path, const char *out);
/* Nothing has changed since the stamp was written: same options, every file there with
 * the same content. */
bool stamp_is_fresh(arena_t *a, const char *path, uint64_t options);

#endif
