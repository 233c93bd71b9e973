/* SPDX-License-Identifier: MIT */
/* parse_string.c -- literals: numbers, strings and bytes with their escapes. */
#include "parse.h"
#include <stdlib.h>
#include <string.h>

/* ---- numbers ---- */

static int digit_value(char c)
{
    return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

/* The digits as they count: no prefix, underscores or leading zeros, in lower case. */
static void read_integer(parser_t *p, const token_t *t, expr_t *e)
{
    char radix = t->len > 1 ? (char)(t->text[1] | 0x20) : 0;
    int base = radix == 'x' ? 16 : radix == 'o' ? 8 : radix == 'b' ? 2 : 10;
    char *digits = arena_alloc(p->arena, (size_t)t->len + 1);
    int n = 0;
    uint64_t value = 0;
    bool small = true;
    for (int i = base == 10 ? 0 : 2; i < t->len; i++) {
        char c = t->text[i];
        if (c != '_' && (n > 0 || c != '0')) {
            digits[n++] = (char)(c <= '9' ? c : c | 0x20);
            small = small && !__builtin_mul_overflow(value, (uint64_t)base, &value) &&
                    !__builtin_add_overflow(value, (uint64_t)digit_value(c), &value);
        }
    }
    if (n == 0) {
        digits[n++] = '0';
    }
    e->integer.digits = digits;
    e->integer.ndigits = n;
    e->integer.base = base;
    e->integer.small = small && value <= INT64_MAX;
    e->integer.value = e->integer.small ? (int64_t)value : 0;
}

static double read_float(parser_t *p, const token_t *t)
{
    char *text = arena_alloc(p->arena, (size_t)t->len + 1), *to = text;
    for (int i = 0; i < t->len; i++) {
        if (t->text[i] != '_') {
            *to++ = t->text[i];
        }
    }
    return strtod(text, NULL);
}

expr_t *parse_number(parser_t *p)
{
    const token_t *t = take(p);
    expr_t *e = parse_new_expr(p, t->kind == T_INT ? EXPR_INT : EXPR_FLOAT, t);
    if (t->kind == T_IMAGINARY) {
        parse_unsupported(p, t, NULL, "a complex number");
    } else if (t->kind == T_INT) {
        read_integer(p, t, e);
    } else {
        e->number = read_float(p, t);
    }
    return e;
}

/* ---- escapes ---- */

typedef struct unescape {
    parser_t *p;
    const token_t *literal;
    const char *at, *end;
    bool bytes;
    char *out;
} unescape_t;

static char *put_utf8(char *out, uint32_t c)
{
    if (c < 0x80) {
        *out++ = (char)c;
    } else if (c < 0x800) {
        *out++ = (char)(0xc0 | c >> 6);
        *out++ = (char)(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        *out++ = (char)(0xe0 | c >> 12);
        *out++ = (char)(0x80 | (c >> 6 & 0x3f));
        *out++ = (char)(0x80 | (c & 0x3f));
    } else {
        *out++ = (char)(0xf0 | c >> 18);
        *out++ = (char)(0x80 | (c >> 12 & 0x3f));
        *out++ = (char)(0x80 | (c >> 6 & 0x3f));
        *out++ = (char)(0x80 | (c & 0x3f));
    }
    return out;
}

static void put_code(unescape_t *u, uint32_t c)
{
    if (u->bytes) {
        *u->out++ = (char)c;
    } else {
        u->out = put_utf8(u->out, c);
    }
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

/* Behind \x, \u or \U. */
static void hex_escape(unescape_t *u, char kind, int digits)
{
    uint32_t c = 0;
    int n = 0;
    for (; n < digits && u->at < u->end && is_hex(*u->at); n++) {
        c = c << 4 | (uint32_t)digit_value(*u->at++);
    }
    ast_pos_t pos = parse_token_pos(u->literal);
    if (n < digits) {
        parse_error(u->p, pos, "\\%c needs %d hexadecimal digits", kind, digits);
    } else if (c > 0x10ffff) {
        parse_error(u->p, pos, "\\U%08x is no Unicode character", (unsigned)c);
    } else {
        put_code(u, c);
    }
}

/* `first` is an octal digit; up to two more may follow. */
static void octal_escape(unescape_t *u, char first)
{
    uint32_t c = (uint32_t)(first - '0');
    for (int n = 1; n < 3 && u->at < u->end && *u->at >= '0' && *u->at <= '7'; n++) {
        c = c << 3 | (uint32_t)(*u->at++ - '0');
    }
    put_code(u, c);
}

/* What a letter behind a backslash stands for; 0: nothing. */
static const char simple_escapes[128] = {
    ['\\'] = '\\', ['\''] = '\'', ['"'] = '"',  ['a'] = '\a', ['b'] = '\b',
    ['f'] = '\f',  ['n'] = '\n',  ['r'] = '\r', ['t'] = '\t', ['v'] = '\v',
};

/* Behind a backslash. */
static void escape(unescape_t *u)
{
    char c = *u->at++;
    if (c == '\n') {
        return;
    }
    if ((uint8_t)c < 128 && simple_escapes[(uint8_t)c]) {
        *u->out++ = simple_escapes[(uint8_t)c];
    } else if (c >= '0' && c <= '7') {
        octal_escape(u, c);
    } else if (c == 'x') {
        hex_escape(u, c, 2);
    } else if (!u->bytes && (c == 'u' || c == 'U')) {
        hex_escape(u, c, c == 'u' ? 4 : 8);
    } else if (!u->bytes && c == 'N') {
        parse_unsupported(u->p, u->literal,
                          "write the character itself, or its \\u escape", "\\N{...}");
    } else {
        *u->out++ = '\\';
        *u->out++ = c;
    }
}

char *parse_unescape(parser_t *p, const token_t *literal, const char *text,
                     const char *end, int flags, char *out)
{
    unescape_t u = {.p = p,
                    .literal = literal,
                    .at = text,
                    .end = end,
                    .bytes = flags & LITERAL_BYTES,
                    .out = out};
    while (u.at < end) {
        char c = *u.at++;
        if (u.bytes && (uint8_t)c >= 0x80) {
            parse_error(p, parse_token_pos(literal),
                        "bytes can only contain ASCII literal characters");
        }
        if (c == '\\' && !(flags & LITERAL_RAW) && u.at < end) {
            escape(&u);
        } else {
            *u.out++ = c;
        }
    }
    return u.out;
}

/* ---- string literals ---- */

/* The prefix, as LITERAL_ flags, and what the quotes enclose. */
static int open_literal(const token_t *t, const char **text, const char **end)
{
    int flags = 0;
    const char *at = t->text;
    for (; *at != '"' && *at != '\''; at++) {
        char c = (char)(*at | 0x20);
        flags |= c == 'r'   ? LITERAL_RAW
                 : c == 'b' ? LITERAL_BYTES
                 : c == 'f' ? LITERAL_FORMAT
                            : 0;
    }
    int quotes = at[1] == *at && at[2] == *at && at + 6 <= t->text + t->len ? 3 : 1;
    *text = at + quotes;
    *end = t->text + t->len - quotes;
    return flags;
}

static void add_literal(fstring_t *f, bool is_bytes)
{
    const char *text, *end;
    const token_t *t = take(f->p);
    f->literal = t;
    f->flags = open_literal(t, &text, &end);
    if (((f->flags & LITERAL_BYTES) != 0) != is_bytes) {
        parse_error(f->p, parse_token_pos(t), "cannot mix bytes and nonbytes literals");
    } else if (f->flags & LITERAL_FORMAT) {
        parse_fstring(f, text, end);
    } else {
        f->out = parse_unescape(f->p, t, text, end, f->flags, f->out);
    }
}

expr_t *parse_strings(parser_t *p)
{
    const token_t *start = p->tok;
    size_t room = 1;
    for (const token_t *t = start; t->kind == T_STRING; t++) {
        room += (size_t)t->len;
    }
    const char *text, *end;
    bool is_bytes = open_literal(start, &text, &end) & LITERAL_BYTES;
    fstring_t f = {.p = p, .out = arena_alloc(p->arena, room)};
    f.piece = f.out;
    while (at(p, T_STRING)) {
        add_literal(&f, is_bytes);
    }
    expr_t *e = parse_new_expr(p, is_bytes ? EXPR_BYTES : EXPR_STR, start);
    if (f.has_fields) {
        parse_fstring_flush(&f);
        e->kind = EXPR_JOINED_STR;
        e->values = f.values;
    } else {
        e->str.data = f.piece;
        e->str.len = (size_t)(f.out - f.piece);
    }
    return e;
}
