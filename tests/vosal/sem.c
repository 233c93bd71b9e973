/* SPDX-License-Identifier: MIT */
/* sem.c -- semaphores. */
#include "suite.h"
#include "tap.h"

static VSemaphore sem, other;

static void wait_sem(void *timeout)
{
    add_result(vosSemWaitTimeout(sem, as_time(timeout)));
}

static int32_t value_of(VSemaphore s)
{
    vosSysLock();
    int32_t value = vosSemGetValue(s);
    vosSysUnlock();
    return value;
}

TEST(counts)
{
    begin();
    sem = vosSemCreate(2);
    CHECK_INT(vosSemWait(sem), VRES_OK);
    CHECK_INT(vosSemTryWait(sem), VRES_OK);
    CHECK_INT(vosSemTryWait(sem), VRES_TIMEOUT);
    CHECK_INT(value_of(sem), 0);
    for (int i = 0; i < 5; i++) {
        vosSemSignal(sem);
    }
    CHECK_INT(value_of(sem), 5);
    vosSemDestroy(sem);
}

TEST(wait_is_an_expression)
{
    begin();
    sem = vosSemCreate(1);
    if (vosSemWait(sem) == VRES_OK) {
        note('y');
    } else {
        note('n');
    }
    vosSemSignal(sem);
    vosSemWait(sem);
    CHECK_STR(trace, "y");
    vosSemDestroy(sem);
}

TEST(cap)
{
    begin();
    sem = vosSemCreate(0);
    vosSemSignalCap(sem, 1);
    vosSemSignalCap(sem, 1);
    CHECK_INT(value_of(sem), 1);
    vosSemSignalCap(sem, 0);
    CHECK_INT(value_of(sem), 1);
    vosSemSignalCap(sem, 3);
    vosSemSignalCap(sem, 3);
    vosSemSignalCap(sem, 3);
    CHECK_INT(value_of(sem), 3);
    vosSemDestroy(sem);
    /* who waits is woken whatever the cap */
    sem = vosSemCreate(0);
    VThread th = spawn(VOS_PRIO_HIGH, wait_sem, as_arg(VTIME_INFINITE));
    vosSemSignalCap(sem, 1);
    CHECK_INT(results[0], VRES_OK);
    CHECK_INT(value_of(sem), 0);
    vosThDestroy(th);
    vosSemDestroy(sem);
}

TEST(value_is_minus_the_waiters)
{
    VThread th[3];
    begin();
    sem = vosSemCreate(0);
    for (int i = 0; i < 3; i++) {
        CHECK_INT(value_of(sem), -i);
        th[i] = spawn(VOS_PRIO_HIGH, wait_sem, as_arg(VTIME_INFINITE));
    }
    CHECK_INT(value_of(sem), -3);
    vosSemSignal(sem);
    CHECK_INT(value_of(sem), -2);
    vosSemReset(sem);
    CHECK_INT(value_of(sem), 0);
    join_all(th, 3);
    vosSemDestroy(sem);
}

TEST(the_best_waiter_is_served_first_equals_in_order)
{
    begin();
    sem = vosSemCreate(0);
    VThread th[] = {spawn(VOS_PRIO_LOW, wait_sem, as_arg(VTIME_INFINITE)),
                    spawn(VOS_PRIO_HIGH, wait_sem, as_arg(VTIME_INFINITE)),
                    spawn(VOS_PRIO_HIGH, wait_sem, as_arg(VTIME_INFINITE))};
    static const int order[] = {1, 2, 0};
    for (int i = 0; i < 3; i++) {
        CHECK_INT(vosThGetStatus(th[order[i]]), VTHREAD_WAITING);
        vosSemSignal(sem);
        CHECK_INT(vosThGetStatus(th[order[i]]), VTHREAD_INACTIVE);
    }
    CHECK_INT(value_of(sem), 0);
    join_all(th, 3);
    vosSemDestroy(sem);
}

TEST(reset_wakes_all_and_counts_from_zero)
{
    begin();
    sem = vosSemCreate(0);
    VThread th[] = {spawn(VOS_PRIO_HIGH, wait_sem, as_arg(VTIME_INFINITE)),
                    spawn(VOS_PRIO_HIGH, wait_sem, as_arg(TIME_U(9, SECONDS)))};
    vosSemReset(sem);
    CHECK_INT(nresults, 2);
    CHECK_INT(results[0], VRES_RESET);
    CHECK_INT(results[1], VRES_RESET);
    vosSemSignal(sem);
    vosSemReset(sem);
    CHECK_INT(vosSemTryWait(sem), VRES_TIMEOUT);
    join_all(th, 2);
    vosSemDestroy(sem);
}

TEST(destroy_wakes_all)
{
    begin();
    sem = vosSemCreate(0);
    VThread th[] = {spawn(VOS_PRIO_HIGH, wait_sem, as_arg(VTIME_INFINITE)),
                    spawn(VOS_PRIO_LOW, wait_sem, as_arg(TIME_U(9, SECONDS)))};
    vosSemDestroy(sem);
    CHECK_INT(results[0], VRES_RESET);
    CHECK_INT(results[1], VRES_RESET);
    join_all(th, 2);
}

/* ---- signal and wait in one ---- */

static void answer(void *arg)
{
    (void)arg;
    for (int i = 0; i < 100; i++) {
        vosSemWait(sem);
        note('a');
        vosSemSignal(other);
    }
}

TEST(signal_and_wait)
{
    begin();
    sem = vosSemCreate(0);
    other = vosSemCreate(0);
    VThread th = spawn(VOS_PRIO_LOWEST, answer, NULL);
    for (size_t i = 1; i <= 100; i++) {
        CHECK_INT(vosSemSignalWait(sem, other), VRES_OK);
        CHECK_INT(strlen(trace), i);
    }
    CHECK(join(th));
    vosSemSignal(other);
    CHECK_INT(vosSemSignalWait(sem, other), VRES_OK);
    CHECK_INT(value_of(sem), 1);
    vosSemDestroy(sem);
    vosSemDestroy(other);
}

static void do_both(void *arg)
{
    (void)arg;
    add_result(vosSemSignalWait(sem, other));
}

TEST(signal_and_wait_is_reset)
{
    begin();
    sem = vosSemCreate(0);
    other = vosSemCreate(0);
    VThread th = spawn(VOS_PRIO_HIGH, do_both, NULL);
    CHECK_INT(value_of(sem), 1);
    CHECK_INT(value_of(other), -1);
    vosSemReset(other);
    CHECK_INT(results[0], VRES_RESET);
    vosThDestroy(th);
    vosSemDestroy(sem);
    vosSemDestroy(other);
}

SUITE_MAIN
