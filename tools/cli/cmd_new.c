/* SPDX-License-Identifier: MIT */
/*
 * cmd_new.c -- `zvm-native new`: copies a template with its names replaced.
 */
#include "cli.h"
#include "diag.h"
#include "file.h"
#include "path.h"
#include "sdk.h"
#include "strbuf.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What the templates are called inside; replaced by the user's name. */
#define TEMPLATE_NAME "mydriver"

#define TEMPLATES "templates/module"

typedef struct new_options {
    cli_common_t common;
    const char *template;
} new_options_t;

typedef struct copy {
    arena_t *a;
    const char *name;
    opt_list_t made; /* files, relative to the new folder */
} copy_t;

static const char *replace_names(copy_t *c, const char *text, size_t len,
                                 size_t *out_len)
{
    strbuf_t s;
    strbuf_init(&s);
    const char *at = text, *end = text + len;
    for (const char *hit; (hit = strstr(at, TEMPLATE_NAME));
         at = hit + strlen(TEMPLATE_NAME)) {
        strbuf_add(&s, at, (size_t)(hit - at));
        strbuf_adds(&s, c->name);
    }
    strbuf_add(&s, at, (size_t)(end - at));
    const char *copy = arena_strndup(c->a, s.data, s.len);
    *out_len = s.len;
    strbuf_free(&s);
    return copy;
}

static bool copy_file(copy_t *c, const char *from, const char *to)
{
    char *text;
    size_t len, out_len;
    if (!file_read(c->a, from, &text, &len)) {
        return false;
    }
    const char *out = replace_names(c, text, len, &out_len);
    return file_write(to, out, out_len);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool list_folder(arena_t *a, const char *path, opt_list_t *out)
{
    DIR *dir = opendir(path);
    if (!dir) {
        diag_error(NULL, DIAG_file_read, NULL, "cannot read '%s': %s", path,
                   strerror(errno));
        return false;
    }
    for (struct dirent *e; (e = readdir(dir));) {
        if (e->d_name[0] != '.') {
            ARENA_PUSH(a, out, arena_strdup(a, e->d_name));
        }
    }
    closedir(dir);
    if (out->len) {
        qsort(out->items, (size_t)out->len, sizeof *out->items, by_name);
    }
    return true;
}

/* `below` is where in the new project we are, "" at its top. */
static bool copy_folder(copy_t *c, const char *from, const char *to, const char *below)
{
    opt_list_t names = {0};
    if (!list_folder(c->a, from, &names) || !file_mkdirs(to)) {
        return false;
    }
    for (int i = 0; i < names.len; i++) {
        size_t len;
        const char *name =
            replace_names(c, names.items[i], strlen(names.items[i]), &len);
        const char *source = path_join(c->a, from, names.items[i]);
        const char *target = path_join(c->a, to, name);
        const char *shown = path_join(c->a, below, name);
        if (file_is_dir(source)) {
            if (!copy_folder(c, source, target, shown)) {
                return false;
            }
        } else if (copy_file(c, source, target)) {
            ARENA_PUSH(c->a, &c->made, shown);
        } else {
            return false;
        }
    }
    return true;
}

static void remove_folder(arena_t *a, const char *path)
{
    opt_list_t names = {0};
    if (file_is_dir(path) && list_folder(a, path, &names)) {
        for (int i = 0; i < names.len; i++) {
            const char *inside = path_join(a, path, names.items[i]);
            if (unlink(inside) < 0) {
                remove_folder(a, inside);
            }
        }
        rmdir(path);
    }
}

static bool check_name(const char *name)
{
    if (path_is_module_name(name)) {
        return true;
    }
    diag_error(NULL, DIAG_module_name,
               "letters, digits and _, no word of Python's, as in 'bme280'",
               "'%s' cannot be the name of a Python module", name);
    return false;
}

/* Made beside its place and renamed: a project is there whole or not at all. */
static bool make_project(copy_t *c, const char *from)
{
    const char *partial = arena_printf(c->a, "%s.%ld.tmp", c->name, (long)getpid());
    if (!copy_folder(c, from, partial, "")) {
        remove_folder(c->a, partial);
        return false;
    }
    if (rename(partial, c->name) < 0) {
        diag_error(NULL, DIAG_file_write, NULL, "cannot write '%s': %s", c->name,
                   strerror(errno));
        remove_folder(c->a, partial);
        return false;
    }
    return true;
}

static void report(const copy_t *c, const cli_common_t *common)
{
    if (common->json) {
        printf("{\"project\":\"%s\",\"files\":%d}\n", c->name, c->made.len);
        return;
    }
    if (common->quiet) {
        return;
    }
    for (int i = 0; i < c->made.len; i++) {
        printf("made  %s/%s\n", c->name, c->made.items[i]);
    }
    printf("next  cd %s && zvm-native build %s.c && zvm-native run main.py\n", c->name,
           c->name);
}

/* The folder of a template; NULL: reported. */
static const char *find_template(arena_t *a, const char *name)
{
    const char *folder = sdk_path(a, TEMPLATES);
    opt_list_t names = {0};
    if (!list_folder(a, folder, &names)) {
        return NULL;
    }
    strbuf_t known;
    strbuf_init(&known);
    for (int i = 0; i < names.len; i++) {
        if (strcmp(names.items[i], name) == 0) {
            strbuf_free(&known);
            return path_join(a, folder, name);
        }
        strbuf_addf(&known, "%s%s", i ? ", " : "there are ", names.items[i]);
    }
    const char *nearest = diag_nearest(name, names.items, names.len);
    diag_error(NULL, DIAG_usage,
               nearest ? arena_printf(a, "did you mean '%s'?", nearest)
                       : arena_strndup(a, known.data, known.len),
               "there is no template '%s'", name);
    strbuf_free(&known);
    return NULL;
}

static int run(arena_t *a, void *options, const opt_list_t *arguments)
{
    const new_options_t *o = options;
    const cli_common_t *common = &o->common;
    const char *kind = arguments->items[0];
    copy_t c = {.a = a, .name = arguments->items[1]};
    if (strcmp(kind, "driver") != 0) {
        const char *const kinds[] = {"driver"};
        const char *nearest = diag_nearest(kind, kinds, 1);
        diag_error(NULL, DIAG_usage,
                   nearest ? "did you mean 'driver'?" : "zvm-native new driver NAME",
                   "there is no kind of project '%s'", kind);
        return EXIT_USAGE;
    }
    const char *from = find_template(a, o->template ? o->template : "driver");
    if (!from) {
        return EXIT_USAGE;
    }
    if (!check_name(c.name)) {
        return EXIT_INPUT;
    }
    if (file_exists(c.name)) {
        diag_error(NULL, DIAG_exists, "choose another name, or remove it",
                   "'%s' exists already", c.name);
        return EXIT_INPUT;
    }
    if (common->dry_run) {
        printf("would make %s/\n", c.name);
        return EXIT_GOOD;
    }
    if (!make_project(&c, from)) {
        return EXIT_INPUT;
    }
    report(&c, common);
    return EXIT_GOOD;
}

static const opt_row_t rows[] = {
    {"template", 't', OPT_TEXT, "NAME",
     "driver (default), i2c-sensor, spi-display or callback",
     offsetof(new_options_t, template)},
    {0},
};

const cli_command_t cmd_new = {
    .opts = {.name = "zvm-native new",
             .arguments = "driver NAME",
             .summary = "start a project that builds and runs at once",
             .details =
                 "Makes the folder NAME with a driver in C, a program in Python "
                 "that uses it, a test\nand a README. Templates: driver, a class "
                 "with typed functions; i2c-sensor; spi-display,\nwith text and "
                 "lines; callback, a pin's interrupts that call Python.",
             .rows = rows,
             .common = cli_common_rows,
             .least = 2,
             .most = 2},
    .options_size = sizeof(new_options_t),
    .run = run,
};
