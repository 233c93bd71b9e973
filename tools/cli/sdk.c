/* SPDX-License-Identifier: MIT */
/*
 * sdk.c -- finds the SDK's files.
 */
#include "sdk.h"

#include "diag.h"
#include "file.h"
#include "path.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

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

bool sdk_check_board(arena_t *a, const char *board)
{
    const char *folder = sdk_path(a, "boards");
    if (!board || file_exists(arena_printf(a, "%s/%s/board.json", folder, board))) {
        return true;
    }
    const char *names[256];
    int n = 0;
    DIR *dir = opendir(folder);
    for (struct dirent *e; dir && n < 256 && (e = readdir(dir));) {
        if (e->d_name[0] != '.') {
            names[n++] = arena_strdup(a, e->d_name);
        }
    }
    if (dir) {
        closedir(dir);
    }
    const char *nearest = diag_nearest(board, names, n);
    diag_error(NULL, DIAG_unknown_board,
               nearest ? arena_printf(a, "did you mean '%s'?", nearest)
                       : "'zvm-native boards' lists them",
               "unknown board '%s'", board);
    return false;
}
