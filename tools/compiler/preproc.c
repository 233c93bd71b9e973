/* SPDX-License-Identifier: MIT */
/*
 * preproc.c -- `#-if NAME`, `#-if !NAME`, `#-if NAME >= VALUE`, `#-else`, `#-endif`,
 * `#-warning TEXT` and `#-error TEXT`.
 *
 * A directive is a line. The first level has one `#`, one inside it two (`##-if`), and
 * so on.
 */
#define _GNU_SOURCE /* memmem */
#include "config.h"
#include "diag.h"
#include <string.h>

enum { MAX_LEVELS = 16 };

typedef struct level {
    int line;   /* of its #-if */
    bool taken; /* its first part is used */
    bool in_else;
} level_t;

typedef struct preproc {
    program_t *program;
    const char *file, *text; /* as it was */
    char *out;
    const char *start, *end; /* the present line */
    int line;
    level_t levels[MAX_LEVELS];
    int depth;
} preproc_t;

typedef struct words { /* a directive, cut into pieces */
    int hashes;
    const char *name, *rest; /* "if", and what stands behind it */
    size_t name_len;
} words_t;

static bool fail(preproc_t *pp, int line, const char *hint, const char *text)
{
    diag_pos_t at = {pp->file, pp->text, line, 0, 0};
    if (line == pp->line) {
        at.col = (int)(strspn(pp->start, " \t") + 1);
        at.end_col = (int)(pp->end - pp->start) + 1;
    }
    diag_error(&at, DIAG_preprocessor, hint, "%s", text);
    return false;
}

static const char *text_of(preproc_t *pp, const char *from, const char *to)
{
    while (from < to && (*from == ' ' || *from == '\t')) {
        from++;
    }
    while (to > from && (to[-1] == ' ' || to[-1] == '\t' || to[-1] == '\r')) {
        to--;
    }
    return arena_strndup(pp->program->arena, from, (size_t)(to - from));
}

/* ---- conditions ---- */

static int compare_values(const config_t *a, const config_t *b)
{
    if (a->kind == CONFIG_TEXT) {
        return strcmp(a->text, b->text);
    }
    return (a->number > b->number) - (a->number < b->number);
}

/* As in Python: values of two kinds differ, and have no order. */
static bool holds(const config_t *a, const char *op, const config_t *b)
{
    bool same_kind = a && a->kind == b->kind;
    int order = same_kind ? compare_values(a, b) : 0;
    if (strcmp(op, "==") == 0) {
        return same_kind && order == 0;
    }
    if (strcmp(op, "!=") == 0) {
        return !same_kind || order != 0;
    }
    if (!same_kind) {
        return false;
    }
    bool less = op[0] == '<' && order < 0, more = op[0] == '>' && order > 0;
    return less || more || (op[1] == '=' && order == 0);
}

static config_t value_of(preproc_t *pp, const char *text)
{
    size_t len = strlen(text);
    bool quoted = len >= 2 && (*text == '"' || *text == '\'') && text[len - 1] == *text;
    if (quoted) {
        text = arena_strndup(pp->program->arena, text + 1, len - 2);
    }
    config_t c = config_parse(pp->program, text, quoted);
    if (c.kind == CONFIG_NONE) {
        c.kind = CONFIG_TEXT;
    }
    return c;
}

static size_t name_length(const char *text)
{
    size_t n = 0;
    while (text[n] == '_' || (text[n] >= '0' && text[n] <= '9') ||
           ((text[n] | 0x20) >= 'a' && (text[n] | 0x20) <= 'z')) {
        n++;
    }
    return n;
}

static const char *operator_of(const char *text)
{
    static const char *const operators[] = {">=", "<=", "==", "!=", ">", "<"};
    for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++) {
        if (strncmp(text, operators[i], strlen(operators[i])) == 0) {
            return operators[i];
        }
    }
    return NULL;
}

static bool condition(preproc_t *pp, const char *text, bool *truth)
{
    static const char *const forms = "#-if NAME, #-if !NAME, #-if NAME >= VALUE";
    bool negated = *text == '!';
    text += negated;
    text += strspn(text, " \t");
    size_t len = name_length(text);
    const char *rest = text + len + strspn(text + len, " \t");
    const char *op = operator_of(rest);
    if (!len || (*rest && (!op || negated))) {
        return fail(pp, pp->line, forms, "this is no condition");
    }
    const config_t *c =
        config_get(pp->program, arena_strndup(pp->program->arena, text, len));
    c = c && c->kind == CONFIG_NONE ? NULL : c;
    if (!op) {
        bool set = c && (c->kind == CONFIG_TEXT ? *c->text != 0 : c->number != 0);
        *truth = set != negated;
        return true;
    }
    rest += strlen(op);
    rest += strspn(rest, " \t");
    if (!*rest) {
        return fail(pp, pp->line, forms, "a value is missing behind the operator");
    }
    config_t value = value_of(pp, rest);
    *truth = holds(c, op, &value);
    return true;
}

/* ---- directives ---- */

static bool active(const preproc_t *pp)
{
    for (int i = 0; i < pp->depth; i++) {
        if (pp->levels[i].taken == pp->levels[i].in_else) {
            return false;
        }
    }
    return true;
}

static bool is_word(const words_t *w, const char *word)
{
    return strlen(word) == w->name_len && memcmp(word, w->name, w->name_len) == 0;
}

/* Cuts the line; false when it is no directive. */
static bool cut(preproc_t *pp, words_t *w)
{
    static const char *const known[] = {"if", "else", "endif", "warning", "error"};
    const char *s = pp->start + strspn(pp->start, " \t");
    w->hashes = (int)strspn(s, "#");
    if (!w->hashes || s[w->hashes] != '-') {
        return false;
    }
    w->name = s + w->hashes + 1;
    w->name_len = strspn(w->name, "abcdefghijklmnopqrstuvwxyz");
    w->rest = text_of(pp, w->name + w->name_len, pp->end);
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (is_word(w, known[i])) {
            return true;
        }
    }
    return false;
}

static bool open_level(preproc_t *pp, const words_t *w)
{
    if (w->hashes != pp->depth + 1) {
        return fail(pp, pp->line,
                    arena_printf(pp->program->arena, "write '%.*s-if' here",
                                 pp->depth + 1, "################"),
                    "'#-if' is nested by one '#' for each level");
    }
    if (pp->depth == MAX_LEVELS - 1) {
        return fail(pp, pp->line, NULL, "'#-if' is nested too deeply");
    }
    bool truth = false;
    /* What stands in a part that is left out may test anything. */
    if (active(pp) && !condition(pp, w->rest, &truth)) {
        return false;
    }
    pp->levels[pp->depth++] = (level_t){pp->line, truth, false};
    return true;
}

/* #-else and #-endif: of the innermost level. */
static bool innermost(preproc_t *pp, const words_t *w)
{
    if (!pp->depth) {
        return fail(pp, pp->line, NULL,
                    arena_printf(pp->program->arena, "'%.*s-%.*s' without '#-if'",
                                 w->hashes, "################", (int)w->name_len,
                                 w->name));
    }
    int line = pp->levels[pp->depth - 1].line;
    return w->hashes == pp->depth ||
           fail(pp, pp->line, NULL,
                arena_printf(pp->program->arena,
                             "this does not belong to the '%.*s-if' of line %d",
                             pp->depth, "################", line));
}

static bool directive(preproc_t *pp, const words_t *w)
{
    if (is_word(w, "if")) {
        return open_level(pp, w);
    }
    if (is_word(w, "else") || is_word(w, "endif")) {
        if (!innermost(pp, w)) {
            return false;
        }
        level_t *level = &pp->levels[pp->depth - 1];
        if (is_word(w, "endif")) {
            pp->depth--;
        } else if (level->in_else) {
            return fail(pp, pp->line, NULL, "a second '#-else'");
        } else {
            level->in_else = true;
        }
        return true;
    }
    if (!active(pp)) {
        return true;
    }
    if (is_word(w, "error")) {
        return fail(pp, pp->line, NULL, *w->rest ? w->rest : "#-error");
    }
    diag_pos_t at = {pp->file, pp->text, pp->line, 0, 0};
    diag_warning(&at, DIAG_preprocessor, NULL, "%s", *w->rest ? w->rest : "#-warning");
    return true;
}

static bool all_lines(preproc_t *pp)
{
    for (; *pp->start; pp->line++) {
        const char *newline = strchr(pp->start, '\n');
        words_t w;
        pp->end = newline ? newline : pp->start + strlen(pp->start);
        if (cut(pp, &w)) {
            if (!directive(pp, &w)) {
                return false;
            }
        } else if (!active(pp) && pp->end > pp->start) {
            pp->out[pp->start - pp->text] = '#';
        }
        pp->start = newline ? newline + 1 : pp->end;
    }
    if (pp->depth) {
        level_t *open = &pp->levels[pp->depth - 1];
        return fail(pp, open->line, NULL, "this '#-if' has no '#-endif'");
    }
    return true;
}

const char *preproc(program_t *p, const char *file, const char *text, size_t len)
{
    if (!memmem(text, len, "#-", 2)) {
        return text;
    }
    char *out = arena_strndup(p->arena, text, len);
    preproc_t pp = {
        .program = p, .file = file, .text = text, .out = out, .start = text, .line = 1};
    return all_lines(&pp) ? out : NULL;
}
