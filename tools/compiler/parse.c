/* SPDX-License-Identifier: MIT */
/* parse.c -- a module's text to its tree: the entry, the token helpers and the wording
 * of faults. */
#include "parse.h"
#include <string.h>
#include <strings.h>

/* ---- faults ---- */

/* Behind the first fault nothing is read any more. */
static void stop(parser_t *p)
{
    p->failed = true;
    p->tok = p->end;
}

static void report(parser_t *p, ast_pos_t pos, diag_slug_t slug, const char *hint,
                   const char *fmt, va_list ap)
{
    if (p->failed) {
        return;
    }
    diag_pos_t where = ast_diag_pos(p->module, pos);
    const char *text = arena_vprintf(p->arena, fmt, ap);
    diag_error(&where, slug, hint, "%s%s", p->in_fstring ? "f-string: " : "", text);
    stop(p);
}

static void report_plain(parser_t *p, ast_pos_t pos, diag_slug_t slug, const char *hint,
                         const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    report(p, pos, slug, hint, fmt, ap);
    va_end(ap);
}

/*
 * What is behind most strange faults comes first: a fault of the lexer that the parser
 * has met, and a bracket that stays open from an earlier line on.
 */
static bool report_deeper_cause(parser_t *p, int line)
{
    if (at(p, T_ERROR)) {
        report_plain(p, parse_token_pos(p->tok), DIAG_syntax, NULL, "%s", p->tok->text);
    } else if (p->open.kind != T_EOF && (p->open.line < line || at(p, T_EOF))) {
        report_plain(p, parse_token_pos(&p->open), DIAG_syntax, NULL,
                     "'%c' was never closed", *p->open.text);
    }
    return p->failed;
}

void parse_error_hint(parser_t *p, ast_pos_t pos, const char *hint, const char *fmt,
                      ...)
{
    if (p->failed || report_deeper_cause(p, pos.line)) {
        return;
    }
    va_list ap;
    va_start(ap, fmt);
    report(p, pos, DIAG_syntax, hint, fmt, ap);
    va_end(ap);
}

void parse_error(parser_t *p, ast_pos_t pos, const char *fmt, ...)
{
    if (p->failed || report_deeper_cause(p, pos.line)) {
        return;
    }
    va_list ap;
    va_start(ap, fmt);
    report(p, pos, DIAG_syntax, NULL, fmt, ap);
    va_end(ap);
}

void parse_unsupported(parser_t *p, const token_t *t, const char *hint,
                       const char *construct)
{
    report_plain(p, parse_token_pos(t), DIAG_unsupported_syntax, hint,
                 "%s is not supported", construct);
}

void parse_enter(parser_t *p)
{
    if (++p->depth > PARSE_MAX_DEPTH) {
        parse_error(p, parse_token_pos(p->tok), "too deeply nested");
    }
}

void parse_link(parser_t *p, int n)
{
    if (n > PARSE_FREE_LINKS && ++p->chain > PARSE_MAX_CHAIN) {
        parse_error(p, parse_token_pos(p->tok), "expression is too long");
    }
}

/* "did you mean 'while'?" when a name before the fault is nearly a keyword. */
static const char *keyword_hint(const parser_t *p)
{
    static const char *const words[] = {
#define OPERATOR(id, spelling)
#define KEYWORD(id, spelling) spelling,
#include "tokens.def"
#undef OPERATOR
#undef KEYWORD
    };
    const token_t *before = p->tok - 1;
    if (p->in_fstring || p->tok->col == 1 || before->kind != T_NAME ||
        before->len < 3) {
        return NULL;
    }
    const char *word = diag_nearest(before->text, words, sizeof words / sizeof *words);
    return word ? arena_printf(p->arena, "did you mean '%s'?", word) : NULL;
}

/* True when the token ends an operand, so that another operand cannot follow. */
static bool ends_operand(const token_t *t)
{
    switch (t->kind) {
    case T_NAME:
    case T_INT:
    case T_FLOAT:
    case T_STRING:
    case T_RPAREN:
    case T_RBRACKET:
    case T_RBRACE:
    case T_TRUE:
    case T_FALSE:
    case T_NONE:
    case T_ELLIPSIS:
        return true;
    default:
        return false;
    }
}

static bool begins_operand(const token_t *t)
{
    return ends_operand(t)
               ? t->kind != T_RPAREN && t->kind != T_RBRACKET && t->kind != T_RBRACE
               : t->kind == T_LBRACE || t->kind == T_LAMBDA;
}

static bool is_print(const token_t *t)
{
    return t->kind == T_NAME &&
           (strcmp(t->text, "print") == 0 || strcmp(t->text, "exec") == 0);
}

void parse_syntax_error(parser_t *p)
{
    const token_t *t = p->tok;
    /* The end of the file has no line to show. */
    ast_pos_t pos = parse_token_pos(at(p, T_EOF) && t > p->begin ? t - 1 : t);
    if (p->failed || report_deeper_cause(p, t->line)) {
        return;
    }
    const token_t *before = t == p->begin ? NULL : t - 1;
    if (t->kind == T_INDENT) {
        parse_error(p, pos, "unexpected indent");
    } else if (before && is_print(before) && begins_operand(t)) {
        parse_error(p, parse_token_pos(before),
                    "missing parentheses in call to '%s'. Did you mean %s(...)?",
                    before->text, before->text);
    } else if (t->kind == T_AWAIT) {
        parse_unsupported(p, t, "use threads", "'await'");
    } else if (before && t->level > 0 && ends_operand(before) && begins_operand(t)) {
        pos = parse_token_pos(before);
        pos.end_col = before->line == t->line ? t->col + t->len : pos.end_col;
        parse_error(p, pos, "invalid syntax. Perhaps you forgot a comma?");
    } else {
        parse_error_hint(p, pos, before ? keyword_hint(p) : NULL, "invalid syntax");
    }
}

/* ---- tokens ---- */

bool parse_expect(parser_t *p, token_kind_t kind)
{
    if (accept(p, kind)) {
        return true;
    }
    parse_syntax_error(p);
    return false;
}

bool parse_demand(parser_t *p, token_kind_t kind)
{
    if (accept(p, kind)) {
        return true;
    }
    parse_error(p, parse_token_pos(p->tok), "expected '%s'", lex_spelling(kind));
    return false;
}

const char *parse_identifier(parser_t *p)
{
    const token_t *t = p->tok;
    if (!parse_expect(p, T_NAME)) {
        return NULL;
    }
    if (strcmp(t->text, "__debug__") == 0) {
        parse_error(p, parse_token_pos(t), "cannot assign to __debug__");
    }
    return t->text;
}

ast_pos_t parse_token_pos(const token_t *t)
{
    return (ast_pos_t){t->line, t->col,
                       t->multiline || t->len == 0 ? 0 : t->col + t->len};
}

ast_pos_t parse_pos_from(const parser_t *p, ast_pos_t left)
{
    left.end_col = 0;
    if (p->tok > p->begin) {
        const token_t *last = p->tok - 1;
        left.end_col =
            last->line == left.line && !last->multiline ? last->col + last->len : 0;
    }
    return left;
}

ast_pos_t parse_pos(const parser_t *p, const token_t *start)
{
    return parse_pos_from(p, (ast_pos_t){start->line, start->col, 0});
}

/* ---- the text ---- */

/* Bytes of the UTF-8 sequence at s, 0 when it is none. */
static int utf8_length(const uint8_t *s, const uint8_t *end)
{
    int more = s[0] < 0x80   ? 0
               : s[0] < 0xc2 ? -1
               : s[0] < 0xe0 ? 1
               : s[0] < 0xf0 ? 2
               : s[0] < 0xf5 ? 3
                             : -1;
    if (more < 0 || more >= end - s) {
        return 0;
    }
    for (int i = 1; i <= more; i++) {
        if ((s[i] & 0xc0) != 0x80) {
            return 0;
        }
    }
    bool overlong = (s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xf0 && s[1] < 0x90);
    bool outside = (s[0] == 0xed && s[1] > 0x9f) || (s[0] == 0xf4 && s[1] > 0x8f);
    return overlong || outside ? 0 : more + 1;
}

static ast_pos_t pos_of_byte(const ast_module_t *m, const char *byte)
{
    ast_pos_t pos = {1, 1, 0};
    for (const char *c = m->text; c < byte; c++) {
        pos.col = *c == '\n' ? 1 : pos.col + 1;
        pos.line += *c == '\n';
    }
    return pos;
}

static bool check_bytes(parser_t *p)
{
    const uint8_t *s = (const uint8_t *)p->module->text, *end = s + p->module->len;
    while (s < end) {
        int n = *s == 0 ? 0 : utf8_length(s, end);
        if (n == 0) {
            report_plain(p, pos_of_byte(p->module, (const char *)s), DIAG_syntax, NULL,
                         *s ? "byte 0x%02x is not valid UTF-8"
                            : "source code cannot contain null bytes",
                         *s);
            return false;
        }
        s += n;
    }
    return true;
}

/* The name behind `coding:` or `coding=` in a comment, or NULL. */
static const char *coding_in(const char *line, const char *end, int *len)
{
    while (line < end && (*line == ' ' || *line == '\t' || *line == '\f')) {
        line++;
    }
    for (const char *c = line; *line == '#' && c + 7 < end; c++) {
        if (memcmp(c, "coding", 6) == 0 && (c[6] == ':' || c[6] == '=')) {
            c += 7;
            c += strspn(c, " \t");
            *len = (int)strcspn(c, " \t\r\n;*");
            return c;
        }
    }
    return NULL;
}

/* The encoding may be declared in either of the first two lines; ours is always UTF-8.
 */
static bool check_coding(parser_t *p)
{
    static const char *const known[] = {"utf-8", "utf8", "utf_8", "ascii", "us-ascii"};
    const ast_module_t *m = p->module;
    const char *line = m->text, *end = m->text + m->len;
    for (int n = 1; n <= 2 && line < end; n++) {
        const char *stop_at = memchr(line, '\n', (size_t)(end - line));
        stop_at = stop_at ? stop_at : end;
        int len = 0;
        const char *name = coding_in(line, stop_at, &len);
        bool good = name == NULL;
        for (size_t i = 0; name && i < sizeof known / sizeof *known; i++) {
            good |= strlen(known[i]) <= (size_t)len &&
                    strncasecmp(name, known[i], strlen(known[i])) == 0;
        }
        if (!good) {
            report_plain(
                p, (ast_pos_t){n, (int)(name - line) + 1, (int)(name - line) + 1 + len},
                DIAG_unsupported_syntax, "save the file as UTF-8",
                "encoding '%.*s' is not supported", len, name);
            return false;
        }
        if (name || stop_at == end) {
            break;
        }
        line = stop_at + 1;
    }
    return true;
}

/* Line breaks are one '\n' from here on. */
static void unify_lines(arena_t *a, ast_module_t *m)
{
    if (!memchr(m->text, '\r', m->len)) {
        return;
    }
    char *copy = arena_strndup(a, m->text, m->len), *to = copy;
    for (size_t i = 0; i < m->len; i++) {
        if (m->text[i] != '\r') {
            *to++ = m->text[i];
        } else if (m->text[i + 1] != '\n') {
            *to++ = '\n';
        }
    }
    *to = '\0';
    m->text = copy;
    m->len = (size_t)(to - copy);
}

/* ---- the module ---- */

ast_module_t *parse_module(arena_t *a, intern_t *names, const char *file,
                           const char *text, size_t len)
{
    ast_module_t *m = ARENA_NEW(a, ast_module_t);
    *m = (ast_module_t){.file = file, .text = text, .len = len};
    unify_lines(a, m);
    parse_scope_t scope = {.kind = SCOPE_MODULE};
    parser_t p = {.arena = a, .names = names, .module = m, .scope = &scope};
    tokens_t tokens;
    if (!check_bytes(&p) || !check_coding(&p) || !lex_module(a, names, m, &tokens)) {
        return NULL;
    }
    p.tok = p.begin = tokens.items;
    p.end = tokens.items + tokens.len - 1;
    p.open = tokens.open;
    while (!at(&p, T_EOF)) {
        parse_statement(&p, &m->body);
    }
    if (p.open.kind != T_EOF) {
        report_deeper_cause(&p, p.tok->line);
    }
    return p.failed ? NULL : m;
}
