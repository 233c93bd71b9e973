/* SPDX-License-Identifier: MIT */
/* iter_tools.c -- the objects of enumerate, zip, map, filter and reversed: PIterators
 * of their own types. */
#include "attr.h"
#include "call.h"
#include "dict.h"
#include "exc.h"
#include "gc.h"
#include "htab.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "obj.h"
#include "range.h"
#include "str.h"
#include "text.h"
#include "tuple.h"
#include <string.h>

static PIterator *new_tool(uint8_t type, PObject *iterable, PObject *extra)
{
    PIterator *it = iter_new(0, iterable ? iterable : P_NONE, extra);
    if (it) {
        it->header.type = type;
    }
    return it;
}

static err_t take(PIterator *it, PObject **res)
{
    *res = (PObject *)it;
    return it ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t self_iter(PObject *self, PObject **res)
{
    *res = self;
    return ERR_OK;
}

static err_t repr(PObject *self, struct text *out)
{
    return text_addf(out, "<%s object at 0x%lx>", type_name_of(self),
                     (unsigned long)POBJ_WORD(self));
}

#define TOOL(next_fn)                                                                  \
    {                                                                                  \
        .repr = repr, .iter = self_iter, .next = next_fn, .methods = iter_methods,     \
        .nmethods = ITER_METHODS,                                                      \
    }

/* ---- enumerate: iterable is the iterator, extra the next count ---- */

err_t iter_new_enumerate(PObject *iterable, PObject *start, PObject **res)
{
    PObject *it;
    if (start && !int_is(start)) {
        err_t err = int_index(start, &start);
        if (err != ERR_OK) {
            return err;
        }
    }
    err_t err = obj_iter(iterable, &it);
    if (err != ERR_OK) {
        return err;
    }
    return take(new_tool(PENUMERATE, it, start ? start : PSMALLINT_NEW(0)), res);
}

static err_t enumerate_next(PObject *self, PObject **res)
{
    PIterator *it = (PIterator *)self;
    PObject *value, *count;
    err_t err = obj_next(it->iterable, &value);
    if (err != ERR_OK || !value) {
        *res = NULL;
        return err;
    }
    *res = (PObject *)tuple_pair(it->extra, value);
    if (!*res) {
        return ERR_MEMORY_EXC;
    }
    err = int_binary(BIN_ADD, it->extra, PSMALLINT_NEW(1), &count);
    it->extra = err == ERR_OK ? count : it->extra;
    return err;
}

const type_ops_t enumerate_ops = TOOL(enumerate_next);

/* ---- zip and map: extra is the tuple of iterators ---- */

static err_t iterators_of(int nargs, PObject **iterables, PObject **res)
{
    PTuple *t = tuple_new((uint32_t)nargs);
    if (!t) {
        return ERR_MEMORY_EXC;
    }
    for (int i = 0; i < nargs; i++) {
        err_t err = obj_iter(iterables[i], &PTUPLE_ITEM(t, i));
        if (err != ERR_OK) {
            return err;
        }
    }
    *res = (PObject *)t;
    return ERR_OK;
}

err_t iter_new_zip(int nargs, PObject **iterables, bool strict, PObject **res)
{
    PObject *its;
    err_t err = iterators_of(nargs, iterables, &its);
    if (err != ERR_OK) {
        return err;
    }
    err = take(new_tool(PZIP, NULL, its), res);
    if (err == ERR_OK) {
        ((PIterator *)*res)->index = strict;
    }
    return err;
}

/* zip(strict=True): argument i ended while the ones before it had a value. */
static err_t strict_error(int i, bool shorter)
{
    const char *what = shorter ? "shorter" : "longer";
    if (i == 1) {
        return vm_raise(ERR_VALUE_EXC, "zip() argument 2 is %s than argument 1", what);
    }
    return vm_raise(ERR_VALUE_EXC, "zip() argument %d is %s than arguments 1-%d", i + 1,
                    what, i);
}

static err_t check_all_ended(PTuple *its)
{
    for (uint32_t i = 1; i < its->header.length; i++) {
        PObject *value;
        err_t err = obj_next(PTUPLE_ITEM(its, i), &value);
        if (err != ERR_OK) {
            return err;
        }
        if (value) {
            return strict_error((int)i, false);
        }
    }
    return ERR_OK;
}

static err_t zip_next(PObject *self, PObject **res)
{
    PIterator *it = (PIterator *)self;
    PTuple *its = (PTuple *)it->extra;
    uint32_t n = its->header.length;
    *res = NULL;
    if (n == 0) {
        return ERR_OK;
    }
    PTuple *values = tuple_new(n);
    if (!values) {
        return ERR_MEMORY_EXC;
    }
    for (uint32_t i = 0; i < n; i++) {
        PObject *value;
        err_t err = obj_next(PTUPLE_ITEM(its, i), &value);
        if (err != ERR_OK) {
            return err;
        }
        if (!value) {
            if (!it->index) {
                return ERR_OK;
            }
            return i ? strict_error((int)i, true) : check_all_ended(its);
        }
        PTUPLE_SET_ITEM(values, i, value);
    }
    *res = (PObject *)values;
    return ERR_OK;
}

const type_ops_t zip_ops = TOOL(zip_next);

err_t iter_new_map(PObject *fn, int nargs, PObject **iterables, PObject **res)
{
    PObject *its;
    err_t err = iterators_of(nargs, iterables, &its);
    return err == ERR_OK ? take(new_tool(PMAP, fn, its), res) : err;
}

#define MAP_ARGS 8

static err_t map_next(PObject *self, PObject **res)
{
    PIterator *it = (PIterator *)self;
    PTuple *its = (PTuple *)it->extra;
    uint32_t n = its->header.length;
    PObject *few[MAP_ARGS], **args = few;
    if (n > MAP_ARGS) {
        PTuple *many = tuple_new(n);
        if (!many) {
            return ERR_MEMORY_EXC;
        }
        args = tuple_items(many);
    }
    for (uint32_t i = 0; i < n; i++) {
        err_t err = obj_next(PTUPLE_ITEM(its, i), &args[i]);
        if (err != ERR_OK || !args[i]) {
            *res = NULL;
            return err;
        }
    }
    return vm_call(it->iterable, res, (int)n, args);
}

const type_ops_t map_ops = TOOL(map_next);

/* ---- filter: iterable is the iterator, extra the function or None ---- */

err_t iter_new_filter(PObject *fn, PObject *iterable, PObject **res)
{
    PObject *it;
    err_t err = obj_iter(iterable, &it);
    return err == ERR_OK ? take(new_tool(PFILTER, it, fn), res) : err;
}

static err_t filter_next(PObject *self, PObject **res)
{
    PIterator *it = (PIterator *)self;
    for (;;) {
        err_t err = obj_next(it->iterable, res);
        if (err != ERR_OK || !*res) {
            return err;
        }
        PObject *value = *res, *verdict = value;
        bool keep;
        if (!IS_NONE(it->extra)) {
            err = vm_call(it->extra, &verdict, 1, &value);
        }
        if (err == ERR_OK) {
            err = obj_is_true(verdict, &keep);
        }
        if (err != ERR_OK) {
            return err;
        }
        if (keep) {
            *res = value;
            return ERR_OK;
        }
    }
}

const type_ops_t filter_ops = TOOL(filter_next);

/* ---- reversed: index counts down to 0; aux says how to read ---- */

static err_t new_reversed(uint16_t kind, PObject *seq, uint32_t n, PObject **res)
{
    PIterator *it = new_tool(PREVERSED, seq, NULL);
    if (it) {
        it->header.aux = kind;
        it->index = n;
    }
    return take(it, res);
}

static err_t reversed_range(PRange *r, PObject **res)
{
    uint64_t n = range_count(r->start, r->stop, r->step);
    uint64_t last = (uint64_t)r->start + (n - 1) * (uint64_t)r->step;
    PRangeIterator *it = iter_new_range(0, 0, 1);
    *res = (PObject *)it;
    if (!it) {
        return ERR_MEMORY_EXC;
    }
    it->left = n;
    it->next = (int64_t)last;
    it->step = (int64_t)(0 - (uint64_t)r->step);
    return ERR_OK;
}

static err_t not_reversible(PObject *o)
{
    return vm_raise(ERR_TYPE_EXC, "'%s' object is not reversible", type_name_of(o));
}

static err_t reversed_instance(PObject *o, PObject **res)
{
    PObject *method;
    uint32_t n;
    err_t err = attr_find(o, NAME___reversed__, &method);
    if (err == ERR_OK && method) {
        return vm_call(method, res, 0, NULL);
    }
    if (err == ERR_OK) {
        err = attr_find(o, NAME___getitem__, &method);
    }
    if (err == ERR_OK && !method) {
        return not_reversible(o);
    }
    if (err == ERR_OK) {
        err = obj_len(o, &n);
    }
    return err == ERR_OK ? new_reversed(ITER_SEQUENCE, o, n, res) : err;
}

err_t iter_new_reversed(PObject *seq, PObject **res)
{
    static const uint8_t kinds[] = {ITER_KEYS, ITER_VALUES, ITER_ITEMS};
    switch (PTYPE(seq)) {
    case PLIST:
    case PTUPLE:
    case PSTRING:
    case PBYTES:
    case PBYTEARRAY:
    case PSHORTS:
    case PSHORTARRAY: {
        uint32_t n = IS_OBJ(seq, PSTRING) ? str_length(seq) : seq->header.length;
        return new_reversed(ITER_SEQUENCE, seq, n, res);
    }
    case PRANGE:
        return reversed_range((PRange *)seq, res);
    case PDICT:
        return new_reversed(ITER_KEYS, seq, ((htab_t *)seq)->used, res);
    case PDICTVIEW: {
        PDict *dict = ((PDictView *)seq)->dict;
        return new_reversed(kinds[seq->header.aux], (PObject *)dict,
                            ((htab_t *)dict)->used, res);
    }
    case PINSTANCE:
        return reversed_instance(seq, res);
    default:
        return not_reversible(seq);
    }
}

static err_t reversed_entry(PIterator *it, PObject **res)
{
    htab_t *h = (htab_t *)it->iterable;
    *res = NULL;
    if (h->header.length != it->length) {
        return vm_raise(ERR_RUNTIME_EXC, "dictionary changed size during iteration");
    }
    while (it->index > 0) {
        HashEntry *e = &h->entry[--it->index];
        if (!e->key) {
            continue;
        }
        if (it->header.aux == ITER_ITEMS) {
            return (*res = (PObject *)tuple_pair(e->key, e->value)) ? ERR_OK
                                                                    : ERR_MEMORY_EXC;
        }
        *res = it->header.aux == ITER_KEYS ? e->key : e->value;
        break;
    }
    return ERR_OK;
}

static err_t reversed_next(PObject *self, PObject **res)
{
    PIterator *it = (PIterator *)self;
    *res = NULL;
    if (it->header.aux != ITER_SEQUENCE) {
        return reversed_entry(it, res);
    }
    if (it->index == 0) {
        return ERR_OK;
    }
    PObject *i = int_new(--it->index);
    err_t err = i ? obj_getitem(it->iterable, i, res) : ERR_MEMORY_EXC;
    if (err == ERR_INDEX_EXC) { /* the sequence has become shorter */
        exc_clear();
        it->index = 0;
        *res = NULL;
        return ERR_OK;
    }
    return err;
}

const type_ops_t reversed_ops = TOOL(reversed_next);
