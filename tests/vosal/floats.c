/* SPDX-License-Identifier: MIT */
/*
 * floats.c -- registers of floating-point numbers across whatever takes the CPU away:
 * turns, waits, interrupts that compute, and all of these at once.
 *
 * A sum is the same however often it was interrupted. It keeps more numbers alive than
 * there are registers, and some of them over calls.
 */
#include "suite.h"
#include "tap.h"

enum { N = 24, STACK_FLOATS = 1024 };

typedef void (*between_fn)(void);

/* A number's bits: equal is not enough. */
static uint32_t bits(float x)
{
    uint32_t word;
    memcpy(&word, &x, sizeof word);
    return word;
}

/* Steps of N numbers that depend on one another; `between` runs with all of them alive.
 * They forget what one of them was some steps ago, so each step counts in the result.
 */
__attribute__((noinline)) static uint32_t mix(uint32_t seed, int steps,
                                              between_fn between)
{
    float x[N];
    for (int i = 0; i < N; i++) {
        x[i] = (float)(seed + (uint32_t)i) * 0.37f;
    }
    uint32_t all = 0;
    float a = x[0], b = x[1], c = x[2], d = x[3], e = x[4], f = x[5], g = x[6];
    for (int step = 0; step < steps; step++) {
        a = a * 0.75f + b * 0.25f + x[step % N];
        b = b * 0.5f + c * 0.375f + 1;
        c = c * 0.625f + d * 0.25f - 1;
        d = d * 0.25f + e * 0.5f + 2;
        if (between) {
            between();
        }
        e = e * 0.5f + f * 0.25f - 2;
        f = f * 0.375f + g * 0.5f + 3;
        g = g * 0.25f + a * 0.5f - 3;
        x[step % N] = (a + d + g) * 0.0625f;
        all = all * 31 + bits(x[step % N]);
    }
    return all + bits(a + b + c + d + e + f + g + x[7]);
}

/* ---- threads ---- */

enum { THREADS = 4 };

typedef struct job {
    uint32_t seed;
    int steps;
    between_fn between;
    uint32_t sum;
} job_t;

static void compute(void *arg)
{
    job_t *job = arg;
    job->sum = mix(job->seed, job->steps, job->between);
}

/* Each with its own numbers at once, and compared with one after the other. */
static bool compute_together(int32_t prio, int steps, between_fn between)
{
    job_t jobs[THREADS];
    VThread th[THREADS];
    bool good = true;
    for (int i = 0; i < THREADS; i++) {
        jobs[i] = (job_t){.seed = (uint32_t)(100 * i + 3), .steps = steps};
        jobs[i].between = between;
        th[i] = vosThResume(
            vosThCreate(STACK_FLOATS, prio, (void *)compute, &jobs[i], NULL));
    }
    join_all(th, THREADS);
    for (int i = 0; i < THREADS; i++) {
        good = good && jobs[i].sum == mix(jobs[i].seed, steps, NULL);
    }
    return good;
}

TEST(waits_keep_floats)
{
    begin();
    CHECK(compute_together(VOS_PRIO_NORMAL, 200, vosThYield));
}

static void nap_shortly(void)
{
    vosThSleep(TIME_U(10, MICROS));
}

TEST(sleeps_keep_floats)
{
    begin();
    CHECK(compute_together(VOS_PRIO_NORMAL, 50, nap_shortly));
}

TEST(turns_keep_floats)
{
    begin();
    vos_set_quantum(TIME_U(1, MILLIS));
    CHECK(compute_together(VOS_PRIO_NORMAL, 20000, NULL));
}

/* Nobody else's numbers are left in a thread that had none before. */
static void idle_turns(void *arg)
{
    volatile uint32_t *stop = arg;
    while (!*stop) {
        port_compute(10); /* or no time would pass where it is virtual */
        vosThYield();
    }
}

TEST(threads_without_floats_between)
{
    begin();
    uint32_t stop = 0;
    vosThSetPriority(VOS_PRIO_HIGH);
    vos_set_quantum(TIME_U(1, MILLIS));
    VThread th = spawn(VOS_PRIO_NORMAL, idle_turns, &stop);
    bool good = compute_together(VOS_PRIO_NORMAL, 5000, NULL);
    stop = 1;
    CHECK(join(th));
    CHECK(good);
}

/* ---- interrupts ---- */

static uint32_t isr_sum;
static int served, wrong;

static void compute_in_isr(void *arg)
{
    (void)arg;
    uint32_t sum = mix(77, 10, NULL);
    wrong += served++ && sum != isr_sum;
    isr_sum = sum;
}

static VSysTimer start_timer(void)
{
    VSysTimer t = vosTimerCreate();
    served = wrong = 0;
    vosSysLock();
    vosTimerRecurrent(t, TIME_U(3, MILLIS), compute_in_isr, NULL);
    vosSysUnlock();
    return t;
}

TEST(interrupts_keep_floats)
{
    begin();
    uint32_t want = mix(5, 1000, NULL);
    bool good = true;
    VSysTimer t = start_timer();
    while (served < 20) {
        good = good && mix(5, 1000, NULL) == want;
        port_compute(1);
    }
    vosTimerDestroy(t);
    CHECK(good);
    CHECK_INT(wrong, 0);
}

TEST(interrupts_and_turns_keep_floats)
{
    begin();
    vos_set_quantum(TIME_U(1, MILLIS));
    bool good = true;
    VSysTimer t = start_timer();
    while (served < 20) {
        good = good && compute_together(VOS_PRIO_NORMAL, 2000, NULL);
        port_compute(100);
    }
    vosTimerDestroy(t);
    CHECK(good);
    CHECK_INT(wrong, 0);
}

/* An interrupt that computes wakes a thread that does, in the middle of a sum. */

static VSemaphore woken;
static int rounds, bad_rounds;

static void raised(void)
{
    vosEnterIsr();
    compute_in_isr(NULL);
    vosSemSignalIsr(woken);
    vosExitIsr();
}

static void better(void *arg)
{
    uint32_t want = mix(11, 10, NULL);
    while (vosSemWait(woken) == VRES_OK) {
        bad_rounds += mix(11, 10, NULL) != want;
        rounds++;
    }
    (void)arg;
}

static void raise_it(void)
{
    port_raise();
}

TEST(a_thread_that_an_interrupt_woke_keeps_floats)
{
    begin();
    served = wrong = rounds = bad_rounds = 0;
    woken = vosSemCreate(0);
    vosInstallHandler(PORT_IRQ, raised);
    VThread th = vosThResume(
        vosThCreate(STACK_FLOATS, VOS_PRIO_HIGH, (void *)better, NULL, NULL));
    bool good = compute_together(VOS_PRIO_NORMAL, 200, raise_it);
    vosInstallHandler(PORT_IRQ, NULL);
    vosSysLock();
    vosSemReset(woken);
    vosSysUnlock();
    CHECK(join(th));
    vosSemDestroy(woken);
    CHECK(good);
    CHECK_INT(rounds, THREADS * 200);
    CHECK_INT(bad_rounds, 0);
    CHECK_INT(wrong, 0);
}

/* The same woken by the clock, wherever the sum is just then. */

static void signal_in_isr(void *arg)
{
    compute_in_isr(NULL);
    vosSemSignalIsr(arg);
}

TEST(a_thread_that_the_clock_woke_keeps_floats)
{
    begin();
    rounds = bad_rounds = 0;
    woken = vosSemCreate(0);
    VThread th = vosThResume(
        vosThCreate(STACK_FLOATS, VOS_PRIO_HIGH, (void *)better, NULL, NULL));
    bool good = true;
    VSysTimer t = start_timer();
    vosSysLock();
    vosTimerRecurrent(t, TIME_U(3, MILLIS), signal_in_isr, woken);
    vosSysUnlock();
    while (rounds < 20) {
        good = good && compute_together(VOS_PRIO_NORMAL, 2000, NULL);
        port_compute(100);
    }
    vosTimerDestroy(t);
    vosSysLock();
    vosSemReset(woken);
    vosSysUnlock();
    CHECK(join(th));
    vosSemDestroy(woken);
    CHECK(good);
    CHECK_INT(bad_rounds, 0);
    CHECK_INT(wrong, 0);
}

SUITE_MAIN
