/* SPDX-License-Identifier: MIT */
/* event.c -- events. */
#include "suite.h"
#include "tap.h"

static VEvent event;

static void wait_event(void *timeout)
{
    add_result(vosEventWait(event, as_time(timeout)));
}

TEST(stays_as_it_is_set)
{
    begin();
    event = vosEventCreate();
    CHECK_INT(vosEventGetFlag(event), 0);
    CHECK_INT(vosEventWait(event, VTIME_IMMEDIATE), VRES_TIMEOUT);
    CHECK_INT(vosEventWait(event, TIME_U(2, MILLIS)), VRES_TIMEOUT);
    vosEventSet(event);
    vosEventSet(event);
    CHECK_INT(vosEventGetFlag(event), 1);
    CHECK_INT(vosEventWait(event, VTIME_IMMEDIATE), VRES_OK);
    CHECK_INT(vosEventWait(event, VTIME_INFINITE), VRES_OK);
    CHECK_INT(vosEventGetFlag(event), 1);
    vosEventClear(event);
    CHECK_INT(vosEventGetFlag(event), 0);
    CHECK_INT(vosEventWait(event, VTIME_IMMEDIATE), VRES_TIMEOUT);
    vosEventDestroy(event);
}

TEST(set_wakes_all)
{
    begin();
    event = vosEventCreate();
    VThread th[] = {spawn(VOS_PRIO_HIGH, wait_event, as_arg(VTIME_INFINITE)),
                    spawn(VOS_PRIO_LOW, wait_event, as_arg(TIME_U(9, SECONDS)))};
    CHECK_INT(nresults, 0);
    vosEventSet(event);
    CHECK_INT(nresults, 2);
    CHECK_INT(results[0], VRES_OK);
    CHECK_INT(results[1], VRES_OK);
    join_all(th, 2);
    vosEventDestroy(event);
}

/* Who was woken was woken, even if the flag is clear again when it runs. */
TEST(set_and_clear_in_one)
{
    begin();
    event = vosEventCreate();
    VThread th = spawn(VOS_PRIO_HIGH, wait_event, as_arg(VTIME_INFINITE));
    vosSysLock();
    vosEventSet(event);
    vosEventClear(event);
    vosSysUnlock();
    CHECK_INT(results[0], VRES_OK);
    vosThDestroy(th);
    vosEventDestroy(event);
}

TEST(destroy_wakes_all)
{
    begin();
    event = vosEventCreate();
    VThread th[] = {spawn(VOS_PRIO_HIGH, wait_event, as_arg(VTIME_INFINITE)),
                    spawn(VOS_PRIO_HIGH, wait_event, as_arg(TIME_U(9, SECONDS)))};
    vosEventDestroy(event);
    CHECK_INT(results[0], VRES_RESET);
    CHECK_INT(results[1], VRES_RESET);
    join_all(th, 2);
}

SUITE_MAIN
