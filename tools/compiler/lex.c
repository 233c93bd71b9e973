/* SPDX-License-Identifier: MIT */
/* lex.c -- source text to tokens: lines, indentation, names, numbers, strings and
 * operators. */
#include "lex.h"
#include <string.h>

typedef struct lexer {
    arena_t *arena;
    intern_t *names;
    const ast_module_t *module;
    tokens_t *out;
    const char *at, *end;
    const char *line_start;
    int line;
    int level;
    int base_level; /* 1 inside an f-string: as if in brackets */
    int nindents;
    bool failed;
    struct {
        int col, alt; /* with tabs to multiples of 8, and with tabs as one column */
    } indents[LEX_MAX_INDENT];
    token_t brackets[LEX_MAX_LEVEL];
} lexer_t;

static const char *const spellings[TOKEN_KINDS] = {
    [T_EOF] = "end of file", [T_ERROR] = "error",     [T_NEWLINE] = "end of line",
    [T_INDENT] = "indent",   [T_DEDENT] = "unindent", [T_NAME] = "name",
    [T_INT] = "number",      [T_FLOAT] = "number",    [T_IMAGINARY] = "number",
    [T_STRING] = "string",
#define OPERATOR(id, spelling) [T_##id] = spelling,
#define KEYWORD(id, spelling) [T_##id] = spelling,
#include "tokens.def"
#undef OPERATOR
#undef KEYWORD
};

const char *lex_spelling(token_kind_t kind)
{
    return spellings[kind];
}

/* ---- tokens and faults ---- */

static int column(const lexer_t *lx, const char *at)
{
    return (int)(at - lx->line_start) + 1;
}

static token_t *push(lexer_t *lx, token_kind_t kind, const char *text, size_t len)
{
    token_t t = {.text = text,
                 .len = (int)len,
                 .line = lx->line,
                 .col = column(lx, lx->at),
                 .kind = (uint8_t)kind,
                 .level = (uint8_t)lx->level};
    ARENA_PUSH(lx->arena, lx->out, t);
    return &lx->out->items[lx->out->len - 1];
}

/* A fault that is one whatever the parser thinks of the text before it. */
__attribute__((format(printf, 4, 5))) static void
fault(lexer_t *lx, ast_pos_t pos, const char *hint, const char *fmt, ...)
{
    if (!lx->failed) {
        diag_pos_t where = ast_diag_pos(lx->module, pos);
        va_list ap;
        va_start(ap, fmt);
        diag_verror(&where, DIAG_syntax, hint, fmt, ap);
        va_end(ap);
    }
    lx->failed = true;
    lx->at = lx->end;
}

/* One the parser reports when it meets it. Nothing behind it is read. */
static void soft_fault(lexer_t *lx, const char *message)
{
    push(lx, T_ERROR, message, 1);
    lx->at = lx->end;
}

static ast_pos_t pos_at(const lexer_t *lx, const char *at, size_t len)
{
    int col = column(lx, at);
    return (ast_pos_t){lx->line, col, col + (int)len};
}

/* ---- characters ---- */

typedef enum char_class {
    C_BAD,
    C_NAME,
    C_DIGIT,
    C_SPACE,
    C_NEWLINE,
    C_QUOTE,
    C_OPERATOR,
    C_COMMENT,
    C_BACKSLASH,
} char_class_t;

static const uint8_t classes[256] = {
    ['a' ... 'z'] = C_NAME,   ['A' ... 'Z'] = C_NAME,  ['_'] = C_NAME,
    [0x80 ... 0xff] = C_NAME, ['0' ... '9'] = C_DIGIT, [' '] = C_SPACE,
    ['\t'] = C_SPACE,         ['\f'] = C_SPACE,        ['\n'] = C_NEWLINE,
    ['"'] = C_QUOTE,          ['\''] = C_QUOTE,        ['#'] = C_COMMENT,
    ['\\'] = C_BACKSLASH,     ['('] = C_OPERATOR,      [')'] = C_OPERATOR,
    ['['] = C_OPERATOR,       [']'] = C_OPERATOR,      ['{'] = C_OPERATOR,
    ['}'] = C_OPERATOR,       [','] = C_OPERATOR,      [':'] = C_OPERATOR,
    [';'] = C_OPERATOR,       ['.'] = C_OPERATOR,      ['='] = C_OPERATOR,
    ['!'] = C_OPERATOR,       ['<'] = C_OPERATOR,      ['>'] = C_OPERATOR,
    ['~'] = C_OPERATOR,       ['+'] = C_OPERATOR,      ['-'] = C_OPERATOR,
    ['*'] = C_OPERATOR,       ['@'] = C_OPERATOR,      ['/'] = C_OPERATOR,
    ['%'] = C_OPERATOR,       ['|'] = C_OPERATOR,      ['^'] = C_OPERATOR,
    ['&'] = C_OPERATOR,
};

static char_class_t class_of(char c)
{
    return classes[(uint8_t)c];
}

/* Names and numbers go on over these. */
static bool is_word(char c)
{
    char_class_t k = class_of(c);
    return k == C_NAME || k == C_DIGIT;
}

/* A code point of text that is known to be valid UTF-8. */
static uint32_t code_point(const char **at)
{
    const uint8_t *s = (const uint8_t *)*at;
    int more = s[0] < 0x80 ? 0 : s[0] < 0xe0 ? 1 : s[0] < 0xf0 ? 2 : 3;
    uint32_t c = more == 0 ? s[0] : s[0] & (0x3fu >> more);
    for (int i = 1; i <= more; i++) {
        c = c << 6 | (s[i] & 0x3f);
    }
    *at += more + 1;
    return c;
}

/*
 * Blocks of characters beyond ASCII that no identifier contains: white space,
 * punctuation, symbols, private use. Sorted. What is not listed is taken for a letter,
 * which is true of nearly all of it.
 */
static const struct {
    uint32_t first, last;
} not_in_names[] = {
    {0x0080, 0x00a9},   {0x00ab, 0x00b4},    {0x00b6, 0x00b6}, {0x00b8, 0x00b9},
    {0x00bb, 0x00bf},   {0x00d7, 0x00d7},    {0x00f7, 0x00f7}, {0x2000, 0x203e},
    {0x2041, 0x2053},   {0x2055, 0x2070},    {0x2074, 0x207e}, {0x2080, 0x208f},
    {0x20a0, 0x20cf},   {0x2190, 0x2bff},    {0x2e00, 0x2fff}, {0x3000, 0x3004},
    {0x3008, 0x3020},   {0x3030, 0x3030},    {0xd800, 0xf8ff}, {0xfe10, 0xfe1f},
    {0xfe30, 0xfe32},   {0xfeff, 0xff0f},    {0xff1a, 0xff20}, {0xff3b, 0xff3e},
    {0xff40, 0xff40},   {0xff5b, 0xff65},    {0xffe0, 0xffff}, {0x1f000, 0x1faff},
    {0xe0000, 0xe00ff}, {0xf0000, 0x10ffff},
};

static bool in_names(uint32_t c)
{
    for (size_t i = 0; i < sizeof not_in_names / sizeof *not_in_names; i++) {
        if (c <= not_in_names[i].last) {
            return c < not_in_names[i].first;
        }
    }
    return true;
}

static bool is_printable(uint32_t c)
{
    return c >= 0x20 && c != 0x7f && !(c >= 0x80 && c <= 0xa0) && c != 0xad &&
           !(c >= 0x2000 && c <= 0x200f) && !(c >= 0x2028 && c <= 0x202f) &&
           !(c >= 0x205f && c <= 0x206f) && c != 0x3000 && c != 0xfeff;
}

static void bad_character(lexer_t *lx, const char *at)
{
    const char *next = at;
    uint32_t c = code_point(&next);
    ast_pos_t pos = pos_at(lx, at, (size_t)(next - at));
    if (is_printable(c)) {
        fault(lx, pos, NULL, "invalid character '%.*s' (U+%04X)", (int)(next - at), at,
              (unsigned)c);
    } else {
        fault(lx, pos, NULL, "invalid non-printable character U+%04X", (unsigned)c);
    }
}

/* ---- strings ---- */

/* True when the letters before a quote make a prefix: r u b f br fr in any order and
 * case. */
static bool is_prefix(const char *text, size_t len)
{
    char low[2] = {0, 0};
    if (len > 2) {
        return false;
    }
    for (size_t i = 0; i < len; i++) {
        low[i] = (char)(text[i] | 0x20);
    }
    if (len < 2) {
        return len == 0 || strchr("rubf", low[0]) != NULL;
    }
    return (low[0] == 'r' && strchr("bf", low[1])) ||
           (low[1] == 'r' && strchr("bf", low[0]));
}

static void unterminated(lexer_t *lx, ast_pos_t pos, bool triple, int last_line)
{
    fault(lx, pos, NULL, "unterminated %sstring literal (detected at line %d)",
          triple ? "triple-quoted " : "", last_line);
}

/* One behind the closing quote, or NULL when there is none; *line and *line_start move
 * along. */
static const char *string_end(const lexer_t *lx, const char *at, bool triple, int *line,
                              const char **line_start)
{
    char quote = *at;
    for (at += triple ? 3 : 1; at < lx->end; at++) {
        if (*at == quote && (!triple || (at[1] == quote && at[2] == quote))) {
            return at + (triple ? 3 : 1);
        }
        if (*at == '\n' && !triple) {
            return NULL;
        }
        at += *at == '\\' && at + 1 < lx->end;
        if (*at == '\n') {
            ++*line;
            *line_start = at + 1;
        }
    }
    return NULL;
}

/* `start` is at the prefix, `quote` at the opening quote. */
static void lex_string(lexer_t *lx, const char *start, const char *quote)
{
    bool triple = quote[1] == *quote && quote[2] == *quote;
    int line = lx->line;
    const char *line_start = lx->line_start;
    const char *end = string_end(lx, quote, triple, &line, &line_start);
    if (!end) {
        /* A text that ends in a line break has no line behind it. */
        bool at_end = triple && lx->end > start && lx->end[-1] == '\n';
        unterminated(lx, pos_at(lx, start, (size_t)(quote - start) + (triple ? 3 : 1)),
                     triple, line - at_end);
        return;
    }
    push(lx, T_STRING, start, (size_t)(end - start))->multiline = line != lx->line;
    lx->at = end;
    lx->line = line;
    lx->line_start = line_start;
}

/* ---- names ---- */

static void lex_name(lexer_t *lx)
{
    const char *start = lx->at, *at = start;
    uint32_t hash = INTERN_SEED;
    uint8_t seen = 0;
    for (; is_word(*at); at++) {
        hash = intern_step(hash, *at);
        seen |= (uint8_t)*at;
    }
    if (class_of(*at) == C_QUOTE && is_prefix(start, (size_t)(at - start))) {
        lex_string(lx, start, at);
        return;
    }
    for (const char *c = start; seen >= 0x80 && c < at;) {
        const char *letter = c;
        uint32_t code = code_point(&c);
        if (code >= 0x80 && !in_names(code)) {
            bad_character(lx, letter);
            return;
        }
    }
    const char *name = intern_hashed(lx->names, start, (size_t)(at - start), hash);
    push(lx, intern_kind(name), name, (size_t)(at - start));
    lx->at = at;
}

/* ---- numbers ---- */

static bool is_digit(char c, int base)
{
    int value = c >= '0' && c <= '9'                     ? c - '0'
                : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                         : 99;
    return value < base;
}

/* Digits with single underscores between them. NULL: an underscore without a digit
 * behind it. */
static const char *skip_digits(const char *at, int base)
{
    while (is_digit(*at, base)) {
        at++;
        if (*at == '_') {
            at++;
            if (!is_digit(*at, base)) {
                return NULL;
            }
        }
    }
    return at;
}

/* `1if x else y` is legal: these may follow a number at once. */
static bool number_may_end_before(const char *at)
{
    static const char *const words[] = {"and", "else", "for", "if",
                                        "in",  "is",   "not", "or"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t len = strlen(words[i]);
        if (strncmp(at, words[i], len) == 0 && !is_word(at[len])) {
            return true;
        }
    }
    return !is_word(*at);
}

static void bad_number(lexer_t *lx, const char *at, const char *what)
{
    fault(lx, pos_at(lx, lx->at, (size_t)(at - lx->at)), NULL, "invalid %s literal",
          what);
}

/* 0x… 0o… 0b… */
static const char *skip_radix(lexer_t *lx, int base, const char *what)
{
    const char *digits = lx->at + 2 + (lx->at[2] == '_');
    const char *at = is_digit(*digits, base) ? skip_digits(digits, base) : NULL;
    const char *bad = at ? at : digits;
    if (is_digit(*bad, 10)) {
        fault(lx, pos_at(lx, bad, 1), NULL, "invalid digit '%c' in %s literal", *bad,
              what);
        return NULL;
    }
    if (!at || !number_may_end_before(at)) {
        bad_number(lx, digits, what);
        return NULL;
    }
    return at;
}

/* The fraction and the exponent behind the digits. NULL: badly written. */
static const char *skip_float(const char *at, token_kind_t *kind)
{
    if (*at == '.') {
        *kind = T_FLOAT;
        at++;
        at = is_digit(*at, 10) ? skip_digits(at, 10) : at;
    }
    if (at && (*at | 0x20) == 'e') {
        const char *exponent = at + 1 + (at[1] == '+' || at[1] == '-');
        if (is_digit(*exponent, 10)) {
            *kind = T_FLOAT;
            at = skip_digits(exponent, 10);
        } else if (exponent != at + 1) {
            return NULL;
        }
    }
    if (at && (*at | 0x20) == 'j') {
        *kind = T_IMAGINARY;
        at++;
    }
    return at;
}

static const char *skip_decimal(lexer_t *lx, token_kind_t *kind)
{
    const char *whole = *lx->at == '.' ? lx->at : skip_digits(lx->at, 10);
    const char *at = whole ? skip_float(whole, kind) : NULL;
    if (!at || !number_may_end_before(at)) {
        bad_number(lx, at ? at : lx->at + 1,
                   *kind == T_IMAGINARY ? "imaginary" : "decimal");
        return NULL;
    }
    if (*kind == T_INT && *lx->at == '0') {
        const char *zeros = lx->at;
        while (*zeros == '0' || *zeros == '_') {
            zeros++;
        }
        if (zeros < at) {
            fault(lx, pos_at(lx, lx->at, (size_t)(at - lx->at)),
                  "write 0o for octal, or leave the zeros out",
                  "leading zeros in decimal integer literals are not permitted");
            return NULL;
        }
    }
    return at;
}

static void lex_number(lexer_t *lx)
{
    token_kind_t kind = T_INT;
    char radix = *lx->at == '0' ? (char)(lx->at[1] | 0x20) : 0;
    const char *at = radix == 'x'   ? skip_radix(lx, 16, "hexadecimal")
                     : radix == 'o' ? skip_radix(lx, 8, "octal")
                     : radix == 'b' ? skip_radix(lx, 2, "binary")
                                    : skip_decimal(lx, &kind);
    if (at) {
        push(lx, kind, lx->at, (size_t)(at - lx->at));
        lx->at = at;
    }
}

/* ---- operators ---- */

/* What a character means alone, with '=' behind it, twice, and twice with '='. */
static const struct {
    uint8_t plain, equal, twice, twice_equal;
} operators[128] = {
    ['('] = {.plain = T_LPAREN},
    [')'] = {.plain = T_RPAREN},
    ['['] = {.plain = T_LBRACKET},
    [']'] = {.plain = T_RBRACKET},
    ['{'] = {.plain = T_LBRACE},
    ['}'] = {.plain = T_RBRACE},
    [','] = {.plain = T_COMMA},
    [';'] = {.plain = T_SEMICOLON},
    ['.'] = {.plain = T_DOT},
    ['~'] = {.plain = T_TILDE},
    [':'] = {T_COLON, T_WALRUS, 0, 0},
    ['='] = {T_ASSIGN, T_EQ, 0, 0},
    ['!'] = {.equal = T_NE},
    ['+'] = {T_PLUS, T_PLUS_EQ, 0, 0},
    ['-'] = {T_MINUS, T_MINUS_EQ, 0, 0},
    ['@'] = {T_AT, T_AT_EQ, 0, 0},
    ['%'] = {T_PERCENT, T_PERCENT_EQ, 0, 0},
    ['|'] = {T_BAR, T_BAR_EQ, 0, 0},
    ['^'] = {T_CARET, T_CARET_EQ, 0, 0},
    ['&'] = {T_AMPERSAND, T_AMPERSAND_EQ, 0, 0},
    ['*'] = {T_STAR, T_STAR_EQ, T_DOUBLE_STAR, T_DOUBLE_STAR_EQ},
    ['/'] = {T_SLASH, T_SLASH_EQ, T_DOUBLE_SLASH, T_DOUBLE_SLASH_EQ},
    ['<'] = {T_LT, T_LE, T_LSHIFT, T_LSHIFT_EQ},
    ['>'] = {T_GT, T_GE, T_RSHIFT, T_RSHIFT_EQ},
};

static token_kind_t operator_at(const char *at, size_t *len)
{
    uint8_t c = (uint8_t)at[0];
    if (c == '.' && at[1] == '.' && at[2] == '.') {
        *len = 3;
        return T_ELLIPSIS;
    }
    if (c == '-' && at[1] == '>') {
        *len = 2;
        return T_ARROW;
    }
    if (operators[c].twice && at[1] == at[0]) {
        *len = at[2] == '=' ? 3 : 2;
        return at[2] == '=' ? operators[c].twice_equal : operators[c].twice;
    }
    bool equal = at[1] == '=' && operators[c].equal;
    *len = equal ? 2 : 1;
    return equal ? operators[c].equal : operators[c].plain;
}

static void open_bracket(lexer_t *lx, token_kind_t kind)
{
    if (lx->level == LEX_MAX_LEVEL) {
        fault(lx, pos_at(lx, lx->at, 1), NULL, "too many nested parentheses");
        return;
    }
    token_t *t = push(lx, kind, lx->at, 1);
    lx->brackets[lx->level++] = *t;
}

static void close_bracket(lexer_t *lx, token_kind_t kind)
{
    ast_pos_t pos = pos_at(lx, lx->at, 1);
    if (lx->level == lx->base_level) {
        fault(lx, pos, NULL, "unmatched '%c'", *lx->at);
        return;
    }
    const token_t *open = &lx->brackets[--lx->level];
    if (open->kind + 1 != (int)kind) {
        if (open->line != lx->line) {
            fault(lx, pos, NULL,
                  "closing parenthesis '%c' does not match opening parenthesis '%c' on "
                  "line %d",
                  *lx->at, *open->text, open->line);
        } else {
            fault(lx, pos, NULL,
                  "closing parenthesis '%c' does not match opening parenthesis '%c'",
                  *lx->at, *open->text);
        }
        return;
    }
    push(lx, kind, lx->at, 1);
}

static void lex_operator(lexer_t *lx)
{
    if (*lx->at == '.' && is_digit(lx->at[1], 10)) {
        lex_number(lx);
        return;
    }
    size_t len;
    token_kind_t kind = operator_at(lx->at, &len);
    switch (kind) {
    case T_LPAREN:
    case T_LBRACKET:
    case T_LBRACE:
        open_bracket(lx, kind);
        break;
    case T_RPAREN:
    case T_RBRACKET:
    case T_RBRACE:
        close_bracket(lx, kind);
        break;
    case T_EOF: /* a lone '!' */
        fault(lx, pos_at(lx, lx->at, 1), "use 'not' or '!='", "invalid syntax");
        break;
    default:
        push(lx, kind, lx->at, len);
    }
    if (!lx->failed) {
        lx->at += len;
    }
}

/* ---- lines ---- */

static void next_line(lexer_t *lx)
{
    lx->at++;
    lx->line++;
    lx->line_start = lx->at;
}

static void skip_comment(lexer_t *lx)
{
    const char *end = memchr(lx->at, '\n', (size_t)(lx->end - lx->at));
    lx->at = end ? end : lx->end;
}

/* At a backslash. False: a fault. */
static bool join_lines(lexer_t *lx)
{
    if (lx->at + 1 == lx->end || (lx->at[1] == '\n' && lx->at + 2 == lx->end)) {
        soft_fault(lx, "unexpected EOF while parsing");
        return false;
    }
    if (lx->at[1] != '\n') {
        lx->at++;
        soft_fault(lx, "unexpected character after line continuation character");
        return false;
    }
    lx->at++;
    next_line(lx);
    return true;
}

static void indent_to(lexer_t *lx, int col, int alt)
{
    int depth = lx->nindents;
    int top = depth ? lx->indents[depth - 1].col : 0,
        top_alt = depth ? lx->indents[depth - 1].alt : 0;
    if (col == top && alt == top_alt) {
        return;
    }
    if (col > top && alt > top_alt) {
        if (depth == LEX_MAX_INDENT) {
            soft_fault(lx, "too many levels of indentation");
            return;
        }
        lx->indents[depth].col = col;
        lx->indents[depth].alt = alt;
        lx->nindents++;
        push(lx, T_INDENT, lx->line_start, 0);
        return;
    }
    while (lx->nindents && lx->indents[lx->nindents - 1].col > col) {
        lx->nindents--;
        push(lx, T_DEDENT, lx->at, 0);
    }
    top = lx->nindents ? lx->indents[lx->nindents - 1].col : 0;
    top_alt = lx->nindents ? lx->indents[lx->nindents - 1].alt : 0;
    if (col != top) {
        soft_fault(lx, "unindent does not match any outer indentation level");
    } else if (alt != top_alt) {
        soft_fault(lx, "inconsistent use of tabs and spaces in indentation");
    }
}

/* White space at the start of a line: *col and *alt are how far it reaches. */
static void measure_indent(lexer_t *lx, int *col, int *alt)
{
    *col = *alt = 0;
    for (;; lx->at++) {
        switch (*lx->at) {
        case ' ':
            ++*col;
            ++*alt;
            break;
        case '\t':
            *col = (*col / 8 + 1) * 8;
            ++*alt;
            break;
        case '\f':
            *col = *alt = 0;
            break;
        default:
            return;
        }
    }
}

/* Blank lines and lines of comment mean nothing; the first other one is compared with
 * the indentation so far. */
static void begin_line(lexer_t *lx)
{
    for (;;) {
        int col, alt;
        measure_indent(lx, &col, &alt);
        if (*lx->at == '\\' && lx->at[1] == '\n' && lx->at + 2 < lx->end) {
            /* The indentation is that of the first of the joined lines. */
            int first = col, first_alt = alt;
            while (*lx->at == '\\' && join_lines(lx)) {
                measure_indent(lx, &col, &alt);
            }
            col = first ? first : col;
            alt = first ? first_alt : alt;
        }
        if (*lx->at == '#') {
            skip_comment(lx);
        }
        if (lx->at >= lx->end) {
            return;
        }
        if (*lx->at != '\n') {
            indent_to(lx, col, alt);
            return;
        }
        next_line(lx);
    }
}

static void end_line(lexer_t *lx)
{
    if (lx->level > 0) {
        next_line(lx);
        return;
    }
    push(lx, T_NEWLINE, lx->at, 1);
    next_line(lx);
    begin_line(lx);
}

static void lex_one(lexer_t *lx)
{
    switch (class_of(*lx->at)) {
    case C_NAME:
        lex_name(lx);
        break;
    case C_DIGIT:
        lex_number(lx);
        break;
    case C_SPACE:
        lx->at++;
        break;
    case C_NEWLINE:
        end_line(lx);
        break;
    case C_QUOTE:
        lex_string(lx, lx->at, lx->at);
        break;
    case C_OPERATOR:
        lex_operator(lx);
        break;
    case C_COMMENT:
        skip_comment(lx);
        break;
    case C_BACKSLASH:
        join_lines(lx);
        break;
    case C_BAD:
        bad_character(lx, lx->at);
        break;
    }
}

/* ---- entries ---- */

static void finish(lexer_t *lx)
{
    tokens_t *out = lx->out;
    bool in_line = out->len > 0 && out->items[out->len - 1].kind > T_DEDENT;
    if (lx->level > lx->base_level) {
        out->open = lx->brackets[lx->level - 1];
    } else if (in_line && lx->base_level == 0) {
        push(lx, T_NEWLINE, lx->at, 0);
    }
    lx->level = 0;
    for (; lx->nindents > 0; lx->nindents--) {
        push(lx, T_DEDENT, lx->at, 0);
    }
    push(lx, T_EOF, lx->at, 0);
}

static bool run(lexer_t *lx)
{
    /* About four bytes of source to a token. */
    tokens_t *out = lx->out;
    *out = (tokens_t){.cap = (int)((lx->end - lx->at) / 4 + 16)};
    out->items = ARENA_ARRAY(lx->arena, token_t, out->cap);
    if (lx->base_level == 0) {
        begin_line(lx);
    }
    while (lx->at < lx->end) {
        lex_one(lx);
    }
    finish(lx);
    return !lx->failed;
}

bool lex_module(arena_t *a, intern_t *names, const ast_module_t *m, tokens_t *out)
{
    lexer_t lx = {.arena = a, .names = names, .module = m, .out = out, .line = 1};
    lx.end = m->text + m->len;
    lx.at = lx.line_start = m->text;
    if (m->len >= 3 && memcmp(m->text, "\xef\xbb\xbf", 3) == 0) {
        lx.at += 3; /* the byte order mark some editors write */
    }
    return run(&lx);
}

bool lex_expression(arena_t *a, intern_t *names, const ast_module_t *m,
                    const char *text, size_t len, int line, int col, tokens_t *out)
{
    lexer_t lx = {.arena = a,
                  .names = names,
                  .module = m,
                  .out = out,
                  .line = line,
                  .level = 1,
                  .base_level = 1};
    lx.end = text + len;
    lx.at = text;
    lx.line_start = text - (col - 1);
    return run(&lx);
}
