/* SPDX-License-Identifier: MIT */
/* parse_expr.c -- expressions: from conditionals down to calls and subscripts, by
 * precedence. */
#include "parse.h"

expr_t *parse_new_expr(parser_t *p, expr_kind_t kind, const token_t *start)
{
    expr_t *e = ARENA_NEW(p->arena, expr_t);
    e->kind = (uint8_t)kind;
    e->pos = parse_pos(p, start);
    return e;
}

static expr_t *new_from(parser_t *p, expr_kind_t kind, const expr_t *left)
{
    expr_t *e = ARENA_NEW(p->arena, expr_t);
    e->kind = (uint8_t)kind;
    e->pos = parse_pos_from(p, left->pos);
    return e;
}

/* ---- operators ---- */

/* Binary operators that bind from the left, the loosest first. */
static const struct {
    uint8_t precedence, op;
} binaries[TOKEN_KINDS] = {
    [T_BAR] = {1, BIN_OR},        [T_CARET] = {2, BIN_XOR},
    [T_AMPERSAND] = {3, BIN_AND}, [T_LSHIFT] = {4, BIN_LSHIFT},
    [T_RSHIFT] = {4, BIN_RSHIFT}, [T_PLUS] = {5, BIN_ADD},
    [T_MINUS] = {5, BIN_SUB},     [T_STAR] = {6, BIN_MUL},
    [T_SLASH] = {6, BIN_DIV},     [T_DOUBLE_SLASH] = {6, BIN_FLOORDIV},
    [T_PERCENT] = {6, BIN_MOD},   [T_AT] = {6, BIN_MATMUL},
};

static expr_t *new_binary(parser_t *p, binary_op_t op, expr_t *left, expr_t *right)
{
    expr_t *e = new_from(p, EXPR_BINARY, left);
    e->binary.op = op;
    e->binary.left = left;
    e->binary.right = right;
    return e;
}

static expr_t *parse_slice(parser_t *p)
{
    const token_t *start = p->tok;
    expr_t *lower = NULL, *upper = NULL, *step = NULL;
    if (!at(p, T_COLON)) {
        lower = parse_star_named(p);
        if (!at(p, T_COLON) || lower->kind == EXPR_STARRED) {
            return lower;
        }
    }
    take(p);
    if (!at(p, T_COLON) && !at(p, T_COMMA) && !at(p, T_RBRACKET)) {
        upper = parse_expression(p);
    }
    if (accept(p, T_COLON) && !at(p, T_COMMA) && !at(p, T_RBRACKET)) {
        step = parse_expression(p);
    }
    expr_t *e = parse_new_expr(p, EXPR_SLICE, start);
    e->slice.lower = lower;
    e->slice.upper = upper;
    e->slice.step = step;
    return e;
}

/* Behind the '['. */
static expr_t *parse_index(parser_t *p)
{
    const token_t *start = p->tok;
    expr_t *first = parse_slice(p);
    if (!at(p, T_COMMA) && first->kind != EXPR_STARRED) {
        return first;
    }
    expr_list_t items = {0};
    ARENA_PUSH(p->arena, &items, first);
    while (accept(p, T_COMMA) && !at(p, T_RBRACKET)) {
        ARENA_PUSH(p->arena, &items, parse_slice(p));
    }
    expr_t *e = parse_new_expr(p, EXPR_TUPLE, start);
    e->values = items;
    return e;
}

static expr_t *parse_subscript(parser_t *p, expr_t *value)
{
    take(p);
    expr_t *index = parse_index(p);
    parse_expect(p, T_RBRACKET);
    expr_t *e = new_from(p, EXPR_SUBSCRIPT, value);
    e->subscript.value = value;
    e->subscript.index = index;
    return e;
}

static expr_t *parse_attribute(parser_t *p, expr_t *value)
{
    take(p);
    const token_t *name = p->tok;
    parse_expect(p, T_NAME);
    expr_t *e = new_from(p, EXPR_ATTRIBUTE, value);
    e->attribute.value = value;
    e->attribute.name = name->text;
    e->attribute.name_pos = parse_token_pos(name);
    return e;
}

static expr_t *parse_call(parser_t *p, expr_t *func)
{
    take(p);
    expr_list_t args = {0};
    keyword_list_t keywords = {0};
    parse_arguments(p, &args, &keywords);
    expr_t *e = new_from(p, EXPR_CALL, func);
    e->call.func = func;
    e->call.args = args;
    e->call.keywords = keywords;
    return e;
}

static expr_t *parse_primary(parser_t *p)
{
    expr_t *e = parse_atom(p);
    for (int n = 1;; n++) {
        switch (p->tok->kind) {
        case T_DOT:
            e = parse_attribute(p, e);
            break;
        case T_LPAREN:
            e = parse_call(p, e);
            break;
        case T_LBRACKET:
            e = parse_subscript(p, e);
            break;
        default:
            return e;
        }
        parse_link(p, n);
    }
}

static expr_t *parse_unary(parser_t *p);

static expr_t *parse_power(parser_t *p)
{
    expr_t *base = parse_primary(p);
    if (!accept(p, T_DOUBLE_STAR)) {
        return base;
    }
    parse_enter(p);
    expr_t *exponent = parse_unary(p);
    p->depth--;
    return new_binary(p, BIN_POW, base, exponent);
}

static expr_t *parse_prefix(parser_t *p, unary_op_t op, expr_t *(*operand)(parser_t *))
{
    const token_t *start = take(p);
    parse_enter(p);
    expr_t *value = operand(p);
    p->depth--;
    expr_t *e = parse_new_expr(p, EXPR_UNARY, start);
    e->unary.op = op;
    e->unary.operand = value;
    return e;
}

static expr_t *parse_unary(parser_t *p)
{
    switch (p->tok->kind) {
    case T_MINUS:
        return parse_prefix(p, UNARY_MINUS, parse_unary);
    case T_PLUS:
        return parse_prefix(p, UNARY_PLUS, parse_unary);
    case T_TILDE:
        return parse_prefix(p, UNARY_INVERT, parse_unary);
    default:
        return parse_power(p);
    }
}

/* A run of operators that bind at least as tightly as `least`. */
static expr_t *parse_binary(parser_t *p, int least)
{
    expr_t *left = parse_unary(p);
    for (int n = 1; binaries[p->tok->kind].precedence >= least; n++) {
        token_kind_t op = take(p)->kind;
        expr_t *right = parse_binary(p, binaries[op].precedence + 1);
        left = new_binary(p, binaries[op].op, left, right);
        parse_link(p, n);
    }
    return left;
}

expr_t *parse_bitwise(parser_t *p)
{
    return parse_binary(p, 1);
}

/* ---- comparisons and boolean logic ---- */

/* Takes a comparison operator; -1 when there is none. */
static int accept_compare(parser_t *p)
{
    switch (p->tok->kind) {
    case T_EQ:
        return take(p), CMP_EQ;
    case T_NE:
        return take(p), CMP_NE;
    case T_LT:
        return take(p), CMP_LT;
    case T_LE:
        return take(p), CMP_LE;
    case T_GT:
        return take(p), CMP_GT;
    case T_GE:
        return take(p), CMP_GE;
    case T_IN:
        return take(p), CMP_IN;
    case T_IS:
        take(p);
        return accept(p, T_NOT) ? CMP_IS_NOT : CMP_IS;
    case T_NOT:
        if (p->tok[1].kind != T_IN) {
            return -1;
        }
        p->tok += 2;
        return CMP_NOT_IN;
    default:
        return -1;
    }
}

static expr_t *parse_comparison(parser_t *p)
{
    expr_t *left = parse_bitwise(p);
    int op = accept_compare(p);
    if (op < 0) {
        return left;
    }
    AST_LIST(uint8_t) ops = {0};
    expr_list_t rights = {0};
    for (; op >= 0; op = accept_compare(p)) {
        ARENA_PUSH(p->arena, &ops, (uint8_t)op);
        ARENA_PUSH(p->arena, &rights, parse_bitwise(p));
    }
    expr_t *e = new_from(p, EXPR_COMPARE, left);
    e->compare.left = left;
    e->compare.ops = ops.items;
    e->compare.rights = rights;
    return e;
}

static expr_t *parse_not(parser_t *p)
{
    return at(p, T_NOT) ? parse_prefix(p, UNARY_NOT, parse_not) : parse_comparison(p);
}

/* `a op b op c` as one node with all its operands. */
static expr_t *parse_logic(parser_t *p, token_kind_t op, expr_kind_t kind,
                           expr_t *(*operand)(parser_t *))
{
    expr_t *left = operand(p);
    if (!at(p, op)) {
        return left;
    }
    expr_list_t values = {0};
    ARENA_PUSH(p->arena, &values, left);
    while (accept(p, op)) {
        ARENA_PUSH(p->arena, &values, operand(p));
    }
    expr_t *e = new_from(p, kind, left);
    e->values = values;
    return e;
}

static expr_t *parse_and(parser_t *p)
{
    return parse_logic(p, T_AND, EXPR_AND, parse_not);
}

expr_t *parse_disjunction(parser_t *p)
{
    return parse_logic(p, T_OR, EXPR_OR, parse_and);
}

/* ---- whole expressions ---- */

static expr_t *parse_lambda(parser_t *p)
{
    const token_t *start = take(p);
    parse_scope_t scope = {.outer = p->scope, .kind = SCOPE_FUNCTION};
    ast_params_t *params = parse_params(p, T_COLON);
    parse_demand(p, T_COLON);
    p->scope = &scope;
    expr_t *body = parse_expression(p);
    p->scope = scope.outer;
    expr_t *e = parse_new_expr(p, EXPR_LAMBDA, start);
    e->lambda.params = params;
    e->lambda.body = body;
    e->lambda.is_generator = scope.yields > 0;
    return e;
}

static expr_t *parse_conditional(parser_t *p, expr_t *body)
{
    take(p);
    expr_t *test = parse_disjunction(p);
    if (!at(p, T_ELSE) && !at(p, T_COLON)) {
        parse_error(p, parse_pos_from(p, body->pos),
                    "expected 'else' after 'if' expression");
    }
    parse_expect(p, T_ELSE);
    expr_t *orelse = parse_expression(p);
    expr_t *e = new_from(p, EXPR_COND, body);
    e->cond.test = test;
    e->cond.body = body;
    e->cond.orelse = orelse;
    return e;
}

expr_t *parse_expression(parser_t *p)
{
    parse_enter(p);
    expr_t *e;
    if (at(p, T_LAMBDA)) {
        e = parse_lambda(p);
    } else {
        e = parse_disjunction(p);
        if (at(p, T_IF)) {
            e = parse_conditional(p, e);
        }
    }
    p->depth--;
    return e;
}

expr_t *parse_walrus(parser_t *p)
{
    expr_t *target = parse_expression(p);
    if (!at(p, T_WALRUS)) {
        return target;
    }
    if (target->kind != EXPR_NAME || target->parens) {
        parse_error(p, target->pos, "cannot use assignment expressions with %s",
                    parse_expr_name(target));
    } else if (p->comp_iters > 0) {
        parse_error(p, target->pos,
                    "assignment expression cannot be used in a comprehension iterable "
                    "expression");
    }
    take(p);
    parse_make_target(p, target, CTX_STORE, NULL);
    expr_t *value = parse_expression(p);
    expr_t *e = new_from(p, EXPR_WALRUS, target);
    e->walrus.target = target;
    e->walrus.value = value;
    return e;
}

expr_t *parse_named(parser_t *p)
{
    expr_t *e = parse_walrus(p);
    if (!at(p, T_ASSIGN)) {
        return e;
    }
    switch (e->kind) {
    case EXPR_LIST:
    case EXPR_TUPLE:
    case EXPR_GENERATOR:
    case EXPR_TRUE:
    case EXPR_NONE:
    case EXPR_FALSE:
        parse_syntax_error(p);
        break;
    case EXPR_NAME:
    case EXPR_AND:
    case EXPR_OR:
    case EXPR_COMPARE:
    case EXPR_COND:
        parse_error(p, e->pos,
                    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        break;
    default:
        parse_error(p, e->pos,
                    "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                    parse_expr_name(e));
    }
    return e;
}

/* ---- lists without brackets ---- */

bool parse_at_expression(const parser_t *p)
{
    switch (p->tok->kind) {
    case T_NAME:
    case T_INT:
    case T_FLOAT:
    case T_IMAGINARY:
    case T_STRING:
    case T_LPAREN:
    case T_LBRACKET:
    case T_LBRACE:
    case T_ELLIPSIS:
    case T_MINUS:
    case T_PLUS:
    case T_TILDE:
    case T_STAR:
    case T_NOT:
    case T_LAMBDA:
    case T_NONE:
    case T_TRUE:
    case T_FALSE:
    case T_AWAIT:
        return true;
    default:
        return false;
    }
}

static expr_t *parse_starred(parser_t *p)
{
    const token_t *start = take(p);
    expr_t *value = parse_bitwise(p);
    expr_t *e = parse_new_expr(p, EXPR_STARRED, start);
    e->value = value;
    return e;
}

expr_t *parse_star_named(parser_t *p)
{
    return at(p, T_STAR) ? parse_starred(p) : parse_named(p);
}

static expr_t *parse_star_expression(parser_t *p)
{
    return at(p, T_STAR) ? parse_starred(p) : parse_expression(p);
}

expr_t *parse_star_expressions(parser_t *p)
{
    const token_t *start = p->tok;
    expr_t *first = parse_star_expression(p);
    if (!at(p, T_COMMA)) {
        return first;
    }
    expr_list_t items = {0};
    ARENA_PUSH(p->arena, &items, first);
    while (accept(p, T_COMMA) && parse_at_expression(p)) {
        ARENA_PUSH(p->arena, &items, parse_star_expression(p));
    }
    expr_t *e = parse_new_expr(p, EXPR_TUPLE, start);
    e->values = items;
    return e;
}

static expr_t *parse_yield(parser_t *p)
{
    const token_t *start = take(p);
    if (p->scope->kind != SCOPE_FUNCTION) {
        parse_error(p, parse_token_pos(start), "'yield' outside function");
    }
    p->scope->yields++;
    expr_kind_t kind = EXPR_YIELD;
    expr_t *value = NULL;
    if (accept(p, T_FROM)) {
        kind = EXPR_YIELD_FROM;
        value = parse_expression(p);
    } else if (parse_at_expression(p)) {
        value = parse_star_expressions(p);
        parse_no_star(p, value);
    }
    expr_t *e = parse_new_expr(p, kind, start);
    e->value = value;
    return e;
}

void parse_no_star(parser_t *p, const expr_t *e)
{
    if (e->kind == EXPR_STARRED) {
        parse_error(p, e->pos, "can't use starred expression here");
    }
}

expr_t *parse_value(parser_t *p)
{
    return at(p, T_YIELD) ? parse_yield(p) : parse_star_expressions(p);
}

/* ---- parentheses ---- */

static expr_t *parse_tuple(parser_t *p, const token_t *start, expr_t *first,
                           token_kind_t close)
{
    expr_list_t items = {0};
    if (first) {
        ARENA_PUSH(p->arena, &items, first);
    }
    while (accept(p, T_COMMA) && !at(p, close)) {
        ARENA_PUSH(p->arena, &items, parse_star_named(p));
    }
    if (at(p, T_FOR) && first) {
        parse_error(p, first->pos,
                    "did you forget parentheses around the comprehension target?");
    }
    expr_t *e = parse_new_expr(p, EXPR_TUPLE, start);
    e->values = items;
    return e;
}

expr_t *parse_group(parser_t *p, const token_t *start, token_kind_t close)
{
    if (at(p, close)) {
        return parse_tuple(p, start, NULL, close);
    }
    if (at(p, T_YIELD)) {
        return parse_yield(p);
    }
    if (at(p, T_DOUBLE_STAR)) {
        parse_error(p, parse_token_pos(p->tok),
                    "cannot use double starred expression here");
    }
    int yields = p->scope->yields;
    expr_t *first = parse_star_named(p);
    if (at(p, T_COMMA)) {
        return parse_tuple(p, start, first, close);
    }
    if (at(p, T_FOR) || at(p, T_ASYNC)) {
        expr_t *e = parse_new_expr(p, EXPR_GENERATOR, start);
        e->comp.element = first;
        parse_comprehensions(p, e, "generator expression", yields);
        return e;
    }
    if (first->kind == EXPR_STARRED) {
        parse_error(p, first->pos, "cannot use starred expression here");
    }
    return first;
}
