/* SPDX-License-Identifier: MIT */
/*
 * psequence.h -- making sequences from C: lists, tuples, ranges, slices, and empty
 * sequences of any type.
 *
 * Constructors return NULL when memory is out: return ERR_MEMORY_EXC then. What they
 * make is safe from the collector while the native runs and as long as something
 * reachable holds it. Access goes through the macros of pobject.h. Context: thread;
 * with or without the GIL.
 */
#ifndef ZVM_PSEQUENCE_H
#define ZVM_PSEQUENCE_H

#include "perrors.h"
#include "pobject.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * An empty sequence of type PSTRING … PTUPLE with room for `elements`. Mutable: no
 * elements yet, capacity for as many; immutable: that many elements of zero bytes
 * (slots of a tuple are NULL: set each before Python sees it).
 */
ZN_NEW(PSequence) psequence_new(uint8_t type, uint32_t elements);

/* len elements from buf (NULL: a tuple's slots are NULL, a list's are None until set).
 */
ZN_NEW(PTuple) ptuple_new(uint32_t len, PObject **buf);
ZN_NEW(PList) plist_new(uint32_t len, PObject **buf);

/* Appends; ERR_OK or ERR_MEMORY_EXC. With the GIL. */
err_t plist_append(PObject *list, PObject *item);

/* range(start, end, step): step not 0. */
PObject *prange_new(INT_TYPE start, INT_TYPE end, INT_TYPE step);

/* slice(start, stop, step): values or None. */
PObject *pslice_new(PObject *start, PObject *stop, PObject *step);

/* start, stop or step of a slice (0, 1, 2) and of a range. */
PObject *pslice_field(PObject *slice, int field);
INT_TYPE prange_field(PObject *range, int field);
/* An end or the step of a slice (a value or None), of a range (a number). */
#define PSLICE_START(s) pslice_field((PObject *)(s), 0)
#define PSLICE_STOP(s) pslice_field((PObject *)(s), 1)
#define PSLICE_STEP(s) pslice_field((PObject *)(s), 2)
#define PRANGE_START(r) prange_field((PObject *)(r), 0)
#define PRANGE_STOP(r) prange_field((PObject *)(r), 1)
#define PRANGE_STEP(r) prange_field((PObject *)(r), 2)

/*
 * What the slice means for `len` elements: the first index, where to stop, the step,
 * each within −1 … len. ERR_OK, or the error to return. With the GIL.
 */
err_t pslice_indices(PObject *slice, uint32_t len, INT_TYPE *start, INT_TYPE *stop,
                     INT_TYPE *step);
/* The same into three variables; leaves the native with the error, if any. */
#define PSLICE_PREPARE_INDEXES(slice, len, start, stop, step)                          \
    do {                                                                               \
        err_t pslice_error = pslice_indices((PObject *)(slice), (uint32_t)(len),       \
                                            &(start), &(stop), &(step));               \
        if (pslice_error != ERR_OK) {                                                  \
            return pslice_error;                                                       \
        }                                                                              \
    } while (0)

/* A buffer of `elements` of `size` bytes, zero, not looked into by the collector. */
ZN_NEW(PBuffer) pbuffer_new(uint32_t elements, uint8_t size);

/* How an iterator goes through a container. */
enum {
    PITERATOR_NORMAL,
    PITERATOR_ENUMERATE, /* (0, first), (1, second) … */
    PITERATOR_KEYS,      /* of a dict, as the next two */
    PITERATOR_VALUES,
    PITERATOR_ITEMS,
    PITERATOR_REVERSED,
};
/* NULL: it cannot be iterated like that, or memory is out; the error is pending. With
 * the GIL. */
PObject *piterator_new(PObject *iterable, int kind);
/* NULL at the end, or when an error is pending. With the GIL. */
PObject *piterator_next(PObject *iterator);

/* Negative indices count from the end; those of a slice are kept within 0 … len, too. */
#define PSEQUENCE_INDEX_NORMALIZE(i, len) ((i) < 0 ? (i) + (len) : (i))
#define PSLICE_INDEX_NORMALIZE(i, len)                                                 \
    ((i) < -(len) ? 0 : (i) < 0 ? (i) + (len) : (i) > (len) ? (len) : (i))
/* Leaves the native with IndexError unless 0 ≤ i < len. */
#define PSEQUENCE_INDEX_CHECK_BOUNDS(i, len)                                           \
    do {                                                                               \
        if ((i) < 0 || (i) >= (len)) {                                                 \
            return ERR_INDEX_EXC;                                                      \
        }                                                                              \
    } while (0)

#ifdef __cplusplus
}
#endif

#endif
