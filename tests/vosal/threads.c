/* SPDX-License-Identifier: MIT */
/* threads.c -- lives of threads, what they are asked, suspending, the system's lock. */
#include "suite.h"
#include "tap.h"

TEST(created_is_not_started)
{
    begin();
    VThread th = vosThCreate(STACK, VOS_PRIO_HIGH, (void *)note_first, "h", NULL);
    CHECK(th != NULL);
    CHECK_INT(vosThGetStatus(th), VTHREAD_READY);
    nap(1);
    CHECK_STR(trace, "");
    CHECK(vosThResume(th) == th);
    CHECK_STR(trace, "h");
    CHECK_INT(vosThGetStatus(th), VTHREAD_INACTIVE);
    vosThResume(th);
    CHECK_INT(vosThGetStatus(th), VTHREAD_INACTIVE);
    vosThDestroy(th);
}

TEST(destroyed_before_it_started)
{
    begin();
    vosThDestroy(vosThCreate(STACK, VOS_PRIO_HIGH, (void *)note_first, "x", NULL));
    nap(1);
    CHECK_STR(trace, "");
}

TEST(user_pointer_and_id)
{
    int a, b;
    begin();
    VThread one = vosThCreate(STACK, VOS_PRIO_LOW, (void *)note_first, "1", &a);
    VThread two = vosThCreate(STACK, VOS_PRIO_LOW, (void *)note_first, "2", NULL);
    CHECK(vosThGetData(one) == &a);
    vosThSetData(one, &b);
    CHECK(vosThGetData(one) == &b && vosThGetData(two) == NULL);
    CHECK(vosThGetId(one) && vosThGetId(two) && vosThGetId(vosThCurrent()));
    CHECK(vosThGetId(one) != vosThGetId(two));
    CHECK(vosThGetId(one) != vosThGetId(vosThCurrent()));
    vosThDestroy(one);
    vosThDestroy(two);
}

static void note_self(void *arg)
{
    VThread *seen = arg;
    *seen = vosThCurrent();
    note(vosThGetStatus(*seen) == VTHREAD_RUNNING ? 'r' : '?');
}

TEST(a_thread_knows_itself)
{
    VThread seen = NULL;
    begin();
    VThread th = spawn(VOS_PRIO_HIGH, note_self, &seen);
    CHECK(seen == th && th != vosThCurrent());
    CHECK_STR(trace, "r");
    vosThDestroy(th);
}

TEST(priorities_are_clamped_and_own)
{
    begin();
    CHECK_INT(VOS_PRIO_IDLE, 0);
    CHECK_INT(VOS_PRIO_NORMAL, 4);
    CHECK_INT(VOS_PRIO_HIGHEST, 7);
    vosThSetPriority(99);
    CHECK_INT(vosThGetPriority(), VOS_PRIO_HIGHEST);
    vosThSetPriority(-5);
    CHECK_INT(vosThGetPriority(), VOS_PRIO_LOWEST);
    vosThSetPriority(VOS_PRIO_HIGHER);
    CHECK_INT(vosThGetPriority(), VOS_PRIO_HIGHER);
}

/* ---- suspend and resume ---- */

static void suspender(void *arg)
{
    int depth = *(int *)arg;
    note('a');
    while (depth-- > 0) {
        vosSysLock();
    }
    vosThSuspend();
    note('b');
}

TEST(suspend_gives_up_the_lock_whole)
{
    for (int depth = 1; depth <= 3; depth++) {
        begin();
        VThread th = spawn(VOS_PRIO_HIGH, suspender, &depth);
        CHECK_STR(trace, "a");
        CHECK_INT(vosThGetStatus(th), VTHREAD_WAITING);
        nap(1); /* time passes: nothing is locked */
        CHECK(vosThResume(th) == th);
        CHECK_STR(trace, "ab");
        vosThDestroy(th);
    }
}

TEST(destroying_one_that_waits_does_nothing)
{
    int depth = 1;
    begin();
    VThread th = spawn(VOS_PRIO_HIGH, suspender, &depth);
    vosThDestroy(th);
    CHECK_INT(vosThGetStatus(th), VTHREAD_WAITING);
    vosThResume(th);
    CHECK_STR(trace, "ab");
    vosThDestroy(th);
}

TEST(resume_inside_the_lock_waits_for_its_end)
{
    int depth = 1;
    begin();
    VThread th = spawn(VOS_PRIO_HIGH, suspender, &depth);
    vosSysLock();
    vosThResume(th);
    note('m');
    vosSysUnlock();
    CHECK_STR(trace, "amb");
    vosThDestroy(th);
}

static void sleeper(void *arg)
{
    vosThSleep(as_time(arg));
    note('e');
}

TEST(resume_ends_no_sleep_and_no_wait)
{
    begin();
    VSysTimer watch = vosTimerCreate();
    VThread th = spawn(VOS_PRIO_HIGH, sleeper, as_arg(TIME_U(5, MILLIS)));
    CHECK_INT(vosThGetStatus(th), VTHREAD_WAITING);
    vosThResume(th);
    CHECK(join(th));
    CHECK(vosTimerReadMicros(watch) >= 5000);
    vosTimerDestroy(watch);
}

/* ---- the lock ---- */

TEST(locks_nest)
{
    begin();
    VThread th = vosThCreate(STACK, VOS_PRIO_HIGH, (void *)note_first, "h", NULL);
    vosSysLock();
    vosSysLock();
    vosThResume(th);
    note('1');
    vosSysUnlock();
    note('2');
    vosSysUnlock();
    CHECK_STR(trace, "12h");
    vosThDestroy(th);
}

TEST(a_wait_inside_the_lock_lets_others_run_and_comes_back_locked)
{
    begin();
    VSemaphore s = vosSemCreate(0);
    VThread low = spawn(VOS_PRIO_LOWEST, note_first, "l");
    VThread high = vosThCreate(STACK, VOS_PRIO_HIGH, (void *)note_first, "h", NULL);
    vosSysLock();
    CHECK_INT(vosSemWaitTimeout(s, TIME_U(1, MILLIS)), VRES_TIMEOUT);
    vosThResume(high);
    note('m');
    vosSysUnlock();
    CHECK(join(low));
    CHECK(trace[0] == 'l' ? strcmp(trace, "lmh") == 0 : strcmp(trace, "mhl") == 0);
    vosThDestroy(high);
    vosSemDestroy(s);
}

TEST(no_time_slice_ends_inside_the_lock)
{
    begin();
    VThread th = spawn(VOS_PRIO_LOWEST, note_first, "x");
    vos_set_quantum(TIME_U(1, MILLIS));
    vosSysLock();
    port_compute(5000);
    note('m');
    vosSysUnlock();
    CHECK_INT(trace[0], 'm');
    CHECK(join(th));
}

SUITE_MAIN
