/* SPDX-License-Identifier: MIT */
/* kernel_posix_test.c -- the host's machine in real time: preemption, alarms, posts,
 * Ctrl-C, host calls. */
/* parts: vm/vosal/kernel */
/* include: sdk/include */
#include "vosal.h"
#include "tap.h"
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static _Atomic int stop;
static _Atomic uint32_t preempt;
static VSemaphore sem;

static void start(void)
{
    vosInit(NULL);
    vosThSetPriority(VOS_PRIO_NORMAL);
    stop = 0;
}

/* mk/run32.sh: in QEMU 7.2's user emulation a signal sometimes finds a thread with another's registers. */
#define NEEDS_PREEMPTION()                                                             \
    SKIP_IF(getenv("ZVM_EMULATED"), "signals do not preempt in the emulator")

static VThread spawn(int32_t prio, void (*fn)(void *), void *arg)
{
    return vosThResume(vosThCreate(512, prio, (void *)fn, arg, NULL));
}

/* ---- ends, each in a process of its own; before there are threads ---- */

static int status_of(void (*program)(void))
{
    int status = -1;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        program();
        _exit(1);
    }
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void wait_for_ever(void)
{
    vosInit(NULL);
    vos_set_virtual_time(1000);
    vosThSleep(TIME_U(3600, SECONDS));
    vosSemWait(vosSemCreate(0));
}

static void end_with_3(void)
{
    _exit(vosMillis() == 3600000 ? 3 : 4);
}

static void wait_with_hook(void)
{
    vos_set_deadlock_hook(end_with_3);
    wait_for_ever();
}

static void post_later(void *arg)
{
    (void)arg;
    _exit(5);
}

static void *post_from_outside(void *arg)
{
    usleep(20000);
    vos_irq_post(post_later, arg);
    return NULL;
}

static void wait_with_source(void)
{
    pthread_t id;
    vos_irq_sources(1);
    pthread_create(&id, NULL, post_from_outside, NULL);
    wait_for_ever();
}

TEST(virtual_time_ends_when_nothing_can_happen)
{
    CHECK_INT(status_of(wait_for_ever), 0);
    CHECK_INT(status_of(wait_with_hook), 3);
    CHECK_INT(status_of(wait_with_source), 5);
}

__attribute__((constructor)) static void end_if_started_again(void)
{
    if (getenv("KERNEL_TEST_RESET")) {
        _exit(6);
    }
}

static void reset(void)
{
    vosInit(NULL);
    setenv("KERNEL_TEST_RESET", "1", 1);
    vosSysReset();
}

TEST(reset_starts_the_program_again)
{
    SKIP_IF(getenv("ZVM_EMULATED"), "no other 32-bit program can be started");
    CHECK_INT(status_of(reset), 6);
}

static void count(void *arg)
{
    while (!stop) {
        ++*(_Atomic uint64_t *)arg;
    }
}

TEST(sleep_is_not_too_short)
{
    start();
    for (uint32_t us = 1; us < 3000; us += 499) {
        VSysTimer t = vosTimerCreate();
        vosThSleep(TIME_U(us, MICROS));
        CHECK(vosTimerReadMicros(t) >= us);
        CHECK(vosTimerReadMicros(t) < us + 1000000);
        vosTimerDestroy(t);
    }
}

TEST(sleeper_takes_the_cpu_from_a_computing_thread)
{
    NEEDS_PREEMPTION();
    _Atomic uint64_t n = 0;
    start();
    VThread th = spawn(VOS_PRIO_LOW, count, &n);
    for (int i = 0; i < 20; i++) {
        vosThSleep(TIME_U(1, MILLIS));
    }
    CHECK(n > 0);
    stop = 1;
    vosThSleep(TIME_U(20, MILLIS));
    CHECK_INT(vosThGetStatus(th), VTHREAD_INACTIVE);
    vosThDestroy(th);
}

TEST(computing_threads_take_turns)
{
    NEEDS_PREEMPTION();
    _Atomic uint64_t n[3] = {0, 0, 0};
    VThread th[3];
    start();
    vos_set_quantum(TIME_U(2, MILLIS));
    for (int i = 0; i < 3; i++) {
        th[i] = spawn(VOS_PRIO_LOW, count, (void *)&n[i]);
    }
    for (int i = 0; i < 100 && !(n[0] && n[1] && n[2]); i++) {
        vosThSleep(TIME_U(20, MILLIS));
    }
    stop = 1;
    vosThSleep(TIME_U(20, MILLIS));
    CHECK(n[0] && n[1] && n[2]);
    for (int i = 0; i < 3; i++) {
        vosThDestroy(th[i]);
    }
}

/* Threads in and out of libc: who is parked there would keep its lock for ever. */
static void use_malloc(void *arg)
{
    while (!stop) {
        void *volatile p = malloc(100 + (size_t)(*(_Atomic uint64_t *)arg)++ % 5000);
        free(p);
    }
}

TEST(nobody_is_parked_inside_libc)
{
    NEEDS_PREEMPTION();
    _Atomic uint64_t n[4] = {0, 0, 0, 0};
    VThread th[4];
    start();
    vos_set_quantum(TIME_U(1, MILLIS));
    for (int i = 0; i < 4; i++) {
        th[i] = spawn(VOS_PRIO_LOW, use_malloc, (void *)&n[i]);
    }
    for (int i = 0; i < 100; i++) {
        vosThSleep(TIME_U(2, MILLIS));
        void *volatile p = malloc(1000);
        free(p);
    }
    stop = 1;
    vosThSleep(TIME_U(20, MILLIS));
    for (int i = 0; i < 4; i++) {
        CHECK(n[i] > 0);
        vosThDestroy(th[i]);
    }
}

/* ---- the GIL in real time ---- */

static void use_gil(void *arg)
{
    vosSemWait(_gillock);
    while (!stop) {
        ++*(_Atomic uint64_t *)arg;
        if (atomic_fetch_and(&preempt, ~VOS_PREEMPT_QUANTUM) & VOS_PREEMPT_QUANTUM) {
            vosSemSignal(_gillock);
            vosSemWait(_gillock);
        }
    }
    vosSemSignal(_gillock);
}

TEST(gil_goes_round)
{
    NEEDS_PREEMPTION();
    _Atomic uint64_t n[3] = {0, 0, 0};
    VThread th[3];
    start();
    vos_set_preempt_flag(&preempt);
    vos_set_quantum(TIME_U(1, MILLIS));
    for (int i = 0; i < 3; i++) {
        th[i] = spawn(VOS_PRIO_LOW, use_gil, (void *)&n[i]);
    }
    for (int i = 0; i < 100 && !(n[0] && n[1] && n[2]); i++) {
        vosThSleep(TIME_U(20, MILLIS));
    }
    stop = 1;
    vosThSleep(TIME_U(50, MILLIS));
    CHECK(n[0] && n[1] && n[2]);
    for (int i = 0; i < 3; i++) {
        CHECK_INT(vosThGetStatus(th[i]), VTHREAD_INACTIVE);
        vosThDestroy(th[i]);
    }
}

/* ---- posted interrupts ---- */

enum { POSTS = 20000, POSTERS = 3 };
static int served;

static void serve(void *arg)
{
    served++;
    vosSemSignalIsr(arg);
}

static void *post_many(void *arg)
{
    for (int i = 0; i < POSTS;) {
        if (vos_irq_post(serve, arg)) {
            i++;
        } else {
            usleep(10);
        }
    }
    return NULL;
}

TEST(posts_of_many_pthreads_all_arrive)
{
    NEEDS_PREEMPTION();
    pthread_t id[POSTERS];
    _Atomic uint64_t n = 0;
    start();
    served = 0;
    sem = vosSemCreate(0);
    VThread th = spawn(VOS_PRIO_LOW, count, &n);
    for (int i = 0; i < POSTERS; i++) {
        pthread_create(&id[i], NULL, post_many, sem);
    }
    for (int i = 0; i < POSTS * POSTERS; i++) {
        CHECK_INT(vosSemWaitTimeout(sem, TIME_U(60, SECONDS)), VRES_OK);
    }
    CHECK_INT(served, POSTS * POSTERS);
    for (int i = 0; i < POSTERS; i++) {
        pthread_join(id[i], NULL);
    }
    stop = 1;
    vosThSleep(TIME_U(20, MILLIS));
    vosThDestroy(th);
    vosSemDestroy(sem);
}

/* ---- host calls ---- */

static int ends[2];

static void read_host(void *arg)
{
    vos_host_block_begin();
    ssize_t n = read(ends[0], arg, 1);
    vos_host_block_end();
    stop = n == 1;
}

TEST(others_run_during_a_host_call)
{
    NEEDS_PREEMPTION();
    char got = 0;
    _Atomic uint64_t n = 0;
    start();
    CHECK_INT(pipe(ends), 0);
    VThread th = spawn(VOS_PRIO_HIGH, read_host, &got);
    CHECK_INT(vosThGetStatus(th), VTHREAD_WAITING);
    VThread low = spawn(VOS_PRIO_LOW, count, &n);
    vosThSleep(TIME_U(20, MILLIS));
    CHECK(n > 0);
    CHECK_INT(write(ends[1], "x", 1), 1);
    vosThSleep(TIME_U(50, MILLIS));
    CHECK_INT(vosThGetStatus(th), VTHREAD_INACTIVE);
    CHECK_INT(vosThGetStatus(low), VTHREAD_INACTIVE);
    CHECK_INT(got, 'x');
    vosThDestroy(th);
    vosThDestroy(low);
    close(ends[0]);
    close(ends[1]);
}

/* ---- Ctrl-C ---- */

static void *interrupt_soon(void *arg)
{
    usleep(20000);
    kill(getpid(), SIGINT);
    return arg;
}

static void press_ctrl_c(pthread_t *id)
{
    sigset_t set, before;
    sigfillset(&set);
    preempt = 0;
    vos_set_preempt_flag(&preempt);
    pthread_sigmask(SIG_SETMASK, &set, &before);
    pthread_create(id, NULL, interrupt_soon, NULL);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

TEST(ctrl_c_wakes_the_main_thread)
{
    NEEDS_PREEMPTION();
    pthread_t id;
    start();
    sem = vosSemCreate(0);
    press_ctrl_c(&id);
    CHECK_INT(vosSemWait(sem), VRES_RESET);
    CHECK(preempt & VOS_PREEMPT_INTERRUPT);
    pthread_join(id, NULL);
    press_ctrl_c(&id);
    vosThSleep(TIME_U(600, SECONDS));
    CHECK(preempt & VOS_PREEMPT_INTERRUPT);
    pthread_join(id, NULL);
    preempt = 0;
    vosSemDestroy(sem);
}

TEST(ctrl_c_reaches_a_computing_main_thread)
{
    NEEDS_PREEMPTION();
    pthread_t id;
    start();
    press_ctrl_c(&id);
    while (!(preempt & VOS_PREEMPT_INTERRUPT)) {
    }
    pthread_join(id, NULL);
    preempt = 0;
}

TEST(ctrl_c_ends_a_host_call)
{
    NEEDS_PREEMPTION();
    pthread_t id;
    char c;
    start();
    CHECK_INT(pipe(ends), 0);
    press_ctrl_c(&id);
    vos_host_block_begin();
    ssize_t n = read(ends[0], &c, 1);
    int why = errno;
    vos_host_block_end();
    CHECK_INT(n, -1);
    CHECK_INT(why, EINTR);
    CHECK(preempt & VOS_PREEMPT_INTERRUPT);
    pthread_join(id, NULL);
    preempt = 0;
}

/* ---- timers ---- */

static void tick(void *arg)
{
    ++*(_Atomic int *)arg;
}

TEST(timer_fires_while_main_computes)
{
    NEEDS_PREEMPTION();
    _Atomic int n = 0;
    start();
    VSysTimer t = vosTimerCreate();
    vosTimerRecurrent(t, TIME_U(500, MICROS), tick, (void *)&n);
    while (n < 20) {
    }
    CHECK(vosTimerReadMillis(t) >= 9);
    vosTimerDestroy(t);
}

TEST(texts_are_limited)
{
    int n = 0;
    while (n < 1000 && vos_port_add_text(&ends, &ends)) {
        n++;
    }
    CHECK(n > 100 && n < 1000);
}

TAP_MAIN
