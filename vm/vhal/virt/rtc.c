/* SPDX-License-Identifier: MIT */
/*
 * rtc.c -- the time of day, from a Goldfish RTC: nanoseconds since 1970 in two words.
 * Source: QEMU's and the Android emulator's description of the device ("GOLDFISH
 * VIRTUAL HARDWARE").
 */
#include "vhal.h"
#include "virt.h"
#include <time.h>

/* Reading the lower word keeps the upper one; writing is the other way round. */
#define TIME_LOW REG(VIRT_RTC)
#define TIME_HIGH REG(VIRT_RTC + 4)

enum { RTCS = 1 };
#define NS_PER_S 1000000000u
#define NS_PER_US 1000u

static bool started;

int vhalRTCInit(int rtc)
{
    if (rtc < 0 || rtc >= RTCS) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    started = true;
    return VHAL_OK;
}

static int check(int rtc)
{
    return rtc < 0 || rtc >= RTCS ? VHAL_UNSUPPORTED_ERROR
           : started              ? VHAL_OK
                                  : VHAL_HARDWARE_STATUS_ERROR;
}

static uint64_t read_ns(void)
{
    vosSysLock();
    uint32_t low = TIME_LOW, high = TIME_HIGH;
    vosSysUnlock();
    return (uint64_t)high << 32 | low;
}

int vhalRTCGetUTC(int rtc, vhalRTCTimeInfo *info)
{
    int result = check(rtc);
    if (result != VHAL_OK) {
        return result;
    }
    uint64_t now = read_ns();
    time_t seconds = (time_t)(now / NS_PER_S);
    struct tm t;
    gmtime_r(&seconds, &t);
    *info = (vhalRTCTimeInfo){
        .tv_seconds = (uint32_t)seconds,
        .tv_microseconds = (uint32_t)(now % NS_PER_S / NS_PER_US),
        .tm_sec = (uint32_t)t.tm_sec,
        .tm_min = (uint32_t)t.tm_min,
        .tm_hour = (uint32_t)t.tm_hour,
        .tm_mday = (uint32_t)t.tm_mday,
        .tm_mon = (uint32_t)t.tm_mon,
        .tm_year = (uint32_t)t.tm_year,
        .tm_wday = (uint32_t)t.tm_wday,
        .tm_yday = (uint32_t)t.tm_yday,
        .tm_isdst = 0,
    };
    return VHAL_OK;
}

int vhalRTCSetUTC(int rtc, uint32_t sec, uint32_t usec)
{
    int result = check(rtc);
    if (result != VHAL_OK) {
        return result;
    }
    if (usec >= 1000000) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    uint64_t ns = (uint64_t)sec * NS_PER_S + usec * NS_PER_US;
    vosSysLock();
    TIME_HIGH = (uint32_t)(ns >> 32);
    TIME_LOW = (uint32_t)ns;
    vosSysUnlock();
    return VHAL_OK;
}
