/* SPDX-License-Identifier: MIT */
/*
 * shake.c -- drops functions, methods and natives that nothing in the program can refer
 * to.
 *
 * It goes by names alone: a definition stays when live code mentions its name as a
 * variable, an attribute, a whole string literal or a field of one ("{0.name}").
 * Special methods stay; so does what has decorators that could register it. When the
 * program computes names of attributes (getattr with anything but a literal), nothing
 * is dropped.
 */
#include "scope.h"
#include <string.h>

/* What is known of one name. */
typedef struct mention {
    bool live;
    LIST(scope_t *) waiting; /* definitions of that name */
} mention_t;

typedef struct shaker {
    program_t *program;
    map_t mentions; /* by the interned name's address */
    LIST(scope_t *) work;
} shaker_t;

static mention_t *mention(shaker_t *s, const char *name)
{
    void **slot = map_slot(&s->mentions, (const char *)&name, sizeof name, NULL);
    if (!*slot) {
        *slot = ARENA_NEW(s->program->arena, mention_t);
    }
    return *slot;
}

static void mark(shaker_t *s, const char *name)
{
    mention_t *m = mention(s, name);
    m->live = true;
    while (m->waiting.len > 0) {
        scope_t *scope = m->waiting.items[--m->waiting.len];
        scope->dropped = false;
        ARENA_PUSH(s->program->arena, &s->work, scope);
    }
}

/* Methods without underscores that the VM itself calls: of what ** unpacks, of what
 * yield from delegates to, of print's file. */
static void mark_called_by_vm(shaker_t *s)
{
    static const char *const names[] = {"keys",  "send",  "throw",
                                        "close", "write", "flush"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        mark(s, intern(s->program->intern, names[i]));
    }
}

/* Decorators that only wrap the function, or bind it to C. */
static bool harmless(const expr_t *decorator)
{
    static const char *const names[] = {"staticmethod", "classmethod", "property",
                                        "c_native",     "native_c",    "builtin"};
    const expr_t *e = decorator->kind == EXPR_CALL ? decorator->call.func : decorator;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (e->kind == EXPR_NAME && strcmp(e->name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* Does evaluating the default do nothing that can be seen? */
static bool is_quiet(const expr_t *e)
{
    switch (e->kind) {
    case EXPR_INT:
    case EXPR_FLOAT:
    case EXPR_STR:
    case EXPR_BYTES:
    case EXPR_NONE:
    case EXPR_TRUE:
    case EXPR_FALSE:
        return true;
    default:
        return false;
    }
}

static bool is_special(const char *name)
{
    size_t len = strlen(name);
    return len > 4 && strncmp(name, "__", 2) == 0 && strcmp(name + len - 2, "__") == 0;
}

static var_t *definition(shaker_t *s, const scope_t *f)
{
    return scope_find(f->parent, scope_mangle(s->program, f->parent, f->name));
}

static bool droppable(shaker_t *s, const scope_t *f)
{
    const stmt_t *def = f->node;
    if (f->kind != SCOPE_FUNCTION || strcmp(f->name, "<lambda>") == 0 ||
        is_special(f->name) || f->parent->kind == SCOPE_FUNCTION) {
        return false;
    }
    for (int i = 0; i < def->function.decorators.len; i++) {
        if (!harmless(def->function.decorators.items[i])) {
            return false;
        }
    }
    for (int i = 0; i < def->function.params->len; i++) {
        const expr_t *value = def->function.params->items[i].value;
        if (value && !is_quiet(value)) {
            return false;
        }
    }
    const var_t *v = definition(s, f);
    return v && v->nbindings == 1 && !(v->flags & (VAR_GLOBAL | VAR_NONLOCAL));
}

/* Everything that the scope's code mentions is live; functions inside wait until they
 * are named. */
static void enter(shaker_t *s, scope_t *scope)
{
    for (int i = 0; i < scope->vars.len; i++) {
        if (scope->vars.items[i]->flags & VAR_USED) {
            mark(s, scope->vars.items[i]->name);
            if (scope->vars.items[i]->plain) {
                mark(s, scope->vars.items[i]->plain);
            }
        }
    }
    for (int i = 0; i < scope->refs.len; i++) {
        mark(s, scope->refs.items[i]);
    }
    for (int i = 0; i < scope->children.len; i++) {
        scope_t *inner = scope->children.items[i];
        mention_t *m =
            droppable(s, inner) ? mention(s, definition(s, inner)->name) : NULL;
        if (m && !m->live) {
            inner->dropped = true;
            ARENA_PUSH(s->program->arena, &m->waiting, inner);
        } else {
            ARENA_PUSH(s->program->arena, &s->work, inner);
        }
    }
}

/* Takes the dropped functions out of the tree, so that they bind and want nothing. */
static void prune(shaker_t *s, scope_t *scope)
{
    int kept = 0;
    for (int i = 0; i < scope->children.len; i++) {
        scope_t *inner = scope->children.items[i];
        if (inner->dropped) {
            definition(s, inner)->flags &= ~(unsigned)VAR_BOUND;
        } else {
            scope->children.items[kept++] = inner;
            prune(s, inner);
        }
    }
    scope->children.len = kept;
}

void scope_shake(program_t *p)
{
    if (p->dynamic_names) {
        return;
    }
    shaker_t s = {.program = p};
    map_init(&s.mentions, p->arena);
    mark_called_by_vm(&s);
    for (int i = 0; i < p->modules.len; i++) {
        ARENA_PUSH(p->arena, &s.work, p->modules.items[i]->scope);
    }
    while (s.work.len > 0) {
        enter(&s, s.work.items[--s.work.len]);
    }
    for (int i = 0; i < p->modules.len; i++) {
        prune(&s, p->modules.items[i]->scope);
    }
}
