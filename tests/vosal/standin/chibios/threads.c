/* SPDX-License-Identifier: MIT */
/*
 * threads.c -- ChibiOS/RT's threads over our kernel.
 *
 * Functions of the classes I and S want the lock, others its absence, as ChibiOS finds
 * out when it is built with CH_DBG_SYSTEM_STATE_CHECK. A priority is what stands in the
 * thread: the stand-in looks at it whenever it could matter.
 */
#include "ch.h"
#include "inside.h"
#include <setjmp.h>

enum { STACK = 64 << 10 };

/* What we keep in a thread. */
typedef struct own {
    kthread_t *thread;
    tfunc_t code;
    void *argument;
    pending_t pending;
    thread_reference_t *waits_at;
    thread_t *joiner;
    msg_t message;
    sigjmp_buf end;
} own_t;

typedef struct own_timer {
    deadline_t deadline; /* first */
    virtual_timer_t *timer;
} own_timer_t;

_Static_assert(sizeof(own_t) <= sizeof((thread_t *)0)->inside, "a thread's memory");
_Static_assert(sizeof(own_timer_t) <= sizeof((virtual_timer_t *)0)->inside,
               "a timer's");

static thread_t main_thread;
static bool locked;

static own_t *own(thread_t *tp)
{
    return (own_t *)(void *)tp->inside;
}

static thread_t *self(void)
{
    return kernel.current->data;
}

/* ---- contexts ---- */

bool port_is_isr_context(void)
{
    return kernel.in_isr > 0;
}

static void class_i(const char *what)
{
    if (!locked) {
        standin_fail(what);
    }
}

static void class_s(const char *what)
{
    if (!locked || kernel.in_isr) {
        standin_fail(what);
    }
}

static void thread_only(const char *what)
{
    if (locked || kernel.in_isr) {
        standin_fail(what);
    }
}

/* ---- priorities ---- */

static uint8_t level(tprio_t prio)
{
    return prio <= LOWPRIO ? (uint8_t)prio
           : prio < 118    ? 3
           : prio > 140    ? 28
                           : (uint8_t)(prio - 114);
}

static void look_at_priority(thread_t *tp)
{
    kthread_t *t = own(tp)->thread;
    uint8_t prio = level(tp->hdr.pqueue.prio);
    if (t->prio != prio) {
        inside_set_prio(t, prio);
    }
}

/* ---- the lock ---- */

static bool must_reschedule(void)
{
    look_at_priority(self());
    return kernel.ready_bits >> (kernel.current->prio + 1) != 0 ||
           inside_best_pending() > kernel.current->prio;
}

void chSysLock(void)
{
    thread_only("chSysLock");
    kernel_lock();
    locked = true;
}

void chSysUnlock(void)
{
    class_s("chSysUnlock");
    if (must_reschedule()) {
        standin_fail("chSysUnlock before a better thread has run");
    }
    locked = false;
    kernel_unlock();
}

void chSysLockFromISR(void)
{
    if (!kernel.in_isr || locked) {
        standin_fail("chSysLockFromISR");
    }
    kernel_lock();
    locked = true;
}

/* The end of an interrupt, where a better thread is let run, comes soon. */
void chSysUnlockFromISR(void)
{
    if (!kernel.in_isr || !locked) {
        standin_fail("chSysUnlockFromISR");
    }
    locked = false;
    inside_flush();
    kernel_unlock();
}

syssts_t chSysGetStatusAndLockX(void)
{
    syssts_t status = locked;
    if (!locked) {
        kernel_lock();
        locked = true;
    }
    return status;
}

void chSysRestoreStatusX(syssts_t status)
{
    if (status) {
        return;
    }
    if (kernel.in_isr) {
        chSysUnlockFromISR();
    } else {
        chSchRescheduleS();
        chSysUnlock();
    }
}

/* ---- the scheduler ---- */

static void switch_away(void)
{
    locked = false;
    kernel_switch();
    locked = true;
    self()->state = CH_STATE_CURRENT;
}

void chSchRescheduleS(void)
{
    class_s("chSchRescheduleS");
    if (must_reschedule()) {
        thread_t *tp = self();
        tp->state = CH_STATE_READY;
        inside_flush();
        locked = false;
        kernel_unlock();
        kernel_lock();
        locked = true;
        tp->state = CH_STATE_CURRENT;
    }
}

thread_t *chSchReadyI(thread_t *tp)
{
    class_i("chSchReadyI");
    if (tp->state == CH_STATE_READY || tp->state == CH_STATE_FINAL) {
        standin_fail("the state of a thread for chSchReadyI");
    }
    look_at_priority(tp);
    tp->state = CH_STATE_READY;
    inside_wake(&own(tp)->pending);
    return tp;
}

/* Our kernel takes it off where it stands. */
ch_queue_t *ch_queue_dequeue(ch_queue_t *p)
{
    return p;
}

/* ---- lives of threads ---- */

thread_t *chThdGetSelfX(void)
{
    return self();
}

static void run(void *arg)
{
    thread_t *tp = arg;
    if (sigsetjmp(own(tp)->end, 0) == 0) {
        tp->state = CH_STATE_CURRENT;
        own(tp)->code(own(tp)->argument);
        chThdExit(MSG_OK);
    }
}

static void prepare(thread_t *tp, tprio_t prio)
{
    __builtin_memset(tp, 0, sizeof *tp);
    tp->hdr.pqueue.prio = tp->realprio = prio;
}

static bool is_aligned(const void *p, size_t to)
{
    return (uintptr_t)p % to == 0;
}

thread_t *chThdCreateSuspendedI(const thread_descriptor_t *how)
{
    class_i("chThdCreateSuspendedI");
    thread_t *tp = (thread_t *)(void *)((char *)how->wend - sizeof *tp);
    if (!is_aligned(how->wbase, PORT_WORKING_AREA_ALIGN) ||
        !is_aligned(how->wend, PORT_STACK_ALIGN) ||
        (char *)how->wend - (char *)how->wbase < (long)THD_WORKING_AREA_SIZE(0) ||
        how->prio > HIGHPRIO || !how->funcp) {
        standin_fail("arguments of chThdCreateSuspendedI");
    }
    prepare(tp, how->prio);
    tp->state = CH_STATE_WTSTART;
    own(tp)->code = how->funcp;
    own(tp)->argument = how->arg;
    own(tp)->thread = vosThCreate(STACK, VOS_PRIO_LOWEST, (void *)run, tp, tp);
    if (!own(tp)->thread) {
        standin_fail("no memory for a thread");
    }
    own(tp)->pending.thread = own(tp)->thread;
    look_at_priority(tp);
    tp->refs = 1;
    return tp;
}

thread_t *chThdCreateSuspended(const thread_descriptor_t *how)
{
    chSysLock();
    thread_t *tp = chThdCreateSuspendedI(how);
    chSysUnlock();
    return tp;
}

thread_t *chThdStart(thread_t *tp)
{
    chSysLock();
    if (tp->state != CH_STATE_WTSTART) {
        standin_fail("the state of a thread for chThdStart");
    }
    chSchReadyI(tp);
    chSchRescheduleS();
    chSysUnlock();
    return tp;
}

void chThdExit(msg_t msg)
{
    thread_t *tp = self();
    chSysLock();
    own(tp)->message = msg;
    tp->state = CH_STATE_FINAL;
    if (own(tp)->joiner) {
        chSchReadyI(own(tp)->joiner);
    }
    inside_flush();
    locked = false;
    kernel_unlock();
    siglongjmp(own(tp)->end, 1);
}

static void sleep_as(tstate_t state)
{
    self()->state = state;
    inside_flush();
    kernel_enqueue(NULL, PORT_NEVER);
    switch_away();
}

/* Sometimes another thread looks through the registry and is at one that has ended; it
 * goes on when somebody sleeps. */
static thread_t *looked_at;

msg_t chThdWait(thread_t *tp)
{
    chSysLock();
    if (tp->state != CH_STATE_FINAL) {
        own(tp)->joiner = self();
        sleep_as(CH_STATE_SUSPENDED);
    }
    msg_t message = own(tp)->message;
    chSysUnlock();
    while (vosThGetStatus(own(tp)->thread) != VTHREAD_INACTIVE) {
        vosThSleep(TIME_U(1, MILLIS));
    }
    vosThDestroy(own(tp)->thread);
    __builtin_memset(tp, 0xA5, sizeof *tp);
    tp->refs = !looked_at && !standin_is_virtual();
    looked_at = tp->refs ? tp : looked_at;
    return message;
}

msg_t chThdSuspendS(thread_reference_t *trp)
{
    class_s("chThdSuspendS");
    if (*trp) {
        standin_fail("chThdSuspendS at a reference in use");
    }
    *trp = self();
    sleep_as(CH_STATE_SUSPENDED);
    return own(self())->message;
}

void chThdResumeI(thread_reference_t *trp, msg_t msg)
{
    class_i("chThdResumeI");
    thread_t *tp = *trp;
    if (tp) {
        *trp = NULL;
        own(tp)->message = msg;
        chSchReadyI(tp);
    }
}

void chThdYield(void)
{
    chSysLock();
    inside_flush();
    self()->state = CH_STATE_READY;
    kernel_ready(kernel.current);
    switch_away();
    chSysUnlock();
}

void chThdSleep(sysinterval_t time)
{
    chSysLock();
    self()->state = CH_STATE_SUSPENDED;
    inside_flush();
    kernel_enqueue(NULL, (inside_ticks() + time) * inside_tick());
    switch_away();
    if (looked_at) {
        looked_at->refs = 0;
        looked_at = NULL;
    }
    chSysUnlock();
}

tprio_t chThdGetPriorityX(void)
{
    return self()->hdr.pqueue.prio;
}

tprio_t chThdSetPriority(tprio_t prio)
{
    chSysLock();
    tprio_t before = self()->realprio;
    self()->realprio = self()->hdr.pqueue.prio = prio;
    chSchRescheduleS();
    chSysUnlock();
    return before;
}

void chSysInit(void)
{
    inside_start();
    prepare(&main_thread, NORMALPRIO);
    main_thread.state = CH_STATE_CURRENT;
    own(&main_thread)->thread = own(&main_thread)->pending.thread = &kernel_main;
    kernel_main.data = &main_thread;
    kernel_lock();
    look_at_priority(&main_thread);
    kernel_unlock();
}

/* ---- time ---- */

static void over(deadline_t *d)
{
    virtual_timer_t *timer = ((own_timer_t *)d)->timer;
    timer->func(timer, timer->par);
}

void chVTObjectInit(virtual_timer_t *timer)
{
    __builtin_memset(timer, 0, sizeof *timer);
}

void chVTSetI(virtual_timer_t *timer, sysinterval_t delay, vtfunc_t fn, void *arg)
{
    own_timer_t *o = (own_timer_t *)(void *)timer->inside;
    class_i("chVTSetI");
    if (delay == 0) {
        standin_fail("the delay of chVTSetI");
    }
    timer->func = fn;
    timer->par = arg;
    o->timer = timer;
    o->deadline.over = over;
    deadline_set(&o->deadline, (inside_ticks() + delay) * inside_tick());
}

systime_t chVTGetSystemTimeX(void)
{
    return (systime_t)inside_ticks();
}

sysinterval_t chTimeDiffX(systime_t start, systime_t end)
{
    return end - start;
}

/* ---- memory ---- */

void *chHeapAlloc(void *heap, size_t size)
{
    (void)heap;
    thread_only("chHeapAlloc");
    return port_alloc(size);
}

void chHeapFree(void *p)
{
    thread_only("chHeapFree");
    port_free(p);
}
