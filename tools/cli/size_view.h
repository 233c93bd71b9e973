/* SPDX-License-Identifier: MIT */
/*
 * size_view.h -- a report of sizes as rows to look at: sums by part, by native or file,
 * by symbol; with what they were in another report.
 */
#ifndef CLI_SIZE_VIEW_H
#define CLI_SIZE_VIEW_H

#include "map.h"
#include "size.h"
#include "strbuf.h"
#include <stdio.h>

typedef enum size_level { SIZE_BY_PART, SIZE_BY_FILE, SIZE_BY_SYMBOL } size_level_t;

/* One sum. Strings that mean nothing at the row's level are "". */
typedef struct size_row {
    size_level_t level;
    size_kind_t kind;
    const char *part, *file, *native, *symbol; /* modules have natives, others files */
    size_bytes_t now, before;
    size_bytes_t glue; /* of `now` */
} size_row_t;

typedef struct size_view {
    const char *what;  /* "main.py" */
    const char *board; /* "" for a file */
    const size_report_t *report;
    size_bytes_t before; /* the other report's total */
    bool diff;
    size_level_t deepest; /* that the other report has */
    map_t rows;           /* size_row_t, in no order that matters */
} size_view_t;

/* Sums up, at all levels. */
void size_view(arena_t *a, const size_report_t *report, size_view_t *out);

/* Takes in a report that size_print_json() has written. False: reported. */
bool size_view_diff(arena_t *a, const char *path, size_view_t *view);

/* Rows down to the level; by kind, biggest first, each part's own rows below it. */
void size_print_text(arena_t *a, const size_view_t *v, size_level_t level, FILE *to);
/* What each module brings in that nothing else wants. */
void size_print_brought(const size_view_t *v, FILE *to);
/* The sums of the features that `path`, a board's features.txt, lists; none when it is
 * not there. False: reported. */
bool size_print_features(arena_t *a, const size_report_t *report, const char *path,
                         bool json, FILE *to);
/* Parts and files always; symbols when `level` says so. */
void size_print_json(arena_t *a, const size_view_t *v, size_level_t level, FILE *to);

/* The rows of that level that belong to `below` (NULL: all parts), biggest first, as an
 * array that ends with NULL. */
const size_row_t *const *size_view_rows(arena_t *a, const size_view_t *v,
                                        size_level_t level, const size_row_t *below);

/* One self-contained page: a treemap of all levels. False: reported. */
bool size_write_html(arena_t *a, const size_view_t *v, const char *path);

#endif
