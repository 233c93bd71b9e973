/* SPDX-License-Identifier: MIT */
/*
 * cmd_build.c -- `zvm-native build`.
 */
#include "build.h"
#include "diag.h"
#include "file.h"
#include "firmware.h"
#include "manifest.h"
#include "path.h"
#include "program.h"
#include "slots.h"

#include <stdio.h>
#include <string.h>

typedef struct build_command {
    build_options_t build;
    bool firmware;
    const char *output;
} build_command_t;

static bool is_python(const char *path)
{
    return strcmp(path_ext(path), ".py") == 0;
}

static bool check_languages(const char *const *sources, int n)
{
    for (int i = 0; n > 1 && i < n; i++) {
        if (is_python(sources[i])) {
            diag_error(NULL, DIAG_usage, "build the program and the driver apart",
                       "'%s' is a program in Python; it is built alone", sources[i]);
            return false;
        }
    }
    return true;
}

static int build_program(arena_t *a, build_options_t *o, const char *path)
{
    int built;
    char *text;
    size_t len;
    if (!file_read(a, path, &text, &len) ||
        !program_build(a, o, path, stdout, true, &built)) {
        return EXIT_INPUT;
    }
    if (!built && !o->common.quiet && !o->common.json) {
        printf("%s: no natives\n", path);
    }
    return EXIT_GOOD;
}

/* The modules of a program, the program and the VM as what a board is programmed with. */
static int build_firmware(arena_t *a, build_command_t *o, const opt_list_t *arguments)
{
    board_t board;
    firmware_t f;
    if (arguments->len != 1 || !is_python(arguments->items[0])) {
        diag_error(NULL, DIAG_usage, "zvm-native build --firmware main.py --board NAME",
                   "a firmware is made of one program in Python");
        return EXIT_USAGE;
    }
    if (slots_are_wanted(&o->build)) {
        diag_error(NULL, DIAG_usage, "leave out --link direct",
                   "a firmware has the VM in it");
        return EXIT_USAGE;
    }
    const char *program = arguments->items[0];
    if (o->output && !firmware_can_write(o->output)) {
        diag_error(NULL, DIAG_usage, "give one of .elf, .hex and .bin",
                   "'%s' does not say what kind of file it is", o->output);
        return EXIT_USAGE;
    }
    if (!program_find_board(a, &o->build, program, &board)) {
        return EXIT_INPUT;
    }
    if (!board_is_chip(&board)) {
        diag_error(NULL, DIAG_usage, "give a chip's with --board",
                   "board '%s' has no firmware", board.name);
        return EXIT_USAGE;
    }
    return program_build(a, &o->build, program, stderr, false, NULL) &&
                   firmware_link(a, &o->build, &board, program, false, &f) &&
                   firmware_export(a, &o->build, &board, &f, o->output)
               ? EXIT_GOOD
               : EXIT_INPUT;
}

/* The manifest of the first source's folder counts, so that building from elsewhere
 * gives the same. */
static int run(arena_t *a, void *options, const opt_list_t *arguments)
{
    build_command_t *command = options;
    build_options_t *o = &command->build;
    const char *const *sources = arguments->items;
    int nsources = arguments->len;
    const char *dir = nsources ? path_dir(a, sources[0]) : ".";
    manifest_t manifest;
    build_result_t result;
    if (command->firmware) {
        return build_firmware(a, command, arguments);
    }
    if (!check_languages(sources, nsources)) {
        return EXIT_USAGE;
    }
    if (nsources && is_python(sources[0])) {
        return build_program(a, o, sources[0]);
    }
    if (!manifest_read(a, dir, o, &manifest)) {
        return EXIT_INPUT;
    }
    if (!nsources) {
        sources = manifest.sources;
        nsources = manifest.nsources;
    }
    if (!nsources) {
        diag_error(NULL, DIAG_usage, "zvm-native build mydriver.c",
                   "nothing to build: no source given, and no package.json with "
                   "'zvm.sources' here");
        return EXIT_USAGE;
    }
    if (!build_module(a, o, dir, sources, nsources, &result)) {
        return EXIT_INPUT;
    }
    build_report(stdout, o, &result);
    return EXIT_GOOD;
}

static const opt_row_t rows[] = {
    BUILD_ROWS,
    {"firmware", 0, OPT_FLAG, NULL, "make what a board is programmed with, of a program",
     offsetof(build_command_t, firmware)},
    {"output", 'o', OPT_TEXT, "FILE", "the firmware's name: .elf, .hex or .bin",
     offsetof(build_command_t, output)},
    {0},
};

const cli_command_t cmd_build = {
    .opts =
        {.name = "zvm-native build",
         .arguments = "[FILE.c...|MAIN.py]",
         .summary = "make Python modules from C, or a firmware",
         .details =
             "The sources become one module, called as C_NATIVE_MODULE says or like "
             "the first source.\nWithout sources, those of 'zvm.sources' in "
             "package.json. With a program in Python, all\nnative modules of it: "
             "drivers that it imports, and what its decorators name.\nEverything "
             "that is made goes to build/BOARD/NAME/ beside the first source, and may "
             "be\ndeleted at any time. With --firmware, the program, its modules and the "
             "board's VM become\nNAME.elf, NAME.hex and NAME.bin there, or FILE.",
         .rows = rows,
         .common = cli_common_rows,
         .least = 0,
         .most = -1},
    .options_size = sizeof(build_command_t),
    .run = run,
};
