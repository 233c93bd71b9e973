/* SPDX-License-Identifier: MIT */
/* fast_sort_none.c -- in place of sort_fast.c: one merge sort for keys of any kind. */
#include "gc.h"
#include "obj.h"

#define INLINE static
#include "sort_merge.h"

static bool less(sorter_t *s, keys_t keys, PObject *a, PObject *b)
{
    bool result = false;
    (void)keys;
    if (s->err == ERR_OK) {
        s->err = obj_less(a, b, &result);
    }
    return result;
}

err_t sort_elements(PObject **a, uint32_t n, unsigned width)
{
    PBuffer *temp = gc_new_buffer((size_t)n * width * sizeof *a, true);
    if (temp == NULL) {
        return ERR_MEMORY_EXC;
    }
    sorter_t s = {(PObject **)temp->buffer, ERR_OK};
    merge_sort(&s, KEYS_ANY, width, a, n);
    return s.err;
}
