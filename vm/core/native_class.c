/* SPDX-License-Identifier: MIT */
/*
 * native_class.c -- instances that carry a C struct: where it lies, what it points to,
 * and its end.
 *
 * A dealloc never runs inside the allocator. What the collector finds dead is put on a
 * list, marked once more so that it survives that collection, and finalised at the next
 * safe point; a struct sees no Python object then, so nothing comes back to life.
 */
#include "class.h"
#include "gc.h"
#include "native.h"
#include "thread.h"
#include "zn_native.h"

#define STRUCT_ALIGN 8u

static size_t struct_offset(const PClass *cls)
{
    size_t slots = sizeof(PInstance) + cls->nslots * sizeof(PObject *);
    return (slots + STRUCT_ALIGN - 1) & ~(size_t)(STRUCT_ALIGN - 1);
}

size_t native_instance_size(PClass *cls)
{
    return struct_offset(cls) + cls->native->size;
}

void *native_struct(PInstance *instance, PClass *cls)
{
    return (char *)instance + struct_offset(cls);
}

void gc_mark_native(PInstance *instance, PClass *cls)
{
    const zn_class_t *native = cls->native;
    char *data = native_struct(instance, cls);
    for (int i = 0; i < native->npointers; i++) {
        PObject *o = *(PObject **)(void *)(data + native->pointers[i]);
        if (o) {
            gc_mark(o);
        }
    }
}

/* ---- finalising ---- */

/*
 * The dead that wait for their dealloc: a list threaded through the headers' reference
 * to the overflow table, so that marking one marks the next as well.
 */
static uint32_t dead;

err_t native_watch(PInstance *instance, PClass *cls)
{
    return cls->native->dealloc ? gc_watch_native(instance) : ERR_OK;
}

void gc_on_dead_native(PInstance *instance)
{
    instance->header.length = dead;
    dead = gc_ref(instance);
    gc_mark((PObject *)instance);
    atomic_fetch_or(&vm_preempt, PREEMPT_DEALLOC);
}

void native_mark_dead(void)
{
    if (dead) {
        gc_mark(gc_deref(dead));
    }
}

static void finalise(PInstance *o)
{
    PClass *cls = class_of((PObject *)o);
    cls->native->dealloc(native_struct(o, cls));
}

void native_run_deallocs(bool all)
{
    while (dead) {
        PInstance *o = gc_deref(dead);
        dead = o->header.length;
        o->header.length = 0;
        finalise(o);
    }
    if (all) {
        gc_unwatch_natives(finalise);
    }
}
