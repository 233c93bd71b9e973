/* SPDX-License-Identifier: MIT */
/*
 * compiler.c -- the phases: read every module, resolve names, generate code, write the
 * image.
 */
#include "compiler.h"
#include "config.h"
#include "file.h"
#include "gen.h"
#include <string.h>

static bool resolve_all(program_t *p)
{
    for (int i = 0; i < p->modules.len; i++) {
        if (!scope_check(p->modules.items[i], p->modules.items[i]->scope)) {
            return false;
        }
    }
    scope_shake(p);
    for (int i = 0; i < p->modules.len; i++) {
        scope_resolve(p, p->modules.items[i]);
    }
    return true;
}

bool compile_natives(arena_t *a, const compile_options_t *o, const char *path,
                     compile_natives_t *out)
{
    program_t *p = ARENA_NEW(a, program_t);
    char *text;
    size_t len;
    program_init(p, a, o);
    p->main_is_file = true;
    if (!file_read(a, path, &text, &len) ||
        !modules_load(p, "__main__", path, text, len) ||
        !config_defines(p, &out->defines, &out->ndefines)) {
        return false;
    }
    out->natives = p->decls.items;
    out->nnatives = p->decls.len;
    out->cfiles = p->cfiles.items;
    out->ncfiles = p->cfiles.len;
    out->files = p->files.items;
    out->nfiles = p->files.len;
    return true;
}

static void hand_over(program_t *p, strbuf_t *image, compile_result_t *r)
{
    r->image = *image;
    r->needs = p->needs.items;
    r->nneeds = p->needs.len;
    r->files = p->files.items;
    r->nfiles = p->files.len;
}

static bool compile(arena_t *a, const compile_options_t *o, bool is_file,
                    const char *path, const char *text, size_t len, compile_result_t *r)
{
    program_t *p = ARENA_NEW(a, program_t);
    program_init(p, a, o);
    p->main_is_file = is_file;
    if (!modules_load(p, "__main__", path, text, len) || !resolve_all(p)) {
        return false;
    }
    for (int i = 0; i < p->modules.len; i++) {
        gen_module(p, p->modules.items[i]);
    }
    strbuf_t image;
    if (p->failed || !image_write(p, &image)) {
        return false;
    }
    hand_over(p, &image, r);
    return true;
}

bool compile_text(arena_t *a, const compile_options_t *o, const char *name,
                  const char *text, size_t len, compile_result_t *r)
{
    return compile(a, o, false, name, text, len, r);
}

bool compile_program(arena_t *a, const compile_options_t *o, const char *path,
                     compile_result_t *r)
{
    char *text;
    size_t len;
    return file_read(a, path, &text, &len) && compile(a, o, true, path, text, len, r);
}
