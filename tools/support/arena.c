/* SPDX-License-Identifier: MIT */
/*
 * arena.c -- bump allocation over a list of blocks.
 */
#include "arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first block is small: most arenas of a command hold a few paths only. */
enum { BLOCK_FIRST = 4096, BLOCK_LARGEST = 1 << 20, ALIGN = _Alignof(max_align_t) };

typedef struct block {
    struct block *next;
    _Alignas(max_align_t) unsigned char bytes[];
} block_t;

struct arena {
    block_t *blocks;
    unsigned char *at, *end; /* the free part of the newest block */
    size_t next_size;
};

static void *or_die(void *memory)
{
    if (!memory) {
        fputs("error: out of memory\n", stderr);
        exit(70);
    }
    return memory;
}

/* calloc, so that arena_alloc need not clear what the system has just cleared. */
static block_t *block_new(arena_t *a, size_t size)
{
    block_t *b = or_die(calloc(1, sizeof(block_t) + size));
    b->next = a->blocks;
    a->blocks = b;
    return b;
}

arena_t *arena_new(void)
{
    arena_t *a = or_die(calloc(1, sizeof(arena_t)));
    a->next_size = BLOCK_FIRST;
    return a;
}

void arena_free(arena_t *a)
{
    if (!a) {
        return;
    }
    for (block_t *b = a->blocks, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    free(a);
}

static void *alloc_in_new_block(arena_t *a, size_t size)
{
    if (size > a->next_size / 4) {
        return block_new(a, size)
            ->bytes; /* large: a block of its own, the newest stays in use */
    }
    block_t *b = block_new(a, a->next_size);
    a->at = b->bytes + size;
    a->end = b->bytes + a->next_size;
    if (a->next_size < BLOCK_LARGEST) {
        a->next_size *= 2;
    }
    return b->bytes;
}

void *arena_alloc(arena_t *a, size_t size)
{
    if (size > SIZE_MAX / 2) {
        or_die(NULL);
    }
    size = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    if ((size_t)(a->end - a->at) < size) {
        return alloc_in_new_block(a, size);
    }
    void *p = a->at;
    a->at += size;
    return p;
}

char *arena_strndup(arena_t *a, const char *s, size_t len)
{
    char *copy = arena_alloc(a, len + 1);
    if (len) {
        memcpy(copy, s, len);
    }
    return copy;
}

char *arena_strdup(arena_t *a, const char *s)
{
    return arena_strndup(a, s, strlen(s));
}

char *arena_vprintf(arena_t *a, const char *fmt, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    int len = vsnprintf(NULL, 0, fmt, ap);
    char *text = arena_alloc(a, (size_t)(len < 0 ? 0 : len) + 1);
    if (len > 0) {
        vsnprintf(text, (size_t)len + 1, fmt, again);
    }
    va_end(again);
    return text;
}

char *arena_printf(arena_t *a, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    char *text = arena_vprintf(a, fmt, ap);
    va_end(ap);
    return text;
}

void *arena_grow(arena_t *a, const void *items, size_t item_size, int *cap)
{
    int grown = *cap ? *cap * 2 : 8;
    void *bigger = arena_alloc(a, item_size * (size_t)grown);
    if (*cap) {
        memcpy(bigger, items, item_size * (size_t)*cap);
    }
    *cap = grown;
    return bigger;
}
