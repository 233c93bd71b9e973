/* SPDX-License-Identifier: MIT */
/*
 * chip_mem.c -- memory of kernel objects for a program that sets no allocator: the heap
 * of the linker script, first fit. The VM gives its own heap's (vos_set_allocator).
 */
#include "chipport.h"
#include "kernel.h"

/* Blocks lie one behind the other; their sizes are multiples of 8, this included. */
typedef struct block {
    uint32_t size;
    uint32_t used;
} block_t;

static block_t *first;

static block_t *after(block_t *b)
{
    return (block_t *)(void *)((char *)b + b->size);
}

static bool is_end(const block_t *b)
{
    return (const char *)b >= __heap_end;
}

static void begin(void)
{
    first = (block_t *)(void *)(((uintptr_t)__heap_start + 7) & ~(uintptr_t)7);
    first->size = (uint32_t)(__heap_end - (char *)first) & ~7u;
    first->used = 0;
}

/* Joins a free block with the free ones behind it. */
static void join(block_t *b)
{
    for (block_t *next = after(b); !is_end(next) && !next->used; next = after(b)) {
        b->size += next->size;
    }
}

static block_t *take(size_t want)
{
    if (!first) {
        begin();
    }
    for (block_t *b = first; !is_end(b); b = after(b)) {
        if (b->used) {
            continue;
        }
        join(b);
        if (b->size < want) {
            continue;
        }
        uint32_t rest = b->size - (uint32_t)want;
        if (rest > sizeof(block_t)) {
            b->size = (uint32_t)want;
            after(b)->size = rest;
            after(b)->used = 0;
        }
        b->used = 1;
        return b;
    }
    return NULL;
}

void *port_alloc(size_t size)
{
    kernel_lock();
    block_t *b = take(sizeof(block_t) + ((size + 7) & ~(size_t)7));
    kernel_unlock();
    return b ? __builtin_memset(b + 1, 0, b->size - sizeof *b) : NULL;
}

void port_free(void *p)
{
    if (p) {
        ((block_t *)p - 1)->used = 0;
    }
}
