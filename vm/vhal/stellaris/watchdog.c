/* SPDX-License-Identifier: MIT */
/*
 * watchdog.c -- the watchdog: its first time is an interrupt, which nobody takes, the
 * second one resets. It has no window. And why the program runs.
 */
#include "power.h"
#include "stellaris.h"

#define LOAD REG(0x40000000)
#define CTL REG(0x40000008)
#define ICR REG(0x4000000C)
#define LOCK REG(0x40000C00)
enum { INTEN = 1, RESEN = 2 };
#define UNLOCK 0x1ACCE551u

static bool runs;
/* Survives the reset. QEMU's model does not say in RESC why it came: if nothing is said
 * and the watchdog was running, it was that. */
static uint32_t was_set_up __attribute__((section(".noinit")));

int power_reason(void)
{
    enum { BROWN_OUT = 1 << 2 };
    uint32_t why = SYSCTL_RESC;
    return why & RESC_WDT || (!why && was_set_up == UNLOCK) ? POWERSAVE_WATCHDOG
           : why & BROWN_OUT                                ? POWERSAVE_BROWNOUT
                                                            : POWERSAVE_RESET;
}

int vhalInitSecureFW(void)
{
    return power_reason() == POWERSAVE_WATCHDOG;
}

int vhalSetupWatchdog(uint32_t t0, uint32_t t1)
{
    uint64_t half = (uint64_t)t1 * (vos_system_frequency() / 1000) / 2;
    if (t0 || !t1 || half > UINT32_MAX) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    SYSCTL_RESC = 0;
    SYSCTL_RCGC0 |= RCGC0_WDT;
    LOCK = UNLOCK;
    LOAD = (uint32_t)half;
    CTL = INTEN | RESEN;
    LOCK = 0;
    was_set_up = UNLOCK;
    runs = true;
    return VHAL_OK;
}

int vhalKickWatchdog(void)
{
    if (!runs) {
        return VHAL_HARDWARE_STATUS_ERROR;
    }
    vosSysLockIsr();
    uint32_t half;
    LOCK = UNLOCK;
    half = LOAD;
    ICR = 1;
    LOAD = half;
    LOCK = 0;
    vosSysUnlockIsr();
    return VHAL_OK;
}
