/* SPDX-License-Identifier: MIT */
/* order.c -- who runs when: priorities, turns among equals. */
#include "suite.h"
#include "tap.h"

TEST(better_runs_at_once_and_equal_and_worse_wait)
{
    begin();
    vosThSetPriority(VOS_PRIO_NORMAL);
    note('a');
    VThread th[] = {spawn(VOS_PRIO_LOW, note_first, "l"),
                    spawn(VOS_PRIO_NORMAL, note_first, "s"),
                    spawn(VOS_PRIO_HIGH, note_first, "h")};
    if (port_keeps_turns()) {
        CHECK_STR(trace, "ah");
        CHECK_INT(vosThGetStatus(th[1]), VTHREAD_RUNNING);
    }
    vosThYield();
    CHECK(strcmp(trace, "ahs") == 0 || (!port_keeps_turns() && trace[1] == 's'));
    CHECK(join(th[0]));
    CHECK_INT(strlen(trace), 4);
    CHECK_INT(trace[3], 'l');
    vosThDestroy(th[1]);
    vosThDestroy(th[2]);
}

TEST(all_seven_in_order)
{
    static char names[] = "01234567";
    VThread th[8];
    begin();
    for (int prio = VOS_PRIO_LOWER; prio <= VOS_PRIO_HIGHEST; prio++) {
        th[prio] = created(prio, note_first, &names[prio]);
    }
    start_all(th + VOS_PRIO_LOWER, VOS_PRIO_HIGHEST - VOS_PRIO_LOWER + 1);
    CHECK_STR(trace, "765432");
    for (int prio = VOS_PRIO_LOWER; prio <= VOS_PRIO_HIGHEST; prio++) {
        vosThDestroy(th[prio]);
    }
}

static void yielder(void *arg)
{
    for (int i = 0; i < 3; i++) {
        note(*(char *)arg);
        vosThYield();
    }
}

static void reschedule(void *arg)
{
    for (int i = 0; i < 3; i++) {
        note(*(char *)arg);
        vosThReschedule();
    }
}

TEST(yield_goes_round)
{
    begin();
    VThread th[] = {created(VOS_PRIO_NORMAL, yielder, "1"),
                    created(VOS_PRIO_NORMAL, yielder, "2"),
                    created(VOS_PRIO_NORMAL, reschedule, "3")};
    start_all(th, 3);
    CHECK_STR(trace, "123123123");
    join_all(th, 3);
}

TEST(yield_does_not_serve_worse_threads)
{
    begin();
    vosThSetPriority(VOS_PRIO_LOW);
    VThread low = spawn(VOS_PRIO_LOWEST, note_first, "l");
    vosThYield();
    CHECK_STR(trace, "");
    CHECK(join(low));
}

static void raise_itself(void *arg)
{
    vosThSetPriority(VOS_PRIO_HIGHEST);
    note(*(char *)arg);
    vosThSetPriority(VOS_PRIO_LOWEST);
    note(*(char *)arg);
}

TEST(changing_ones_priority_counts_at_once)
{
    begin();
    vosThSetPriority(VOS_PRIO_NORMAL);
    VThread th = spawn(VOS_PRIO_LOW, note_first, "l");
    vosThSetPriority(VOS_PRIO_LOWER);
    note('m');
    CHECK_STR(trace, "lm");
    vosThDestroy(th);
    VThread two[] = {created(VOS_PRIO_LOW, raise_itself, "1"),
                     created(VOS_PRIO_LOW, raise_itself, "2")};
    start_all(two, 2);
    join_all(two, 2);
    /* whoever of the two is lowered last goes on or waits for the other */
    CHECK(strcmp(trace, "lm1221") == 0 ||
          (!port_keeps_turns() && strcmp(trace, "lm1212") == 0));
}

/* ---- turns ---- */

static _Atomic int stop;

static void count(void *arg)
{
    while (!stop) {
        ++*(_Atomic uint32_t *)arg;
        port_compute(500);
    }
}

TEST(computing_threads_take_turns)
{
    _Atomic uint32_t n[3] = {0, 0, 0};
    VThread th[3];
    begin();
    stop = 0;
    vosThSetPriority(VOS_PRIO_HIGH);
    vos_set_quantum(TIME_U(2, MILLIS));
    for (int i = 0; i < 3; i++) {
        th[i] = spawn(VOS_PRIO_LOW, count, (void *)&n[i]);
    }
    for (int i = 0; i < 500 && !(n[0] > 9 && n[1] > 9 && n[2] > 9); i++) {
        nap(20);
    }
    stop = 1;
    CHECK(n[0] > 9 && n[1] > 9 && n[2] > 9);
    join_all(th, 3);
}

static void compute_30_ms(void *arg)
{
    for (int i = 0; i < 30; i++) {
        note(*(char *)arg);
        port_compute(1000);
    }
}

TEST(a_turn_is_a_quantum)
{
    begin();
    vos_set_quantum(TIME_U(10, MILLIS));
    vosThSetPriority(VOS_PRIO_HIGH);
    VThread th[] = {spawn(VOS_PRIO_LOW, compute_30_ms, "1"),
                    spawn(VOS_PRIO_LOW, compute_30_ms, "2")};
    join_all(th, 2);
    CHECK_INT(strlen(trace), 60);
    if (port_time_is_exact() && port_keeps_turns()) {
        CHECK(memcmp(trace, "11111111112222222222111111111122", 32) == 0);
    }
}

TEST(a_computing_thread_is_interrupted_by_a_better_one)
{
    _Atomic uint32_t n = 0;
    begin();
    stop = 0;
    vosThSetPriority(VOS_PRIO_HIGH);
    VThread th = spawn(VOS_PRIO_LOW, count, (void *)&n);
    for (int i = 0; i < 10; i++) {
        nap(1);
        note('.');
    }
    stop = 1;
    CHECK_STR(trace, "..........");
    CHECK(join(th));
}

SUITE_MAIN
