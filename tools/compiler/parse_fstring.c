/* SPDX-License-Identifier: MIT */
/*
 * parse_fstring.c -- the inside of f-strings, by the rules of Python 3.11.
 *
 * An expression in braces is found by its brackets and quotes first and then parsed
 * like any other, in place, so that faults in it have their true position.
 */
#include "parse.h"
#include <string.h>

typedef struct cursor {
    fstring_t *f;
    const char *at, *end;
    int depth; /* 0: the string itself; 1, 2: format specifications in it */
} cursor_t;

enum { MAX_SPECS = 2 };

static void parse_parts(cursor_t *c);

static ast_pos_t pos_of(const fstring_t *f, const char *place)
{
    ast_pos_t pos = {f->literal->line, f->literal->col, 0};
    for (const char *s = f->literal->text; s < place; s++) {
        pos.line += *s == '\n';
        pos.col = *s == '\n' ? 1 : pos.col + 1;
    }
    return pos;
}

__attribute__((format(printf, 2, 3))) static void fault(cursor_t *c, const char *fmt,
                                                        ...)
{
    parser_t *p = c->f->p;
    va_list ap;
    va_start(ap, fmt);
    const char *text = arena_vprintf(p->arena, fmt, ap);
    va_end(ap);
    bool outer = p->in_fstring;
    p->in_fstring = true;
    parse_error(p, pos_of(c->f, c->at), "%s", text);
    p->in_fstring = outer;
    c->at = c->end;
}

void parse_fstring_flush(fstring_t *f)
{
    if (f->out == f->piece) {
        return;
    }
    expr_t *e = ARENA_NEW(f->p->arena, expr_t);
    e->kind = EXPR_STR;
    e->pos = parse_token_pos(f->literal);
    e->str.data = f->piece;
    e->str.len = (size_t)(f->out - f->piece);
    ARENA_PUSH(f->p->arena, &f->values, e);
    *f->out++ = '\0';
    f->piece = f->out;
}

/* ---- where the expression ends ---- */

/* Over a string in an expression. */
static const char *skip_string(cursor_t *c, const char *s)
{
    char quote = *s;
    int n = s + 2 < c->end && s[1] == quote && s[2] == quote ? 3 : 1;
    for (s += n; s + n <= c->end; s++) {
        if (*s == '\\') {
            break;
        }
        if (strncmp(s, (const char[]){quote, quote, quote, 0}, (size_t)n) == 0) {
            return s + n;
        }
    }
    bool backslash = s < c->end && memchr(s, '\\', (size_t)(c->end - s));
    fault(c, "%s",
          backslash ? "expression part cannot include a backslash"
                    : "unterminated string");
    return c->end;
}

/* '!' begins a conversion, '=' the debug form, unless they are part of a comparison. */
static bool ends_expression(cursor_t *c, const char **s)
{
    char ch = **s, next = *s + 1 < c->end ? (*s)[1] : '\0';
    if (next == '=' && strchr("!=<>", ch)) {
        ++*s;
        return false;
    }
    return strchr("!:}=", ch) != NULL;
}

/* From c->at: one past the expression, or c->end after a fault. */
static const char *expression_end(cursor_t *c)
{
    char open[LEX_MAX_LEVEL];
    int level = 0;
    const char *s = c->at;
    for (; s < c->end; s++) {
        char ch = *s;
        if (ch == '\\' || ch == '#') {
            fault(c, ch == '#' ? "expression part cannot include '#'"
                               : "expression part cannot include a backslash");
            return c->end;
        }
        if (ch == '"' || ch == '\'') {
            s = skip_string(c, s) - 1;
        } else if (ch == '(' || ch == '[' || ch == '{') {
            if (level == LEX_MAX_LEVEL) {
                fault(c, "too many nested parenthesis");
                return c->end;
            }
            open[level++] = ch;
        } else if (level == 0 && strchr("!:}=<>", ch) && ends_expression(c, &s)) {
            return s;
        } else if (ch == ')' || ch == ']' || ch == '}') {
            char want = ch == ')' ? '(' : ch == ']' ? '[' : '{';
            if (level == 0 || open[level - 1] != want) {
                fault(c,
                      level ? "closing parenthesis '%c' does not match opening "
                              "parenthesis '%c'"
                            : "unmatched '%c'",
                      ch, level ? open[level - 1] : 0);
                return c->end;
            }
            level--;
        }
    }
    if (level > 0 && !c->f->p->failed) {
        fault(c, "'%c' was never closed", open[level - 1]);
    }
    return c->end;
}

/* ---- fields ---- */

static bool is_blank(const char *s, const char *end)
{
    while (s < end && strchr(" \t\n\f", *s)) {
        s++;
    }
    return s == end;
}

/* The expression from `text` to `end`, with tokens of its own. */
static expr_t *parse_inner(fstring_t *f, const char *text, const char *end)
{
    parser_t *p = f->p, outer = *p;
    ast_pos_t pos = pos_of(f, text);
    tokens_t tokens;
    if (!lex_expression(p->arena, p->names, p->module, text, (size_t)(end - text),
                        pos.line, pos.col, &tokens)) {
        p->failed = true;
        p->tok = p->end;
        return parse_new_expr(p, EXPR_NONE, p->tok);
    }
    p->tok = p->begin = tokens.items;
    p->end = tokens.items + tokens.len - 1;
    p->open.kind = T_EOF;
    p->in_fstring = true;
    parse_enter(p);
    expr_t *e = parse_group(p, p->tok, T_EOF);
    p->depth--;
    parse_expect(p, T_EOF);
    p->begin = outer.begin;
    p->end = outer.end;
    p->open = outer.open;
    p->in_fstring = outer.in_fstring;
    p->tok = p->failed ? p->end : outer.tok;
    return e;
}

static int parse_conversion(cursor_t *c)
{
    if (c->at == c->end || *c->at != '!') {
        return 0;
    }
    c->at++;
    char kind = c->at < c->end ? *c->at : '\0';
    if (!kind || !strchr("sra", kind)) {
        fault(c, "invalid conversion character: expected 's', 'r', or 'a'");
        return 0;
    }
    c->at++;
    return kind;
}

/* Behind the ':' of a field: a JOINED_STR of what is up to the '}'. */
static expr_t *parse_spec(cursor_t *c)
{
    fstring_t *f = c->f;
    fstring_t inner = *f;
    inner.values = (expr_list_t){0};
    inner.piece = inner.out;
    expr_t *e = ARENA_NEW(f->p->arena, expr_t);
    e->kind = EXPR_JOINED_STR;
    e->pos = pos_of(f, c->at);
    cursor_t spec = {.f = &inner, .at = c->at, .end = c->end, .depth = c->depth + 1};
    parse_parts(&spec);
    parse_fstring_flush(&inner);
    e->values = inner.values;
    c->at = spec.at;
    f->out = f->piece = inner.out;
    return e;
}

/* `{x = }` shows its own text. */
static void add_text(fstring_t *f, const char *text, const char *end)
{
    memcpy(f->out, text, (size_t)(end - text));
    f->out += end - text;
}

/* Behind a '{'. */
static void parse_field(cursor_t *c)
{
    fstring_t *f = c->f;
    const char *text = c->at, *end = expression_end(c);
    if (f->p->failed) {
        return;
    }
    if (is_blank(text, end)) {
        fault(c, end == c->end ? "expecting '}'" : "empty expression not allowed");
        return;
    }
    expr_t *field = ARENA_NEW(f->p->arena, expr_t);
    field->kind = EXPR_FORMATTED;
    field->pos = pos_of(f, text);
    field->formatted.value = parse_inner(f, text, end);
    c->at = end;
    bool debug = c->at < c->end && *c->at == '=';
    if (debug) {
        do {
            c->at++;
        } while (c->at < c->end && strchr(" \t\n\f", *c->at));
        add_text(f, text, c->at);
    }
    parse_fstring_flush(f);
    field->formatted.conversion = parse_conversion(c);
    if (c->at < c->end && *c->at == ':') {
        c->at++;
        field->formatted.spec = parse_spec(c);
    } else if (debug && !field->formatted.conversion) {
        field->formatted.conversion = 'r';
    }
    if (c->at == c->end || *c->at != '}') {
        fault(c, "expecting '}'");
        return;
    }
    c->at++;
    f->has_fields = true;
    ARENA_PUSH(f->p->arena, &f->values, field);
}

/* ---- text ---- */

/* One past the text from c->at that holds no braces. */
static const char *text_end(const cursor_t *c)
{
    bool raw = c->f->flags & LITERAL_RAW;
    const char *s = c->at;
    for (; s < c->end && *s != '{' && *s != '}'; s++) {
        if (*s == '\\' && !raw && s + 1 < c->end && s[1] != '{' && s[1] != '}') {
            s++;
            const char *name = *s == 'N' && s + 1 < c->end && s[1] == '{'
                                   ? memchr(s, '}', (size_t)(c->end - s))
                                   : NULL;
            s = name ? name : s;
        }
    }
    return s;
}

/* Text and fields, up to the end or, in a format specification, to the '}' behind it.
 */
static void parse_parts(cursor_t *c)
{
    fstring_t *f = c->f;
    while (c->at < c->end && !f->p->failed) {
        const char *end = text_end(c);
        f->out = parse_unescape(f->p, f->literal, c->at, end, f->flags, f->out);
        c->at = end;
        if (end == c->end) {
            return;
        }
        char brace = *end;
        if (c->depth == 0 && end + 1 < c->end && end[1] == brace) {
            *f->out++ = brace;
            c->at += 2;
        } else if (brace == '}') {
            if (c->depth == 0) {
                fault(c, "single '}' is not allowed");
            }
            return;
        } else if (c->depth >= MAX_SPECS) {
            fault(c, "expressions nested too deeply");
        } else {
            c->at++;
            parse_field(c);
        }
    }
}

void parse_fstring(fstring_t *f, const char *text, const char *end)
{
    cursor_t c = {.f = f, .at = text, .end = end};
    parse_parts(&c);
}
