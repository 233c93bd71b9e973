/* SPDX-License-Identifier: MIT */
/*
 * gc.h -- mark and sweep over one heap.
 *
 * Nothing moves: a pointer to an object stays valid as long as the object is reachable from a root. Roots are Python
 * stacks (precisely), module globals, slots in `.zvm.roots`, the VM's own (gc_mark_roots of vm.c) and, conservatively,
 * the C stack of every VOSAL thread: a word that points into an object, at its start or one past its end keeps it. So a
 * C function's local PObject * needs no registration.
 *
 * Granule 8 bytes on every target. Free blocks are kept in size classes; a bitmap has the start of every block, so any
 * word can be tested for pointing into one. Sweeping is lazy. Collection happens inside allocation and needs the GIL: a
 * thread without it takes it first. Allocation itself is open to threads without the GIL.
 *
 * Test switches, read from the environment on the host: ZVM_GC_STRESS=n collects at every n-th allocation,
 * ZVM_OOM_AT=n fails the n-th allocation, ZVM_OOM_EVERY=1 all from the n-th on.
 */
#ifndef CORE_GC_H
#define CORE_GC_H

#include "value.h"

/* The heap is [base, base + size); base 8-aligned. Once, before anything else. */
void gc_init_heap(void *base, size_t size);

/*
 * A new object: header {length 0, type, flags, aux 0}, all else zero. size includes the header. NULL when memory is
 * out even after a collection: return ERR_MEMORY_EXC. Context: thread, with or without the GIL.
 */
void *gc_new(uint8_t type, uint8_t flags, size_t size);

/* The same without zeroing what is behind the header: the caller fills it before the next allocation. */
void *gc_new_raw(uint8_t type, uint8_t flags, size_t size);

/* A buffer of `bytes` zeroed bytes (header.length = bytes) for a mutable container; marked as words of PObject * when
 * `objects`, else not looked into. */
PBuffer *gc_new_buffer(size_t bytes, bool objects);

/* Blocks that are neither collected nor scanned (spec gc_malloc …; prototypes in sdk/include/vminterface.h). */
void *gc_malloc(uint32_t size);
void *gc_realloc(void *block, uint32_t size);
void gc_free(void *block);

/* A full collection now. Context: thread with the GIL. */
void gc_collect(void);

/* Marks one value; for the roots' callbacks only. */
void gc_mark(PObject *o);

/* Pins a value for the VM's lifetime or until unpinned: spec's GCM_KEEP and callables kept by C. */
err_t gc_pin(PObject *o);
void gc_unpin(PObject *o);

typedef struct {
    uint32_t total, free, largest_free, used_blocks, collections;
    uint64_t allocated; /* bytes since the start */
} gc_info_t;
void gc_get_info(gc_info_t *info);

/* Implemented in vm.c: marks globals, threads, interned things, pending finalisers with gc_mark. */
void gc_mark_roots(void);
/* Implemented in native.c: an unmarked instance of a native class with dealloc was found at the end of mark; it is kept
 * until its dealloc has run at the collecting thread's next safe point. */
void gc_on_dead_native(PInstance *instance);

#endif
