/* SPDX-License-Identifier: MIT */
/*
 * fold_call.c -- expressions that the compiler answers itself: __lookup(NAME),
 * __nameof(Name), __ORD("c"), __defined(NAME), new_resource("file") and pins of the
 * board (`D3.PWM`).
 */
#include "board.h"
#include "config.h"
#include "file.h"
#include "gen.h"
#include <string.h>

static int none(gen_t *g)
{
    return consts_int(&g->program->consts, 0);
}

static int fail(gen_t *g, ast_pos_t pos, const char *text)
{
    gen_error(g, pos, DIAG_compile_time, "%s", text);
    return none(g);
}

static const char *beside_main(gen_t *g, const char *name)
{
    const char *dir = g->program->main_dir;
    return *dir && *name != '/' ? arena_printf(g->program->arena, "%s/%s", dir, name)
                                : name;
}

/* ---- __lookup ---- */

/*
 * lookup.json beside the main file: names to texts, integers, or {"file": "cert.der"}
 * for the bytes of a file.
 */
static const tree_t *lookup_entry(gen_t *g, const char *name)
{
    program_t *p = g->program;
    if (!p->lookup) {
        tree_file_t *file = ARENA_NEW(p->arena, tree_file_t);
        const char *path = beside_main(g, "lookup.json");
        p->lookup = file;
        if (file_exists(path)) {
            ARENA_PUSH(p->arena, &p->files, path);
            p->failed |= !tree_read(p->arena, path, file);
        }
    }
    return tree_get(p->lookup->root, name);
}

static int text_const(gen_t *g, const char *text, bool quoted)
{
    consts_t *consts = &g->program->consts;
    config_t c = config_parse(g->program, text, quoted);
    if (c.kind == CONFIG_NUMBER) {
        bool whole = c.number == (double)(int64_t)c.number && !strchr(text, '.');
        return whole ? consts_int(consts, (int64_t)c.number)
                     : consts_float(consts, c.number);
    }
    return consts_str(consts, text, strlen(text));
}

static int file_const(gen_t *g, const char *path)
{
    char *data;
    size_t len;
    if (!file_read(g->program->arena, path, &data, &len)) {
        g->program->failed = true;
        return none(g);
    }
    ARENA_PUSH(g->program->arena, &g->program->files, path);
    return consts_bytes(&g->program->consts, data, len);
}

static int fold_lookup(gen_t *g, const expr_t *e, const expr_t *arg)
{
    const char *name = arg->kind == EXPR_NAME  ? arg->name
                       : arg->kind == EXPR_STR ? arg->str.data
                                               : NULL;
    if (!name) {
        return fail(g, e->pos, "__lookup() wants a name");
    }
    const tree_t *t = lookup_entry(g, name);
    if (t && t->kind == TREE_TEXT) {
        return text_const(g, t->text, !t->plain);
    }
    const char *path = tree_text(t, "file");
    if (path) {
        return file_const(g, beside_main(g, path));
    }
    const config_t *c = config_get(g->program, name);
    if (c && !t) {
        return text_const(g, c->text, c->kind == CONFIG_TEXT);
    }
    gen_error(g, arg->pos, DIAG_compile_time,
              t ? "'%s' in lookup.json must be a text, a number or {\"file\": NAME}"
                : "there is no '%s' in lookup.json beside the program",
              name);
    return none(g);
}

/* ---- __nameof, __ORD ---- */

static int fold_nameof(gen_t *g, const expr_t *e, const expr_t *arg)
{
    program_t *p = g->program;
    bool is_name;
    int number = modules_exception_of(p, g->scope, arg, &is_name);
    if (number == (int)IMAGE_NONE) {
        const char *name = arg->kind == EXPR_NAME        ? arg->name
                           : arg->kind == EXPR_ATTRIBUTE ? arg->attribute.name
                           : arg->kind == EXPR_STR       ? arg->str.data
                                                         : NULL;
        if (!name) {
            return fail(g, e->pos, "__nameof() wants a name");
        }
        number = program_name(p, name);
    }
    return consts_int(&p->consts, number);
}

/* The code point of UTF-8 text that is one character, or -1. */
static int only_character(const char *s, size_t len)
{
    const unsigned char *u = (const unsigned char *)s;
    size_t n = len == 0 ? 0 : u[0] < 0x80 ? 1 : u[0] < 0xE0 ? 2 : u[0] < 0xF0 ? 3 : 4;
    if (n == 0 || n != len) {
        return -1;
    }
    int c = n == 1 ? u[0] : u[0] & (0x7F >> n);
    for (size_t i = 1; i < n; i++) {
        c = c << 6 | (u[i] & 0x3F);
    }
    return c;
}

static int fold_ord(gen_t *g, const expr_t *e, const expr_t *arg)
{
    int c = arg->kind == EXPR_STR ? only_character(arg->str.data, arg->str.len)
            : arg->kind == EXPR_BYTES && arg->str.len == 1
                ? (unsigned char)arg->str.data[0]
                : -1;
    return c < 0 ? fail(g, e->pos, "__ORD() wants a literal of one character")
                 : consts_int(&g->program->consts, c);
}

/* ---- new_resource ---- */

static int fold_resource(gen_t *g, const expr_t *e, const expr_t *arg)
{
    program_t *p = g->program;
    if (arg->kind != EXPR_STR) {
        return fail(g, e->pos, "new_resource() wants the name of a file, a literal");
    }
    const char *path = beside_main(g, arg->str.data), *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    for (int i = 0; i < p->resources.len; i++) {
        const resource_t *r = &p->resources.items[i];
        if (strcmp(r->path, path) == 0) {
            return consts_int(&p->consts, i);
        }
        if (strcmp(r->name, name) == 0) {
            gen_error(g, arg->pos, DIAG_compile_time,
                      "there are two resources '%s', this one and '%s'", name, r->path);
            return none(g);
        }
    }
    if (!file_exists(path) || file_is_dir(path)) {
        gen_error(g, arg->pos, DIAG_compile_time, "there is no file '%s'", path);
        return none(g);
    }
    ARENA_PUSH(p->arena, &p->resources,
               ((resource_t){name, path, file_const(g, path)}));
    return consts_int(&p->consts, p->resources.len - 1);
}

static int fold_defined(gen_t *g, const expr_t *e)
{
    int truth;
    if (!statics_defined(g->program, g->module, e, &truth)) {
        g->program->failed = true;
        return none(g);
    }
    return consts_simple(&g->program->consts, truth ? CONST_TRUE : CONST_FALSE);
}

int fold_call(gen_t *g, const expr_t *e)
{
    static const struct {
        const char *name;
        int (*fold)(gen_t *g, const expr_t *e, const expr_t *arg);
    } calls[] = {{"__lookup", fold_lookup},
                 {"__nameof", fold_nameof},
                 {"__ORD", fold_ord},
                 {"new_resource", fold_resource}};
    const expr_t *func = e->call.func;
    if (func->kind != EXPR_NAME || (func->name[0] != '_' && func->name[0] != 'n')) {
        return -1;
    }
    if (strcmp(func->name, "__defined") == 0 && is_free(g, func->name)) {
        return fold_defined(g, e);
    }
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        if (strcmp(func->name, calls[i].name) == 0 && is_free(g, func->name)) {
            bool one = e->call.args.len == 1 && !e->call.keywords.len;
            return one ? calls[i].fold(g, e, e->call.args.items[0])
                       : fail(g, e->pos,
                              arena_printf(g->program->arena, "%s() takes one argument",
                                           func->name));
        }
    }
    return -1;
}

/* ---- pins ---- */

int fold_pin(gen_t *g, const expr_t *e)
{
    const expr_t *pin = e->attribute.value;
    int value;
    if (pin->kind != EXPR_NAME || pin->name[0] < 'A' || pin->name[0] > 'Z' ||
        !is_free(g, pin->name)) {
        return -1;
    }
    switch (board_pin_as(g->program, pin->name, e->attribute.name, &value)) {
    case BOARD_NO_PIN:
        return -1;
    case BOARD_PIN:
        return consts_int(&g->program->consts, value);
    case BOARD_NO_CLASS:
        gen_error(g, e->attribute.name_pos, DIAG_pin, "there is no pin class '%s'",
                  e->attribute.name);
        return none(g);
    case BOARD_NOT_THERE:
        gen_error(g, e->attribute.name_pos, DIAG_pin,
                  "pin %s of board '%s' is no %s pin", pin->name,
                  program_board(g->program), e->attribute.name);
        return none(g);
    }
    return -1;
}
