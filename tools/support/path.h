/* SPDX-License-Identifier: MIT */
/*
 * path.h -- names of files taken apart and put together, in an arena.
 */
#ifndef SUPPORT_PATH_H
#define SUPPORT_PATH_H

#include "arena.h"
#include <stdbool.h>

/* `name` itself when it is absolute or `dir` is "" or "."; else dir/name. */
const char *path_join(arena_t *a, const char *dir, const char *name);
/* "a/b.c" → "a"; "b.c" → "."; "/b" → "/". */
const char *path_dir(arena_t *a, const char *path);
/* "a/b.c" → "b.c" (inside `path`). */
const char *path_base(const char *path);
/* "a/b.c" → "b". */
const char *path_stem(arena_t *a, const char *path);
/* "a/b.c" → ".c"; without a dot "". */
const char *path_ext(const char *path);
/* The folder of the running executable, from /proc; "." when the system does not say.
 */
const char *path_of_program(arena_t *a);
/* The full path of command `name` on PATH, or NULL. */
const char *path_find_command(arena_t *a, const char *name);
/* A Python identifier (ASCII) that is no keyword. */
bool path_is_module_name(const char *name);

#endif
