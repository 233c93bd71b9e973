/* SPDX-License-Identifier: MIT */
/*
 * adc_source.c -- what is on an analog pin: a value over time, or samples of a file.
 */
#define _GNU_SOURCE
#include "parts.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct source {
    net_source_t net; /* first */
    const sim_signal_t *signal;
    const uint16_t *samples; /* of a file, again from the start after the last */
    uint64_t nsamples;
    double rate; /* a second */
} source_t;

static uint16_t clamp(double value)
{
    return value <= 0                ? 0
           : value >= SIM_FULL_SCALE ? SIM_FULL_SCALE
                                     : (uint16_t)(value + 0.5);
}

static uint16_t signal_value(const net_source_t *n, uint64_t ns)
{
    return clamp(sim_signal_at(((const source_t *)n)->signal, ns));
}

static uint16_t file_value(const net_source_t *n, uint64_t ns)
{
    const source_t *s = (const source_t *)n;
    uint64_t at = (uint64_t)((double)ns / SIM_NS_PER_S * s->rate + 1e-9);
    return s->samples[at % s->nsamples];
}

/* ---- files of numbers, separated by blanks, lines or commas ---- */

/* With a NUL; NULL: sim_fail was called. */
static char *read_text(const char *path)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &st) != 0) {
        sim_fail("cannot read '%s': %s", path, strerror(errno));
        if (fd >= 0) {
            close(fd);
        }
        return NULL;
    }
    char *text = sim_alloc((size_t)st.st_size + 1);
    size_t len = 0;
    ssize_t n;
    while ((n = read(fd, text + len, (size_t)st.st_size - len)) > 0) {
        len += (size_t)n;
    }
    close(fd);
    return text;
}

static const char *skip_separators(const char *text)
{
    return text + strspn(text, " \t\r\n,;");
}

/* Fills `out` if it is not NULL. Returns how many; 0: there is something else. */
static uint64_t parse_samples(const char *text, uint16_t *out)
{
    uint64_t n = 0;
    for (text = skip_separators(text); *text; text = skip_separators(text)) {
        char *end;
        double value = strtod(text, &end);
        if (end == text) {
            return 0;
        }
        if (out) {
            out[n] = clamp(value);
        }
        n++;
        text = end;
    }
    return n;
}

static bool read_samples(source_t *s, const char *path)
{
    const char *text = read_text(path);
    if (!text) {
        return false;
    }
    s->nsamples = parse_samples(text, NULL);
    if (!s->nsamples) {
        sim_fail("'%s' is no list of numbers", path);
        return false;
    }
    uint16_t *samples = sim_alloc(s->nsamples * sizeof *samples);
    parse_samples(text, samples);
    s->samples = samples;
    return true;
}

/* ---- the statement ---- */

static void add_constant(int pin, double value)
{
    sim_driver_t *d = sim_alloc(sizeof *d);
    sim_driver_add(d, pin, "adc");
    sim_driver_analog(d, clamp(value));
}

static void adc(sim_args_t *args)
{
    int pin = sim_arg_pin(args, "pin");
    const char *level = sim_arg(args, "level"), *path = sim_arg(args, "file");
    source_t *s = sim_alloc(sizeof *s);
    char *end;
    s->rate = sim_arg_number(args, "rate", 1);
    if (pin < 0 || !level == !path || s->rate <= 0) {
        sim_fail("a pin and one of level and file are wanted");
        return;
    }
    double constant = level ? strtod(level, &end) : 0;
    if (level && end != level && !*end) {
        add_constant(pin, constant);
    } else if (level && (s->signal = sim_signal(level))) {
        s->net.value_at = signal_value;
        net_set_source(pin, &s->net);
    } else if (path && read_samples(s, path)) {
        s->net.value_at = file_value;
        net_set_source(pin, &s->net);
    }
}

const sim_statement_t adc_statements[] = {
    {"adc", adc},
    {0},
};
