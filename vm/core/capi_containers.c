/* SPDX-License-Identifier: MIT */
/* capi_containers.c -- psequence.h and phash.h: sequences, dictionaries and sets for
 * natives. */
#include "phash.h"
#include "psequence.h"
#include "bytes.h"
#include "dict.h"
#include "exc.h"
#include "gc.h"
#include "htab.h"
#include "list.h"
#include "range.h"
#include "set.h"
#include "slice.h"
#include "str.h"
#include "tuple.h"

/* Bytes of an element, by type; 0: no sequence of elements in memory. */
static size_t element_size(uint8_t type)
{
    if (IS_BYTE_PSEQUENCE_TYPE(type)) {
        return 1;
    }
    if (IS_SHORT_PSEQUENCE_TYPE(type)) {
        return 2;
    }
    return IS_OBJ_PSEQUENCE_TYPE(type) ? sizeof(PObject *) : 0;
}

static PSequence *new_mutable(uint8_t type, uint32_t elements, size_t size)
{
    PMutableSequence *s = gc_new(type, POBJ_MUTABLE, sizeof *s);
    if (!s || elements == 0) {
        return (PSequence *)s;
    }
    s->seq = gc_new_buffer(elements * size, type == PLIST);
    s->capacity = elements;
    return s->seq ? (PSequence *)s : NULL;
}

PSequence *psequence_new(uint8_t type, uint32_t elements)
{
    size_t size = element_size(type);
    if (size == 0 || elements > UINT32_MAX / size - 64) {
        return NULL;
    }
    if (IS_TYPE_SEQ_MUTABLE(type)) {
        return new_mutable(type, elements, size);
    }
    if (type == PTUPLE) {
        return (PSequence *)tuple_new(elements);
    }
    /* A NUL more than a str needs: C may read it as text. */
    uint8_t flags = POBJ_HASHABLE | (type == PSTRING ? POBJ_ASCII : 0);
    PSequence *s = gc_new(type, flags, sizeof *s + elements * size + (type == PSTRING));
    if (s) {
        s->header.length = elements;
    }
    return s;
}

PTuple *ptuple_new(uint32_t len, PObject **buf)
{
    return buf ? tuple_from(len, buf) : tuple_new(len);
}

PList *plist_new(uint32_t len, PObject **buf)
{
    return list_from(len, buf);
}

err_t plist_append(PObject *list, PObject *item)
{
    return list_append((PList *)list, item);
}

PObject *prange_new(INT_TYPE start, INT_TYPE end, INT_TYPE step)
{
    return step ? (PObject *)range_new(start, end, step) : NULL;
}

PObject *pslice_new(PObject *start, PObject *stop, PObject *step)
{
    return (PObject *)slice_new(start, stop, step);
}

PObject *pslice_field(PObject *slice, int field)
{
    return (&((PSlice *)slice)->start)[field];
}

INT_TYPE prange_field(PObject *range, int field)
{
    PRange *r = (PRange *)range;
    return field == 0 ? r->start : field == 1 ? r->stop : r->step;
}

PDict *pdict_new(int size)
{
    return dict_new(size > 0 ? (uint32_t)size : 0);
}

PSet *pset_new(int type, int size)
{
    return set_new((uint8_t)type, size > 0 ? (uint32_t)size : 0);
}

int phash_put(PHash *table, PObject *key, PObject *value)
{
    return htab_put((htab_t *)table, key, PTYPE(table) == PDICT ? value : P_NONE);
}

static PObject *shown(PHash *table, const HashEntry *e)
{
    return table->header.type == PDICT ? e->value : e->key;
}

PObject *phash_get(PHash *table, PObject *key)
{
    HashEntry *e;
    if (htab_find((htab_t *)table, key, &e) != ERR_OK) {
        exc_clear();
        return NULL;
    }
    return e ? shown(table, e) : NULL;
}

PObject *phash_del(PHash *table, PObject *key)
{
    HashEntry removed;
    if (htab_remove((htab_t *)table, key, &removed) != ERR_OK) {
        exc_clear();
        return NULL;
    }
    return removed.key ? shown(table, &removed) : NULL;
}

HashEntry *phash_getentry(PHash *table, int n)
{
    htab_t *h = (htab_t *)table;
    if (n < 0 || (uint32_t)n >= h->header.length) {
        return NULL;
    }
    if (h->used == h->header.length) {
        return &h->entry[n]; /* nothing was removed */
    }
    HashEntry *e = NULL;
    uint32_t pos = 0;
    for (int i = 0; i <= n; i++) {
        e = htab_next(h, &pos);
    }
    return e;
}

PHash *phash_clone(PHash *table)
{
    return (PHash *)htab_clone((htab_t *)table, table->header.type);
}

uint32_t phash_size(PHash *table)
{
    return ((htab_t *)table)->capacity;
}
