/* SPDX-License-Identifier: MIT */
/*
 * cmd_run.c -- `zvm-native run`: builds the stale drivers that a program imports, then
 * becomes the VM.
 */
#include "build.h"
#include "diag.h"
#include "file.h"
#include "manifest.h"
#include "map.h"
#include "path.h"
#include "sdk.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct search {
    arena_t *a;
    const char *dir;
    map_t seen;         /* names of modules met */
    opt_list_t todo;    /* Python files to look through */
    opt_list_t drivers; /* C files beside the program that it imports */
} search_t;

/* Does the Python source bind natives itself? */
static bool binds(arena_t *a, const char *python)
{
    char *text;
    size_t len;
    return file_read(a, python, &text, &len) && strstr(text, "@c_native");
}

/* A Python module and a C source of one name: its natives, or two things that meant the
 * same name. */
static void meet_both(search_t *s, const char *python, const char *driver)
{
    if (binds(s->a, python)) {
        ARENA_PUSH(s->a, &s->drivers, driver);
        return;
    }
    diag_warning(&(diag_pos_t){.file = driver}, DIAG_module_name,
                 "rename one of them, or bind the natives with @c_native",
                 "'%s' hides this driver: import finds the Python file first", python);
}

static void meet(search_t *s, const char *name, size_t len)
{
    bool first;
    map_slot(&s->seen, name, len, &first);
    const char *python =
        path_join(s->a, s->dir, arena_printf(s->a, "%.*s.py", (int)len, name));
    const char *driver =
        path_join(s->a, s->dir, arena_printf(s->a, "%.*s.c", (int)len, name));
    if (!first || !len) {
        return;
    }
    if (file_exists(python)) {
        ARENA_PUSH(s->a, &s->todo, python);
        if (file_exists(driver)) {
            meet_both(s, python, driver);
        }
    } else if (file_exists(driver)) {
        ARENA_PUSH(s->a, &s->drivers, driver);
    }
}

static size_t word_length(const char *at)
{
    size_t len = 0;
    while (isalnum((unsigned char)at[len]) || at[len] == '_') {
        len++;
    }
    return len;
}

/* "import a, b.c as d" and "from a import b" at the start of a line. A name in a string
 * builds a driver for nothing. */
static void scan_line(search_t *s, const char *line)
{
    line += strspn(line, " \t");
    bool from = strncmp(line, "from ", 5) == 0;
    if (!from && strncmp(line, "import ", 7) != 0) {
        return;
    }
    line += from ? 5 : 7;
    for (;;) {
        line += strspn(line, " \t");
        meet(s, line, word_length(line));
        line += strcspn(line, ",;#\n");
        if (from || *line != ',') {
            return;
        }
        line++;
    }
}

static void scan_file(search_t *s, const char *path)
{
    char *text;
    size_t len;
    if (!file_read(s->a, path, &text, &len)) {
        return;
    }
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        scan_line(s, line);
    }
}

static bool build_one(arena_t *a, const build_options_t *o, const char *dir,
                      const char *const *sources, int n)
{
    build_result_t result;
    if (!build_module(a, o, dir, sources, n, &result)) {
        return false;
    }
    if (!result.fresh) {
        build_report(stderr, o, sources, n, &result); /* stdout is the program's */
    }
    return true;
}

static bool contains(const manifest_t *m, const char *source)
{
    for (int i = 0; i < m->nsources; i++) {
        if (strcmp(m->sources[i], source) == 0) {
            return true;
        }
    }
    return false;
}

static bool build_drivers(arena_t *a, build_options_t *o, const char *program)
{
    search_t s = {.a = a, .dir = path_dir(a, program)};
    manifest_t manifest;
    map_init(&s.seen, a);
    if (!manifest_read(a, s.dir, o, &manifest)) {
        return false;
    }
    if (manifest.nsources &&
        !build_one(a, o, s.dir, manifest.sources, manifest.nsources)) {
        return false;
    }
    const char *own =
        path_join(a, s.dir, arena_printf(a, "%s.c", path_stem(a, program)));
    if (file_exists(own) && binds(a, program)) {
        ARENA_PUSH(a, &s.drivers, own);
    }
    ARENA_PUSH(a, &s.todo, program);
    for (int i = 0; i < s.todo.len; i++) {
        scan_file(&s, s.todo.items[i]);
    }
    for (int i = 0; i < s.drivers.len; i++) {
        if (!contains(&manifest, s.drivers.items[i]) &&
            !build_one(a, o, s.dir, &s.drivers.items[i], 1)) {
            return false;
        }
    }
    return true;
}

static int become_vm(arena_t *a, const opt_list_t *arguments, bool dry_run)
{
    const char **argv = ARENA_ARRAY(a, const char *, arguments->len + 2);
    argv[0] = sdk_program(a, "zvm");
    for (int i = 0; i < arguments->len; i++) {
        argv[i + 1] = arguments->items[i];
    }
    if (dry_run) {
        fprintf(stderr, "+ %s %s\n", argv[0], argv[1]);
        return EXIT_GOOD;
    }
    execv(argv[0], (char *const *)argv);
    diag_error(NULL, DIAG_tool_missing, NULL, "cannot start '%s': %s", argv[0],
               strerror(errno));
    return EXIT_INPUT;
}

static int run(arena_t *a, void *options, const opt_list_t *arguments)
{
    build_options_t *o = options;
    const char *program = arguments->items[0];
    char *text;
    size_t len;
    if (strcmp(path_ext(program), ".c") == 0) {
        diag_error(NULL, DIAG_usage,
                   arena_printf(a, "'zvm-native build %s' builds it", program),
                   "'%s' is C; run is a program in Python", program);
        return EXIT_USAGE;
    }
    if (!file_read(a, program, &text, &len) || !build_drivers(a, o, program)) {
        return EXIT_INPUT;
    }
    return become_vm(a, arguments, o->common.dry_run);
}

const cli_command_t cmd_run = {
    .opts = {.name = "zvm-native run",
             .arguments = "MAIN.py [ARGUMENT...]",
             .summary = "build what is stale and run a program",
             .details =
                 "Built are the sources of package.json, and NAME.c beside the "
                 "program for every NAME\nthat it imports. Everything behind the "
                 "program's name goes to the program.",
             .rows = build_rows,
             .common = cli_common_rows,
             .least = 1,
             .most = -1,
             .stop = true},
    .options_size = sizeof(build_options_t),
    .run = run,
};
