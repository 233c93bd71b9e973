/* SPDX-License-Identifier: MIT */
/*
 * diag.c -- prints diagnostics, counts them, and finds the nearest name.
 */
#include "diag.h"

#include "strbuf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Names are kept as spelled in the enum; the first call of diag_slug_name turns `_`
 * into `-`. */
static char names[DIAG_COUNT][32] = {
#define DIAG(slug, text) [DIAG_##slug] = #slug,
#include "diags.def"
#undef DIAG
};

static const char *const texts[DIAG_COUNT] = {
#define DIAG(slug, text) [DIAG_##slug] = text,
#include "diags.def"
#undef DIAG
};

static struct {
    const char *program;
    bool json, quiet;
    int errors, warnings;
} state = {.program = "zvm-native"};

void diag_set_program(const char *name)
{
    state.program = name;
}

void diag_set_json(bool on)
{
    state.json = on;
}

void diag_set_quiet(bool on)
{
    state.quiet = on;
}

int diag_errors(void)
{
    return state.errors;
}

int diag_warnings(void)
{
    return state.warnings;
}

void diag_reset(void)
{
    state.errors = state.warnings = 0;
}

const char *diag_slug_name(diag_slug_t slug)
{
    for (char *c = names[slug]; *c; c++) {
        if (*c == '_') {
            *c = '-';
        }
    }
    return names[slug];
}

const char *diag_slug_text(diag_slug_t slug)
{
    return texts[slug];
}

/* A source line: [start, start + len), without its line end. */
typedef struct line {
    const char *start;
    int len;
} line_t;

static bool find_line(const diag_pos_t *pos, line_t *out)
{
    if (!pos || !pos->text || pos->line <= 0) {
        return false;
    }
    const char *at = pos->text;
    for (int i = 1; i < pos->line; i++) {
        at = strchr(at, '\n');
        if (!at) {
            return false;
        }
        at++;
    }
    *out = (line_t){at, (int)strcspn(at, "\r\n")};
    return true;
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* 1-based column in code points of a 1-based column in bytes. */
static int code_point_column(line_t line, int byte_col)
{
    int col = 1;
    for (int i = 0; i < byte_col - 1; i++) {
        if (i >= line.len || !is_continuation(line.start[i])) {
            col++;
        }
    }
    return col;
}

/*
 * Blank under everything left of the column: a tab under a tab, so that it lines up
 * whatever the width of tabs is; carets for each code point up to `end`.
 */
static void add_caret(strbuf_t *out, line_t line, int col, int end)
{
    for (int i = 0; i < col - 1; i++) {
        if (i >= line.len) {
            strbuf_addc(out, ' ');
        } else if (!is_continuation(line.start[i])) {
            strbuf_addc(out, line.start[i] == '\t' ? '\t' : ' ');
        }
    }
    strbuf_addc(out, '^');
    for (int i = col; i < end - 1 && i < line.len; i++) {
        if (!is_continuation(line.start[i])) {
            strbuf_addc(out, '^');
        }
    }
    strbuf_addc(out, '\n');
}

typedef struct report {
    const diag_pos_t *pos;
    const char *severity; /* "error" or "warning" */
    const char *colour;
    diag_slug_t slug;
    const char *hint;
    const char *message;
    bool has_line;
    line_t line; /* when has_line */
} report_t;

static int report_column(const report_t *r)
{
    if (!r->pos || r->pos->line <= 0 || r->pos->col <= 0) {
        return 0;
    }
    return r->has_line ? code_point_column(r->line, r->pos->col) : r->pos->col;
}

static void add_place(strbuf_t *out, const report_t *r)
{
    if (!r->pos || !r->pos->file) {
        strbuf_addf(out, "%s: ", state.program);
        return;
    }
    strbuf_addf(out, "%s:", r->pos->file);
    if (r->pos->line > 0) {
        strbuf_addf(out, "%d:", r->pos->line);
    }
    int col = report_column(r);
    if (col) {
        strbuf_addf(out, "%d:", col);
    }
    strbuf_addc(out, ' ');
}

static void add_text(strbuf_t *out, const report_t *r, bool colour)
{
    add_place(out, r);
    strbuf_addf(out, "%s%s:%s %s [%s]\n", colour ? r->colour : "", r->severity,
                colour ? "\033[0m" : "", r->message, diag_slug_name(r->slug));
    if (r->has_line) {
        strbuf_add(out, r->line.start, (size_t)r->line.len);
        strbuf_addc(out, '\n');
        if (r->pos->col > 0) {
            add_caret(out, r->line, r->pos->col, r->pos->end_col);
        }
    }
    if (r->hint) {
        strbuf_addf(out, "  hint: %s\n", r->hint);
    }
}

static void add_json_string(strbuf_t *out, const char *key, const char *value)
{
    strbuf_addf(out, "%s\"%s\":\"", out->len > 1 ? "," : "", key);
    for (const char *c = value; *c; c++) {
        unsigned char byte = (unsigned char)*c;
        if (byte == '"' || byte == '\\') {
            strbuf_addf(out, "\\%c", byte);
        } else if (byte < 0x20 || byte == 0x7F) {
            strbuf_addf(out, "\\u%04x", byte);
        } else {
            strbuf_addc(out, *c);
        }
    }
    strbuf_addc(out, '"');
}

static void add_json(strbuf_t *out, const report_t *r)
{
    strbuf_addc(out, '{');
    add_json_string(out, "severity", r->severity);
    add_json_string(out, "slug", diag_slug_name(r->slug));
    add_json_string(out, "message", r->message);
    if (r->pos && r->pos->file) {
        add_json_string(out, "file", r->pos->file);
        strbuf_addf(out, ",\"line\":%d,\"column\":%d", r->pos->line, report_column(r));
    }
    if (r->hint) {
        add_json_string(out, "hint", r->hint);
    }
    strbuf_adds(out, "}\n");
}

/* One write per diagnostic: lines of parallel tools never interleave. */
static void print(report_t *r)
{
    strbuf_t out;
    strbuf_init(&out);
    r->has_line = find_line(r->pos, &r->line);
    if (state.json) {
        add_json(&out, r);
        fwrite(out.data, 1, out.len, stdout);
        fflush(stdout);
    } else {
        fflush(stdout);
        add_text(&out, r, isatty(STDERR_FILENO) && !getenv("NO_COLOR"));
        fwrite(out.data, 1, out.len, stderr);
    }
    strbuf_free(&out);
}

void diag_verror(const diag_pos_t *pos, diag_slug_t slug, const char *hint,
                 const char *fmt, va_list ap)
{
    strbuf_t message;
    strbuf_init(&message);
    strbuf_vaddf(&message, fmt, ap);
    state.errors++;
    print(
        &(report_t){pos, "error", "\033[1;31m", slug, hint, message.data, false, {0}});
    strbuf_free(&message);
}

void diag_error(const diag_pos_t *pos, diag_slug_t slug, const char *hint,
                const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    diag_verror(pos, slug, hint, fmt, ap);
    va_end(ap);
}

void diag_warning(const diag_pos_t *pos, diag_slug_t slug, const char *hint,
                  const char *fmt, ...)
{
    if (state.quiet) {
        return;
    }
    va_list ap;
    va_start(ap, fmt);
    strbuf_t message;
    strbuf_init(&message);
    strbuf_vaddf(&message, fmt, ap);
    va_end(ap);
    state.warnings++;
    print(&(report_t){
        pos, "warning", "\033[1;35m", slug, hint, message.data, false, {0}});
    strbuf_free(&message);
}

enum { WORD_MAX = 63 };

/* Edit distance with swaps of neighbours (typing errors); more than `limit` is reported
 * as limit + 1. */
static int distance(const char *a, const char *b, int limit)
{
    int la = (int)strlen(a), lb = (int)strlen(b);
    if (abs(la - lb) > limit || la > WORD_MAX || lb > WORD_MAX) {
        return limit + 1;
    }
    int rows[3][WORD_MAX + 1];
    int *before = rows[0], *last = rows[1], *row = rows[2];
    for (int j = 0; j <= lb; j++) {
        last[j] = j;
    }
    for (int i = 1; i <= la; i++) {
        row[0] = i;
        for (int j = 1; j <= lb; j++) {
            int best = last[j - 1] + (a[i - 1] != b[j - 1]);
            best = last[j] + 1 < best ? last[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            bool swapped =
                i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped && before[j - 2] + 1 < best) {
                best = before[j - 2] + 1;
            }
            row[j] = best;
        }
        int *spare = before;
        before = last;
        last = row;
        row = spare;
    }
    return last[lb];
}

const char *diag_nearest(const char *word, const char *const *candidates, int n)
{
    int len = (int)strlen(word);
    int limit = len / 3 > 2 ? len / 3 : 2;
    const char *nearest = NULL;
    if (limit >= len) {
        limit = len - 1; /* a word of which nothing is left is not near */
    }
    for (int i = 0; i < n && limit >= 0; i++) {
        int d = distance(word, candidates[i], limit);
        if (d <= limit) {
            nearest = candidates[i];
            limit = d - 1;
        }
    }
    return nearest;
}
