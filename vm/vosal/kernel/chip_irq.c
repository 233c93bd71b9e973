/* SPDX-License-Identifier: MIT */
/* chip_irq.c -- handlers of a chip's interrupts, and the ones that software posts. */
#include "chip.h"
#include "chipport.h"

#ifndef CHIP_POSTS
#define CHIP_POSTS 16
#endif

/* ---- handlers ---- */

static vos_irq_handler handlers[CHIP_IRQS];

static bool exists(int32_t irq)
{
    return irq >= 0 && irq < CHIP_IRQS;
}

vos_irq_handler vosInstallHandler(int32_t hpos, vos_irq_handler fn)
{
    if (!exists(hpos)) {
        return NULL;
    }
    bool on = cpu_irq_save();
    vos_irq_handler before = handlers[hpos];
    handlers[hpos] = fn;
    cpu_irq_restore(on);
    return before;
}

/* An interrupt that nobody handles would come again for ever. */
void chip_run_handler(uint32_t irq)
{
    vos_irq_handler fn = exists((int32_t)irq) ? handlers[irq] : NULL;
    if (fn) {
        fn();
    } else {
        cpu_irq_enable((int32_t)irq, false);
    }
}

void vos_irq_enable(int32_t hpos, bool on)
{
    if (exists(hpos)) {
        cpu_irq_enable(hpos, on);
    }
}

bool vos_irq_raise(int32_t hpos)
{
    if (!exists(hpos) || !handlers[hpos]) {
        return false;
    }
    cpu_irq_raise(hpos);
    return true;
}

/* ---- posted ones: a ring ---- */

static struct {
    void (*fn)(void *arg);
    void *arg;
} posts[CHIP_POSTS];
static uint32_t head, tail;

bool vos_irq_post(void (*fn)(void *arg), void *arg)
{
    bool on = cpu_irq_save(), room = tail - head < CHIP_POSTS;
    if (room) {
        posts[tail % CHIP_POSTS].fn = fn;
        posts[tail % CHIP_POSTS].arg = arg;
        tail++;
    }
    cpu_irq_restore(on);
    if (room) {
        cpu_raise_posted(); /* may run them, and let a better thread run, at once */
    }
    return room;
}

void chip_run_posted(void)
{
    while (head != tail) {
        void (*fn)(void *) = posts[head % CHIP_POSTS].fn;
        void *arg = posts[head % CHIP_POSTS].arg;
        head++;
        fn(arg);
    }
}

/* A chip's interrupts come from outside, whatever is expected. */
void vos_irq_sources(int count)
{
    (void)count;
}

static bool catches;

void port_catch_interrupt(void)
{
    catches = true;
}

void chip_interrupt(void)
{
    if (catches) {
        kernel_lock();
        kernel_interrupt();
        kernel_unlock();
    }
}
