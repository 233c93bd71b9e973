/* SPDX-License-Identifier: MIT */
/*
 * kernel_sync_test.c -- what threads wait for: semaphores, mailboxes, fifos, queues,
 * events, timers, interrupts; each return code, and timeouts to the tick.
 */
/* parts: vm/vosal/kernel */
/* include: sdk/include */
#include "vosal.h"
#include "tap.h"

static void start(void)
{
    vosInit(NULL);
#ifdef __linux__
    vos_set_virtual_time(1000);
#endif
    vosThSetPriority(VOS_PRIO_NORMAL);
}

static VThread spawn(int32_t prio, void (*fn)(void *), void *arg)
{
    return vosThResume(vosThCreate(512, prio, (void *)fn, arg, NULL));
}

static void nap(int ms)
{
    vosThSleep(TIME_U((uint32_t)ms, MILLIS));
}

/* ---- time ---- */

TEST(time_words)
{
    CHECK_INT(TIME_U(5, MILLIS), 22);
    CHECK_INT(GET_TIME_UNIT(TIME_U(7, SECONDS)), SECONDS);
    CHECK_INT(GET_TIME_VALUE(TIME_U(7, SECONDS)), 7);
    CHECK_INT(GET_TIME_MICROS(TIME_U(7, SECONDS)), 7000000);
    CHECK_INT(GET_TIME_MICROS(TIME_U(7, NANOS)), 7);
    CHECK_INT(GET_TIME_MILLIS(TIME_U(7, SECONDS)), 7000);
    CHECK_INT(GET_TIME_MILLIS(TIME_U(7, MICROS)), 0);
    CHECK(TIME_IS_ZERO(TIME_U(0, SECONDS)) && !TIME_IS_ZERO(TIME_U(1, NANOS)));
    CHECK_INT(VTIME_INFINITE, TIME_U(0x3FFFFFFFu, SECONDS));
    CHECK_INT(time_to_ticks(TIME_U(3, MILLIS)), 3 * (_system_frequency / 1000));
    CHECK_INT(time_to_ticks(VTIME_INFINITE - 4), UINT32_MAX);
    CHECK_INT(ticks_to_millis(time_to_ticks(TIME_U(3, MILLIS))), 3);
    CHECK_INT(_systime_frequency, _system_frequency);
}

#ifdef __linux__
TEST(sleep_takes_as_long_as_it_says)
{
    start();
    CHECK_INT(_systime_millis, 0);
    vosThSleep(TIME_U(1500, MILLIS));
    CHECK_INT(_systime_millis, 1500);
    CHECK_INT(_systime_seconds, 1);
    vosThSleep(TIME_U(999, MICROS));
    CHECK_INT(vosMillis(), 1500);
    vosThSleep(TIME_U(1, NANOS));
    CHECK_INT(vosMillis(), 1501);
    vosThSleep(TIME_U(12u * 86400, SECONDS));
    CHECK_INT(vosMillis(), 12 * 86400000ll + 1501);
    vosThSleep(TIME_U(0, SECONDS));
    CHECK_INT(vosMillis(), 12 * 86400000ll + 1501);
}
#endif

TEST(ticks_advance_while_polled)
{
    start();
    uint32_t first = *vosTicks(), then;
    vosSysLock();
    do {
        then = *vosTicks();
    } while (then - first < time_to_ticks(TIME_U(100, MICROS)));
    vosSysUnlock();
    volatile uint32_t *cell = vosTicks();
    first = *cell;
    while (*cell - first < time_to_ticks(TIME_U(100, MICROS))) {
    }
    uint64_t now = vosMillis();
    sleep_polling(TIME_U(5, MILLIS));
    CHECK(vosMillis() - now >= 5);
}

/* ---- semaphores ---- */

static VSemaphore sem, other;
static int32_t results[4];
static int nresults;

static void wait_sem(void *timeout)
{
    results[nresults++] = vosSemWaitTimeout(sem, (uint32_t)(uintptr_t)timeout);
}

static void *as_arg(uint32_t word)
{
    return (void *)(uintptr_t)word;
}

TEST(semaphore_counts)
{
    start();
    sem = vosSemCreate(2);
    CHECK_INT(vosSemWait(sem), VRES_OK);
    CHECK_INT(vosSemTryWait(sem), VRES_OK);
    CHECK_INT(vosSemTryWait(sem), VRES_TIMEOUT);
    CHECK_INT(vosSemWaitTimeout(sem, TIME_U(0, SECONDS)), VRES_TIMEOUT);
    vosSemSignalCap(sem, 1);
    vosSemSignalCap(sem, 1);
    vosSysLock();
    CHECK_INT(vosSemGetValue(sem), 1);
    vosSysUnlock();
    vosSemDestroy(sem);
}

#ifdef __linux__
TEST(semaphore_times_out_at_the_tick)
{
    start();
    sem = vosSemCreate(0);
    uint64_t now = vosMillis();
    CHECK_INT(vosSemWaitTimeout(sem, TIME_U(5, MILLIS)), VRES_TIMEOUT);
    CHECK_INT(vosMillis() - now, 5);
    /* a signal at the very tick of the timeout: who sleeps was first in the list */
    nresults = 0;
    VThread th = spawn(VOS_PRIO_HIGH, wait_sem, as_arg(TIME_U(10, MILLIS)));
    nap(10);
    CHECK_INT(nresults, 1);
    CHECK_INT(results[0], VRES_TIMEOUT);
    vosThDestroy(th);
    /* one tick before */
    th = spawn(VOS_PRIO_HIGH, wait_sem, as_arg(TIME_U(10, MILLIS)));
    vosThSleep(TIME_U(9999, MICROS));
    vosSemSignal(sem);
    CHECK_INT(results[1], VRES_OK);
    vosThDestroy(th);
    vosSemDestroy(sem);
}
#endif

TEST(semaphore_serves_the_best_first)
{
    start();
    sem = vosSemCreate(0);
    nresults = 0;
    VThread low = spawn(VOS_PRIO_LOW, wait_sem, as_arg(VTIME_INFINITE));
    nap(1);
    VThread high = spawn(VOS_PRIO_HIGH, wait_sem, as_arg(VTIME_INFINITE));
    vosSysLock();
    CHECK_INT(vosSemGetValue(sem), -2);
    vosSysUnlock();
    vosSemSignal(sem);
    CHECK_INT(vosThGetStatus(high), VTHREAD_INACTIVE);
    CHECK_INT(vosThGetStatus(low), VTHREAD_WAITING);
    vosSemSignal(sem);
    nap(1);
    CHECK_INT(vosThGetStatus(low), VTHREAD_INACTIVE);
    vosThDestroy(low);
    vosThDestroy(high);
    vosSemDestroy(sem);
}

TEST(semaphore_reset_wakes_all)
{
    start();
    sem = vosSemCreate(0);
    nresults = 0;
    VThread a = spawn(VOS_PRIO_HIGH, wait_sem, as_arg(VTIME_INFINITE));
    VThread b = spawn(VOS_PRIO_HIGH, wait_sem, as_arg(TIME_U(9, SECONDS)));
    vosSemReset(sem);
    CHECK_INT(nresults, 2);
    CHECK_INT(results[0], VRES_RESET);
    CHECK_INT(results[1], VRES_RESET);
    vosSemSignal(sem);
    vosSemReset(sem);
    CHECK_INT(vosSemTryWait(sem), VRES_TIMEOUT);
    vosThDestroy(a);
    vosThDestroy(b);
    vosSemDestroy(sem);
}

static void ping(void *arg)
{
    for (int i = 0; i < 100; i++) {
        vosSemWait(sem);
        ++*(int *)arg;
        vosSemSignal(other);
    }
}

TEST(signal_and_wait_in_one)
{
    int n = 0;
    start();
    sem = vosSemCreate(0);
    other = vosSemCreate(0);
    VThread th = spawn(VOS_PRIO_NORMAL, ping, &n);
    for (int i = 1; i <= 100; i++) {
        CHECK_INT(vosSemSignalWait(sem, other), VRES_OK);
        CHECK_INT(n, i);
    }
    nap(1);
    vosThDestroy(th);
    vosSemDestroy(sem);
    vosSemDestroy(other);
}

/* ---- mailboxes ---- */

static VMailBox box;
static char letters[] = "0123456789";

static void post_five(void *arg)
{
    (void)arg;
    for (int i = 0; i < 5; i++) {
        results[0] += vosMBoxPost(box, &letters[i]) == VRES_OK;
    }
}

TEST(mailbox_keeps_order_and_waits_while_full)
{
    start();
    box = vosMBoxCreate(2);
    results[0] = 0;
    VThread th = spawn(VOS_PRIO_HIGH, post_five, NULL);
    CHECK_INT(results[0], 2);
    vosSysLock();
    CHECK_INT(vosMBoxUsedSlots(box), 2);
    CHECK_INT(vosMBoxFreeSlots(box), 0);
    vosSysUnlock();
    CHECK_INT(vosMBoxPostTimeout(box, NULL, TIME_U(1, MILLIS)), VRES_TIMEOUT);
    CHECK_INT(vosMBoxPostIsr(box, NULL), VRES_TIMEOUT);
    for (int i = 0; i < 5; i++) {
        void *msg = NULL;
        CHECK_INT(vosMBoxFetch(box, &msg), VRES_OK);
        CHECK_INT(*(char *)msg, '0' + i);
    }
    CHECK_INT(results[0], 5);
    void *none = letters;
    CHECK_INT(vosMBoxFetchTimeout(box, &none, TIME_U(1, MILLIS)), VRES_TIMEOUT);
    CHECK_INT(vosMBoxFetchIsr(box, &none), VRES_TIMEOUT);
    CHECK(none == letters);
    vosThDestroy(th);
    vosMBoxDestroy(box);
    CHECK(vosMBoxCreate(0) == NULL);
}

static void fetch_one(void *arg)
{
    (void)arg;
    void *msg = NULL;
    results[0] = vosMBoxFetch(box, &msg);
    results[1] = msg ? *(char *)msg : -1;
}

TEST(mailbox_hands_over_and_is_destroyed)
{
    start();
    box = vosMBoxCreate(1);
    VThread th = spawn(VOS_PRIO_HIGH, fetch_one, NULL);
    CHECK_INT(vosMBoxPost(box, &letters[7]), VRES_OK);
    CHECK_INT(results[0], VRES_OK);
    CHECK_INT(results[1], '7');
    vosThDestroy(th);
    th = spawn(VOS_PRIO_HIGH, fetch_one, NULL);
    vosMBoxDestroy(box);
    CHECK_INT(results[0], VRES_RESET);
    vosThDestroy(th);
}

/* ---- fifos and queues ---- */

static VFifo fifo;

static int count_put(VFifo f, uint8_t item)
{
    *(int *)vos_fifo_arg(f) += item;
    return 0;
}

static int from_hardware(VFifo f)
{
    int *left = vos_fifo_arg(f);
    return *left > 0 ? (*left)-- : -1;
}

TEST(fifo_order_and_codes)
{
    int sum = 0;
    start();
    fifo = vosFifoCreate(3, count_put, NULL, &sum);
    CHECK_INT(vosFifoGetNonBlock(fifo), VRES_TIMEOUT);
    CHECK_INT(vosFifoPut(fifo, 255), VRES_OK);
    CHECK_INT(vosFifoPutNonBlock(fifo, 2), VRES_OK);
    CHECK_INT(vosFifoPutTimeout(fifo, 3, TIME_U(1, MILLIS)), VRES_OK);
    CHECK_INT(vosFifoPutTimeout(fifo, 4, TIME_U(1, MILLIS)), VRES_TIMEOUT);
    CHECK_INT(vosFifoPutNonBlock(fifo, 4), VRES_TIMEOUT);
    CHECK_INT(vosFifoItems(fifo), 3);
    CHECK_INT(sum, 260);
    CHECK_INT(vosFifoGet(fifo), 255);
    CHECK_INT(vosFifoGetNonBlock(fifo), 2);
    CHECK_INT(vosFifoGetTimeout(fifo, TIME_U(1, MILLIS)), 3);
    CHECK_INT(vosFifoGetTimeout(fifo, TIME_U(1, MILLIS)), VRES_TIMEOUT);
    vosFifoDestroy(fifo);
    CHECK(vosFifoCreate(0, NULL, NULL, NULL) == NULL);
}

TEST(fifo_asks_the_hardware_when_empty)
{
    int left = 2;
    start();
    fifo = vosFifoCreate(3, NULL, from_hardware, &left);
    CHECK_INT(vosFifoGet(fifo), 2);
    CHECK_INT(vosFifoGetNonBlock(fifo), 1);
    CHECK_INT(vosFifoGetNonBlock(fifo), VRES_TIMEOUT);
    vosFifoDestroy(fifo);
}

static void get_forever(void *arg)
{
    (void)arg;
    results[0] = vosFifoGet(fifo);
    results[1] = vosFifoGet(fifo);
}

TEST(fifo_wakes_readers_and_resets_them)
{
    start();
    fifo = vosFifoCreate(1, NULL, NULL, NULL);
    VThread th = spawn(VOS_PRIO_HIGH, get_forever, NULL);
    vosFifoPut(fifo, 42);
    CHECK_INT(results[0], 42);
    vosFifoDestroy(fifo);
    CHECK_INT(results[1], VRES_RESET);
    vosThDestroy(th);
}

static void write_queue(void *q)
{
    uint8_t bytes[100];
    for (int i = 0; i < 100; i++) {
        bytes[i] = (uint8_t)i;
    }
    results[0] = vosQueueWrite(q, bytes, sizeof bytes);
}

TEST(queue_passes_more_than_it_holds)
{
    uint8_t got[100];
    uint32_t n = 0;
    start();
    VQueue q = vosQueueCreate(7);
    VThread th = spawn(VOS_PRIO_NORMAL, write_queue, q);
    while (n < sizeof got) {
        int more = vosQueueRead(q, got + n, 30);
        CHECK(more > 0);
        n += (uint32_t)more;
    }
    for (int i = 0; i < 100; i++) {
        CHECK_INT(got[i], i);
    }
    CHECK_INT(vosQueueRead(q, got, 0), 0);
    nap(1);
    CHECK_INT(results[0], 100);
    vosThDestroy(th);
}

/* ---- events ---- */

static VEvent event;

static void wait_event(void *timeout)
{
    results[nresults++] = vosEventWait(event, (uint32_t)(uintptr_t)timeout);
}

TEST(event_stays_set_and_wakes_all)
{
    start();
    event = vosEventCreate();
    nresults = 0;
    CHECK_INT(vosEventGetFlag(event), 0);
    CHECK_INT(vosEventWait(event, VTIME_IMMEDIATE), VRES_TIMEOUT);
    CHECK_INT(vosEventWait(event, TIME_U(2, MILLIS)), VRES_TIMEOUT);
    VThread a = spawn(VOS_PRIO_HIGH, wait_event, as_arg(VTIME_INFINITE));
    VThread b = spawn(VOS_PRIO_HIGH, wait_event, as_arg(TIME_U(1, SECONDS)));
    vosEventSet(event);
    CHECK_INT(nresults, 2);
    CHECK_INT(results[0] | results[1], VRES_OK);
    CHECK_INT(vosEventWait(event, VTIME_IMMEDIATE), VRES_OK);
    CHECK_INT(vosEventGetFlag(event), 1);
    vosEventClear(event);
    CHECK_INT(vosEventGetFlag(event), 0);
    vosThDestroy(a);
    vosThDestroy(b);
    a = spawn(VOS_PRIO_HIGH, wait_event, as_arg(VTIME_INFINITE));
    vosEventDestroy(event);
    CHECK_INT(results[2], VRES_RESET);
    vosThDestroy(a);
}

/* ---- timers ---- */

static int fired;

static void fire(void *arg)
{
    fired += *(int *)arg;
}

#ifdef __linux__
TEST(timer_once_and_again_and_reset)
{
    int one = 1;
    start();
    fired = 0;
    VSysTimer t = vosTimerCreate();
    vosSysLock();
    vosTimerOneShot(t, TIME_U(3, MILLIS), fire, &one);
    vosSysUnlock();
    vosThSleep(TIME_U(2999, MICROS));
    CHECK_INT(fired, 0);
    vosThSleep(TIME_U(1, MICROS));
    CHECK_INT(fired, 1);
    nap(10);
    CHECK_INT(fired, 1);
    CHECK_INT(vosTimerReadMillis(t), 13);
    vosTimerRecurrent(t, TIME_U(250, MICROS), fire, &one);
    nap(1);
    CHECK_INT(fired, 5);
    vosTimerReset(t);
    CHECK_INT(vosTimerReadMicros(t), 0);
    nap(1);
    CHECK_INT(fired, 5);
    CHECK_INT(vosTimerReadMicros(t), 1000);
    vosTimerRecurrent(t, TIME_U(0, MILLIS), fire, &one);
    vosThSleep(TIME_U(3, MICROS));
    CHECK_INT(fired, 8);
    vosTimerDestroy(t);
    nap(1);
    CHECK_INT(fired, 8);
}
#endif

static void signal_from_isr(void *s)
{
    vosSysLockIsr();
    vosSemSignalIsr(s);
    vosSysUnlockIsr();
    vosSemSignalIsr(s);
}

TEST(timer_callback_wakes_a_thread)
{
    start();
    sem = vosSemCreate(0);
    VSysTimer t = vosTimerCreate();
    vosTimerOneShot(t, TIME_U(1, MILLIS), signal_from_isr, sem);
    CHECK_INT(vosSemWaitTimeout(sem, TIME_U(1, SECONDS)), VRES_OK);
    CHECK_INT(vosSemTryWait(sem), VRES_OK);
    CHECK_INT(vosSemTryWait(sem), VRES_TIMEOUT);
    vosTimerDestroy(t);
    vosSemDestroy(sem);
}

/* ---- interrupts ---- */

#ifdef __linux__
static VThread sleeper;

static void handler(void)
{
    vosEnterIsr();
    vosMBoxPostIsr(box, letters);
    vosThResumeIsr(sleeper);
    vosExitIsr();
}

static void sleep_suspended(void *arg)
{
    vosSysLock();
    vosThSuspend();
    ++*(int *)arg;
}

TEST(interrupt_runs_its_handler_at_once)
{
    int woken = 0;
    void *msg = NULL;
    start();
    box = vosMBoxCreate(1);
    sleeper = spawn(VOS_PRIO_HIGH, sleep_suspended, &woken);
    CHECK(!vos_irq_raise(5));
    CHECK(vosInstallHandler(5, handler) == NULL);
    CHECK(vos_irq_raise(5));
    CHECK_INT(vosMBoxFetchTimeout(box, &msg, VTIME_IMMEDIATE), VRES_OK);
    CHECK(msg == letters);
    CHECK_INT(woken, 1);
    CHECK(vosInstallHandler(5, NULL) == handler);
    CHECK(vosInstallHandler(-1, handler) == NULL);
    CHECK(vosInstallHandler(256, handler) == NULL);
    CHECK(!vos_irq_raise(256));
    vosThDestroy(sleeper);
    vosMBoxDestroy(box);
}

TEST(interrupt_waits_for_unlock)
{
    int one = 1;
    start();
    fired = 0;
    vosSysLock();
    vosSysLock();
    for (int i = 0; i < 1024; i++) {
        CHECK(vos_irq_post(fire, &one));
    }
    CHECK(!vos_irq_post(fire, &one));
    vosSysUnlock();
    CHECK_INT(fired, 0);
    vosSysUnlock();
    CHECK_INT(fired, 1024);
}

static _Atomic uint32_t preempt;

TEST(ctrl_c_ends_the_wait_of_main)
{
    start();
    vos_set_preempt_flag(&preempt);
    preempt = VOS_PREEMPT_INTERRUPT;
    sem = vosSemCreate(0);
    uint64_t now = vosMillis();
    CHECK_INT(vosSemWait(sem), VRES_RESET);
    vosThSleep(TIME_U(9, SECONDS));
    CHECK_INT(vosMillis() - now, 0);
    CHECK_INT(vosSemTryWait(sem), VRES_TIMEOUT);
    preempt = 0;
    CHECK_INT(vosSemWaitTimeout(sem, TIME_U(1, MILLIS)), VRES_TIMEOUT);
    vosSemDestroy(sem);
}
#endif

/* ---- memory ---- */

static size_t taken;
static void *counting_alloc(size_t size)
{
    static uint64_t memory[1024];
    taken += size;
    return taken <= sizeof memory ? (char *)memory + taken - size : NULL;
}
static void counting_free(void *p)
{
    (void)p;
}

TEST(objects_come_from_the_given_memory)
{
    start();
    char *p = vos_alloc(100);
    CHECK(p && ((uintptr_t)p & 7) == 0 && p[0] == 0 && p[99] == 0);
    vos_free(p);
    vos_set_allocator(counting_alloc, counting_free);
    CHECK(vosSemCreate(1) != NULL);
    CHECK(taken > 0);
    taken = 1 << 20;
    CHECK(vosSemCreate(1) == NULL);
    CHECK(vosMtxCreate() == NULL);
    CHECK(vosMBoxCreate(1) == NULL);
    CHECK(vosFifoCreate(1, NULL, NULL, NULL) == NULL);
    CHECK(vosQueueCreate(1) == NULL);
    CHECK(vosEventCreate() == NULL);
    CHECK(vosTimerCreate() == NULL);
    CHECK(vosThCreate(512, VOS_PRIO_LOW, (void *)fire, NULL, NULL) == NULL);
}

TAP_MAIN
