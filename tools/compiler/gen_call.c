/* SPDX-License-Identifier: MIT */
/*
 * gen_call.c -- calls: of builtins by number, of functions by slot, of methods without
 * a bound method, and all others.
 */
#include "gen.h"
#include <string.h>

static bool has_star(const expr_t *e)
{
    for (int i = 0; i < e->call.args.len; i++) {
        if (e->call.args.items[i]->kind == EXPR_STARRED) {
            return true;
        }
    }
    for (int i = 0; i < e->call.keywords.len; i++) {
        if (!e->call.keywords.items[i].name) {
            return true;
        }
    }
    return e->call.args.len + e->call.keywords.len > 200;
}

static void gen_args(gen_t *g, const expr_t *e)
{
    for (int i = 0; i < e->call.args.len; i++) {
        gen_expr(g, e->call.args.items[i]);
    }
}

/* The number of each keyword, which is what the VM compares with those of parameters.
 * Private names are not mangled here, as in python3. */
static int keyword_names(gen_t *g, const expr_t *e)
{
    int n = e->call.keywords.len;
    int *items = ARENA_ARRAY(g->program->arena, int, n);
    for (int i = 0; i < n; i++) {
        items[i] = consts_int(&g->program->consts,
                              program_name(g->program, e->call.keywords.items[i].name));
    }
    return consts_row(&g->program->consts, consts_tuple(&g->program->consts, items, n));
}

static void gen_call_kw(gen_t *g, const expr_t *e)
{
    gen_expr(g, e->call.func);
    gen_args(g, e);
    for (int i = 0; i < e->call.keywords.len; i++) {
        gen_expr(g, e->call.keywords.items[i].value);
    }
    gen_at(g, e->pos);
    code_emit2(g->code, OP_CALL_KW, e->call.args.len + e->call.keywords.len,
               keyword_names(g, e));
}

static void gen_keyword_dict(gen_t *g, const expr_t *e)
{
    code_emit1(g->code, OP_BUILD_DICT, 0);
    for (int i = 0; i < e->call.keywords.len; i++) {
        const ast_keyword_t *k = &e->call.keywords.items[i];
        if (k->name) {
            const char *name = scope_mangle(g->program, g->scope, k->name);
            program_name(g->program, name);
            gen_const(g, consts_str(&g->program->consts, name, strlen(name)));
            gen_expr(g, k->value);
            /* Merged as a dict of its own, so that a name given twice is noticed. */
            code_emit1(g->code, OP_BUILD_DICT, 1);
        } else {
            gen_expr(g, k->value);
        }
        gen_at(g, k->pos);
        code_emit1(g->code, OP_DICT_MERGE, 1);
    }
}

static void gen_call_ex(gen_t *g, const expr_t *e)
{
    gen_expr(g, e->call.func);
    gen_sequence(g, &e->call.args, OP_BUILD_TUPLE);
    if (e->call.keywords.len) {
        gen_keyword_dict(g, e);
    }
    gen_at(g, e->pos);
    code_emit1(g->code, OP_CALL_EX, e->call.keywords.len > 0);
}

/* A function of a module that is defined once: called by its slot. */
static bool gen_call_global(gen_t *g, const expr_t *e)
{
    const symbol_t *sym = symbol_of_expr(g->program, g->scope, e->call.func);
    var_t *v = NULL;
    module_t *owner = NULL;
    if (sym->kind == SYM_VAR) {
        v = sym->var;
        owner = sym->owner;
    } else if (e->call.func->kind == EXPR_NAME) {
        const scope_t *found;
        const char *name = scope_mangle(g->program, g->scope, e->call.func->name);
        v = modules_lookup(g->scope, name, &found);
        owner = found->module;
        if (!v || found->kind != SCOPE_MODULE || v->place != PLACE_GLOBAL) {
            return false;
        }
    }
    if (!v || v->nbindings != 1 || !v->def || v->def->kind != STMT_FUNCTION) {
        return false;
    }
    gen_args(g, e);
    gen_at(g, e->pos);
    code_emit2(g->code, OP_CALL_GLOBAL, gen_global(g->program, owner, v),
               e->call.args.len);
    return true;
}

static bool is_super_call(const expr_t *e)
{
    return e->kind == EXPR_CALL && e->call.func->kind == EXPR_NAME &&
           strcmp(e->call.func->name, "super") == 0;
}

static void gen_call_plain(gen_t *g, const expr_t *e)
{
    const expr_t *func = e->call.func;
    int n = e->call.args.len, builtin = gen_builtin(g, func);
    if (builtin >= 0 && program_builtin_takes(builtin, n)) {
        gen_args(g, e);
        gen_at(g, e->pos);
        code_emit2(g->code, OP_CALL_BUILTIN, builtin, n);
        return;
    }
    if (gen_call_global(g, e)) {
        return;
    }
    if (func->kind == EXPR_ATTRIBUTE && !is_super_call(func->attribute.value) &&
        symbol_of_expr(g->program, g->scope, func)->kind == SYM_NONE) {
        gen_expr(g, func->attribute.value);
        gen_args(g, e);
        gen_at(g, func->attribute.name_pos);
        const char *name = scope_mangle(g->program, g->scope, func->attribute.name);
        code_emit2(g->code, OP_CALL_METHOD, program_name(g->program, name), n);
        return;
    }
    gen_expr(g, func);
    gen_args(g, e);
    gen_at(g, e->pos);
    code_emit1(g->code, OP_CALL, n);
}

void gen_call(gen_t *g, const expr_t *e)
{
    if (is_super_call(e) && gen_builtin(g, e->call.func) < 0 &&
        symbol_of_expr(g->program, g->scope, e->call.func)->kind == SYM_NONE) {
        const scope_t *owner;
        var_t *v = modules_lookup(g->scope, e->call.func->name, &owner);
        if (!v || !(v->flags & VAR_BOUND)) {
            gen_error(
                g, e->pos, DIAG_unsupported,
                "'super' can only be used as super().name or super(Class, obj).name");
            code_emit(g->code, OP_LOAD_NONE);
            return;
        }
    }
    if (has_star(e)) {
        gen_call_ex(g, e);
    } else if (e->call.keywords.len) {
        gen_call_kw(g, e);
    } else {
        gen_call_plain(g, e);
    }
}
