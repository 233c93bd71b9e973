/* SPDX-License-Identifier: MIT */
/* time.c -- time words, clocks, sleeping and polling. */
#include "suite.h"
#include "tap.h"

TEST(words_have_30_bits_and_a_unit)
{
    CHECK_INT(TIME_U(5, MILLIS), 22);
    CHECK_INT(NANOS, 0);
    CHECK_INT(GET_TIME_UNIT(TIME_U(7, SECONDS)), SECONDS);
    CHECK_INT(GET_TIME_VALUE(TIME_U(7, SECONDS)), 7);
    CHECK_INT(GET_TIME_MICROS(TIME_U(7, SECONDS)), 7000000);
    CHECK_INT(GET_TIME_MICROS(TIME_U(7, MILLIS)), 7000);
    CHECK_INT(GET_TIME_MICROS(TIME_U(7, MICROS)), 7);
    CHECK_INT(GET_TIME_MICROS(TIME_U(7, NANOS)), 7);
    CHECK_INT(GET_TIME_MILLIS(TIME_U(7, SECONDS)), 7000);
    CHECK_INT(GET_TIME_MILLIS(TIME_U(7, MILLIS)), 7);
    CHECK_INT(GET_TIME_MILLIS(TIME_U(7, MICROS)), 0);
    CHECK_INT(GET_TIME_MILLIS(TIME_U(7, NANOS)), 0);
}

TEST(words_keep_the_type_of_their_number)
{
    int i = 3, back = -10; /* minus 3 ms */
    uint32_t u = 0x3FFFFFFF;
    CHECK_INT(sizeof(TIME_U(i, MILLIS)), sizeof(int));
    CHECK(TIME_U(u, MILLIS) > 0 && GET_TIME_VALUE(back) < 0);
    CHECK_INT(GET_TIME_VALUE(back), -3);
    CHECK_INT(GET_TIME_UNIT(back), MILLIS);
    CHECK_INT(GET_TIME_MICROS(back), -3000);
    CHECK_INT(GET_TIME_VALUE(TIME_U(u, SECONDS)), 0x3FFFFFFF);
}

TEST(zero_of_any_unit_is_zero_and_forever_is_not)
{
    int forever = -1;
    CHECK(TIME_IS_ZERO(TIME_U(0, NANOS)) && TIME_IS_ZERO(TIME_U(0, MICROS)));
    CHECK(TIME_IS_ZERO(TIME_U(0, MILLIS)) && TIME_IS_ZERO(TIME_U(0, SECONDS)));
    CHECK(TIME_IS_ZERO(VTIME_IMMEDIATE) && !TIME_IS_ZERO(TIME_U(1, NANOS)));
    CHECK(!TIME_IS_ZERO(VTIME_INFINITE) && !TIME_IS_ZERO(forever));
    CHECK_INT(VTIME_INFINITE, TIME_U(0x3FFFFFFFu, SECONDS));
}

TEST(ticks_convert)
{
    CHECK_INT(_systime_frequency, _system_frequency);
    CHECK_INT(time_to_ticks(TIME_U(3, MILLIS)), 3 * (_system_frequency / 1000));
    CHECK_INT(time_to_ticks(TIME_U(3, MICROS)),
              (3 * _system_frequency + 999999) / 1000000);
    CHECK_INT(time_to_ticks(TIME_U(3, NANOS)), time_to_ticks(TIME_U(3, MICROS)));
    CHECK_INT(time_to_ticks(VTIME_IMMEDIATE), 0);
    CHECK_INT(time_to_ticks(VTIME_INFINITE - 4), UINT32_MAX);
    CHECK_INT(time_to_ticks(VTIME_INFINITE), UINT32_MAX);
    CHECK_INT(ticks_to_micros(time_to_ticks(TIME_U(3, MILLIS))), 3000);
    CHECK_INT(ticks_to_millis(time_to_ticks(TIME_U(3, MILLIS))), 3);
    CHECK_INT(ticks_to_seconds(time_to_ticks(TIME_U(3, SECONDS))), 3);
}

TEST(a_clock_that_was_set_has_a_frequency)
{
    begin();
    vosSysSetClock(0);
    CHECK(_system_frequency >= 1000000);
    CHECK_INT(time_to_ticks(TIME_U(1, MILLIS)), _system_frequency / 1000);
}

TEST(sleep_is_never_short)
{
    static const uint32_t times[] = {TIME_U(1, MICROS),    TIME_U(999, MICROS),
                                     TIME_U(1001, MICROS), TIME_U(1, MILLIS),
                                     TIME_U(7, MILLIS),    TIME_U(300, NANOS)};
    begin();
    VSysTimer watch = vosTimerCreate();
    for (unsigned i = 0; i < sizeof times / sizeof *times; i++) {
        vosTimerReset(watch);
        vosThSleep(times[i]);
        CHECK(took(vosTimerReadMicros(watch), GET_TIME_MICROS(times[i])));
    }
    vosTimerDestroy(watch);
}

TEST(clocks_agree)
{
    begin();
    uint64_t millis = vosMillis();
    VSysTimer watch = vosTimerCreate();
    nap(20);
    uint64_t elapsed = vosTimerReadMillis(watch);
    CHECK(took(elapsed, 20));
    CHECK(vosMillis() - millis >= elapsed);
    CHECK(_systime_millis - millis <= vosTimerReadMillis(watch) + 1);
    CHECK(_systime_seconds >= millis / 1000 && _systime_seconds <= vosMillis() / 1000);
    vosTimerDestroy(watch);
}

TEST(long_sleep)
{
    begin();
    if (port_time_slack() < 1000) {
        uint64_t millis = vosMillis();
        vosThSleep(TIME_U(100, SECONDS)); /* longer than clocks of 24 or 32 bits */
        CHECK(took((vosMillis() - millis) * 1000, 100000000));
    }
    if (port_time_is_exact()) {
        uint64_t millis = vosMillis();
        vosThSleep(TIME_U(12u * 86400, SECONDS));
        CHECK_INT(vosMillis() - millis, 12 * 86400000ll);
        vosThSleep(TIME_U(0x3FFFFFFFu, MILLIS));
        CHECK_INT(vosMillis() - millis, 12 * 86400000ll + 0x3FFFFFFF);
    }
}

TEST(zero_sleep_is_a_yield)
{
    begin();
    VThread th = spawn(VOS_PRIO_LOWEST, note_first, "z");
    vosThSleep(TIME_U(0, SECONDS));
    CHECK_STR(trace, "z");
    vosThDestroy(th);
}

TEST(ticks_advance_while_the_system_is_locked)
{
    begin();
    VSysTimer watch = vosTimerCreate();
    vosSysLock();
    uint32_t first = *vosTicks();
    while (*vosTicks() - first < time_to_ticks(TIME_U(100, MICROS))) {
    }
    vosSysUnlock();
    CHECK(vosTimerReadMicros(watch) >= 99);
    vosTimerDestroy(watch);
}

/* The pointer is kept; the counter may lag, but not behind the time it shows. */
TEST(ticks_advance_behind_a_kept_pointer)
{
    begin();
    SKIP_IF(!port_ticks_run(), "there is no such counter");
    const volatile uint32_t *ticks = vosTicks();
    VSysTimer watch = vosTimerCreate();
    uint32_t us = port_time_is_exact() ? 100 : 2000;
    vosSysLock();
    uint32_t first = *ticks;
    while (*ticks - first < time_to_ticks(TIME_U(us, MICROS))) {
    }
    vosSysUnlock();
    uint32_t passed = vosTimerReadMicros(watch);
    CHECK(port_time_is_exact() ? passed == us : passed >= us - 500);
    vosTimerDestroy(watch);
}

TEST(ticks_count_while_nobody_looks)
{
    SKIP_IF(port_ticks_run(), "the counter needs nobody");
    begin();
    uint32_t first = *vosTicks();
    vosThSleep(TIME_U(20, MILLIS));
    uint64_t us = (uint64_t)(*vosTicks() - first) * 1000000 / _system_frequency;
    CHECK(took(us + 1, 20000));
}

/* The loop of a strip of WS2812: no step of it is longer than the time between reads.
 */
TEST(a_kept_pointer_knows_of_waits)
{
    SKIP_IF(!port_ticks_run(), "there is no such counter");
    volatile uint32_t *ticks = vosTicks();
    uint32_t before = *ticks, wanted = time_to_ticks(TIME_U(300, MICROS));
    sleep_polling(TIME_U(300, MICROS));
    CHECK(*ticks - before >= wanted);
    before = *ticks;
    vosThSleep(TIME_U(2, MILLIS));
    CHECK(*ticks - before >= time_to_ticks(TIME_U(2, MILLIS)) - wanted);
}

TEST(ticks_are_fine)
{
    uint32_t most = 0;
    begin();
    vosSysLock();
    for (int i = 0; i < 100; i++) {
        uint32_t first = *vosTicks(), then;
        do {
            then = *vosTicks();
        } while (then == first);
        most = then - first > most ? then - first : most;
    }
    vosSysUnlock();
    CHECK(!port_time_is_exact() || most <= time_to_ticks(TIME_U(1, MICROS)));
}

TEST(polling_lets_nobody_else_run)
{
    begin();
    VThread th = spawn(VOS_PRIO_LOWEST, note_first, "x");
    VSysTimer watch = vosTimerCreate();
    vosSysLock();
    sleep_polling(TIME_U(3, MILLIS));
    bool others = trace[0];
    vosSysUnlock();
    CHECK(took(vosTimerReadMicros(watch), 3000));
    CHECK(!others);
    CHECK(join(th));
    sleep_polling(TIME_U(150, MICROS));
    sleep_polling(VTIME_IMMEDIATE);
    vosTimerDestroy(watch);
}

TEST(polling_the_clock_ends)
{
    begin();
    uint64_t then = vosMillis() + 3;
    while (vosMillis() < then) {
    }
    VSysTimer watch = vosTimerCreate();
    while (vosTimerReadMicros(watch) < 1500) {
    }
    vosTimerReset(watch);
    while (vosTimerReadMillis(watch) < 2) {
    }
    CHECK(vosMillis() >= then + 3);
    vosTimerDestroy(watch);
}

SUITE_MAIN
