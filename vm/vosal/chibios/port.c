/* SPDX-License-Identifier: MIT */
/*
 * port.c -- VOSAL's threads as threads of ChibiOS/RT.
 *
 * The lock is ChibiOS's: inside, I- and S-class functions are called, and who leaves it
 * in a thread reschedules first. Deadlines are one virtual timer, whose callback is an
 * interrupt's handler. A thread is created suspended and started by the first resume.
 */
#include "options.h"
#include "foreign.h"
#include "start.h"

#define NS_PER_S 1000000000u
#define STEP                                                                           \
    0x20000000u /* ticks, the longest alarm: the system time is read as often */

typedef struct task {
    thread_t *tp;
    thread_reference_t sleeping;
    kthread_t *thread;
    bool started;
    bool quit;
    char area[];
} task_t;

static bool started;
static virtual_timer_t alarm_timer;

static tprio_t chibios_prio(uint8_t prio)
{
    return (tprio_t)(VOSAL_PRIORITY_BASE + prio);
}

/* ---- the lock ---- */

static bool locked_in_isr;

bool foreign_in_isr(void)
{
    return kernel.depth > 0 ? locked_in_isr : port_is_isr_context();
}

void port_irq_off(void)
{
    bool isr = port_is_isr_context();
    if (isr) {
        chSysLockFromISR();
    } else {
        chSysLock();
    }
    locked_in_isr = isr;
}

/* All registers are on the stack of a thread that another is about to look through. */
__attribute__((noinline)) static void give_way(void)
{
    __builtin_unwind_init();
    chSchRescheduleS();
    __asm__ volatile("" ::: "memory");
}

void port_irq_on(void)
{
    if (locked_in_isr) {
        chSysUnlockFromISR();
    } else {
        give_way();
        chSysUnlock();
    }
}

/* ---- who runs ---- */

/* The last that was looked for. Its memory stays readable when it has ended. */
static task_t *last;

static kthread_t *find(thread_t *tp)
{
    kthread_t *found = NULL;
    syssts_t status = chSysGetStatusAndLockX();
    for (kthread_t *t = kernel.threads; t && !found; t = t->next) {
        task_t *task = t->port;
        if (task && task->tp == tp) {
            last = task;
            found = t;
        }
    }
    chSysRestoreStatusX(status);
    return found;
}

kthread_t *foreign_current(void)
{
    thread_t *tp = chThdGetSelfX();
    task_t *task = last;
    return !started ? &kernel_main : task && task->tp == tp ? task->thread : find(tp);
}

static uint8_t vosal_prio(tprio_t prio)
{
    return prio <= chibios_prio(VOS_PRIO_LOWEST)    ? VOS_PRIO_LOWEST
           : prio >= chibios_prio(VOS_PRIO_HIGHEST) ? VOS_PRIO_HIGHEST
                                                    : (uint8_t)(prio - chibios_prio(0));
}

void foreign_adopt(kthread_t *t)
{
    static task_t tasks[VOSAL_ADOPTED + 1];
    static uint32_t n;
    task_t *task = &tasks[n++];
    task->tp = chThdGetSelfX();
    task->thread = t;
    task->started = true;
    t->port = task;
    t->prio = t->base_prio = vosal_prio(chThdGetPriorityX());
    port_irq_off();
    machine_bounds(t);
    port_irq_on();
    t->stack_low = t->stack_low ? t->stack_low + PORT_GUARD_PAGE_SIZE : NULL;
    t->sp = t->stack_low;
}

void port_start(kthread_t *main)
{
    chVTObjectInit(&alarm_timer);
    foreign_adopt(main);
    machine_begin();
    started = true;
    vosThSetPriority(VOS_PRIO_NORMAL);
}

/* ---- lives of threads ---- */

static THD_FUNCTION(run, arg)
{
    kthread_t *t = arg;
    if (!((task_t *)t->port)->quit) {
        foreign_run(t);
    }
}

static char *aligned(char *p)
{
    return (char *)(((uintptr_t)p + PORT_WORKING_AREA_ALIGN - 1) &
                    ~(uintptr_t)(PORT_WORKING_AREA_ALIGN - 1));
}

bool port_thread_new(kthread_t *t, size_t stack_size)
{
    size_t wanted = stack_size > VOSAL_LEAST_STACK ? stack_size : VOSAL_LEAST_STACK;
    size_t size = THD_WORKING_AREA_SIZE(wanted) + PORT_WORKING_AREA_ALIGN - 1;
    size &= ~(size_t)(PORT_WORKING_AREA_ALIGN - 1);
    task_t *task = vos_alloc(sizeof *task + PORT_WORKING_AREA_ALIGN + size);
    if (!task) {
        return false;
    }
    char *low = aligned(task->area);
    thread_descriptor_t how = {.name = "vosal",
                               .wbase = (void *)low,
                               .wend = (void *)(low + size),
                               .prio = chibios_prio(t->prio),
                               .funcp = run,
                               .arg = t};
    t->port = task;
    task->thread = t;
    chSysLock();
    task->tp = chThdCreateSuspendedI(&how);
    chSysUnlock();
    t->stack_low = low + PORT_GUARD_PAGE_SIZE;
    t->stack_high = (char *)task->tp;
    return true;
}

/* One that was not started runs for that, and ends. */
void port_thread_free(void *port)
{
    task_t *task = port;
    if (!task->started) {
        task->quit = true;
        chThdStart(task->tp);
    }
    chThdWait(task->tp);
#if CH_CFG_USE_REGISTRY == TRUE
    while (*(volatile trefs_t *)&task->tp->refs > 0) {
        chThdSleep(1); /* somebody looks through the registry, and is there */
    }
#endif
    chSysLock();
    last = last == task ? NULL : last;
    chSysUnlock();
    task->tp = NULL;
    vos_free(task);
}

void foreign_end(void)
{
    chThdExit(MSG_OK);
    for (;;) {
    }
}

void foreign_block(kthread_t *self)
{
    chThdSuspendS(&((task_t *)self->port)->sleeping);
    locked_in_isr = false;
}

void foreign_unblock(kthread_t *t)
{
    task_t *task = t->port;
    if (task->started) {
        chThdResumeI(&task->sleeping, MSG_OK);
    } else {
        task->started = true;
        chSchReadyI(task->tp);
    }
}

/* Whose interrupts are being served (foreign_window). */
static thread_t *in_window;

/* As ChibiOS's mutexes do it: what the thread inherits through those stays. */
void foreign_set_prio(kthread_t *t)
{
    thread_t *tp = ((task_t *)t->port)->tp;
    tprio_t prio = chibios_prio(t->prio);
    if (tp == in_window) {
        return;
    }
#if CH_CFG_USE_MUTEXES == TRUE
    bool inherits = THREAD_PRIO(tp) != tp->realprio && THREAD_PRIO(tp) > prio;
    tp->realprio = prio;
    if (inherits) {
        return;
    }
#endif
    THREAD_PRIO(tp) = prio;
    if (tp->state == CH_STATE_READY) {
        tp->state = CH_STATE_CURRENT; /* what chSchReadyI takes */
        THREAD_DEQUEUE(tp);
        chSchReadyI(tp);
    }
}

/* Nobody is better meanwhile. */
void foreign_window(kthread_t *self)
{
    thread_t *tp = ((task_t *)self->port)->tp;
    tprio_t prio = THREAD_PRIO(tp);
    in_window = tp;
    THREAD_PRIO(tp) = HIGHPRIO + 1;
    chSysUnlock();
#ifdef __arm__
    __asm__ volatile("isb" ::: "memory");
#endif
    chSysLock();
    THREAD_PRIO(tp) = prio;
    in_window = NULL;
    locked_in_isr = false;
    foreign_set_prio(self);
}

void foreign_yield(void)
{
    __builtin_unwind_init();
    chThdYield();
}

void foreign_step_back(bool back)
{
    uint8_t prio = kernel_self()->prio;
    chThdSetPriority(back ? LOWPRIO : chibios_prio(prio));
}

/* ---- time ---- */

#if CH_KERNEL_MAJOR >= 7
static void alarm_due(virtual_timer_t *timer, void *arg)
{
    (void)timer;
    (void)arg;
    foreign_alarm();
}
#else
static void alarm_due(void *arg)
{
    (void)arg;
    foreign_alarm();
}
#endif

uint64_t foreign_tick(void)
{
    return NS_PER_S / CH_CFG_ST_FREQUENCY;
}

void port_set_alarm(uint64_t at)
{
    uint64_t tick = foreign_tick(), now = port_now();
    uint64_t ticks = at <= now                ? 1
                     : at - now > STEP * tick ? STEP
                                              : (at - now - 1) / tick + 1;
    chVTSetI(&alarm_timer, (sysinterval_t)ticks, alarm_due, NULL);
}

/* The system time may have 32 bits. It is read at least once in STEP ticks. */
uint64_t foreign_ticked(void)
{
    static uint64_t ticks;
    static systime_t then;
    kernel_lock();
    systime_t time = chVTGetSystemTimeX();
    ticks += (uint64_t)chTimeDiffX(then, time);
    then = time;
    uint64_t now = ticks;
    kernel_unlock();
    return now / CH_CFG_ST_FREQUENCY * NS_PER_S +
           now % CH_CFG_ST_FREQUENCY * NS_PER_S / CH_CFG_ST_FREQUENCY;
}

/* ---- memory ---- */

#if CH_CFG_USE_HEAP == TRUE
void *port_alloc(size_t size)
{
    void *p = chHeapAlloc(NULL, size);
    return p ? __builtin_memset(p, 0, size) : NULL;
}

void port_free(void *p)
{
    if (p) {
        chHeapFree(p);
    }
}
#else
void *port_alloc(size_t size)
{
    (void)size;
    return NULL; /* vos_set_allocator is to be called first */
}

void port_free(void *p)
{
    (void)p;
}
#endif

/* ---- the end ---- */

/* For CH_CFG_SYSTEM_HALT_HOOK: what ChibiOS has found, as a fault's report. */
void vosal_halted(const char *reason)
{
    machine_halted(reason);
}
