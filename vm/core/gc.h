/* SPDX-License-Identifier: MIT */
/*
 * gc.h -- mark and sweep over one heap.
 *
 * Nothing moves: a pointer to an object stays valid as long as the object is reachable
 * from a root. Roots are Python stacks (precisely), module globals, slots in
 * `.zvm.roots`, the VM's own (gc_mark_roots of vm.c) and, conservatively, the C stack
 * of every VOSAL thread: a word that points into an object, at its start or one past
 * its end keeps it. So a C function's local PObject * needs no registration.
 *
 * Granule 8 bytes on every target. Free blocks are kept in size classes; a bitmap has
 * the start of every block, so any word can be tested for pointing into one. Sweeping
 * is lazy. Collection happens inside allocation and needs the GIL: a thread without it
 * takes it first. Allocation itself is open to threads without the GIL.
 *
 * Test switches, read from the environment on the host: ZVM_GC_STRESS=n collects at
 * every n-th allocation, ZVM_OOM_AT=n fails the n-th allocation, ZVM_OOM_EVERY=1 all
 * from the n-th on.
 */
#ifndef CORE_GC_H
#define CORE_GC_H

#include "value.h"
#include "vm.h"

/* What the inline fast path needs; the rest of the heap's state is gc.c's. */
typedef struct {
    char *cur;         /* next free byte of the hole that is being filled */
    char *fast_end;    /* its end; NULL when every allocation must take the slow path */
    char *base;        /* address of granule 0 */
    uintptr_t *starts; /* a bit per granule: a block starts here */
} gc_heap_t;
extern gc_heap_t gc_heap;

/* Flag of a PBUFFER that holds values. */
#define GC_BUFFER_OBJECTS 0x01

#define GC_GRANULE 8u
#define GC_WORD_BITS (8 * sizeof(uintptr_t))
#define GC_ROUND(size) (((size) + (GC_GRANULE - 1)) & ~(size_t)(GC_GRANULE - 1))

/* The heap is [base, base + size); base 8-aligned. Once, before anything else. */
void gc_init_heap(void *base, size_t size);

/*
 * A new object: header {length 0, type, flags, aux 0}, all else zero. size includes the
 * header. NULL when memory is out even after a collection: return ERR_MEMORY_EXC.
 * Context: thread, with or without the GIL.
 */
void *gc_new(uint8_t type, uint8_t flags, size_t size);

/* The same without zeroing what is behind the header: the caller fills it before the
 * next allocation. */
void *gc_new_raw(uint8_t type, uint8_t flags, size_t size);

/*
 * gc_new_raw with the fast path inline, for a size known at compile time: a float costs
 * about ten instructions. Context: as gc_new.
 */
static inline void *gc_new_fast(uint8_t type, uint8_t flags, size_t size)
{
    char *p = gc_heap.cur;
    char *next = p + GC_ROUND(size);
    if (__builtin_expect(next > gc_heap.fast_end, 0)) {
        return gc_new_raw(type, flags, size);
    }
    gc_heap.cur = next;
    size_t granule = (size_t)(p - gc_heap.base) / GC_GRANULE;
    gc_heap.starts[granule / GC_WORD_BITS] |= (uintptr_t)1 << granule % GC_WORD_BITS;
    *(PObjectHeader *)(void *)p = (PObjectHeader){0, type, flags, 0};
    return p;
}

/* A buffer of `bytes` zeroed bytes (header.length = bytes) for a mutable container;
 * marked as words of PObject * when `objects`, else not looked into. */
PBuffer *gc_new_buffer(size_t bytes, bool objects);

/* Blocks that are neither collected nor scanned (spec gc_malloc …; prototypes in
 * sdk/include/vminterface.h). */
void *gc_malloc(uint32_t size);
void *gc_realloc(void *block, uint32_t size);
void gc_free(void *block);

/* While set, a full heap grows instead of being collected, until memory is out. */
extern bool gc_paused;

/* A full collection now. Context: thread with the GIL. */
void gc_collect(void);

/*
 * From now on more than one thread may allocate: called before the second VOSAL thread
 * starts. Each allocation then takes the system lock. Context: thread with the GIL.
 */
void gc_share(void);

/* More roots: the words in [lo, hi), e.g. a native module's zvm_roots section.
 * ERR_MEMORY_EXC. */
err_t gc_add_roots(PObject **lo, PObject **hi);

/* Tells the collector of a new instance whose native class has a dealloc: see
 * gc_on_dead_native. ERR_MEMORY_EXC. */
err_t gc_watch_native(PInstance *instance);
/* Calls `each` for every watched instance, the newest first, and forgets them: at the
 * end. */
void gc_unwatch_natives(void (*each)(PInstance *instance));

/* A heap object as a 32-bit number (never 0) and back: for references kept in a
 * header's length. */
static inline uint32_t gc_ref(const void *object)
{
    return (uint32_t)((const char *)object - gc_heap.base) + GC_GRANULE;
}
static inline void *gc_deref(uint32_t ref)
{
    return gc_heap.base + ref - GC_GRANULE;
}

/* Marks one value; for the roots' callbacks only. */
void gc_mark(PObject *o);

/* Marks what a thread holds, whether its object lies on the heap or not. For
 * gc_mark_roots only. */
struct pthread;
void gc_mark_thread(struct pthread *t);

/* Pins a value for the VM's lifetime or until unpinned: spec's GCM_KEEP and callables
 * kept by C. */
err_t gc_pin(PObject *o);
void gc_unpin(PObject *o);

/* Test switches; all zero: off. */
void gc_set_switches(const gc_switches_t *switches);
/* What is left of oom_at. */
uint32_t gc_oom_left(void);

typedef struct {
    uint32_t total, free, largest_free, used_blocks, free_blocks, collections;
    uint64_t allocated; /* bytes since the start */
    uint64_t last;      /* collection, ms since the start; 0: none */
} gc_info_t;
void gc_get_info(gc_info_t *info);

/* Implemented in vm.c: marks globals, threads, interned things, pending finalisers with
 * gc_mark. */
void gc_mark_roots(void);
/* Implemented in native.c: marks what the C struct of an instance of a native class
 * points to, with gc_mark. */
void gc_mark_native(PInstance *instance, PClass *cls);
/* Implemented in native.c: an unmarked instance of a native class with dealloc was
 * found at the end of mark; it is kept until its dealloc has run at the collecting
 * thread's next safe point. */
void gc_on_dead_native(PInstance *instance);

#endif
