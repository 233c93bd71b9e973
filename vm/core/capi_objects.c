/* SPDX-License-Identifier: MIT */
/*
 * capi_objects.c -- what natives can do with any object: comparing, attributes,
 * iterating; and the constants that they take from the VM.
 */
#include "attr.h"
#include "exc.h"
#include "gc.h"
#include "iter.h"
#include "obj.h"
#include "psequence.h"
#include "slice.h"
#include "state.h"
#include "vminterface.h"

#define FLOAT_CONSTANT(value)                                                          \
    {                                                                                  \
        {0, PFLOAT, POBJ_HASHABLE, 0}, value                                           \
    }

const PFloat p_floats[4] = {FLOAT_CONSTANT(0.0), FLOAT_CONSTANT(1.0),
                            FLOAT_CONSTANT(2.0), FLOAT_CONSTANT(-1.0)};

PObject *p_empty_str(void)
{
    return vm.empty_str;
}

/* ---- any object ---- */

_Static_assert(POBJ_LT == (int)CMP_LT && POBJ_EQ == (int)CMP_EQ &&
                   POBJ_GE == (int)CMP_GE,
               "pobj_compare takes the VM's numbers");

err_t pobj_compare(int op, PObject *a, PObject *b, PObject **res)
{
    return obj_compare((compare_t)op, a, b, res);
}

static int truth(err_t err, bool value)
{
    return err == ERR_OK ? value : -1;
}

int pobj_is_true(PObject *o)
{
    bool value = false;
    err_t err = obj_is_true(o, &value);
    return truth(err, value);
}

int pobj_equal(PObject *a, PObject *b)
{
    bool value = false;
    err_t err = obj_equal(a, b, &value);
    return truth(err, value);
}

uint32_t pobj_hash(PObject *o)
{
    uint32_t hash = 0;
    return obj_hash(o, &hash) != ERR_OK ? 0 : hash ? hash : 1;
}

PObject *pobj_getattr(PObject *o, Name name)
{
    PObject *value = NULL;
    if (attr_find(o, name, &value) != ERR_OK) {
        exc_clear();
        return NULL;
    }
    return value;
}

/* ---- iterators ---- */

PObject *piterator_new(PObject *iterable, int kind)
{
    PObject *it = NULL;
    err_t err = ERR_TYPE_EXC;
    bool is_dict = IS_OBJ(iterable, PDICT);
    switch (kind) {
    case PITERATOR_NORMAL:
        err = obj_iter(iterable, &it);
        break;
    case PITERATOR_ENUMERATE:
        err = iter_new_enumerate(iterable, PSMALLINT_NEW(0), &it);
        break;
    case PITERATOR_REVERSED:
        err = iter_new_reversed(iterable, &it);
        break;
    case PITERATOR_KEYS:
    case PITERATOR_VALUES:
    case PITERATOR_ITEMS:
        return is_dict ? (PObject *)iter_new((uint16_t)(ITER_KEYS + kind - PITERATOR_KEYS),
                                             iterable, NULL)
                       : NULL;
    }
    return err == ERR_OK ? it : NULL;
}

PObject *piterator_next(PObject *iterator)
{
    PObject *value = NULL;
    return obj_next(iterator, &value) == ERR_OK ? value : NULL;
}

/* ---- slices and buffers ---- */

err_t pslice_indices(PObject *slice, uint32_t len, INT_TYPE *start, INT_TYPE *stop,
                     INT_TYPE *step)
{
    uint32_t count;
    if (!IS_OBJ(slice, PSLICE)) {
        return ERR_TYPE_EXC;
    }
    return slice_indices(slice, &len, start, stop, step, &count);
}

PBuffer *pbuffer_new(uint32_t elements, uint8_t size)
{
    return gc_new_buffer((size_t)elements * size, false);
}
