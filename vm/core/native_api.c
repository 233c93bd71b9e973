/* SPDX-License-Identifier: MIT */
/* native_api.c -- the small services of vminterface.h: memory, keeping, kernel objects.
 */
#include "vminterface.h"
#include "exc.h"
#include "gc.h"
#include <string.h>

void *zmalloc(size_t size)
{
    return size <= INT32_MAX ? gc_malloc((uint32_t)size) : NULL;
}

void *zcalloc(size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        return NULL;
    }
    void *block = zmalloc(bytes);
    return block ? memset(block, 0, bytes) : NULL;
}

void *zrealloc(void *block, size_t size)
{
    return size <= INT32_MAX ? gc_realloc(block, (uint32_t)size) : NULL;
}

void zfree(void *block)
{
    gc_free(block);
}

err_t gc_keep(PObject **objects, uint32_t n)
{
    err_t err = ERR_OK;
    for (uint32_t i = 0; err == ERR_OK && i < n; i++) {
        err = objects[i] ? gc_pin(objects[i]) : ERR_OK;
    }
    return err;
}

void gc_unkeep(PObject **objects, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (objects[i]) {
            gc_unpin(objects[i]);
        }
    }
}

void vm_clear(void)
{
    exc_clear();
}

PSysObject *psysobj_new(uint32_t type)
{
    PSysObject *o = gc_new(PSYSOBJ, POBJ_HASHABLE, sizeof *o);
    if (o) {
        o->type = type;
    }
    return o;
}
