/* SPDX-License-Identifier: MIT */
/*
 * value.c -- reads times, dates, bytes and numbers.
 */
#define _GNU_SOURCE
#include "value.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define YEAR_NS (365.25 * 86400e9)

bool value_time(const char *text, uint64_t *ns)
{
    static const struct {
        const char *name;
        double ns;
    } units[] = {{"ns", 1},  {"us", 1e3},   {"ms", 1e6},
                 {"s", 1e9}, {"min", 60e9}, {"h", 3600e9}};
    char *end;
    if (!isdigit((unsigned char)*text) || text[1] == 'x' || text[1] == 'X') {
        return false;
    }
    double number = strtod(text, &end);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        double time = number * units[i].ns;
        if (strcmp(end, units[i].name) == 0 && time <= 100 * YEAR_NS) {
            *ns = (uint64_t)(time + 0.5);
            return true;
        }
    }
    return false;
}

bool value_date(const char *text, uint32_t *seconds)
{
    struct tm tm = {0}, again;
    const char *end = strptime(text, "%Y-%m-%dT%H:%M:%S", &tm);
    if (!end || *end) {
        return false;
    }
    again = tm;
    time_t time = timegm(&again);
    *seconds = (uint32_t)time;
    /* timegm turns 31 June into 1 July */
    return time >= 0 && time < UINT32_MAX && again.tm_mday == tm.tm_mday &&
           again.tm_sec == tm.tm_sec;
}

bool value_bytes(const char *text, strbuf_t *hex)
{
    for (;;) {
        text += strspn(text, " ");
        if (!*text) {
            return true;
        }
        if (!isxdigit((unsigned char)text[0]) || !isxdigit((unsigned char)text[1])) {
            return false;
        }
        strbuf_addf(hex, "%c%c", tolower((unsigned char)text[0]),
                    tolower((unsigned char)text[1]));
        text += 2;
    }
}

bool value_whole(const char *text, double *number)
{
    char *end;
    if (!isdigit((unsigned char)*text)) {
        return false;
    }
    *number = (double)strtoull(text, &end, 0);
    return !*end;
}
