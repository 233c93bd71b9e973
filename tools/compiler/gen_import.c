/* SPDX-License-Identifier: MIT */
/*
 * gen_import.c -- import statements: the module's body runs there, the names are mostly
 * resolved already.
 */
#include "gen.h"
#include <string.h>

/*
 * A binding whose every use is resolved needs no store: of a function's own import, and
 * of the main module's, since nothing can ask the main module for its attributes.
 */
bool gen_binding_is_static(gen_t *g, const char *name)
{
    const scope_t *owner;
    name = scope_mangle(g->program, g->scope, name);
    var_t *v = modules_lookup(g->scope, name, &owner);
    if (!v || symbol_of(g->program, owner, v)->kind == SYM_NONE) {
        return false;
    }
    return v->place == PLACE_LOCAL || (v->place == PLACE_GLOBAL &&
                                       g->module->index == 0 && !g->module->names_self);
}

static void gen_run(gen_t *g, const module_t *m)
{
    code_emit1(g->code, OP_IMPORT, m->index);
}

static void gen_import_error(gen_t *g, int exception, const char *text)
{
    code_emit1(g->code, OP_LOAD_EXC, exception);
    gen_const(g, consts_str(&g->program->consts, text, strlen(text)));
    code_emit1(g->code, OP_CALL, 1);
    code_emit1(g->code, OP_RAISE, 1);
}

static void gen_no_module(gen_t *g, const char *name)
{
    gen_import_error(g, NAME_ModuleNotFoundError,
                     arena_printf(g->program->arena, "No module named '%s'", name));
}

/* Runs a, a.b, a.b.c in turn, each becoming an attribute of the one before; leaves
 * nothing on the stack. */
static module_t *gen_run_path(gen_t *g, const char *full)
{
    program_t *p = g->program;
    module_t *m = NULL;
    for (size_t len = 0; !len || full[len];) {
        len += strcspn(full + len + (len > 0), ".") + (len > 0);
        const char *name = intern_n(p->intern, full, len);
        module_t *package = m;
        m = map_get(&p->module_by_name, name);
        if (!m) {
            gen_no_module(g, name);
            return NULL;
        }
        gen_run(g, m);
        const char *dot = strrchr(name, '.');
        if (package && dot) {
            var_t *v = scope_var(p, package->scope, intern(p->intern, dot + 1));
            if (!(v->flags & VAR_BOUND) || v->place == PLACE_GLOBAL) {
                code_emit1(g->code, OP_STORE_GLOBAL, gen_global(p, package, v));
                continue;
            }
        }
        code_emit(g->code, OP_POP);
    }
    return m;
}

void gen_import(gen_t *g, const stmt_t *s)
{
    for (int i = 0; i < s->import.len; i++) {
        const ast_alias_t *alias = &s->import.items[i];
        gen_at(g, alias->pos);
        int depth = g->code->depth;
        module_t *m = gen_run_path(g, alias->name);
        if (!m) {
            g->code->depth = depth;
            continue;
        }
        const char *name = alias->asname;
        if (!name) {
            name = intern_n(g->program->intern, alias->name, strcspn(alias->name, "."));
            m = map_get(&g->program->module_by_name, name);
        }
        if (!gen_binding_is_static(g, name)) {
            gen_run(g, m);
            gen_store(g, name);
        }
    }
}

/* ---- from m import … ---- */

static void gen_member(gen_t *g, module_t *m, const char *name)
{
    program_t *p = g->program;
    bool own_sub = m == g->module && modules_sub(p, m, name);
    var_t *v = own_sub ? NULL : modules_var(m, name);
    const symbol_t *sym = v ? symbol_of(p, m->scope, v) : NULL;
    if (sym && sym->kind != SYM_NONE) {
        gen_load_symbol(g, sym);
    } else if (v) {
        code_emit1(g->code, OP_LOAD_GLOBAL, gen_global(p, m, v));
    } else {
        module_t *sub = modules_sub(p, m, name);
        if (sub) {
            gen_run_path(g, sub->name);
            gen_run(g, sub);
        } else {
            gen_import_error(g, NAME_ImportError,
                             arena_printf(p->arena,
                                          "cannot import name '%s' from '%s' (%s)",
                                          name, m->name, m->file));
            code_emit(g->code, OP_LOAD_NONE);
        }
    }
}

static void gen_star(gen_t *g, module_t *m)
{
    for (int i = 0; i < m->scope->vars.len; i++) {
        const var_t *v = m->scope->vars.items[i];
        if (modules_exports(m, v) && !gen_binding_is_static(g, v->name)) {
            gen_member(g, m, v->name);
            gen_store(g, v->name);
        }
    }
}

void gen_import_from(gen_t *g, const stmt_t *s)
{
    module_t *m = modules_get(g->program, g->module, s->from.module, s->from.level);
    if (!m) {
        gen_no_module(g, s->from.module ? s->from.module : "");
        return;
    }
    gen_run_path(g, m->name);
    for (int i = 0; i < s->from.names.len; i++) {
        const ast_alias_t *alias = &s->from.names.items[i];
        const char *name = alias->asname ? alias->asname : alias->name;
        gen_at(g, alias->pos);
        if (strcmp(alias->name, "*") == 0) {
            gen_star(g, m);
            continue;
        }
        bool is_static = gen_binding_is_static(g, name);
        /* A submodule runs even when its name needs no store. */
        if (!is_static || !modules_var(m, alias->name)) {
            gen_member(g, m, alias->name);
            if (is_static) {
                code_emit(g->code, OP_POP);
            } else {
                gen_store(g, name);
            }
        }
    }
}
