/* SPDX-License-Identifier: MIT */
/*
 * watchdog.c -- the watchdog: the first time that it comes to 0 it is an interrupt that
 * cannot be kept off, the second time it resets. That it was so is remembered in memory
 * which the start leaves alone. It has no window.
 */
#include "cmsdk.h"
#include "vhal.h"

#define BITES 0xD06B17E5u

void NMI_Handler(void);

static uint32_t bites __attribute__((section(".noinit")));
static uint32_t half; /* of the time, cycles; 0: it does not run */

int vhalInitSecureFW(void)
{
    static int answer = -1;
    if (answer < 0) {
        answer = bites == BITES;
        bites = 0;
    }
    return answer;
}

int vhalSetupWatchdog(uint32_t t0, uint32_t t1)
{
    uint64_t cycles = (uint64_t)t1 * (vos_system_frequency() / 1000) / 2;
    if (t0 || !t1 || cycles > UINT32_MAX) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    vhalInitSecureFW();
    half = (uint32_t)cycles;
    WATCHDOG_LOCK = WATCHDOG_KEY;
    WATCHDOG_LOAD = half;
    WATCHDOG_CTRL = WATCHDOG_INTEN | WATCHDOG_RESEN;
    WATCHDOG_LOCK = 0;
    return VHAL_OK;
}

int vhalKickWatchdog(void)
{
    if (!half) {
        return VHAL_HARDWARE_STATUS_ERROR;
    }
    vosSysLockIsr();
    bites = 0;
    WATCHDOG_LOCK = WATCHDOG_KEY;
    WATCHDOG_INTCLR = 1;
    WATCHDOG_LOAD = half;
    WATCHDOG_LOCK = 0;
    vosSysUnlockIsr();
    return VHAL_OK;
}

/* Half of the time is over: the program may still kick. */
void NMI_Handler(void)
{
    bites = BITES;
}
