/* SPDX-License-Identifier: MIT */
/*
 * rtc.c -- the real-time clock: starts at the scene's date, else at the host's, and
 * goes with the board's time.
 */
#define _GNU_SOURCE
#include "parts.h"
#include <time.h>

enum { RTCS = 1 };

static uint64_t base; /* ns since 1970 at time 0 of the board */
static bool has_base, started;

static void take_hosts(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    base = (uint64_t)now.tv_sec * SIM_NS_PER_S + (uint64_t)now.tv_nsec - sim_now();
    has_base = true;
}

int vhalRTCInit(int rtc)
{
    if (rtc < 0 || rtc >= RTCS) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    sim_lock();
    if (!has_base) {
        take_hosts();
    }
    started = true;
    sim_unlock();
    return VHAL_OK;
}

static int check(int rtc)
{
    return rtc < 0 || rtc >= RTCS ? VHAL_UNSUPPORTED_ERROR
           : started              ? VHAL_OK
                                  : VHAL_HARDWARE_STATUS_ERROR;
}

int vhalRTCGetUTC(int rtc, vhalRTCTimeInfo *info)
{
    int result = check(rtc);
    if (result != VHAL_OK) {
        return result;
    }
    uint64_t now = base + sim_now();
    time_t seconds = (time_t)(now / SIM_NS_PER_S);
    struct tm t;
    gmtime_r(&seconds, &t);
    *info = (vhalRTCTimeInfo){
        .tv_seconds = (uint32_t)seconds,
        .tv_microseconds = (uint32_t)(now % SIM_NS_PER_S / SIM_NS_PER_US),
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
    sim_lock();
    base = (uint64_t)sec * SIM_NS_PER_S + (uint64_t)usec * SIM_NS_PER_US - sim_now();
    sim_unlock();
    return VHAL_OK;
}

static void rtc_start(sim_args_t *args)
{
    base = sim_arg_whole(args, "start", 0) * SIM_NS_PER_S;
    has_base = true;
}

const sim_statement_t rtc_statements[] = {
    {"rtc", rtc_start},
    {0},
};
