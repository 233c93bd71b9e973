/* SPDX-License-Identifier: MIT */
/* suite.c -- what the topics of the VOSAL suite share. */
#include "suite.h"

char trace[256];
int32_t results[MAX_RESULTS];
int nresults;

void note(char c)
{
    vosSysLock();
    size_t n = strlen(trace);
    if (n + 1 < sizeof trace) {
        trace[n] = c;
    }
    vosSysUnlock();
}

void note_first(void *text)
{
    note(*(char *)text);
}

void add_result(int32_t result)
{
    if (nresults < MAX_RESULTS) {
        results[nresults++] = result;
    }
}

void begin(void)
{
    memset(trace, 0, sizeof trace);
    memset(results, 0x55, sizeof results);
    nresults = 0;
    vos_set_quantum(TIME_U(100, SECONDS));
    vosThSetPriority(VOS_PRIO_LOWEST);
}

VThread created(int32_t prio, void (*fn)(void *arg), void *arg)
{
    return vosThCreate(STACK, prio, (void *)fn, arg, NULL);
}

VThread spawn(int32_t prio, void (*fn)(void *arg), void *arg)
{
    return vosThResume(created(prio, fn, arg));
}

void start_all(VThread *th, int n)
{
    vosSysLock();
    for (int i = 0; i < n; i++) {
        vosThResume(th[i]);
    }
    vosSysUnlock();
}

bool join(VThread th)
{
    for (int ms = 0; ms < 10000 && vosThGetStatus(th) != VTHREAD_INACTIVE; ms++) {
        nap(1);
    }
    bool ended = vosThGetStatus(th) == VTHREAD_INACTIVE;
    vosThDestroy(th);
    return ended;
}

void join_all(VThread *th, int n)
{
    for (int i = 0; i < n; i++) {
        join(th[i]);
    }
}

void nap(uint32_t ms)
{
    vosThSleep(TIME_U(ms, MILLIS));
}

void *as_arg(uint32_t time)
{
    return (void *)(uintptr_t)time;
}

uint32_t as_time(void *arg)
{
    return (uint32_t)(uintptr_t)arg;
}

bool took(uint64_t got, uint64_t want)
{
    return got >= want && got - want <= port_time_slack();
}

/* ---- the heap: blocks in a row, each with its size; the first free one that fits ----
 */

#ifndef SUITE_HEAP
#define SUITE_HEAP (64 << 10)
#endif

typedef struct block {
    uint32_t size; /* with this header, of 8 */
    uint32_t used;
} block_t;

static union {
    block_t first;
    char bytes[SUITE_HEAP];
    uint64_t align;
} heap;
static size_t used;
static bool exhausted;

static block_t *after(block_t *b)
{
    return (block_t *)((char *)b + b->size);
}

static bool is_end(block_t *b)
{
    return (char *)b >= heap.bytes + SUITE_HEAP;
}

/* A free block of `size` bytes or more, with all free ones behind it. */
static block_t *find(uint32_t size)
{
    for (block_t *b = &heap.first; !is_end(b); b = after(b)) {
        while (!b->used && !is_end(after(b)) && !after(b)->used) {
            b->size += after(b)->size;
        }
        if (!b->used && b->size >= size) {
            return b;
        }
    }
    return NULL;
}

static void *heap_alloc(size_t bytes)
{
    uint32_t size = (uint32_t)(bytes + sizeof(block_t) + 7) & ~7u;
    vosSysLock();
    block_t *b = exhausted || bytes > SUITE_HEAP ? NULL : find(size);
    if (b) {
        if (b->size - size >= 2 * sizeof(block_t)) {
            uint32_t whole = b->size;
            b->size = size;
            after(b)->size = whole - size;
            after(b)->used = 0;
        }
        b->used = 1;
        used += b->size;
    }
    vosSysUnlock();
    return b ? b + 1 : NULL;
}

static void heap_free(void *p)
{
    if (p) {
        block_t *b = (block_t *)p - 1;
        vosSysLock();
        b->used = 0;
        used -= b->size;
        vosSysUnlock();
    }
}

size_t heap_used(void)
{
    return used;
}

void heap_exhaust(bool is)
{
    exhausted = is;
}

void suite_start(int *argc, char **argv)
{
    heap.first.size = SUITE_HEAP;
    port_begin(argc, argv);
    vos_set_allocator(heap_alloc, heap_free);
}
