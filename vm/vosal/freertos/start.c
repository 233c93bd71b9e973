/* SPDX-License-Identifier: MIT */
/*
 * start.c -- a program that is VOSAL's only: starts FreeRTOS with one task, which runs
 * vos_main. A program of the user's that has its own main() is linked without this file
 * and calls vosInit in a task of its own.
 */
#include "options.h"
#include "foreign.h"
#include "start.h"

static int arguments;
static char **argument;

static void run(void *arg)
{
    (void)arg;
    machine_end(vos_main(arguments, argument));
}

int main(int argc, char **argv)
{
    static StaticTask_t tcb;
    size_t size;
    StackType_t *stack = machine_main_stack(&size);
    arguments = argc;
    argument = argv;
    xTaskCreateStatic(run, "main", (uint32_t)(size / sizeof *stack), NULL,
                      VOSAL_PRIORITY_BASE + VOS_PRIO_NORMAL, stack, &tcb);
    vTaskStartScheduler();
    return 70; /* no memory for the kernel's own tasks */
}

/* ---- what FreeRTOS asks of an application, unless the user's has it ---- */

#if tskKERNEL_VERSION_MAJOR > 11 ||                                                    \
    (tskKERNEL_VERSION_MAJOR == 11 && tskKERNEL_VERSION_MINOR >= 1)
typedef configSTACK_DEPTH_TYPE depth_t;
#else
typedef uint32_t depth_t;
#endif

void vApplicationGetIdleTaskMemory(StaticTask_t **tcb, StackType_t **stack,
                                   depth_t *depth);
void vApplicationGetTimerTaskMemory(StaticTask_t **tcb, StackType_t **stack,
                                    depth_t *depth);
void vApplicationStackOverflowHook(TaskHandle_t task, char *name);

__attribute__((weak)) void
vApplicationGetIdleTaskMemory(StaticTask_t **tcb, StackType_t **stack, depth_t *depth)
{
    static StaticTask_t idle;
    static StackType_t words[configMINIMAL_STACK_SIZE];
    *tcb = &idle;
    *stack = words;
    *depth = configMINIMAL_STACK_SIZE;
}

#if configUSE_TIMERS == 1
__attribute__((weak)) void
vApplicationGetTimerTaskMemory(StaticTask_t **tcb, StackType_t **stack, depth_t *depth)
{
    static StaticTask_t timer;
    static StackType_t words[configTIMER_TASK_STACK_DEPTH];
    *tcb = &timer;
    *stack = words;
    *depth = configTIMER_TASK_STACK_DEPTH;
}
#endif

__attribute__((weak)) void vApplicationStackOverflowHook(TaskHandle_t task, char *name)
{
    (void)task;
    (void)name;
    machine_stack_overflow();
}
