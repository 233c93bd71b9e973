/* SPDX-License-Identifier: MIT */
/*
 * gen_name.c -- loads, stores and deletions of names, and constants.
 */
#include "gen.h"
#include <assert.h>
#include <stdarg.h>
#include <string.h>

void gen_error(gen_t *g, ast_pos_t pos, int slug, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    diag_pos_t at = ast_diag_pos(g->module->ast, pos);
    diag_verror(&at, (diag_slug_t)slug, NULL, fmt, ap);
    va_end(ap);
    g->program->failed = true;
}

void gen_at(gen_t *g, ast_pos_t pos)
{
    code_at(g->code, pos.line, pos.col);
}

/* ---- constants ---- */

void gen_const(gen_t *g, int constant)
{
    const constant_t *k = consts_get(&g->program->consts, constant);
    code_t *c = g->code;
    switch (k->kind) {
    case CONST_NONE:
        code_emit(c, OP_LOAD_NONE);
        return;
    case CONST_TRUE:
        code_emit(c, OP_LOAD_TRUE);
        return;
    case CONST_FALSE:
        code_emit(c, OP_LOAD_FALSE);
        return;
    case CONST_EXCEPTION:
        code_emit1(c, OP_LOAD_EXC, (int)k->integer);
        return;
    case CONST_INT:
        if (k->integer >= INT16_MIN && k->integer <= INT16_MAX) {
            bool small = k->integer >= INT8_MIN && k->integer <= INT8_MAX;
            code_emit1(c, small ? OP_LOAD_INT8 : OP_LOAD_INT16, (int)k->integer);
            return;
        }
        break;
    default:
        break;
    }
    code_emit1(c, OP_LOAD_CONST, consts_row(&g->program->consts, constant));
}

static void load_str(gen_t *g, const char *text)
{
    gen_const(g, consts_str(&g->program->consts, text, strlen(text)));
}

/* ---- variables ---- */

int gen_global(program_t *p, module_t *m, var_t *v)
{
    if (v->global < 0) {
        v->global = p->nglobals++;
        ARENA_PUSH(p->arena, &m->syms,
                   ((module_sym_t){program_name(p, v->name), v->global}));
    }
    return v->global;
}

/* The variable as this scope sees it; NULL is impossible, since every mention was
 * noted. */
static var_t *find(gen_t *g, const char **name)
{
    *name = scope_mangle(g->program, g->scope, *name);
    const scope_t *s = g->scope;
    var_t *v = scope_find(s, *name);
    while (s->inlined && (!v || v->place == PLACE_UNKNOWN)) {
        s = s->parent;
        v = scope_find(s, *name);
    }
    assert(v && v->place != PLACE_UNKNOWN);
    return v;
}

/* The slot when the variable is a local of this code: its own, or a module's that
 * became one. */
static int local_of(const var_t *v)
{
    if (v->place == PLACE_GLOBAL && v->global_var &&
        v->global_var->place == PLACE_LOCAL) {
        v = v->global_var;
    }
    return v->place == PLACE_LOCAL ? v->local : -1;
}

int gen_local(gen_t *g, const char *name)
{
    return local_of(find(g, &name));
}

void gen_load_symbol(gen_t *g, const symbol_t *sym)
{
    switch (sym->kind) {
    case SYM_MODULE:
        code_emit1(g->code, OP_IMPORT, sym->module->index);
        break;
    case SYM_EXCEPTION:
        code_emit1(g->code, OP_LOAD_EXC, sym->exception);
        break;
    case SYM_VAR:
        code_emit1(g->code, OP_LOAD_GLOBAL,
                   gen_global(g->program, sym->owner, sym->var));
        break;
    case SYM_NONE:
        assert(!"an unknown symbol is a variable");
    }
}

/* Built-in functions that take the name of an attribute as a str. */
static bool takes_name(const char *name)
{
    static const char *const names[] = {"getattr", "hasattr", "setattr", "delattr"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* A name that the module does not bind: a builtin, or nothing. */
static bool load_predefined(gen_t *g, const char *name)
{
    static const struct {
        const char *name;
        const_kind_t kind;
    } simple[] = {{"Ellipsis", CONST_ELLIPSIS},
                  {"NotImplemented", CONST_NOT_IMPLEMENTED},
                  {"__debug__", CONST_TRUE},
                  {"__doc__", CONST_NONE}};
    program_t *p = g->program;
    int builtin = program_builtin(name);
    int exception = program_builtin_exception(p, name);
    int64_t value;
    if (builtin >= 0) {
        p->names_from_text |= takes_name(name);
        code_emit1(g->code, OP_LOAD_BUILTIN, builtin);
        return true;
    }
    if (exception >= 0) {
        code_emit1(g->code, OP_LOAD_EXC, exception);
        return true;
    }
    if (program_const(p, name, &value)) {
        gen_const(g, consts_int(&p->consts, value));
        return true;
    }
    if (strcmp(name, "__name__") == 0 || strcmp(name, "__file__") == 0) {
        load_str(g, name[2] == 'n' ? g->module->name : g->module->file);
        return true;
    }
    if (strcmp(name, "__module__") == 0) { /* in a class body */
        load_str(g, g->module->name);
        return true;
    }
    for (size_t i = 0; i < sizeof simple / sizeof simple[0]; i++) {
        if (strcmp(name, simple[i].name) == 0) {
            gen_const(g, consts_simple(&p->consts, simple[i].kind));
            return true;
        }
    }
    return false;
}

void gen_shadowed_builtins(gen_t *g)
{
    scope_t *s = g->module->scope;
    for (int i = 0; i < s->vars.len; i++) {
        var_t *v = s->vars.items[i];
        if (v->flags & VAR_BOUND && v->place == PLACE_GLOBAL &&
            symbol_of(g->program, s, v)->kind == SYM_NONE &&
            load_predefined(g, v->name)) {
            code_emit1(g->code, OP_STORE_GLOBAL, gen_global(g->program, g->module, v));
        }
    }
}

/* A name bound in a class body is looked up there, then among the globals. */
static void load_class_name(gen_t *g, var_t *v)
{
    var_t *global = scope_var(g->program, g->module->scope, v->name);
    if (!(global->flags & VAR_BOUND) && load_predefined(g, v->name)) {
        code_emit1(g->code, OP_STORE_GLOBAL, gen_global(g->program, g->module, global));
    }
    code_emit2(g->code, OP_LOAD_CLASSDEREF, v->local,
               gen_global(g->program, g->module, global));
}

static void load_global(gen_t *g, const char *name, const var_t *v)
{
    if (v->global_var) {
        code_emit1(g->code, OP_LOAD_GLOBAL,
                   gen_global(g->program, g->module, v->global_var));
    } else if (!load_predefined(g, v->plain ? v->plain : name)) {
        code_emit1(g->code, OP_LOAD_NAME_ERROR, program_name(g->program, name));
    }
}

static const symbol_t *known_symbol(gen_t *g, const char *name)
{
    expr_t e = {.kind = EXPR_NAME};
    e.name = name;
    return symbol_of_expr(g->program, g->scope, &e);
}

void gen_load(gen_t *g, const char *name)
{
    var_t *v = find(g, &name);
    const symbol_t *sym = known_symbol(g, name);
    if (sym->kind != SYM_NONE && v->place != PLACE_CELL) {
        gen_load_symbol(g, sym);
        return;
    }
    int local = local_of(v);
    if (local >= 0) {
        code_emit1(g->code, OP_LOAD_FAST_CHECK, local);
    } else if (v->place == PLACE_CELL) {
        code_emit1(g->code, OP_LOAD_DEREF, v->cell);
    } else if (v->place == PLACE_CLASS) {
        load_class_name(g, v);
    } else {
        load_global(g, name, v);
    }
}

/* ops: for a local, a cell, a global. */
static void change(gen_t *g, const char *name, int fast, int deref, int global)
{
    var_t *v = find(g, &name);
    int local = local_of(v);
    if (local >= 0 || v->place == PLACE_CLASS) {
        code_emit1(g->code, fast, v->place == PLACE_CLASS ? v->local : local);
    } else if (v->place == PLACE_CELL) {
        code_emit1(g->code, deref, v->cell);
    } else {
        assert(v->global_var);
        code_emit1(g->code, global, gen_global(g->program, g->module, v->global_var));
    }
}

void gen_store(gen_t *g, const char *name)
{
    change(g, name, OP_STORE_FAST, OP_STORE_DEREF, OP_STORE_GLOBAL);
}

void gen_delete(gen_t *g, const char *name)
{
    change(g, name, OP_DELETE_FAST, OP_DELETE_DEREF, OP_DELETE_GLOBAL);
}

void gen_load_cell(gen_t *g, const char *name)
{
    const scope_t *s = g->scope;
    var_t *v = scope_find(s, name);
    while (s->inlined && (!v || v->cell < 0)) {
        s = s->parent;
        v = scope_find(s, name);
    }
    assert(v && v->cell >= 0);
    code_emit1(g->code, OP_LOAD_CLOSURE, v->cell);
}

int gen_builtin(gen_t *g, const expr_t *e)
{
    if (e->kind != EXPR_NAME) {
        return -1;
    }
    const char *name = e->name;
    var_t *v = find(g, &name);
    if (v->place != PLACE_GLOBAL || v->global_var) {
        return -1;
    }
    name = v->plain ? v->plain : name;
    g->program->names_from_text |= takes_name(name);
    return program_builtin(name);
}
