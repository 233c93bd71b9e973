/* SPDX-License-Identifier: MIT */
/*
 * timeouts.c -- every call that waits: it comes back with VRES_TIMEOUT, never early, at
 * once for a zero of any unit, and one tick decides.
 */
#include "suite.h"
#include "tap.h"

static VSemaphore sem;
static VMailBox full, empty;
static VFifo full_fifo, empty_fifo;
static VEvent event;

static int32_t wait_sem(uint32_t timeout)
{
    return vosSemWaitTimeout(sem, timeout);
}
static int32_t post(uint32_t timeout)
{
    return vosMBoxPostTimeout(full, NULL, timeout);
}
static int32_t fetch(uint32_t timeout)
{
    void *msg;
    return vosMBoxFetchTimeout(empty, &msg, timeout);
}
static int32_t put(uint32_t timeout)
{
    return vosFifoPutTimeout(full_fifo, 1, timeout);
}
static int32_t get(uint32_t timeout)
{
    return vosFifoGetTimeout(empty_fifo, timeout);
}
static int32_t wait_event(uint32_t timeout)
{
    return vosEventWait(event, timeout);
}

static int32_t (*const waits[])(uint32_t) = {wait_sem, post, fetch,
                                             put,      get,  wait_event};
enum { WAITS = sizeof waits / sizeof *waits };

static void make(void)
{
    begin();
    sem = vosSemCreate(0);
    full = vosMBoxCreate(1);
    empty = vosMBoxCreate(1);
    full_fifo = vosFifoCreate(1, NULL, NULL, NULL);
    empty_fifo = vosFifoCreate(1, NULL, NULL, NULL);
    event = vosEventCreate();
    vosMBoxPost(full, NULL);
    vosFifoPut(full_fifo, 1);
}

static void unmake(void)
{
    vosSemDestroy(sem);
    vosMBoxDestroy(full);
    vosMBoxDestroy(empty);
    vosFifoDestroy(full_fifo);
    vosFifoDestroy(empty_fifo);
    vosEventDestroy(event);
}

TEST(never_early)
{
    static const uint32_t times[] = {TIME_U(1, NANOS), TIME_U(1, MICROS),
                                     TIME_U(999, MICROS), TIME_U(2, MILLIS)};
    make();
    VSysTimer watch = vosTimerCreate();
    for (int w = 0; w < WAITS; w++) {
        for (int i = 0; i < 4; i++) {
            vosTimerReset(watch);
            CHECK_INT(waits[w](times[i]), VRES_TIMEOUT);
            CHECK(took(vosTimerReadMicros(watch), GET_TIME_MICROS(times[i])));
        }
    }
    vosTimerDestroy(watch);
    unmake();
}

TEST(zero_of_any_unit_is_at_once)
{
    make();
    VThread th = created(VOS_PRIO_LOWEST, note_first, "x");
    vosSysLock(); /* no turn ends meanwhile */
    vosThResume(th);
    for (int w = 0; w < WAITS; w++) {
        for (uint32_t zero = 0; zero < 4; zero++) {
            CHECK_INT(waits[w](zero), VRES_TIMEOUT);
        }
    }
    CHECK_STR(trace, "");
    vosSysUnlock();
    CHECK(join(th));
    unmake();
}

static void wait_10_ms(void *which)
{
    add_result(waits[(uintptr_t)which](TIME_U(10, MILLIS)));
}

static void end_wait(int which)
{
    void *msg;
    switch (which) {
    case 0:
        vosSemSignal(sem);
        break;
    case 1:
        vosMBoxFetch(full, &msg);
        break;
    case 2:
        vosMBoxPost(empty, NULL);
        break;
    case 3:
        vosFifoGet(full_fifo);
        break;
    case 4:
        vosFifoPut(empty_fifo, 0);
        break;
    default:
        vosEventSet(event);
    }
}

TEST(a_tick_before_the_limit_is_in_time)
{
    for (int w = 0; port_time_slack() < 1000 && w < WAITS; w++) {
        make();
        VThread th = spawn(VOS_PRIO_HIGH, wait_10_ms, (void *)(uintptr_t)w);
        vosThSleep(TIME_U(10000 - port_time_slack(), MICROS));
        end_wait(w);
        CHECK_INT(results[0], VRES_OK);
        vosThDestroy(th);
        unmake();
    }
}

TEST(at_the_limit_it_is_too_late)
{
    for (int w = 0; port_time_slack() < 1000 && w < WAITS; w++) {
        make();
        VThread th = spawn(VOS_PRIO_HIGH, wait_10_ms, (void *)(uintptr_t)w);
        vosThSleep(TIME_U(10, MILLIS));
        CHECK_INT(results[0], VRES_TIMEOUT);
        vosThDestroy(th);
        unmake();
    }
}

/* Who times out leaves no trace: the next signal is for somebody else. */
TEST(nothing_is_lost_to_one_that_timed_out)
{
    make();
    VThread th = spawn(VOS_PRIO_HIGH, wait_10_ms, (void *)0);
    CHECK(join(th));
    CHECK_INT(results[0], VRES_TIMEOUT);
    vosSemSignal(sem);
    CHECK_INT(vosSemTryWait(sem), VRES_OK);
    th = spawn(VOS_PRIO_HIGH, wait_10_ms, (void *)2);
    CHECK(join(th));
    int word;
    void *msg = NULL;
    CHECK_INT(vosMBoxPost(empty, &word), VRES_OK);
    CHECK_INT(vosMBoxFetchTimeout(empty, &msg, VTIME_IMMEDIATE), VRES_OK);
    CHECK(msg == &word);
    /* a message that found no room in time is never delivered */
    th = spawn(VOS_PRIO_HIGH, wait_10_ms, (void *)1);
    CHECK(join(th));
    CHECK_INT(vosMBoxFetch(full, &msg), VRES_OK);
    CHECK_INT(vosMBoxFetchTimeout(full, &msg, VTIME_IMMEDIATE), VRES_TIMEOUT);
    unmake();
}

static void sleep_then_note(void *arg)
{
    vosThSleep(as_time(arg));
    note((char)('0' + GET_TIME_VALUE(as_time(arg)) / 10));
}

TEST(sleepers_wake_in_the_order_of_their_times)
{
    static const uint32_t ms[] = {50, 10, 40, 20, 30};
    VThread th[5];
    begin();
    for (int i = 0; i < 5; i++) {
        th[i] = spawn(VOS_PRIO_HIGH, sleep_then_note, as_arg(TIME_U(ms[i], MILLIS)));
    }
    join_all(th, 5);
    CHECK_STR(trace, "12345");
}

TEST(the_longest_finite_wait_waits)
{
    make();
    VThread th = vosThCreate(STACK, VOS_PRIO_HIGH, (void *)wait_10_ms, NULL, NULL);
    vosThResume(th);
    vosSemSignal(sem);
    CHECK_INT(results[0], VRES_OK);
    vosThDestroy(th);
    vosSemSignal(sem);
    CHECK_INT(vosSemWaitTimeout(sem, TIME_U(0x3FFFFFFEu, SECONDS)), VRES_OK);
    CHECK_INT(vosSemWaitTimeout(sem, VTIME_IMMEDIATE), VRES_TIMEOUT);
    unmake();
}

SUITE_MAIN
