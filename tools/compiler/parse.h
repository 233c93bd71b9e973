/* SPDX-License-Identifier: MIT */
/*
 * parse.h -- what the files of the parser share. Private to them.
 *
 * The first fault is reported and moves the parser to the end of the file, where every
 * loop stops and every function still answers with a node. So no caller asks whether a
 * part succeeded; parse_module() does, once.
 */
#ifndef COMPILER_PARSE_H
#define COMPILER_PARSE_H

#include "lex.h"

typedef enum scope_kind { SCOPE_MODULE, SCOPE_CLASS, SCOPE_FUNCTION } scope_kind_t;

/* What 'return', 'break' and 'yield' must stand in. Lives on the C stack of the
 * definition that opens it. */
typedef struct parse_scope {
    struct parse_scope *outer;
    scope_kind_t kind;
    int loops; /* loops around the place, within `except*` those inside it */
    bool in_star_handler;
    int yields;
} parse_scope_t;

typedef struct parser {
    arena_t *arena;
    intern_t *names;
    ast_module_t *module;
    const token_t *begin;
    const token_t *tok; /* the next token */
    const token_t *end; /* the T_EOF */
    token_t open;       /* the bracket that is never closed, or kind T_EOF */
    parse_scope_t *scope;
    bool failed;
    bool in_fstring; /* messages begin with "f-string: " */
    int depth;       /* how deep the functions nest */
    int chain;       /* links of long operator chains in the statement */
    int comp_iters;  /* iterables of comprehensions around the place */
} parser_t;

enum {
    PARSE_MAX_DEPTH = 600, /* of nested expressions and statements */
    PARSE_FREE_LINKS = 64, /* of a chain like a + b + c or a.b.c that cost nothing */
    PARSE_MAX_CHAIN =
        4000, /* further links in one statement: they nest as deep in the tree */
};

/* ---- parse.c: tokens ---- */

static inline bool at(const parser_t *p, token_kind_t kind)
{
    return p->tok->kind == kind;
}

/* Takes the next token. */
static inline const token_t *take(parser_t *p)
{
    const token_t *t = p->tok;
    p->tok += t != p->end;
    return t;
}

static inline bool accept(parser_t *p, token_kind_t kind)
{
    if (p->tok->kind != kind) {
        return false;
    }
    take(p);
    return true;
}

/* The next token must be `kind`; anything else is invalid syntax. */
bool parse_expect(parser_t *p, token_kind_t kind);
/* The same, and what is missing is named: "expected ':'". */
bool parse_demand(parser_t *p, token_kind_t kind);
/* A name that may be assigned to; NULL after a fault. */
const char *parse_identifier(parser_t *p);
/* The place of a node that began with `start` and ends before p->tok. */
ast_pos_t parse_pos(const parser_t *p, const token_t *start);
ast_pos_t parse_token_pos(const token_t *t);

/* ---- parse.c: faults ---- */

/* The next token fits nothing: the most helpful words for it. */
void parse_syntax_error(parser_t *p);
void parse_error(parser_t *p, ast_pos_t pos, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
void parse_error_hint(parser_t *p, ast_pos_t pos, const char *hint, const char *fmt,
                      ...) __attribute__((format(printf, 4, 5)));
void parse_unsupported(parser_t *p, const token_t *t, const char *hint,
                       const char *construct);
/* One level deeper. Always matched by p->depth--. */
void parse_enter(parser_t *p);
/* Called for link number n of a chain. */
void parse_link(parser_t *p, int n);

/* ---- parse_expr.c ---- */

expr_t *parse_new_expr(parser_t *p, expr_kind_t kind, const token_t *start);
/* The place of a node that begins with `left` and ends before p->tok. */
ast_pos_t parse_pos_from(const parser_t *p, ast_pos_t left);
expr_t *parse_expression(parser_t *p);
/* `expression` or `name := expression`, then no `=`. */
expr_t *parse_named(parser_t *p);
/* The same where a `=` may follow. */
expr_t *parse_walrus(parser_t *p);
/* `*bitwise` or parse_named(). */
expr_t *parse_star_named(parser_t *p);
/* No conditional expression and no lambda: what an iterable of a comprehension may be.
 */
expr_t *parse_disjunction(parser_t *p);
/* Operators from `|` upwards: no comparisons, no boolean logic. */
expr_t *parse_bitwise(parser_t *p);
/* `a, *b`: one expression, or a tuple without parentheses. */
expr_t *parse_star_expressions(parser_t *p);
/* The same or a yield. */
expr_t *parse_value(parser_t *p);
/* Refuses a `*x` that stands alone. */
void parse_no_star(parser_t *p, const expr_t *e);
/* What may stand in parentheses, up to the closing token: () (a) (a, b) (a for b in c)
 * (yield). */
expr_t *parse_group(parser_t *p, const token_t *start, token_kind_t close);
/* True when the next token can begin an expression. */
bool parse_at_expression(const parser_t *p);

/* ---- parse_atom.c ---- */

expr_t *parse_atom(parser_t *p);
/* `for … in … if …`, once or more. `what` names the kind of comprehension. */
void parse_comprehensions(parser_t *p, expr_t *comp, const char *what,
                          int yields_before);
/* Arguments up to the ')', which is taken too. */
void parse_arguments(parser_t *p, expr_list_t *args, keyword_list_t *keywords);
/* Parameters up to `close`, which is left: of a lambda T_COLON, without annotations. */
ast_params_t *parse_params(parser_t *p, token_kind_t close);

/* ---- parse_string.c ---- */

expr_t *parse_number(parser_t *p);
/* Adjacent string literals as one. */
expr_t *parse_strings(parser_t *p);

/*
 * The characters from `text` to `end` of a literal, escapes resolved unless `raw`, to
 * `out`; answers where they end. They never take more room than they did in the source.
 */
char *parse_unescape(parser_t *p, const token_t *literal, const char *text,
                     const char *end, int flags, char *out);
enum { LITERAL_RAW = 1, LITERAL_BYTES = 2, LITERAL_FORMAT = 4 };

/* ---- parse_fstring.c ---- */

/* String literals on their way into a JOINED_STR. Text goes to `out`; what is behind
 * `piece` is no node yet. */
typedef struct fstring {
    parser_t *p;
    const token_t *literal;
    int flags;
    char *piece, *out;
    expr_list_t values;
    bool has_fields;
} fstring_t;

/* The inside of an f-string. */
void parse_fstring(fstring_t *f, const char *text, const char *end);
/* Makes a STR of the text since the last field, if there is any. */
void parse_fstring_flush(fstring_t *f);

/* ---- parse_target.c ---- */

/* Makes an expression the target of an assignment or of del, or reports why it cannot
 * be. */
void parse_make_target(parser_t *p, expr_t *e, expr_ctx_t ctx, const token_t *op);
/* A list of targets before 'in'. */
expr_t *parse_for_target(parser_t *p);
/* How messages call an expression: "function call". */
const char *parse_expr_name(const expr_t *e);

/* ---- parse_stmt.c, parse_block.c ---- */

/* A statement: a compound one, or a line of simple ones. Appended to `out`. */
void parse_statement(parser_t *p, stmt_list_t *out);
/* Simple statements up to the end of the line. */
void parse_simple_line(parser_t *p, stmt_list_t *out);
stmt_t *parse_new_stmt(parser_t *p, stmt_kind_t kind, const token_t *start);
/* A compound statement, or NULL when the next token begins none. */
stmt_t *parse_compound(parser_t *p);

#endif
