/* SPDX-License-Identifier: MIT */
/*
 * cmd_doctor.c -- `zvm-native doctor`: what is there, what is missing and the command
 * that installs it.
 */
#include "cli.h"
#include "file.h"
#include "path.h"
#include "sdk.h"

#include <stdio.h>

/* The programs that builds drive. */
static const struct {
    const char *program, *package, *purpose;
    bool optional;
} tools[] = {
    {"gcc", "gcc", "compiles drivers for the host board", false},
    {"ld", "binutils", "links modules", false},
    {"objcopy", "binutils", "hides a module's private symbols", false},
    {"addr2line", "binutils", "finds the line of an undefined symbol", false},
    {"arm-none-eabi-gcc", "gcc-arm-none-eabi", "compiles for ARM boards", true},
    {"qemu-i386", "qemu-user", "runs board host32 on kernels without 32-bit programs",
     true},
    {"gdb", "gdb", "debugs drivers", true},
    {"valgrind", "valgrind", "finds memory errors in drivers", true},
};

/* What belongs to us and must be where we look for it. */
static const struct {
    const char *path;
    bool program;
} parts[] = {
    {"zvm", true},
    {"zvm-gen", true},
    {"sdk/include", false},
    {"templates/module/driver", false},
    {"boards/host/board.json", false},
};

static void print(const cli_common_t *common, const char *state, const char *name,
                  const char *more)
{
    if (common->json) {
        printf("{\"name\":\"%s\",\"state\":\"%s\",\"detail\":\"%s\"}\n", name, state,
               more);
    } else {
        printf("%-9s%-26s%s\n", state, name, more);
    }
}

static int run(arena_t *a, void *options, const opt_list_t *arguments)
{
    const cli_common_t *common = options;
    int missing = 0;
    (void)arguments;
    for (size_t i = 0; i < sizeof tools / sizeof *tools; i++) {
        const char *path = path_find_command(a, tools[i].program);
        if (path) {
            print(common, "ok", tools[i].program, path);
            continue;
        }
        missing += !tools[i].optional;
        print(common, tools[i].optional ? "optional" : "missing", tools[i].program,
              arena_printf(a, "%s: sudo apt-get install %s", tools[i].purpose,
                           tools[i].package));
    }
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *path = parts[i].program ? sdk_program(a, parts[i].path)
                                            : sdk_path(a, parts[i].path);
        bool there = file_exists(path);
        missing += !there;
        print(common, there ? "ok" : "missing", parts[i].path, path);
    }
    return missing ? EXIT_INPUT : EXIT_GOOD;
}

const cli_command_t cmd_doctor = {
    .opts = {.name = "zvm-native doctor",
             .arguments = "",
             .summary = "say what is missing and how to install it",
             .common = cli_common_rows,
             .least = 0,
             .most = 0},
    .options_size = sizeof(cli_common_t),
    .run = run,
};
