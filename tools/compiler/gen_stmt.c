/* SPDX-License-Identifier: MIT */
/*
 * gen_stmt.c -- statements but for loops, try, with, definitions and imports.
 */
#include "gen.h"
#include <string.h>

static void gen_expr_stmt(gen_t *g, const stmt_t *s)
{
    const expr_t *e = s->value;
    if (e->kind == EXPR_CALL && e->call.func->kind == EXPR_NAME &&
        e->call.args.len >= 2 && strcmp(e->call.func->name, "new_exception") == 0) {
        gen_new_exception(g, s);
        return;
    }
    gen_effects(g, e);
}

static bool is_simple(const expr_t *e)
{
    return e->kind == EXPR_NAME;
}

/* a, b = x, y without a tuple, when no target's evaluation can disturb another's. */
static bool gen_parallel(gen_t *g, const stmt_t *s)
{
    const expr_t *target = s->assign.targets.items[0], *value = s->assign.value;
    if (s->assign.targets.len != 1 || target->kind != EXPR_TUPLE ||
        value->kind != EXPR_TUPLE || target->values.len != value->values.len ||
        target->values.len < 2 || target->values.len > 8) {
        return false;
    }
    for (int i = 0; i < target->values.len; i++) {
        if (target->values.items[i]->kind == EXPR_STARRED ||
            value->values.items[i]->kind == EXPR_STARRED) {
            return false;
        }
    }
    int n = value->values.len;
    bool simple = true;
    for (int i = 0; i < n; i++) {
        gen_expr(g, value->values.items[i]);
        simple &= is_simple(target->values.items[i]);
    }
    if (simple) {
        /* Names can be stored from the top down; the same name twice keeps its last
         * value. */
        for (int i = n - 1; i > 0; i--) {
            for (int k = 0; k < i; k++) {
                simple &=
                    target->values.items[i]->name != target->values.items[k]->name;
            }
        }
    }
    if (simple) {
        for (int i = n - 1; i >= 0; i--) {
            gen_assign(g, target->values.items[i]);
        }
        return true;
    }
    if (n == 2) {
        code_emit1(g->code, OP_SWAP, 2);
    } else if (n == 3) {
        code_emit1(g->code, OP_SWAP, 3);
    } else {
        code_emit1(g->code, OP_BUILD_TUPLE, n);
        code_emit1(g->code, OP_UNPACK, n);
    }
    for (int i = 0; i < n; i++) {
        gen_assign(g, target->values.items[i]);
    }
    return true;
}

static void gen_assign_stmt(gen_t *g, const stmt_t *s)
{
    if (gen_parallel(g, s)) {
        return;
    }
    gen_expr(g, s->assign.value);
    for (int i = 0; i < s->assign.targets.len; i++) {
        if (i < s->assign.targets.len - 1) {
            code_emit1(g->code, OP_COPY, 1);
        }
        gen_assign(g, s->assign.targets.items[i]);
    }
}

static void gen_annotated(gen_t *g, const stmt_t *s)
{
    if (s->ann.value) {
        gen_expr(g, s->ann.value);
        gen_assign(g, s->ann.target);
    }
}

static void gen_augmented(gen_t *g, const stmt_t *s)
{
    code_t *c = g->code;
    const expr_t *target = s->aug.target;
    int op = gen_binary_op(s->aug.op, true);
    if (target->kind == EXPR_NAME) {
        gen_at(g, target->pos);
        gen_load(g, target->name);
        gen_expr(g, s->aug.value);
        gen_at(g, s->pos);
        code_emit(c, op);
        gen_store(g, target->name);
        return;
    }
    if (target->kind == EXPR_ATTRIBUTE) {
        const char *text = scope_mangle(g->program, g->scope, target->attribute.name);
        int name = program_name(g->program, text);
        gen_expr(g, target->attribute.value);
        gen_at(g, target->attribute.name_pos);
        code_emit1(c, OP_COPY, 1);
        code_emit1(c, OP_LOAD_ATTR, name);
        gen_expr(g, s->aug.value);
        gen_at(g, s->pos);
        code_emit(c, op);
        code_emit1(c, OP_SWAP, 2);
        code_emit1(c, OP_STORE_ATTR, name);
        return;
    }
    /* obj key → value obj key */
    gen_subscript_operands(g, target);
    code_emit1(c, OP_COPY, 2);
    code_emit1(c, OP_COPY, 2);
    code_emit(c, OP_LOAD_SUBSCR);
    gen_expr(g, s->aug.value);
    gen_at(g, s->pos);
    code_emit(c, op);
    code_emit1(c, OP_SWAP, 3);
    code_emit1(c, OP_SWAP, 2);
    code_emit(c, OP_STORE_SUBSCR);
}

static void gen_raise(gen_t *g, const stmt_t *s)
{
    int n = 0;
    if (s->raise.exc) {
        gen_expr(g, s->raise.exc);
        n++;
    }
    if (s->raise.cause) {
        gen_expr(g, s->raise.cause);
        n++;
    }
    gen_at(g, s->pos);
    code_emit1(g->code, OP_RAISE, n);
}

static void gen_assert(gen_t *g, const stmt_t *s)
{
    int fine = code_label(g->code), depth = g->code->depth;
    gen_jump_if(g, s->assertion.test, true, fine);
    gen_at(g, s->pos);
    code_emit1(g->code, OP_LOAD_EXC, NAME_AssertionError);
    if (s->assertion.message) {
        gen_expr(g, s->assertion.message);
        gen_at(g, s->pos);
        code_emit1(g->code, OP_CALL, 1);
    }
    code_emit1(g->code, OP_RAISE, 1);
    g->code->depth = depth;
    code_bind(g->code, fine);
}

static void gen_if(gen_t *g, const stmt_t *s)
{
    code_t *c = g->code;
    int orelse = code_label(c), end = code_label(c);
    gen_jump_if(g, s->cond.test, false, orelse);
    gen_body(g, &s->cond.body);
    if (s->cond.orelse.len) {
        code_jump(c, OP_JUMP, end);
    }
    code_bind(c, orelse);
    gen_body(g, &s->cond.orelse);
    code_bind(c, end);
}

static void gen_stmt(gen_t *g, const stmt_t *s)
{
    gen_at(g, s->pos);
    switch ((stmt_kind_t)s->kind) {
    case STMT_EXPR:
        gen_expr_stmt(g, s);
        break;
    case STMT_ASSIGN:
        gen_assign_stmt(g, s);
        break;
    case STMT_AUG_ASSIGN:
        gen_augmented(g, s);
        break;
    case STMT_ANN_ASSIGN:
        gen_annotated(g, s);
        break;
    case STMT_DELETE:
        for (int i = 0; i < s->targets.len; i++) {
            gen_remove(g, s->targets.items[i]);
        }
        break;
    case STMT_RETURN:
        gen_return(g, s);
        break;
    case STMT_BREAK:
        gen_break(g, s);
        break;
    case STMT_CONTINUE:
        gen_continue(g, s);
        break;
    case STMT_RAISE:
        gen_raise(g, s);
        break;
    case STMT_ASSERT:
        gen_assert(g, s);
        break;
    case STMT_IMPORT:
        gen_import(g, s);
        break;
    case STMT_IMPORT_FROM:
        gen_import_from(g, s);
        break;
    case STMT_IF:
        gen_if(g, s);
        break;
    case STMT_WHILE:
        gen_while(g, s);
        break;
    case STMT_FOR:
        gen_for(g, s);
        break;
    case STMT_TRY:
        gen_try(g, s);
        break;
    case STMT_WITH:
        gen_with(g, s);
        break;
    case STMT_FUNCTION:
        gen_function(g, s);
        break;
    case STMT_CLASS:
        gen_class(g, s);
        break;
    case STMT_PASS:
    case STMT_GLOBAL:
    case STMT_NONLOCAL:
    case STMT_KINDS:
        break;
    }
}

void gen_body(gen_t *g, const stmt_list_t *body)
{
    for (int i = 0; i < body->len; i++) {
        gen_stmt(g, body->items[i]);
    }
}
