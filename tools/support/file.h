/* SPDX-License-Identifier: MIT */
/*
 * file.h -- whole files in, whole files out: an output appears complete under its name
 * or not at all.
 */
#ifndef SUPPORT_FILE_H
#define SUPPORT_FILE_H

#include "arena.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The whole file in the arena, NUL behind it. False: has been reported as a diagnostic
 * [file-read]. */
bool file_read(arena_t *a, const char *path, char **data, size_t *len);

/*
 * Writes a temporary beside `path`, renames. False: has been reported
 * [file-write] and the old file is as it was. file_write_if_changed leaves an equal
 * file (and its time stamp) alone.
 */
bool file_write(const char *path, const void *data, size_t len);
bool file_write_if_changed(const char *path, const void *data, size_t len,
                           bool *changed);

bool file_exists(const char *path);
bool file_is_dir(const char *path);
/* mkdir -p. False: reported. */
bool file_mkdirs(const char *path);

/* 64-bit content hash for incremental builds (not cryptographic). */
uint64_t file_hash(const void *data, size_t len);

#endif
