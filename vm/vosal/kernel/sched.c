/* SPDX-License-Identifier: MIT */
/* sched.c -- who runs: ready lists, deadlines, turns, switching, waiting and waking. */
#include "kernel.h"

#define NS_PER_MS 1000000u
#define RETRY_NS                                                                       \
    NS_PER_MS /* until a switch is tried again that came at a bad moment               \
               */

static void wait_is_over(deadline_t *d);

kthread_t kernel_main = {
    .limit.over = wait_is_over,
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

/* ---- deadlines ---- */

#define DEADLINE(n) ((deadline_t *)(n))

void deadline_set(deadline_t *d, uint64_t at)
{
    deadline_clear(d);
    node_t *before = kernel.deadlines.prev;
    while (before != &kernel.deadlines && DEADLINE(before)->at > at) {
        before = before->prev;
    }
    d->at = at;
    list_insert_after(before, &d->node);
    kernel.alarm_stale |= before == &kernel.deadlines;
}

void deadline_clear(deadline_t *d)
{
    if (d->node.next) {
        list_remove(&d->node);
    }
}

uint64_t deadline_next(void)
{
    return list_empty(&kernel.deadlines) ? PORT_NEVER
                                         : DEADLINE(kernel.deadlines.next)->at;
}

static void run_deadlines(uint64_t now)
{
    while (deadline_next() <= now) {
        deadline_t *d = DEADLINE(kernel.deadlines.next);
        deadline_clear(d);
        d->over(d);
    }
}

/* ---- ready lists ---- */

static void add_ready(kthread_t *t, node_t *after)
{
    t->queue = &kernel.ready[t->prio];
    list_insert_after(after, &t->node);
    kernel.ready_bits |= 1u << t->prio;
    kernel.alarm_stale = true;
}

void kernel_ready(kthread_t *t)
{
    t->status = VTHREAD_RUNNING;
    add_ready(t, kernel.ready[t->prio].prev);
}

static void leave_queue(kthread_t *t)
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

static void join_waiters(kthread_t *t, node_t *waiters)
{
    node_t *before = waiters->prev;
    while (before != waiters && ((kthread_t *)before)->prio < t->prio) {
        before = before->prev;
    }
    t->queue = waiters;
    list_insert_after(before, &t->node);
}

void kernel_set_prio(kthread_t *t, uint8_t prio)
{
    node_t *queue = t->queue;
    bool ready = queue == &kernel.ready[t->prio];
    if (t->prio == prio) {
        return;
    }
    leave_queue(t);
    t->prio = prio;
    if (ready) {
        kernel_ready(t);
    } else if (queue) {
        join_waiters(t, queue);
    }
}

static uint32_t highest_ready(void)
{
    return 31 - (uint32_t)__builtin_clz(kernel.ready_bits);
}

kthread_t *kernel_choose(void)
{
    while (!kernel.ready_bits) {
        port_idle(deadline_next());
    }
    kthread_t *t = (kthread_t *)kernel.ready[highest_ready()].next;
    leave_queue(t);
    return t;
}

/* ---- turns ---- */

static bool must_switch(void)
{
    if (!kernel.ready_bits || kernel.current->status != VTHREAD_RUNNING) {
        return false; /* or the running thread is the one that idles */
    }
    uint32_t best = highest_ready();
    return best > kernel.current->prio ||
           (best == kernel.current->prio && kernel.slice_over);
}

/* The earliest of: a deadline, the end of a turn on the CPU, of one with the GIL. */
static uint64_t next_alarm(void)
{
    uint64_t at = deadline_next(), left = kernel.current->turn_left;
    kernel.current->turn_left = 0;
    if (!(kernel.ready_bits >> kernel.current->prio & 1)) {
        kernel.slice_end = PORT_NEVER;
        kernel.slice_over = false;
    } else if (kernel.slice_end == PORT_NEVER) {
        kernel.slice_end = port_now() + (left ? left : kernel.quantum);
    }
    at = kernel.slice_end < at ? kernel.slice_end : at;
    return kernel.gil_end < at ? kernel.gil_end : at;
}

/* Whoever idles looks after the deadlines itself. */
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
    kernel.alarm_stale = true;
}

void kernel_switch(void)
{
    kthread_t *self = kernel.current;
    uint32_t depth = kernel.depth;
    kthread_t *next = kernel_choose();
    kernel_becomes_current(next);
    if (next != self) {
        port_switch(self, next);
    }
    kernel.depth = depth;
}

/* Whoever is interrupted by a better thread goes on first among its equals, with what
 * is left of its turn: who is interrupted often must not keep them from theirs. */
static void give_way(void)
{
    kthread_t *self = kernel.current;
    node_t *list = &kernel.ready[self->prio];
    uint64_t now = port_now();
    if (kernel.slice_end != PORT_NEVER) {
        self->turn_left = kernel.slice_end > now ? kernel.slice_end - now : 1;
    }
    add_ready(self, kernel.slice_over ? list->prev : list);
    kernel_switch();
}

void kernel_clock(void)
{
    uint64_t now = port_now();
    run_deadlines(now);
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
    if (must_switch()) {
        give_way();
    }
    program_alarm();
    kernel.depth = 0;
    port_irq_on();
}

void kernel_isr_enter(void)
{
    kernel.depth++;
    kernel.in_isr++;
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

/* ---- waiting ---- */

kthread_t *kernel_first(const node_t *waiters)
{
    return list_empty(waiters) ? NULL : (kthread_t *)waiters->next;
}

void kernel_enqueue(node_t *waiters, uint64_t until)
{
    kthread_t *self = kernel.current;
    self->status = VTHREAD_WAITING;
    if (until != PORT_NEVER) {
        deadline_set(&self->limit, until);
    }
    if (waiters) {
        join_waiters(self, waiters);
    }
}

static bool is_interrupted(const kthread_t *t)
{
    return t == &kernel_main && kernel.preempt &&
           (atomic_load(kernel.preempt) & VOS_PREEMPT_INTERRUPT);
}

int32_t kernel_wait_until(node_t *waiters, uint64_t until)
{
    KERNEL_THREAD_ONLY();
    if (is_interrupted(kernel.current)) {
        return VRES_RESET;
    }
    kernel_enqueue(waiters, until);
    kernel_switch();
    return kernel.current->result;
}

int32_t kernel_wait(node_t *waiters, uint32_t timeout)
{
    return TIME_IS_ZERO(timeout) ? VRES_TIMEOUT
                                 : kernel_wait_until(waiters, kernel_after(timeout));
}

void kernel_wake(kthread_t *t, int32_t result)
{
    leave_queue(t);
    deadline_clear(&t->limit);
    t->suspended = false;
    t->result = result;
    kernel_ready(t);
}

void kernel_wake_all(node_t *waiters, int32_t result)
{
    while (!list_empty(waiters)) {
        kernel_wake((kthread_t *)waiters->next, result);
    }
}

static void wait_is_over(deadline_t *d)
{
    kthread_t *t = (kthread_t *)((char *)d - offsetof(kthread_t, limit));
    if (t->waits_for) {
        lock_abandon(t);
    }
    kernel_wake(t, VRES_TIMEOUT);
}

/* ---- the preempt flag ---- */

void kernel_ask(uint32_t bits)
{
    if (kernel.preempt) {
        atomic_fetch_or(kernel.preempt, bits);
    }
}

void kernel_interrupt(void)
{
    kernel_ask(VOS_PREEMPT_INTERRUPT);
    if (kernel_main.status == VTHREAD_WAITING && !kernel_main.deaf) {
        kernel_wake(&kernel_main, VRES_RESET);
    }
}
