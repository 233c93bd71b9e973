/* SPDX-License-Identifier: MIT */
/*
 * kernel_test.c -- what the VM asks of the kernel: turns with the GIL, stacks to scan,
 * Ctrl-C, posted interrupts. vosal.h's own conformance suite is tests/vosal.
 */
/* parts: vm/vosal/kernel */
/* include: sdk/include */
#include "vosal.h"
#include "tap.h"

static char trace[64];

static void note(char c)
{
    size_t n = strlen(trace);
    if (n + 1 < sizeof trace) {
        trace[n] = c;
    }
}

static void start(void)
{
    vosInit(NULL);
    vos_set_virtual_time(1000);
    vosThSetPriority(VOS_PRIO_NORMAL);
    memset(trace, 0, sizeof trace);
}

static VThread spawn(int32_t prio, void (*fn)(void *), void *arg)
{
    return vosThResume(vosThCreate(512, prio, (void *)fn, arg, NULL));
}

/* ---- the GIL ---- */

static _Atomic uint32_t preempt;

static void gil_user(void *arg)
{
    vosSemWait(_gillock);
    note(*(char *)arg);
    vosSemSignal(_gillock);
}

TEST(gil_is_handed_to_the_best_waiter)
{
    start();
    vosSemWait(_gillock);
    VThread th[] = {spawn(VOS_PRIO_NORMAL, gil_user, "1"),
                    spawn(VOS_PRIO_NORMAL, gil_user, "2"), NULL};
    vosThYield();
    th[2] = spawn(VOS_PRIO_HIGH, gil_user, "h");
    vosSysLock();
    CHECK_INT(vosSemGetValue(_gillock), -3);
    vosSysUnlock();
    vosSemSignal(_gillock);
    vosSemWait(_gillock);
    note('m');
    CHECK_STR(trace, "h12m");
    vosSemSignal(_gillock);
    for (int i = 0; i < 3; i++) {
        vosThDestroy(th[i]);
    }
}

TEST(gil_waiter_asks_after_the_quantum)
{
    start();
    preempt = 0;
    vos_set_preempt_flag(&preempt);
    vosSemWait(_gillock);
    VThread th = spawn(VOS_PRIO_NORMAL, gil_user, "w");
    vosThYield();
    vos_virtual_advance(9999);
    CHECK_INT(preempt, 0);
    vos_virtual_advance(2);
    CHECK_INT(preempt, VOS_PREEMPT_QUANTUM);
    vosSemSignal(_gillock);
    vosSemWait(_gillock);
    CHECK_STR(trace, "w");
    vosSemSignal(_gillock);
    vosThDestroy(th);
}

TEST(better_gil_waiter_asks_at_once_worse_never)
{
    start();
    preempt = 0;
    vosSemWait(_gillock);
    VThread low = spawn(VOS_PRIO_LOW, gil_user, "l");
    vosThSleep(TIME_U(30, MILLIS));
    CHECK_INT(preempt, 0);
    VThread high = spawn(VOS_PRIO_HIGH, gil_user, "h");
    CHECK_INT(preempt, VOS_PREEMPT_QUANTUM);
    vosSemSignal(_gillock);
    vosThSleep(TIME_U(1, MILLIS));
    CHECK_STR(trace, "hl");
    vosThDestroy(low);
    vosThDestroy(high);
}

/* ---- stacks ---- */

static uintptr_t wanted;
static int found;

static void look(void *low, void *high, void *ctx)
{
    (void)ctx;
    for (uintptr_t *p = low; p < (uintptr_t *)high; p++) {
        found += *p == wanted;
    }
}

static void holder(void *arg)
{
    volatile uintptr_t secret = ~(uintptr_t)arg;
    vosThSleep(TIME_U(5, MILLIS));
    wanted += secret == ~wanted ? 0 : 1;
}

TEST(stacks_of_waiting_threads_are_shown)
{
    start();
    wanted = 0x5A5A1234;
    found = 0;
    vos_scan_stacks(look, NULL);
    int before = found;
    VThread th = spawn(VOS_PRIO_HIGH, holder, (void *)~wanted);
    found = 0;
    vos_scan_stacks(look, NULL);
    CHECK(found > before);
    vosThSleep(TIME_U(10, MILLIS));
    vosThDestroy(th);
}

TEST(stack_left_shrinks_with_depth)
{
    char big[4096];
    memset(big, 1, sizeof big);
    start();
    CHECK(vos_stack_left() > 8192);
    CHECK(vos_stack_left() < (size_t)1 << 30);
    CHECK_INT(big[17], 1);
}

/* ---- interrupts ---- */

static int fired;

static void fire(void *arg)
{
    fired += *(int *)arg;
}

TEST(posts_are_limited_and_wait_for_unlock)
{
    int one = 1;
    start();
    fired = 0;
    vosSysLock();
    vosSysLock();
    for (int i = 0; i < 1024; i++) {
        CHECK(vos_irq_post(fire, &one));
    }
    CHECK(!vos_irq_post(fire, &one));
    vosSysUnlock();
    CHECK_INT(fired, 0);
    vosSysUnlock();
    CHECK_INT(fired, 1024);
}

TEST(ctrl_c_ends_the_wait_of_main)
{
    start();
    vos_set_preempt_flag(&preempt);
    preempt = VOS_PREEMPT_INTERRUPT;
    VSemaphore sem = vosSemCreate(0);
    uint64_t now = vosMillis();
    CHECK_INT(vosSemWait(sem), VRES_RESET);
    vosThSleep(TIME_U(9, SECONDS));
    CHECK_INT(vosMillis() - now, 0);
    CHECK_INT(vosSemTryWait(sem), VRES_TIMEOUT);
    preempt = 0;
    CHECK_INT(vosSemWaitTimeout(sem, TIME_U(1, MILLIS)), VRES_TIMEOUT);
    vosSemDestroy(sem);
}

TAP_MAIN
