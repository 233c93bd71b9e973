/* SPDX-License-Identifier: MIT */
/*
 * FreeRTOSConfig.h -- a configuration that VOSAL can be built with, as
 * docs/guide/boards.md asks for it. Each option can be given on the command line, to
 * see what its lack says.
 */
#ifndef FREERTOS_CONFIG_H
#define FREERTOS_CONFIG_H

#include "standin.h"

#ifndef configUSE_PREEMPTION
#define configUSE_PREEMPTION 1
#endif
#ifndef configUSE_TIME_SLICING
#define configUSE_TIME_SLICING 1
#endif
#ifndef configMAX_PRIORITIES
#define configMAX_PRIORITIES 9
#endif
#ifndef configSUPPORT_STATIC_ALLOCATION
#define configSUPPORT_STATIC_ALLOCATION 1
#endif
#ifndef configSUPPORT_DYNAMIC_ALLOCATION
#define configSUPPORT_DYNAMIC_ALLOCATION 1
#endif
#ifndef configUSE_TASK_NOTIFICATIONS
#define configUSE_TASK_NOTIFICATIONS 1
#endif
#ifndef configNUM_THREAD_LOCAL_STORAGE_POINTERS
#define configNUM_THREAD_LOCAL_STORAGE_POINTERS 1
#endif
#ifndef configUSE_16_BIT_TICKS
#define configUSE_16_BIT_TICKS 0
#endif
#ifndef INCLUDE_vTaskPrioritySet
#define INCLUDE_vTaskPrioritySet 1
#endif
#ifndef INCLUDE_uxTaskPriorityGet
#define INCLUDE_uxTaskPriorityGet 1
#endif
#ifndef INCLUDE_vTaskDelete
#define INCLUDE_vTaskDelete 1
#endif
#ifndef INCLUDE_vTaskSuspend
#define INCLUDE_vTaskSuspend 1
#endif
#ifndef INCLUDE_xTaskGetSchedulerState
#define INCLUDE_xTaskGetSchedulerState 1
#endif
#ifndef INCLUDE_xTaskGetCurrentTaskHandle
#define INCLUDE_xTaskGetCurrentTaskHandle 1
#endif
#define INCLUDE_vTaskDelay 1
#define configUSE_MUTEXES 0
#define configUSE_TIMERS 0
#define configTASK_NOTIFICATION_ARRAY_ENTRIES 2
#define configMINIMAL_STACK_SIZE 512

#ifdef __arm__ /* where VOSAL is compiled only */
#define configTICK_RATE_HZ 1000
#define configMAX_SYSCALL_INTERRUPT_PRIORITY 0x20
#ifndef WITHOUT_VECTORS
#define vPortSVCHandler SVC_Handler
#define xPortPendSVHandler PendSV_Handler
#define xPortSysTickHandler SysTick_Handler
#endif
#else
/* The stand-in's tasks have stacks of their own, and interrupts. */
#define configTICK_RATE_HZ standin_tick_rate
#define VOSAL_LEAST_STACK 4096
#define VOSAL_IN_ISR() standin_in_isr()
#endif

#endif
