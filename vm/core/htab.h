/* SPDX-License-Identifier: MIT */
/*
 * htab.h -- the table under dict, set and frozenset.
 *
 * Entries {key, value} stand in order of insertion; behind them is an index of 8-, 16-
 * or 32-bit entry numbers, open addressing. Removing clears the entry's key and leaves
 * its index number, so the index never has tombstones of its own. Hashes of small
 * integers, strings and bytes are cheap to get again; as soon as a key of another type
 * comes, the table keeps a 32-bit hash for each entry, so that growing never runs a
 * user's __hash__.
 *
 * In a set an entry's value is None. Context: thread with the GIL; looking up may run
 * Python (__hash__, __eq__).
 */
#ifndef CORE_HTAB_H
#define CORE_HTAB_H

#include "value.h"

/* A PHash as the VM knows it. */
typedef struct {
    PObjectHeader header; /* length: keys present */
    HashEntry *entry;     /* NULL until the first insertion */
    uint32_t used;        /* entries in use, removed ones included */
    uint32_t capacity;    /* entries there is room for */
    uint8_t bits;         /* index has 1 << bits numbers */
    uint8_t width;        /* log2 of a number's bytes: 0, 1, 2 */
    uint8_t
        hashes; /* 1: a uint32_t hash for each entry stands between entries and index */
} htab_t;

/* A new table of type PDICT, PSET or PFSET with room for n keys; NULL when memory is
 * out. */
htab_t *htab_new(uint8_t type, uint32_t n);
/* A copy with the removed entries left out, of the given type; NULL when memory is out.
 */
htab_t *htab_clone(htab_t *from, uint8_t type);
/* The entry of a key: *res NULL when absent. TypeError when it is not hashable. */
err_t htab_find(htab_t *h, PObject *key, HashEntry **res);
/* Adds or replaces (the first key stays). */
err_t htab_put(htab_t *h, PObject *key, PObject *value);
/* The entry of a key, added with `value` when it is absent: setdefault. *added says
 * which. */
err_t htab_put_new(htab_t *h, PObject *key, PObject *value, HashEntry **res,
                   bool *added);
/* Removes; *removed is a copy of the entry, its key NULL when there was none. */
err_t htab_remove(htab_t *h, PObject *key, HashEntry *removed);
/* Removes an entry that is present. */
void htab_remove_entry(htab_t *h, HashEntry *e);
void htab_clear(htab_t *h);
/* Makes room for n more keys. */
err_t htab_reserve(htab_t *h, uint32_t n);
/* The next entry from *pos on (0 at the start), or NULL. Good until the table changes.
 */
HashEntry *htab_next(htab_t *h, uint32_t *pos);
/* The last entry, or NULL. */
HashEntry *htab_last(htab_t *h);

#endif
