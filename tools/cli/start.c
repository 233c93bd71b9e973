/* SPDX-License-Identifier: MIT */
/*
 * start.c -- compiles for the board's VM and words its command line.
 */
#include "start.h"

#include "board.h"
#include "diag.h"
#include "file.h"
#include "path.h"
#include "proc.h"
#include "program.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void add(arena_t *a, proc_args_t *args, const char *option, const char *value)
{
    if (value) {
        proc_add(a, args, arena_printf(a, "--%s=%s", option, value));
    }
}

static void add_host_options(arena_t *a, proc_args_t *args, const run_options_t *run)
{
    const host_options_t *o = &run->host;
    add(a, args, "time", o->time);
    add(a, args, "sim", o->sim ? o->sim : run->build.sim);
    add(a, args, "trace", o->trace);
    if (o->heap) {
        add(a, args, "heap", arena_printf(a, "%zu", o->heap));
    }
}

/* The folders of the modules; those of a sanitized build lie a level deeper. */
static void add_natives(arena_t *a, proc_args_t *args, const compile_result_t *r,
                        bool sanitize)
{
    for (int i = 0; i < r->nneeds; i++) {
        const char *folder = r->needs[i].folder;
        if (folder) {
            add(a, args, "natives",
                sanitize ? arena_printf(a, "%s/san/%s", path_dir(a, folder),
                                        path_base(folder))
                         : folder);
        }
    }
}

static const char *compile_image(arena_t *a, const run_options_t *o, const board_t *board,
                                 const char *program, proc_args_t *args)
{
    const char *stem = path_stem(a, program);
    const char *folder = path_join(a, path_dir(a, program),
                                   arena_printf(a, "build/%s/%s", board->name, stem));
    const char *image = arena_printf(a, "%s/%s.zimg", folder, stem);
    compile_options_t options = program_compile_options(a, &o->build, board);
    compile_result_t r;
    if (!compile_program(a, &options, program, &r)) {
        return NULL;
    }
    bool good = file_mkdirs(folder) && file_write(image, r.image.data, r.image.len);
    strbuf_free(&r.image);
    add_natives(a, args, &r, o->build.sanitize);
    return good ? image : NULL;
}

const char *const *start_command(arena_t *a, const run_options_t *o, const char *program,
                                 const opt_list_t *arguments, int skip)
{
    board_t board;
    proc_args_t args = {0};
    const char *subject = program;
    if (!board_read(a, o->build.board, &board)) {
        return NULL;
    }
    proc_add(a, &args, board.vm);
    add_host_options(a, &args, o);
    if (board.word != (int)sizeof(void *) || o->compiled || o->build.sanitize ||
        o->build.defines.len || o->build.search.len) {
        subject = compile_image(a, o, &board, program, &args);
        add(a, &args, "name", program);
    }
    if (!subject) {
        return NULL;
    }
    proc_add(a, &args, subject);
    for (int i = skip; i < arguments->len; i++) {
        proc_add(a, &args, arguments->items[i]);
    }
    proc_argv(a, &args);
    return board_command(a, &board, args.items);
}

int start_become(const char *const *command, bool dry_run)
{
    if (dry_run) {
        for (int i = 0; command[i]; i++) {
            fprintf(stderr, "%s%s", i ? " " : "+ ", command[i]);
        }
        fputc('\n', stderr);
        return EXIT_GOOD;
    }
    execv(command[0], (char *const *)command);
    diag_error(NULL, DIAG_tool_missing, NULL, "cannot start '%s': %s", command[0],
               strerror(errno));
    return EXIT_INPUT;
}
