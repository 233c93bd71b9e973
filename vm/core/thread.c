/* SPDX-License-Identifier: MIT */
/*
 * thread.c -- Python threads, the hand-over of the GIL, and what is done at safe
 * points.
 *
 * A thread that has ended stays in the ring until a later call reaps it: nobody can
 * free the stack it is still running on.
 */
#include "thread.h"
#include "builtins.h"
#include "call.h"
#include "console.h"
#include "exc.h"
#include "gc.h"
#include "int.h"
#include "irq.h"
#include "limits.h"
#include "native.h"
#include "text.h"
#include "traceback.h"
#include "tuple.h"
#include <string.h>

/* What a safe point costs in virtual time: the opcodes of a short loop. */
#define SAFEPOINT_OPS 8

/* Signalled when a thread ends or the interrupt thread has nothing left to do. */
static VSemaphore ended;
static VEvent doorbell;

/* Clears bits of the preempt flag; true when one was set. */
static bool take_bits(uint32_t bits)
{
    return (atomic_load_explicit(&vm_preempt, memory_order_relaxed) & bits) &&
           (atomic_fetch_and(&vm_preempt, ~bits) & bits);
}

/* ---- the ring ---- */

void thread_link(PThread *t)
{
    if (vm.threads) {
        t->next = vm.threads->next;
        vm.threads->next = t;
    } else {
        t->next = vm.threads = t;
    }
}

void thread_unlink(PThread *t)
{
    PThread *before = vm.threads;
    while (before->next != t) {
        before = before->next;
    }
    if (vm.threads == t) {
        vm.threads = before == t ? NULL : before;
    }
    before->next = t->next;
    t->next = NULL;
}

/* Frees what threads that have ended left. */
static void reap(void)
{
    PThread *t = vm.threads;
    PThread *next;
    for (bool last = false; !last; t = next) {
        next = t->next;
        last = next == vm.threads;
        if (t->status == THREAD_FINISHED && t->th &&
            vosThGetStatus(t->th) == VTHREAD_INACTIVE) {
            thread_unlink(t);
            vosThDestroy(t->th);
            t->th = NULL;
        }
    }
}

/* Switches are off meanwhile; whoever was stopped while it changed the ring left it
 * whole. */
static bool is_in_ring(const PThread *wanted)
{
    bool found = false;
    vosSysLock();
    const PThread *t = vm.threads;
    while (t && !found) {
        found = t == wanted;
        t = t->next == vm.threads ? NULL : t->next;
    }
    vosSysUnlock();
    return found;
}

PThread *thread_current(void)
{
    PThread *data = vosThGetData(vosThCurrent());
    return data && (data == vm.current || is_in_ring(data)) ? data : NULL;
}

/* ---- making and ending ---- */

static err_t make_stack(PThread *t)
{
    size_t size = vm.config.python_stack ? vm.config.python_stack : PYTHON_STACK;
    t->stack = gc_malloc((uint32_t)size);
    if (t->stack == NULL) {
        return ERR_MEMORY_EXC;
    }
    t->stack_end = t->stack + size / sizeof *t->stack;
    t->sp = t->stack;
    return ERR_OK;
}

static void free_stack(PThread *t)
{
    gc_free(t->stack);
    t->stack = t->stack_end = t->sp = NULL;
    t->frame = NULL;
}

/* The PThread of a thread that is running already: the main one, or a C thread. */
static err_t adopt(uint8_t flags)
{
    PThread *t = gc_new(PTHREAD, POBJ_HASHABLE, sizeof *t);
    if (t == NULL || make_stack(t) != ERR_OK) {
        return ERR_MEMORY_EXC;
    }
    t->th = vosThCurrent();
    t->flags = flags;
    t->status = THREAD_RUNNING;
    t->prio = (uint8_t)vosThGetPriority();
    t->own_data = vosThGetData(t->th);
    vosThSetData(t->th, t);
    vm.current = t;
    thread_link(t);
    return ERR_OK;
}

err_t thread_start_main(void)
{
    vosInit(NULL);
    vm.threads = NULL;
    if (ended == NULL) {
        ended = vosSemCreate(0);
        doorbell = vosEventCreate();
        if (ended == NULL || doorbell == NULL) {
            return ERR_MEMORY_EXC;
        }
    }
    vos_set_thread_hook(gc_share);
    if (vm.config.virtual_time) {
        atomic_fetch_or(&vm_preempt, PREEMPT_METER);
    }
    thread_gil_acquire();
    return adopt(THREAD_MAIN);
}

err_t vm_attach(void)
{
    thread_gil_acquire();
    err_t err = adopt(THREAD_ATTACHED);
    if (err == ERR_OK && take_bits(PREEMPT_IRQ)) {
        err = irq_start();
    }
    if (err != ERR_OK && vm.current) {
        vm_detach();
    } else if (err != ERR_OK) {
        thread_gil_release();
    }
    return err;
}

void vm_detach(void)
{
    PThread *t = vm.current;
    thread_unlink(t);
    free_stack(t);
    t->status = THREAD_FINISHED;
    t->th = NULL;
    vosThSetData(vosThCurrent(), t->own_data);
    thread_gil_release();
}

PThread *thread_new(PObject *fn, PTuple *args, int prio, uint32_t size)
{
    PThread *t = gc_new(PTHREAD, POBJ_HASHABLE, sizeof *t);
    if (t) {
        t->header.length = size ? size : C_STACK;
        t->fn = fn;
        t->args = args;
        t->prio = (uint8_t)prio;
    }
    return t;
}

static void run(PThread *t)
{
    PObject *ignored;
    t->status = THREAD_RUNNING;
    err_t err =
        vm_call(t->fn, &ignored, (int)t->args->header.length, tuple_items(t->args));
    if (err != ERR_OK) {
        trace_report(err);
    }
    console_flush();
    t->fn = NULL;
    t->args = NULL;
    t->handled = NULL;
    free_stack(t);
    t->status = THREAD_FINISHED;
    t->flags |= THREAD_TERMINATED;
}

/* What a new VOSAL thread executes. */
static void body(void *arg)
{
    thread_gil_acquire();
    run(arg);
    vosSemSignal(ended);
    thread_gil_release();
}

err_t thread_start_with(PThread *t, void (*fn)(void *thread))
{
    reap();
    if (make_stack(t) != ERR_OK) {
        return ERR_MEMORY_EXC;
    }
    t->th = vosThCreate(t->header.length, t->prio, (void *)fn, t, t);
    if (t->th == NULL) {
        free_stack(t);
        return ERR_MEMORY_EXC;
    }
    t->status = THREAD_SUSPENDED;
    thread_link(t);
    return ERR_OK;
}

err_t thread_start(PThread *t)
{
    if (t->status != THREAD_INACTIVE) {
        return vm_raise(ERR_RUNTIME_EXC, "threads can only be started once");
    }
    err_t err = thread_start_with(t, body);
    if (err == ERR_OK) {
        vosThResume(t->th);
    }
    return err;
}

/* ---- the GIL ---- */

void thread_gil_release(void)
{
    vm.current = NULL;
    vosSemSignal(_gillock);
}

/* The kernel tells of Ctrl-C by ending the main thread's waits until its bit is clear;
 * the interrupt itself waits for the next safe point. */
static void note_interrupt(void)
{
    if (atomic_load(&vm_preempt) & VOS_PREEMPT_INTERRUPT) {
        atomic_fetch_or(&vm_preempt, PREEMPT_KEYBOARD);
        atomic_fetch_and(&vm_preempt, ~(uint32_t)VOS_PREEMPT_INTERRUPT);
    }
}

void thread_gil_acquire(void)
{
    while (vosSemWait(_gillock) != VRES_OK) {
        note_interrupt();
    }
    thread_gil_taken();
}

void thread_gil_acquire_as(PThread *t)
{
    vosSemWait(_gillock);
    vm.current = t;
}

void thread_gil_taken(void)
{
    PThread *t = thread_current();
    vm.current = t;
    if (t && t->flags & THREAD_SET_PRIO) {
        t->flags &= (uint8_t)~THREAD_SET_PRIO;
        vosThSetPriority(t->prio);
    }
}

/* ---- safe points ---- */

err_t thread_safepoint(void)
{
    PThread *t = vm.current;
    if (vm.config.virtual_time) {
        vos_virtual_advance(SAFEPOINT_OPS);
    }
    if (take_bits(VOS_PREEMPT_QUANTUM)) {
        thread_gil_release();
        thread_gil_acquire();
    }
    if (take_bits(PREEMPT_DEALLOC)) {
        native_run_deallocs(false);
    }
    if (take_bits(PREEMPT_IRQ)) {
        err_t err = irq_start();
        if (err != ERR_OK) {
            return err;
        }
    }
    if (t->flags & THREAD_MAIN && take_bits(VOS_PREEMPT_INTERRUPT | PREEMPT_KEYBOARD)) {
        exc_clear();
        return NAME_KeyboardInterrupt;
    }
    return ERR_OK;
}

void thread_ring(void)
{
    vosEventSet(doorbell);
}

/* Sleeps without the GIL; true: the bell rang before the time was over. */
static bool sleep_or_bell(uint32_t time)
{
    thread_gil_release();
    bool rang = vosEventWait(doorbell, time) == VRES_OK;
    thread_gil_acquire();
    if (rang) {
        vosEventClear(doorbell);
    }
    return rang;
}

err_t thread_sleep(uint32_t time)
{
    uint64_t start = vosMillis();
    err_t err = ERR_OK;
    console_flush();
    while (sleep_or_bell(time)) {
        err = thread_safepoint();
        uint64_t slept = vosMillis() - start, wanted = (uint64_t)GET_TIME_VALUE(time);
        wanted = GET_TIME_UNIT(time) == SECONDS  ? wanted * 1000
                 : GET_TIME_UNIT(time) == MILLIS ? wanted
                                                 : wanted / 1000;
        if (err != ERR_OK || slept >= wanted) {
            return err;
        }
        uint64_t left = wanted - slept < 0x3FFFFFFE ? wanted - slept : 0x3FFFFFFE;
        time = TIME_U((uint32_t)left, MILLIS);
        start += slept;
    }
    return atomic_load(&vm_preempt) ? thread_safepoint() : ERR_OK;
}

/* Must the program go on for another thread than this one? */
static bool others_run(const PThread *self)
{
    for (PThread *t = self->next; t != self; t = t->next) {
        if (t->status != THREAD_FINISHED &&
            !(t->flags & (THREAD_IRQ | THREAD_ATTACHED | THREAD_DAEMON))) {
            return true;
        }
    }
    return irq_pending();
}

bool thread_wait_all(void)
{
    PThread *self = vm.current;
    bool interrupted = false;
    while (!interrupted && others_run(self)) {
        console_flush();
        thread_gil_release();
        vosSemWait(ended);
        thread_gil_acquire();
        interrupted = take_bits(VOS_PREEMPT_INTERRUPT | PREEMPT_KEYBOARD);
    }
    reap();
    irq_report_lost();
    return !interrupted;
}

void thread_note_end(void)
{
    vosSemSignal(ended);
}

void vm_daemon(void)
{
    if (vm.current) {
        vm.current->flags |= THREAD_DAEMON;
        thread_note_end();
    }
}

/* ---- what Python sees ---- */

static err_t thread_repr(PObject *self, text_t *out)
{
    static const char *const states[] = {"initial", "started", "running", "returning",
                                         "stopped"};
    return text_addf(out, "<thread %s at 0x%lx>", states[((PThread *)self)->status],
                     (unsigned long)POBJ_WORD(self));
}

static err_t thread_hash(PObject *self, uint32_t *hash)
{
    *hash = (uint32_t)(POBJ_WORD(self) >> 3) * 2654435761u;
    return ERR_OK;
}

static err_t method_start(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    (void)args;
    *res = P_NONE;
    return thread_start((PThread *)self);
}

static err_t method_get_status(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    (void)args;
    *res = PSMALLINT_NEW(((PThread *)self)->status);
    return ERR_OK;
}

static err_t method_get_priority(int nargs, PObject *self, PObject **args,
                                 PObject **res)
{
    (void)nargs;
    (void)args;
    *res = PSMALLINT_NEW(((PThread *)self)->prio);
    return ERR_OK;
}

static err_t priority_of(PObject *value, int *prio)
{
    int64_t n;
    err_t err = int_to_i64(value, &n);
    if (err == ERR_OK && (n < VOS_PRIO_LOWEST || n > VOS_PRIO_HIGHEST)) {
        return vm_raise(ERR_VALUE_EXC, "priority must be %d to %d", VOS_PRIO_LOWEST,
                        VOS_PRIO_HIGHEST);
    }
    *prio = (int)n;
    return err;
}

/* A thread sets its own priority: another one does it when it next gets the GIL. */
static err_t method_set_priority(int nargs, PObject *self, PObject **args,
                                 PObject **res)
{
    PThread *t = (PThread *)self;
    int prio = 0;
    (void)nargs;
    err_t err = priority_of(args[0], &prio);
    if (err != ERR_OK) {
        return err;
    }
    t->prio = (uint8_t)prio;
    if (t == vm.current) {
        vosThSetPriority(prio);
    } else if (t->status != THREAD_INACTIVE) {
        t->flags |= THREAD_SET_PRIO;
    }
    *res = P_NONE;
    return ERR_OK;
}

static const type_method_t thread_methods[] = {
    {NAME_start, 0, 0, method_start, NULL},
    {NAME_get_status, 0, 0, method_get_status, NULL},
    {NAME_get_priority, 0, 0, method_get_priority, NULL},
    {NAME_set_priority, 1, 1, method_set_priority, NULL},
};

const type_ops_t thread_ops = {
    .repr = thread_repr,
    .hash = thread_hash,
    .methods = thread_methods,
    .nmethods = sizeof thread_methods / sizeof *thread_methods,
};

/* thread(fn, *args, prio, size): makes and starts it. */
OPTIONAL err_t builtin_thread(int nargs, PObject *self, PObject **args, PObject **res)
{
    PObject *given_prio = self ? PTUPLE_ITEM(self, 0) : NULL;
    PObject *given_size = self ? PTUPLE_ITEM(self, 1) : NULL;
    int prio = VOS_PRIO_NORMAL;
    int64_t size = 0;
    err_t err = given_prio ? priority_of(given_prio, &prio) : ERR_OK;
    if (err == ERR_OK && given_size) {
        err = int_to_i64(given_size, &size);
    }
    if (err != ERR_OK) {
        return err;
    }
    size = size < 0 ? 0 : size > INT32_MAX ? INT32_MAX : size;
    PTuple *rest = tuple_from((uint32_t)nargs - 1, args + 1);
    PThread *t = rest ? thread_new(args[0], rest, prio, (uint32_t)size) : NULL;
    *res = (PObject *)t;
    return t ? thread_start(t) : ERR_MEMORY_EXC;
}

/* sleep(time, unit=MILLIS) */
OPTIONAL err_t builtin_sleep(int nargs, PObject *self, PObject **args, PObject **res)
{
    static const uint32_t per_second[] = {1000000000u, 1000000u, 1000u, 1u};
    int64_t unit = MILLIS, count = 0;
    double value = 0;
    (void)self;
    err_t err = nargs > 1 && args[1] ? int_to_i64(args[1], &unit) : ERR_OK;
    if (err == ERR_OK && (unit < NANOS || unit > SECONDS)) {
        return vm_raise(ERR_VALUE_EXC, "unit must be NANOS, MICROS, MILLIS or SECONDS");
    }
    if (err == ERR_OK && IS_OBJ(args[0], PFLOAT)) {
        value = PFLOAT_VALUE(args[0]) * 1e6 / per_second[unit];
        count = value < 9e15 ? (int64_t)value : (int64_t)9e15;
        unit = MICROS;
    } else if (err == ERR_OK) {
        err = int_to_i64(args[0], &count);
    }
    if (err == ERR_OK && (count < 0 || value < 0)) {
        return vm_raise(ERR_VALUE_EXC, "sleep length must be non-negative");
    }
    *res = P_NONE;
    do {
        int64_t part = count > 0x3FFFFFFE ? 0x3FFFFFFE : count;
        count -= part;
        if (err == ERR_OK) {
            err = thread_sleep(TIME_U((uint32_t)part, (uint32_t)unit));
        }
    } while (err == ERR_OK && count > 0);
    return err;
}
