/* SPDX-License-Identifier: MIT */
/*
 * report.c -- text that is kept until the program is over, apart from its own output.
 */
#include "report.h"

#include "sim.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { ROOM = 32 * 1024 };

static char text[ROOM];
static size_t length;

void report(const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(text + length, ROOM - length, fmt, ap);
    va_end(ap);
    length += n < 0 ? 0 : (size_t)n;
    length = length < ROOM ? length : ROOM - 1;
}

const char *report_text(void)
{
    return text;
}

void report_print(void)
{
    for (char *line = text, *end; (end = strchr(line, '\n')); line = end + 1) {
        sim_report("%.*s", (int)(end - line), line);
    }
    length = 0;
    text[0] = 0;
}
