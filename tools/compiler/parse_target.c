/* SPDX-License-Identifier: MIT */
/* parse_target.c -- expressions that turn out to be targets: of assignments, loops,
 * with and del. */
#include "parse.h"
#include <string.h>

const char *parse_expr_name(const expr_t *e)
{
    static const char *const names[EXPR_KINDS] = {
        [EXPR_NONE] = "None",
        [EXPR_TRUE] = "True",
        [EXPR_FALSE] = "False",
        [EXPR_ELLIPSIS] = "ellipsis",
        [EXPR_INT] = "literal",
        [EXPR_FLOAT] = "literal",
        [EXPR_STR] = "literal",
        [EXPR_BYTES] = "literal",
        [EXPR_JOINED_STR] = "f-string expression",
        [EXPR_FORMATTED] = "f-string expression",
        [EXPR_NAME] = "name",
        [EXPR_ATTRIBUTE] = "attribute",
        [EXPR_SUBSCRIPT] = "subscript",
        [EXPR_SLICE] = "slice",
        [EXPR_STARRED] = "starred",
        [EXPR_TUPLE] = "tuple",
        [EXPR_LIST] = "list",
        [EXPR_SET] = "set display",
        [EXPR_DICT] = "dict literal",
        [EXPR_UNARY] = "expression",
        [EXPR_BINARY] = "expression",
        [EXPR_AND] = "expression",
        [EXPR_OR] = "expression",
        [EXPR_COMPARE] = "comparison",
        [EXPR_CALL] = "function call",
        [EXPR_COND] = "conditional expression",
        [EXPR_LAMBDA] = "lambda",
        [EXPR_WALRUS] = "named expression",
        [EXPR_LIST_COMP] = "list comprehension",
        [EXPR_SET_COMP] = "set comprehension",
        [EXPR_DICT_COMP] = "dict comprehension",
        [EXPR_GENERATOR] = "generator expression",
        [EXPR_YIELD] = "yield expression",
        [EXPR_YIELD_FROM] = "yield expression",
    };
    return names[e->kind];
}

/* `f() = 1` is more often a mistyped '==' than a strange wish. Constants and yields
 * have words of their own. */
static bool may_be_comparison(const parser_t *p, const expr_t *e, const token_t *op)
{
    switch (e->kind) {
    case EXPR_NONE:
    case EXPR_TRUE:
    case EXPR_FALSE:
    case EXPR_GENERATOR:
        return false;
    default:
        return op && op->kind == T_ASSIGN && (op == p->tok || op == p->tok - 1);
    }
}

static void refuse(parser_t *p, const expr_t *e, expr_ctx_t ctx, const token_t *op)
{
    const char *name = parse_expr_name(e);
    if (ctx == CTX_DEL) {
        parse_error(p, e->pos, "cannot delete %s", name);
    } else if (e->kind == EXPR_YIELD || e->kind == EXPR_YIELD_FROM) {
        parse_error(p, e->pos, "assignment to yield expression not possible");
    } else if (may_be_comparison(p, e, op)) {
        parse_error(p, e->pos,
                    "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                    name);
    } else {
        parse_error(p, e->pos, "cannot assign to %s", name);
    }
}

static void make_items(parser_t *p, expr_t *e, expr_ctx_t ctx)
{
    int stars = 0;
    for (int i = 0; i < e->values.len; i++) {
        expr_t *item = e->values.items[i];
        if (item->kind == EXPR_STARRED && ctx == CTX_STORE) {
            stars++;
            item->ctx = (uint8_t)ctx;
            item = item->value;
        }
        parse_make_target(p, item, ctx, NULL);
    }
    if (stars > 1) {
        parse_error(p, e->pos, "multiple starred expressions in assignment");
    }
}

void parse_make_target(parser_t *p, expr_t *e, expr_ctx_t ctx, const token_t *op)
{
    if (p->failed) {
        return;
    }
    switch (e->kind) {
    case EXPR_NAME:
        if (strcmp(e->name, "__debug__") == 0) {
            parse_error(p, e->pos, "cannot %s __debug__",
                        ctx == CTX_DEL ? "delete" : "assign to");
        }
        break;
    case EXPR_ATTRIBUTE:
    case EXPR_SUBSCRIPT:
        break;
    case EXPR_TUPLE:
    case EXPR_LIST:
        make_items(p, e, ctx);
        break;
    case EXPR_STARRED:
        if (ctx == CTX_STORE) {
            parse_error(p, e->pos,
                        "starred assignment target must be in a list or tuple");
            break;
        }
        refuse(p, e, ctx, op);
        break;
    default:
        refuse(p, e, ctx, op);
        return;
    }
    e->ctx = (uint8_t)ctx;
}

static expr_t *parse_one(parser_t *p)
{
    if (!at(p, T_STAR)) {
        return parse_bitwise(p);
    }
    const token_t *start = take(p);
    expr_t *value = parse_bitwise(p);
    expr_t *e = parse_new_expr(p, EXPR_STARRED, start);
    e->value = value;
    return e;
}

expr_t *parse_for_target(parser_t *p)
{
    const token_t *start = p->tok;
    expr_t *target = parse_one(p);
    if (at(p, T_COMMA)) {
        expr_list_t items = {0};
        ARENA_PUSH(p->arena, &items, target);
        while (accept(p, T_COMMA) && !at(p, T_IN)) {
            ARENA_PUSH(p->arena, &items, parse_one(p));
        }
        target = parse_new_expr(p, EXPR_TUPLE, start);
        target->values = items;
    }
    parse_make_target(p, target, CTX_STORE, NULL);
    parse_expect(p, T_IN);
    return target;
}
