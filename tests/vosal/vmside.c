/* SPDX-License-Identifier: MIT */
/* vmside.c -- what the VM asks of a kernel: words on stacks, the GIL's turns, posted
 * interrupts, hooks. */
#include "suite.h"
#include "tap.h"

/* ---- words on stacks ---- */

/* A word that stands nowhere but where a test puts it. */
static uintptr_t make_word(uint32_t seed)
{
    return ((uintptr_t)seed * 2654435761u) ^ (uintptr_t)0x5A17C0DE;
}

typedef struct search {
    uint32_t seed;
    int found;
} search_t;

static void look(void *low, void *high, void *ctx)
{
    search_t *s = ctx;
    for (uintptr_t *p = low; p < (uintptr_t *)high; p++) {
        s->found += *p == make_word(s->seed);
    }
}

__attribute__((noinline)) static int find(uint32_t seed)
{
    search_t s = {seed, 0};
    vosSysLock();
    vos_scan_stacks(look, &s);
    vosSysUnlock();
    return s.found;
}

static VSemaphore go;
static _Atomic int stop;

__attribute__((noinline)) static void hold_and_wait(void *seed)
{
    volatile uintptr_t held = make_word(as_time(seed));
    note('w');
    vosSemWait(go);
    note(held == make_word(as_time(seed)) ? 'k' : '?');
}

TEST(words_of_waiting_threads_are_seen)
{
    begin();
    go = vosSemCreate(0);
    VThread th[] = {spawn(VOS_PRIO_HIGH, hold_and_wait, as_arg(11)),
                    spawn(VOS_PRIO_LOW, hold_and_wait, as_arg(12))};
    CHECK_STR(trace, "ww");
    CHECK(find(11) > 0);
    CHECK(find(12) > 0);
    vosSemSignal(go);
    vosSemSignal(go);
    CHECK_STR(trace, "wwkk");
    join_all(th, 2);
    vosSemDestroy(go);
}

TEST(the_callers_own_words_are_seen)
{
    begin();
    volatile uintptr_t held = make_word(13);
    CHECK(find(13) > 0);
    CHECK(held == make_word(13));
}

__attribute__((noinline)) static void hold_and_compute(void *seed)
{
    volatile uintptr_t held = make_word(as_time(seed));
    note('c');
    while (!stop) {
        port_compute(200);
    }
    note(held == make_word(as_time(seed)) ? 'k' : '?');
}

TEST(words_of_an_interrupted_thread_are_seen)
{
    begin();
    stop = 0;
    vosThSetPriority(VOS_PRIO_HIGH);
    VThread th = spawn(VOS_PRIO_LOW, hold_and_compute, as_arg(14));
    for (int i = 0; i < 1000 && !trace[0]; i++) {
        nap(1);
    }
    CHECK(find(14) > 0);
    stop = 1;
    CHECK(join(th));
    CHECK_STR(trace, "ck");
}

static void nothing(void *arg)
{
    (void)arg;
}

TEST(a_thread_that_was_not_started_keeps_its_argument)
{
    begin();
    VThread th =
        vosThCreate(STACK, VOS_PRIO_LOW, (void *)nothing, (void *)make_word(15), NULL);
    CHECK(find(15) > 0);
    vosThDestroy(th);
}

/* ---- the GIL ---- */

static _Atomic uint32_t flag;

static void want_gil(void *arg)
{
    (void)arg;
    vosSemWait(_gillock);
    note('g');
    vosSemSignal(_gillock);
}

static bool is_asked(void)
{
    return (flag & VOS_PREEMPT_QUANTUM) != 0;
}

TEST(a_better_thread_asks_for_the_gil_at_once_an_equal_one_in_a_while)
{
    begin();
    flag = 0;
    vos_set_preempt_flag(&flag);
    vosThSetPriority(VOS_PRIO_NORMAL);
    vos_set_quantum(TIME_U(5, MILLIS));
    vosSemWait(_gillock);
    VThread better = spawn(VOS_PRIO_HIGH, want_gil, NULL);
    CHECK(is_asked());
    vosSemSignal(_gillock);
    CHECK_STR(trace, "g");
    CHECK(join(better));
    flag = 0;
    vosSemWait(_gillock);
    VThread equal = spawn(VOS_PRIO_NORMAL, want_gil, NULL);
    vosThYield();
    for (int i = 0; i < 10000 && !is_asked(); i++) {
        port_compute(100);
    }
    CHECK(is_asked());
    vosSemSignal(_gillock);
    CHECK(join(equal));
    CHECK_STR(trace, "gg");
}

TEST(a_worse_thread_never_asks)
{
    begin();
    flag = 0;
    vos_set_preempt_flag(&flag);
    vosThSetPriority(VOS_PRIO_NORMAL);
    vos_set_quantum(TIME_U(1, MILLIS));
    vosSemWait(_gillock);
    VThread worse = spawn(VOS_PRIO_LOW, want_gil, NULL);
    nap(2);
    for (int i = 0; i < 20; i++) {
        port_compute(500);
    }
    CHECK(!is_asked());
    vosSemSignal(_gillock);
    CHECK(join(worse));
}

/* ---- posted interrupts and hooks ---- */

static void note_posted(void *text)
{
    note_first(text);
}

TEST(posted_interrupts_come_at_once_and_in_order)
{
    begin();
    CHECK(vos_irq_post(note_posted, "1"));
    CHECK_STR(trace, "1");
    vosSysLock();
    CHECK(vos_irq_post(note_posted, "2"));
    CHECK(vos_irq_post(note_posted, "3"));
    note('l');
    vosSysUnlock();
    CHECK_STR(trace, "1l23");
}

static VSemaphore signalled;

static void note_and_signal(void)
{
    vosEnterIsr();
    note('i');
    vosSemSignalIsr(signalled);
    vosExitIsr();
}

static void wait_signalled(void *arg)
{
    (void)arg;
    vosSemWait(signalled);
    note('t');
}

/* Whether an interrupt comes is the kernel's matter; nobody else runs. */
TEST(a_window_in_the_lock_switches_to_nobody)
{
    begin();
    signalled = vosSemCreate(0);
    VThread th = spawn(VOS_PRIO_HIGH, wait_signalled, NULL);
    vosInstallHandler(PORT_IRQ, note_and_signal);
    vosSysLock();
    port_raise();
    vos_irq_window();
    vos_irq_window();
    note('l');
    vosSysUnlock();
    CHECK(strcmp(trace, "ilt") == 0 || strcmp(trace, "lit") == 0);
    CHECK(join(th));
    vosInstallHandler(PORT_IRQ, NULL);
    vosSemDestroy(signalled);
}

static int hooked;

static void count_hook(void)
{
    hooked++;
}

TEST(the_thread_hook_runs_before_each_thread_is_made)
{
    begin();
    hooked = 0;
    vos_set_thread_hook(count_hook);
    VThread th = created(VOS_PRIO_LOW, nothing, NULL);
    CHECK_INT(hooked, 1);
    vosThDestroy(th);
    vos_set_thread_hook(NULL);
}

TEST(others_run_while_a_thread_is_with_the_host)
{
    begin();
    VThread th = spawn(VOS_PRIO_LOWEST, note_first, "o");
    vos_host_block_begin();
    vos_host_block_end();
    CHECK(join(th));
    CHECK_STR(trace, "o");
    CHECK_INT(vosThGetPriority(), VOS_PRIO_LOWEST);
}

SUITE_MAIN
