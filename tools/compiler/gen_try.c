/* SPDX-License-Identifier: MIT */
/*
 * gen_try.c -- try, with, and every way out of them.
 *
 * A protected stretch of code is one or more ranges of the exception table. The code
 * that runs on the way out of a block (a final body, a call of __exit__) is put in line
 * wherever control leaves, and is not protected by that block: there its range is
 * closed, and opened again behind.
 *
 * A handler is entered with the exception on the stack. PUSH_EXC makes that two values,
 * what was handled before and the exception; POP_EXC takes the former back. Whatever
 * leaves a handler passes "cleanup": handled before, exception → go on raising.
 */
#include "gen.h"

/* ---- blocks and their ranges ---- */

static void open_range(gen_t *g, block_t *b)
{
    if (b->ranged) {
        b->start = code_mark(g->code);
    }
}

static void close_range(gen_t *g, block_t *b)
{
    if (b->ranged) {
        code_handler(g->code, b->start, code_mark(g->code), b->target, b->depth);
    }
}

static void push(gen_t *g, block_t *b)
{
    b->outer = g->blocks;
    g->blocks = b;
    open_range(g, b);
}

static void pop(gen_t *g)
{
    close_range(g, g->blocks);
    g->blocks = g->blocks->outer;
}

static block_t protected_block(gen_t *g, block_kind_t kind, int depth)
{
    return (block_t){
        .kind = kind, .ranged = true, .target = code_label(g->code), .depth = depth};
}

/* Handled before, exception: the handler is left and the exception goes on. */
static void gen_reraise(gen_t *g)
{
    code_emit1(g->code, OP_SWAP, 2);
    code_emit(g->code, OP_POP_EXC);
    code_emit(g->code, OP_RERAISE);
}

/* ---- the way out ---- */

static void drop(gen_t *g, int n, bool has_value)
{
    for (int i = 0; i < n; i++) {
        if (has_value) {
            code_emit1(g->code, OP_SWAP, 2);
        }
        code_emit(g->code, OP_POP);
    }
}

static void pop_exc(gen_t *g, bool has_value)
{
    if (has_value) {
        code_emit1(g->code, OP_SWAP, 2);
    }
    code_emit(g->code, OP_POP_EXC);
}

static void gen_exit_call(gen_t *g)
{
    for (int i = 0; i < 3; i++) {
        code_emit(g->code, OP_LOAD_NONE);
    }
    code_emit1(g->code, OP_CALL, 3);
    code_emit(g->code, OP_POP);
}

static void unbind(gen_t *g, const char *name)
{
    code_emit(g->code, OP_LOAD_NONE);
    gen_store(g, name);
    gen_delete(g, name);
}

static void gen_final_inline(gen_t *g, const block_t *b, bool has_value)
{
    block_t value = {.kind = BLOCK_VALUE, .outer = g->blocks};
    if (has_value) {
        g->blocks = &value;
    }
    gen_body(g, b->final);
    g->blocks = b->outer;
}

/* Leaves one block; has_value: on top of the stack is what an enclosing return
 * delivers. */
static void leave(gen_t *g, block_t *b, bool has_value)
{
    switch (b->kind) {
    case BLOCK_LOOP:
        drop(g, b->items, has_value);
        break;
    case BLOCK_TRY:
        break;
    case BLOCK_FINALLY:
        gen_final_inline(g, b, has_value);
        break;
    case BLOCK_WITH:
        if (has_value) {
            code_emit1(g->code, OP_SWAP, 2);
        }
        gen_exit_call(g);
        break;
    case BLOCK_HANDLER:
        pop_exc(g, has_value);
        break;
    case BLOCK_NAMED:
        unbind(g, b->name);
        break;
    case BLOCK_FINAL_EXC:
        drop(g, 1, has_value);
        pop_exc(g, has_value);
        break;
    case BLOCK_VALUE:
        drop(g, 1, has_value);
        break;
    }
}

/* Leaves all blocks inside `until`; the caller then emits the jump or return and calls
 * resume(). */
static block_t *unwind(gen_t *g, const block_t *until, bool has_value)
{
    block_t *was = g->blocks;
    for (block_t *b = was; b != until; b = b->outer) {
        close_range(g, b);
        g->blocks = b->outer;
        leave(g, b, has_value);
    }
    return was;
}

static void resume(gen_t *g, block_t *was, const block_t *until)
{
    for (block_t *b = was; b != until; b = b->outer) {
        open_range(g, b);
    }
    g->blocks = was;
}

/* Loops need no leaving when nothing outside of them does: the frame is gone. */
static const block_t *outermost_to_leave(const gen_t *g)
{
    const block_t *until = g->blocks;
    for (const block_t *b = g->blocks; b; b = b->outer) {
        if (b->kind != BLOCK_LOOP && b->kind != BLOCK_VALUE && b->kind != BLOCK_TRY) {
            until = b->outer;
        }
    }
    return until;
}

void gen_return(gen_t *g, const stmt_t *s)
{
    if (s->value) {
        gen_expr(g, s->value);
    }
    int depth = g->code->depth;
    const block_t *until = outermost_to_leave(g);
    block_t *was = unwind(g, until, s->value != NULL);
    gen_at(g, s->pos);
    code_emit(g->code, s->value ? OP_RETURN : OP_RETURN_NONE);
    g->code->depth = depth - (s->value != NULL);
    resume(g, was, until);
}

static block_t *innermost_loop(const gen_t *g)
{
    block_t *b = g->blocks;
    while (b->kind != BLOCK_LOOP) {
        b = b->outer;
    }
    return b;
}

static void gen_jump_out(gen_t *g, const stmt_t *s, bool end)
{
    block_t *loop = innermost_loop(g);
    int depth = g->code->depth;
    block_t *was = unwind(g, loop, false);
    gen_at(g, s->pos);
    if (end) {
        drop(g, loop->items, false);
    }
    code_jump(g->code, OP_JUMP, end ? loop->break_label : loop->next_label);
    g->code->depth = depth;
    resume(g, was, loop);
}

void gen_break(gen_t *g, const stmt_t *s)
{
    gen_jump_out(g, s, true);
}

void gen_continue(gen_t *g, const stmt_t *s)
{
    gen_jump_out(g, s, false);
}

/* ---- except ---- */

/* The body of a handler; the exception is on top of the stack. `cleanup` is where its
 * own exceptions go. */
static void gen_handler_body(gen_t *g, const ast_handler_t *h, int depth, int cleanup)
{
    code_t *c = g->code;
    if (!h->name) {
        code_emit(c, OP_POP);
        gen_body(g, &h->body);
        return;
    }
    code_emit(c, OP_EXC_OBJECT);
    gen_store(g, h->name);
    block_t named = protected_block(g, BLOCK_NAMED, depth);
    named.name = h->name;
    push(g, &named);
    gen_body(g, &h->body);
    pop(g);
    int done = code_label(c);
    unbind(g, h->name);
    code_jump(c, OP_JUMP, done);
    code_enter(c, named.target, depth + 1);
    unbind(g, h->name);
    code_jump(c, OP_JUMP, cleanup);
    code_bind(c, done);
}

static void gen_handlers(gen_t *g, const stmt_t *s, block_t *handler, int end)
{
    code_t *c = g->code;
    int depth = handler->depth; /* with what was handled before */
    for (int i = 0; i < s->attempt.handlers.len; i++) {
        const ast_handler_t *h = &s->attempt.handlers.items[i];
        int next = code_label(c);
        if (h->type) {
            gen_expr(g, h->type);
            gen_at(g, h->pos);
            code_emit(c, OP_MATCH_EXC);
            code_jump(c, OP_JUMP_IF_FALSE, next);
        }
        gen_handler_body(g, h, depth, handler->target);
        close_range(g, handler);
        code_emit(c, OP_POP_EXC);
        code_jump(c, OP_JUMP, end);
        open_range(g, handler);
        c->depth = depth + 1;
        if (h->type) {
            code_bind(c, next);
        }
    }
}

/* except*: each handler takes its part of the group; what handlers raise is collected
 * in `raised`. */
static void gen_star_handler(gen_t *g, const ast_handler_t *h, block_t *handler,
                             int raised, int none_left)
{
    code_t *c = g->code;
    int depth = handler->depth + 1, no_match = code_label(c), next = code_label(c);
    code_emit1(c, OP_COPY, 1);
    code_jump(c, OP_JUMP_IF_NONE, none_left);
    gen_expr(g, h->type);
    gen_at(g, h->pos);
    code_emit(c, OP_EXC_STAR_SPLIT);
    code_emit1(c, OP_COPY, 1);
    code_jump(c, OP_JUMP_IF_NONE, no_match);
    block_t body = protected_block(g, BLOCK_TRY, depth);
    if (h->name) {
        gen_store(g, h->name);
    } else {
        code_emit(c, OP_POP);
    }
    push(g, &body);
    gen_body(g, &h->body);
    pop(g);
    if (h->name) {
        unbind(g, h->name);
    }
    code_jump(c, OP_JUMP, next);
    code_enter(c, body.target, depth + 1);
    if (h->name) {
        unbind(g, h->name);
    }
    code_emit1(c, OP_LOAD_FAST_CHECK, raised);
    code_emit1(c, OP_SWAP, 2);
    code_emit2(c, OP_CALL_METHOD, NAME_append, 1);
    code_emit(c, OP_POP);
    code_jump(c, OP_JUMP, next);
    c->depth = depth + 1;
    code_bind(c, no_match);
    code_emit(c, OP_POP);
    code_bind(c, next);
}

/* The rest of the group and what was raised go on together; one of them alone as it is.
 */
static void gen_star_end(gen_t *g, block_t *handler, int raised, int none_left, int end)
{
    code_t *c = g->code;
    program_t *p = g->program;
    int done = code_label(c);
    code_emit1(c, OP_COPY, 1);
    code_jump(c, OP_JUMP_IF_NONE, none_left);
    code_emit1(c, OP_LOAD_FAST_CHECK, raised);
    code_jump(c, OP_JUMP_IF_FALSE, handler->target);
    code_emit1(c, OP_LOAD_FAST_CHECK, raised);
    code_emit1(c, OP_COPY, 2);
    code_emit2(c, OP_CALL_METHOD, NAME_append, 1);
    code_emit(c, OP_POP);
    code_bind(c, none_left);
    code_emit1(c, OP_LOAD_FAST_CHECK, raised);
    code_jump(c, OP_JUMP_IF_FALSE, done);
    int several = code_label(c);
    code_emit1(c, OP_LOAD_FAST_CHECK, raised);
    code_emit1(c, OP_LOAD_INT8, 1);
    code_emit(c, OP_LOAD_NONE);
    code_emit1(c, OP_BUILD_SLICE, 2);
    code_emit(c, OP_LOAD_SUBSCR);
    code_jump(c, OP_JUMP_IF_TRUE, several);
    code_emit1(c, OP_LOAD_FAST_CHECK, raised);
    code_emit1(c, OP_LOAD_INT8, 0);
    code_emit(c, OP_LOAD_SUBSCR);
    code_emit1(c, OP_RAISE, 1);
    c->depth = handler->depth + 1;
    code_bind(c, several);
    code_emit1(c, OP_LOAD_EXC, NAME_ExceptionGroup);
    gen_const(g, consts_str(&p->consts, "", 0));
    code_emit1(c, OP_LOAD_FAST_CHECK, raised);
    code_emit1(c, OP_CALL, 2);
    code_emit1(c, OP_RAISE, 1);
    c->depth = handler->depth + 1;
    code_bind(c, done);
    close_range(g, handler);
    code_emit(c, OP_POP);
    code_emit(c, OP_POP_EXC);
    code_jump(c, OP_JUMP, end);
    open_range(g, handler);
    c->depth = handler->depth + 1;
}

static void gen_star_handlers(gen_t *g, const stmt_t *s, block_t *handler, int end)
{
    code_t *c = g->code;
    int raised = code_temp(c), none_left = code_label(c);
    code_emit1(c, OP_BUILD_LIST, 0);
    code_emit1(c, OP_STORE_FAST, raised);
    for (int i = 0; i < s->attempt.handlers.len; i++) {
        gen_star_handler(g, &s->attempt.handlers.items[i], handler, raised, none_left);
    }
    gen_star_end(g, handler, raised, none_left, end);
    code_temp_free(c, raised);
}

static void gen_try_except(gen_t *g, const stmt_t *s)
{
    if (!s->attempt.handlers.len) {
        gen_body(g, &s->attempt.body);
        gen_body(g, &s->attempt.orelse);
        return;
    }
    code_t *c = g->code;
    int depth = c->depth, end = code_label(c);
    block_t attempt = protected_block(g, BLOCK_TRY, depth);
    push(g, &attempt);
    gen_body(g, &s->attempt.body);
    pop(g);
    gen_body(g, &s->attempt.orelse);
    code_jump(c, OP_JUMP, end);
    code_enter(c, attempt.target, depth + 1);
    gen_at(g, s->pos);
    code_emit(c, OP_PUSH_EXC);
    block_t handler = protected_block(g, BLOCK_HANDLER, depth + 1);
    push(g, &handler);
    if (s->attempt.is_star) {
        gen_star_handlers(g, s, &handler, end);
    } else {
        gen_handlers(g, s, &handler, end);
    }
    pop(g);
    code_enter(c, handler.target, depth + 2);
    gen_reraise(g);
    c->depth = depth;
    code_bind(c, end);
}

/* ---- finally ---- */

void gen_try(gen_t *g, const stmt_t *s)
{
    if (!s->attempt.final.len) {
        gen_try_except(g, s);
        return;
    }
    code_t *c = g->code;
    int depth = c->depth, end = code_label(c);
    block_t block = protected_block(g, BLOCK_FINALLY, depth);
    block.final = &s->attempt.final;
    push(g, &block);
    gen_try_except(g, s);
    pop(g);
    gen_body(g, &s->attempt.final);
    code_jump(c, OP_JUMP, end);
    code_enter(c, block.target, depth + 1);
    code_emit(c, OP_PUSH_EXC);
    block_t raised = protected_block(g, BLOCK_FINAL_EXC, depth + 1);
    push(g, &raised);
    gen_body(g, &s->attempt.final);
    pop(g);
    code_enter(c, raised.target, depth + 2);
    gen_reraise(g);
    c->depth = depth;
    code_bind(c, end);
}

/* ---- with ---- */

/* exit, exception: asks __exit__ whether the exception ends here. */
static void gen_with_raised(gen_t *g, int depth, int end)
{
    code_t *c = g->code;
    int suppressed = code_label(c);
    code_emit(c, OP_PUSH_EXC);
    code_emit(c, OP_EXC_OBJECT);
    block_t handler = protected_block(g, BLOCK_HANDLER, depth + 2);
    push(g, &handler);
    code_emit1(c, OP_COPY, 3);
    code_emit1(c, OP_COPY, 2);
    code_emit2(c, OP_CALL_BUILTIN, program_builtin("type"), 1);
    code_emit1(c, OP_COPY, 3);
    code_emit(c, OP_LOAD_NONE);
    code_emit1(c, OP_CALL, 3);
    code_jump(c, OP_JUMP_IF_TRUE, suppressed);
    pop(g);
    code_enter(c, handler.target, depth + 3);
    gen_reraise(g);
    c->depth = depth + 3;
    code_bind(c, suppressed);
    code_emit(c, OP_POP);
    code_emit(c, OP_POP_EXC);
    code_emit(c, OP_POP);
    code_jump(c, OP_JUMP, end);
}

static void gen_with_item(gen_t *g, const stmt_t *s, int at)
{
    if (at == s->with.items.len) {
        gen_body(g, &s->with.body);
        return;
    }
    code_t *c = g->code;
    const ast_with_item_t *item = &s->with.items.items[at];
    int depth = c->depth, end = code_label(c);
    gen_expr(g, item->context);
    gen_at(g, item->context->pos);
    code_emit1(c, OP_COPY, 1);
    code_emit1(c, OP_LOAD_SPECIAL, NAME___enter__);
    code_emit1(c, OP_SWAP, 2);
    code_emit1(c, OP_LOAD_SPECIAL, NAME___exit__);
    code_emit1(c, OP_SWAP, 2);
    code_emit1(c, OP_CALL, 0);
    block_t block = protected_block(g, BLOCK_WITH, depth + 1);
    push(g, &block);
    if (item->target) {
        gen_assign(g, item->target);
    } else {
        code_emit(c, OP_POP);
    }
    gen_with_item(g, s, at + 1);
    pop(g);
    gen_at(g, s->pos);
    gen_exit_call(g);
    code_jump(c, OP_JUMP, end);
    code_enter(c, block.target, depth + 2);
    gen_with_raised(g, depth, end);
    c->depth = depth;
    code_bind(c, end);
}

void gen_with(gen_t *g, const stmt_t *s)
{
    gen_with_item(g, s, 0);
}
