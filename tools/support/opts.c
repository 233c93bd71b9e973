/* SPDX-License-Identifier: MIT */
/*
 * opts.c -- parses command lines by their rows, and prints the rows as help.
 */
#include "opts.h"

#include "diag.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every command has it; it has no field. */
static const opt_row_t help_rows[] = {
    {"help", 'h', OPT_FLAG, NULL, "print this", 0},
    {0},
};

typedef struct parse {
    arena_t *arena;
    const opt_command_t *command;
    char *options;
    int argc, at;
    char **argv;
} parse_t;

/* Calls for every row of the command, its own before the common ones. */
#define FOR_EACH_ROW(c, row)                                                           \
    for (int table_ = 0; table_ < 3; table_++)                                         \
        for (const opt_row_t *row = rows_of((c), table_); row && row->name; row++)

static const opt_row_t *rows_of(const opt_command_t *c, int table)
{
    const opt_row_t *tables[3] = {c->rows, c->common, help_rows};
    return tables[table];
}

static const opt_row_t *find_name(const opt_command_t *c, const char *name, size_t len)
{
    FOR_EACH_ROW(c, row)
    {
        if (strlen(row->name) == len && memcmp(row->name, name, len) == 0) {
            return row;
        }
    }
    return NULL;
}

static const opt_row_t *find_letter(const opt_command_t *c, char letter)
{
    FOR_EACH_ROW(c, row)
    {
        if (row->letter && row->letter == letter) {
            return row;
        }
    }
    return NULL;
}

static bool takes_value(const opt_row_t *row)
{
    return row->kind != OPT_FLAG;
}

static bool unknown_option(parse_t *p, const char *name, size_t len)
{
    const char *names[128];
    int n = 0;
    FOR_EACH_ROW(p->command, row)
    {
        if (n < 128) {
            names[n++] = row->name;
        }
    }
    const char *nearest = diag_nearest(arena_strndup(p->arena, name, len), names, n);
    const char *hint = nearest ? arena_printf(p->arena, "did you mean '--%s'?", nearest)
                               : arena_printf(p->arena, "'%s --help' lists the options",
                                              p->command->name);
    diag_error(NULL, DIAG_usage, hint, "unknown option '%s'", p->argv[p->at]);
    return false;
}

static bool bad_value(const opt_row_t *row, const char *value, const char *wanted)
{
    diag_error(NULL, DIAG_usage, NULL, "option '--%s' wants %s, not '%s'", row->name,
               wanted, value);
    return false;
}

static bool store_count(const opt_row_t *row, const char *value, int *field)
{
    char *end;
    long n = strtol(value, &end, 10);
    if (end == value || *end || n < 1 || n > 1024) {
        return bad_value(row, value, "a number from 1 to 1024");
    }
    *field = (int)n;
    return true;
}

static bool store_size(const opt_row_t *row, const char *value, size_t *field)
{
    char *end;
    unsigned long long n = strtoull(value, &end, 10);
    int shift = 0;
    if (end != value && *end) {
        shift = tolower((unsigned char)*end) == 'k'   ? 10
                : tolower((unsigned char)*end) == 'm' ? 20
                                                      : -1;
        end++;
    }
    if (!isdigit((unsigned char)*value) || shift < 0 || *end || n == 0 ||
        n > (1ull << 31 >> shift)) {
        return bad_value(row, value, "a size such as 65536, 64k or 16m");
    }
    *field = (size_t)(n << shift);
    return true;
}

static bool store_choice(parse_t *p, const opt_row_t *row, const char *value,
                         const char **field)
{
    size_t len = strlen(value);
    for (const char *at = row->value; *at;) {
        size_t n = strcspn(at, "|");
        if (n == len && memcmp(at, value, n) == 0) {
            *field = value;
            return true;
        }
        at += n + (at[n] == '|');
    }
    strbuf_t wanted;
    strbuf_init(&wanted);
    for (const char *c = row->value; *c; c++) {
        strbuf_adds(&wanted, *c == '|' ? " or " : (char[]){*c, 0});
    }
    bad_value(row, value, arena_strdup(p->arena, wanted.data));
    strbuf_free(&wanted);
    return false;
}

static bool store(parse_t *p, const opt_row_t *row, const char *value)
{
    void *field = p->options + row->offset;
    switch (row->kind) {
    case OPT_FLAG:
        *(bool *)field = true;
        return true;
    case OPT_TEXT:
    case OPT_LAST:
        *(const char **)field = value;
        return true;
    case OPT_CHOICE:
        return store_choice(p, row, value, field);
    case OPT_COUNT:
        return store_count(row, value, field);
    case OPT_SIZE:
        return store_size(row, value, field);
    case OPT_LIST: {
        opt_list_t *list = field;
        ARENA_PUSH(p->arena, list, value);
        return true;
    }
    }
    return false;
}

/* `inline_value` is what stood in the same word, or NULL: then the next word is the
 * value. */
static bool take(parse_t *p, const opt_row_t *row, const char *inline_value)
{
    if (!takes_value(row) && inline_value) {
        diag_error(NULL, DIAG_usage, NULL, "option '--%s' takes no value", row->name);
        return false;
    }
    if (takes_value(row) && !inline_value) {
        if (p->at + 1 >= p->argc) {
            diag_error(NULL, DIAG_usage, NULL, "option '--%s' wants a value: %s",
                       row->name, row->value);
            return false;
        }
        inline_value = p->argv[++p->at];
    }
    return store(p, row, inline_value);
}

static bool take_long(parse_t *p, const char *word, const opt_row_t **row)
{
    size_t len = strcspn(word, "=");
    *row = find_name(p->command, word, len);
    if (!*row) {
        return unknown_option(p, word, len);
    }
    return *row == help_rows || take(p, *row, word[len] ? word + len + 1 : NULL);
}

/* -v, -j4, -j 4, -qv. */
static bool take_letters(parse_t *p, const char *letters, const opt_row_t **row)
{
    for (; *letters; letters++) {
        *row = find_letter(p->command, *letters);
        if (!*row) {
            return unknown_option(p, letters, 1);
        }
        if (*row == help_rows) {
            return true;
        }
        if (takes_value(*row)) {
            return take(p, *row, letters[1] ? letters + 1 : NULL);
        }
        if (!take(p, *row, NULL)) {
            return false;
        }
    }
    return true;
}

static bool check_count(const opt_command_t *c, const opt_list_t *arguments)
{
    if (arguments->len < c->least) {
        diag_error(NULL, DIAG_usage, NULL, "missing argument: %s %s", c->name,
                   c->arguments);
        return false;
    }
    if (c->most >= 0 && arguments->len > c->most) {
        diag_error(NULL, DIAG_usage, NULL, "unexpected argument '%s'",
                   arguments->items[c->most]);
        return false;
    }
    return true;
}

static void print_help(const opt_command_t *c)
{
    strbuf_t text;
    strbuf_init(&text);
    opts_help(c, &text);
    fwrite(text.data, 1, text.len, stdout);
    strbuf_free(&text);
}

/* Does the option that lets options go on follow? */
static bool resumes(const parse_t *p)
{
    const char *name = p->command->resume;
    const char *word = name && p->at + 1 < p->argc ? p->argv[p->at + 1] : "";
    if (word[0] != '-') {
        return false;
    }
    if (word[1] != '-') {
        const opt_row_t *row = find_letter(p->command, word[1]);
        return row && row != help_rows && strcmp(row->name, name) == 0;
    }
    size_t len = strlen(name);
    return strncmp(word + 2, name, len) == 0 && (!word[2 + len] || word[2 + len] == '=');
}

opts_result_t opts_parse(arena_t *a, const opt_command_t *c, int argc, char **argv,
                         void *options, opt_list_t *arguments)
{
    parse_t p = {a, c, options, argc, 1, argv};
    bool only_arguments = false;
    for (; p.at < argc; p.at++) {
        const char *word = argv[p.at];
        if (only_arguments || word[0] != '-' || !word[1]) {
            ARENA_PUSH(a, arguments, word);
            only_arguments |= c->stop && !(arguments->len == 1 && resumes(&p));
            continue;
        }
        if (strcmp(word, "--") == 0) {
            only_arguments = true;
            continue;
        }
        const opt_row_t *row;
        bool is_long = word[1] == '-';
        bool good =
            is_long ? take_long(&p, word + 2, &row) : take_letters(&p, word + 1, &row);
        if (!good) {
            return OPTS_BAD;
        }
        if (row == help_rows) {
            print_help(c);
            return OPTS_HELP;
        }
        only_arguments |= row->kind == OPT_LAST;
    }
    return check_count(c, arguments) ? OPTS_RUN : OPTS_BAD;
}

/* "-j, --jobs N" */
static void add_spelling(strbuf_t *out, const opt_row_t *row)
{
    if (row->letter) {
        strbuf_addf(out, "-%c, ", row->letter);
    }
    strbuf_addf(out, "--%s", row->name);
    if (row->value) {
        strbuf_addf(out, " %s", row->value);
    }
}

enum { HELP_COLUMN = 30 };

void opts_help(const opt_command_t *c, strbuf_t *out)
{
    strbuf_addf(out, "usage: %s [options]%s%s\n\n%s\n", c->name,
                *c->arguments ? " " : "", c->arguments, c->summary);
    if (c->details) {
        strbuf_addf(out, "\n%s\n", c->details);
    }
    strbuf_adds(out, "\noptions:\n");
    FOR_EACH_ROW(c, row)
    {
        size_t start = out->len;
        strbuf_adds(out, row->letter ? "  " : "      ");
        add_spelling(out, row);
        do {
            strbuf_addc(out, ' ');
        } while (out->len - start < HELP_COLUMN);
        strbuf_addf(out, "%s\n", row->help);
    }
}

void opts_markdown(const opt_command_t *c, strbuf_t *out)
{
    strbuf_addf(out, "## %s\n\n`%s [options]%s%s` — %s.\n\n", c->name, c->name,
                *c->arguments ? " " : "", c->arguments, c->summary);
    if (c->details) {
        strbuf_addf(out, "%s\n\n", c->details);
    }
    strbuf_adds(out, "| option | |\n|---|---|\n");
    FOR_EACH_ROW(c, row)
    {
        strbuf_adds(out, "| `");
        size_t start = out->len;
        add_spelling(out, row);
        for (size_t i = start; i < out->len; i++) {
            if (out->data[i] == '|') {
                out->data[i] = '/'; /* a bar would end the table's cell */
            }
        }
        strbuf_addf(out, "` | %s |\n", row->help);
    }
    strbuf_addc(out, '\n');
}

void opts_words(const opt_command_t *c, strbuf_t *out)
{
    FOR_EACH_ROW(c, row)
    {
        strbuf_addf(out, "%s--%s", out->len ? " " : "", row->name);
    }
}
