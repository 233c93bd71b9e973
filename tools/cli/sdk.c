/* SPDX-License-Identifier: MIT */
/*
 * sdk.c -- finds the SDK's files.
 */
#include "sdk.h"

#include "file.h"
#include "path.h"

#include <stdlib.h>

/* From the folder of the executable: PREFIX/bin, and build/CONFIG/bin of the source
 * tree. */
static const char *const roots[] = {"../share/zvm-native", "../../.."};

const char *sdk_root(arena_t *a)
{
    static const char *root;
    if (root) {
        return root;
    }
    root = getenv("ZVM_ROOT");
    const char *bin = path_of_program(a);
    for (size_t i = 0; !root && i < sizeof roots / sizeof *roots; i++) {
        char *full = realpath(path_join(a, bin, roots[i]), NULL);
        if (full && file_is_dir(path_join(a, full, "sdk/include"))) {
            root = full;
        } else {
            free(full);
        }
    }
    root = root ? root : bin;
    return root;
}

const char *sdk_path(arena_t *a, const char *what)
{
    return path_join(a, sdk_root(a), what);
}

const char *sdk_program(arena_t *a, const char *name)
{
    return path_join(a, path_of_program(a), name);
}
