/* SPDX-License-Identifier: MIT */
/*
 * options.h -- FreeRTOS as its user has configured it, and whether that is enough. For
 * V10.4 and later, on one core. Every option is in docs/guide/boards.md.
 */
#ifndef VOSAL_FREERTOS_OPTIONS_H
#define VOSAL_FREERTOS_OPTIONS_H

#include "FreeRTOS.h"
#include "task.h"

#if tskKERNEL_VERSION_MAJOR < 10 ||                                                    \
    (tskKERNEL_VERSION_MAJOR == 10 && tskKERNEL_VERSION_MINOR < 4)
#error "VOSAL needs FreeRTOS V10.4 or later"
#endif
#if configUSE_PREEMPTION != 1
#error "VOSAL needs configUSE_PREEMPTION 1 in FreeRTOSConfig.h"
#endif
#if configSUPPORT_STATIC_ALLOCATION != 1
#error "VOSAL needs configSUPPORT_STATIC_ALLOCATION 1 in FreeRTOSConfig.h"
#endif
#if configUSE_TASK_NOTIFICATIONS != 1
#error "VOSAL needs configUSE_TASK_NOTIFICATIONS 1 in FreeRTOSConfig.h"
#endif
#if configNUM_THREAD_LOCAL_STORAGE_POINTERS < 1
#error                                                                                 \
    "VOSAL needs configNUM_THREAD_LOCAL_STORAGE_POINTERS 1 or more in FreeRTOSConfig.h"
#endif
#if configMAX_PRIORITIES < 9
#error "VOSAL needs configMAX_PRIORITIES 9 or more in FreeRTOSConfig.h"
#endif
#if configUSE_16_BIT_TICKS == 1 ||                                                     \
    (defined(TICK_TYPE_WIDTH_16_BITS) &&                                               \
     configTICK_TYPE_WIDTH_IN_BITS == TICK_TYPE_WIDTH_16_BITS)
#error "VOSAL needs ticks of 32 bits: configUSE_16_BIT_TICKS 0 in FreeRTOSConfig.h"
#endif
#if INCLUDE_vTaskPrioritySet != 1
#error "VOSAL needs INCLUDE_vTaskPrioritySet 1 in FreeRTOSConfig.h"
#endif
#if INCLUDE_uxTaskPriorityGet != 1
#error "VOSAL needs INCLUDE_uxTaskPriorityGet 1 in FreeRTOSConfig.h"
#endif
#if INCLUDE_vTaskDelete != 1
#error "VOSAL needs INCLUDE_vTaskDelete 1 in FreeRTOSConfig.h"
#endif
#if INCLUDE_vTaskSuspend != 1
#error "VOSAL needs INCLUDE_vTaskSuspend 1 in FreeRTOSConfig.h"
#endif
#if INCLUDE_xTaskGetSchedulerState != 1 && configUSE_TIMERS != 1
#error "VOSAL needs INCLUDE_xTaskGetSchedulerState 1 in FreeRTOSConfig.h"
#endif
#if INCLUDE_xTaskGetCurrentTaskHandle != 1 && configUSE_MUTEXES != 1
#error "VOSAL needs INCLUDE_xTaskGetCurrentTaskHandle 1 in FreeRTOSConfig.h"
#endif
#if configNUMBER_OF_CORES > 1
#error "VOSAL needs FreeRTOS on one core: configNUMBER_OF_CORES 1 in FreeRTOSConfig.h"
#endif

/* ---- what a user may choose in FreeRTOSConfig.h ---- */

/* FreeRTOS's priority of VOS_PRIO_IDLE; VOSAL's threads have the seven above it. */
#ifndef VOSAL_PRIORITY_BASE
#define VOSAL_PRIORITY_BASE tskIDLE_PRIORITY
#endif
/* Of a task that must run before all of VOSAL's threads: it wakes those whose time is
 * over, and changes priorities. */
#ifndef VOSAL_SERVICE_PRIORITY
#define VOSAL_SERVICE_PRIORITY (configMAX_PRIORITIES - 1)
#endif
/* Its stack, in FreeRTOS's words. Callbacks of system timers run on it. */
#ifndef VOSAL_SERVICE_STACK
#define VOSAL_SERVICE_STACK (configMINIMAL_STACK_SIZE + 128)
#endif
/* The task notification that VOSAL takes from each task that calls it, and the pointer
 * of thread local storage. */
#ifndef VOSAL_NOTIFICATION
#ifdef configTASK_NOTIFICATION_ARRAY_ENTRIES
#define VOSAL_NOTIFICATION (configTASK_NOTIFICATION_ARRAY_ENTRIES - 1)
#else
#define VOSAL_NOTIFICATION 0
#endif
#endif
#ifndef VOSAL_TLS
#define VOSAL_TLS (configNUM_THREAD_LOCAL_STORAGE_POINTERS - 1)
#endif
/* Least bytes of a thread's stack. FreeRTOS on POSIX threads may give it to one of
 * them. */
#ifndef VOSAL_LEAST_STACK
#ifdef __linux__
#define VOSAL_LEAST_STACK (256 << 10)
#else
#define VOSAL_LEAST_STACK (configMINIMAL_STACK_SIZE * sizeof(StackType_t))
#endif
#endif
/* Room for the registers of a task that does not run, which lie on its stack. */
#ifndef VOSAL_FRAME
#define VOSAL_FRAME 256
#endif
/* Does an interrupt's handler run? A Cortex-M and a RISC-V can tell, the host has none.
 */
#ifndef VOSAL_IN_ISR
#if defined(__ARM_ARCH_PROFILE) && __ARM_ARCH_PROFILE == 'M'
#define VOSAL_IN_ISR() foreign_ipsr()
#elif defined(__riscv)
#define VOSAL_IN_ISR() foreign_machine_irq_off()
#elif defined(__linux__)
#define VOSAL_IN_ISR() false
#else
#error "VOSAL needs VOSAL_IN_ISR() in FreeRTOSConfig.h for this CPU"
#endif
#endif

#endif
