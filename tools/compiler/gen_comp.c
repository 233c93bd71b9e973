/* SPDX-License-Identifier: MIT */
/*
 * gen_comp.c -- comprehensions and generator expressions, inlined where the scope pass
 * found that possible.
 */
#include "gen.h"

typedef struct comp {
    const expr_t *expr;
    scope_t *scope;
    int container; /* depth of the operand stack with the container on top */
} comp_t;

static void add_element(gen_t *g, const comp_t *comp)
{
    const expr_t *e = comp->expr;
    gen_expr(g, e->comp.element);
    if (e->kind == EXPR_DICT_COMP) {
        gen_expr(g, e->comp.value);
    }
    gen_at(g, e->pos);
    int values = e->kind == EXPR_DICT_COMP ? 2 : 1;
    int n = g->code->depth - values - comp->container + 1;
    switch (e->kind) {
    case EXPR_LIST_COMP:
        code_emit1(g->code, OP_LIST_APPEND, n);
        break;
    case EXPR_SET_COMP:
        code_emit1(g->code, OP_SET_ADD, n);
        break;
    case EXPR_DICT_COMP:
        code_emit1(g->code, OP_MAP_ADD, n);
        break;
    default:
        code_emit(g->code, OP_YIELD);
        code_emit(g->code, OP_POP);
    }
}

static void gen_clauses(gen_t *g, const comp_t *comp, int at);

/* The clause's `if`s and what is inside it; its loop has begun. */
static void gen_inside(gen_t *g, const comp_t *comp, int at, for_loop_t *loop)
{
    const ast_comp_t *clause = &comp->expr->comp.comps.items[at];
    for (int i = 0; i < clause->conds.len; i++) {
        gen_jump_if(g, clause->conds.items[i], false, loop->test);
    }
    gen_clauses(g, comp, at + 1);
    gen_for_end(g, loop);
    code_bind(g->code, loop->block.break_label);
}

static void gen_clauses(gen_t *g, const comp_t *comp, int at)
{
    if (at == comp->expr->comp.comps.len) {
        add_element(g, comp);
        return;
    }
    for_loop_t loop;
    const ast_comp_t *clause = &comp->expr->comp.comps.items[at];
    gen_for_begin(g, &loop, clause->target, clause->iter, NULL);
    gen_inside(g, comp, at, &loop);
}

static void begin_container(gen_t *g, comp_t *comp)
{
    static const uint8_t builds[] = {[EXPR_LIST_COMP] = OP_BUILD_LIST,
                                     [EXPR_SET_COMP] = OP_BUILD_SET,
                                     [EXPR_DICT_COMP] = OP_BUILD_DICT};
    if (comp->expr->kind != EXPR_GENERATOR) {
        code_emit1(g->code, builds[comp->expr->kind], 0);
    }
    comp->container = g->code->depth;
}

/* Its variables are temporaries of the code around. */
static void gen_inlined(gen_t *g, comp_t *comp)
{
    scope_t *s = comp->scope, *outer = g->scope;
    for (int i = 0; i < s->vars.len; i++) {
        if (s->vars.items[i]->place == PLACE_LOCAL) {
            s->vars.items[i]->local = code_temp(g->code);
        }
    }
    begin_container(g, comp);
    for_loop_t loop;
    const ast_comp_t *first = &comp->expr->comp.comps.items[0];
    gen_for_begin(g, &loop, first->target, first->iter, s);
    gen_inside(g, comp, 0, &loop);
    g->scope = outer;
    for (int i = 0; i < s->vars.len; i++) {
        if (s->vars.items[i]->place == PLACE_LOCAL) {
            code_temp_free(g->code, s->vars.items[i]->local);
        }
    }
}

/* A function of one parameter: the iterator over the first iterable. */
static void gen_called(gen_t *g, comp_t *comp)
{
    gen_t inner;
    gen_open(g, &inner, comp->scope, comp->expr->pos);
    code_t *c = inner.code;
    c->nparams = c->nposonly = 1;
    c->param_names = ARENA_NEW(g->program->arena, int);
    c->param_names[0] = program_name(g->program, ".0");
    begin_container(&inner, comp);
    code_emit1(c, OP_LOAD_FAST, 0);
    for_loop_t loop;
    gen_for_begin_iterator(&inner, &loop, comp->expr->comp.comps.items[0].target);
    gen_inside(&inner, comp, 0, &loop);
    code_emit(c, comp->expr->kind == EXPR_GENERATOR ? OP_RETURN_NONE : OP_RETURN);
    gen_close(&inner);
    gen_make_function(g, c, comp->scope, 0);
    gen_expr(g, comp->expr->comp.comps.items[0].iter);
    gen_at(g, comp->expr->pos);
    code_emit(g->code, OP_GET_ITER);
    code_emit1(g->code, OP_CALL, 1);
}

void gen_comp(gen_t *g, const expr_t *e)
{
    comp_t comp = {.expr = e, .scope = scope_of(g->program, e)};
    if (comp.scope->inlined) {
        gen_inlined(g, &comp);
    } else {
        gen_called(g, &comp);
    }
}
