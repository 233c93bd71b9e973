/* SPDX-License-Identifier: MIT */
/*
 * dict.h -- dict and its views.
 *
 * Context: thread with the GIL. Looking up may run Python (__hash__, __eq__ of user
 * classes).
 */
#ifndef CORE_DICT_H
#define CORE_DICT_H

#include "type.h"

extern const type_ops_t dict_ops, dictview_ops;

/* What a view shows: its header.aux. */
enum { VIEW_KEYS, VIEW_VALUES, VIEW_ITEMS };

typedef struct {
    PObjectHeader header; /* PDICTVIEW; aux: VIEW_… */
    PDict *dict;
} PDictView;

/* An empty dict with room for n keys; NULL when memory is out. */
PDict *dict_new(uint32_t n);
/* *res NULL: absent (no KeyError). TypeError: not hashable. */
err_t dict_get(PDict *dict, PObject *key, PObject **res);
err_t dict_set(PDict *dict, PObject *key, PObject *value);
err_t dict_del(PDict *dict, PObject *key, bool *found);
/* Goes through the pairs in order of insertion; *pos is 0 at the start. False at the
 * end. */
bool dict_next(PDict *dict, uint32_t *pos, PObject **key, PObject **value);
/* dict.update(other): a mapping or an iterable of pairs. */
err_t dict_update(PDict *dict, PObject *mapping_or_pairs);
PDict *dict_copy(PDict *dict);
/* dict[key] with KeyError. */
err_t dict_getitem(PDict *dict, PObject *key, PObject **res);

#endif
