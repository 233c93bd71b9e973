/* SPDX-License-Identifier: MIT */
/* iter.c -- iterators over built-in types, and going through iterables from C. */
#include "iter.h"
#include "call.h"
#include "dict.h"
#include "exc.h"
#include "gc.h"
#include "htab.h"
#include "int.h"
#include "obj.h"
#include "range.h"
#include "str.h"
#include "text.h"
#include "tuple.h"
#include "utf8.h"

PIterator *iter_new(uint16_t kind, PObject *iterable, PObject *extra)
{
    PIterator *it = gc_new_fast(PITERATOR, 0, sizeof *it);
    if (it) {
        it->header.aux = kind;
        it->iterable = iterable;
        it->extra = extra;
        it->index = 0;
        it->length = IS_TAGGED(iterable) ? 0 : iterable->header.length;
    }
    return it;
}

PRangeIterator *iter_new_range(int64_t start, int64_t stop, int64_t step)
{
    PRangeIterator *it = gc_new_fast(PITERATOR, 0, sizeof *it);
    if (it) {
        it->header.aux = ITER_RANGE;
        it->iterable = it->extra = NULL;
        it->left = range_count(start, stop, step);
        it->next = start;
        it->step = step;
    }
    return it;
}

err_t iter_new_call(PObject *callable, PObject *sentinel, PObject **res)
{
    *res = (PObject *)iter_new(ITER_CALL, callable, sentinel);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* ---- next, by kind ---- */

static void finish(PIterator *it)
{
    it->header.aux = ITER_DONE;
    it->iterable = it->extra = NULL;
}

static err_t next_range(PIterator *o, PObject **res)
{
    PRangeIterator *it = (PRangeIterator *)o;
    if (it->left == 0) {
        *res = NULL;
        return ERR_OK;
    }
    *res = int_new(it->next);
    if (!*res) {
        return ERR_MEMORY_EXC;
    }
    it->left--;
    it->next = (int64_t)((uint64_t)it->next + (uint64_t)it->step);
    return ERR_OK;
}

static err_t next_char(PIterator *it, PObject **res)
{
    const uint8_t *data = str_data(it->iterable);
    unsigned n = 1;
    uint32_t code = data[it->index];
    if (!str_is_ascii(it->iterable)) {
        code = utf8_decode(data + it->index, data + it->length, &n);
    }
    *res = (PObject *)str_from_code(code);
    it->index += n;
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* bytes, bytearray, shorts, shortarray: the length may change meanwhile. */
static err_t next_number(PIterator *it, PObject **res)
{
    PObject *s = it->iterable;
    uint32_t i = it->index++;
    *res = IS_SHORT_PSEQUENCE_TYPE(PTYPE(s)) ? PSMALLINT_NEW(PSEQUENCE_SHORTS(s)[i])
                                             : PSMALLINT_NEW(PSEQUENCE_BYTES(s)[i]);
    return ERR_OK;
}

static err_t entry_value(uint16_t kind, HashEntry *e, PObject **res)
{
    if (kind == ITER_ITEMS) {
        *res = (PObject *)tuple_pair(e->key, e->value);
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    *res = kind == ITER_KEYS ? e->key : e->value;
    return ERR_OK;
}

static err_t next_entry(PIterator *it, PObject **res)
{
    PObject *table = it->iterable;
    if (table->header.length != it->length) {
        it->length = UINT32_MAX; /* stays an error */
        return vm_raise(ERR_RUNTIME_EXC, "%s changed size during iteration",
                        IS_OBJ(table, PDICT) ? "dictionary" : "Set");
    }
    HashEntry *e = htab_next((htab_t *)table, &it->index);
    if (!e) {
        finish(it);
        *res = NULL;
        return ERR_OK;
    }
    return entry_value(it->header.aux, e, res);
}

static err_t next_call(PIterator *it, PObject **res)
{
    bool equal;
    err_t err = vm_call(it->iterable, res, 0, NULL);
    if (err == ERR_STOP_ITERATION) {
        exc_clear();
        finish(it);
        *res = NULL;
        return ERR_OK;
    }
    if (err == ERR_OK && it->extra) {
        err = obj_equal(*res, it->extra, &equal);
        if (err == ERR_OK && equal) {
            finish(it);
            *res = NULL;
        }
    }
    return err;
}

static err_t next_subscript(PIterator *it, PObject **res)
{
    err_t err = obj_getitem(it->iterable, int_new(it->index), res);
    if (err == ERR_INDEX_EXC || err == ERR_STOP_ITERATION) {
        exc_clear();
        finish(it);
        *res = NULL;
        return ERR_OK;
    }
    it->index++;
    return err;
}

static err_t next(PObject *self, PObject **res)
{
    PIterator *it = (PIterator *)self;
    PObject *s = it->iterable;
    *res = NULL;
    switch (it->header.aux) {
    case ITER_LIST:
    case ITER_TUPLE:
        if (it->index < s->header.length) {
            *res = PSEQUENCE_OBJECTS(s)[it->index++];
            return ERR_OK;
        }
        break;
    case ITER_RANGE:
        return next_range(it, res);
    case ITER_STRING:
        if (it->index < it->length) {
            return next_char(it, res);
        }
        break;
    case ITER_BYTES:
        if (it->index < s->header.length) {
            return next_number(it, res);
        }
        break;
    case ITER_KEYS:
    case ITER_VALUES:
    case ITER_ITEMS:
        return next_entry(it, res);
    case ITER_CALL:
        return next_call(it, res);
    case ITER_SEQUENCE:
        return next_subscript(it, res);
    default:
        return ERR_OK;
    }
    finish(it);
    return ERR_OK;
}

static err_t iter(PObject *self, PObject **res)
{
    *res = self;
    return ERR_OK;
}

const char *iter_type_name(PIterator *it)
{
    static const char *const names[] = {
        [ITER_LIST] = "list_iterator",
        [ITER_TUPLE] = "tuple_iterator",
        [ITER_RANGE] = "range_iterator",
        [ITER_STRING] = "str_iterator",
        [ITER_BYTES] = "bytes_iterator",
        [ITER_KEYS] = "dict_keyiterator",
        [ITER_VALUES] = "dict_valueiterator",
        [ITER_ITEMS] = "dict_itemiterator",
        [ITER_CALL] = "callable_iterator",
        [ITER_SEQUENCE] = "iterator",
        [ITER_DONE] = "iterator",
    };
    return names[it->header.aux];
}

static err_t repr(PObject *self, struct text *out)
{
    return text_addf(out, "<%s object at 0x%lx>", iter_type_name((PIterator *)self),
                     (unsigned long)POBJ_WORD(self));
}

static err_t m_next(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    err_t err = obj_next(self, res);
    return err == ERR_OK && !*res ? ERR_STOP_ITERATION : err;
}

static err_t m_iter(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    *res = self;
    return ERR_OK;
}

const type_method_t iter_methods[ITER_METHODS] = {
    {NAME___iter__, 0, 0, m_iter, NULL},
    {NAME___next__, 0, 0, m_next, NULL},
};

const type_ops_t iterator_ops = {
    .repr = repr,
    .iter = iter,
    .next = next,
    .methods = iter_methods,
    .nmethods = ITER_METHODS,
};

/* ---- from C ---- */

static err_t each_item(PObject *seq, err_t (*each)(void *, PObject *), void *ctx)
{
    for (uint32_t i = 0; i < seq->header.length; i++) {
        err_t err = each(ctx, PSEQUENCE_OBJECTS(seq)[i]);
        if (err != ERR_OK) {
            return err;
        }
    }
    return ERR_OK;
}

err_t iter_for_each(PObject *iterable, err_t (*each)(void *ctx, PObject *value),
                    void *ctx)
{
    if (IS_OBJ(iterable, PLIST) || IS_OBJ(iterable, PTUPLE)) {
        return each_item(iterable, each, ctx);
    }
    PObject *it, *value;
    err_t err = obj_iter(iterable, &it);
    while (err == ERR_OK) {
        err = obj_next(it, &value);
        if (err != ERR_OK || !value) {
            break;
        }
        err = each(ctx, value);
    }
    return err;
}

uint32_t iter_length_hint(PObject *iterable)
{
    uint32_t n = 0;
    uint8_t type = PTYPE(iterable);
    if (type == PITERATOR) {
        PIterator *it = (PIterator *)iterable;
        if (it->header.aux == ITER_RANGE) {
            uint64_t left = ((PRangeIterator *)iterable)->left;
            n = left < 1u << 24 ? (uint32_t)left : 1u << 24;
        }
    } else if (IS_PSEQUENCE_TYPE(type) || IS_MAP_TYPE(type)) {
        n = type == PSTRING ? str_length(iterable) : iterable->header.length;
    } else if (type == PDICTVIEW) {
        n = ((PDictView *)iterable)->dict->header.length;
    }
    return n < 1u << 24 ? n : 1u << 24;
}

static err_t too_few(uint32_t n, uint32_t got)
{
    return vm_raise(ERR_VALUE_EXC, "not enough values to unpack (expected %u, got %u)",
                    n, got);
}

static err_t too_many(uint32_t n)
{
    return vm_raise(ERR_VALUE_EXC, "too many values to unpack (expected %u)", n);
}

static err_t unpack_items(PObject *seq, uint32_t n, PObject **out)
{
    uint32_t got = seq->header.length;
    if (got != n) {
        return got < n ? too_few(n, got) : too_many(n);
    }
    for (uint32_t i = 0; i < n; i++) {
        out[i] = PSEQUENCE_OBJECTS(seq)[i];
    }
    return ERR_OK;
}

err_t iter_unpack(PObject *iterable, uint32_t n, PObject **out)
{
    if (IS_OBJ(iterable, PTUPLE) || IS_OBJ(iterable, PLIST)) {
        return unpack_items(iterable, n, out);
    }
    PObject *it, *value;
    if (!obj_is_iterable(iterable)) {
        return vm_raise(ERR_TYPE_EXC, "cannot unpack non-iterable %s object",
                        type_name_of(iterable));
    }
    err_t err = obj_iter(iterable, &it);
    for (uint32_t i = 0; err == ERR_OK; i++) {
        err = obj_next(it, &value);
        if (err != ERR_OK) {
            break;
        }
        if (!value) {
            return i < n ? too_few(n, i) : ERR_OK;
        }
        if (i == n) {
            return too_many(n);
        }
        out[i] = value;
    }
    return err;
}
