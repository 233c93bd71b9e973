/* SPDX-License-Identifier: MIT */
/*
 * heap.h -- the blocks under the collector: one range of granules with two bitmaps, for
 * gc.c and heap.c only.
 *
 * `starts` has a bit at the first granule of every block, used or free, so a block ends
 * where the next one starts. `marks` has one at every block that the last mark phase
 * reached. A hole is a run of unmarked blocks; sweeping finds the next hole with a few
 * word operations and never reads a dead object. New blocks are cut off one hole after
 * the other; holes too small for a request wait in lists by size until something fits.
 *
 * Only the first `limit` granules are in use. They grow when more than half of them
 * survived.
 */
#ifndef CORE_HEAP_H
#define CORE_HEAP_H

#include "gc.h"

/* Types of blocks that are no objects. */
enum {
    BLOCK_FREE = 0xFF,  /* free; header.length: granules */
    BLOCK_RAW = 0xFE,   /* of gc_malloc */
    BLOCK_FREED = 0xFD, /* of gc_malloc, given back: unlinked by the next collection */
};

typedef struct {
    uintptr_t *marks;
    uint32_t limit, top; /* granules in use, granules there are */
    uint32_t sweep;      /* the next granule to sweep; limit: done */
    char *end;           /* end of the hole that is being filled */
    size_t found;        /* bytes of holes since the last mark phase */
    uint64_t allocated;  /* bytes, up to the current hole's start */
    char *hole;          /* where the current hole started */
    uint32_t collections;
    bool shared;
} heap_t;
extern heap_t heap;

/* The heap in [base, base + size): bitmaps first, then the granules. */
void heap_init(void *base, size_t size);
/* Cuts `size` bytes (rounded, > 0) off a hole; NULL when no hole is left that is big
 * enough. The start bit is set. */
char *heap_take(size_t size);
/* Takes more granules into use, enough for `size` bytes if that is possible. False: all
 * are in use. */
bool heap_grow(size_t size);
/* Before marking: sweeps what is left, gives the current hole back, clears the marks.
 */
void heap_begin_marking(void);
/* After marking: the next allocation starts sweeping at the bottom. */
void heap_begin_sweeping(void);
/* Does the fast path of gc_new_fast apply? To be called when hole, switches or sharing
 * changed. */
void heap_open_fast_path(bool open);
/* Adds used blocks, holes and free bytes to what it is given, for gc_get_info. */
void heap_count(gc_info_t *info);
/* Granules of the block that starts at `granule`. */
uint32_t heap_block_size(uint32_t granule);
/* The last start at or below `granule`; there is one. */
uint32_t heap_start_of(uint32_t granule);

static inline bool heap_bit(const uintptr_t *map, uint32_t granule)
{
    return map[granule / GC_WORD_BITS] >> granule % GC_WORD_BITS & 1;
}
static inline void heap_set_bit(uintptr_t *map, uint32_t granule)
{
    map[granule / GC_WORD_BITS] |= (uintptr_t)1 << granule % GC_WORD_BITS;
}
static inline char *heap_address(uint32_t granule)
{
    return gc_heap.base + (size_t)granule * GC_GRANULE;
}
static inline uint32_t heap_granule(const void *p)
{
    return (uint32_t)((size_t)((const char *)p - gc_heap.base) / GC_GRANULE);
}

#endif
