/* SPDX-License-Identifier: MIT */
/*
 * opts.h -- command lines as data: one table of rows gives the parser, --help, the
 * shell completion and the docs page.
 *
 *   typedef struct build_options { bool strict; const char *board; opt_list_t define; }
 * build_options_t; static const opt_row_t rows[] = {
 *       {"strict", 0, OPT_FLAG, NULL, "warnings are errors", offsetof(build_options_t,
 * strict)},
 *       {"board", 'b', OPT_TEXT, "NAME", "what to build for", offsetof(build_options_t,
 * board)},
 *       {"define", 'D', OPT_LIST, "NAME[=VALUE]", "define a macro",
 * offsetof(build_options_t, define)}, {0}};
 *
 * Accepted: --name, --name=value, --name value, -x, -xvalue, -x value, and `--`, behind
 * which all are arguments.
 */
#ifndef SUPPORT_OPTS_H
#define SUPPORT_OPTS_H

#include "arena.h"
#include "strbuf.h"
#include <stdbool.h>
#include <stddef.h>

typedef enum opt_kind {
    OPT_FLAG,   /* bool field, set true */
    OPT_TEXT,   /* const char * field */
    OPT_CHOICE, /* const char * field; `value` lists what is allowed: "format|inline" */
    OPT_COUNT,  /* int field, a number from 1 to 1024 */
    OPT_SIZE,   /* size_t field, bytes: a number with k, m or nothing behind it */
    OPT_LIST,   /* opt_list_t field, may be given often */
    OPT_LAST,   /* like OPT_TEXT, and everything behind it is an argument */
} opt_kind_t;

typedef struct opt_list {
    const char **items;
    int len, cap;
} opt_list_t;

typedef struct opt_row {
    const char *name; /* without --; NULL ends a table */
    char letter;      /* or 0 */
    opt_kind_t kind;
    const char *value; /* how help names the value; NULL for a flag */
    const char *help;  /* lower case, no full stop */
    size_t offset;     /* of the field in the options */
} opt_row_t;

typedef struct opt_command {
    const char *name;      /* "zvm-native build" */
    const char *arguments; /* "FILE.c..."; "" when there are none */
    const char *summary;   /* one line, lower case */
    const char *details;   /* paragraphs for --help and the docs, or NULL */
    const opt_row_t *rows,
        *common;     /* each ends with a row without name; common may be NULL */
    int least, most; /* number of arguments; most -1: any */
    bool stop;       /* the first argument ends the options: `zvm app.py --its-own` */
    const char *resume; /* with `stop`: where this option stands right behind that
                           argument, the options go on to the next one. Or NULL */
} opt_command_t;

typedef enum opts_result {
    OPTS_RUN,
    OPTS_HELP, /* --help has been printed: exit 0 */
    OPTS_BAD,  /* the command line is wrong and that has been reported: exit 2 */
} opts_result_t;

/* argv[0] is skipped. `options` is the zeroed struct of the rows' offsets; `arguments`
 * gets what is no option. */
opts_result_t opts_parse(arena_t *a, const opt_command_t *c, int argc, char **argv,
                         void *options, opt_list_t *arguments);

/* The text of --help, and a section of the docs page in Markdown. */
void opts_help(const opt_command_t *c, strbuf_t *out);
void opts_markdown(const opt_command_t *c, strbuf_t *out);
/* The words that a shell may complete: every --option of the command, separated by
 * spaces. */
void opts_words(const opt_command_t *c, strbuf_t *out);

#endif
