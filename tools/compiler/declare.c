/* SPDX-License-Identifier: MIT */
/*
 * declare.c -- collects what the decorators of natives say to the C build.
 *
 *     @native_c("symbol", [sources], [defines], [includes])
 *
 * Everything is a literal; all but the symbol may be left out.
 */
#include "modules.h"
#include <string.h>

typedef struct collector {
    program_t *program;
    const module_t *module;
} collector_t;

static bool report(const collector_t *c, ast_pos_t pos, const char *hint,
                   const char *text)
{
    diag_pos_t at = ast_diag_pos(c->module->ast, pos);
    diag_error(&at, DIAG_native_decl, hint, "%s", text);
    return false;
}

/* ---- arguments ---- */

/* The strings of argument `index` of the decorator; none when it is not there. */
static bool read_list(const collector_t *c, const expr_t *call, int index,
                      const char *const **out, int *n)
{
    static const char *const what[] = {"", "C sources", "defines", "include options"};
    arena_t *a = c->program->arena;
    *out = NULL;
    *n = 0;
    if (index >= call->call.args.len) {
        return true;
    }
    const expr_t *list = call->call.args.items[index];
    const char *text = arena_printf(
        a, "argument %d of '%s', the %s, must be a list of string literals", index + 1,
        call->call.func->name, what[index]);
    if (list->kind != EXPR_LIST && list->kind != EXPR_TUPLE) {
        return report(c, list->pos, NULL, text);
    }
    const char **items = ARENA_ARRAY(a, const char *, list->values.len + 1);
    for (int i = 0; i < list->values.len; i++) {
        if (list->values.items[i]->kind != EXPR_STR) {
            return report(c, list->values.items[i]->pos, NULL, text);
        }
        items[i] = list->values.items[i]->str.data;
    }
    *out = items;
    *n = list->values.len;
    return true;
}

static bool check_call(const collector_t *c, const expr_t *call)
{
    const expr_list_t *args = &call->call.args;
    const char *name = call->call.func->name;
    arena_t *a = c->program->arena;
    if (!args->len || args->items[0]->kind != EXPR_STR) {
        return report(
            c, call->pos, NULL,
            arena_printf(
                a, "the first argument of '%s' must be the C symbol, a string literal",
                name));
    }
    if (call->call.keywords.len) {
        return report(c, call->call.keywords.items[0].pos, NULL,
                      arena_printf(a, "'%s' takes no keyword arguments", name));
    }
    if (args->len > 4) {
        return report(c, args->items[4]->pos,
                      "symbol, [sources], [defines], [include options]",
                      arena_printf(a, "'%s' takes 1 to 4 arguments, %d are given", name,
                                   args->len));
    }
    return true;
}

/* ---- decorators ---- */

/* `self` of a method is not among what C gets. Only a method's decorator is indented. */
static void count_params(const ast_params_t *params, compile_native_t *n)
{
    bool method = n->pos.col > 2 && params->nposonly + params->npos > 0 &&
                  strcmp(params->items[0].name, "self") == 0;
    n->varargs = params->vararg != NULL;
    for (int i = method; i < params->len; i++) {
        n->nparams++;
        n->nrequired += !params->items[i].value;
    }
}

static bool add_native(const collector_t *c, const expr_t *call, const stmt_t *s)
{
    program_t *p = c->program;
    bool is_class = s->kind == STMT_CLASS;
    const char *name = is_class ? s->class_.name : s->function.name;
    compile_native_t n = {.module = c->module->name,
                          .dir = module_dir(p, c->module),
                          .library = c->module->library,
                          .is_class = is_class,
                          .name = name,
                          .pos = ast_diag_pos(c->module->ast, call->pos)};
    if (!check_call(c, call) || !read_list(c, call, 1, &n.sources, &n.nsources) ||
        !read_list(c, call, 2, &n.defines, &n.ndefines) ||
        !read_list(c, call, 3, &n.includes, &n.nincludes)) {
        return false;
    }
    n.symbol = call->call.args.items[0]->str.data;
    if (!is_class) {
        count_params(s->function.params, &n);
    }
    ARENA_PUSH(p->arena, &p->decls, n);
    return true;
}

static bool is_call_of(const collector_t *c, const expr_t *e, const char *name)
{
    return e->kind == EXPR_CALL && e->call.func->kind == EXPR_NAME &&
           strcmp(e->call.func->name, name) == 0 &&
           !modules_var(c->module, e->call.func->name);
}

static bool visit(void *context, stmt_t *s)
{
    const collector_t *c = context;
    bool is_class = s->kind == STMT_CLASS;
    if (!is_class && s->kind != STMT_FUNCTION) {
        return true;
    }
    const expr_list_t *all = is_class ? &s->class_.decorators : &s->function.decorators;
    for (int i = 0; i < all->len; i++) {
        const expr_t *e = all->items[i];
        bool wanted =
            is_class ? is_call_of(c, e, "c_native_class")
                     : is_call_of(c, e, "c_native") || is_call_of(c, e, "native_c");
        if (wanted && !add_native(c, e, s)) {
            return false;
        }
    }
    return true;
}

bool declare_natives(program_t *p, const module_t *m)
{
    static const char *const names[] = {"c_native", "native_c", "c_native_class"};
    collector_t c = {p, m};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (intern_known(p->intern, names[i])) {
            return ast_visit(&m->ast->body, visit, &c);
        }
    }
    return true;
}
