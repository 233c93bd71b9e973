/* SPDX-License-Identifier: MIT */
/* parse_block.c -- compound statements and the blocks in them. */
#include "parse.h"
#include <string.h>

enum { MAX_ELIFS = 500 };

/* ---- blocks ---- */

/* Where to say that a block is missing: at what is there instead, but the end of the
 * file has no line to show. */
static const token_t *block_place(const parser_t *p)
{
    bool at_end = at(p, T_NEWLINE) && p->tok[1].line == p->end->line &&
                  (p->tok[1].kind == T_EOF || p->tok[1].kind == T_DEDENT);
    return p->tok + (at(p, T_NEWLINE) && !at_end);
}

/* The statements behind a ':': on its line, or indented on the next ones. `what`
 * heads it at `head`. */
static stmt_list_t parse_block(parser_t *p, const token_t *head, const char *what)
{
    stmt_list_t body = {0};
    const token_t *place = block_place(p);
    parse_enter(p);
    if (!accept(p, T_NEWLINE)) {
        parse_simple_line(p, &body);
    } else if (!accept(p, T_INDENT)) {
        parse_error(p, parse_token_pos(place),
                    "expected an indented block after %s on line %d", what, head->line);
    } else {
        while (!at(p, T_DEDENT) && !at(p, T_EOF)) {
            parse_statement(p, &body);
        }
        accept(p, T_DEDENT);
    }
    p->depth--;
    return body;
}

/* The same behind an expression: only at the end of the line is it sure that the ':' is
 * what is missing. */
static stmt_list_t parse_suite(parser_t *p, const token_t *head, const char *what)
{
    if (!accept(p, T_COLON)) {
        if (at(p, T_NEWLINE)) {
            parse_demand(p, T_COLON);
        }
        parse_syntax_error(p);
    }
    return parse_block(p, head, what);
}

static stmt_list_t parse_else(parser_t *p, const char *what)
{
    const token_t *head = p->tok;
    if (!accept(p, T_ELSE)) {
        return (stmt_list_t){0};
    }
    if (at(p, T_IF)) {
        parse_error_hint(p, parse_token_pos(p->tok), "did you mean 'elif'?",
                         "expected ':'");
    }
    parse_demand(p, T_COLON);
    return parse_block(p, head, what);
}

static stmt_list_t parse_loop_body(parser_t *p, const token_t *head, const char *what)
{
    p->scope->loops++;
    stmt_list_t body = parse_suite(p, head, what);
    p->scope->loops--;
    return body;
}

/* ---- conditions and loops ---- */

static stmt_t *parse_branch(parser_t *p, const char *what)
{
    const token_t *head = take(p);
    stmt_t *s = parse_new_stmt(p, STMT_IF, head);
    s->cond.test = parse_named(p);
    s->cond.body = parse_suite(p, head, what);
    return s;
}

static stmt_t *parse_if(parser_t *p)
{
    stmt_t *first = parse_branch(p, "'if' statement"), *last = first;
    for (int n = 0; at(p, T_ELIF); n++) {
        if (n == MAX_ELIFS) {
            parse_error(p, parse_token_pos(p->tok), "more than %d 'elif' branches",
                        MAX_ELIFS);
        }
        stmt_t *next = parse_branch(p, "'elif' statement");
        ARENA_PUSH(p->arena, &last->cond.orelse, next);
        last = next;
    }
    last->cond.orelse =
        at(p, T_ELSE) ? parse_else(p, "'else' statement") : last->cond.orelse;
    return first;
}

static stmt_t *parse_while(parser_t *p)
{
    const token_t *head = take(p);
    stmt_t *s = parse_new_stmt(p, STMT_WHILE, head);
    s->cond.test = parse_named(p);
    s->cond.body = parse_loop_body(p, head, "'while' statement");
    s->cond.orelse = parse_else(p, "'else' statement");
    return s;
}

static stmt_t *parse_for(parser_t *p)
{
    const token_t *head = take(p);
    stmt_t *s = parse_new_stmt(p, STMT_FOR, head);
    s->loop.target = parse_for_target(p);
    s->loop.iter = parse_star_expressions(p);
    parse_no_star(p, s->loop.iter);
    s->loop.body = parse_loop_body(p, head, "'for' statement");
    s->loop.orelse = parse_else(p, "'else' statement");
    return s;
}

/* ---- try ---- */

static stmt_list_t parse_handler_body(parser_t *p, const token_t *head, bool is_star)
{
    parse_scope_t *scope = p->scope;
    int loops = scope->loops;
    bool outer = scope->in_star_handler;
    if (is_star) {
        scope->loops = 0;
        scope->in_star_handler = true;
    }
    stmt_list_t body =
        parse_suite(p, head, is_star ? "'except*' statement" : "'except' statement");
    scope->loops = loops;
    scope->in_star_handler = outer;
    return body;
}

static ast_handler_t parse_handler(parser_t *p, stmt_t *s)
{
    const token_t *head = take(p);
    ast_handler_t h = {.pos = parse_token_pos(head)};
    bool is_star = accept(p, T_STAR);
    if (s->attempt.handlers.len > 0 && is_star != s->attempt.is_star) {
        parse_error(p, h.pos,
                    "cannot have both 'except' and 'except*' on the same 'try'");
    }
    s->attempt.is_star = is_star;
    if (!at(p, T_COLON)) {
        h.type = parse_expression(p);
        if (at(p, T_COMMA)) {
            parse_error(p, parse_pos_from(p, h.type->pos),
                        "multiple exception types must be parenthesized");
        }
        h.name = accept(p, T_AS) ? parse_identifier(p) : NULL;
    } else if (is_star) {
        parse_error(p, parse_token_pos(p->tok), "expected one or more exception types");
    }
    h.body = parse_handler_body(p, head, is_star);
    if (!h.type && at(p, T_EXCEPT)) {
        parse_error(p, h.pos, "default 'except:' must be last");
    }
    return h;
}

static stmt_t *parse_try(parser_t *p)
{
    const token_t *head = take(p);
    stmt_t *s = parse_new_stmt(p, STMT_TRY, head);
    parse_demand(p, T_COLON);
    s->attempt.body = parse_block(p, head, "'try' statement");
    while (at(p, T_EXCEPT)) {
        ast_handler_t h = parse_handler(p, s);
        ARENA_PUSH(p->arena, &s->attempt.handlers, h);
    }
    if (s->attempt.handlers.len > 0) {
        s->attempt.orelse = parse_else(p, "'else' statement");
    }
    head = p->tok;
    if (accept(p, T_FINALLY)) {
        parse_demand(p, T_COLON);
        s->attempt.final = parse_block(p, head, "'finally' statement");
    } else if (s->attempt.handlers.len == 0) {
        parse_error(p, parse_token_pos(head), "expected 'except' or 'finally' block");
    }
    return s;
}

/* ---- with ---- */

/*
 * At a '(': do the parentheses hold the items, as in `with (a as b, c):`? They do when
 * a ':' follows them and what is in them is a list of expressions or has an 'as'; a
 * yield, a generator or a tuple with a star is one expression.
 */
static bool items_in_parentheses(const parser_t *p)
{
    const token_t *open = p->tok, *t = open + 1;
    bool has_as = false, has_comma = false, is_expression = t->kind == T_YIELD;
    for (; t->kind != T_EOF && t->kind != T_NEWLINE &&
           !(t->kind == T_RPAREN && t->level == open->level);
         t++) {
        if (t->level != open->level + 1) {
            continue;
        }
        bool begins_item = t[-1].kind == T_COMMA || t - 1 == open;
        has_as |= t->kind == T_AS;
        has_comma |= t->kind == T_COMMA;
        is_expression |= t->kind == T_FOR || t->kind == T_WALRUS ||
                         (t->kind == T_STAR && begins_item);
    }
    return t->kind == T_RPAREN && t[1].kind == T_COLON &&
           (has_as || (has_comma && !is_expression));
}

static ast_with_item_t parse_with_item(parser_t *p)
{
    ast_with_item_t item = {.context = parse_expression(p)};
    if (accept(p, T_AS)) {
        item.target = parse_bitwise(p);
        parse_make_target(p, item.target, CTX_STORE, NULL);
    }
    return item;
}

static stmt_t *parse_with(parser_t *p)
{
    const token_t *head = take(p);
    stmt_t *s = parse_new_stmt(p, STMT_WITH, head);
    bool parens = at(p, T_LPAREN) && items_in_parentheses(p);
    if (parens) {
        take(p);
    }
    do {
        if (parens && s->with.items.len && at(p, T_RPAREN)) {
            break;
        }
        ARENA_PUSH(p->arena, &s->with.items, parse_with_item(p));
    } while (accept(p, T_COMMA));
    if (parens) {
        parse_expect(p, T_RPAREN);
    }
    s->with.body = parse_suite(p, head, "'with' statement");
    return s;
}

/* ---- definitions ---- */

static stmt_t *parse_function(parser_t *p, expr_list_t decorators)
{
    const token_t *head = take(p), *name = p->tok;
    parse_identifier(p);
    parse_demand(p, T_LPAREN);
    ast_params_t *params = parse_params(p, T_RPAREN);
    parse_expect(p, T_RPAREN);
    expr_t *returns = accept(p, T_ARROW) ? parse_expression(p) : NULL;
    parse_demand(p, T_COLON);
    parse_scope_t scope = {.outer = p->scope, .kind = SCOPE_FUNCTION};
    p->scope = &scope;
    stmt_list_t body = parse_block(p, head, "function definition");
    p->scope = scope.outer;
    stmt_t *s = parse_new_stmt(p, STMT_FUNCTION, head);
    s->function.name = name->text;
    s->function.name_pos = parse_token_pos(name);
    s->function.decorators = decorators;
    s->function.params = params;
    s->function.returns = returns;
    s->function.body = body;
    s->function.is_generator = scope.yields > 0;
    return s;
}

static stmt_t *parse_class(parser_t *p, expr_list_t decorators)
{
    const token_t *head = take(p), *name = p->tok;
    stmt_t *s = parse_new_stmt(p, STMT_CLASS, head);
    parse_identifier(p);
    s->class_.name = name->text;
    s->class_.name_pos = parse_token_pos(name);
    s->class_.decorators = decorators;
    if (accept(p, T_LPAREN)) {
        parse_arguments(p, &s->class_.bases, &s->class_.keywords);
    }
    parse_scope_t scope = {.outer = p->scope, .kind = SCOPE_CLASS};
    p->scope = &scope;
    s->class_.body = parse_suite(p, head, "class definition");
    p->scope = scope.outer;
    return s;
}

static stmt_t *parse_decorated(parser_t *p)
{
    expr_list_t decorators = {0};
    while (accept(p, T_AT)) {
        ARENA_PUSH(p->arena, &decorators, parse_named(p));
        parse_expect(p, T_NEWLINE);
    }
    switch (p->tok->kind) {
    case T_DEF:
        return parse_function(p, decorators);
    case T_CLASS:
        return parse_class(p, decorators);
    case T_ASYNC:
        return parse_compound(p);
    default:
        parse_syntax_error(p);
        return NULL;
    }
}

/* ---- what we do not run ---- */

static void refuse_async(parser_t *p)
{
    token_kind_t next = p->tok[1].kind;
    if (next == T_DEF || next == T_FOR || next == T_WITH) {
        parse_unsupported(p, p->tok, "use threads",
                          arena_printf(p->arena, "'async %s'", lex_spelling(next)));
    } else {
        parse_syntax_error(p);
    }
}

/* `match …:` and then, indented, `case …`. Anywhere else 'match' is a name like others.
 */
static bool begins_match(const parser_t *p)
{
    const token_t *t = p->tok;
    if (strcmp(t->text, "match") != 0) {
        return false;
    }
    while (t->kind != T_NEWLINE && t->kind != T_EOF) {
        t++;
    }
    return t->kind == T_NEWLINE && t[-1].kind == T_COLON && t[1].kind == T_INDENT &&
           t[2].kind == T_NAME && strcmp(t[2].text, "case") == 0;
}

stmt_t *parse_compound(parser_t *p)
{
    switch (p->tok->kind) {
    case T_IF:
        return parse_if(p);
    case T_WHILE:
        return parse_while(p);
    case T_FOR:
        return parse_for(p);
    case T_TRY:
        return parse_try(p);
    case T_WITH:
        return parse_with(p);
    case T_DEF:
        return parse_function(p, (expr_list_t){0});
    case T_CLASS:
        return parse_class(p, (expr_list_t){0});
    case T_AT:
        return parse_decorated(p);
    case T_ASYNC:
        refuse_async(p);
        return NULL;
    case T_NAME:
        if (begins_match(p)) {
            parse_unsupported(p, p->tok, "write if and elif", "'match' statement");
        }
        return NULL;
    default:
        return NULL;
    }
}
