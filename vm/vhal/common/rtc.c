/* SPDX-License-Identifier: MIT */
/* rtc.c -- the calendar, over a family's calendar.h. */
#include "calendar.h"
#include <string.h>

enum { DAY = 86400, DAYS_4_YEARS = 1461, THURSDAY = 4, YEAR_0 = 70 };

int vhalRTCInit(int rtc)
{
    bool exists = rtc >= 0 && (uint32_t)rtc < PERIPHERAL_NUM(rtc);
    return exists ? calendar_start(rtc) : VHAL_UNSUPPORTED_ERROR;
}

/* The day of the year becomes month and day. */
static void set_month(vhalRTCTimeInfo *info, bool leap)
{
    static const uint8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    uint32_t day = info->tm_yday, month = 0;
    for (;; month++) {
        uint32_t length = lengths[month] + (month == 1 && leap);
        if (day < length) {
            break;
        }
        day -= length;
    }
    info->tm_mon = month;
    info->tm_mday = day + 1;
}

/* 32 bits end in 2106; 2100 is no leap year. */
static void set_date(vhalRTCTimeInfo *info, uint32_t day)
{
    enum { YEARS_TO_2100 = 130, DAYS_TO_2100_MARCH = 47541 };
    info->tm_wday = (day + THURSDAY) % 7;
    day += day >= DAYS_TO_2100_MARCH; /* the 29th that is not */
    uint32_t since_1968 = day + 366 + 365;
    uint32_t cycle = since_1968 / DAYS_4_YEARS, rest = since_1968 % DAYS_4_YEARS;
    uint32_t year = rest < 366 ? 0 : (rest - 1) / 365;
    bool leap = year == 0;
    info->tm_year = YEAR_0 - 2 + 4 * cycle + year;
    info->tm_yday = leap ? rest : (rest - 1) % 365;
    set_month(info, leap);
    if (info->tm_year == YEAR_0 + YEARS_TO_2100 && info->tm_yday > 59) {
        info->tm_yday--;
    }
}

int vhalRTCGetUTC(int rtc, vhalRTCTimeInfo *info)
{
    uint32_t seconds, micros;
    int result = vhalRTCInit(rtc);
    result = result == VHAL_OK ? calendar_get(rtc, &seconds, &micros) : result;
    if (result == VHAL_OK) {
        memset(info, 0, sizeof *info);
        info->tv_seconds = seconds;
        info->tv_microseconds = micros;
        info->tm_sec = seconds % 60;
        info->tm_min = seconds / 60 % 60;
        info->tm_hour = seconds / 3600 % 24;
        set_date(info, seconds / DAY);
    }
    return result;
}

int vhalRTCSetUTC(int rtc, uint32_t sec, uint32_t usec)
{
    int result = vhalRTCInit(rtc);
    return result != VHAL_OK ? result
           : usec > 999999   ? VHAL_GENERIC_ERROR
                             : calendar_set(rtc, sec, usec);
}
