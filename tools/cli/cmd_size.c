/* SPDX-License-Identifier: MIT */
/*
 * cmd_size.c -- `zvm-native size`: what each thing costs in flash and RAM.
 */
#include "board.h"
#include "build.h"
#include "compiler.h"
#include "diag.h"
#include "file.h"
#include "firmware.h"
#include "link.h"
#include "manifest.h"
#include "path.h"
#include "program.h"
#include "sdk.h"
#include "size_view.h"

#include <string.h>

typedef struct size_options {
    build_options_t build;
    bool files, symbols, brings;
    const char *diff, *html, *map;
} size_options_t;

/* The bytecode and constants of a program that a VM with all it needs runs. */
static void add_image(arena_t *a, size_report_t *out, size_t bytes)
{
    size_add(a, out,
             (size_item_t){.kind = SIZE_IMAGE,
                           .part = "image",
                           .file = "",
                           .native = "",
                           .symbol = "zvm_image",
                           .bytes = {.flash = bytes}});
}

/* Where the VM is a program of its own, only what is loaded into it counts. */
static bool measure_on_host(arena_t *a, const build_options_t *o, const board_t *board,
                            const char *path, size_report_t *out)
{
    compile_options_t options = program_compile_options(a, o, board);
    compile_result_t program;
    if (!compile_program(a, &options, path, &program)) {
        return false;
    }
    add_image(a, out, program.image.len);
    strbuf_free(&program.image);
    for (int i = 0; i < program.nneeds; i++) {
        const compile_need_t *need = &program.needs[i];
        if (need->folder &&
            !size_module(
                a, arena_printf(a, "%s/%s.zno", need->folder, path_base(need->folder)),
                need->name, out)) {
            return false;
        }
    }
    return true;
}

/* As it is programmed into the board. */
static bool measure_on_chip(arena_t *a, const build_options_t *o, const board_t *board,
                            const char *path, bool brings, size_report_t *out)
{
    firmware_t f;
    return firmware_link(a, o, board, path, false, &f) &&
           size_firmware(a, f.elf, link_map_of(a, f.elf), sdk_path(a, "sdk/python"),
                         brings, out);
}

static bool measure_program(arena_t *a, build_options_t *o, const char *path,
                            bool brings, size_report_t *out)
{
    board_t board;
    char *text;
    size_t len;
    if (!file_read(a, path, &text, &len) ||
        !program_build(a, o, path, stderr, false, NULL) ||
        !board_read(a, o->board, &board)) {
        return false;
    }
    return board_is_chip(&board) ? measure_on_chip(a, o, &board, path, brings, out)
                                 : measure_on_host(a, o, &board, path, out);
}

static bool measure_driver(arena_t *a, build_options_t *o, const char *const *sources,
                           int n, size_report_t *out)
{
    const char *dir = path_dir(a, sources[0]);
    manifest_t manifest;
    build_result_t built;
    return manifest_read(a, dir, o, &manifest) &&
           build_module(a, o, dir, sources, n, &built) &&
           size_module(a, arena_printf(a, "%s/%s.zno", built.folder, built.name),
                       built.name, out);
}

static bool measure_elf(arena_t *a, const size_options_t *o, const char *path,
                        size_report_t *out)
{
    const char *map = o->map ? o->map : link_map_of(a, path);
    return size_firmware(a, path, map, sdk_path(a, "sdk/python"), o->brings, out);
}

static bool measure(arena_t *a, size_options_t *o, const opt_list_t *arguments,
                    size_report_t *out)
{
    const char *first = arguments->items[0], *ext = path_ext(first);
    if (strcmp(ext, ".elf") == 0) {
        return measure_elf(a, o, first, out);
    }
    if (strcmp(ext, ".zno") == 0) {
        return size_module(a, first, path_stem(a, first), out);
    }
    build_options_t build = o->build;
    build.common.json = false; /* the report's lines alone are on standard output */
    build.common.quiet = true;
    bool good = strcmp(ext, ".py") == 0
                    ? measure_program(a, &build, first, o->brings, out)
                    : measure_driver(a, &build, arguments->items, arguments->len, out);
    o->build.board = build.board ? build.board : "host";
    return good;
}

/* Is the VM part of it? */
static bool is_firmware(const size_report_t *report)
{
    bool vm = false;
    for (int i = 0; i < report->items.len; i++) {
        vm |= report->items.items[i].kind == SIZE_VM;
    }
    return vm;
}

static bool print(arena_t *a, const size_options_t *o, const size_view_t *view,
                  size_level_t level)
{
    bool json = o->build.common.json;
    const char *features = sdk_path(a, arena_printf(a, "sdk/lib/%s/features.txt",
                                                    *view->board ? view->board : "-"));
    if (o->build.common.quiet && !json) {
        return true;
    }
    if (json) {
        size_print_json(a, view, level, stdout);
    } else {
        size_print_text(a, view, level, stdout);
    }
    if (o->brings && !json) {
        size_print_brought(view, stdout);
    }
    return view->diff || !is_firmware(view->report) ||
           size_print_features(a, view->report, features, json, stdout);
}

static int run(arena_t *a, void *options, const opt_list_t *arguments)
{
    size_options_t *o = options;
    size_level_t level = o->symbols ? SIZE_BY_SYMBOL
                         : o->files ? SIZE_BY_FILE
                                    : SIZE_BY_PART;
    size_report_t report = {0};
    size_view_t view;
    if (!measure(a, o, arguments, &report)) {
        return EXIT_INPUT;
    }
    size_view(a, &report, &view);
    view.what = path_base(arguments->items[0]);
    view.board = o->build.board ? o->build.board : "";
    if ((o->diff && !size_view_diff(a, o->diff, &view)) ||
        (o->html && !size_write_html(a, &view, o->html))) {
        return EXIT_INPUT;
    }
    return print(a, o, &view, level) ? EXIT_GOOD : EXIT_INPUT;
}

static const opt_row_t rows[] = {
    {"files", 0, OPT_FLAG, NULL, "also by file of the VM and the C library",
     offsetof(size_options_t, files)},
    {"symbols", 0, OPT_FLAG, NULL, "also by function and variable",
     offsetof(size_options_t, symbols)},
    {"brings", 0, OPT_FLAG, NULL,
     "what each module brings into a firmware that nothing else wants",
     offsetof(size_options_t, brings)},
    {"diff", 0, OPT_TEXT, "BASE.json",
     "only what has changed since that report of --json",
     offsetof(size_options_t, diff)},
    {"html", 0, OPT_TEXT, "FILE", "write a treemap there, as one page",
     offsetof(size_options_t, html)},
    {"map", 0, OPT_TEXT, "FILE",
     "the linker's map of FIRMWARE.elf (default: FIRMWARE.map)",
     offsetof(size_options_t, map)},
    BUILD_ROWS,
    {0}};

const cli_command_t cmd_size = {
    .opts =
        {.name = "zvm-native size",
         .arguments = "MAIN.py|FILE.c...|FIRMWARE.elf|MODULE.zno",
         .summary = "say what each thing costs in flash and RAM",
         .details =
             "Builds what is stale. For a program on a chip, all of the firmware: its "
             "image, natives and\ntheir glue, the standard library, the VM and libc. "
             "Else what is loaded into the VM: the image\nand the natives. Flash is "
             "code, constants and the first values of variables; RAM is variables\nand "
             "stacks. Limits that fail a build are 'zvm.budget' of package.json.",
         .rows = rows,
         .common = cli_common_rows,
         .least = 1,
         .most = -1},
    .options_size = sizeof(size_options_t),
    .run = run,
};
