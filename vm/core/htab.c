/* SPDX-License-Identifier: MIT */
/*
 * htab.c -- the table under dict, set and frozenset.
 *
 * The first place looked at is the hash's low bits, so that consecutive integers
 * neither collide nor leave the cache; further ones are a step away that the other bits
 * choose. An index number is 0 for a place never used, else 1 + an entry's position.
 */
#include "htab.h"
#include "exc.h"
#include "gc.h"
#include "obj.h"
#include "str.h"
#include <string.h>

#define MIN_BITS 3
#define NO_ENTRY UINT32_MAX

/* Of 2^bits places at most two thirds are used. */
static uint32_t capacity_of(uint32_t bits)
{
    return (uint32_t)(((uint64_t)2 << bits) / 3);
}

static inline uint32_t *hashes_of(htab_t *h)
{
    return (uint32_t *)(void *)(h->entry + h->capacity);
}

static inline uint8_t *index_of(htab_t *h)
{
    return (uint8_t *)(hashes_of(h) + (h->hashes ? h->capacity : 0));
}

static inline uint32_t read_place(const uint8_t *index, uint8_t width, uint32_t i)
{
    if (width == 0) {
        return index[i];
    }
    return width == 1 ? ((const uint16_t *)(const void *)index)[i]
                      : ((const uint32_t *)(const void *)index)[i];
}

static inline void write_place(uint8_t *index, uint8_t width, uint32_t i, uint32_t n)
{
    if (width == 0) {
        index[i] = (uint8_t)n;
    } else if (width == 1) {
        ((uint16_t *)(void *)index)[i] = (uint16_t)n;
    } else {
        ((uint32_t *)(void *)index)[i] = n;
    }
}

static inline uint32_t step_of(uint32_t hash)
{
    return hash * 0x9E3779B1u >> 16 | 1;
}

/* ---- hashes ---- */

/* Keys whose hash is in the word or the header: nothing is kept for them. */
static inline bool is_cheap(PObject *key)
{
    return IS_PSMALLINT(key) || IS_OBJ(key, PSTRING);
}

static inline err_t hash_of(PObject *key, uint32_t *hash)
{
    if (IS_PSMALLINT(key)) {
        *hash = (uint32_t)PSMALLINT_VALUE(key);
        return ERR_OK;
    }
    if (IS_OBJ(key, PSTRING)) {
        *hash = str_hash16(key);
        return ERR_OK;
    }
    return obj_hash(key, hash);
}

static inline uint32_t hash_of_entry(htab_t *h, uint32_t e)
{
    if (h->hashes) {
        return hashes_of(h)[e];
    }
    PObject *key = h->entry[e].key;
    return IS_PSMALLINT(key) ? (uint32_t)PSMALLINT_VALUE(key) : str_hash16(key);
}

/* ---- storage ---- */

typedef struct {
    uint32_t bits, capacity;
    uint8_t width, hashes;
} shape_t;

static shape_t shape_for(uint32_t n, bool hashes)
{
    shape_t s = {.bits = MIN_BITS, .hashes = hashes};
    while (s.bits < 31 && capacity_of(s.bits) < n) {
        s.bits++;
    }
    s.capacity = capacity_of(s.bits);
    s.width = s.capacity < 0xFF ? 0 : s.capacity < 0xFFFF ? 1 : 2;
    return s;
}

/* Entries, hashes, index in one buffer; the collector looks at the entries only. */
static HashEntry *new_storage(const shape_t *s)
{
    uint64_t entries = (uint64_t)s->capacity * sizeof(HashEntry);
    uint64_t bytes = entries + (s->hashes ? (uint64_t)s->capacity * 4 : 0) +
                     ((uint64_t)1 << (s->bits + s->width));
    PBuffer *b = bytes > UINT32_MAX ? NULL : gc_new_buffer((size_t)bytes, true);
    if (!b) {
        return NULL;
    }
    b->header.length = (uint32_t)entries;
    return (HashEntry *)(void *)b->buffer;
}

static void take_shape(htab_t *h, HashEntry *entry, const shape_t *s)
{
    h->entry = entry;
    h->capacity = s->capacity;
    h->bits = (uint8_t)s->bits;
    h->width = s->width;
    h->hashes = s->hashes;
}

/* Enters entry e, which is in no place yet. */
static inline void place_entry(htab_t *h, uint32_t hash, uint32_t e)
{
    uint8_t *index = index_of(h);
    uint32_t mask = (1u << h->bits) - 1, i = hash & mask;
    if (read_place(index, h->width, i)) {
        uint32_t step = step_of(hash);
        do {
            i = (i + step) & mask;
        } while (read_place(index, h->width, i));
    }
    write_place(index, h->width, i, e + 1);
}

/* New storage of a shape for the keys present, in their order. Runs no Python. */
static err_t rebuild(htab_t *h, shape_t s)
{
    htab_t old = *h;
    HashEntry *entry = new_storage(&s);
    if (!entry) {
        return ERR_MEMORY_EXC;
    }
    take_shape(h, entry, &s);
    uint32_t to = 0;
    for (uint32_t e = 0; e < old.used; e++) {
        if (old.entry[e].key) {
            uint32_t hash = hash_of_entry(&old, e);
            entry[to] = old.entry[e];
            if (s.hashes) {
                hashes_of(h)[to] = hash;
            }
            place_entry(h, hash, to++);
        }
    }
    h->used = to;
    return ERR_OK;
}

err_t htab_reserve(htab_t *h, uint32_t n)
{
    uint64_t wanted = (uint64_t)h->header.length + n;
    if (h->entry && h->capacity - h->used >= n) {
        return ERR_OK;
    }
    if (wanted > UINT32_MAX / 2) {
        return ERR_MEMORY_EXC;
    }
    return rebuild(h, shape_for((uint32_t)wanted, h->hashes));
}

/* Room for one more entry of a key of this kind. Doubles, unless many entries were
 * removed. */
static err_t make_room(htab_t *h, bool cheap)
{
    bool hashes = h->hashes || !cheap;
    if (h->used < h->capacity && hashes == h->hashes) {
        return ERR_OK;
    }
    uint32_t n = h->header.length;
    uint32_t wanted = h->used < h->capacity ? h->capacity : n + n / 2 + 1;
    return rebuild(h, shape_for(wanted, hashes));
}

htab_t *htab_new(uint8_t type, uint32_t n)
{
    uint8_t flags = type == PFSET ? POBJ_HASHABLE : POBJ_MUTABLE;
    htab_t *h = gc_new_fast(type, flags, sizeof *h);
    if (!h) {
        return NULL;
    }
    PObjectHeader header = h->header;
    memset(h, 0, sizeof *h);
    h->header = header;
    return n == 0 || htab_reserve(h, n) == ERR_OK ? h : NULL;
}

htab_t *htab_clone(htab_t *from, uint8_t type)
{
    htab_t *h = htab_new(type, 0);
    if (!h || from->header.length == 0) {
        return h;
    }
    PObjectHeader header = h->header;
    header.length = from->header.length;
    *h = *from;
    h->header = header;
    return rebuild(h, shape_for(header.length, from->hashes)) == ERR_OK ? h : NULL;
}

void htab_clear(htab_t *h)
{
    h->entry = NULL;
    h->header.length = h->used = h->capacity = 0;
    h->bits = h->width = h->hashes = 0;
}

/* ---- looking up ---- */

/* A place of the search for a key with that hash. */
typedef struct {
    uint32_t hash, i, entry; /* entry NO_ENTRY: an empty place */
} probe_t;

/* The key at the entry against the one sought, when they are not the same word. May run
 * Python. */
static err_t equal_slow(htab_t *h, uint32_t e, PObject *key, uint32_t hash, bool *equal)
{
    PObject *k = h->entry[e].key;
    *equal = false;
    if (!k || hash_of_entry(h, e) != hash) {
        return ERR_OK;
    }
    if (IS_OBJ(k, PSTRING) && IS_OBJ(key, PSTRING)) {
        *equal = str_equal(k, key);
        return ERR_OK;
    }
    return obj_equal(k, key, equal);
}

/*
 * *changed: a user's __eq__ changed the table, so the search must begin again. Removed
 * entries (key NULL) are passed by.
 */
static err_t search_slow(htab_t *h, PObject *key, probe_t *p, bool *changed)
{
    HashEntry *storage = h->entry;
    uint32_t mask = (1u << h->bits) - 1, step = step_of(p->hash), n;
    for (; (n = read_place(index_of(h), h->width, p->i)); p->i = (p->i + step) & mask) {
        PObject *k = h->entry[n - 1].key;
        bool equal = k == key;
        if (!equal) {
            err_t err = equal_slow(h, n - 1, key, p->hash, &equal);
            if (err != ERR_OK) {
                return err;
            }
            if (h->entry != storage || h->entry[n - 1].key != k) {
                *changed = true;
                return ERR_OK;
            }
        }
        if (equal) {
            p->entry = n - 1;
            return ERR_OK;
        }
    }
    p->entry = NO_ENTRY;
    return ERR_OK;
}

/* Small integers: equal keys are equal words, unless the table has keys of odd types.
 */
static inline void search_int(htab_t *h, PObject *key, probe_t *p)
{
    const uint8_t *index = index_of(h);
    const HashEntry *entry = h->entry;
    uint8_t width = h->width;
    uint32_t mask = (1u << h->bits) - 1, n, step = 0;
    while ((n = read_place(index, width, p->i))) {
        if (entry[n - 1].key == key) {
            p->entry = n - 1;
            return;
        }
        step = step ? step : step_of(p->hash);
        p->i = (p->i + step) & mask;
    }
    p->entry = NO_ENTRY;
}

static inline void search_str(htab_t *h, PObject *key, probe_t *p)
{
    const uint8_t *index = index_of(h);
    const HashEntry *entry = h->entry;
    uint8_t width = h->width;
    uint32_t mask = (1u << h->bits) - 1, n, step = 0;
    while ((n = read_place(index, width, p->i))) {
        PObject *k = entry[n - 1].key;
        if (k == key || (k && IS_OBJ(k, PSTRING) && k->header.aux == p->hash &&
                         str_equal(k, key))) {
            p->entry = n - 1;
            return;
        }
        step = step ? step : step_of(p->hash);
        p->i = (p->i + step) & mask;
    }
    p->entry = NO_ENTRY;
}

/* The table has storage. */
static inline err_t search(htab_t *h, PObject *key, probe_t *p)
{
    uint32_t mask = (1u << h->bits) - 1;
    p->i = p->hash & mask;
    if (!h->hashes) { /* only small integers and strings are in it */
        if (IS_PSMALLINT(key)) {
            search_int(h, key, p);
            return ERR_OK;
        }
        if (IS_OBJ(key, PSTRING)) {
            search_str(h, key, p);
            return ERR_OK;
        }
    }
    bool changed;
    do {
        changed = false;
        if (!h->entry) {
            p->entry = NO_ENTRY;
            return ERR_OK;
        }
        p->i = p->hash & ((1u << h->bits) - 1);
        err_t err = search_slow(h, key, p, &changed);
        if (err != ERR_OK) {
            return err;
        }
    } while (changed);
    return ERR_OK;
}

err_t htab_find(htab_t *h, PObject *key, HashEntry **res)
{
    probe_t p;
    err_t err = hash_of(key, &p.hash);
    *res = NULL;
    if (err != ERR_OK || h->header.length == 0) {
        return err;
    }
    err = search(h, key, &p);
    if (err == ERR_OK && p.entry != NO_ENTRY) {
        *res = &h->entry[p.entry];
    }
    return err;
}

/* ---- changing ---- */

static err_t add(htab_t *h, PObject *key, PObject *value, probe_t *p)
{
    bool cheap = is_cheap(key), moved = false;
    if (h->used == h->capacity || (!cheap && !h->hashes)) {
        err_t err = make_room(h, cheap);
        if (err != ERR_OK) {
            return err;
        }
        moved = true;
    }
    uint32_t e = h->used++;
    h->entry[e] = (HashEntry){key, value};
    h->header.length++;
    if (h->hashes) {
        hashes_of(h)[e] = p->hash;
    }
    if (moved) {
        place_entry(h, p->hash, e);
    } else {
        write_place(index_of(h), h->width, p->i, e + 1);
    }
    return ERR_OK;
}

/* Finds the key or the place for it; p->entry says which. */
static inline err_t seek(htab_t *h, PObject *key, probe_t *p)
{
    err_t err = hash_of(key, &p->hash);
    if (err != ERR_OK) {
        return err;
    }
    p->entry = NO_ENTRY;
    return h->entry ? search(h, key, p) : ERR_OK;
}

err_t htab_put(htab_t *h, PObject *key, PObject *value)
{
    probe_t p;
    err_t err = seek(h, key, &p);
    if (err != ERR_OK) {
        return err;
    }
    if (p.entry != NO_ENTRY) {
        h->entry[p.entry].value = value;
        return ERR_OK;
    }
    return add(h, key, value, &p);
}

err_t htab_put_new(htab_t *h, PObject *key, PObject *value, HashEntry **res,
                   bool *added)
{
    probe_t p;
    err_t err = seek(h, key, &p);
    if (err != ERR_OK) {
        return err;
    }
    *added = p.entry == NO_ENTRY;
    if (*added) {
        err = add(h, key, value, &p);
        if (err != ERR_OK) {
            return err;
        }
        p.entry = h->used - 1;
    }
    *res = &h->entry[p.entry];
    return ERR_OK;
}

void htab_remove_entry(htab_t *h, HashEntry *e)
{
    *e = (HashEntry){NULL, NULL};
    if (--h->header.length == 0 && h->used > h->capacity / 2) {
        /* Empty: begin again in the same storage. */
        memset(index_of(h), 0, (size_t)1 << (h->bits + h->width));
        h->used = 0;
    }
}

err_t htab_remove(htab_t *h, PObject *key, HashEntry *removed)
{
    HashEntry *e;
    *removed = (HashEntry){NULL, NULL};
    err_t err = htab_find(h, key, &e);
    if (err == ERR_OK && e) {
        *removed = *e;
        htab_remove_entry(h, e);
    }
    return err;
}

/* ---- going through ---- */

HashEntry *htab_next(htab_t *h, uint32_t *pos)
{
    for (uint32_t i = *pos; i < h->used; i++) {
        if (h->entry[i].key) {
            *pos = i + 1;
            return &h->entry[i];
        }
    }
    return NULL;
}

/* Leaves removed entries out when they are most of the table, so that taking the last
 * one again and again is cheap. */
static void compact(htab_t *h)
{
    if (h->used > 2 * h->header.length + 32) {
        (void)rebuild(h, shape_for(h->header.length, h->hashes));
    }
}

HashEntry *htab_last(htab_t *h)
{
    compact(h);
    for (uint32_t i = h->used; i-- > 0;) {
        if (h->entry[i].key) {
            return &h->entry[i];
        }
    }
    return NULL;
}
