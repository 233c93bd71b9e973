/* SPDX-License-Identifier: MIT */
/*
 * native_print.c -- printf to the console, for drivers. Linked only when one uses it.
 *
 * Each conversion is handed to snprintf by itself: %I, %D and %U, which C does not have,
 * become %lld and %llu.
 */
#include "console.h"
#include "vminterface.h"
#include "vmport.h"
#include <stdio.h>
#include <string.h>

enum { SPEC_MOST = 24, SHOWN_MOST = 320 /* of a double in %f */, NOOS_MOST = 256 };

typedef struct {
    void (*put)(void *ctx, const char *data, size_t n);
    void *ctx;
} sink_t;

typedef struct {
    char text[SPEC_MOST]; /* "%-08" … and then C's conversion */
    int stars[2], nstars; /* widths taken from the arguments */
    int longs;            /* l: 1, ll and z: as wide as that; h: 0 */
    char letter;
} spec_t;

/* Reads a conversion behind its '%'; returns what follows it. */
static const char *read_spec(const char *p, spec_t *s, va_list *ap)
{
    size_t n = 0;
    *s = (spec_t){.text = "%"};
    for (n = 1; *p && strchr("-+ #0123456789.*", *p) && n < SPEC_MOST - 4; p++) {
        if (*p == '*' && s->nstars < 2) {
            s->stars[s->nstars++] = va_arg(*ap, int);
        }
        s->text[n++] = *p;
    }
    for (; *p && strchr("lhz", *p); p++) {
        s->longs += *p == 'l' ? 1 : *p == 'z' ? (int)sizeof(size_t) / 4 : 0;
    }
    s->letter = *p;
    const char *conversion = "";
    switch (*p) {
    case 'i':
    case 'd':
        conversion = "lld";
        break;
    case 'I':
    case 'D':
        conversion = "lld";
        s->longs = 2;
        break;
    case 'u':
        conversion = "llu";
        break;
    case 'U':
        conversion = "llu";
        s->longs = 2;
        break;
    case 'x':
        conversion = "llx";
        break;
    case 'X':
        conversion = "llX";
        break;
    default:
        s->text[n++] = *p;
    }
    memcpy(s->text + n, conversion, strlen(conversion) + 1);
    return *p ? p + 1 : p;
}

static bool is_unsigned(char letter)
{
    return letter == 'u' || letter == 'U' || letter == 'x' || letter == 'X';
}

static long long integer_of(const spec_t *s, va_list *ap)
{
    bool u = is_unsigned(s->letter);
    if (s->longs >= 2) {
        return va_arg(*ap, long long);
    }
    if (s->longs == 1) {
        long value = va_arg(*ap, long);
        return u ? (long long)(unsigned long)value : value;
    }
    int value = va_arg(*ap, int);
    return u ? (long long)(unsigned)value : value;
}

/* snprintf with the widths that the format took from the arguments. */
#define SHOW(out, size, s, value)                                                      \
    ((s)->nstars == 0   ? snprintf(out, size, (s)->text, value)                        \
     : (s)->nstars == 1 ? snprintf(out, size, (s)->text, (s)->stars[0], value)         \
                        : snprintf(out, size, (s)->text, (s)->stars[0],                \
                                   (s)->stars[1], value))

static void put_spec(const sink_t *sink, spec_t *s, va_list *ap)
{
    char shown[SHOWN_MOST] = "";
    int n = 0;
    switch (s->letter) {
    case 's': {
        const char *text = va_arg(*ap, const char *);
        text = text ? text : "(null)";
        if (s->text[1] == 's') {
            sink->put(sink->ctx, text, strlen(text));
            return;
        }
        n = SHOW(shown, sizeof shown, s, text);
        break;
    }
    case 'c':
        n = SHOW(shown, sizeof shown, s, va_arg(*ap, int));
        break;
    case 'p':
        n = SHOW(shown, sizeof shown, s, va_arg(*ap, void *));
        break;
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
        n = SHOW(shown, sizeof shown, s, va_arg(*ap, double));
        break;
    case 'i':
    case 'd':
    case 'u':
    case 'x':
    case 'X':
    case 'I':
    case 'D':
    case 'U':
        n = SHOW(shown, sizeof shown, s, integer_of(s, ap));
        break;
    default: /* %% and what is no conversion */
        n = s->letter != 0;
        shown[0] = s->letter;
    }
    sink->put(sink->ctx, shown, (size_t)(n < SHOWN_MOST ? n : SHOWN_MOST - 1));
}

static void print_to(const sink_t *sink, const char *p, va_list *ap)
{
    while (*p) {
        size_t plain = strcspn(p, "%");
        sink->put(sink->ctx, p, plain);
        p += plain;
        if (*p == '%') {
            spec_t spec;
            p = read_spec(p + 1, &spec, ap);
            put_spec(sink, &spec, ap);
        }
    }
}

/* ---- where it goes ---- */

static void to_console(void *ctx, const char *data, size_t n)
{
    (void)ctx;
    console_write(data, n);
}

void vbl_printf_stdout(const void *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    print_to(&(sink_t){to_console, NULL}, fmt, &ap);
    va_end(ap);
}

typedef struct {
    char data[NOOS_MOST];
    size_t length;
} line_t;

static void to_line(void *ctx, const char *data, size_t n)
{
    line_t *line = ctx;
    size_t room = sizeof line->data - line->length;
    n = n < room ? n : room;
    memcpy(line->data + line->length, data, n);
    line->length += n;
}

void vbl_printf_noos(const void *fmt, ...)
{
    line_t line = {.length = 0};
    va_list ap;
    va_start(ap, fmt);
    print_to(&(sink_t){to_line, &line}, fmt, &ap);
    va_end(ap);
    console_port_error(line.data, line.length);
}
