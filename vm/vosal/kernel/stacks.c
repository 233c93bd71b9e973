/* SPDX-License-Identifier: MIT */
/*
 * stacks.c -- showing the collector every word on the threads' stacks.
 *
 * Words of frames that belong to others are neither the sanitizer's nor valgrind's idea
 * of good memory. One function reads them, outside of both, into a small buffer that is
 * shown instead.
 */
#include "kernel.h"

#if defined(__linux__) && __has_include(<valgrind/memcheck.h>)
#include <valgrind/memcheck.h>
#else
#define VALGRIND_MAKE_MEM_DEFINED(p, size) ((void)0)
#endif

enum { WORDS = 64 };
typedef uintptr_t word_t;

typedef struct scan {
    void (*fn)(void *low, void *high, void *ctx);
    void *ctx;
} scan_t;

/* The barrier keeps the loop from becoming a memcpy, which would be checked. */
__attribute__((no_sanitize("address", "undefined"))) static void
copy_words(word_t *to, const word_t *from, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        to[i] = from[i];
        __asm__ volatile("" ::: "memory");
    }
}

static void show(const scan_t *scan, const void *low, const void *high)
{
    word_t copy[WORDS];
    const word_t *from = (const word_t *)(((uintptr_t)low + sizeof(word_t) - 1) &
                                          ~(uintptr_t)(sizeof(word_t) - 1));
    while (from < (const word_t *)high) {
        size_t left = (size_t)((const word_t *)high - from);
        size_t n = left < WORDS ? left : WORDS;
        copy_words(copy, from, n);
        VALGRIND_MAKE_MEM_DEFINED(copy, n * sizeof *copy);
        scan->fn(copy, copy + n, scan->ctx);
        from += n;
    }
}

static void show_other(const scan_t *scan, const kthread_t *t)
{
    if (t->status != VTHREAD_INACTIVE) {
        void *const own[] = {t->arg, t->data, t->message};
        scan->fn((void *)own, (void *)(own + 3), scan->ctx);
    }
    if (t->sp && t->status != VTHREAD_INACTIVE) {
        show(scan, t->sp, t->stack_high);
        show(scan, t->saved, (const char *)t->saved + t->saved_size);
    }
}

/* Its frame is below the one where the registers have been saved. */
__attribute__((noinline)) static void show_all(const scan_t *scan)
{
    kthread_t *self = kernel.current;
    show(scan, __builtin_frame_address(0), self->stack_high);
    for (const kthread_t *t = kernel.threads; t; t = t->next) {
        if (t != self) {
            show_other(scan, t);
        }
    }
}

void vos_scan_stacks(void (*scan)(void *low, void *high, void *ctx), void *ctx)
{
    scan_t s = {scan, ctx};
    vosInit(NULL);
    kernel_lock();
    __builtin_unwind_init();
    show_all(&s);
    kernel_unlock();
}
