/* SPDX-License-Identifier: MIT */
/* tool.c -- runs binutils, and puts what they made into place. */
#include "tool.h"

#include "diag.h"
#include "file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void tool_add_all(arena_t *a, proc_args_t *args, const char *const *words, int n)
{
    for (int i = 0; i < n; i++) {
        proc_add(a, args, words[i]);
    }
}

bool tool_run(arena_t *a, const char *const *argv, const char *output)
{
    proc_t tool = {.argv = argv, .output = output};
    if (proc_run(a, &tool, 1, 1)) {
        return true;
    }
    if (tool.status >= 0) {
        fputs(tool.text, stderr);
        diag_error(NULL, DIAG_link, NULL, "'%s' failed with status %d", argv[0],
                   tool.status);
    }
    return false;
}

bool tool_rename(const char *temporary, const char *path)
{
    if (!file_exists(temporary) || rename(temporary, path) == 0) {
        return true; /* a dry run makes no temporary */
    }
    diag_error(NULL, DIAG_file_write, NULL, "cannot write '%s': %s", path,
               strerror(errno));
    unlink(temporary);
    return false;
}
