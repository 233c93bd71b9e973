/* SPDX-License-Identifier: MIT */
/* sched.c -- who runs: ready lists, turns, switching, the lock. */
#include "kernel.h"

#define NS_PER_MS 1000000u
#define RETRY_NS                                                                       \
    NS_PER_MS /* until a switch is tried again that came at a bad moment               \
               */

kthread_t kernel_main = {
    .limit.over = kernel_wait_over,
    .prio = VOS_PRIO_NORMAL,
    .base_prio = VOS_PRIO_NORMAL,
    .status = VTHREAD_RUNNING,
    .id = 1,
};

#define READY(prio) LIST_INIT(kernel.ready[prio])
kernel_t kernel = {
    .current = &kernel_main,
    .ready = {READY(0), READY(1), READY(2), READY(3), READY(4), READY(5), READY(6),
              READY(7)},
    .deadlines = LIST_INIT(kernel.deadlines),
    .threads = &kernel_main,
    .nthreads = 1,
    .last_id = 1,
    .slice_end = PORT_NEVER,
    .gil_end = PORT_NEVER,
    .quantum = 10 * NS_PER_MS,
};

/* ---- ready lists ---- */

static void add_ready(kthread_t *t, node_t *after)
{
    t->queue = &kernel.ready[t->prio];
    list_insert_after(after, &t->node);
    kernel.ready_bits |= 1u << t->prio;
}

/* Is another one ready that takes turns with `t`? */
static bool has_equals(const kthread_t *t)
{
    return kernel.ready_bits >> t->prio & 1;
}

/* With an equal the running thread has turns. */
void kernel_ready(kthread_t *t)
{
    const kthread_t *self = kernel.current;
    if (self->status == VTHREAD_RUNNING && self->prio == t->prio) {
        kernel.alarm_stale = true;
    }
    t->status = VTHREAD_RUNNING;
    add_ready(t, kernel.ready[t->prio].prev);
}

void kernel_leave_queue(kthread_t *t)
{
    if (!t->queue) {
        return;
    }
    list_remove(&t->node);
    if (t->queue == &kernel.ready[t->prio] && list_empty(t->queue)) {
        kernel.ready_bits &= ~(1u << t->prio);
    }
    t->queue = NULL;
}

void kernel_set_prio(kthread_t *t, uint8_t prio)
{
    node_t *queue = t->queue;
    bool ready = queue == &kernel.ready[t->prio];
    if (t->prio == prio) {
        return;
    }
    kernel_leave_queue(t);
    t->prio = prio;
    kernel.alarm_stale |= t == kernel.current && has_equals(t);
    if (ready) {
        kernel_ready(t);
    } else if (queue) {
        kernel_join(t, queue);
    }
}

static uint32_t highest_ready(void)
{
    return 31 - (uint32_t)__builtin_clz(kernel.ready_bits);
}

/* The first of the highest priority there is, taken off its list. */
static kthread_t *take_best(void)
{
    uint32_t prio = highest_ready();
    node_t *list = &kernel.ready[prio], *first = list->next;
    list_remove(first);
    kernel.ready_bits &= ~((uint32_t)list_empty(list) << prio);
    kthread_t *t = (kthread_t *)first;
    t->queue = NULL;
    return t;
}

kthread_t *kernel_choose(void)
{
    while (!kernel.ready_bits) {
        port_idle(deadline_next());
    }
    return take_best();
}

/* ---- turns ---- */

static bool must_switch(void)
{
    const kthread_t *self = kernel.current;
    uint32_t better = kernel.ready_bits >> self->prio; /* bit 0: its equals */
    return self->status == VTHREAD_RUNNING && /* or it is the one that idles */
           (better > 1 || (better && kernel.slice_over));
}

/* The earliest of: a deadline, the end of a turn on the CPU, of one with the GIL. */
static uint64_t next_alarm(void)
{
    uint64_t at = deadline_next(), left = kernel.current->turn_left;
    kernel.current->turn_left = 0;
    if (!has_equals(kernel.current)) {
        kernel.slice_end = PORT_NEVER;
        kernel.slice_over = false;
    } else if (kernel.slice_end == PORT_NEVER) {
        kernel.slice_end = port_now() + (left ? left : kernel.quantum);
    }
    at = kernel.slice_end < at ? kernel.slice_end : at;
    return kernel.gil_end < at ? kernel.gil_end : at;
}

/* Whoever idles looks after the deadlines itself. An alarm that is no longer needed may
 * come: it costs less than it would cost to compute a new one at each switch. */
static void program_alarm(void)
{
    if (kernel.alarm_stale && kernel.current->status == VTHREAD_RUNNING) {
        kernel.alarm_stale = false;
        port_set_alarm(next_alarm());
    }
}

void kernel_becomes_current(kthread_t *next)
{
    kernel.current = next;
    kernel.slice_end = PORT_NEVER;
    kernel.slice_over = false;
    if (has_equals(next)) {
        kernel.alarm_stale = true;
    } else {
        next->turn_left = 0;
    }
}

void kernel_switch(void)
{
    kthread_t *self = kernel.current;
    uint32_t depth = kernel.depth;
    kthread_t *next = kernel_choose();
    kernel_becomes_current(next);
    if (next != self) {
        port_switch_to(self, next);
    }
    kernel.depth = depth;
}

void kernel_yield(void)
{
    kernel_ready(kernel.current);
    kernel_switch();
}

void kernel_exit(void)
{
    kthread_t *next = kernel_choose();
    kernel_becomes_current(next);
    port_exit(next);
}

kthread_t *kernel_self(void)
{
    return kernel.current;
}

/* Whoever is interrupted by a better thread goes on first among its equals, with what
 * is left of its turn: who is interrupted often must not keep them from theirs. */
static void give_way(void)
{
    kthread_t *self = kernel.current;
    node_t *list = &kernel.ready[self->prio];
    if (kernel.slice_end != PORT_NEVER) {
        uint64_t now = port_now();
        self->turn_left = kernel.slice_end > now ? kernel.slice_end - now : 1;
    }
    add_ready(self, kernel.slice_over ? list->prev : list);
    kernel_switch();
}

void kernel_clock(void)
{
    uint64_t now = port_now();
    deadline_run(now);
    if (kernel.slice_end <= now) {
        kernel.slice_end = PORT_NEVER;
        kernel.slice_over = true;
    }
    if (kernel.gil_end <= now) {
        kernel.gil_end = now + kernel.quantum;
        kernel_ask(VOS_PREEMPT_QUANTUM);
    }
    kernel.alarm_stale = true;
}

void vos_set_quantum(uint32_t time)
{
    kernel_lock();
    kernel.quantum = kernel_time(time);
    kernel_unlock();
}

/* ---- the lock ---- */

void kernel_lock(void)
{
    port_irq_off();
    kernel.depth++;
}

void kernel_unlock(void)
{
    if (kernel.depth > 1) {
        kernel.depth--;
        return;
    }
    if (kernel.ready_bits && must_switch()) {
        give_way();
    }
    program_alarm();
    kernel.depth = 0;
    port_irq_on();
}

void kernel_isr_exit(bool may_switch)
{
    kernel.in_isr--;
    if (must_switch() && may_switch) {
        give_way();
    }
    program_alarm();
    if (kernel.depth == 1 && must_switch()) {
        uint64_t soon = port_now() + RETRY_NS, next = next_alarm();
        port_set_alarm(soon < next ? soon : next);
        kernel.alarm_stale = true;
    }
    kernel.depth--;
}

bool kernel_isr_leave(void)
{
    kernel.in_isr--;
    kernel.depth--;
    if (kernel.depth == 0 && must_switch()) {
        return true;
    }
    program_alarm();
    return false;
}

void kernel_give_way(void)
{
    kernel_lock();
    kernel_unlock();
}

/* On a Cortex-M an interrupt that finds the kernel locked never switches. */
void vos_irq_window(void)
{
#ifdef PORT_CORTEXM
    port_irq_on();
    port_irq_off();
#endif
}
