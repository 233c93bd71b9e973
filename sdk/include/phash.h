/* SPDX-License-Identifier: MIT */
/*
 * phash.h -- dictionaries and sets from C.
 *
 * Keys must be hashable: test with PCHECK_HASHABLE. Looking up a key whose class has
 * __hash__ or __eq__ runs Python; an exception there counts as "absent" for get and
 * del, and is returned by put. Tables grow as needed; a HashEntry * is good until the
 * table changes. Context: thread with the GIL; the constructors also without it.
 */
#ifndef ZVM_PHASH_H
#define ZVM_PHASH_H

#include "pobject.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Empty, with room for `size` pairs or items; NULL when memory is out. type: PSET or
 * PFSET. */
ZN_NEW(PDict) pdict_new(int size);
ZN_NEW(PSet) pset_new(int type, int size);

/* Adds or replaces; ERR_OK or an exception's number. The value is not looked at in a
 * set. */
int phash_put(PHash *table, PObject *key, PObject *value);
/* The value (in a set: the key), or NULL when absent. */
PObject *phash_get(PHash *table, PObject *key);
/* Removes; what phash_get would have given. */
PObject *phash_del(PHash *table, PObject *key);
/* Number `n` (0 … PHASH_ELEMENTS − 1) of the entries present, in order of insertion;
 * NULL behind the last. */
HashEntry *phash_getentry(PHash *table, int n);
/* A copy of the same type; NULL when memory is out. */
PHash *phash_clone(PHash *table);
/* Entries the table has room for before it grows. */
uint32_t phash_size(PHash *table);

/* The same with any pointers: of a dict, of a set. */
#define pdict_put(f, k, v) phash_put((PHash *)(f), (PObject *)(k), (PObject *)(v))
#define pdict_get(f, k) phash_get((PHash *)(f), (PObject *)(k))
#define pdict_del(f, k) phash_del((PHash *)(f), (PObject *)(k))
#define pdict_getentry(f, n) phash_getentry((PHash *)(f), n)
#define pset_put(f, k) phash_put((PHash *)(f), (PObject *)(k), MAKE_NONE())
#define pset_get(f, k) phash_get((PHash *)(f), (PObject *)(k))
#define pset_del(f, k) phash_del((PHash *)(f), (PObject *)(k))

/* Entries there is room for; entries, entry i, its key and its value of a dict or set. */
#define PHASH_SIZE(o) phash_size((PHash *)(o))
#define PDICT_ELEMENTS(o) PHASH_ELEMENTS(o)
#define PDICT_SIZE(o) PHASH_SIZE(o)
#define PDICT_ENTRY(o, i) phash_getentry((PHash *)(o), i)
#define PDICT_KEY(o, i) (PDICT_ENTRY(o, i)->key)
#define PDICT_VAL(o, i) (PDICT_ENTRY(o, i)->value)
/* Where entry i stands among those present: entries are numbered in order of insertion. */
#define PDICT_IDX(o, i) ((void)(o), (uint32_t)(i))
#define PSET_IDX(o, i) PDICT_IDX(o, i)
/* The same of a set. */
#define PSET_ELEMENTS(o) PHASH_ELEMENTS(o)
#define PSET_SIZE(o) PHASH_SIZE(o)
#define PSET_ENTRY(o, i) phash_getentry((PHash *)(o), i)
#define PSET_KEY(o, i) (PSET_ENTRY(o, i)->key)

#ifdef __cplusplus
}
#endif

#endif
