/* SPDX-License-Identifier: MIT */
/*
 * diag.h -- what the person at the keyboard reads when something is wrong.
 *
 * `file:line:col: error: text [slug]`, the source line, a caret, a `hint:`; with --json
 * the same as one object per line on standard output. Every slug is a row of diags.def,
 * which also feeds `zvm-native explain` and the docs. Columns are 1-based and count
 * code points; the caret line expands tabs as the source line does.
 */
#ifndef SUPPORT_DIAG_H
#define SUPPORT_DIAG_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

typedef enum diag_slug {
#define DIAG(slug, text) DIAG_##slug,
#include "diags.def"
#undef DIAG
    DIAG_COUNT
} diag_slug_t;

/* A place in a source text. `text` is the whole file (NULL when not at hand: no caret
 * is drawn). */
typedef struct diag_pos {
    const char *file;
    const char *text;
    int line;    /* 1-based; 0: only the file is known */
    int col;     /* 1-based, in bytes; 0: the line as a whole */
    int end_col; /* one past the last byte to underline on that line, or 0 for one caret
                  */
} diag_pos_t;

/* `pos` NULL: `zvm-native: error: text [slug]`. Hints may be NULL. */
void diag_error(const diag_pos_t *pos, diag_slug_t slug, const char *hint,
                const char *fmt, ...) __attribute__((format(printf, 4, 5)));
void diag_warning(const diag_pos_t *pos, diag_slug_t slug, const char *hint,
                  const char *fmt, ...) __attribute__((format(printf, 4, 5)));
void diag_verror(const diag_pos_t *pos, diag_slug_t slug, const char *hint,
                 const char *fmt, va_list ap);

/* Counts since the start, or since diag_reset(). */
int diag_errors(void);
int diag_warnings(void);
void diag_reset(void);

/* The program's name for position-less messages; --json; --quiet (warnings off); colour
 * only on a terminal. */
void diag_set_program(const char *name);
void diag_set_json(bool on);
void diag_set_quiet(bool on);

/* The nearest of `n` candidates to `word` (edit distance ≤ 2 or a third of its length),
 * or NULL: "did you mean". */
const char *diag_nearest(const char *word, const char *const *candidates, int n);
const char *diag_slug_name(diag_slug_t slug); /* "native-type" */
const char *diag_slug_text(diag_slug_t slug); /* the page `explain` prints */

#endif
