/* SPDX-License-Identifier: MIT */
/* mbox.c -- mailboxes. */
#include "suite.h"
#include "tap.h"

static VMailBox box;
static char letters[] = "0123456789";

static void post_many(void *n)
{
    for (int i = 0; i < *(int *)n; i++) {
        add_result(vosMBoxPost(box, &letters[i]));
    }
}

static void fetch_two(void *arg)
{
    (void)arg;
    for (int i = 0; i < 2; i++) {
        void *msg = NULL;
        add_result(vosMBoxFetch(box, &msg));
        note(msg ? *(char *)msg : '-');
    }
}

static int used(void)
{
    vosSysLock();
    int n = vosMBoxUsedSlots(box);
    n = n + vosMBoxFreeSlots(box) == 2 ? n : -1;
    vosSysUnlock();
    return n;
}

TEST(keeps_order_and_waits_while_full)
{
    int five = 5;
    begin();
    box = vosMBoxCreate(2);
    CHECK_INT(used(), 0);
    VThread th = spawn(VOS_PRIO_HIGH, post_many, &five);
    CHECK_INT(nresults, 2);
    CHECK_INT(used(), 2);
    for (int i = 0; i < 5; i++) {
        void *msg = NULL;
        CHECK_INT(vosMBoxFetch(box, &msg), VRES_OK);
        CHECK_INT(*(char *)msg, '0' + i);
    }
    CHECK_INT(nresults, 5);
    CHECK_INT(used(), 0);
    vosThDestroy(th);
    vosMBoxDestroy(box);
}

TEST(fetching_nothing_stores_nothing)
{
    void *none = letters;
    begin();
    box = vosMBoxCreate(2);
    CHECK_INT(vosMBoxFetchTimeout(box, &none, VTIME_IMMEDIATE), VRES_TIMEOUT);
    CHECK_INT(vosMBoxFetchTimeout(box, &none, TIME_U(1, MILLIS)), VRES_TIMEOUT);
    CHECK(none == letters);
    vosMBoxDestroy(box);
}

TEST(null_is_a_message)
{
    void *msg = letters;
    begin();
    box = vosMBoxCreate(2);
    CHECK_INT(vosMBoxPost(box, NULL), VRES_OK);
    CHECK_INT(vosMBoxFetch(box, &msg), VRES_OK);
    CHECK(msg == NULL);
    vosMBoxDestroy(box);
}

TEST(hands_over_to_a_waiter)
{
    begin();
    box = vosMBoxCreate(2);
    VThread th = spawn(VOS_PRIO_HIGH, fetch_two, NULL);
    CHECK_INT(vosMBoxPost(box, &letters[7]), VRES_OK);
    CHECK_INT(vosMBoxPostTimeout(box, &letters[8], VTIME_IMMEDIATE), VRES_OK);
    CHECK_STR(trace, "78");
    CHECK_INT(used(), 0);
    vosThDestroy(th);
    vosMBoxDestroy(box);
}

static void fetch_one(void *arg)
{
    void *msg = arg;
    add_result(vosMBoxFetch(box, &msg));
    note(msg == arg ? '=' : '?');
}

TEST(destroy_wakes_senders)
{
    int three = 3;
    begin();
    box = vosMBoxCreate(2);
    VThread th = spawn(VOS_PRIO_HIGH, post_many, &three);
    CHECK_INT(nresults, 2);
    vosMBoxDestroy(box);
    CHECK_INT(results[2], VRES_RESET);
    vosThDestroy(th);
}

TEST(destroy_wakes_receivers)
{
    begin();
    box = vosMBoxCreate(2);
    VThread th[] = {spawn(VOS_PRIO_HIGH, fetch_one, letters),
                    spawn(VOS_PRIO_LOW, fetch_one, letters)};
    vosMBoxDestroy(box);
    CHECK_INT(results[0], VRES_RESET);
    CHECK_INT(results[1], VRES_RESET);
    CHECK_STR(trace, "==");
    join_all(th, 2);
}

static void post_one(void *letter)
{
    add_result(vosMBoxPost(box, letter));
}

TEST(the_best_sender_is_first)
{
    void *msg;
    begin();
    box = vosMBoxCreate(2);
    vosMBoxPost(box, &letters[0]);
    vosMBoxPost(box, &letters[1]);
    VThread th[] = {spawn(VOS_PRIO_LOW, post_one, &letters[2]),
                    spawn(VOS_PRIO_HIGH, post_one, &letters[3])};
    for (int i = 0; i < 4; i++) {
        CHECK_INT(vosMBoxFetch(box, &msg), VRES_OK);
        note(*(char *)msg);
    }
    CHECK_STR(trace, "0132");
    join_all(th, 2);
    vosMBoxDestroy(box);
}

SUITE_MAIN
