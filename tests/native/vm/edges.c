/* SPDX-License-Identifier: MIT */
/* edges.c -- a source of interrupts that calls Python at a given rate, as a pin with a square wave does. */
#include "expect.h"

static PObject *callback C_NATIVE_ROOT;
static VSysTimer timer;
static int32_t wanted, made, refused;

/* In an isr. */
static void edge(void *arg)
{
    (void)arg;
    if (made < wanted) {
        PObject *number = PSMALLINT_NEW(made++);
        refused += !vm_post(callback, 1, &number);
    }
}

/* fn(0) … fn(n - 1), one every `period` microseconds, from now on. */
C_NATIVE(start)
{
    C_NATIVE_UNWARN();
    CHECK_ARG_INT(args[1]);
    CHECK_ARG_INT(args[2]);
    if (timer == NULL && (timer = vosTimerCreate()) == NULL) {
        return ERR_MEMORY_EXC;
    }
    int32_t period = PYC_ARG_INT(2);
    callback = args[0];
    wanted = PYC_ARG_INT(1);
    made = refused = 0;
    vosSysLock();
    vosTimerRecurrent(timer, TIME_U((uint32_t)period, MICROS), edge, NULL);
    vosSysUnlock();
    return ERR_OK;
}

/* Ends it: (edges made, refused by the queue, lost since the program began). */
C_NATIVE(stop)
{
    C_NATIVE_UNWARN();
    vosSysLock();
    vosTimerReset(timer);
    vosSysUnlock();
    PObject *counts[] = {PSMALLINT_NEW(made), PSMALLINT_NEW(refused), PSMALLINT_NEW(vm_irq_lost())};
    MAKE_RESULT(ptuple_new(3, counts));
    return ERR_OK;
}
