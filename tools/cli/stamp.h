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

typedef struct stamp {
    arena_t *arena;
    uint64_t options; /* hash of everything that is no file: flags, version */
    const char **files;
    int len, cap;
    int64_t started; /* ns since 1970: files changed after this are not recorded */
} stamp_t;

/* Before the build begins. */
void stamp_init(stamp_t *s, arena_t *a, uint64_t options);
/* A file that the result depends on, or the result itself. Twice is once. */
void stamp_add(stamp_t *s, const char *path);
/* All that a compiler's dependency file (-MD) names. A missing file adds nothing. */
void stamp_add_depfile(stamp_t *s, const char *path);

/*
 * Writes the stamp. When one of the files below `out` excepted was changed since
 * stamp_init (an editor saved during the build), none is left, and the next build does
 * everything again. False: reported.
 */
bool stamp_write(const stamp_t *s, const char *path, const char *out);
/* Nothing has changed since the stamp was written: same options, every file there with
 * the same content. */
bool stamp_is_fresh(arena_t *a, const char *path, uint64_t options);

#endif
