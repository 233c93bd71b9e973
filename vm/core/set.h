/* SPDX-License-Identifier: MIT */
/*
 * set.h -- set and frozenset.
 *
 * Context: thread with the GIL. Looking up may run Python (__hash__, __eq__ of user
 * classes).
 */
#ifndef CORE_SET_H
#define CORE_SET_H

#include "type.h"

extern const type_ops_t set_ops, fset_ops;

/* type PSET or PFSET, with room for n items; NULL when memory is out. */
PSet *set_new(uint8_t type, uint32_t n);
err_t set_add(PSet *set, PObject *item);
err_t set_has(PSet *set, PObject *item, bool *res);
err_t set_discard(PSet *set, PObject *item, bool *found);
/* Adds what an iterable gives. */
err_t set_update(PSet *set, PObject *iterable);
/* Goes through the items; *pos is 0 at the start. False at the end. */
bool set_next(PSet *set, uint32_t *pos, PObject **item);
/* set(iterable), frozenset(iterable). */
err_t set_from_iterable(uint8_t type, PObject *iterable, PSet **res);

/* a & b, a | b, a ^ b, a - b as a new set of a's type, for any two iterables: dict
 * views use it, too. */
err_t set_combine(binary_t op, PObject *a, PObject *b, PObject **res);
/* The order of sets (CMP_LE: subset …) of two sets or key views. */
err_t set_compare(compare_t op, PObject *a, PObject *b, PObject **res);

#endif
