/* SPDX-License-Identifier: MIT */
/*
 * signal.c -- values over time: constant, a sine, straight lines between points.
 */
#include "sim.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#ifndef M_PI
#define M_PI 3.14159265358979323846
#endif

typedef struct point {
    uint64_t at;
    double value;
} point_t;

struct sim_signal {
    double offset, amplitude; /* offset alone: constant */
    uint64_t period;          /* of a sine */
    const point_t *points;
    size_t npoints;
};

static bool parse_number(const char **text, double *out)
{
    char *end;
    *out = strtod(*text, &end);
    bool good = end != *text;
    *text = end;
    return good;
}

static bool skip(const char **text, char c)
{
    if (**text != c) {
        return false;
    }
    ++*text;
    return true;
}

static bool parse_sine(sim_signal_t *s, const char *text)
{
    double period;
    if (!parse_number(&text, &s->offset) || !skip(&text, ':') ||
        !parse_number(&text, &s->amplitude) || !skip(&text, ':') ||
        !parse_number(&text, &period) || *text || period < 1) {
        return false;
    }
    s->period = (uint64_t)period;
    return true;
}

static bool parse_points(sim_signal_t *s, const char *text)
{
    size_t n = 1;
    for (const char *c = text; *c; c++) {
        n += *c == ';';
    }
    point_t *points = sim_alloc(n * sizeof *points);
    for (size_t i = 0; i < n; i++) {
        char *end;
        points[i].at = strtoull(text, &end, 10);
        bool good = end != text;
        text = end;
        if (!good || !skip(&text, ',') || !parse_number(&text, &points[i].value) ||
            !(i + 1 < n ? skip(&text, ';') : !*text)) {
            return false;
        }
    }
    s->points = points;
    s->npoints = n;
    return true;
}

const sim_signal_t *sim_signal(const char *text)
{
    static const struct {
        const char *prefix;
        bool (*parse)(sim_signal_t *s, const char *text);
    } kinds[] = {{"sine:", parse_sine}, {"points:", parse_points}};
    sim_signal_t *s = sim_alloc(sizeof *s);
    const char *rest = text;
    bool good = false, known = false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t len = strlen(kinds[i].prefix);
        if (strncmp(text, kinds[i].prefix, len) == 0) {
            known = true;
            good = kinds[i].parse(s, text + len);
        }
    }
    if (!known) {
        good = parse_number(&rest, &s->offset) && !*rest;
    }
    if (!good) {
        sim_fail("'%s' is no value", text);
        return NULL;
    }
    return s;
}

static double between(const point_t *a, const point_t *b, uint64_t ns)
{
    double part = (double)(ns - a->at) / (double)(b->at - a->at);
    return a->value + (b->value - a->value) * part;
}

static double at_points(const sim_signal_t *s, uint64_t ns)
{
    const point_t *p = s->points;
    if (ns <= p[0].at) {
        return p[0].value;
    }
    for (size_t i = 1; i < s->npoints; i++) {
        if (ns < p[i].at) {
            return between(&p[i - 1], &p[i], ns);
        }
    }
    return p[s->npoints - 1].value;
}

double sim_signal_at(const sim_signal_t *s, uint64_t ns)
{
    if (s->points) {
        return at_points(s, ns);
    }
    if (s->period) {
        double phase = (double)(ns % s->period) / (double)s->period;
        return s->offset + s->amplitude * sin(2 * M_PI * phase);
    }
    return s->offset;
}
