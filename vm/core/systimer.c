/* SPDX-License-Identifier: MIT */
/*
 * systimer.c -- kernel timers that call Python, each with a stopwatch.
 *
 *   t = __new_timer()
 *   __timer_set(t, op, time, unit=MILLIS, fn=None, *args)
 *       op 0  no call any more
 *          1  fn(*args) once after `time`
 *          2  fn(*args) every `time`
 *          3  the stopwatch at 0; calls go on
 *   __timer_get(t)   milliseconds of the stopwatch; __timer_get() since the start
 *
 * The calls are made by the interrupt thread. A timer has a kernel object only while it
 * is armed, and is a root as long: one that nobody holds goes on, as a program expects.
 */
#include "systimer.h"
#include "builtins.h"
#include "exc.h"
#include "gc.h"
#include "int.h"
#include "irq.h"
#include "obj.h"
#include "tuple.h"
#include "vminterface.h"

enum { TIMER_STOP, TIMER_ONE_SHOT, TIMER_RECURRENT, TIMER_RESTART };

typedef struct systimer {
    PSysObject base;
    bool done; /* its last call was posted: the kernel object can go */
    uint64_t started;
    PObject *fn;
    PTuple *args;
    struct systimer *next;
} systimer_t;

static systimer_t *armed; /* all that have a kernel object */

/* ---- arming ---- */

/* In an isr. */
static void fire(void *arg)
{
    systimer_t *t = arg;
    irq_post(t->fn, t->args);
}

static void fire_last(void *arg)
{
    systimer_t *t = arg;
    irq_post(t->fn, t->args);
    t->done = true;
}

static void disarm(systimer_t *t)
{
    systimer_t **link = &armed;
    if (t->base.sys.timer == NULL) {
        return;
    }
    while (*link != t) {
        link = &(*link)->next;
    }
    *link = t->next;
    vosTimerDestroy(t->base.sys.timer);
    t->base.sys.timer = NULL;
    t->fn = NULL;
    t->args = NULL;
}

/* A timer cannot be destroyed in its own callback: the next arming does it. */
static void disarm_done(void)
{
    systimer_t *next;
    for (systimer_t *t = armed; t; t = next) {
        next = t->next;
        if (t->done) {
            disarm(t);
        }
    }
}

static err_t arm(systimer_t *t, bool once, uint32_t time, PObject *fn, PTuple *args)
{
    disarm_done();
    disarm(t);
    err_t err = irq_start();
    if (err != ERR_OK) {
        return err;
    }
    VSysTimer timer = vosTimerCreate();
    if (timer == NULL) {
        return ERR_MEMORY_EXC;
    }
    t->base.sys.timer = timer;
    t->done = false;
    t->fn = fn;
    t->args = args;
    t->next = armed;
    armed = t;
    vosSysLock();
    if (once) {
        vosTimerOneShot(timer, time, fire_last, t);
    } else {
        vosTimerRecurrent(timer, time, fire, t);
    }
    vosSysUnlock();
    return ERR_OK;
}

void systimer_mark(void)
{
    for (systimer_t *t = armed; t; t = t->next) {
        gc_mark((PObject *)t);
        gc_mark(t->fn);
        gc_mark((PObject *)t->args);
    }
}

/* ---- what Python calls ---- */

OPTIONAL err_t builtin___new_timer(int nargs, PObject *self, PObject **args,
                                   PObject **res)
{
    (void)nargs, (void)self, (void)args;
    systimer_t *t = gc_new(PSYSOBJ, POBJ_HASHABLE, sizeof *t);
    if (t == NULL) {
        return ERR_MEMORY_EXC;
    }
    t->base.header.aux = sizeof *t;
    t->base.type = PSYS_TIMER;
    t->started = vosMillis();
    *res = (PObject *)t;
    return ERR_OK;
}

/* psysobj_new makes smaller ones, for C's own use. */
static err_t timer_of(PObject *o, systimer_t **t)
{
    if (!IS_OBJ(o, PSYSOBJ) || ((PSysObject *)o)->type != PSYS_TIMER ||
        o->header.aux != sizeof **t) {
        return vm_raise(ERR_TYPE_EXC, "expected a timer, got %s", type_name_of(o));
    }
    *t = (systimer_t *)o;
    return ERR_OK;
}

/* A number of units as the kernel wants it; what does not fit in its 30 bits is given
 * in the next coarser unit. */
static err_t time_of(PObject *count, PObject *unit, uint32_t *time)
{
    int64_t n, u = MILLIS;
    err_t err = obj_index(count, &n);
    if (err == ERR_OK && unit) {
        err = obj_index(unit, &u);
    }
    if (err != ERR_OK) {
        return err;
    }
    if (n < 0 || u < NANOS || u > SECONDS) {
        return vm_raise(ERR_VALUE_EXC, "a timer's time must not be negative");
    }
    for (; n >= 0x3FFFFFFF && u < SECONDS; u++) {
        n /= 1000;
    }
    *time = TIME_U((uint32_t)(n < 0x3FFFFFFF ? n : 0x3FFFFFFE), (uint32_t)u);
    return ERR_OK;
}

OPTIONAL err_t builtin___timer_set(int nargs, PObject *self, PObject **args,
                                   PObject **res)
{
    systimer_t *t;
    int64_t op = 0;
    uint32_t time = 0;
    (void)self;
    err_t err = timer_of(args[0], &t);
    if (err == ERR_OK) {
        err = obj_index(args[1], &op);
    }
    if (err == ERR_OK) {
        err = time_of(args[2], nargs > 3 ? args[3] : NULL, &time);
    }
    if (err != ERR_OK) {
        return err;
    }
    *res = P_NONE;
    switch (op) {
    case TIMER_STOP:
        disarm(t);
        return ERR_OK;
    case TIMER_RESTART:
        t->started = vosMillis();
        return ERR_OK;
    case TIMER_ONE_SHOT:
    case TIMER_RECURRENT:
        break;
    default:
        return vm_raise(ERR_VALUE_EXC, "unknown timer operation");
    }
    if (nargs < 5) {
        return vm_raise(ERR_TYPE_EXC, "a timer needs a function to call");
    }
    PTuple *rest = tuple_from((uint32_t)nargs - 5, args + 5);
    return rest ? arm(t, op == TIMER_ONE_SHOT, time, args[4], rest) : ERR_MEMORY_EXC;
}

OPTIONAL err_t builtin___timer_get(int nargs, PObject *self, PObject **args,
                                   PObject **res)
{
    systimer_t *t;
    uint64_t since = 0;
    (void)self;
    if (nargs > 0) {
        err_t err = timer_of(args[0], &t);
        if (err != ERR_OK) {
            return err;
        }
        since = t->started;
    }
    int64_t millis = (int64_t)(vosMillis() - since);
    *res = int_new(millis);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}
