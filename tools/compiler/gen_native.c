/* SPDX-License-Identifier: MIT */
/*
 * gen_native.c -- Python declarations of C functions and classes: @c_native, @native_c,
 * @c_native_class.
 */
#include "file.h"
#include "gen.h"
#include <string.h>

const expr_t *native_decorator(gen_t *g, const expr_list_t *decorators,
                               const char *what1, const char *what2)
{
    for (int i = 0; i < decorators->len; i++) {
        const expr_t *e = decorators->items[i];
        if (e->kind == EXPR_CALL && e->call.func->kind == EXPR_NAME &&
            (strcmp(e->call.func->name, what1) == 0 ||
             (what2 && strcmp(e->call.func->name, what2) == 0)) &&
            !modules_var(g->module, e->call.func->name)) {
            return e;
        }
    }
    return NULL;
}

/* The VM knows the natives of a standard module M.N as M_N. */
static int library_need(program_t *p, module_t *m)
{
    char *name = arena_strdup(p->arena, m->name);
    for (char *c = name; *c; c++) {
        *c = *c == '.' ? '_' : *c;
    }
    m->need = program_need(p, name, NULL);
    return m->need;
}

/* The build's output of a module, when it is there. */
static bool built(program_t *p, const char *dir, const char *name, const char **folder)
{
    *folder = arena_printf(p->arena, "%s/build/%s/%s", dir, program_board(p), name);
    return file_exists(arena_printf(p->arena, "%s/%s.so", *folder, name)) ||
           file_exists(arena_printf(p->arena, "%s/%s.zno", *folder, name));
}

/* The name that the file's natives are built under. */
static const char *stem_of(program_t *p, const char *file)
{
    const char *slash = strrchr(file, '/');
    const char *base = slash ? slash + 1 : file;
    return arena_strndup(p->arena, base, strcspn(base, "."));
}

static const char *dir_of(program_t *p, const char *file)
{
    const char *slash = strrchr(file, '/');
    return slash ? arena_strndup(p->arena, file, (size_t)(slash - file)) : ".";
}

/*
 * Natives of a module may have been built beside it, under its own name; all other
 * natives of a program are one module named after the program's main file.
 */
int native_need(gen_t *g)
{
    program_t *p = g->program;
    module_t *m = g->module;
    const char *main_file = p->modules.items[0]->file, *folder;
    if (m->need != (int)IMAGE_NONE || !m->file) {
        return m->need;
    }
    if (m->library) {
        return library_need(p, m);
    }
    const char *name = m->index == 0 ? stem_of(p, m->file) : m->name;
    if (!built(p, dir_of(p, m->file), name, &folder)) {
        name = stem_of(p, main_file);
        if (!built(p, dir_of(p, main_file), name, &folder)) {
            return IMAGE_NONE;
        }
    }
    m->need = program_need(p, name, folder);
    return m->need;
}

/* ---- defaults ---- */

/* The value of `name = constant` at module level when that is the name's only binding.
 */
static const expr_t *constant_binding(const module_t *m, const var_t *v)
{
    if (v->nbindings != 1) {
        return NULL;
    }
    for (int i = 0; i < m->ast->body.len; i++) {
        const stmt_t *s = m->ast->body.items[i];
        if (s->kind == STMT_ASSIGN && s->assign.targets.len == 1 &&
            s->assign.targets.items[0]->kind == EXPR_NAME &&
            s->assign.targets.items[0]->name == v->name) {
            return s->assign.value;
        }
    }
    return NULL;
}

/* A constant, or a name that is bound once to a constant. */
static int constant_default(gen_t *g, const expr_t *e, int depth)
{
    int k = fold(g, e);
    int64_t value;
    if (k >= 0 || depth > 8) {
        return k;
    }
    const symbol_t *sym = symbol_of_expr(g->program, g->scope, e);
    if (sym->kind == SYM_EXCEPTION) {
        return consts_exception(&g->program->consts, sym->exception);
    }
    const module_t *owner = g->module;
    const var_t *v = NULL;
    if (sym->kind == SYM_VAR) {
        owner = sym->owner;
        v = sym->var;
    } else if (e->kind == EXPR_NAME) {
        v = modules_var(g->module, e->name);
        if (!v && program_const(g->program, e->name, &value)) {
            return consts_int(&g->program->consts, value);
        }
    }
    const expr_t *bound = v ? constant_binding(owner, v) : NULL;
    return bound ? constant_default(g, bound, depth + 1) : -1;
}

static int default_row(gen_t *g, const ast_param_t *param)
{
    if (!param->value) {
        return IMAGE_NONE;
    }
    int k = constant_default(g, param->value, 0);
    if (k < 0) {
        gen_error(g, param->value->pos, DIAG_native_decl,
                  "the default of '%s' must be a constant", param->name);
        return IMAGE_NONE;
    }
    return consts_row(&g->program->consts, k);
}

/* ---- declarations ---- */

static native_t *new_native(gen_t *g, const stmt_t *s, const expr_t *decorator)
{
    const ast_params_t *params = s->function.params;
    program_t *p = g->program;
    native_t *n = ARENA_NEW(p->arena, native_t);
    n->symbol = decorator->call.args.items[0]->str.data;
    n->need = native_need(g);
    n->name = program_name(p, s->function.name);
    bool method = g->scope->kind == SCOPE_CLASS &&
                  params->nposonly + params->npos > 0 &&
                  strcmp(params->items[0].name, "self") == 0;
    int first = method, total = params->len - first;
    n->nposonly = params->nposonly - (method && params->nposonly > 0);
    n->nparams = params->nposonly + params->npos - first;
    n->nkwonly = total - n->nparams;
    n->flags = (method ? NATIVE_METHOD : 0) | (params->vararg ? NATIVE_VARARGS : 0) |
               (params->kwarg ? NATIVE_VARKW : 0);
    n->param_names = ARENA_ARRAY(p->arena, int, total + 1);
    n->defaults = ARENA_ARRAY(p->arena, int, total + 1);
    for (int i = 0; i < total; i++) {
        n->param_names[i] = program_name(p, params->items[first + i].name);
        n->defaults[i] = default_row(g, &params->items[first + i]);
    }
    return n;
}

void gen_native(gen_t *g, const stmt_t *s, const expr_t *decorator)
{
    native_t *n = new_native(g, s, decorator);
    ARENA_PUSH(g->program->arena, &g->program->natives, n);
    gen_at(g, s->pos);
    code_emit1(g->code, OP_LOAD_NATIVE, g->program->natives.len - 1);
}

const char *native_class_symbol(gen_t *g, const stmt_t *s)
{
    const expr_t *e =
        native_decorator(g, &s->class_.decorators, "c_native_class", NULL);
    return e ? e->call.args.items[0]->str.data : NULL;
}
