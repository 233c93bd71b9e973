/* SPDX-License-Identifier: MIT */
/* span.c -- what str, bytes and bytearray differ in, and finding things in them. */
#include "span.h"
#include "bytes.h"
#include "exc.h"
#include "int.h"
#include "obj.h"
#include "str.h"
#include "tuple.h"
#include "utf8.h"

span_t span_of(PObject *o)
{
    const uint8_t *p = PSEQUENCE_BYTES(o);
    return (span_t){p ? p : (const uint8_t *)"", o->header.length};
}

err_t span_arg(PObject *self, PObject *arg, span_t *out)
{
    bool ok = PTYPE(self) == PSTRING ? IS_OBJ(arg, PSTRING)
                                     : IS_OBJ(arg, PBYTES) || IS_OBJ(arg, PBYTEARRAY);
    if (ok) {
        *out = span_of(arg);
        return ERR_OK;
    }
    if (PTYPE(self) == PSTRING) {
        return vm_raise(ERR_TYPE_EXC, "must be str, not %s", type_name_of(arg));
    }
    return vm_raise(ERR_TYPE_EXC, "a bytes-like object is required, not '%s'",
                    type_name_of(arg));
}

PObject *span_new(PObject *self, const uint8_t *p, size_t n)
{
    return PTYPE(self) == PSTRING
               ? (PObject *)str_new(n ? (const char *)p : "", (uint32_t)n)
               : bytes_make(PTYPE(self), p, (uint32_t)n);
}

err_t span_result(PObject *self, const uint8_t *p, size_t n, PObject **res)
{
    bool whole = n == self->header.length && PTYPE(self) != PBYTEARRAY;
    *res = whole ? self : span_new(self, p, n);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* ---- finding ---- */

/* start and end arguments: `length` units become an inclusive range of units. */
static err_t bound(PObject *arg, int64_t length, int64_t *value)
{
    if (arg == NULL || IS_NONE(arg)) {
        return ERR_OK;
    }
    if (!int_is(arg) && PTYPE(arg) != PINSTANCE) {
        return vm_raise(ERR_TYPE_EXC,
                        "slice indices must be integers or None or have an "
                        "__index__ method");
    }
    err_t err = obj_index(arg, value);
    if (*value < 0) {
        *value = *value + length < 0 ? 0 : *value + length;
    }
    return err;
}

typedef struct {
    span_t whole, part; /* self, and what start and end leave of it */
    span_t what;        /* what is looked for */
    uint32_t start;     /* units before part */
    bool empty;         /* start lies behind end: nothing is found, not even "" */
    uint8_t byte;       /* an int that is looked for in bytes */
} find_t;

/* The part of self that args[1], args[2] select. */
static err_t find_range(find_t *f, int nargs, PObject *self, PObject **args)
{
    f->whole = f->part = span_of(self);
    f->start = 0;
    f->empty = false;
    if (nargs < 2) {
        return ERR_OK;
    }
    int64_t length = PTYPE(self) == PSTRING ? str_length(self) : (int64_t)f->whole.n;
    int64_t start = 0, end = length;
    err_t err = bound(args[1], length, &start);
    if (err == ERR_OK && nargs > 2) {
        err = bound(args[2], length, &end);
    }
    end = end > length ? length : end;
    f->empty = start > end;
    if (err || f->empty) {
        return err;
    }
    size_t from = (size_t)start, to = (size_t)end;
    if (PTYPE(self) == PSTRING) {
        from = str_offset(self, (uint32_t)start);
        to = str_offset(self, (uint32_t)end);
    }
    f->start = (uint32_t)start;
    f->part = (span_t){f->whole.p + from, to - from};
    return ERR_OK;
}

static err_t find_what(find_t *f, PObject *self, PObject *what)
{
    if (PTYPE(self) != PSTRING && int_is(what)) {
        f->what = (span_t){&f->byte, 1};
        return bytes_item(what, &f->byte);
    }
    if (PTYPE(self) != PSTRING && !IS_OBJ(what, PBYTES) && !IS_OBJ(what, PBYTEARRAY)) {
        return vm_raise(ERR_TYPE_EXC,
                        "argument should be integer or bytes-like object, not '%s'",
                        type_name_of(what));
    }
    return span_arg(self, what, &f->what);
}

static err_t find(int nargs, PObject *self, PObject **args, bool last, int64_t *at)
{
    find_t f;
    err_t err = find_what(&f, self, args[0]);
    if (err == ERR_OK) {
        err = find_range(&f, nargs, self, args);
    }
    if (err) {
        return err;
    }
    *at = f.empty ? -1 : str_search(f.part.p, f.part.n, f.what.p, f.what.n, last);
    if (*at >= 0) {
        bool units = PTYPE(self) == PSTRING && !str_is_ascii(self);
        *at = f.start + (units ? utf8_length(f.part.p, (size_t)*at) : *at);
    }
    return ERR_OK;
}

OPTIONAL err_t span_find(int nargs, PObject *self, PObject **args, PObject **res)
{
    int64_t at;
    err_t err = find(nargs, self, args, false, &at);
    *res = PSMALLINT_NEW((int32_t)at);
    return err;
}

OPTIONAL err_t span_rfind(int nargs, PObject *self, PObject **args, PObject **res)
{
    int64_t at;
    err_t err = find(nargs, self, args, true, &at);
    *res = PSMALLINT_NEW((int32_t)at);
    return err;
}

static err_t found(PObject *self, err_t err, int64_t at, PObject **res)
{
    if (err == ERR_OK && at < 0) {
        return vm_raise(ERR_VALUE_EXC, PTYPE(self) == PSTRING ? "substring not found"
                                                              : "subsection not found");
    }
    *res = PSMALLINT_NEW((int32_t)at);
    return err;
}

OPTIONAL err_t span_index(int nargs, PObject *self, PObject **args, PObject **res)
{
    int64_t at = 0;
    err_t err = find(nargs, self, args, false, &at);
    return found(self, err, at, res);
}

OPTIONAL err_t span_rindex(int nargs, PObject *self, PObject **args, PObject **res)
{
    int64_t at = 0;
    err_t err = find(nargs, self, args, true, &at);
    return found(self, err, at, res);
}

/* How often `what` occurs without overlap, counting up to `limit`. `what` is not empty.
 */
static uint32_t occurrences(span_t part, span_t what, uint32_t limit)
{
    uint32_t count = 0;
    int64_t at;
    while (count < limit &&
           (at = str_search(part.p, part.n, what.p, what.n, false)) >= 0) {
        count++;
        part.p += (size_t)at + what.n;
        part.n -= (size_t)at + what.n;
    }
    return count;
}

static uint32_t units(PObject *self, span_t part)
{
    return PTYPE(self) == PSTRING ? utf8_length(part.p, part.n) : (uint32_t)part.n;
}

OPTIONAL err_t span_count(int nargs, PObject *self, PObject **args, PObject **res)
{
    find_t f;
    err_t err = find_what(&f, self, args[0]);
    if (err == ERR_OK) {
        err = find_range(&f, nargs, self, args);
    }
    if (err) {
        return err;
    }
    uint32_t n = f.empty         ? 0
                 : f.what.n == 0 ? units(self, f.part) + 1
                                 : occurrences(f.part, f.what, UINT32_MAX);
    *res = PSMALLINT_NEW((int32_t)n);
    return ERR_OK;
}

/* ---- beginnings and ends ---- */

static bool at_edge(span_t part, span_t what, bool end)
{
    return what.n <= part.n &&
           memcmp(end ? part.p + part.n - what.n : part.p, what.p, what.n) == 0;
}

static err_t edge_type_error(PObject *self, PObject *arg, bool end, bool in_tuple)
{
    const char *which = end ? "endswith" : "startswith";
    const char *kind = PTYPE(self) == PSTRING ? "str" : "bytes";
    if (in_tuple && PTYPE(self) == PSTRING) {
        return vm_raise(ERR_TYPE_EXC, "tuple for %s must only contain str, not %s",
                        which, type_name_of(arg));
    }
    if (in_tuple) {
        return vm_raise(ERR_TYPE_EXC, "a bytes-like object is required, not '%s'",
                        type_name_of(arg));
    }
    return vm_raise(ERR_TYPE_EXC, "%s first arg must be %s or a tuple of %s, not %s",
                    which, kind, kind, type_name_of(arg));
}

static bool is_kind(PObject *self, PObject *arg)
{
    return PTYPE(self) == PSTRING ? IS_OBJ(arg, PSTRING)
                                  : IS_OBJ(arg, PBYTES) || IS_OBJ(arg, PBYTEARRAY);
}

static err_t edge(int nargs, PObject *self, PObject **args, bool end, PObject **res)
{
    find_t f;
    err_t err = find_range(&f, nargs, self, args);
    if (err) {
        return err;
    }
    bool tuple = IS_OBJ(args[0], PTUPLE), yes = false;
    uint32_t n = tuple ? args[0]->header.length : 1;
    for (uint32_t i = 0; i < n && !yes; i++) {
        PObject *what = tuple ? PTUPLE_ITEM(args[0], i) : args[0];
        if (!is_kind(self, what)) {
            return edge_type_error(self, what, end, tuple);
        }
        yes = !f.empty && at_edge(f.part, span_of(what), end);
    }
    *res = PBOOL_NEW(yes);
    return ERR_OK;
}

OPTIONAL err_t span_startswith(int nargs, PObject *self, PObject **args, PObject **res)
{
    return edge(nargs, self, args, false, res);
}

OPTIONAL err_t span_endswith(int nargs, PObject *self, PObject **args, PObject **res)
{
    return edge(nargs, self, args, true, res);
}

static err_t remove_edge(PObject *self, PObject *arg, bool end, PObject **res)
{
    span_t what, whole = span_of(self);
    err_t err = span_arg(self, arg, &what);
    if (err) {
        return err;
    }
    size_t cut = at_edge(whole, what, end) ? what.n : 0;
    return span_result(self, whole.p + (end ? 0 : cut), whole.n - cut, res);
}

OPTIONAL err_t span_removeprefix(int nargs, PObject *self, PObject **args,
                                 PObject **res)
{
    (void)nargs;
    return remove_edge(self, args[0], false, res);
}

OPTIONAL err_t span_removesuffix(int nargs, PObject *self, PObject **args,
                                 PObject **res)
{
    (void)nargs;
    return remove_edge(self, args[0], true, res);
}

static err_t parted(PObject *self, PObject *arg, bool last, PObject **res)
{
    span_t sep, whole = span_of(self);
    err_t err = span_arg(self, arg, &sep);
    if (err) {
        return err;
    }
    if (sep.n == 0) {
        return vm_raise(ERR_VALUE_EXC, "empty separator");
    }
    int64_t at = str_search(whole.p, whole.n, sep.p, sep.n, last);
    size_t before = at >= 0 ? (size_t)at : last ? 0 : whole.n;
    size_t after = at >= 0 ? before + sep.n : before;
    PTuple *t = tuple_new(3);
    if (t == NULL) {
        return ERR_MEMORY_EXC;
    }
    *res = (PObject *)t;
    span_t parts[] = {{whole.p, before},
                      {sep.p, at >= 0 ? sep.n : 0},
                      {whole.p + after, whole.n - after}};
    for (int i = 0; i < 3; i++) {
        PObject *part = span_new(self, parts[i].p, parts[i].n);
        if (part == NULL) {
            return ERR_MEMORY_EXC;
        }
        PTUPLE_SET_ITEM(t, i, part);
    }
    return ERR_OK;
}

OPTIONAL err_t span_partition(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    return parted(self, args[0], false, res);
}

OPTIONAL err_t span_rpartition(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    return parted(self, args[0], true, res);
}

/* ---- replacing ---- */

/* Bytes up to the next place where something is to be inserted: "".replace works
 * between code points. */
static size_t unit_size(PObject *self, const uint8_t *p, const uint8_t *end)
{
    unsigned n = 1;
    if (PTYPE(self) == PSTRING && p < end) {
        utf8_decode(p, end, &n);
    }
    return n;
}

static void replace_into(PObject *self, span_t s, span_t old, span_t new,
                         uint32_t count, uint8_t *out)
{
    const uint8_t *end = s.p + s.n;
    for (uint32_t i = 0; i < count; i++) {
        size_t keep;
        if (old.n == 0) {
            keep = i == 0 ? 0 : unit_size(self, s.p, end);
        } else {
            keep = (size_t)str_search(s.p, (size_t)(end - s.p), old.p, old.n, false);
        }
        memcpy(out, s.p, keep);
        memcpy(out + keep, new.p, new.n);
        out += keep + new.n;
        s.p += keep + old.n;
    }
    memcpy(out, s.p, (size_t)(end - s.p));
}

OPTIONAL err_t span_replace(int nargs, PObject *self, PObject **args, PObject **res)
{
    span_t s = span_of(self), old, new;
    int64_t limit = -1;
    err_t err = span_arg(self, args[0], &old);
    if (err == ERR_OK) {
        err = span_arg(self, args[1], &new);
    }
    if (err == ERR_OK && nargs > 2) {
        err = obj_index(args[2], &limit);
    }
    if (err) {
        return err;
    }
    uint32_t max = limit < 0 || limit > INT32_MAX ? INT32_MAX : (uint32_t)limit;
    uint32_t count = old.n ? occurrences(s, old, max) : units(self, s) + 1;
    count = count < max ? count : max;
    uint64_t size = s.n + (uint64_t)count * new.n - (uint64_t)count *old.n;
    if (count == 0 || size == 0) {
        return span_result(self, s.p, count ? 0 : s.n, res);
    }
    if (size > INT32_MAX) {
        return ERR_MEMORY_EXC;
    }
    *res = PTYPE(self) == PSTRING ? (PObject *)str_alloc((uint32_t)size, false)
                                  : bytes_make(PTYPE(self), NULL, (uint32_t)size);
    if (*res == NULL) {
        return ERR_MEMORY_EXC;
    }
    replace_into(self, s, old, new, count, PSEQUENCE_BYTES(*res));
    if (PTYPE(self) == PSTRING) {
        str_seal((PString *)*res);
    }
    return ERR_OK;
}
