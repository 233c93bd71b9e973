/* SPDX-License-Identifier: MIT */
/* parse_stmt.c -- simple statements: those that fit on a line. */
#include "parse.h"

stmt_t *parse_new_stmt(parser_t *p, stmt_kind_t kind, const token_t *start)
{
    stmt_t *s = ARENA_NEW(p->arena, stmt_t);
    s->kind = (uint8_t)kind;
    s->pos = parse_token_pos(start);
    return s;
}

/* ---- assignments ---- */

static const struct {
    bool known;
    uint8_t op;
} augmented[TOKEN_KINDS] = {
    [T_PLUS_EQ] = {true, BIN_ADD},      [T_MINUS_EQ] = {true, BIN_SUB},
    [T_STAR_EQ] = {true, BIN_MUL},      [T_AT_EQ] = {true, BIN_MATMUL},
    [T_SLASH_EQ] = {true, BIN_DIV},     [T_DOUBLE_SLASH_EQ] = {true, BIN_FLOORDIV},
    [T_PERCENT_EQ] = {true, BIN_MOD},   [T_DOUBLE_STAR_EQ] = {true, BIN_POW},
    [T_LSHIFT_EQ] = {true, BIN_LSHIFT}, [T_RSHIFT_EQ] = {true, BIN_RSHIFT},
    [T_BAR_EQ] = {true, BIN_OR},        [T_CARET_EQ] = {true, BIN_XOR},
    [T_AMPERSAND_EQ] = {true, BIN_AND},
};

static expr_t *parse_right_side(parser_t *p)
{
    expr_t *value = parse_value(p);
    if (!at(p, T_ASSIGN)) {
        parse_no_star(p, value);
    }
    return value;
}

static stmt_t *parse_assignment(parser_t *p, const token_t *start, expr_t *first)
{
    expr_list_t targets = {0};
    expr_t *value = first;
    while (at(p, T_ASSIGN)) {
        const token_t *op = take(p);
        parse_make_target(p, value, CTX_STORE, op);
        ARENA_PUSH(p->arena, &targets, value);
        value = parse_right_side(p);
    }
    stmt_t *s = parse_new_stmt(p, STMT_ASSIGN, start);
    s->assign.targets = targets;
    s->assign.value = value;
    return s;
}

static stmt_t *parse_augmented(parser_t *p, const token_t *start, expr_t *target)
{
    const token_t *op = take(p);
    if (target->kind != EXPR_NAME && target->kind != EXPR_ATTRIBUTE &&
        target->kind != EXPR_SUBSCRIPT) {
        parse_error(p, target->pos,
                    "'%s' is an illegal expression for augmented assignment",
                    parse_expr_name(target));
    }
    parse_make_target(p, target, CTX_STORE, op);
    stmt_t *s = parse_new_stmt(p, STMT_AUG_ASSIGN, start);
    s->aug.target = target;
    s->aug.op = augmented[op->kind].op;
    s->aug.value = parse_value(p);
    parse_no_star(p, s->aug.value);
    return s;
}

/* At the ':' of `target: annotation = value`. */
static stmt_t *parse_annotated(parser_t *p, const token_t *start, expr_t *target)
{
    if (p->tok[1].kind == T_NEWLINE) {
        parse_syntax_error(p);
    }
    take(p);
    if (target->kind == EXPR_LIST || target->kind == EXPR_TUPLE) {
        parse_error(p, target->pos, "only single target (not %s) can be annotated",
                    parse_expr_name(target));
    } else if (target->kind != EXPR_NAME && target->kind != EXPR_ATTRIBUTE &&
               target->kind != EXPR_SUBSCRIPT) {
        parse_error(p, target->pos, "illegal target for annotation");
    }
    parse_make_target(p, target, CTX_STORE, NULL);
    stmt_t *s = parse_new_stmt(p, STMT_ANN_ASSIGN, start);
    s->ann.target = target;
    s->ann.simple = target->kind == EXPR_NAME && !target->parens;
    s->ann.annotation = parse_expression(p);
    if (accept(p, T_ASSIGN)) {
        s->ann.value = parse_value(p);
        parse_no_star(p, s->ann.value);
    }
    return s;
}

static stmt_t *parse_expression_statement(parser_t *p)
{
    const token_t *start = p->tok;
    expr_t *e = parse_value(p);
    if (at(p, T_ASSIGN)) {
        return parse_assignment(p, start, e);
    }
    if (at(p, T_COLON)) {
        return parse_annotated(p, start, e);
    }
    if (augmented[p->tok->kind].known) {
        return parse_augmented(p, start, e);
    }
    if (at(p, T_NEWLINE) || at(p, T_SEMICOLON)) {
        parse_no_star(p, e);
    }
    stmt_t *s = parse_new_stmt(p, STMT_EXPR, start);
    s->value = e;
    return s;
}

/* ---- leaving ---- */

static bool ends_statement(const parser_t *p)
{
    return at(p, T_NEWLINE) || at(p, T_SEMICOLON);
}

static bool refused_in_star_handler(parser_t *p, const token_t *start)
{
    if (p->scope->in_star_handler) {
        parse_error(
            p, parse_token_pos(start),
            "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    return p->scope->in_star_handler;
}

static stmt_t *parse_return(parser_t *p)
{
    const token_t *start = take(p);
    if (p->scope->kind != SCOPE_FUNCTION) {
        parse_error(p, parse_token_pos(start), "'return' outside function");
    }
    refused_in_star_handler(p, start);
    stmt_t *s = parse_new_stmt(p, STMT_RETURN, start);
    if (!ends_statement(p)) {
        s->value = parse_star_expressions(p);
        parse_no_star(p, s->value);
    }
    return s;
}

static stmt_t *parse_jump(parser_t *p, stmt_kind_t kind, const char *fault)
{
    const token_t *start = take(p);
    if (p->scope->loops == 0 && !refused_in_star_handler(p, start)) {
        parse_error(p, parse_token_pos(start), "%s", fault);
    }
    return parse_new_stmt(p, kind, start);
}

static stmt_t *parse_raise(parser_t *p)
{
    stmt_t *s = parse_new_stmt(p, STMT_RAISE, take(p));
    if (!ends_statement(p)) {
        s->raise.exc = parse_expression(p);
        if (accept(p, T_FROM)) {
            s->raise.cause = parse_expression(p);
        }
    }
    return s;
}

/* ---- names and tests ---- */

static stmt_t *parse_assert(parser_t *p)
{
    stmt_t *s = parse_new_stmt(p, STMT_ASSERT, take(p));
    s->assertion.test = parse_expression(p);
    if (accept(p, T_COMMA)) {
        s->assertion.message = parse_expression(p);
    }
    return s;
}

static stmt_t *parse_delete(parser_t *p)
{
    stmt_t *s = parse_new_stmt(p, STMT_DELETE, take(p));
    expr_t *e = parse_star_expressions(p);
    if (!ends_statement(p)) {
        parse_syntax_error(p);
    }
    parse_make_target(p, e, CTX_DEL, NULL);
    if (e->kind == EXPR_TUPLE && !e->parens) {
        s->targets = e->values;
    } else {
        ARENA_PUSH(p->arena, &s->targets, e);
    }
    return s;
}

static stmt_t *parse_names(parser_t *p, stmt_kind_t kind)
{
    stmt_t *s = parse_new_stmt(p, kind, take(p));
    do {
        ARENA_PUSH(p->arena, &s->names, parse_identifier(p));
    } while (accept(p, T_COMMA));
    return s;
}

/* ---- imports ---- */

/* `a.b.c` as one name. */
static const char *parse_dotted(parser_t *p)
{
    const char *name = p->tok->text;
    parse_expect(p, T_NAME);
    while (accept(p, T_DOT)) {
        const char *part = p->tok->text;
        if (parse_expect(p, T_NAME)) {
            name = intern(p->names, arena_printf(p->arena, "%s.%s", name, part));
        }
    }
    return name;
}

static const char *parse_as(parser_t *p)
{
    return accept(p, T_AS) ? parse_identifier(p) : NULL;
}

static stmt_t *parse_import(parser_t *p)
{
    stmt_t *s = parse_new_stmt(p, STMT_IMPORT, take(p));
    do {
        const token_t *start = p->tok;
        ast_alias_t alias = {.name = parse_dotted(p)};
        alias.asname = parse_as(p);
        alias.pos = parse_pos(p, start);
        ARENA_PUSH(p->arena, &s->import, alias);
    } while (accept(p, T_COMMA));
    return s;
}

static void parse_import_star(parser_t *p, alias_list_t *names)
{
    const token_t *star = take(p);
    if (p->scope->kind != SCOPE_MODULE) {
        parse_error(p, parse_token_pos(star), "import * only allowed at module level");
    }
    ast_alias_t alias = {.pos = parse_token_pos(star), .name = intern(p->names, "*")};
    ARENA_PUSH(p->arena, names, alias);
}

static void parse_import_names(parser_t *p, alias_list_t *names)
{
    bool parens = accept(p, T_LPAREN);
    do {
        const token_t *start = p->tok;
        if (names->len && parens && at(p, T_RPAREN)) {
            break;
        }
        if (names->len && !parens && at(p, T_NEWLINE)) {
            parse_error(p, parse_token_pos(p->tok - 1),
                        "trailing comma not allowed without surrounding parentheses");
        }
        parse_expect(p, T_NAME);
        ast_alias_t alias = {.name = start->text};
        alias.asname = parse_as(p);
        alias.pos = parse_pos(p, start);
        ARENA_PUSH(p->arena, names, alias);
    } while (accept(p, T_COMMA));
    if (parens) {
        parse_expect(p, T_RPAREN);
    }
}

static stmt_t *parse_import_from(parser_t *p)
{
    stmt_t *s = parse_new_stmt(p, STMT_IMPORT_FROM, take(p));
    for (; at(p, T_DOT) || at(p, T_ELLIPSIS); take(p)) {
        s->from.level += at(p, T_DOT) ? 1 : 3;
    }
    if (s->from.level == 0 || !at(p, T_IMPORT)) {
        s->from.module = parse_dotted(p);
    }
    parse_expect(p, T_IMPORT);
    if (at(p, T_STAR)) {
        parse_import_star(p, &s->from.names);
    } else {
        parse_import_names(p, &s->from.names);
    }
    return s;
}

/* ---- lines ---- */

static stmt_t *parse_simple(parser_t *p)
{
    switch (p->tok->kind) {
    case T_PASS:
        return parse_new_stmt(p, STMT_PASS, take(p));
    case T_BREAK:
        return parse_jump(p, STMT_BREAK, "'break' outside loop");
    case T_CONTINUE:
        return parse_jump(p, STMT_CONTINUE, "'continue' not properly in loop");
    case T_RETURN:
        return parse_return(p);
    case T_RAISE:
        return parse_raise(p);
    case T_ASSERT:
        return parse_assert(p);
    case T_DEL:
        return parse_delete(p);
    case T_GLOBAL:
        return parse_names(p, STMT_GLOBAL);
    case T_NONLOCAL:
        return parse_names(p, STMT_NONLOCAL);
    case T_IMPORT:
        return parse_import(p);
    case T_FROM:
        return parse_import_from(p);
    default:
        return parse_expression_statement(p);
    }
}

void parse_simple_line(parser_t *p, stmt_list_t *out)
{
    do {
        ARENA_PUSH(p->arena, out, parse_simple(p));
    } while (accept(p, T_SEMICOLON) && !at(p, T_NEWLINE));
    parse_expect(p, T_NEWLINE);
}

void parse_statement(parser_t *p, stmt_list_t *out)
{
    p->chain = 0;
    stmt_t *s = parse_compound(p);
    if (s) {
        ARENA_PUSH(p->arena, out, s);
    } else {
        parse_simple_line(p, out);
    }
}
