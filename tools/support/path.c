/* SPDX-License-Identifier: MIT */
/*
 * path.c -- names of files taken apart and put together.
 */
#include "path.h"

#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *path_join(arena_t *a, const char *dir, const char *name)
{
    if (name[0] == '/' || !*dir || strcmp(dir, ".") == 0) {
        return arena_strdup(a, name);
    }
    bool has_slash = dir[strlen(dir) - 1] == '/';
    return arena_printf(a, "%s%s%s", dir, has_slash ? "" : "/", name);
}

const char *path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *path_dir(arena_t *a, const char *path)
{
    const char *base = path_base(path);
    if (base == path) {
        return ".";
    }
    size_t len = (size_t)(base - path) - 1;
    return len ? arena_strndup(a, path, len) : "/";
}

const char *path_ext(const char *path)
{
    const char *base = path_base(path);
    const char *dot = strrchr(base, '.');
    return dot && dot != base ? dot : base + strlen(base);
}

const char *path_stem(arena_t *a, const char *path)
{
    const char *base = path_base(path);
    return arena_strndup(a, base, (size_t)(path_ext(path) - base));
}

const char *path_of_program(arena_t *a)
{
    char path[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path);
    if (len <= 0 || len == (ssize_t)sizeof path) {
        return ".";
    }
    return path_dir(a, arena_strndup(a, path, (size_t)len));
}

const char *path_find_command(arena_t *a, const char *name)
{
    if (strchr(name, '/')) {
        return access(name, X_OK) == 0 ? name : NULL;
    }
    const char *at = getenv("PATH");
    while (at && *at) {
        size_t len = strcspn(at, ":");
        const char *full =
            arena_printf(a, "%.*s/%s", len ? (int)len : 1, len ? at : ".", name);
        if (access(full, X_OK) == 0) {
            return full;
        }
        at += len + (at[len] == ':');
    }
    return NULL;
}

static bool is_keyword(const char *name)
{
    static const char *const keywords[] = {
        "False",  "None",   "True",    "and",      "as",       "assert", "async",
        "await",  "break",  "class",   "continue", "def",      "del",    "elif",
        "else",   "except", "finally", "for",      "from",     "global", "if",
        "import", "in",     "is",      "lambda",   "nonlocal", "not",    "or",
        "pass",   "raise",  "return",  "try",      "while",    "with",   "yield",
    };
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (strcmp(name, keywords[i]) == 0) {
            return true;
        }
    }
    return false;
}

bool path_is_module_name(const char *name)
{
    if (!*name || isdigit((unsigned char)*name) || is_keyword(name)) {
        return false;
    }
    for (const char *c = name; *c; c++) {
        if (!isalnum((unsigned char)*c) && *c != '_') {
            return false;
        }
    }
    return true;
}
