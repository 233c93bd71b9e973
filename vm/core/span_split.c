/* SPDX-License-Identifier: MIT */
/* span_split.c -- splitting and joining of str, bytes and bytearray. */
#include "exc.h"
#include "list.h"
#include "obj.h"
#include "span.h"
#include "str.h"
#include "text.h"
#include "bytes.h"
#include "utf8.h"

static err_t add_part(PObject *self, PList *list, const uint8_t *p, size_t n)
{
    PObject *part = span_new(self, p, n);
    return part ? list_append(list, part) : ERR_MEMORY_EXC;
}

static bool space_at(PObject *self, const uint8_t *p, const uint8_t *end, unsigned *n)
{
    *n = 1;
    if (*p < 0x80 || PTYPE(self) != PSTRING) {
        return span_is_space(*p) || (PTYPE(self) == PSTRING && *p >= 28 && *p <= 31);
    }
    return (uc_class(utf8_decode(p, end, n)) & UC_SPACE) != 0;
}

static err_t split_spaces(PObject *self, span_t s, int64_t max, PList *list)
{
    const uint8_t *p = s.p, *end = s.p + s.n;
    err_t err = ERR_OK;
    unsigned n;
    for (;;) {
        while (p < end && space_at(self, p, end, &n)) {
            p += n;
        }
        if (p == end || err) {
            return err;
        }
        const uint8_t *word = p;
        if (max-- == 0) { /* the rest as it is */
            return add_part(self, list, word, (size_t)(end - word));
        }
        while (p < end && !space_at(self, p, end, &n)) {
            p += n;
        }
        err = add_part(self, list, word, (size_t)(p - word));
    }
}

static err_t split_at(PObject *self, span_t s, span_t sep, int64_t max, PList *list)
{
    const uint8_t *p = s.p, *end = s.p + s.n;
    err_t err = ERR_OK;
    while (err == ERR_OK && max-- != 0) {
        int64_t at = str_search(p, (size_t)(end - p), sep.p, sep.n, false);
        if (at < 0) {
            break;
        }
        err = add_part(self, list, p, (size_t)at);
        p += (size_t)at + sep.n;
    }
    return err ? err : add_part(self, list, p, (size_t)(end - p));
}

/* The start of the code point that ends at p. */
static const uint8_t *unit_before(PObject *self, const uint8_t *p, const uint8_t *start)
{
    unsigned n;
    if (PTYPE(self) == PSTRING && p[-1] >= 0x80) {
        for (unsigned back = 4; back > 1; back--) {
            if ((size_t)(p - start) >= back && utf8_decode(p - back, p, &n) &&
                n == back) {
                return p - back;
            }
        }
    }
    return p - 1;
}

static err_t rsplit_spaces(PObject *self, span_t s, int64_t max, PList *list)
{
    const uint8_t *p = s.p + s.n;
    err_t err = ERR_OK;
    unsigned n;
    for (;;) {
        const uint8_t *q;
        while (p > s.p && space_at(self, q = unit_before(self, p, s.p), p, &n)) {
            p = q;
        }
        if (p == s.p || err) {
            return err;
        }
        const uint8_t *stop = p;
        if (max-- == 0) {
            return add_part(self, list, s.p, (size_t)(stop - s.p));
        }
        while (p > s.p && !space_at(self, q = unit_before(self, p, s.p), p, &n)) {
            p = q;
        }
        err = add_part(self, list, p, (size_t)(stop - p));
    }
}

static err_t rsplit_at(PObject *self, span_t s, span_t sep, int64_t max, PList *list)
{
    err_t err = ERR_OK;
    while (err == ERR_OK && max-- != 0) {
        int64_t at = str_search(s.p, s.n, sep.p, sep.n, true);
        if (at < 0) {
            break;
        }
        size_t after = (size_t)at + sep.n;
        err = add_part(self, list, s.p + after, s.n - after);
        s.n = (size_t)at;
    }
    return err ? err : add_part(self, list, s.p, s.n);
}

/* sep and maxsplit of the two splits; *sep.p NULL: at spaces. */
static err_t split_args(int nargs, PObject *self, PObject **args, span_t *sep,
                        int64_t *max)
{
    PObject *by = span_optional(nargs, args, 0), *limit = span_optional(nargs, args, 1);
    err_t err = ERR_OK;
    *sep = (span_t){NULL, 0};
    *max = -1;
    if (by != NULL && !IS_NONE(by)) {
        err = span_arg(self, by, sep);
        if (err == ERR_OK && sep->n == 0) {
            err = vm_raise(ERR_VALUE_EXC, "empty separator");
        }
    }
    return err || limit == NULL ? err : obj_index(limit, max);
}

OPTIONAL err_t span_split(int nargs, PObject *self, PObject **args, PObject **res)
{
    span_t sep;
    int64_t max;
    err_t err = split_args(nargs, self, args, &sep, &max);
    PList *list = err ? NULL : list_new(0);
    if (list == NULL) {
        return err ? err : ERR_MEMORY_EXC;
    }
    *res = (PObject *)list;
    span_t s = span_of(self);
    return sep.p ? split_at(self, s, sep, max, list) : split_spaces(self, s, max, list);
}

OPTIONAL err_t span_rsplit(int nargs, PObject *self, PObject **args, PObject **res)
{
    span_t sep;
    int64_t max;
    err_t err = split_args(nargs, self, args, &sep, &max);
    PList *list = err ? NULL : list_new(0);
    if (list == NULL) {
        return err ? err : ERR_MEMORY_EXC;
    }
    *res = (PObject *)list;
    span_t s = span_of(self);
    err =
        sep.p ? rsplit_at(self, s, sep, max, list) : rsplit_spaces(self, s, max, list);
    if (err == ERR_OK) {
        list_reverse(list);
    }
    return err;
}

/* Bytes of the line end at p, 0: none. */
static size_t line_end(PObject *self, const uint8_t *p, const uint8_t *end)
{
    if (*p == '\r') {
        return p + 1 < end && p[1] == '\n' ? 2 : 1;
    }
    if (*p == '\n') {
        return 1;
    }
    if (PTYPE(self) != PSTRING) {
        return 0;
    }
    if (*p == 11 || *p == 12 || (*p >= 28 && *p <= 30)) {
        return 1;
    }
    if (*p < 0x80) {
        return 0;
    }
    unsigned n;
    uint32_t code = utf8_decode(p, end, &n);
    return code == 0x85 || code == 0x2028 || code == 0x2029 ? n : 0;
}

OPTIONAL err_t span_splitlines(int nargs, PObject *self, PObject **args, PObject **res)
{
    PObject *keep = span_optional(nargs, args, 0);
    bool ends = false;
    err_t err = keep ? obj_is_true(keep, &ends) : ERR_OK;
    PList *list = err ? NULL : list_new(0);
    if (list == NULL) {
        return err ? err : ERR_MEMORY_EXC;
    }
    *res = (PObject *)list;
    span_t s = span_of(self);
    const uint8_t *line = s.p, *end = s.p + s.n;
    for (const uint8_t *p = s.p; p < end && err == ERR_OK;) {
        size_t n = line_end(self, p, end);
        if (n > 0) {
            err = add_part(self, list, line, (size_t)(p - line) + (ends ? n : 0));
            line = p + n;
        }
        p += n ? n : 1;
    }
    return err || line == end ? err : add_part(self, list, line, (size_t)(end - line));
}

/* ---- join ---- */

static err_t join_type_error(PObject *self, uint32_t i, PObject *item)
{
    if (PTYPE(self) == PSTRING) {
        return vm_raise(ERR_TYPE_EXC,
                        "sequence item %u: expected str instance, %s found", i,
                        type_name_of(item));
    }
    return vm_raise(ERR_TYPE_EXC,
                    "sequence item %u: expected a bytes-like object, %s found", i,
                    type_name_of(item));
}

/* Size of the result; TypeError for an item of another kind. */
static err_t join_measure(PObject *self, PObject **items, uint32_t n, uint64_t *size,
                          bool *ascii)
{
    bool str = PTYPE(self) == PSTRING;
    *ascii = str && (n < 2 || str_is_ascii(self));
    *size = (uint64_t)(n - 1) * self->header.length;
    for (uint32_t i = 0; i < n; i++) {
        PObject *o = items[i];
        if (!(str ? IS_OBJ(o, PSTRING) : IS_OBJ(o, PBYTES) || IS_OBJ(o, PBYTEARRAY))) {
            return join_type_error(self, i, o);
        }
        *size += o->header.length;
        *ascii &= str_is_ascii(o);
    }
    return *size > INT32_MAX ? ERR_MEMORY_EXC : ERR_OK;
}

static void join_into(PObject *self, PObject **items, uint32_t n, uint8_t *out)
{
    span_t sep = span_of(self);
    for (uint32_t i = 0; i < n; i++) {
        if (i > 0 && sep.n > 0) {
            memcpy(out, sep.p, sep.n);
            out += sep.n;
        }
        span_t s = span_of(items[i]);
        memcpy(out, s.p, s.n);
        out += s.n;
    }
}

OPTIONAL err_t span_join(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    PObject *seq = args[0];
    if (!IS_OBJ(seq, PLIST) && !IS_OBJ(seq, PTUPLE)) {
        PList *list;
        if (type_of(seq)->iter == NULL && PTYPE(seq) != PINSTANCE) {
            return vm_raise(ERR_TYPE_EXC, "can only join an iterable");
        }
        err_t err = list_from_iterable(seq, &list);
        if (err) {
            return err;
        }
        seq = (PObject *)list;
    }
    uint32_t n = seq->header.length;
    if (n == 0) {
        *res = span_new(self, (const uint8_t *)"", 0);
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    PObject **items = PSEQUENCE_OBJECTS(seq);
    uint64_t size;
    bool ascii;
    err_t err = join_measure(self, items, n, &size, &ascii);
    if (err) {
        return err;
    }
    if (n == 1 && PTYPE(self) != PBYTEARRAY && PTYPE(items[0]) == PTYPE(self)) {
        *res = items[0];
        return ERR_OK;
    }
    if (size == 0) {
        *res = span_new(self, (const uint8_t *)"", 0);
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    *res = PTYPE(self) == PSTRING ? (PObject *)str_alloc((uint32_t)size, ascii)
                                  : bytes_make(PTYPE(self), NULL, (uint32_t)size);
    if (*res == NULL) {
        return ERR_MEMORY_EXC;
    }
    join_into(self, items, n, PSEQUENCE_BYTES(*res));
    return ERR_OK;
}
