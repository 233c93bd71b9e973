/* SPDX-License-Identifier: MIT */
/*
 * build_chip.c -- what the generator must be told of a chip: clang's name of the machine,
 * and where the board's compiler finds the headers of its C library.
 */
#include "build_job.h"

#include "diag.h"
#include "proc.h"

#include <stdio.h>
#include <string.h>

/* The folders that `gcc -E -v` lists, without those of gcc itself: zvm-gen has what a
 * compiler brings along. */
static void read_folders(build_job_t *b, const char *text)
{
    const char *list = strstr(text, "#include <...> search starts here:\n");
    for (const char *line = list ? strchr(list, '\n') + 1 : ""; *line == ' ';) {
        size_t len = strcspn(line, "\n");
        const char *folder = arena_strndup(b->a, line + 1, len - 1);
        if (!strstr(folder, "/gcc/")) {
            ARENA_PUSH(b->a, &b->headers, folder);
        }
        line += len + (line[len] == '\n');
    }
}

bool build_find_headers(build_job_t *b)
{
    static const char *const ask[] = {"-E", "-v", "-x", "c", "/dev/null"};
    proc_args_t args = {0};
    if (!board_is_chip(&b->board) || b->o->common.dry_run) {
        return true;
    }
    proc_add(b->a, &args, b->compiler);
    for (int i = 0; i < b->board.cflags.len; i++) {
        proc_add(b->a, &args, b->board.cflags.items[i]);
    }
    for (size_t i = 0; i < sizeof ask / sizeof *ask; i++) {
        proc_add(b->a, &args, ask[i]);
    }
    proc_t p = {.argv = proc_argv(b->a, &args)};
    if (!proc_run(b->a, &p, 1, 1)) {
        fputs(p.text ? p.text : "", stderr);
        diag_error(NULL, DIAG_tool_missing, board_install_command(b->a, &b->board.compiler_packages),
                   "'%s' is not complete: it cannot compile for board '%s'",
                   b->board.compiler, b->board.name);
        return false;
    }
    read_folders(b, p.text);
    return true;
}

/* gcc's short enums of ARM's ABI for bare metal are not clang's. */
void build_add_target(build_job_t *b, proc_args_t *args)
{
    const board_t *board = &b->board;
    if (board->target) {
        proc_add(b->a, args, "--target");
        proc_add(b->a, args, board->target);
    }
    if (strncmp(board->tag, "armv", 4) == 0) {
        proc_add(b->a, args, "--cflag=-fshort-enums");
    }
    for (int i = 0; i < b->headers.len; i++) {
        proc_add(b->a, args, arena_printf(b->a, "-I%s", b->headers.items[i]));
    }
    for (int i = 0; i < board->cflags.len; i++) {
        if (strncmp(board->cflags.items[i], "-D", 2) == 0) {
            proc_add(b->a, args, board->cflags.items[i]);
        }
    }
}
