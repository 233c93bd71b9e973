/* SPDX-License-Identifier: MIT */
/*
 * gen_def.c -- functions, classes and module bodies: whatever has a code object of its
 * own.
 */
#include "gen.h"
#include <string.h>

/* ---- code objects ---- */

void gen_open(gen_t *g, gen_t *inner, scope_t *scope, ast_pos_t pos)
{
    program_t *p = g->program;
    *inner = (gen_t){.program = p, .module = g->module, .scope = scope, .owner = scope};
    code_t *c = inner->code =
        program_new_code(p, g->module->index, scope->name, scope->qualname);
    diag_pos_t *at = ARENA_NEW(p->arena, diag_pos_t);
    *at = ast_diag_pos(g->module->ast, pos);
    c->pos = at;
    c->file = g->module->file;
    c->first_line = pos.line;
    c->nlocals = scope->nlocals + (scope->kind == SCOPE_CLASS);
    c->ncells = scope->ncells;
    c->nfree = scope->nfree;
    c->flags = scope->is_generator ? CODE_GENERATOR : 0;
    gen_at(inner, pos);
    /* Parameters that inner functions refer to move into their cells. */
    for (int i = 0; i < scope->vars.len; i++) {
        const var_t *v = scope->vars.items[i];
        if (v->flags & VAR_PARAM && v->place == PLACE_CELL) {
            code_emit1(c, OP_LOAD_FAST, v->local);
            code_emit1(c, OP_STORE_DEREF, v->cell);
        }
    }
}

/* Variables of inlined comprehensions are slots of the code, too. */
static void name_slots(code_t *c, const scope_t *s, bool own)
{
    for (int i = 0; i < s->vars.len; i++) {
        const var_t *v = s->vars.items[i];
        if (v->local >= 0 && v->local < c->nlocals) {
            c->local_names[v->local] = v->name;
        }
        if (own && v->cell >= 0) {
            c->local_names[c->nlocals + v->cell] = v->name;
        }
    }
    for (int i = 0; i < s->children.len; i++) {
        if (s->children.items[i]->inlined) {
            name_slots(c, s->children.items[i], false);
        }
    }
}

void gen_close(gen_t *inner)
{
    code_t *c = inner->code;
    c->local_names =
        ARENA_ARRAY(c->arena, const char *, c->nlocals + c->ncells + c->nfree + 1);
    name_slots(c, inner->owner, true);
    if (!inner->program->failed && !code_finish(inner->code)) {
        inner->program->failed = true;
    }
}

/* The cells in the order in which the inner code numbers its free ones. */
static int gen_closure(gen_t *g, const scope_t *inner)
{
    for (int cell = inner->ncells; cell < inner->ncells + inner->nfree; cell++) {
        for (int i = 0; i < inner->vars.len; i++) {
            if (inner->vars.items[i]->cell == cell) {
                gen_load_cell(g, inner->vars.items[i]->name);
            }
        }
    }
    code_emit1(g->code, OP_BUILD_TUPLE, inner->nfree);
    return 4;
}

void gen_make_function(gen_t *g, code_t *code, const scope_t *inner, int flags)
{
    if (inner->nfree) {
        flags |= gen_closure(g, inner);
    }
    if (flags) {
        code_emit2(g->code, OP_MAKE_FUNCTION, code->index, flags);
        return;
    }
    int k = consts_function(&g->program->consts, code->index);
    code_emit1(g->code, OP_LOAD_CONST, consts_row(&g->program->consts, k));
}

/* ---- functions ---- */

static int gen_defaults(gen_t *g, const ast_params_t *params)
{
    int npos = params->nposonly + params->npos, flags = 0, nkw = 0;
    expr_list_t values = {0};
    for (int i = 0; i < npos; i++) {
        if (params->items[i].value) {
            ARENA_PUSH(g->program->arena, &values, params->items[i].value);
        }
    }
    if (values.len) {
        expr_t tuple = {.kind = EXPR_TUPLE};
        tuple.pos = values.items[0]->pos;
        tuple.values = values;
        gen_expr(g, &tuple);
        flags |= 1;
    }
    for (int i = npos; i < params->len; i++) {
        if (params->items[i].value) {
            int name = program_name(
                g->program, scope_mangle(g->program, g->scope, params->items[i].name));
            gen_const(g, consts_int(&g->program->consts, name));
            gen_expr(g, params->items[i].value);
            nkw++;
        }
    }
    if (nkw) {
        code_emit1(g->code, OP_BUILD_DICT, nkw);
        flags |= 2;
    }
    return flags;
}

static void set_params(gen_t *inner, const ast_params_t *params)
{
    code_t *c = inner->code;
    program_t *p = inner->program;
    int n = 0;
    c->nposonly = params->nposonly;
    c->nparams = params->nposonly + params->npos;
    c->nkwonly = params->len - c->nparams;
    c->param_names = ARENA_ARRAY(p->arena, int, params->len + 2);
    for (int i = 0; i < params->len; i++) {
        c->param_names[n++] =
            program_name(p, scope_mangle(p, inner->scope, params->items[i].name));
    }
    if (params->vararg) {
        c->param_names[n++] = program_name(p, params->vararg->name);
        c->flags |= CODE_VARARGS;
    }
    if (params->kwarg) {
        c->param_names[n++] = program_name(p, params->kwarg->name);
        c->flags |= CODE_VARKW;
    }
}

static void gen_function_value(gen_t *g, const stmt_t *s)
{
    int flags = gen_defaults(g, s->function.params);
    scope_t *scope = scope_of(g->program, s);
    gen_t inner;
    gen_open(g, &inner, scope, s->pos);
    set_params(&inner, s->function.params);
    gen_body(&inner, &s->function.body);
    code_emit(inner.code, OP_RETURN_NONE);
    gen_close(&inner);
    gen_at(g, s->pos);
    gen_make_function(g, inner.code, scope, flags);
}

void gen_lambda(gen_t *g, const expr_t *e)
{
    int flags = gen_defaults(g, e->lambda.params);
    scope_t *scope = scope_of(g->program, e);
    gen_t inner;
    gen_open(g, &inner, scope, e->pos);
    set_params(&inner, e->lambda.params);
    gen_expr(&inner, e->lambda.body);
    code_emit(inner.code, OP_RETURN);
    gen_close(&inner);
    gen_at(g, e->pos);
    gen_make_function(g, inner.code, scope, flags);
}

/* @builtin marks functions of __builtins__ and does nothing. */
static bool is_builtin_mark(gen_t *g, const expr_t *e)
{
    return e->kind == EXPR_NAME && strcmp(e->name, "builtin") == 0 &&
           is_free(g, e->name);
}

/* Decorators but `except`, which is the compiler's own. */
static int gen_decorators(gen_t *g, const expr_list_t *decorators, const expr_t *except)
{
    int n = 0;
    for (int i = 0; i < decorators->len; i++) {
        if (decorators->items[i] != except &&
            !is_builtin_mark(g, decorators->items[i])) {
            gen_expr(g, decorators->items[i]);
            n++;
        }
    }
    return n;
}

static void gen_decorator_calls(gen_t *g, int n, ast_pos_t pos)
{
    gen_at(g, pos);
    while (n--) {
        code_emit1(g->code, OP_CALL, 1);
    }
}

void gen_function(gen_t *g, const stmt_t *s)
{
    if (scope_of(g->program, s)->dropped) {
        return;
    }
    const expr_t *native =
        native_decorator(g, &s->function.decorators, "c_native", "native_c");
    int n = gen_decorators(g, &s->function.decorators, native);
    if (native) {
        gen_native(g, s, native);
    } else {
        gen_function_value(g, s);
    }
    gen_decorator_calls(g, n, s->pos);
    gen_store(g, s->function.name);
}

/* ---- classes ---- */

static void add_attrs(gen_t *g, class_row_t *row, const scope_t *scope)
{
    for (int i = 0; i < scope->vars.len; i++) {
        if (scope->vars.items[i]->place == PLACE_CLASS) {
            ARENA_PUSH(g->program->arena, &row->attrs,
                       program_name(g->program, scope->vars.items[i]->name));
        }
    }
}

/* The literal of `__slots__ = …` in the body, or NULL. */
static const expr_t *slots_literal(const stmt_t *s)
{
    for (int i = 0; i < s->class_.body.len; i++) {
        const stmt_t *inner = s->class_.body.items[i];
        if (inner->kind == STMT_ASSIGN &&
            inner->assign.targets.items[0]->kind == EXPR_NAME &&
            strcmp(inner->assign.targets.items[0]->name, "__slots__") == 0) {
            return inner->assign.value;
        }
    }
    return NULL;
}

static void add_slot(gen_t *g, class_row_t *row, const expr_t *e)
{
    const char *name = intern(g->program->intern, e->str.data);
    ARENA_PUSH(g->program->arena, &row->slots, program_name(g->program, name));
}

/* True for a str, or a tuple or list of str: what __slots__ says is known. */
static bool names_literal(const expr_t *e)
{
    if (e->kind != EXPR_TUPLE && e->kind != EXPR_LIST) {
        return e->kind == EXPR_STR;
    }
    for (int i = 0; i < e->values.len; i++) {
        if (e->values.items[i]->kind != EXPR_STR) {
            return false;
        }
    }
    return true;
}

/* __slots__ when it is a literal; else what the methods assign on self, and no
 * attribute is refused. */
static void add_slots(gen_t *g, class_row_t *row, const stmt_t *s, const scope_t *scope)
{
    const expr_t *literal = slots_literal(s);
    if (!literal || !names_literal(literal)) {
        for (int i = 0; i < scope->self_slots.len; i++) {
            ARENA_PUSH(g->program->arena, &row->slots,
                       program_name(g->program, scope->self_slots.items[i]));
        }
        return;
    }
    row->flags |= CLASS_SLOTS;
    if (literal->kind == EXPR_STR) {
        add_slot(g, row, literal);
    }
    for (int i = 0; literal->kind != EXPR_STR && i < literal->values.len; i++) {
        add_slot(g, row, literal->values.items[i]);
    }
}

static int new_class_row(gen_t *g, const stmt_t *s, const scope_t *scope)
{
    program_t *p = g->program;
    class_row_t *row = ARENA_NEW(p->arena, class_row_t);
    bool is_name;
    row->name = program_name(p, s->class_.name);
    row->module = g->module->index;
    row->qualname = consts_row(
        &p->consts, consts_str(&p->consts, scope->qualname, strlen(scope->qualname)));
    row->number = modules_exception(p, scope->parent, s, &is_name);
    row->flags = row->number != (int)IMAGE_NONE ? CLASS_EXCEPTION : 0;
    row->need = IMAGE_NONE;
    row->symbol = native_class_symbol(g, s);
    if (row->symbol) {
        row->flags |= CLASS_NATIVE;
        row->need = native_need(g);
    }
    add_attrs(g, row, scope);
    add_slots(g, row, s, scope);
    ARENA_PUSH(p->arena, &p->classes, row);
    return p->classes.len - 1;
}

static void gen_class_body(gen_t *g, gen_t *inner, const stmt_t *s, scope_t *scope)
{
    int row = new_class_row(g, s, scope);
    gen_open(g, inner, scope, s->pos);
    code_t *c = inner->code;
    c->flags |= CODE_CLASS_BODY;
    c->nparams = c->nposonly = 1;
    c->param_names = ARENA_NEW(g->program->arena, int);
    c->param_names[0] = NAME___bases__;
    gen_body(inner, &s->class_.body);
    gen_at(inner, s->pos);
    code_emit1(c, OP_END_CLASS, row);
    const var_t *cell = scope_find(scope, intern(g->program->intern, "__class__"));
    if (cell && cell->place == PLACE_CELL && cell->cell < scope->ncells) {
        code_emit1(c, OP_COPY, 1);
        code_emit1(c, OP_STORE_DEREF, cell->cell);
    }
    code_emit(c, OP_RETURN);
    gen_close(inner);
}

/* An exception that needs no class: only its name is bound. */
static bool gen_exception_name(gen_t *g, const stmt_t *s, const char *name)
{
    bool is_name;
    int number = modules_exception(g->program, g->scope, s, &is_name);
    if (!is_name) {
        return false;
    }
    if (!gen_binding_is_static(g, name)) {
        code_emit1(g->code, OP_LOAD_EXC, number);
        gen_store(g, name);
    }
    return true;
}

void gen_class(gen_t *g, const stmt_t *s)
{
    if (gen_exception_name(g, s, s->class_.name)) {
        return;
    }
    if (s->class_.keywords.len) {
        gen_error(g, s->class_.keywords.items[0].pos, DIAG_unsupported,
                  "class keywords and metaclasses are not supported");
    }
    const expr_t *native =
        native_decorator(g, &s->class_.decorators, "c_native_class", NULL);
    int n = gen_decorators(g, &s->class_.decorators, native);
    scope_t *scope = scope_of(g->program, s);
    gen_t inner;
    gen_class_body(g, &inner, s, scope);
    gen_at(g, s->pos);
    gen_make_function(g, inner.code, scope, 0);
    gen_sequence(g, &s->class_.bases, OP_BUILD_TUPLE);
    gen_at(g, s->pos);
    code_emit1(g->code, OP_CALL, 1);
    gen_decorator_calls(g, n, s->pos);
    gen_store(g, s->class_.name);
}

void gen_new_exception(gen_t *g, const stmt_t *s)
{
    const expr_t *name = s->value->call.args.items[0];
    if (name->kind != EXPR_NAME || !gen_exception_name(g, s, name->name)) {
        gen_error(
            g, s->pos, DIAG_unsupported,
            "new_exception() wants a name and the name of an exception as its base");
    }
}

/* ---- modules ---- */

/* A module that the program imports without saying so. */
static void import_unseen(gen_t *g, const module_t *m)
{
    if (m) {
        code_emit1(g->code, OP_IMPORT, m->index);
        code_emit(g->code, OP_POP);
    }
}

void gen_module(program_t *p, module_t *m)
{
    gen_t outer = {.program = p, .module = m}, g;
    m->scope->name = m->scope->qualname = "<module>";
    gen_open(&outer, &g, m->scope, (ast_pos_t){1, 1, 1});
    m->body = g.code;
    if (m->index == 0) {
        import_unseen(&g, p->builtins);
        import_unseen(&g, p->opener);
    }
    gen_shadowed_builtins(&g);
    gen_body(&g, &m->ast->body);
    code_emit(g.code, OP_RETURN_NONE);
    gen_close(&g);
}
