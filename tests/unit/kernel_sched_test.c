/* SPDX-License-Identifier: MIT */
/* kernel_sched_test.c -- who runs when: priorities, turns, inheritance, lives of
 * threads.
 */
/* parts: vm/vosal/kernel */
/* include: sdk/include */
#include "vosal.h"
#include "tap.h"

static char trace[4096];

static void note(char c)
{
    size_t n = strlen(trace);
    if (n + 1 < sizeof trace) {
        trace[n] = c;
    }
}

static void start(void)
{
    vosInit(NULL);
#ifdef __linux__
    vos_set_virtual_time(1000);
#endif
    vosThSetPriority(VOS_PRIO_NORMAL);
    memset(trace, 0, sizeof trace);
}

static VThread spawn(int32_t prio, void (*fn)(void *), void *arg)
{
    return vosThResume(vosThCreate(512, prio, (void *)fn, arg, NULL));
}

static void note_arg(void *arg)
{
    note(*(char *)arg);
}

TEST(new_thread_of_higher_priority_runs_at_once)
{
    start();
    VThread th = vosThCreate(512, VOS_PRIO_HIGH, (void *)note_arg, "h", NULL);
    CHECK_INT(vosThGetStatus(th), VTHREAD_READY);
    note('a');
    vosThResume(th);
    note('b');
    CHECK_STR(trace, "ahb");
    CHECK_INT(vosThGetStatus(th), VTHREAD_INACTIVE);
    vosThDestroy(th);
}

TEST(equal_and_lower_priorities_wait)
{
    start();
    VThread same = spawn(VOS_PRIO_NORMAL, note_arg, "s");
    VThread low = spawn(VOS_PRIO_LOW, note_arg, "l");
    CHECK_STR(trace, "");
    CHECK_INT(vosThGetStatus(same), VTHREAD_RUNNING);
    vosThYield();
    CHECK_STR(trace, "s");
    vosThSleep(TIME_U(1, MILLIS));
    CHECK_STR(trace, "sl");
    vosThDestroy(same);
    vosThDestroy(low);
}

static void yielder(void *arg)
{
    for (int i = 0; i < 3; i++) {
        note(*(char *)arg);
        vosThYield();
    }
}

TEST(yield_goes_round)
{
    start();
    VThread th[] = {spawn(VOS_PRIO_NORMAL, yielder, "1"),
                    spawn(VOS_PRIO_NORMAL, yielder, "2"),
                    spawn(VOS_PRIO_NORMAL, yielder, "3")};
    yielder("m");
    vosThSleep(TIME_U(1, MILLIS));
    CHECK_STR(trace, "m123m123m123");
    for (int i = 0; i < 3; i++) {
        vosThDestroy(th[i]);
    }
}

TEST(priorities_are_clamped_and_own)
{
    start();
    vosThSetPriority(99);
    CHECK_INT(vosThGetPriority(), VOS_PRIO_HIGHEST);
    vosThSetPriority(-5);
    CHECK_INT(vosThGetPriority(), VOS_PRIO_LOWEST);
    VThread th = spawn(VOS_PRIO_NORMAL, note_arg, "n");
    CHECK_STR(trace, "n");
    vosThDestroy(th);
}

TEST(lowering_itself_lets_others_run)
{
    start();
    VThread th = spawn(VOS_PRIO_LOW, note_arg, "l");
    vosThSetPriority(VOS_PRIO_LOWER);
    note('m');
    CHECK_STR(trace, "lm");
    vosThDestroy(th);
}

static void suspender(void *arg)
{
    (void)arg;
    note('a');
    vosSysLock();
    vosThSuspend();
    note('b');
}

TEST(suspend_and_resume)
{
    start();
    VThread th = spawn(VOS_PRIO_HIGH, suspender, NULL);
    CHECK_STR(trace, "a");
    CHECK_INT(vosThGetStatus(th), VTHREAD_WAITING);
    vosThDestroy(th);
    CHECK_INT(vosThGetStatus(th), VTHREAD_WAITING);
    CHECK(vosThResume(th) == th);
    CHECK_STR(trace, "ab");
    vosThResume(th);
    CHECK_INT(vosThGetStatus(th), VTHREAD_INACTIVE);
    vosThDestroy(th);
}

TEST(user_pointer_and_id)
{
    int a, b;
    start();
    VThread one = vosThCreate(512, VOS_PRIO_LOW, (void *)note_arg, "1", &a);
    VThread two = vosThCreate(512, VOS_PRIO_LOW, (void *)note_arg, "2", NULL);
    CHECK(vosThGetData(one) == &a);
    vosThSetData(one, &b);
    CHECK(vosThGetData(one) == &b);
    CHECK(vosThGetId(one) != vosThGetId(two));
    CHECK(vosThGetId(one) != vosThGetId(vosThCurrent()));
    vosThDestroy(one);
    vosThDestroy(two);
}

/* ---- inheritance: low has a lock, high waits for it, middle must not get between ----
 */

static VMutex mutex_a, mutex_b;

static void low_with_lock(void *arg)
{
    VMutex m = *(VMutex *)arg;
    vosMtxLock(m);
    note('l');
    vosThSleep(TIME_U(2, MILLIS));
    note('L');
    vosMtxUnlock(m);
    note('.');
}

static void middle(void *arg)
{
    (void)arg;
    vosThSleep(TIME_U(2, MILLIS));
    note('m');
}

static void high_wants_lock(void *arg)
{
    VMutex m = *(VMutex *)arg;
    vosThSleep(TIME_U(1, MILLIS));
    note('h');
    vosMtxLock(m);
    note('H');
    vosMtxUnlock(m);
}

TEST(owner_inherits_priority)
{
    start();
    mutex_a = vosMtxCreate();
    VThread th[] = {spawn(VOS_PRIO_HIGH, middle, NULL),
                    spawn(VOS_PRIO_NORMAL, low_with_lock, &mutex_a),
                    spawn(VOS_PRIO_HIGHER, high_wants_lock, &mutex_a)};
    vosThSleep(TIME_U(10, MILLIS));
    CHECK_STR(trace, "lhLHm.");
    for (int i = 0; i < 3; i++) {
        vosThDestroy(th[i]);
    }
    vosMtxDestroy(mutex_a);
}

static void a_then_b(void *arg)
{
    (void)arg;
    vosMtxLock(mutex_a);
    note('2');
    vosMtxLock(mutex_b);
    note('B');
    vosMtxUnlock(mutex_b);
    vosMtxUnlock(mutex_a);
}

TEST(inheritance_goes_along_a_chain)
{
    start();
    mutex_a = vosMtxCreate();
    mutex_b = vosMtxCreate();
    VThread th[] = {spawn(VOS_PRIO_LOW, low_with_lock, &mutex_b),
                    spawn(VOS_PRIO_LOW, a_then_b, NULL),
                    spawn(VOS_PRIO_HIGH, middle, NULL),
                    spawn(VOS_PRIO_HIGHER, high_wants_lock, &mutex_a)};
    vosThSleep(TIME_U(10, MILLIS));
    CHECK_STR(trace, "l2hLBHm.");
    for (int i = 0; i < 4; i++) {
        vosThDestroy(th[i]);
    }
    vosMtxDestroy(mutex_a);
    vosMtxDestroy(mutex_b);
}

TEST(mutex_counts_and_knows_its_owner)
{
    start();
    VMutex m = vosMtxCreate();
    CHECK(vosMtxUnlock(m) == NULL);
    vosMtxLock(m);
    CHECK_INT(vosMtxTryLock(m), VRES_OK);
    CHECK(vosMtxUnlock(m) == m);
    CHECK(vosMtxUnlock(m) == m);
    CHECK(vosMtxUnlock(m) == NULL);
    vosMtxDestroy(m);
}

static void try_lock(void *arg)
{
    note(vosMtxTryLock(arg) == VRES_TIMEOUT ? 't' : '?');
}

TEST(try_lock_of_another_thread)
{
    start();
    VMutex m = vosMtxCreate();
    vosMtxLock(m);
    VThread th = spawn(VOS_PRIO_HIGH, try_lock, m);
    CHECK_STR(trace, "t");
    vosMtxUnlock(m);
    vosThDestroy(th);
    vosMtxDestroy(m);
}

/* ---- the GIL ---- */

#ifdef __linux__
static _Atomic uint32_t preempt;

static void gil_user(void *arg)
{
    vosSemWait(_gillock);
    note(*(char *)arg);
    vosSemSignal(_gillock);
}

TEST(gil_is_handed_to_the_best_waiter)
{
    start();
    vosSemWait(_gillock);
    VThread th[] = {spawn(VOS_PRIO_NORMAL, gil_user, "1"),
                    spawn(VOS_PRIO_NORMAL, gil_user, "2"), NULL};
    vosThYield();
    th[2] = spawn(VOS_PRIO_HIGH, gil_user, "h");
    vosSysLock();
    CHECK_INT(vosSemGetValue(_gillock), -3);
    vosSysUnlock();
    vosSemSignal(_gillock);
    vosSemWait(_gillock);
    note('m');
    CHECK_STR(trace, "h12m");
    vosSemSignal(_gillock);
    for (int i = 0; i < 3; i++) {
        vosThDestroy(th[i]);
    }
}

TEST(gil_waiter_asks_after_the_quantum)
{
    start();
    preempt = 0;
    vos_set_preempt_flag(&preempt);
    vosSemWait(_gillock);
    VThread th = spawn(VOS_PRIO_NORMAL, gil_user, "w");
    vosThYield();
    vos_virtual_advance(9999);
    CHECK_INT(preempt, 0);
    vos_virtual_advance(2);
    CHECK_INT(preempt, VOS_PREEMPT_QUANTUM);
    vosSemSignal(_gillock);
    vosSemWait(_gillock);
    CHECK_STR(trace, "w");
    vosSemSignal(_gillock);
    vosThDestroy(th);
}

TEST(better_gil_waiter_asks_at_once_worse_never)
{
    start();
    preempt = 0;
    vosSemWait(_gillock);
    VThread low = spawn(VOS_PRIO_LOW, gil_user, "l");
    vosThSleep(TIME_U(30, MILLIS));
    CHECK_INT(preempt, 0);
    VThread high = spawn(VOS_PRIO_HIGH, gil_user, "h");
    CHECK_INT(preempt, VOS_PREEMPT_QUANTUM);
    vosSemSignal(_gillock);
    vosThSleep(TIME_U(1, MILLIS));
    CHECK_STR(trace, "hl");
    vosThDestroy(low);
    vosThDestroy(high);
}

static void computing(void *arg)
{
    for (int i = 0; i < 30; i++) {
        note(*(char *)arg);
        vos_virtual_advance(1000);
    }
}

TEST(turns_on_the_cpu_end_after_the_quantum)
{
    start();
    VThread th[] = {spawn(VOS_PRIO_LOW, computing, "1"),
                    spawn(VOS_PRIO_LOW, computing, "2")};
    vosThSleep(TIME_U(100, MILLIS));
    CHECK_INT(strlen(trace), 60);
    CHECK(memcmp(trace, "11111111112222222222111111111122", 32) == 0);
    vosThDestroy(th[0]);
    vosThDestroy(th[1]);
}
#endif

/* ---- many ---- */

TEST(ten_thousand_lives)
{
    int all = 0;
    start();
    for (int i = 0; i < 10000; i++) {
        VThread th = spawn(VOS_PRIO_HIGH, note_arg, ".");
        all += th != NULL && vosThGetStatus(th) == VTHREAD_INACTIVE;
        vosThDestroy(th);
    }
    CHECK_INT(all, 10000);
}

TEST(destroy_before_start)
{
    start();
    for (int i = 0; i < 100; i++) {
        vosThDestroy(vosThCreate(100000, VOS_PRIO_HIGH, (void *)note_arg, "x", NULL));
    }
    CHECK_STR(trace, "");
}

TEST(ended_threads_that_nobody_destroys_keep_no_stack)
{
    start();
    for (int i = 0; i < 2000; i++) {
        CHECK(spawn(VOS_PRIO_HIGH, note_arg, ".") != NULL);
    }
}

/* ---- stacks ---- */

static uintptr_t wanted;
static int found;

static void look(void *low, void *high, void *ctx)
{
    (void)ctx;
    for (uintptr_t *p = low; p < (uintptr_t *)high; p++) {
        found += *p == wanted;
    }
}

static void holder(void *arg)
{
    volatile uintptr_t secret = ~(uintptr_t)arg;
    vosThSleep(TIME_U(5, MILLIS));
    wanted += secret == ~wanted ? 0 : 1;
}

TEST(stacks_of_waiting_threads_are_shown)
{
    start();
    wanted = 0x5A5A1234;
    found = 0;
    vos_scan_stacks(look, NULL);
    int before = found;
    VThread th = spawn(VOS_PRIO_HIGH, holder, (void *)~wanted);
    found = 0;
    vos_scan_stacks(look, NULL);
    CHECK(found > before);
    vosThSleep(TIME_U(10, MILLIS));
    vosThDestroy(th);
}

TEST(stack_left_shrinks_with_depth)
{
    char big[4096];
    memset(big, 1, sizeof big);
    start();
    CHECK(vos_stack_left() > 8192);
    CHECK(vos_stack_left() < (size_t)1 << 30);
    CHECK_INT(big[17], 1);
}

TAP_MAIN
