/* SPDX-License-Identifier: MIT */
/*
 * tasks.c -- FreeRTOS's tasks over our kernel.
 *
 * As there, equals go round whenever tasks are switched, and a task that was deleted by
 * another is gone when the call returns.
 */
#include "FreeRTOS.h"
#include "task.h"
#include "inside.h"
#include <setjmp.h>

enum { STACK = 64 << 10 };

typedef struct tskTaskControlBlock {
    kthread_t *thread;
    TaskFunction_t code;
    void *argument;
    pending_t pending;
    bool waits; /* for the notification below */
    UBaseType_t waits_for;
    uint32_t notified[configTASK_NOTIFICATION_ARRAY_ENTRIES];
    void *pointers[configNUM_THREAD_LOCAL_STORAGE_POINTERS];
    bool deleted;
    sigjmp_buf end;
} task_t;

_Static_assert(sizeof(task_t) <= sizeof(StaticTask_t), "a task's memory");

static bool started;

static task_t *running(void)
{
    return kernel.current->data;
}

static task_t *of(TaskHandle_t task)
{
    return task ? task : running();
}

static void thread_only(const char *what)
{
    if (kernel.in_isr || (started && kernel.depth > 0)) {
        standin_fail(what);
    }
}

/* ---- critical sections ---- */

void vPortEnterCritical(void)
{
    if (kernel.in_isr) {
        standin_fail("taskENTER_CRITICAL in an interrupt");
    }
    kernel_lock();
}

void vPortExitCritical(void)
{
    kernel_unlock();
}

UBaseType_t xPortSetInterruptMask(void)
{
    if (!kernel.in_isr) {
        standin_fail("taskENTER_CRITICAL_FROM_ISR in a task");
    }
    kernel_lock();
    return 1;
}

void vPortClearInterruptMask(UBaseType_t mask)
{
    (void)mask;
    kernel_unlock();
}

void vPortYield(void)
{
    thread_only("taskYIELD");
    kernel_lock();
    inside_flush();
    kernel_yield();
    kernel_unlock();
}

void vPortYieldFromISR(void)
{
    kernel_lock();
    inside_flush();
    kernel_unlock();
}

/* ---- blocking ---- */

static void end_if_deleted(task_t *self)
{
    if (self->deleted) {
        kernel.depth = 1;
        kernel_unlock();
        siglongjmp(self->end, 1);
    }
}

static void block(task_t *self, TickType_t ticks)
{
    uint64_t until = (inside_ticks() + ticks) * inside_tick();
    inside_flush();
    kernel_enqueue(NULL, ticks == portMAX_DELAY ? PORT_NEVER : until);
    kernel_switch();
    inside_forget(&self->pending);
    end_if_deleted(self);
}

void vTaskDelay(const TickType_t ticks)
{
    thread_only("vTaskDelay");
    if (ticks == 0) {
        taskYIELD();
        return;
    }
    kernel_lock();
    block(running(), ticks);
    kernel_unlock();
}

void vTaskSuspend(TaskHandle_t task)
{
    thread_only("vTaskSuspend");
    if (task && task != running()) {
        standin_fail("vTaskSuspend of another task");
    }
    kernel_lock();
    block(running(), portMAX_DELAY);
    kernel_unlock();
}

/* ---- notifications ---- */

void vTaskGenericNotifyGiveFromISR(TaskHandle_t task, UBaseType_t index,
                                   BaseType_t *better)
{
    kernel_lock();
    task->notified[index]++;
    if (task->waits && task->waits_for == index) {
        task->waits = false;
        inside_wake(&task->pending);
        if (better && task->thread->prio > kernel.current->prio) {
            *better = pdTRUE;
        }
    }
    kernel_unlock();
}

uint32_t ulTaskGenericNotifyTake(UBaseType_t index, BaseType_t clear, TickType_t ticks)
{
    thread_only("ulTaskNotifyTake");
    task_t *self = running();
    kernel_lock();
    if (self->notified[index] == 0 && ticks > 0) {
        self->waits = true;
        self->waits_for = index;
        block(self, ticks);
        self->waits = false;
    }
    uint32_t n = self->notified[index];
    self->notified[index] = n == 0 || clear ? 0 : n - 1;
    kernel_unlock();
    return n;
}

/* ---- lives of tasks ---- */

static void run(void *arg)
{
    task_t *self = arg;
    if (sigsetjmp(self->end, 0) == 0) {
        if (!self->deleted) {
            self->code(self->argument);
            standin_fail("a task's function returned");
        }
    }
}

TaskHandle_t xTaskCreateStatic(TaskFunction_t code, const char *const name,
                               const uint32_t depth, void *const argument,
                               UBaseType_t prio, StackType_t *const stack,
                               StaticTask_t *const memory)
{
    task_t *task = (task_t *)(void *)memory;
    static bool inside;
    if (!inside) {
        inside = true;
        inside_start();
    }
    thread_only("xTaskCreateStatic");
    if (!stack || !memory || depth == 0 || !name || prio >= configMAX_PRIORITIES) {
        standin_fail("arguments of xTaskCreateStatic");
    }
    __builtin_memset(task, 0, sizeof *task);
    task->code = code;
    task->argument = argument;
    task->thread = vosThCreate(
        depth * sizeof(StackType_t) > STACK ? depth * sizeof(StackType_t) : STACK,
        VOS_PRIO_LOWEST, (void *)run, task, task);
    if (!task->thread) {
        standin_fail("no memory for a task");
    }
    task->pending.thread = task->thread;
    kernel_lock();
    inside_set_prio(task->thread, (uint8_t)prio);
    vosThResume(task->thread);
    kernel_unlock();
    return task;
}

void vTaskDelete(TaskHandle_t task)
{
    thread_only("vTaskDelete");
    task = of(task);
    kernel_lock();
    task->deleted = true;
    if (task == running()) {
        end_if_deleted(task);
    }
    inside_forget(&task->pending);
    inside_set_prio(task->thread, KERNEL_LEVELS - 2);
    if (task->thread->status == VTHREAD_WAITING) {
        kernel_wake(task->thread, VRES_RESET);
    }
    kernel_unlock();
    while (vosThGetStatus(task->thread) != VTHREAD_INACTIVE) {
        vosThSleep(TIME_U(1, MILLIS));
    }
    vosThDestroy(task->thread);
    __builtin_memset(task, 0xA5, sizeof *task);
}

void vTaskStartScheduler(void)
{
    started = true;
    for (;;) {
        inside_idle();
    }
}

BaseType_t xTaskGetSchedulerState(void)
{
    return started ? taskSCHEDULER_RUNNING : taskSCHEDULER_NOT_STARTED;
}

TaskHandle_t xTaskGetCurrentTaskHandle(void)
{
    return running();
}

/* ---- priorities, pointers, time, memory ---- */

UBaseType_t uxTaskPriorityGet(const TaskHandle_t task)
{
    return of(task)->thread->base_prio;
}

void vTaskPrioritySet(TaskHandle_t task, UBaseType_t prio)
{
    thread_only("vTaskPrioritySet");
    if (prio >= configMAX_PRIORITIES) {
        standin_fail("a priority of vTaskPrioritySet");
    }
    kernel_lock();
    task = of(task);
    bool lower = task == running() && prio < task->thread->prio;
    inside_set_prio(task->thread, (uint8_t)prio);
    inside_flush();
    if (lower) {
        kernel_yield();
    }
    kernel_unlock();
}

void vTaskSetThreadLocalStoragePointer(TaskHandle_t task, BaseType_t index, void *value)
{
    of(task)->pointers[index] = value;
}

/* The idle task, which has none, is kernel_main here. */
void *pvTaskGetThreadLocalStoragePointer(TaskHandle_t task, BaseType_t index)
{
    task = of(task);
    return task ? task->pointers[index] : NULL;
}

TickType_t xTaskGetTickCount(void)
{
    return (TickType_t)inside_ticks();
}

TickType_t xTaskGetTickCountFromISR(void)
{
    return (TickType_t)inside_ticks();
}

void *pvPortMalloc(size_t size)
{
    thread_only("pvPortMalloc");
    return port_alloc(size);
}

void vPortFree(void *p)
{
    thread_only("vPortFree");
    port_free(p);
}
