/* SPDX-License-Identifier: MIT */
/* text.c -- a growing string. */
#include "text.h"
#include "gc.h"
#include "obj.h"
#include "str.h"
#include "utf8.h"

void text_init(text_t *t, char *memory, size_t size)
{
    *t = (text_t){.data = memory, .capacity = size};
}

static err_t fail(text_t *t)
{
    t->err = ERR_MEMORY_EXC;
    t->capacity = t->length; /* so that text_add_char comes here, too */
    return t->err;
}

char *text_room(text_t *t, size_t n)
{
    if (t->err) {
        return NULL;
    }
    if (n <= t->capacity - t->length) {
        t->length += n;
        return t->data + t->length - n;
    }
    size_t need = t->length + n, capacity = t->capacity * 2 > 64 ? t->capacity * 2 : 64;
    if (need > INT32_MAX) {
        fail(t);
        return NULL;
    }
    PBuffer *heap = gc_new_buffer(capacity > need ? capacity : need, false);
    if (heap == NULL) {
        fail(t);
        return NULL;
    }
    if (t->length > 0) {
        memcpy(heap->buffer, t->data, t->length);
    }
    t->heap = heap;
    t->data = (char *)heap->buffer;
    t->capacity = capacity > need ? capacity : need;
    t->length = need;
    return t->data + need - n;
}

err_t text_add(text_t *t, const void *data, size_t n)
{
    char *room = text_room(t, n);
    if (room != NULL && n > 0) {
        memcpy(room, data, n);
    }
    return t->err;
}

err_t text_add_c(text_t *t, const char *s)
{
    return text_add(t, s, strlen(s));
}

err_t text_add_str(text_t *t, const PObject *str)
{
    return text_add(t, str_data(str), str_bytes(str));
}

err_t text_add_code(text_t *t, uint32_t code)
{
    uint8_t bytes[4];
    return text_add(t, bytes, utf8_encode(code, bytes));
}

err_t text_fill(text_t *t, uint32_t code, size_t n)
{
    uint8_t bytes[4];
    unsigned size = utf8_encode(code, bytes);
    char *room = text_room(t, n * size);
    if (room != NULL && size == 1) {
        memset(room, bytes[0], n);
    } else if (room != NULL) {
        for (size_t i = 0; i < n; i++) {
            memcpy(room + i * size, bytes, size);
        }
    }
    return t->err;
}

err_t text_add_uint(text_t *t, uint64_t value, unsigned base, bool upper)
{
    char digits[64], *p = digits + sizeof digits;
    char ten = upper ? 'A' - 10 : 'a' - 10;
    if (base == 10 && value <= UINT32_MAX) {
        uint32_t v = (uint32_t)value; /* no 64-bit division where it is slow */
        do {
            *--p = (char)('0' + v % 10);
        } while ((v /= 10) != 0);
    } else {
        do {
            unsigned digit = (unsigned)(value % base);
            *--p = (char)(digit < 10 ? '0' + digit : ten + digit);
        } while ((value /= base) != 0);
    }
    return text_add(t, p, (size_t)(digits + sizeof digits - p));
}

err_t text_add_int(text_t *t, int64_t value)
{
    if (value < 0) {
        text_add_char(t, '-');
        return text_add_uint(t, 0 - (uint64_t)value, 10, false);
    }
    return text_add_uint(t, (uint64_t)value, 10, false);
}

/* The number of a %d, %u or %x with `longs` l's. */
static void add_number(text_t *t, char type, int longs, va_list *ap)
{
    if (type == 'd') {
        text_add_int(t, longs == 0   ? va_arg(*ap, int)
                        : longs == 1 ? va_arg(*ap, long)
                                     : va_arg(*ap, long long));
        return;
    }
    uint64_t value = longs == 0   ? va_arg(*ap, unsigned)
                     : longs == 1 ? va_arg(*ap, unsigned long)
                                  : va_arg(*ap, unsigned long long);
    text_add_uint(t, value, type == 'x' ? 16 : 10, false);
}

static err_t add_object(text_t *t, char type, PObject *o)
{
    if (t->err == ERR_OK) {
        err_t err = type == 'R' ? obj_repr_to(o, t) : obj_str_to(o, t);
        if (err) {
            t->err = err;
            t->capacity = t->length;
        }
    }
    return t->err;
}

static err_t add_part(text_t *t, const char **fmt, va_list *ap)
{
    const char *p = *fmt;
    int longs = 0, precision = -1;
    if (p[0] == '.' && p[1] == '*') {
        precision = va_arg(*ap, int);
        p += 2;
    }
    while (*p == 'l') {
        longs++;
        p++;
    }
    *fmt = p + 1;
    switch (*p) {
    case 's': {
        const char *s = va_arg(*ap, const char *);
        return text_add(t, s,
                        precision < 0 ? strlen(s) : strnlen(s, (size_t)precision));
    }
    case 'c':
        return text_add_char(t, (char)va_arg(*ap, int));
    case 'R':
    case 'S':
        return add_object(t, *p, va_arg(*ap, PObject *));
    case 'd':
    case 'u':
    case 'x':
        add_number(t, *p, longs, ap);
        return t->err;
    default:
        return text_add_char(t, *p);
    }
}

err_t text_vaddf(text_t *t, const char *fmt, va_list ap)
{
    va_list args;
    va_copy(args, ap);
    while (*fmt) {
        size_t plain = strcspn(fmt, "%");
        text_add(t, fmt, plain);
        fmt += plain;
        if (*fmt == '%') {
            fmt++;
            add_part(t, &fmt, &args);
        }
    }
    va_end(args);
    return t->err;
}

err_t text_addf(text_t *t, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    err_t err = text_vaddf(t, fmt, ap);
    va_end(ap);
    return err;
}

err_t text_take(text_t *t, PObject **str)
{
    if (t->err) {
        return t->err;
    }
    *str = (PObject *)str_new(t->length ? t->data : "", (uint32_t)t->length);
    return *str ? ERR_OK : ERR_MEMORY_EXC;
}
