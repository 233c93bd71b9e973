/* SPDX-License-Identifier: MIT */
/*
 * place.c -- asks addr2line, and reads lines of sources.
 */
#include "place.h"

#include "file.h"
#include "proc.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

unsigned long place_of_call(unsigned long link)
{
    enum { THUMB = 1, SMALLEST = 2 }; /* instruction */
    link &= ~(unsigned long)THUMB;
    return link >= SMALLEST ? link - SMALLEST : 0;
}

/* As a person here would say it. */
static const char *shorten(const char *path)
{
    static char here[4096];
    size_t len = *here || getcwd(here, sizeof here) ? strlen(here) : 0;
    path += strncmp(path, "./", 2) == 0 ? 2 : 0;
    return len && strncmp(path, here, len) == 0 && path[len] == '/' ? path + len + 1
                                                                    : path;
}

/* A line of `*text`, which is moved behind it. */
static char *take_line(arena_t *a, const char **text)
{
    size_t len = strcspn(*text, "\n");
    char *line = arena_strndup(a, *text, len);
    *text += len + ((*text)[len] == '\n');
    return line;
}

bool place_find(arena_t *a, const char *addr2line, const char *elf,
                const unsigned long *addresses, int n, place_t *out)
{
    proc_args_t args = {0};
    proc_add(a, &args, addr2line);
    proc_add(a, &args, "-f");
    proc_add(a, &args, "-e");
    proc_add(a, &args, elf);
    for (int i = 0; i < n; i++) {
        proc_add(a, &args, arena_printf(a, "0x%lx", addresses[i]));
    }
    proc_t tool = {.argv = proc_argv(a, &args)};
    proc_set_quiet(true);
    bool good = proc_run(a, &tool, 1, 1);
    proc_set_quiet(false);
    const char *text = good ? tool.text : "";
    for (int i = 0; i < n; i++) {
        out[i] = (place_t){.function = take_line(a, &text)};
        char *file = take_line(a, &text), *colon = strrchr(file, ':');
        if (colon) {
            *colon = 0;
            out[i].line = atoi(colon + 1);
        }
        out[i].file = shorten(file);
    }
    return good;
}

const char *place_source_line(arena_t *a, const char *file, int line)
{
    char *text;
    size_t len;
    if (!file_exists(file) || !file_read(a, file, &text, &len)) {
        return NULL;
    }
    const char *at = text;
    for (int n = 1; n < line && *at; n++) {
        at += strcspn(at, "\n");
        at += *at == '\n';
    }
    at += strspn(at, " \t");
    size_t width = strcspn(at, "\r\n");
    while (width && isspace((unsigned char)at[width - 1])) {
        width--;
    }
    return arena_strndup(a, at, width);
}
