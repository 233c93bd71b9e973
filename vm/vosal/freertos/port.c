/* SPDX-License-Identifier: MIT */
/*
 * port.c -- VOSAL's threads as tasks of FreeRTOS.
 *
 * The lock is a critical section. Inside, only functions …FromISR are called, which
 * wake but do not switch, so that it means the same on a CPU where a yield waits for
 * the end of the section and on one where it does not; who leaves the section yields if
 * it has to. What has no such function (priorities) and what needs a clock (deadlines)
 * is left to one task above all threads, the service.
 */
#include "options.h"
#include "foreign.h"

#define NS_PER_S 1000000000u
#define STEP                                                                           \
    ((TickType_t)1 << 30) /* the longest sleep of the service: ticks are counted */

/* One of a thread: the rest is there if VOSAL has made the task. */
typedef struct task {
    TaskHandle_t handle;
    uint8_t prio; /* that FreeRTOS has been told */
    StaticTask_t tcb;
    StackType_t stack[];
} task_t;

static UBaseType_t freertos_prio(uint8_t prio)
{
    return VOSAL_PRIORITY_BASE + prio;
}

/* ---- the lock ---- */

#if defined(__ARM_ARCH_PROFILE) && __ARM_ARCH_PROFILE == 'M'
static inline bool foreign_ipsr(void)
{
    uint32_t exception;
    __asm__ volatile("mrs %0, ipsr" : "=r"(exception));
    return exception != 0;
}
#elif defined(__riscv)
/* Handlers run with interrupts off, tasks outside of the lock with interrupts on. */
static inline bool foreign_machine_irq_off(void)
{
    uintptr_t status;
    __asm__ volatile("csrr %0, mstatus" : "=r"(status));
    return !(status & 8);
}
#endif

static UBaseType_t irq_mask;
static bool locked_in_isr;
static BaseType_t must_yield;

bool foreign_in_isr(void)
{
    return kernel.depth > 0 ? locked_in_isr : VOSAL_IN_ISR();
}

void port_irq_off(void)
{
    bool isr = VOSAL_IN_ISR();
    if (isr) {
        irq_mask = taskENTER_CRITICAL_FROM_ISR();
    } else {
        taskENTER_CRITICAL();
    }
    locked_in_isr = isr;
}

/* All registers are on the stack of a task that another is about to look through. */
__attribute__((noinline)) static void give_way(void)
{
    __builtin_unwind_init();
    taskYIELD();
}

void port_irq_on(void)
{
    BaseType_t yield = must_yield;
    must_yield = pdFALSE;
    if (locked_in_isr) {
        taskEXIT_CRITICAL_FROM_ISR(irq_mask);
        portYIELD_FROM_ISR(yield);
        return;
    }
    taskEXIT_CRITICAL();
    if (yield) {
        give_way();
    }
}

static void notify(TaskHandle_t task)
{
    BaseType_t better = pdFALSE;
    vTaskNotifyGiveIndexedFromISR(task, VOSAL_NOTIFICATION, &better);
    must_yield |= better;
}

/* ---- the service ---- */

static TaskHandle_t service;
static uint64_t alarm_at = PORT_NEVER;
static bool prios_stale;

void port_set_alarm(uint64_t at)
{
    bool sooner = at < alarm_at;
    alarm_at = at;
    if (sooner && service) {
        notify(service);
    }
}

void foreign_set_prio(kthread_t *t)
{
    (void)t;
    prios_stale = true;
    if (service) {
        notify(service);
    }
}

static kthread_t *next_stale(void)
{
    for (kthread_t *t = kernel.threads; t; t = t->next) {
        task_t *task = t->port;
        if (task && task->handle && task->prio != t->prio &&
            t->status != VTHREAD_INACTIVE) {
            return t;
        }
    }
    return NULL;
}

/* No thread runs meanwhile, so none goes away between the lock and the call. */
static void tell_priorities(void)
{
    for (;;) {
        kernel_lock();
        kthread_t *t = prios_stale ? next_stale() : NULL;
        task_t *task = t ? t->port : NULL;
        prios_stale = t != NULL;
        if (t) {
            task->prio = t->prio;
        }
        kernel_unlock();
        if (!t) {
            return;
        }
        vTaskPrioritySet(task->handle, freertos_prio(task->prio));
    }
}

static TickType_t ticks_to_alarm(void)
{
    uint64_t tick = foreign_tick(), now = port_now();
    kernel_lock();
    uint64_t at = alarm_at;
    kernel_unlock();
    uint64_t ticks = at <= now                ? 0
                     : at - now > STEP * tick ? STEP
                                              : (at - now - 1) / tick + 1;
    return (TickType_t)ticks;
}

static void serve(void *arg)
{
    vTaskSetThreadLocalStoragePointer(NULL, VOSAL_TLS, arg);
    for (;;) {
        ulTaskNotifyTakeIndexed(VOSAL_NOTIFICATION, pdTRUE, ticks_to_alarm());
        tell_priorities();
        foreign_alarm();
    }
}

static void start_service(void)
{
    static StaticTask_t tcb;
    static StackType_t stack[VOSAL_SERVICE_STACK];
    service = xTaskCreateStatic(serve, "vosal", VOSAL_SERVICE_STACK, &foreign_nobody,
                                VOSAL_SERVICE_PRIORITY, stack, &tcb);
}

/* ---- tasks ---- */

static bool started;

/* Before vosInit there is only who will call it. */
kthread_t *foreign_current(void)
{
    return started ? pvTaskGetThreadLocalStoragePointer(NULL, VOSAL_TLS) : &kernel_main;
}

static uint8_t vosal_prio(UBaseType_t prio)
{
    return prio <= freertos_prio(VOS_PRIO_LOWEST) ? VOS_PRIO_LOWEST
           : prio >= freertos_prio(VOS_PRIO_HIGHEST)
               ? VOS_PRIO_HIGHEST
               : (uint8_t)(prio - freertos_prio(0));
}

void foreign_adopt(kthread_t *t)
{
    static task_t tasks[VOSAL_ADOPTED + 1];
    static uint32_t n;
    task_t *task = &tasks[n++];
    task->handle = xTaskGetCurrentTaskHandle();
    t->port = task;
    t->prio = t->base_prio = task->prio = vosal_prio(uxTaskPriorityGet(NULL));
    port_irq_off();
    machine_bounds(t);
    port_irq_on();
    t->sp = t->stack_low;
    vTaskSetThreadLocalStoragePointer(NULL, VOSAL_TLS, t);
}

/* VOSAL starts in a task: vTaskStartScheduler() gives nothing back. */
void port_start(kthread_t *main)
{
    if (xTaskGetSchedulerState() == taskSCHEDULER_NOT_STARTED) {
        __builtin_trap();
    }
    foreign_adopt(main);
    machine_begin();
    started = true;
    start_service();
    vosThSetPriority(VOS_PRIO_NORMAL);
}

static void run(void *arg)
{
    kthread_t *t = arg;
    vTaskSetThreadLocalStoragePointer(NULL, VOSAL_TLS, t);
    foreign_run(t);
}

bool port_thread_new(kthread_t *t, size_t stack_size)
{
    size_t size = stack_size > VOSAL_LEAST_STACK ? stack_size : VOSAL_LEAST_STACK;
    size_t words = (size + VOSAL_FRAME + sizeof(StackType_t) - 1) / sizeof(StackType_t);
    task_t *task = vos_alloc(sizeof *task + words * sizeof(StackType_t));
    if (!task) {
        return false;
    }
    t->port = task;
    t->stack_low = (char *)task->stack;
    t->stack_high = (char *)(task->stack + words);
    task->prio = t->prio;
    task->handle = xTaskCreateStatic(run, "thread", (uint32_t)words, t,
                                     freertos_prio(t->prio), task->stack, &task->tcb);
    return true;
}

/* One that has ended sleeps for ever, one that was not started waits for that. */
void port_thread_free(void *port)
{
    task_t *task = port;
    vTaskDelete(task->handle);
    vos_free(task);
}

void foreign_end(void)
{
    for (;;) {
        vTaskSuspend(NULL);
    }
}

void foreign_block(kthread_t *self)
{
    (void)self;
    port_irq_on();
    ulTaskNotifyTakeIndexed(VOSAL_NOTIFICATION, pdTRUE, portMAX_DELAY);
    port_irq_off();
}

void foreign_unblock(kthread_t *t)
{
    notify(((task_t *)t->port)->handle);
}

void foreign_yield(void)
{
    give_way();
}

void foreign_step_back(bool back)
{
    uint8_t prio = kernel_self()->prio;
    vTaskPrioritySet(NULL, back ? tskIDLE_PRIORITY : freertos_prio(prio));
}

/* ---- time ---- */

uint64_t foreign_tick(void)
{
    return NS_PER_S / configTICK_RATE_HZ;
}

/* FreeRTOS's count has 32 bits. It is read at least once in STEP ticks. */
uint64_t foreign_ticked(void)
{
    static uint64_t ticks;
    kernel_lock();
    ticks += (TickType_t)(xTaskGetTickCountFromISR() - (TickType_t)ticks);
    uint64_t now = ticks;
    kernel_unlock();
    return now / configTICK_RATE_HZ * NS_PER_S +
           now % configTICK_RATE_HZ * NS_PER_S / configTICK_RATE_HZ;
}

/* ---- memory ---- */

#if configSUPPORT_DYNAMIC_ALLOCATION == 1
void *port_alloc(size_t size)
{
    void *p = pvPortMalloc(size);
    return p ? __builtin_memset(p, 0, size) : NULL;
}

void port_free(void *p)
{
    vPortFree(p);
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
