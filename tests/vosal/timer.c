/* SPDX-License-Identifier: MIT */
/* timer.c -- system timers: the stopwatch and the callback. */
#include "suite.h"
#include "tap.h"

static _Atomic int fired;
static VSemaphore sem;

static void fire(void *arg)
{
    fired += *(int *)arg;
}

static void fire_and_signal(void *arg)
{
    fired += *(int *)arg;
    vosSemSignalIsr(sem);
}

static int one = 1, ten = 10;

TEST(a_new_timer_is_a_stopwatch)
{
    begin();
    VSysTimer t = vosTimerCreate();
    nap(3);
    uint32_t us = vosTimerReadMicros(t);
    CHECK(took(us, 3000));
    CHECK(vosTimerReadMillis(t) >= us / 1000);
    vosTimerReset(t);
    CHECK(vosTimerReadMicros(t) < us || !port_time_is_exact());
    vosTimerDestroy(t);
}

TEST(one_shot_fires_once_and_not_early)
{
    begin();
    fired = 0;
    sem = vosSemCreate(0);
    VSysTimer t = vosTimerCreate();
    vosSysLock();
    vosTimerReset(t);
    vosTimerOneShot(t, TIME_U(3, MILLIS), fire_and_signal, &one);
    vosSysUnlock();
    CHECK_INT(vosSemWaitTimeout(sem, TIME_U(9, SECONDS)), VRES_OK);
    CHECK(took(vosTimerReadMicros(t), 3000));
    CHECK_INT(vosSemWaitTimeout(sem, TIME_U(10, MILLIS)), VRES_TIMEOUT);
    CHECK_INT(fired, 1);
    vosTimerDestroy(t);
    vosSemDestroy(sem);
}

TEST(one_shot_at_the_tick)
{
    begin();
    uint32_t slack = port_time_slack();
    if (slack < 1000) {
        fired = 0;
        VSysTimer t = vosTimerCreate();
        vosTimerOneShot(t, TIME_U(3, MILLIS), fire, &one);
        vosThSleep(TIME_U(3000 - slack, MICROS));
        CHECK_INT(fired, 0);
        vosThSleep(TIME_U(slack, MICROS));
        CHECK_INT(fired, 1);
        vosTimerDestroy(t);
    }
}

TEST(a_new_order_replaces_the_one_before)
{
    begin();
    fired = 0;
    VSysTimer t = vosTimerCreate();
    vosSysLock();
    vosTimerOneShot(t, TIME_U(1, MILLIS), fire, &one);
    vosTimerOneShot(t, TIME_U(2, MILLIS), fire, &ten);
    vosSysUnlock();
    for (int i = 0; i < 500 && !fired; i++) {
        nap(10);
    }
    CHECK_INT(fired, 10);
    vosTimerDestroy(t);
}

TEST(recurrent_does_not_drift)
{
    begin();
    fired = 0;
    sem = vosSemCreate(0);
    VSysTimer t = vosTimerCreate();
    vosSysLock();
    vosTimerReset(t);
    vosTimerRecurrent(t, TIME_U(700, MICROS), fire_and_signal, &one);
    vosSysUnlock();
    for (int i = 1; i <= 40; i++) {
        CHECK_INT(vosSemWaitTimeout(sem, TIME_U(9, SECONDS)), VRES_OK);
        CHECK(took(vosTimerReadMicros(t), (uint64_t)i * 700));
    }
    vosTimerReset(t);
    /* on its grid: as often as the time that has passed has room for */
    vosTimerRecurrent(t, TIME_U(500, MICROS), fire, &one);
    fired = 0;
    nap(50);
    int n = fired;
    CHECK(n >= 95 && n <= (int)(vosTimerReadMicros(t) / 500));
    vosTimerDestroy(t);
    vosSemDestroy(sem);
}

TEST(reset_cancels_and_starts_the_stopwatch_again)
{
    begin();
    fired = 0;
    VSysTimer t = vosTimerCreate();
    vosTimerRecurrent(t, TIME_U(1, MILLIS), fire, &one);
    nap(5);
    vosSysLock();
    vosTimerReset(t);
    uint32_t us = vosTimerReadMicros(t);
    vosSysUnlock();
    int n = fired;
    CHECK(n >= 1);
    CHECK(us < 1000 || !port_time_is_exact());
    nap(5);
    CHECK_INT(fired, n);
    vosTimerDestroy(t);
}

TEST(destroy_cancels)
{
    begin();
    fired = 0;
    VSysTimer t = vosTimerCreate();
    vosTimerOneShot(t, TIME_U(1, SECONDS), fire, &one);
    vosTimerDestroy(t);
    nap(port_time_is_exact() ? 2000 : 1);
    CHECK_INT(fired, 0);
}

static VSysTimer again;

static void order_again(void *arg)
{
    if (++fired < 5) {
        vosTimerOneShot(again, TIME_U(1, MILLIS), order_again, arg);
    } else {
        vosSemSignalIsr(sem);
    }
}

TEST(a_callback_may_order_the_next)
{
    begin();
    fired = 0;
    sem = vosSemCreate(0);
    again = vosTimerCreate();
    vosTimerOneShot(again, TIME_U(1, MILLIS), order_again, NULL);
    CHECK_INT(vosSemWaitTimeout(sem, TIME_U(9, SECONDS)), VRES_OK);
    uint32_t us = vosTimerReadMicros(again); /* a clock of ticks adds one to each */
    CHECK(us >= 5000 && (us <= 5005 || !port_time_is_exact()));
    vosTimerDestroy(again);
    vosSemDestroy(sem);
}

static void stop_itself(void *timer)
{
    if (++fired == 3) {
        vosTimerReset(timer);
    }
}

TEST(a_callback_may_end_its_timer)
{
    begin();
    fired = 0;
    VSysTimer t = vosTimerCreate();
    vosTimerRecurrent(t, TIME_U(1, MILLIS), stop_itself, t);
    for (int i = 0; i < 500 && fired < 3; i++) {
        nap(10);
    }
    nap(10);
    CHECK_INT(fired, 3);
    vosTimerDestroy(t);
}

TEST(shortest_periods)
{
    begin();
    fired = 0;
    VSysTimer t = vosTimerCreate();
    vsystimer_fn callback = fire;
    vosTimerOneShot(t, VTIME_IMMEDIATE, callback, &one);
    for (int i = 0; i < 500 && !fired; i++) {
        nap(10);
    }
    CHECK_INT(fired, 1);
    if (port_time_is_exact()) {
        vosTimerRecurrent(t, TIME_U(0, MILLIS), fire, &one);
        vosThSleep(TIME_U(3, MICROS));
        CHECK_INT(fired, 4);
    }
    vosTimerDestroy(t);
}

TEST(timers_fire_while_threads_compute)
{
    begin();
    fired = 0;
    VSysTimer t = vosTimerCreate();
    vosTimerRecurrent(t, TIME_U(500, MICROS), fire, &one);
    for (int i = 0; i < 100000 && fired < 20; i++) {
        port_compute(100);
    }
    CHECK(fired >= 20);
    CHECK(vosTimerReadMillis(t) >= 10);
    vosTimerDestroy(t);
}

SUITE_MAIN
