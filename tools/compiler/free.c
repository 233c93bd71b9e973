/* SPDX-License-Identifier: MIT */
/*
 * free.c -- names that a program uses and does not bind: what the module __builtins__
 * may be wanted for.
 */
#include "modules.h"
#include <string.h>

/* Bound where the scope sees it. A function's `global x` counts only in the module that
 * has x: what is overlooked here is told apart when places are known. */
static bool bound_around(const scope_t *s, const char *name)
{
    for (; s; s = s->parent) {
        const var_t *v = s->kind == SCOPE_CLASS ? NULL : scope_find(s, name);
        if (v && v->flags & VAR_BOUND) {
            return true;
        }
    }
    return false;
}

static void note(program_t *p, const char *name)
{
    for (int i = 0; i < p->free_names.len; i++) {
        if (p->free_names.items[i] == name) {
            return;
        }
    }
    ARENA_PUSH(p->arena, &p->free_names, name);
}

static void collect(program_t *p, const scope_t *s)
{
    for (int i = 0; i < s->vars.len; i++) {
        const var_t *v = s->vars.items[i];
        const char *name = v->plain ? v->plain : v->name;
        if (v->flags & VAR_USED && !(v->flags & VAR_BOUND) &&
            !program_predefined(p, name) && !bound_around(s, name)) {
            note(p, name);
        }
    }
    for (int i = 0; i < s->children.len; i++) {
        collect(p, s->children.items[i]);
    }
}

bool free_names(program_t *p)
{
    for (int i = 0; i < p->modules.len; i++) {
        collect(p, p->modules.items[i]->scope);
    }
    return p->free_names.len > 0;
}

/* ---- open() of a program with resources ---- */

static bool replace_open(program_t *p, scope_t *s, const char *name, const char *by)
{
    var_t *v = scope_find(s, name);
    bool done = v && v->flags & VAR_USED && !bound_around(s, name);
    if (done) {
        v->plain = by;
    }
    for (int i = 0; i < s->children.len; i++) {
        done |= replace_open(p, s->children.items[i], name, by);
    }
    return done;
}

bool free_opens(program_t *p)
{
    bool done = false;
    if (!intern_known(p->intern, "new_resource")) {
        return false;
    }
    for (int i = 0; i < p->modules.len; i++) {
        module_t *m = p->modules.items[i];
        done |= !m->library && replace_open(p, m->scope, intern(p->intern, "open"),
                                            intern(p->intern, "__open"));
    }
    return done;
}

bool free_bind(program_t *p, module_t *m)
{
    bool wanted = false;
    for (int i = 0; i < p->free_names.len; i++) {
        const char *name = p->free_names.items[i];
        wanted |= strcmp(name, "__builtins__") == 0 || modules_var(m, name) != NULL;
    }
    for (int i = 0; wanted && i < p->builtin_stores.len; i++) {
        var_t *v = scope_var(p, m->scope, p->builtin_stores.items[i]);
        v->flags |= VAR_BOUND;
        v->nbindings += 2; /* nothing may be concluded from the module's own */
    }
    return wanted;
}
