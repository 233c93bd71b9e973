/* SPDX-License-Identifier: MIT */
/*
 * posix_post.c -- interrupts from outside the machine: posted ones and vectors.
 *
 * Posted interrupts stand in a ring that any number of threads fill without a lock and
 * the CPU empties. A cell's `turn` says whose it is: 2 * lap, free for that lap; plus
 * 1, filled.
 */
#include "posix.h"

enum { POSTS = 1024, VECTORS = 256 };

typedef struct post {
    _Atomic uint32_t turn;
    void (*fn)(void *arg);
    void *arg;
} post_t;

static post_t posts[POSTS];
static _Atomic uint32_t tail;
static uint32_t head;

static uint32_t lap_turn(uint32_t at)
{
    return at / POSTS * 2;
}

/* Takes a cell to fill; NULL: all are filled. */
static post_t *claim(void)
{
    uint32_t at = atomic_load(&tail);
    for (;;) {
        post_t *p = &posts[at % POSTS];
        if (atomic_load(&p->turn) == lap_turn(at)) {
            if (atomic_compare_exchange_weak(&tail, &at, at + 1)) {
                return p;
            }
        } else {
            uint32_t now = atomic_load(&tail);
            if (now == at) {
                return NULL;
            }
            at = now;
        }
    }
}

bool vos_irq_post(void (*fn)(void *arg), void *arg)
{
    post_t *p = claim();
    if (!p) {
        return false;
    }
    p->fn = fn;
    p->arg = arg;
    atomic_fetch_add(&p->turn, 1);
    cpu_raise();
    return true;
}

void irq_run_posted(void)
{
    for (;;) {
        post_t *p = &posts[head % POSTS];
        if (atomic_load(&p->turn) != lap_turn(head) + 1) {
            return;
        }
        void (*fn)(void *) = p->fn;
        void *arg = p->arg;
        atomic_store(&p->turn, lap_turn(head + POSTS));
        head++;
        fn(arg);
    }
}

/* ---- vectors ---- */

enum { ENABLED, MASKED, MASKED_AND_RAISED };

static _Atomic vos_irq_handler vectors[VECTORS];
static _Atomic uint8_t masks[VECTORS];

vos_irq_handler vosInstallHandler(int32_t hpos, vos_irq_handler fn)
{
    return hpos >= 0 && hpos < VECTORS ? atomic_exchange(&vectors[hpos], fn) : NULL;
}

static void run_vector(void *arg)
{
    vos_irq_handler fn = atomic_load(&vectors[(uintptr_t)arg]);
    if (atomic_load(&masks[(uintptr_t)arg]) != ENABLED) {
        atomic_store(&masks[(uintptr_t)arg], MASKED_AND_RAISED);
    } else if (fn) {
        fn();
    }
}

void vos_irq_enable(int32_t hpos, bool on)
{
    if (hpos < 0 || hpos >= VECTORS) {
        return;
    }
    if (!on) {
        uint8_t enabled = ENABLED;
        atomic_compare_exchange_strong(&masks[hpos], &enabled, MASKED);
    } else if (atomic_exchange(&masks[hpos], ENABLED) == MASKED_AND_RAISED) {
        vos_irq_raise(hpos);
    }
}

bool vos_irq_raise(int32_t hpos)
{
    return hpos >= 0 && hpos < VECTORS && atomic_load(&vectors[hpos]) &&
           vos_irq_post(run_vector, (void *)(uintptr_t)hpos);
}
