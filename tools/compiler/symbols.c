/* SPDX-License-Identifier: MIT */
/*
 * symbols.c -- what names are known to stand for at compile time: modules, exception
 * names, variables of other modules.
 *
 * Only a name that is bound once in the whole program can stand for something; any
 * other is an ordinary variable.
 */
#include "modules.h"
#include <string.h>

static const symbol_t nothing = {.kind = SYM_NONE};

var_t *modules_lookup(const scope_t *s, const char *name, const scope_t **owner)
{
    var_t *v = scope_find(s, name);
    while (s->inlined && (!v || v->place == PLACE_UNKNOWN)) {
        s = s->parent;
        v = scope_find(s, name);
    }
    if (v && v->place == PLACE_GLOBAL && v->global_var) {
        v = v->global_var;
        s = s->module->scope;
    }
    if (owner) {
        *owner = s;
    }
    return v;
}

/* ---- exceptions ---- */

/* `pass`, a docstring, `...`. */
static bool empty_body(const stmt_list_t *body)
{
    for (int i = 0; i < body->len; i++) {
        const stmt_t *s = body->items[i];
        bool nothing_said = s->kind == STMT_PASS ||
                            (s->kind == STMT_EXPR && (s->value->kind == EXPR_STR ||
                                                      s->value->kind == EXPR_ELLIPSIS));
        if (!nothing_said) {
            return false;
        }
    }
    return true;
}

/* A number for a new exception: that of its name, or, when another exception has that
 * name, one more of the same text. */
static int new_number(program_t *p, const char *name)
{
    int number = program_name(p, name);
    bool taken = number < NAME_FIRST_USER;
    for (int i = 0; i < p->excs.len; i++) {
        taken |= p->excs.items[i].name == number;
    }
    if (taken) {
        ARENA_PUSH(p->arena, &p->user_names, arena_strdup(p->arena, name));
        number = NAME_FIRST_USER + p->user_names.len - 1;
    }
    return number;
}

typedef struct known_exception {
    int number;
    bool is_name;
} known_exception_t;

int modules_exception_of(program_t *p, const scope_t *s, const expr_t *base,
                         bool *is_name)
{
    const symbol_t *sym = symbol_of_expr(p, s, base);
    *is_name = sym->kind == SYM_EXCEPTION;
    if (*is_name) {
        return sym->exception;
    }
    const scope_t *owner = s;
    var_t *v = NULL;
    if (sym->kind == SYM_VAR) {
        v = sym->var;
        owner = sym->owner->scope;
    } else if (base->kind == EXPR_NAME) {
        v = modules_lookup(s, base->name, &owner);
    }
    if (!v || v->nbindings != 1 || !v->def || v->def->kind != STMT_CLASS) {
        return IMAGE_NONE;
    }
    bool class_is_name;
    return modules_exception(p, owner, v->def, &class_is_name);
}

static int bases_exception(program_t *p, const scope_t *s, const expr_list_t *bases,
                           bool *all_names)
{
    int number = IMAGE_NONE;
    *all_names = bases->len == 1;
    for (int i = 0; i < bases->len; i++) {
        bool is_name;
        int base = modules_exception_of(p, s, bases->items[i], &is_name);
        number = number == IMAGE_NONE ? base : number;
        *all_names &= is_name;
    }
    return number;
}

static known_exception_t *known(program_t *p, const stmt_t *def)
{
    return map_getn(&p->exceptions, (const char *)&def, sizeof def);
}

static known_exception_t *remember(program_t *p, const stmt_t *def, int number,
                                   bool is_name)
{
    known_exception_t *k = ARENA_NEW(p->arena, known_exception_t);
    *k = (known_exception_t){number, is_name};
    *map_slot(&p->exceptions, (const char *)&def, sizeof def, NULL) = k;
    return k;
}

static int message_row(program_t *p, const expr_list_t *args)
{
    if (args->len < 3 || args->items[2]->kind != EXPR_STR) {
        return IMAGE_NONE;
    }
    const expr_t *text = args->items[2];
    return consts_row(&p->consts,
                      consts_str(&p->consts, text->str.data, text->str.len));
}

int modules_exception(program_t *p, const scope_t *s, const stmt_t *def, bool *is_name)
{
    known_exception_t *k = known(p, def);
    if (k) {
        *is_name = k->is_name;
        return k->number;
    }
    remember(p, def, IMAGE_NONE, false); /* a class cannot be its own base */
    bool names;
    int parent, message = IMAGE_NONE;
    const char *name;
    if (def->kind == STMT_CLASS) {
        name = def->class_.name;
        parent = bases_exception(p, s, &def->class_.bases, &names);
        const var_t *v = scope_find(s, name);
        names &= s->kind == SCOPE_MODULE && empty_body(&def->class_.body) &&
                 !def->class_.decorators.len && !def->class_.keywords.len && v &&
                 v->nbindings == 1;
    } else {
        const expr_list_t *args = &def->value->call.args;
        name = args->items[0]->name;
        parent = modules_exception_of(p, s, args->items[1], &names);
        message = message_row(p, args);
        names = true;
    }
    if (parent == IMAGE_NONE) {
        *is_name = false;
        return IMAGE_NONE;
    }
    int number = new_number(p, name);
    ARENA_PUSH(p->arena, &p->excs,
               ((exc_row_t){number, parent, message, s->module->index}));
    k = remember(p, def, number, names);
    *is_name = names;
    return number;
}

/* ---- symbols ---- */

static void resolve_import(program_t *p, const scope_t *s, const var_t *v,
                           symbol_t *sym)
{
    const stmt_t *stmt = v->import;
    if (stmt->kind == STMT_IMPORT) {
        const char *name = v->alias->asname ? v->alias->name : v->name;
        sym->module = modules_get(p, s->module, name, 0);
        sym->kind = sym->module ? SYM_MODULE : SYM_NONE;
        return;
    }
    module_t *base = modules_get(p, s->module, stmt->from.module, stmt->from.level);
    module_t *own_sub = base == s->module ? modules_sub(p, base, v->alias->name) : NULL;
    var_t *target = base && !own_sub ? modules_var(base, v->alias->name) : NULL;
    if (target) {
        const symbol_t *inner = symbol_of(p, base->scope, target);
        if (inner->kind != SYM_NONE) {
            *sym = *inner;
        } else if (target->nbindings == 1) {
            sym->kind = SYM_VAR;
            sym->var = target;
            sym->owner = base;
        }
    } else if (base) {
        sym->module = modules_sub(p, base, v->alias->name);
        sym->kind = sym->module ? SYM_MODULE : SYM_NONE;
    }
}

static void resolve(program_t *p, const scope_t *s, const var_t *v, symbol_t *sym)
{
    if (v->nbindings != 1) {
        return;
    }
    if (v->import && v->alias) {
        resolve_import(p, s, v, sym);
    } else if (v->def && v->def->kind != STMT_FUNCTION) {
        bool is_name;
        int number = modules_exception(p, s, v->def, &is_name);
        if (is_name) {
            sym->kind = SYM_EXCEPTION;
            sym->exception = number;
        }
    }
}

const symbol_t *symbol_of(program_t *p, const scope_t *s, var_t *v)
{
    if (!v->symbol) {
        v->symbol = ARENA_NEW(p->arena, symbol_t);
        v->symbol->resolving = true;
        resolve(p, s, v, v->symbol);
        v->symbol->resolving = false;
    }
    return v->symbol->resolving ? &nothing : v->symbol;
}

static const symbol_t *new_module_symbol(program_t *p, module_t *m)
{
    symbol_t *sym = ARENA_NEW(p->arena, symbol_t);
    sym->kind = SYM_MODULE;
    sym->module = m;
    return sym;
}

static const symbol_t *symbol_of_member(program_t *p, module_t *m, const char *name)
{
    var_t *v = modules_var(m, name);
    if (!v) {
        module_t *sub = modules_sub(p, m, name);
        return sub ? new_module_symbol(p, sub) : &nothing;
    }
    const symbol_t *inner = symbol_of(p, m->scope, v);
    if (inner->kind != SYM_NONE) {
        return inner;
    }
    symbol_t *sym = ARENA_NEW(p->arena, symbol_t);
    sym->kind = SYM_VAR;
    sym->var = v;
    sym->owner = m;
    return sym;
}

/* A name that the module does not bind. */
static const symbol_t *symbol_of_free(program_t *p, const scope_t *s, const char *name)
{
    int number = program_builtin_exception(p, name);
    if (number >= 0) {
        symbol_t *sym = ARENA_NEW(p->arena, symbol_t);
        sym->kind = SYM_EXCEPTION;
        sym->exception = number;
        return sym;
    }
    if (strcmp(name, "__module__") == 0 && s->kind != SCOPE_CLASS) {
        return new_module_symbol(p, s->module);
    }
    if (p->opener && strcmp(name, "__open") == 0) {
        return symbol_of_member(p, p->opener, name);
    }
    if (!p->builtins || program_predefined(p, name)) {
        return &nothing;
    }
    return strcmp(name, "__builtins__") == 0 ? new_module_symbol(p, p->builtins)
                                             : symbol_of_member(p, p->builtins, name);
}

static const symbol_t *symbol_of_name(program_t *p, const scope_t *s, const char *name)
{
    const scope_t *owner;
    var_t *v = modules_lookup(s, name, &owner);
    if (!v || (v->place == PLACE_GLOBAL && !(v->flags & VAR_BOUND))) {
        return symbol_of_free(p, s, v && v->plain ? v->plain : name);
    }
    bool own = v->place != PLACE_CELL || owner->kind == SCOPE_MODULE;
    return own ? symbol_of(p, owner, v) : &nothing;
}

const symbol_t *symbol_of_expr(program_t *p, const scope_t *s, const expr_t *e)
{
    if (e->kind == EXPR_NAME) {
        return symbol_of_name(p, s, scope_mangle(p, s, e->name));
    }
    if (e->kind == EXPR_ATTRIBUTE) {
        const symbol_t *base = symbol_of_expr(p, s, e->attribute.value);
        if (base->kind == SYM_MODULE) {
            return symbol_of_member(p, base->module, e->attribute.name);
        }
    }
    return &nothing;
}
