/* SPDX-License-Identifier: MIT */
/* beside.c -- tasks and interrupts of a FreeRTOS program beside VOSAL's threads. */
#include "FreeRTOS.h"
#include "task.h"
#include "suite.h"
#include "tap.h"

enum { WORDS = 4096 };

static VSemaphore asked, answered;
static VMutex mutex;
static StaticTask_t tcb[3];
static StackType_t stack[3][WORDS];

static void start(int n, TaskFunction_t code, UBaseType_t prio)
{
    xTaskCreateStatic(code, "user's", WORDS, NULL, prio, stack[n], &tcb[n]);
}

/* Priority 6 is that of VOS_PRIO_HIGHER. */
static void answer(void *arg)
{
    (void)arg;
    for (;;) {
        vosSemWait(asked);
        note('a');
        vTaskDelay(2);
        vosSemSignal(answered);
    }
}

TEST(a_task_of_the_users_waits_and_signals)
{
    begin();
    asked = vosSemCreate(0);
    answered = vosSemCreate(0);
    start(0, answer, 6);
    for (int i = 0; i < 3; i++) {
        vosSemSignal(asked);
        note('m');
        CHECK_INT(vosSemWaitTimeout(answered, TIME_U(9, SECONDS)), VRES_OK);
    }
    CHECK_STR(trace, "amamam");
}

static void say_priority(void *arg)
{
    (void)arg;
    add_result(vosThGetPriority());
    add_result(vosThGetStatus(vosThCurrent()) == VTHREAD_RUNNING);
    vosSemSignal(answered);
    for (;;) {
        vTaskSuspend(NULL);
    }
}

TEST(it_is_a_thread_with_its_own_priority)
{
    begin();
    start(1, say_priority, 5);
    CHECK_INT(vosSemWaitTimeout(answered, TIME_U(9, SECONDS)), VRES_OK);
    CHECK_INT(results[0], VOS_PRIO_HIGH);
    CHECK_INT(results[1], 1);
}

/* It has the mutex while a better thread of VOSAL's wants it. */
static void own_mutex(void *arg)
{
    (void)arg;
    vosMtxLock(mutex);
    vosSemSignal(answered);
    vosSemWait(asked);
    add_result((int32_t)uxTaskPriorityGet(NULL));
    vosMtxUnlock(mutex);
    add_result((int32_t)uxTaskPriorityGet(NULL));
    for (;;) {
        vTaskSuspend(NULL);
    }
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
    start(2, own_mutex, 2);
    CHECK_INT(vosSemWaitTimeout(answered, TIME_U(9, SECONDS)), VRES_OK);
    VThread th = spawn(VOS_PRIO_HIGHEST, want_mutex, NULL);
    vosSemSignal(asked);
    for (int i = 0; i < 1000 && nresults < 2; i++) {
        nap(1);
    }
    CHECK_STR(trace, "M");
    CHECK_INT(results[0], VOS_PRIO_HIGHEST);
    CHECK_INT(results[1], 2);
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
