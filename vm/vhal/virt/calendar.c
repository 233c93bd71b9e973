/* SPDX-License-Identifier: MIT */
/*
 * calendar.c -- the time of day, from a Goldfish RTC: nanoseconds since 1970 in two
 * words. Source: the Android emulator's description of the device ("GOLDFISH VIRTUAL
 * HARDWARE").
 */
#include "calendar.h"
#include "virt.h"

/* Reading the lower word keeps the upper one; writing is the other way round. */
#define TIME_LOW REG(VIRT_RTC)
#define TIME_HIGH REG(VIRT_RTC + 4)

#define NS_PER_S 1000000000u
#define NS_PER_US 1000u

int calendar_start(int rtc)
{
    (void)rtc;
    return VHAL_OK;
}

int calendar_get(int rtc, uint32_t *seconds, uint32_t *micros)
{
    (void)rtc;
    vosSysLock();
    uint32_t low = TIME_LOW, high = TIME_HIGH;
    vosSysUnlock();
    uint64_t ns = (uint64_t)high << 32 | low;
    *seconds = (uint32_t)(ns / NS_PER_S);
    *micros = (uint32_t)(ns % NS_PER_S) / NS_PER_US;
    return VHAL_OK;
}

int calendar_set(int rtc, uint32_t seconds, uint32_t micros)
{
    uint64_t ns = (uint64_t)seconds * NS_PER_S + micros * NS_PER_US;
    (void)rtc;
    vosSysLock();
    TIME_HIGH = (uint32_t)(ns >> 32);
    TIME_LOW = (uint32_t)ns;
    vosSysUnlock();
    return VHAL_OK;
}
