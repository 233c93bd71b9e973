/* SPDX-License-Identifier: MIT */
/*
 * watchdog.c -- the first of four watchdogs, counting microseconds. It has no window. A
 * word in memory that the start leaves alone tells, beside the hardware, that the reset
 * came while it ran. And why the program runs.
 */
#include "aspeed.h"
#include "power.h"

#define RUNS 0xD06B17E5u

static uint32_t ran __attribute__((section(".noinit")));
static bool runs;

int vhalInitSecureFW(void)
{
    static int answer = -1;
    if (answer < 0) {
        answer = ran == RUNS || WDT_STATUS & WDT_BITTEN;
        ran = 0;
        WDT_CLEAR = WDT_BITTEN;
    }
    return answer;
}

int power_reason(void)
{
    return vhalInitSecureFW() ? POWERSAVE_WATCHDOG : POWERSAVE_RESET;
}

int vhalSetupWatchdog(uint32_t t0, uint32_t t1)
{
    if (t0 || !t1 || t1 > UINT32_MAX / 1000) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    vhalInitSecureFW();
    ran = RUNS;
    runs = true;
    WDT_CONTROL = 0;
    WDT_RELOAD = t1 * 1000;
    WDT_RESTART = WDT_RESTART_KEY;
    WDT_CONTROL = WDT_MHZ | WDT_RESET | WDT_ENABLE;
    return VHAL_OK;
}

int vhalKickWatchdog(void)
{
    if (!runs) {
        return VHAL_HARDWARE_STATUS_ERROR;
    }
    WDT_RESTART = WDT_RESTART_KEY;
    return VHAL_OK;
}
