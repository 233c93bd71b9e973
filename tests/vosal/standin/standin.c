/* SPDX-License-Identifier: MIT */
/* standin.c -- what the stand-ins for foreign kernels have in common. */
#include "standin.h"
#include "inside.h"
#include <string.h>
#include <unistd.h>

uint32_t standin_tick_rate = 1000;

void standin_fail(const char *what)
{
    static const char name[] = "stand-in: ";
    (void)!write(2, name, sizeof name - 1);
    (void)!write(2, what, strlen(what));
    (void)!write(2, "\n", 1);
    _exit(99);
}

static void nobody_left(void)
{
    standin_fail("every task waits for ever");
}

static bool is_virtual;

void standin_set_virtual(void)
{
    is_virtual = true;
    vos_set_deadlock_hook(nobody_left);
    vos_set_virtual_time(1000);
}

bool standin_is_virtual(void)
{
    return is_virtual;
}

uint64_t standin_read_clock(void)
{
    return port_read_clock();
}

void standin_advance(uint32_t us)
{
    vos_virtual_advance(us);
}

static void run(void *fn)
{
    ((void (*)(void))fn)();
}

void standin_interrupt(void (*fn)(void))
{
    if (!vos_irq_post(run, (void *)fn)) {
        standin_fail("too many interrupts");
    }
}

bool standin_in_isr(void)
{
    return kernel.in_isr > 0;
}

uint32_t *standin_cycles(void)
{
    return vosTicks();
}

uint32_t standin_cycle_rate(void)
{
    return vos_system_frequency();
}

/* ---- for the stand-ins ---- */

void inside_start(void)
{
    for (int level = VOS_PRIO_HIGHEST + 1; level < KERNEL_LEVELS; level++) {
        list_init(&kernel.ready[level]);
    }
    vosInit(NULL);
    vos_set_quantum(TIME_U(1, MILLIS));
    kernel_lock();
    kernel_main.base_prio = kernel_main.prio = KERNEL_LEVELS - 1;
    kernel_unlock();
}

void inside_idle(void)
{
    kernel_lock();
    kernel_enqueue(NULL, PORT_NEVER);
    kernel_switch();
    kernel_unlock();
}

uint64_t inside_tick(void)
{
    return 1000000000u / standin_tick_rate;
}

uint64_t inside_ticks(void)
{
    return port_now() / inside_tick();
}

void inside_set_prio(kthread_t *t, uint8_t prio)
{
    t->base_prio = prio;
    kernel_set_prio(t, prio);
}

/* ---- wakes that nobody has yielded for ---- */

static node_t woken = LIST_INIT(woken);
static VSysTimer tick;

void inside_flush(void)
{
    while (!list_empty(&woken)) {
        pending_t *p = (pending_t *)woken.next;
        list_remove(&p->node);
        if (p->thread->status == VTHREAD_WAITING) {
            kernel_wake(p->thread, VRES_OK);
        } else if (p->thread->status == VTHREAD_READY) {
            kernel_ready(p->thread);
        }
    }
}

static void flush_at_tick(void *arg)
{
    (void)arg;
    inside_flush();
}

void inside_wake(pending_t *p)
{
    if (p->node.next) {
        return;
    }
    if (list_empty(&woken)) {
        tick = tick ? tick : vosTimerCreate();
        vosTimerOneShot(tick, TIME_U(1, MILLIS), flush_at_tick, NULL);
    }
    list_insert_after(woken.prev, &p->node);
}

void inside_forget(pending_t *p)
{
    if (p->node.next) {
        list_remove(&p->node);
    }
}

uint8_t inside_best_pending(void)
{
    uint8_t best = 0;
    for (const node_t *n = woken.next; n != &woken; n = n->next) {
        uint8_t prio = ((const pending_t *)n)->thread->prio;
        best = prio > best ? prio : best;
    }
    return best;
}
