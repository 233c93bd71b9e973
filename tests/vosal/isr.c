/* SPDX-License-Identifier: MIT */
/* isr.c -- interrupts: vectors, what a handler may call, when it runs. */
#include "suite.h"
#include "tap.h"

static VSemaphore sem;
static VMailBox box;
static VThread suspended;
static int entered, code, word;

/* The manners in which drivers write handlers. */

static void plain(void)
{
    vosEnterIsr();
    entered++;
    vosSemSignalIsr(sem);
    vosExitIsr();
}

static void with_inner_lock(void)
{
    vosEnterIsr();
    vosSysLockIsr();
    entered++;
    vosSemSignalIsr(sem);
    vosSysUnlockIsr();
    vosExitIsr();
}

static void post(void)
{
    vosEnterIsr();
    code = vosMBoxPostIsr(box, &word);
    vosExitIsr();
}

static void fetch(void)
{
    void *msg = NULL;
    vosEnterIsr();
    vosSysLockIsr();
    code = vosMBoxFetchIsr(box, &msg);
    entered += msg == &word;
    vosSysUnlockIsr();
    vosExitIsr();
}

static void resume(void)
{
    vosEnterIsr();
    vosThResumeIsr(suspended);
    entered += vosThCurrent() != suspended;
    vosExitIsr();
}

static void raise_with(vos_irq_handler fn)
{
    vosInstallHandler(PORT_IRQ, fn);
    port_raise();
}

static void count_entered(void)
{
    entered++;
}

static void signal_sem(void *arg)
{
    (void)arg;
    vosSemSignalIsr(sem);
}

static void wait_and_raise(void *arg)
{
    (void)arg;
    vosSemWait(sem);
    raise_with(count_entered);
    add_result(entered);
}

/* Interrupts are on again in whoever a posted one has woken. */
TEST(whom_a_posted_one_wakes_is_interrupted)
{
    begin();
    entered = 0;
    sem = vosSemCreate(0);
    VThread th = spawn(VOS_PRIO_HIGH, wait_and_raise, NULL);
    CHECK(vos_irq_post(signal_sem, NULL));
    CHECK(join(th));
    CHECK_INT(results[0], 1);
    vosInstallHandler(PORT_IRQ, NULL);
    vosSemDestroy(sem);
}

TEST(installing_gives_the_one_before)
{
    begin();
    entered = 0;
    sem = vosSemCreate(0);
    CHECK(vosInstallHandler(PORT_IRQ, plain) == NULL);
    CHECK(vosInstallHandler(PORT_IRQ, with_inner_lock) == plain);
    CHECK(vosInstallHandler(PORT_IRQ, NULL) == with_inner_lock);
    CHECK(!port_raise());
    CHECK_INT(entered, 0);
    CHECK(vosInstallHandler(-1, plain) == NULL);
    CHECK(vosInstallHandler(1 << 20, plain) == NULL);
    vosSemDestroy(sem);
}

TEST(handlers_run_at_once_with_and_without_inner_lock)
{
    begin();
    entered = 0;
    sem = vosSemCreate(0);
    raise_with(plain);
    CHECK_INT(entered, 1);
    CHECK_INT(vosSemTryWait(sem), VRES_OK);
    raise_with(with_inner_lock);
    CHECK_INT(entered, 2);
    CHECK_INT(vosSemTryWait(sem), VRES_OK);
    CHECK_INT(vosSemTryWait(sem), VRES_TIMEOUT);
    vosSemDestroy(sem);
}

TEST(interrupts_wait_for_the_end_of_the_lock)
{
    begin();
    entered = 0;
    sem = vosSemCreate(0);
    vosSysLock();
    vosSysLock();
    raise_with(plain);
    vosSysUnlock();
    CHECK_INT(entered, 0);
    vosSysUnlock();
    CHECK_INT(entered, 1);
    vosSemDestroy(sem);
}

static void wait_for_isr(void *arg)
{
    (void)arg;
    for (int i = 0; i < 3; i++) {
        add_result(vosSemWait(sem));
        note('w');
    }
}

TEST(a_better_thread_runs_right_after_the_interrupt)
{
    begin();
    sem = vosSemCreate(0);
    VThread th = spawn(VOS_PRIO_HIGH, wait_for_isr, NULL);
    for (int i = 0; i < 3; i++) {
        raise_with(i == 1 ? with_inner_lock : plain);
        note('m');
    }
    CHECK_STR(trace, "wmwmwm");
    CHECK(join(th));
    vosSemDestroy(sem);
}

TEST(mailboxes_never_wait)
{
    void *msg = NULL;
    begin();
    entered = 0;
    box = vosMBoxCreate(1);
    raise_with(fetch);
    CHECK_INT(code, VRES_TIMEOUT);
    raise_with(post);
    CHECK_INT(code, VRES_OK);
    raise_with(post);
    CHECK_INT(code, VRES_TIMEOUT);
    raise_with(fetch);
    CHECK_INT(code, VRES_OK);
    CHECK_INT(entered, 1);
    CHECK_INT(vosMBoxFetchTimeout(box, &msg, VTIME_IMMEDIATE), VRES_TIMEOUT);
    vosMBoxDestroy(box);
}

static void fetch_one(void *arg)
{
    void *msg = NULL;
    (void)arg;
    add_result(vosMBoxFetch(box, &msg));
    note(msg == &word ? 'f' : '?');
}

TEST(a_mailbox_wakes_from_an_interrupt)
{
    begin();
    box = vosMBoxCreate(1);
    VThread th = spawn(VOS_PRIO_HIGH, fetch_one, NULL);
    raise_with(post);
    CHECK_STR(trace, "f");
    CHECK_INT(results[0], VRES_OK);
    CHECK(join(th));
    vosMBoxDestroy(box);
}

static void suspend(void *arg)
{
    (void)arg;
    vosSysLock();
    vosThSuspend();
    note('r');
}

TEST(resume_from_an_interrupt)
{
    begin();
    entered = 0;
    suspended = spawn(VOS_PRIO_HIGH, suspend, NULL);
    raise_with(resume);
    CHECK_STR(trace, "r");
    CHECK_INT(entered, 1);
    CHECK(join(suspended));
    suspended = vosThCreate(STACK, VOS_PRIO_HIGH, (void *)wait_for_isr, NULL, NULL);
    sem = vosSemCreate(3);
    raise_with(resume); /* which also starts one */
    CHECK_STR(trace, "rwww");
    CHECK(join(suspended));
    vosSemDestroy(sem);
}

static VEvent event;

static void set_event(void *arg)
{
    (void)arg;
    vosEventSet(event);
    vosTimerReadMillis(arg);
    entered += *vosTicks() != 1 && vosEventGetFlag(event);
}

TEST(what_a_timer_may_call)
{
    begin();
    entered = 0;
    event = vosEventCreate();
    VSysTimer t = vosTimerCreate();
    vosTimerOneShot(t, TIME_U(1, MILLIS), set_event, t);
    CHECK_INT(vosEventWait(event, TIME_U(9, SECONDS)), VRES_OK);
    CHECK_INT(entered, 1);
    vosTimerDestroy(t);
    vosEventDestroy(event);
}

TEST(a_vector_table_holds_handlers)
{
    vos_vectors table = {.reset_vector = plain, .systick_vector = post};
    begin();
    CHECK(table.reset_vector == plain && table.systick_vector == post);
    CHECK(!table.svcall_vector);
    CHECK_INT(sizeof table, (16 + CORTEX_VECTOR_COUNT) * sizeof(vos_irq_handler));
}

SUITE_MAIN
