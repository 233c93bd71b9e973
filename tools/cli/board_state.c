/* SPDX-License-Identifier: MIT */
/*
 * board_state.c -- looks at everything that a board needs, where a build stops at the
 * first thing that is missing.
 */
#include "board_state.h"

#include "file.h"
#include "path.h"
#include "proc.h"
#include "sdk.h"

#include <string.h>

#define SPECS "--specs="

static void need(arena_t *a, board_state_t *s, const char *text, const char *hint)
{
    board_need_t n = {text, hint};
    ARENA_PUSH(a, &s->needs, n);
}

/* Does the compiler find the settings of a C library that the board's flags name? One
 * that does not prints the bare name. */
static bool finds_library(arena_t *a, const board_t *b, const char *specs)
{
    const char *ask = arena_printf(a, "-print-file-name=%s", specs);
    const char *const argv[] = {b->compiler, ask, NULL};
    proc_t compiler = {.argv = argv};
    proc_set_quiet(true);
    bool good = proc_run(a, &compiler, 1, 1) && strchr(compiler.text, '/');
    proc_set_quiet(false);
    return good;
}

/* The C library is a package of its own, and without it the compiler compiles nothing.
 */
static const char *missing_library(arena_t *a, const board_t *b)
{
    for (int i = 0; i < b->cflags.len; i++) {
        const char *flag = b->cflags.items[i];
        if (strncmp(flag, SPECS, strlen(SPECS)) == 0 &&
            !finds_library(a, b, flag + strlen(SPECS))) {
            return flag + strlen(SPECS);
        }
    }
    return NULL;
}

static bool chip_builds(arena_t *a, const board_t *b, board_state_t *s)
{
    board_lack_t lack;
    bool good = true;
    if (board_lacks(a, b, BOARD_COMPILES, &lack)) {
        need(a, s, lack.text, lack.hint);
        good = false;
    } else {
        const char *library = missing_library(a, b);
        if (library) {
            need(a, s, arena_printf(a, "'%s' has no '%s'", b->compiler, library),
                 board_install_command(a, &b->compiler_packages));
            good = false;
        }
    }
    if (board_lacks(a, b, BOARD_LINKS, &lack)) {
        need(a, s, lack.text, lack.hint);
        good = false;
    }
    return good;
}

static bool chip_runs(arena_t *a, const board_t *b, board_state_t *s)
{
    board_lack_t lack;
    bool lacks = board_lacks(a, b, BOARD_RUNS, &lack);
    if (lacks && b->emulator.len) { /* else it is as it should be */
        need(a, s, lack.text, lack.hint);
    }
    return !lacks;
}

/* gcc may be there without what it needs for other values than this computer's. */
static bool gcc_has_machine(arena_t *a, const board_t *b)
{
    proc_args_t args = {0};
    proc_add(a, &args, "gcc");
    for (int i = 0; i < b->cflags.len; i++) {
        proc_add(a, &args, b->cflags.items[i]);
    }
    proc_add(a, &args, "-print-libgcc-file-name");
    proc_t gcc = {.argv = proc_argv(a, &args)};
    proc_set_quiet(true);
    bool good = proc_run(a, &gcc, 1, 1) &&
                file_exists(arena_strndup(a, gcc.text, strcspn(gcc.text, "\n")));
    proc_set_quiet(false);
    return good;
}

static void host_state(arena_t *a, const board_t *b, board_state_t *s)
{
    s->runs = file_exists(sdk_program(a, b->vm));
    if (!path_find_command(a, "gcc")) {
        need(a, s, arena_printf(a, "board '%s' needs 'gcc'", b->name),
             "sudo apt-get install gcc");
    } else if (b->cflags.len && !gcc_has_machine(a, b)) {
        need(a, s, arena_printf(a, "'gcc' has nothing for '%s'", b->cflags.items[0]),
             "sudo apt-get install gcc-multilib");
    } else {
        s->builds = true;
    }
    if (s->runs && b->word != (int)sizeof(void *) &&
        !board_kernel_runs(sdk_program(a, b->vm)) &&
        !path_find_command(a, BOARD_HOST_EMULATOR)) {
        need(a, s,
             arena_printf(a, "board '%s' needs '%s'", b->name, BOARD_HOST_EMULATOR),
             "sudo apt-get install qemu-user");
        s->runs = false;
    } else if (!s->runs) {
        need(a, s, arena_printf(a, "the VM of board '%s' is not built", b->name),
             arena_printf(a, "'make %s' makes it", b->name));
    }
}

void board_state(arena_t *a, const board_t *b, board_state_t *out)
{
    *out = (board_state_t){0};
    if (!board_is_chip(b)) {
        host_state(a, b, out);
        return;
    }
    out->builds = chip_builds(a, b, out);
    out->runs = chip_runs(a, b, out) && out->builds;
}

static void add_new(arena_t *a, opt_list_t *out, const opt_list_t *packages)
{
    for (int i = 0; i < packages->len; i++) {
        bool there = false;
        for (int k = 0; k < out->len; k++) {
            there |= strcmp(out->items[k], packages->items[i]) == 0;
        }
        if (!there) {
            ARENA_PUSH(a, out, packages->items[i]);
        }
    }
}

void board_missing_packages(arena_t *a, const board_t *b, opt_list_t *out)
{
    board_lack_t lack;
    if (!board_is_chip(b)) {
        return;
    }
    if (board_lacks(a, b, BOARD_COMPILES, &lack) || missing_library(a, b)) {
        add_new(a, out, &b->compiler_packages);
    }
    if (b->emulator.len && board_lacks(a, b, BOARD_RUNS, &lack)) {
        add_new(a, out, &b->emulator_packages);
    }
}
