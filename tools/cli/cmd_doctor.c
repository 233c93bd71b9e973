/* SPDX-License-Identifier: MIT */
/*
 * cmd_doctor.c -- `zvm-native doctor`: what is there, what is missing and the command
 * that installs it.
 */
#include "board_state.h"
#include "cli.h"
#include "file.h"
#include "path.h"
#include "proc.h"
#include "sdk.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>

/* Debian 12's packages of the shared libraries that our programs want. */
#define LIBRARIES "libclang1-14 libcjson1 libelf1"

/* The programs that builds drive. */
static const struct {
    const char *program, *package, *purpose;
    bool optional;
} tools[] = {
    {"gcc", "gcc", "compiles drivers for the host board", false},
    {"ld", "binutils", "links modules", false},
    {"objcopy", "binutils", "hides a module's private symbols", false},
    {"addr2line", "binutils", "finds the line of an undefined symbol", false},
    {"qemu-i386", "qemu-user", "runs board host32 on kernels without 32-bit programs",
     true},
    {"gdb", "gdb", "debugs drivers", true},
    {"gdb-multiarch", "gdb-multiarch", "debugs programs on chips", true},
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
        cJSON *json = cJSON_CreateObject();
        cJSON_AddStringToObject(json, "name", name);
        cJSON_AddStringToObject(json, "state", state);
        cJSON_AddStringToObject(json, "detail", more);
        char *text = cJSON_PrintUnformatted(json);
        puts(text ? text : "");
        cJSON_free(text);
        cJSON_Delete(json);
    } else {
        printf("%-9s%-26s%s\n", state, name, more);
    }
}

/* How many that nothing works without are missing. */
static int check_tools(arena_t *a, const cli_common_t *common)
{
    int missing = 0;
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
    return missing;
}

/* Shared libraries that a program of ours wants are no part of us. */
static const char *why_not_started(arena_t *a, const char *program)
{
    const char *const argv[] = {program, "--help", NULL};
    proc_t p = {.argv = argv};
    proc_set_quiet(true);
    bool good = proc_run(a, &p, 1, 1);
    proc_set_quiet(false);
    return good ? NULL : arena_strndup(a, p.text, strcspn(p.text, "\n"));
}

static int check_parts(arena_t *a, const cli_common_t *common)
{
    int missing = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *path = parts[i].program ? sdk_program(a, parts[i].path)
                                            : sdk_path(a, parts[i].path);
        bool there = file_exists(path);
        const char *why = there && parts[i].program ? why_not_started(a, path) : NULL;
        missing += !there || why;
        print(common, there && !why ? "ok" : "missing", parts[i].path,
              why ? arena_printf(a, "%s: sudo apt-get install %s", why, LIBRARIES)
                  : path);
    }
    return missing;
}

/* A chip that one does not use may lack everything. */
static int check_boards(arena_t *a, const cli_common_t *common, opt_list_t *packages)
{
    opt_list_t names = {0};
    int bad = 0;
    board_names(a, &names);
    for (int i = 0; i < names.len; i++) {
        board_t board;
        board_state_t state;
        if (!board_read(a, names.items[i], &board)) {
            bad++;
            continue;
        }
        board_state(a, &board, &state);
        board_missing_packages(a, &board, packages);
        const char *head = arena_printf(a, "board %s", board.name);
        for (int k = 0; k < state.needs.len; k++) {
            print(common, "optional", head,
                  arena_printf(a, "%s: %s", state.needs.items[k].text,
                               state.needs.items[k].hint));
        }
        if (!state.needs.len) {
            print(common, "ok", head, state.runs ? "builds and runs" : "builds");
        }
    }
    return bad;
}

static int run(arena_t *a, void *options, const opt_list_t *arguments)
{
    const cli_common_t *common = options;
    opt_list_t packages = {0};
    (void)arguments;
    int missing = check_tools(a, common) + check_parts(a, common) +
                  check_boards(a, common, &packages);
    if (packages.len && !common->json) {
        printf("\nfor all boards: sudo apt-get install");
        for (int i = 0; i < packages.len; i++) {
            printf(" %s", packages.items[i]);
        }
        putchar('\n');
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
