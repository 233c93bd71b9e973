/* SPDX-License-Identifier: MIT */
/*
 * gen_loop.c -- loops, inverted: the test stands behind the body and goes back to it.
 */
#include "gen.h"

/* Calls of the builtin range with 1 to 3 plain arguments need no range object. */
static bool is_range(gen_t *g, const expr_t *e)
{
    if (e->kind != EXPR_CALL || e->call.keywords.len || e->call.args.len < 1 ||
        e->call.args.len > 3 ||
        gen_builtin(g, e->call.func) != program_builtin("range")) {
        return false;
    }
    for (int i = 0; i < e->call.args.len; i++) {
        if (e->call.args.items[i]->kind == EXPR_STARRED) {
            return false;
        }
    }
    return true;
}

/* Pushes what is iterated over; a list of constants is as good as the tuple. */
static void gen_iterable(gen_t *g, const expr_t *e)
{
    expr_t tuple = *e;
    tuple.kind = EXPR_TUPLE;
    bool constant = e->kind == EXPR_LIST && fold(g, &tuple) >= 0;
    gen_expr(g, constant ? &tuple : e);
    gen_at(g, e->pos);
    code_emit(g->code, OP_GET_ITER);
}

static void begin(gen_t *g, for_loop_t *loop, const expr_t *target, bool range)
{
    code_t *c = g->code;
    int local = target->kind == EXPR_NAME ? gen_local(g, target->name) : -1;
    loop->temporary = range && local < 0;
    loop->local = loop->temporary ? code_temp(c) : local;
    loop->op = range ? OP_LOOP_RANGE : local >= 0 ? OP_LOOP_ITER_FAST : OP_LOOP_ITER;
    loop->block =
        (block_t){.kind = BLOCK_LOOP, .outer = g->blocks, .items = range ? 3 : 1};
    loop->block.break_label = code_label(c);
    loop->block.next_label = loop->test = code_label(c);
    loop->body = code_label(c);
    g->blocks = &loop->block;
    code_jump(c, OP_JUMP, loop->test);
    code_bind(c, loop->body);
    c->depth += loop->op == OP_LOOP_ITER;
    if (loop->temporary) {
        code_emit1(c, OP_LOAD_FAST_CHECK, loop->local);
    }
    if (loop->temporary || loop->op == OP_LOOP_ITER) {
        gen_assign(g, target);
    }
}

void gen_for_begin_iterator(gen_t *g, for_loop_t *loop, const expr_t *target)
{
    begin(g, loop, target, false);
}

static bool gen_loop_source(gen_t *g, const expr_t *iter)
{
    bool range = is_range(g, iter);
    if (range) {
        for (int i = 0; i < iter->call.args.len; i++) {
            gen_expr(g, iter->call.args.items[i]);
        }
        gen_at(g, iter->pos);
        code_emit1(g->code, OP_RANGE_PREP, iter->call.args.len);
    } else {
        gen_iterable(g, iter);
    }
    return range;
}

void gen_for_begin(gen_t *g, for_loop_t *loop, const expr_t *target, const expr_t *iter,
                   scope_t *inside)
{
    bool range = gen_loop_source(g, iter);
    g->scope = inside ? inside : g->scope;
    begin(g, loop, target, range);
}

void gen_for_end(gen_t *g, for_loop_t *loop)
{
    code_t *c = g->code;
    code_bind(c, loop->test);
    if (loop->op == OP_LOOP_ITER) {
        code_jump(c, OP_LOOP_ITER, loop->body);
    } else {
        code_jump_local(c, loop->op, loop->local, loop->body);
    }
    g->blocks = loop->block.outer;
    if (loop->temporary) {
        code_temp_free(c, loop->local);
    }
}

void gen_for(gen_t *g, const stmt_t *s)
{
    for_loop_t loop;
    gen_for_begin(g, &loop, s->loop.target, s->loop.iter, NULL);
    gen_body(g, &s->loop.body);
    gen_at(g, s->pos);
    gen_for_end(g, &loop);
    gen_body(g, &s->loop.orelse);
    code_bind(g->code, loop.block.break_label);
}

void gen_while(gen_t *g, const stmt_t *s)
{
    code_t *c = g->code;
    int truth = fold_truth(g, s->cond.test), body = code_label(c);
    block_t loop = {.kind = BLOCK_LOOP,
                    .outer = g->blocks,
                    .break_label = code_label(c),
                    .next_label = truth == 1 ? body : code_label(c)};
    if (truth != 0) {
        if (truth < 0) {
            code_jump(c, OP_JUMP, loop.next_label);
        }
        g->blocks = &loop;
        code_bind(c, body);
        gen_body(g, &s->cond.body);
        g->blocks = loop.outer;
        gen_at(g, s->pos);
        if (truth < 0) {
            code_bind(c, loop.next_label);
        }
        gen_jump_if(g, s->cond.test, true, body);
    }
    gen_body(g, &s->cond.orelse);
    code_bind(c, loop.break_label);
}
