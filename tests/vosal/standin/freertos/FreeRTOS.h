/* SPDX-License-Identifier: MIT */
/*
 * FreeRTOS.h -- the part of FreeRTOS's API that VOSAL uses, for the stand-in. Written
 * from the reference manual: names, types and what each may be called from.
 */
#ifndef INC_FREERTOS_H
#define INC_FREERTOS_H

#include <stddef.h>
#include <stdint.h>
#include "FreeRTOSConfig.h"

typedef long BaseType_t;
typedef unsigned long UBaseType_t;
typedef uint32_t TickType_t;
typedef unsigned long StackType_t;
typedef void (*TaskFunction_t)(void *);

#define pdFALSE ((BaseType_t)0)
#define pdTRUE ((BaseType_t)1)
#define pdPASS pdTRUE
#define pdFAIL pdFALSE
#define portMAX_DELAY ((TickType_t)0xffffffffUL)
#define portTICK_PERIOD_MS ((TickType_t)1000 / configTICK_RATE_HZ)
#define pdMS_TO_TICKS(ms)                                                              \
    ((TickType_t)(((uint64_t)(ms) * (uint64_t)configTICK_RATE_HZ) / (uint64_t)1000U))
#define configSTACK_DEPTH_TYPE uint32_t
#ifndef configNUMBER_OF_CORES
#define configNUMBER_OF_CORES 1
#endif

typedef struct xSTATIC_TCB {
    void *pvDummy[96];
} StaticTask_t;

void *pvPortMalloc(size_t xWantedSize);
void vPortFree(void *pv);

void vPortYield(void);
void vPortYieldFromISR(void);
void vPortEnterCritical(void);
void vPortExitCritical(void);
UBaseType_t xPortSetInterruptMask(void);
void vPortClearInterruptMask(UBaseType_t xMask);

#define portYIELD() vPortYield()
#define portYIELD_FROM_ISR(x)                                                          \
    if ((x) != pdFALSE)                                                                \
    vPortYieldFromISR()

#endif
