/* SPDX-License-Identifier: MIT */
/* parse_atom.c -- names, constants, displays, comprehensions, and the lists of
 * arguments and parameters. */
#include "parse.h"

static void add_keyword(parser_t *p, keyword_list_t *list, const token_t *start,
                        const char *name, expr_t *value)
{
    ast_keyword_t k = {.pos = parse_pos(p, start), .name = name, .value = value};
    ARENA_PUSH(p->arena, list, k);
}

/* ---- comprehensions ---- */

/* Adds to *iter_yields those of the iterable. */
static ast_comp_t parse_clause(parser_t *p, int *iter_yields)
{
    const token_t *start = p->tok;
    ast_comp_t c = {0};
    if (at(p, T_ASYNC)) {
        parse_unsupported(p, start, "use threads", "'async for'");
    }
    parse_expect(p, T_FOR);
    c.target = parse_for_target(p);
    int before = p->scope->yields;
    p->comp_iters++;
    c.iter = parse_disjunction(p);
    p->comp_iters--;
    *iter_yields += p->scope->yields - before;
    while (accept(p, T_IF)) {
        ARENA_PUSH(p->arena, &c.conds, parse_disjunction(p));
    }
    c.pos = parse_pos(p, start);
    return c;
}

void parse_comprehensions(parser_t *p, expr_t *comp, const char *what,
                          int yields_before)
{
    if (comp->comp.element->kind == EXPR_STARRED) {
        parse_error(p, comp->comp.element->pos,
                    "iterable unpacking cannot be used in comprehension");
    }
    /* The first iterable is evaluated outside: there a yield is the function's. */
    int outside = 0, inside = 0;
    while (at(p, T_FOR) || at(p, T_ASYNC)) {
        int *yields = comp->comp.comps.len == 0 ? &outside : &inside;
        ARENA_PUSH(p->arena, &comp->comp.comps, parse_clause(p, yields));
    }
    if (p->scope->yields - yields_before != outside) {
        parse_error(p, comp->pos, "'yield' inside %s", what);
    }
    comp->pos = parse_pos_from(p, comp->pos);
}

/* ---- displays ---- */

/* Elements up to `close` behind the first one. */
static void parse_elements(parser_t *p, expr_list_t *items, expr_t *first,
                           token_kind_t close)
{
    ARENA_PUSH(p->arena, items, first);
    while (accept(p, T_COMMA) && !at(p, close)) {
        ARENA_PUSH(p->arena, items, parse_star_named(p));
    }
    if (at(p, T_FOR)) {
        parse_error(p, first->pos,
                    "did you forget parentheses around the comprehension target?");
    }
}

/* What is a list or a set behind its first element, or a comprehension of the same. */
static expr_t *parse_display(parser_t *p, const token_t *start, expr_t *first,
                             int yields, bool is_set)
{
    token_kind_t close = is_set ? T_RBRACE : T_RBRACKET;
    expr_t *e = parse_new_expr(p, is_set ? EXPR_SET : EXPR_LIST, start);
    if (at(p, T_FOR) || at(p, T_ASYNC)) {
        e->kind = is_set ? EXPR_SET_COMP : EXPR_LIST_COMP;
        e->comp.element = first;
        parse_comprehensions(p, e, is_set ? "set comprehension" : "list comprehension",
                             yields);
    } else {
        parse_elements(p, &e->values, first, close);
    }
    parse_expect(p, close);
    e->pos = parse_pos(p, start);
    return e;
}

static expr_t *parse_list(parser_t *p)
{
    const token_t *start = take(p);
    if (accept(p, T_RBRACKET)) {
        return parse_new_expr(p, EXPR_LIST, start);
    }
    int yields = p->scope->yields;
    expr_t *first = parse_star_named(p);
    return parse_display(p, start, first, yields, false);
}

/* Behind a key: `: value`. */
static expr_t *parse_dict_value(parser_t *p)
{
    const token_t *colon = p->tok;
    if (!accept(p, T_COLON)) {
        parse_error(p, parse_token_pos(colon - 1), "':' expected after dictionary key");
    }
    if (at(p, T_COMMA) || at(p, T_RBRACE)) {
        parse_error(p, parse_token_pos(colon),
                    "expression expected after dictionary key and ':'");
    } else if (at(p, T_STAR)) {
        parse_error(p, parse_token_pos(p->tok),
                    "cannot use a starred expression in a dictionary value");
    }
    return parse_expression(p);
}

static void parse_dict_item(parser_t *p, expr_list_t *keys, expr_list_t *values)
{
    if (accept(p, T_DOUBLE_STAR)) {
        ARENA_PUSH(p->arena, keys, NULL);
        ARENA_PUSH(p->arena, values, parse_bitwise(p));
    } else {
        ARENA_PUSH(p->arena, keys, parse_expression(p));
        ARENA_PUSH(p->arena, values, parse_dict_value(p));
    }
}

static expr_t *parse_dict_comp(parser_t *p, const token_t *start, expr_t *key,
                               expr_t *value, int yields)
{
    expr_t *e = parse_new_expr(p, EXPR_DICT_COMP, start);
    e->comp.element = key;
    e->comp.value = value;
    parse_comprehensions(p, e, "dict comprehension", yields);
    return e;
}

/* `key` has been read, or is NULL at a `**`. */
static expr_t *parse_dict(parser_t *p, const token_t *start, expr_t *key, int yields)
{
    expr_t *e = parse_new_expr(p, EXPR_DICT, start);
    expr_list_t keys = {0}, values = {0};
    if (key) {
        ARENA_PUSH(p->arena, &keys, key);
        ARENA_PUSH(p->arena, &values, parse_dict_value(p));
    } else {
        parse_dict_item(p, &keys, &values);
    }
    if (at(p, T_FOR) || at(p, T_ASYNC)) {
        if (!key) {
            parse_error(p, parse_token_pos(start + 1),
                        "dict unpacking cannot be used in dict comprehension");
        }
        e = parse_dict_comp(p, start, key ? key : values.items[0], values.items[0],
                            yields);
    } else {
        while (accept(p, T_COMMA) && !at(p, T_RBRACE)) {
            parse_dict_item(p, &keys, &values);
        }
        e->dict.keys = keys;
        e->dict.values = values;
    }
    parse_expect(p, T_RBRACE);
    e->pos = parse_pos(p, start);
    return e;
}

static expr_t *parse_braces(parser_t *p)
{
    const token_t *start = take(p);
    if (accept(p, T_RBRACE)) {
        return parse_new_expr(p, EXPR_DICT, start);
    }
    int yields = p->scope->yields;
    if (at(p, T_DOUBLE_STAR)) {
        return parse_dict(p, start, NULL, yields);
    }
    expr_t *first = parse_star_named(p);
    bool is_dict = at(p, T_COLON) && first->kind != EXPR_STARRED &&
                   (first->kind != EXPR_WALRUS || first->parens);
    return is_dict ? parse_dict(p, start, first, yields)
                   : parse_display(p, start, first, yields, true);
}

static expr_t *parse_parentheses(parser_t *p)
{
    const token_t *start = take(p);
    expr_t *e = parse_group(p, start, T_RPAREN);
    bool is_own = (e->kind == EXPR_TUPLE || e->kind == EXPR_GENERATOR) && !e->parens;
    parse_expect(p, T_RPAREN);
    if (is_own) {
        e->pos = parse_pos(p, start);
    }
    e->parens = true;
    return e;
}

/* ---- atoms ---- */

static expr_t *parse_name(parser_t *p)
{
    const token_t *t = take(p);
    expr_t *e = parse_new_expr(p, EXPR_NAME, t);
    e->name = t->text;
    return e;
}

static expr_t *parse_constant(parser_t *p, expr_kind_t kind)
{
    return parse_new_expr(p, kind, take(p));
}

expr_t *parse_atom(parser_t *p)
{
    const token_t *start = p->tok;
    switch (start->kind) {
    case T_NAME:
        return parse_name(p);
    case T_INT:
    case T_FLOAT:
    case T_IMAGINARY:
        return parse_number(p);
    case T_STRING:
        return parse_strings(p);
    case T_LPAREN:
        return parse_parentheses(p);
    case T_LBRACKET:
        return parse_list(p);
    case T_LBRACE:
        return parse_braces(p);
    case T_NONE:
        return parse_constant(p, EXPR_NONE);
    case T_TRUE:
        return parse_constant(p, EXPR_TRUE);
    case T_FALSE:
        return parse_constant(p, EXPR_FALSE);
    case T_ELLIPSIS:
        return parse_constant(p, EXPR_ELLIPSIS);
    default:
        parse_syntax_error(p);
        return parse_new_expr(p, EXPR_NONE, start);
    }
}

/* ---- arguments ---- */

static bool has_unpacking(const keyword_list_t *keywords)
{
    for (int i = 0; i < keywords->len; i++) {
        if (!keywords->items[i].name) {
            return true;
        }
    }
    return false;
}

static void parse_star_argument(parser_t *p, expr_list_t *args,
                                const keyword_list_t *keywords)
{
    const token_t *start = take(p);
    if (has_unpacking(keywords)) {
        parse_error(p, parse_token_pos(start),
                    "iterable argument unpacking follows keyword argument unpacking");
    }
    expr_t *value = parse_expression(p);
    expr_t *e = parse_new_expr(p, EXPR_STARRED, start);
    e->value = value;
    ARENA_PUSH(p->arena, args, e);
}

static void parse_keyword_argument(parser_t *p, keyword_list_t *keywords)
{
    const token_t *name = take(p), *equals = take(p);
    for (int i = 0; i < keywords->len; i++) {
        if (keywords->items[i].name == name->text) {
            parse_error(p, parse_token_pos(name), "keyword argument repeated: %s",
                        name->text);
        }
    }
    if (at(p, T_COMMA) || at(p, T_RPAREN)) {
        parse_error(p, parse_token_pos(equals), "expected argument value expression");
    }
    add_keyword(p, keywords, name, name->text, parse_expression(p));
}

/* `f(True=1)`, `f(a.b=1)`. */
static void refuse_keyword(parser_t *p, const expr_t *e)
{
    if (e->kind == EXPR_TRUE || e->kind == EXPR_FALSE || e->kind == EXPR_NONE) {
        parse_error(p, e->pos, "cannot assign to %s", parse_expr_name(e));
    } else {
        parse_error(p, e->pos,
                    "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
}

static void parse_positional(parser_t *p, expr_list_t *args,
                             const keyword_list_t *keywords)
{
    const token_t *start = p->tok;
    int yields = p->scope->yields;
    expr_t *e = parse_walrus(p);
    if (at(p, T_ASSIGN)) {
        refuse_keyword(p, e);
    } else if (at(p, T_FOR) || at(p, T_ASYNC)) {
        expr_t *generator = parse_new_expr(p, EXPR_GENERATOR, start);
        generator->comp.element = e;
        parse_comprehensions(p, generator, "generator expression", yields);
        if (args->len || keywords->len || at(p, T_COMMA)) {
            parse_error(p, generator->pos,
                        "Generator expression must be parenthesized");
        }
        e = generator;
    } else if (keywords->len > 0) {
        parse_error(p, e->pos, "positional argument follows keyword argument%s",
                    has_unpacking(keywords) ? " unpacking" : "");
    }
    ARENA_PUSH(p->arena, args, e);
}

void parse_arguments(parser_t *p, expr_list_t *args, keyword_list_t *keywords)
{
    while (!at(p, T_RPAREN)) {
        const token_t *start = p->tok;
        if (at(p, T_STAR)) {
            parse_star_argument(p, args, keywords);
        } else if (accept(p, T_DOUBLE_STAR)) {
            add_keyword(p, keywords, start, NULL, parse_expression(p));
        } else if (at(p, T_NAME) && start[1].kind == T_ASSIGN) {
            parse_keyword_argument(p, keywords);
        } else {
            parse_positional(p, args, keywords);
        }
        if (!accept(p, T_COMMA)) {
            break;
        }
    }
    parse_expect(p, T_RPAREN);
}

/* ---- parameters ---- */

typedef struct params {
    parser_t *p;
    ast_params_t *out;
    token_kind_t close;
    bool star, slash, defaults;
} params_t;

static void check_duplicate(params_t *s, const token_t *name)
{
    const ast_params_t *out = s->out;
    bool twice = (out->vararg && out->vararg->name == name->text) ||
                 (out->kwarg && out->kwarg->name == name->text);
    for (int i = 0; i < out->len; i++) {
        twice |= out->items[i].name == name->text;
    }
    if (twice) {
        parse_error(s->p, parse_token_pos(name),
                    "duplicate argument '%s' in function definition", name->text);
    }
}

/* `name` and, but for a lambda, `: annotation`; behind '*' that may be starred. */
static ast_param_t parse_param(params_t *s, bool is_vararg)
{
    parser_t *p = s->p;
    const token_t *start = p->tok;
    ast_param_t param = {.name = parse_identifier(p)};
    if (!p->failed) {
        check_duplicate(s, start);
    }
    if (s->close != T_COLON && accept(p, T_COLON)) {
        param.annotation = is_vararg ? parse_star_named(p) : parse_expression(p);
    }
    param.pos = parse_pos(p, start);
    return param;
}

/* Behind `*` or `**`. */
static ast_param_t *parse_special_param(params_t *s, bool is_vararg)
{
    ast_param_t *param = ARENA_NEW(s->p->arena, ast_param_t);
    *param = parse_param(s, is_vararg);
    if (at(s->p, T_ASSIGN)) {
        parse_error(s->p, parse_token_pos(s->p->tok),
                    "var-%s argument cannot have default value",
                    is_vararg ? "positional" : "keyword");
    }
    return param;
}

static void parse_slash(params_t *s)
{
    const token_t *t = take(s->p);
    const char *fault = s->slash           ? "/ may appear only once"
                        : s->star          ? "/ must be ahead of *"
                        : s->out->len == 0 ? "at least one argument must precede /"
                                           : NULL;
    if (fault) {
        parse_error(s->p, parse_token_pos(t), "%s", fault);
    }
    s->slash = true;
    s->out->nposonly = s->out->len;
}

static void parse_star_param(params_t *s)
{
    parser_t *p = s->p;
    const token_t *star = take(p);
    if (s->star) {
        parse_error(p, parse_token_pos(star), "* argument may appear only once");
    }
    s->star = true;
    s->out->npos = s->out->len - s->out->nposonly;
    if (at(p, T_COMMA)) {
        if (p->tok[1].kind == s->close || p->tok[1].kind == T_DOUBLE_STAR) {
            parse_error(p, parse_token_pos(star), "named arguments must follow bare *");
        }
    } else if (at(p, s->close)) {
        parse_error(p, parse_token_pos(star), "named arguments must follow bare *");
    } else {
        s->out->vararg = parse_special_param(s, true);
    }
}

static void parse_kwarg_param(params_t *s)
{
    take(s->p);
    s->out->kwarg = parse_special_param(s, false);
    if (at(s->p, T_COMMA) && s->p->tok[1].kind != s->close) {
        parse_error(s->p, parse_token_pos(s->p->tok + 1),
                    "arguments cannot follow var-keyword argument");
    }
}

static void parse_plain_param(params_t *s)
{
    parser_t *p = s->p;
    if (at(p, T_LPAREN)) {
        parse_error(p, parse_token_pos(p->tok), "%s parameters cannot be parenthesized",
                    s->close == T_COLON ? "Lambda expression" : "Function");
    }
    ast_param_t param = parse_param(s, false);
    const token_t *equals = p->tok;
    if (accept(p, T_ASSIGN)) {
        if (at(p, T_COMMA) || at(p, s->close)) {
            parse_error(p, parse_token_pos(equals),
                        "expected default value expression");
        }
        param.value = parse_expression(p);
        s->defaults |= !s->star;
    } else if (s->defaults && !s->star) {
        parse_error(p, param.pos, "non-default argument follows default argument");
    }
    ARENA_PUSH(p->arena, s->out, param);
}

ast_params_t *parse_params(parser_t *p, token_kind_t close)
{
    params_t s = {.p = p, .out = ARENA_NEW(p->arena, ast_params_t), .close = close};
    while (!at(p, close)) {
        switch (p->tok->kind) {
        case T_SLASH:
            parse_slash(&s);
            break;
        case T_STAR:
            parse_star_param(&s);
            break;
        case T_DOUBLE_STAR:
            parse_kwarg_param(&s);
            break;
        default:
            parse_plain_param(&s);
        }
        if (!accept(p, T_COMMA)) {
            break;
        }
    }
    if (!s.star) {
        s.out->npos = s.out->len - s.out->nposonly;
    }
    return s.out;
}
