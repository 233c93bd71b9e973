/* SPDX-License-Identifier: MIT */
/*
 * scene.c -- reads the text of a scene, statement by statement.
 */
#include "devices.h"
#include "parts.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every file that has statements. */
static const sim_statement_t *const tables[] = {
    stimulus_statements, adc_statements, flash_statements,  nfo_statements,
    rng_statements,      rtc_statements, serial_statements, devices_statements,
};

struct sim_args {
    char **words; /* NULL: taken */
    int count;
    int next; /* of sim_arg_next */
};

static int line_number;
static const char *statement;
static char error[256];

void sim_fail(const char *fmt, ...)
{
    va_list list;
    if (error[0]) {
        return;
    }
    int n = statement ? snprintf(error, sizeof error,
                                 "scene, line %d, '%s': ", line_number, statement)
                      : 0;
    va_start(list, fmt);
    vsnprintf(error + n, sizeof error - (size_t)n, fmt, list);
    va_end(list);
}

const char *sim_error(void)
{
    return error;
}

/* ---- words ---- */

static int digit_of(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = c ? memchr(digits, c | 32, 16) : NULL;
    return at ? (int)(at - digits) : -1;
}

/* In place: %xx is a byte, % alone is nothing. */
static void unescape(char *word)
{
    char *to = word;
    for (const char *from = word; *from; from++) {
        int high = *from == '%' ? digit_of(from[1]) : -1;
        int low = high < 0 ? -1 : digit_of(from[2]);
        if (low >= 0) {
            *to++ = (char)(high << 4 | low);
            from += 2;
        } else if (*from != '%') {
            *to++ = *from;
        }
    }
    *to = 0;
}

static int count_words(const char *line)
{
    int n = 0;
    while (*(line += strspn(line, " "))) {
        n++;
        line += strcspn(line, " ");
    }
    return n;
}

/* Cuts a line in place. */
static void cut(char *line, sim_args_t *out)
{
    out->count = count_words(line);
    out->next = 0;
    out->words = sim_alloc(sizeof *out->words * (size_t)(out->count + 1));
    for (int i = 0; i < out->count; i++) {
        line += strspn(line, " ");
        size_t len = strcspn(line, " ");
        bool last = !line[len];
        line[len] = 0;
        out->words[i] = line;
        line += len + !last;
    }
}

/* ---- what statements take ---- */

const char *sim_arg_next(sim_args_t *args)
{
    if (args->next >= args->count) {
        return NULL;
    }
    char *word = args->words[args->next];
    args->words[args->next++] = NULL;
    return word;
}

const char *sim_arg(sim_args_t *args, const char *key)
{
    for (int i = 0; i + 1 < args->count; i += 2) {
        if (args->words[i] && strcmp(args->words[i], key) == 0) {
            char *value = args->words[i + 1];
            args->words[i] = args->words[i + 1] = NULL;
            return value;
        }
    }
    return NULL;
}

double sim_arg_number(sim_args_t *args, const char *key, double none)
{
    const char *text = sim_arg(args, key);
    char *end;
    if (!text) {
        return none;
    }
    double value = strtod(text, &end);
    if (end == text || *end) {
        sim_fail("%s: '%s' is no number", key, text);
    }
    return value;
}

uint64_t sim_arg_whole(sim_args_t *args, const char *key, uint64_t none)
{
    const char *text = sim_arg(args, key);
    char *end;
    if (!text) {
        return none;
    }
    errno = 0;
    uint64_t value = strtoull(text, &end, 0);
    if (end == text || *end || *text == '-' || errno) {
        sim_fail("%s: '%s' is no whole number", key, text);
    }
    return value;
}

uint8_t *sim_arg_bytes(sim_args_t *args, const char *key, uint32_t *len)
{
    const char *text = sim_arg(args, key);
    size_t n = text ? strlen(text) : 0;
    uint8_t *bytes = sim_alloc(n / 2 + 1);
    *len = (uint32_t)(n / 2);
    for (size_t i = 0; i < n / 2; i++) {
        int high = digit_of(text[2 * i]), low = digit_of(text[2 * i + 1]);
        if (high < 0 || low < 0 || n % 2) {
            sim_fail("%s: '%s' is not hexadecimal", key, text);
            break;
        }
        bytes[i] = (uint8_t)(high << 4 | low);
    }
    return bytes;
}

int sim_arg_pin(sim_args_t *args, const char *key)
{
    const char *name = sim_arg(args, key);
    int pin = name ? sim_pin_named(name) : -1;
    if (name && pin < 0) {
        sim_fail("%s: the board has no pin '%s'", key, name);
    }
    return pin;
}

/* ---- statements ---- */

static const sim_statement_t *find(const char *name)
{
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        for (const sim_statement_t *s = tables[i]; s->name; s++) {
            if (strcmp(s->name, name) == 0) {
                return s;
            }
        }
    }
    return NULL;
}

static void refuse_rest(const sim_args_t *args)
{
    for (int i = 0; i < args->count; i++) {
        if (args->words[i]) {
            sim_fail("'%s' means nothing here", args->words[i]);
        }
    }
}

static void run_line(char *line)
{
    sim_args_t args;
    cut(line, &args);
    if (args.count == 0) {
        return;
    }
    statement = args.words[0];
    const sim_statement_t *s = find(statement);
    if (!s) {
        sim_fail("there is no such statement");
        return;
    }
    args.words++;
    args.count--;
    for (int i = 0; i < args.count; i++) {
        unescape(args.words[i]);
    }
    s->run(&args);
    refuse_rest(&args);
}

bool sim_scene(const char *text)
{
    char *copy = sim_strdup(text);
    error[0] = 0;
    for (line_number = 1; *copy && !error[0]; line_number++) {
        size_t len = strcspn(copy, "\n");
        bool last = !copy[len];
        copy[len] = 0;
        run_line(copy);
        copy += len + !last;
    }
    statement = NULL;
    return !error[0];
}
