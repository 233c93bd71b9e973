/* SPDX-License-Identifier: MIT */
/* mutex.c -- mutexes: owners, counting, and the priority that an owner inherits. */
#include "suite.h"
#include "tap.h"

static VMutex first, second;
static VSemaphore go, go_middle;

TEST(counts_and_knows_its_owner)
{
    begin();
    VMutex m = vosMtxCreate();
    CHECK(vosMtxUnlock(m) == NULL);
    vosMtxLock(m);
    CHECK_INT(vosMtxTryLock(m), VRES_OK);
    CHECK(vosMtxUnlock(m) == m);
    CHECK(vosMtxUnlock(m) == m);
    CHECK(vosMtxUnlock(m) == NULL);
    vosMtxDestroy(m);
}

static void use_mutex_of_another(void *m)
{
    note(vosMtxTryLock(m) == VRES_TIMEOUT ? 't' : '?');
    note(vosMtxUnlock(m) == NULL ? 'u' : '?');
    vosMtxLock(m);
    note('l');
    vosMtxUnlock(m);
}

TEST(of_another_thread)
{
    begin();
    VMutex m = vosMtxCreate();
    vosMtxLock(m);
    VThread th = spawn(VOS_PRIO_HIGH, use_mutex_of_another, m);
    CHECK_STR(trace, "tu");
    CHECK_INT(vosThGetStatus(th), VTHREAD_WAITING);
    vosMtxUnlock(m);
    CHECK_STR(trace, "tul");
    vosThDestroy(th);
    vosMtxDestroy(m);
}

/* ---- low has a lock, high waits for it, middle must not get between ---- */

static void low_with_lock(void *m)
{
    vosMtxLock(m);
    vosSemWait(go);
    note('L');
    vosMtxUnlock(m);
    note('.');
}

static void middle(void *arg)
{
    (void)arg;
    vosSemWait(go_middle);
    note('m');
}

static void high_wants_lock(void *m)
{
    vosMtxLock(m);
    note('H');
    vosMtxUnlock(m);
}

static void make(void)
{
    begin();
    first = vosMtxCreate();
    second = vosMtxCreate();
    go = vosSemCreate(0);
    go_middle = vosSemCreate(0);
}

static void unmake(void)
{
    vosMtxDestroy(first);
    vosMtxDestroy(second);
    vosSemDestroy(go);
    vosSemDestroy(go_middle);
}

static void let_all_run(void)
{
    vosSysLock();
    vosSemSignal(go_middle);
    vosSemSignal(go);
    vosSysUnlock();
}

TEST(owner_inherits)
{
    make();
    VThread th[] = {spawn(VOS_PRIO_LOW, low_with_lock, first),
                    spawn(VOS_PRIO_NORMAL, middle, NULL),
                    spawn(VOS_PRIO_HIGH, high_wants_lock, first)};
    let_all_run();
    CHECK_STR(trace, "LHm.");
    join_all(th, 3);
    unmake();
}

static void first_then_second(void *arg)
{
    (void)arg;
    vosMtxLock(first);
    vosMtxLock(second);
    note('2');
    vosMtxUnlock(second);
    vosMtxUnlock(first);
}

TEST(along_a_chain)
{
    make();
    VThread th[] = {spawn(VOS_PRIO_LOWER, low_with_lock, second),
                    spawn(VOS_PRIO_LOW, first_then_second, NULL),
                    spawn(VOS_PRIO_NORMAL, middle, NULL),
                    spawn(VOS_PRIO_HIGH, high_wants_lock, first)};
    let_all_run();
    CHECK_STR(trace, "L2Hm.");
    join_all(th, 4);
    unmake();
}

static void low_says_its_priority(void *m)
{
    vosMtxLock(m);
    vosSemWait(go);
    add_result(vosThGetPriority());
    vosMtxUnlock(m);
}

TEST(what_is_inherited_is_not_ones_own)
{
    make();
    VThread th[] = {spawn(VOS_PRIO_LOW, low_says_its_priority, first),
                    spawn(VOS_PRIO_HIGH, high_wants_lock, first)};
    vosSemSignal(go);
    CHECK_INT(results[0], VOS_PRIO_LOW);
    join_all(th, 2);
    unmake();
}

static void end_with_lock(void *m)
{
    vosMtxLock(m);
}

TEST(a_thread_that_ends_hands_over)
{
    make();
    VThread th = spawn(VOS_PRIO_LOW, end_with_lock, first);
    CHECK_INT(vosMtxTryLock(first), VRES_OK);
    vosMtxUnlock(first);
    vosThDestroy(th);
    unmake();
}

/* ---- the VM's locks: handles of semaphores, with an owner ---- */

TEST(gil_is_a_semaphore_with_an_owner)
{
    make();
    CHECK(_gillock && _memlock && _dbglock && _gillock != _memlock);
    CHECK_INT(vosSemWait(_dbglock), VRES_OK);
    CHECK_INT(vosSemTryWait(_dbglock), VRES_OK);
    vosSemSignal(_dbglock);
    vosSemSignal(_dbglock);
    vosSysLock();
    CHECK_INT(vosSemGetValue(_dbglock), 1);
    vosSysUnlock();
    unmake();
}

SUITE_MAIN
