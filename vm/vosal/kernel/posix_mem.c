/* SPDX-License-Identifier: MIT */
/*
 * posix_mem.c -- memory of the kernel's objects and stacks, below 2^30, so that a
 * driver that puts a pointer into 32 bits or a Python integer works as on a chip.
 */
#define _GNU_SOURCE
#include "posix.h"
#include <sys/mman.h>

#define LOW_START ((uintptr_t)0x30000000)
#define LOW_END ((uintptr_t)0x40000000)
#define STEP ((size_t)1 << 16)
#define TRIES 64

static void *map_at(uintptr_t hint, size_t size)
{
    void *p = mmap((void *)hint, size, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

/* The host takes the hint when nothing is there. */
static void *map_low(size_t size)
{
    static _Atomic uintptr_t cursor = LOW_START;
    size_t span = (size + STEP - 1) & ~(STEP - 1);
    for (int i = 0; i < TRIES; i++) {
        uintptr_t hint = atomic_fetch_add(&cursor, span);
        if (hint + span > LOW_END) {
            break;
        }
        void *p = map_at(hint, size);
        if (!p || (uintptr_t)p == hint) {
            return p;
        }
        munmap(p, size);
    }
    return map_at(0, size);
}

void *mem_map(size_t size, size_t low_guard)
{
    void *p = map_low(size);
    if (p && low_guard) {
        mprotect(p, low_guard, PROT_NONE);
    }
    return p;
}

/* ---- objects: lists of free blocks, one for each power of two ---- */

enum { SMALLEST = 5, CLASSES = 26 }; /* 32 bytes … 1 GB, header included */

typedef union block {
    union block *next; /* free */
    uint32_t class;    /* in use */
    uint64_t align;
} block_t;

static block_t *free_blocks[CLASSES];

static uint32_t class_of(size_t size)
{
    uint32_t class = 0;
    while (class < CLASSES && (size_t)1 << (SMALLEST + class) < size) {
        class ++;
    }
    return class;
}

/* Cuts a chunk into blocks. */
static void refill(uint32_t class)
{
    size_t size = (size_t)1 << (SMALLEST + class);
    size_t chunk = size < STEP ? STEP : size;
    char *p = mem_map(chunk, 0);
    for (size_t at = 0; p && at + size <= chunk; at += size) {
        block_t *b = (block_t *)(p + at);
        b->next = free_blocks[class];
        free_blocks[class] = b;
    }
}

static block_t *take(uint32_t class)
{
    if (!free_blocks[class]) {
        refill(class);
    }
    block_t *b = free_blocks[class];
    if (b) {
        free_blocks[class] = b->next;
        b->class = class;
    }
    return b;
}

void *port_alloc(size_t size)
{
    uint32_t class = class_of(size + sizeof(block_t));
    if (size > SIZE_MAX / 2 || class == CLASSES) {
        return NULL;
    }
    kernel_lock();
    block_t *b = take(class);
    kernel_unlock();
    return b ? __builtin_memset(b + 1, 0, size) : NULL;
}

void port_free(void *p)
{
    if (p) {
        block_t *b = (block_t *)p - 1;
        kernel_lock();
        uint32_t class = b->class;
        b->next = free_blocks[class];
        free_blocks[class] = b;
        kernel_unlock();
    }
}
