/* SPDX-License-Identifier: MIT */
/*
 * statics.c -- statements that are carried out while the program is compiled.
 *
 *     __define(NAME, 3)            every module: NAME is 3
 *     __cdefine(NAME, 3)           C and the #-if of modules read later: NAME is 3
 *     __cfile("x.c")               one more C source
 *     if __defined(NAME, value):   one part of the statement is left
 */
#include "board.h"
#include "config.h"
#include "modules.h"
#include <string.h>

typedef struct runner {
    program_t *program;
    const module_t *module;
} runner_t;

static bool report(const runner_t *r, const expr_t *e, const char *hint,
                   const char *text)
{
    diag_pos_t at = ast_diag_pos(r->module->ast, e->pos);
    diag_error(&at, DIAG_compile_time, hint, "%s", text);
    return false;
}

/* A call of that function with literal arguments, however it may end. */
static bool is_call(const expr_t *e, const char *name)
{
    return e->kind == EXPR_CALL && e->call.func->kind == EXPR_NAME &&
           strcmp(e->call.func->name, name) == 0;
}

/* ---- arguments ---- */

/* NAME or "NAME"; else NULL. */
static const char *name_of(const expr_t *e)
{
    return e->kind == EXPR_NAME ? e->name : e->kind == EXPR_STR ? e->str.data : NULL;
}

static bool integer_of(const expr_t *e, int64_t *value)
{
    bool negative = e->kind == EXPR_UNARY && e->unary.op == UNARY_MINUS;
    e = negative ? e->unary.operand : e;
    if (e->kind == EXPR_TRUE || e->kind == EXPR_FALSE) {
        *value = e->kind == EXPR_TRUE;
        return true;
    }
    if (e->kind != EXPR_INT || !e->integer.small) {
        return false;
    }
    *value = negative ? -e->integer.value : e->integer.value;
    return true;
}

/* NAME and, with `least` 2 always, an integer. */
static bool name_and_integer(const runner_t *r, const expr_t *call, int least,
                             const char **name, int64_t *value)
{
    const expr_list_t *args = &call->call.args;
    *value = 1;
    *name = args->len ? name_of(args->items[0]) : NULL;
    if (!*name || args->len < least || args->len > 2 || call->call.keywords.len ||
        (args->len == 2 && !integer_of(args->items[1], value))) {
        return report(r, call, NULL,
                      arena_printf(r->program->arena,
                                   "%s() wants a name and an integer literal",
                                   call->call.func->name));
    }
    return true;
}

/* ---- statements ---- */

static bool run_define(const runner_t *r, const expr_t *call)
{
    const char *name;
    int64_t value;
    if (!name_and_integer(r, call, 2, &name, &value)) {
        return false;
    }
    int64_t *old = map_get(&r->program->defines, name);
    if (old && *old != value) {
        return report(r, call, NULL,
                      arena_printf(r->program->arena, "'%s' is defined as %lld already",
                                   name, (long long)*old));
    }
    int64_t *kept = ARENA_NEW(r->program->arena, int64_t);
    *kept = value;
    map_set(&r->program->defines, name, kept);
    return true;
}

static bool run_cdefine(const runner_t *r, const expr_t *call)
{
    const char *name;
    int64_t value;
    if (!name_and_integer(r, call, 1, &name, &value)) {
        return false;
    }
    config_t c = {CONFIG_NUMBER, (double)value,
                  arena_printf(r->program->arena, "%lld", (long long)value), false};
    config_set(r->program, name, c);
    return true;
}

static bool run_cfile(const runner_t *r, const expr_t *call)
{
    const expr_list_t *args = &call->call.args;
    if (args->len != 1 || args->items[0]->kind != EXPR_STR || call->call.keywords.len) {
        return report(r, call, NULL, "__cfile() wants the name of a C source");
    }
    compile_cfile_t c = {.dir = module_dir(r->program, r->module),
                         .file = args->items[0]->str.data,
                         .library = r->module->library,
                         .pos = ast_diag_pos(r->module->ast, args->items[0]->pos)};
    ARENA_PUSH(r->program->arena, &r->program->cfiles, c);
    return true;
}

static bool run_statement(const runner_t *r, stmt_t *s)
{
    static const struct {
        const char *name;
        bool (*run)(const runner_t *r, const expr_t *call);
    } calls[] = {
        {"__define", run_define}, {"__cdefine", run_cdefine}, {"__cfile", run_cfile}};
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        if (is_call(s->value, calls[i].name)) {
            const expr_t *call = s->value;
            s->kind = STMT_PASS;
            return calls[i].run(r, call);
        }
    }
    return true;
}

/* ---- if __defined(…) ---- */

static bool list_has(const tree_t *list, const char *text)
{
    const tree_t *t = list->first;
    while (t && (t->kind != TREE_TEXT || strcmp(t->text, text) != 0)) {
        t = t->next;
    }
    return t != NULL;
}

static bool matches(const char *have, const char *want)
{
    return want ? strcmp(have, want) == 0 : *have && strcmp(have, "0") != 0;
}

/* What the board says: 1 it is so, 0 it is not, -1 there is no such name. */
static int ask_board(program_t *p, const char *name, const char *want)
{
    const tree_t *t = tree_get(board_get(p, "defines"), name);
    const tree_t *family_node = board_get(p, "family");
    const char *family =
        family_node && family_node->kind == TREE_TEXT ? family_node->text : "";
    if (t) {
        return t->kind == TREE_LIST ? !want || list_has(t, want)
                                    : matches(t->text, want);
    }
    if (strcmp(name, "BOARD") == 0 || strcmp(name, "LAYOUT") == 0) {
        return matches(program_board(p), want);
    }
    if (strcmp(name, "FAMILY") == 0) {
        return matches(family, want);
    }
    return strcmp(name, family) == 0 ? matches("1", want) : -1;
}

static int ask(program_t *p, const char *name, const char *want)
{
    if (strcmp(name, "CDEFS") == 0) {
        const tree_t *list = tree_get(board_get(p, "defines"), name);
        return !want || config_get(p, want) || (list && list_has(list, want));
    }
    const config_t *c = config_get(p, name);
    if (c) {
        return c->kind != CONFIG_NONE && matches(c->text, want);
    }
    return ask_board(p, name, want);
}

static const char *wanted_text(const runner_t *r, const expr_t *e)
{
    int64_t value;
    return integer_of(e, &value)
               ? arena_printf(r->program->arena, "%lld", (long long)value)
               : name_of(e);
}

/* False: reported. */
static bool run_defined(const runner_t *r, const expr_t *call, int *truth)
{
    const expr_list_t *args = &call->call.args;
    const char *name = args->len ? name_of(args->items[0]) : NULL, *want = NULL;
    if (args->len == 2) {
        want = wanted_text(r, args->items[1]);
    }
    if (!name || args->len > 2 || (args->len == 2 && !want) ||
        call->call.keywords.len) {
        return report(r, call, NULL, "__defined() wants a name and a literal");
    }
    *truth = ask(r->program, name, want);
    return *truth >= 0 ||
           report(r, args->items[0],
                  "BOARD, LAYOUT, FAMILY, TARGET, CDEFS, the family's name, what "
                  "board.json defines, and names that #-if knows",
                  arena_printf(r->program->arena, "board '%s' does not define '%s'",
                               program_board(r->program), name));
}

bool statics_defined(program_t *p, const module_t *m, const expr_t *call, int *truth)
{
    runner_t r = {p, m};
    return run_defined(&r, call, truth);
}

/* 1 or 0 when the test asks __defined() alone, -1 when it is an ordinary one. */
static bool evaluate(const runner_t *r, const expr_t *test, int *truth)
{
    if (is_call(test, "__defined")) {
        return run_defined(r, test, truth);
    }
    *truth = -1;
    if (test->kind == EXPR_UNARY && test->unary.op == UNARY_NOT) {
        if (!evaluate(r, test->unary.operand, truth)) {
            return false;
        }
        *truth = *truth < 0 ? -1 : !*truth;
        return true;
    }
    bool is_and = test->kind == EXPR_AND;
    for (int i = 0; (is_and || test->kind == EXPR_OR) && i < test->values.len; i++) {
        if (!evaluate(r, test->values.items[i], truth)) {
            return false;
        }
        if (*truth < 0 || *truth != is_and) {
            return true; /* an ordinary operand, or the result is clear */
        }
    }
    return true;
}

static bool run_if(const runner_t *r, stmt_t *s)
{
    int truth;
    if (!evaluate(r, s->cond.test, &truth)) {
        return false;
    }
    if (truth >= 0) {
        if (!truth) {
            s->cond.body = s->cond.orelse;
        }
        s->cond.orelse.len = 0;
        s->cond.test->kind = EXPR_TRUE;
    }
    return true;
}

static bool visit(void *context, stmt_t *s)
{
    const runner_t *r = context;
    return s->kind == STMT_IF     ? run_if(r, s)
           : s->kind == STMT_EXPR ? run_statement(r, s)
                                  : true;
}

bool statics_run(program_t *p, const module_t *m)
{
    static const char *const names[] = {"__defined", "__define", "__cdefine",
                                        "__cfile"};
    runner_t r = {p, m};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (intern_known(p->intern, names[i])) {
            return ast_visit(&m->ast->body, visit, &r);
        }
    }
    return true;
}

/* ---- names of __define() are not assigned to ---- */

static bool check_scope(program_t *p, const scope_t *s)
{
    for (int i = 0; i < s->vars.len; i++) {
        const var_t *v = s->vars.items[i];
        if (v->flags & VAR_BOUND && map_get(&p->defines, v->name)) {
            diag_pos_t at = ast_diag_pos(s->module->ast, v->pos);
            diag_error(&at, DIAG_compile_time, NULL,
                       "'%s' is a constant of __define() and cannot be bound", v->name);
            return false;
        }
    }
    for (int i = 0; i < s->children.len; i++) {
        if (!check_scope(p, s->children.items[i])) {
            return false;
        }
    }
    return true;
}

bool statics_check(program_t *p)
{
    for (int i = 0; p->defines.count && i < p->modules.len; i++) {
        if (!check_scope(p, p->modules.items[i]->scope)) {
            return false;
        }
    }
    return true;
}
