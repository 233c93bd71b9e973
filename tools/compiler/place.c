/* SPDX-License-Identifier: MIT */
/*
 * place.c -- decides for each variable of each scope where it lives: local, cell,
 * global or class attribute.
 *
 * Upward first: what inner scopes want through closures, and which comprehensions can
 * be inlined. Then downward: who provides it.
 */
#include "scope.h"
#include <string.h>

typedef struct placer {
    program_t *program;
    module_t *module;
} placer_t;

/* Bound here by Python's rules, so that loads and stores here mean this scope's own
 * variable. */
static bool owns(const var_t *v)
{
    return v->flags & VAR_BOUND && !(v->flags & (VAR_GLOBAL | VAR_NONLOCAL));
}

static bool is_class_cell(const scope_t *s, const var_t *v)
{
    return s->kind == SCOPE_CLASS && v->flags & VAR_WANTED &&
           strcmp(v->name, "__class__") == 0;
}

/* ---- upward ---- */

static bool can_inline(const scope_t *s)
{
    if (s->kind != SCOPE_COMP || s->is_generator || s->parent->kind == SCOPE_CLASS) {
        return false;
    }
    for (int i = 0; i < s->vars.len; i++) {
        if (owns(s->vars.items[i]) && s->vars.items[i]->flags & VAR_WANTED) {
            return false;
        }
    }
    return true;
}

static void want_outside(placer_t *p, scope_t *s)
{
    scope_t *parent = s->parent;
    for (int i = 0; i < s->vars.len; i++) {
        var_t *v = s->vars.items[i];
        bool mine = owns(v) && s->kind != SCOPE_CLASS;
        if (mine || v->flags & VAR_GLOBAL || is_class_cell(s, v)) {
            continue;
        }
        if (s->kind == SCOPE_CLASS && owns(v) && !(v->flags & VAR_WANTED)) {
            continue;
        }
        var_t *outer = scope_var(p->program, parent, v->name);
        if (s->inlined) {
            outer->flags |= v->flags & (VAR_USED | VAR_WANTED);
        } else {
            outer->flags |= VAR_WANTED;
        }
    }
}

/* A function's `global x` with an assignment makes x a variable of the module. */
static void bind_globals(placer_t *p, scope_t *s)
{
    for (int i = 0; s->parent && i < s->vars.len; i++) {
        const var_t *v = s->vars.items[i];
        if (v->flags & VAR_GLOBAL && v->flags & VAR_BOUND) {
            var_t *global = scope_var(p->program, p->module->scope, v->name);
            global->flags |= VAR_BOUND;
            global->nbindings += v->nbindings + 1;
        }
    }
}

static void place_upward(placer_t *p, scope_t *s)
{
    bind_globals(p, s);
    for (int i = 0; i < s->children.len; i++) {
        place_upward(p, s->children.items[i]);
    }
    s->inlined = can_inline(s);
    if (s->parent) {
        want_outside(p, s);
    }
}

/* ---- downward ---- */

/* Whether a scope around s provides a cell of that name. */
static bool provided(const scope_t *s, const char *name)
{
    bool class_cell = strcmp(name, "__class__") == 0;
    for (s = s->parent; s && s->kind != SCOPE_MODULE; s = s->parent) {
        if (s->kind == SCOPE_CLASS) {
            if (class_cell) {
                return true;
            }
            continue;
        }
        const var_t *v = scope_find(s, name);
        if (v && v->flags & VAR_GLOBAL) {
            return false;
        }
        if (v && owns(v)) {
            return true;
        }
    }
    return false;
}

static void place_global(placer_t *p, const scope_t *s, var_t *v)
{
    v->place = PLACE_GLOBAL;
    var_t *global = scope_find(p->module->scope, v->name);
    if (v->plain && !(global && global->flags & VAR_BOUND)) {
        /* Drivers call their module's `__f` in methods: the old compiler did not
         * mangle. */
        global = scope_find(p->module->scope, v->plain);
    }
    v->global_var = global && global->flags & VAR_BOUND ? global : NULL;
    while (s->inlined) {
        s = s->parent;
    }
    if (global && s->kind != SCOPE_MODULE) {
        global->flags |= VAR_SHARED;
    }
}

static void place_free(scope_t *s, var_t *v)
{
    v->place = PLACE_CELL;
    v->cell = -2; /* numbered when the own cells are counted */
    s->nfree++;
}

static void place_own(scope_t *s, var_t *v)
{
    if (s->kind == SCOPE_CLASS) {
        v->place = PLACE_CLASS;
        v->local = 1 + s->nlocals++;
        return;
    }
    if (v->flags & VAR_WANTED) {
        v->place = PLACE_CELL;
        v->cell = s->ncells++;
        return;
    }
    v->place = PLACE_LOCAL;
    if (v->local < 0 && !s->inlined) {
        v->local = s->nlocals++;
    }
}

static void place_var(placer_t *p, scope_t *s, var_t *v)
{
    if (is_class_cell(s, v)) {
        v->place = PLACE_CELL;
        v->cell = s->ncells++;
    } else if (s->kind == SCOPE_MODULE) {
        place_global(p, s, v);
    } else if (owns(v)) {
        place_own(s, v);
        if (s->kind == SCOPE_CLASS && v->flags & VAR_WANTED && provided(s, v->name)) {
            v->cell = -2; /* handed through to the methods */
            s->nfree++;
        }
    } else if (v->flags & VAR_GLOBAL) {
        place_global(p, s, v);
    } else if (provided(s, v->name)) {
        if (s->inlined && !(v->flags & VAR_WANTED)) {
            v->place = PLACE_UNKNOWN; /* looked up in the scope around */
        } else if (!s->inlined) {
            place_free(s, v);
        }
    } else {
        place_global(p, s, v);
    }
}

static void place_downward(placer_t *p, scope_t *s)
{
    s->nlocals += s->kind == SCOPE_COMP && !s->inlined; /* the iterator passed in */
    for (int i = 0; i < s->vars.len; i++) {
        place_var(p, s, s->vars.items[i]);
    }
    int free_cell = s->ncells;
    for (int i = 0; i < s->vars.len; i++) {
        if (s->vars.items[i]->cell == -2) {
            s->vars.items[i]->cell = free_cell++;
        }
    }
    for (int i = 0; i < s->children.len; i++) {
        place_downward(p, s->children.items[i]);
    }
}

/*
 * A variable of the main module that only the module's body uses becomes a local of it:
 * nothing can name the main module's object. A few slots are left for temporaries.
 */
static void localize(program_t *p, module_t *m)
{
    scope_t *s = m->scope;
    for (int i = 0; i < s->vars.len && s->nlocals < CODE_MAX_LOCALS - 64; i++) {
        var_t *v = s->vars.items[i];
        if (v->flags & VAR_BOUND && !(v->flags & (VAR_SHARED | VAR_WANTED)) &&
            !v->import && !v->def && !program_predefined(p, v->name)) {
            v->place = PLACE_LOCAL;
            v->local = s->nlocals++;
        }
    }
}

bool scope_check(const module_t *m, const scope_t *s)
{
    for (int i = 0; i < s->vars.len; i++) {
        const var_t *v = s->vars.items[i];
        if (v->flags & VAR_NONLOCAL && !provided(s, v->name)) {
            diag_pos_t at = ast_diag_pos(m->ast, v->pos);
            diag_error(&at, DIAG_scope, NULL, "no binding for nonlocal '%s' found",
                       v->name);
            return false;
        }
    }
    for (int i = 0; i < s->children.len; i++) {
        if (!scope_check(m, s->children.items[i])) {
            return false;
        }
    }
    return true;
}

void scope_resolve(program_t *p, module_t *m)
{
    placer_t placer = {p, m};
    place_upward(&placer, m->scope);
    place_downward(&placer, m->scope);
    if (m->index == 0 && !m->names_self) {
        localize(p, m);
    }
}
