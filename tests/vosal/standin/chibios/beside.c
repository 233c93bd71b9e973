/* SPDX-License-Identifier: MIT */
/* beside.c -- threads and interrupts of a ChibiOS program beside VOSAL's threads. */
#include "ch.h"
#include "suite.h"
#include "tap.h"

enum { WORDS = 2048 };

static VSemaphore asked, answered;
static VMutex mutex;
static stkalign_t area[3][WORDS];

static void start(int n, tfunc_t code, tprio_t prio)
{
    thread_descriptor_t how = {"user's", area[n], area[n] + WORDS, prio, code, NULL};
    chThdStart(chThdCreateSuspended(&how));
}

/* The priority of VOS_PRIO_HIGHER. */
static THD_FUNCTION(answer, arg)
{
    (void)arg;
    for (;;) {
        vosSemWait(asked);
        note('a');
        chThdSleep(2);
        vosSemSignal(answered);
    }
}

TEST(a_thread_of_the_users_waits_and_signals)
{
    begin();
    asked = vosSemCreate(0);
    answered = vosSemCreate(0);
    start(0, answer, NORMALPRIO + 2);
    for (int i = 0; i < 3; i++) {
        vosSemSignal(asked);
        note('m');
        CHECK_INT(vosSemWaitTimeout(answered, TIME_U(9, SECONDS)), VRES_OK);
    }
    CHECK_STR(trace, "amamam");
}

static THD_FUNCTION(say_priority, arg)
{
    (void)arg;
    add_result(vosThGetPriority());
    add_result(vosThGetStatus(vosThCurrent()) == VTHREAD_RUNNING);
    vosSemSignal(answered);
}

TEST(it_is_a_thread_with_its_own_priority)
{
    begin();
    start(1, say_priority, NORMALPRIO + 1);
    CHECK_INT(vosSemWaitTimeout(answered, TIME_U(9, SECONDS)), VRES_OK);
    CHECK_INT(results[0], VOS_PRIO_HIGH);
    CHECK_INT(results[1], 1);
}

/* It has the mutex while a better thread of VOSAL's wants it. */
static THD_FUNCTION(own_mutex, arg)
{
    (void)arg;
    vosMtxLock(mutex);
    vosSemSignal(answered);
    vosSemWait(asked);
    add_result((int32_t)chThdGetPriorityX());
    vosMtxUnlock(mutex);
    add_result((int32_t)chThdGetPriorityX());
}

static void want_mutex(void *arg)
{
    (void)arg;
    vosMtxLock(mutex);
    note('M');
    vosMtxUnlock(mutex);
}

TEST(it_inherits_and_gives_back)
{
    begin();
    VSemaphore quiet = asked;
    asked = vosSemCreate(0);
    mutex = vosMtxCreate();
    start(2, own_mutex, NORMALPRIO - 2);
    CHECK_INT(vosSemWaitTimeout(answered, TIME_U(9, SECONDS)), VRES_OK);
    VThread th = spawn(VOS_PRIO_HIGHEST, want_mutex, NULL);
    vosSemSignal(asked);
    for (int i = 0; i < 1000 && nresults < 2; i++) {
        nap(1);
    }
    CHECK_STR(trace, "M");
    CHECK_INT(results[0], NORMALPRIO + 3);
    CHECK_INT(results[1], NORMALPRIO - 2);
    CHECK(join(th));
    asked = quiet;
}

static void users_interrupt(void)
{
    vosSemSignalIsr(answered);
}

static void wait_for_it(void *arg)
{
    (void)arg;
    add_result(vosSemWaitTimeout(answered, TIME_U(9, SECONDS)));
    note('i');
}

TEST(an_interrupt_of_the_users_wakes_a_thread)
{
    begin();
    VThread th = spawn(VOS_PRIO_HIGH, wait_for_it, NULL);
    standin_interrupt(users_interrupt);
    CHECK_STR(trace, "i");
    CHECK_INT(results[0], VRES_OK);
    CHECK(join(th));
}

SUITE_MAIN
