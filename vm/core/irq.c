/* SPDX-License-Identifier: MIT */
/*
 * irq.c -- the interrupt thread and its queue.
 *
 * The queue is a ring whose slots carry a turn: slot i may be filled at position p when
 * its turn is p, and emptied when it is p + 1. Producers reserve a position with one
 * compare-and-swap, so C threads and interrupt handlers may post at any time and never
 * wait; the interrupt thread is the only consumer. Turns order what a slot holds; the
 * positions themselves need no order.
 */
#include "irq.h"
#include "call.h"
#include "console.h"
#include "exc.h"
#include "gc.h"
#include "text.h"
#include "thread.h"
#include "traceback.h"
#include "tuple.h"
#include <string.h>

typedef struct {
    PObject *fn;
    PObject *args[VM_POST_ARGS];
    PTuple *tuple; /* vm_add_irq's arguments, or NULL */
    int nargs;
} irq_call_t;

typedef struct {
    _Atomic uint32_t turn; /* position + 1 − index when filled; see `slot_turn` */
    irq_call_t call;
} slot_t;

static slot_t ring[VM_IRQS];
static _Atomic uint32_t tail; /* next position to fill */
static _Atomic uint32_t head; /* next position to empty; the interrupt thread's */
static _Atomic uint32_t lost;
static _Atomic bool busy; /* a call is running */
static VEvent wanted;
static PThread *irq_thread;

/* Turns are stored less the slot's index, so that all zero is an empty ring. */
static uint32_t slot_turn(uint32_t position)
{
    return atomic_load_explicit(&ring[position % VM_IRQS].turn, memory_order_acquire) +
           position % VM_IRQS;
}

static void set_turn(uint32_t position, uint32_t turn)
{
    atomic_store_explicit(&ring[position % VM_IRQS].turn, turn - position % VM_IRQS,
                          memory_order_release);
}

_Static_assert((VM_IRQS & (VM_IRQS - 1)) == 0, "VM_IRQS is a power of two");

/* ---- posting ---- */

/* Nothing is copied twice here: the time is an interrupt's. */
static bool post(PObject *fn, PTuple *tuple, int nargs, PObject **args)
{
    uint32_t position = atomic_load_explicit(&tail, memory_order_relaxed);
    for (;;) {
        int32_t ahead = (int32_t)(slot_turn(position) - position);
        if (ahead < 0) {
            atomic_fetch_add(&lost, 1);
            return false;
        }
        if (ahead > 0) {
            position = atomic_load_explicit(&tail, memory_order_relaxed);
        } else if (atomic_compare_exchange_weak_explicit(
                       &tail, &position, position + 1, memory_order_relaxed,
                       memory_order_relaxed)) {
            break;
        }
    }
    irq_call_t *call = &ring[position % VM_IRQS].call;
    call->fn = fn;
    call->tuple = tuple;
    call->nargs = nargs;
    for (int i = 0; i < nargs; i++) {
        call->args[i] = args[i];
    }
    set_turn(position, position + 1);
    if (wanted) {
        vosEventSet(wanted);
    } else {
        atomic_fetch_or(&vm_preempt, PREEMPT_IRQ);
        thread_ring();
    }
    return true;
}

bool vm_post(PObject *fn, int nargs, PObject **args)
{
    if (nargs < 0 || nargs > VM_POST_ARGS) {
        atomic_fetch_add(&lost, 1);
        return false;
    }
    return post(fn, NULL, nargs, args);
}

bool irq_post(PObject *fn, PTuple *args)
{
    return post(fn, args, 0, NULL);
}

bool vm_add_irq(PObject *fn, PObject *args)
{
    return irq_post(fn, (PTuple *)args);
}

uint32_t vm_irq_lost(void)
{
    return atomic_load(&lost);
}

/* ---- the thread ---- */

static bool take(irq_call_t *call)
{
    uint32_t position = atomic_load_explicit(&head, memory_order_relaxed);
    if (slot_turn(position) != position + 1) {
        return false;
    }
    *call = ring[position % VM_IRQS].call;
    atomic_store_explicit(&head, position + 1, memory_order_release);
    set_turn(position, position + VM_IRQS);
    return true;
}

static void run(const irq_call_t *call)
{
    PObject *ignored;
    int nargs = call->nargs;
    PObject **args = (PObject **)call->args;
    if (call->tuple && IS_OBJ(call->tuple, PTUPLE)) {
        nargs = (int)call->tuple->header.length;
        args = tuple_items(call->tuple);
    }
    err_t err = vm_call(call->fn, &ignored, nargs, args);
    if (err != ERR_OK) {
        trace_report(err);
    }
}

/* Is the first call complete? Whoever is still filling it in will set the event. */
static bool is_ready(void)
{
    uint32_t position = atomic_load(&head);
    return slot_turn(position) == position + 1;
}

/* After the calls, so that they need not wait for it. */
static void clear_wanted(void)
{
    vosEventClear(wanted);
    if (is_ready()) {
        vosEventSet(wanted);
    }
}

static void body(void *arg)
{
    irq_call_t call;
    (void)arg;
    for (;;) {
        vosEventWait(wanted, VTIME_INFINITE);
        atomic_store_explicit(&busy, true, memory_order_release);
        thread_gil_acquire_as(irq_thread);
        while (take(&call)) {
            run(&call);
        }
        memset(&call, 0, sizeof call);
        atomic_store(&busy, false);
        thread_note_end();
        thread_gil_release();
        clear_wanted();
    }
}

err_t irq_start(void)
{
    if (wanted) {
        return ERR_OK;
    }
    VEvent event = vosEventCreate();
    irq_thread = event ? thread_new(P_NONE, NULL, VOS_PRIO_HIGHEST, 0) : NULL;
    err_t err = irq_thread ? thread_start_with(irq_thread, body) : ERR_MEMORY_EXC;
    if (err != ERR_OK) {
        if (event) {
            vosEventDestroy(event);
        }
        return err;
    }
    irq_thread->flags |= THREAD_IRQ;
    wanted = event;
    if (atomic_load(&head) != atomic_load(&tail)) {
        vosEventSet(wanted);
    }
    vosThResume(irq_thread->th);
    return ERR_OK;
}

int irq_pending(void)
{
    bool waits = atomic_load(&head) != atomic_load(&tail);
    return wanted && (waits || atomic_load(&busy)); /* in this order: see body */
}

void irq_report_lost(void)
{
    char line[96];
    text_t text;
    if (vm_irq_lost() == 0) {
        return;
    }
    text_init(&text, line, sizeof line);
    text_addf(&text,
              "zvm: %u calls from interrupts were lost: the queue has %d places\n",
              (unsigned)vm_irq_lost(), VM_IRQS);
    console_error(text.data, text.length);
}

/* ---- what waits is alive ---- */

void irq_mark(void)
{
    uint32_t end = atomic_load(&tail);
    for (uint32_t p = atomic_load(&head); p != end; p++) {
        const irq_call_t *call = &ring[p % VM_IRQS].call;
        if (slot_turn(p) != p + 1) {
            continue; /* being filled: its owner has the values on its stack */
        }
        gc_mark(call->fn);
        for (int i = 0; i < call->nargs; i++) {
            gc_mark(call->args[i]);
        }
        if (call->tuple) {
            gc_mark((PObject *)call->tuple);
        }
    }
}
