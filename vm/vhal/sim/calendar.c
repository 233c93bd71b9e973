/* SPDX-License-Identifier: MIT */
/*
 * calendar.c -- from seconds to BCD registers and back.
 */
#include "calendar.h"

#include "device.h"

enum { DAY = 86400, CENTURY = 0x80, TWELVE = 0x40, PM = 0x20 };

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_days(int month, int year)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

uint8_t calendar_bcd(int n)
{
    return (uint8_t)(n / 10 % 10 << 4 | n % 10);
}

static int from_bcd(uint8_t bcd)
{
    return (bcd >> 4) * 10 + (bcd & 15);
}

int calendar_hour(uint8_t reg)
{
    if (reg & TWELVE) {
        return from_bcd(reg & 0x1F) % 12 + (reg & PM ? 12 : 0);
    }
    return from_bcd(reg & 0x3F);
}

uint8_t calendar_hour_register(int hour, bool twelve)
{
    if (!twelve) {
        return calendar_bcd(hour);
    }
    return (uint8_t)(TWELVE | (hour >= 12 ? PM : 0) |
                     calendar_bcd(hour % 12 ? hour % 12 : 12));
}

void calendar_set(calendar_t *c, uint32_t unix_time, uint64_t now)
{
    c->seconds = (int64_t)unix_time - CALENDAR_2000;
    c->since = now;
    /* 1 January 2000 was a Saturday, day 7 */
    int64_t days = c->seconds >= 0 ? c->seconds / DAY : (c->seconds - DAY + 1) / DAY;
    c->day = (uint8_t)(((days + 6) % 7 + 7) % 7 + 1);
}

int64_t calendar_elapsed(const calendar_t *c, uint64_t now)
{
    return c->stopped || now < c->since ? 0
                                        : (int64_t)((now - c->since) / DEVICE_SECOND);
}

date_t calendar_date(const calendar_t *c, int64_t elapsed)
{
    int64_t seconds = c->seconds + elapsed, before = c->seconds;
    date_t d = {.year = 2000, .month = 1};
    seconds = seconds < 0 ? 0 : seconds;
    before = before < 0 ? 0 : before;
    int64_t days = seconds / DAY;
    d.second = (int)(seconds % 60);
    d.minute = (int)(seconds / 60 % 60);
    d.hour = (int)(seconds / 3600 % 24);
    d.day = (int)((c->day - 1 + days - before / DAY) % 7) + 1;
    while (days >= 365 + is_leap(d.year)) {
        days -= 365 + is_leap(d.year++);
    }
    while (days >= month_days(d.month, d.year)) {
        days -= month_days(d.month++, d.year);
    }
    d.date = (int)days + 1;
    return d;
}

void calendar_read(const calendar_t *c, uint64_t now, uint8_t regs[CALENDAR_REGISTERS])
{
    date_t d = calendar_date(c, calendar_elapsed(c, now));
    regs[0] = calendar_bcd(d.second);
    regs[1] = calendar_bcd(d.minute);
    regs[2] = calendar_hour_register(d.hour, c->twelve);
    regs[3] = (uint8_t)d.day;
    regs[4] = calendar_bcd(d.date);
    regs[5] = (uint8_t)(calendar_bcd(d.month) | (d.year >= 2100 ? CENTURY : 0));
    regs[6] = calendar_bcd(d.year % 100);
}

static int clamp(int n, int least, int most)
{
    return n < least ? least : n > most ? most : n;
}

void calendar_write(calendar_t *c, const uint8_t regs[CALENDAR_REGISTERS], uint64_t now,
                    bool restart)
{
    int year = 2000 + from_bcd(regs[6]) + (regs[5] & CENTURY ? 100 : 0);
    int month = clamp(from_bcd(regs[5] & 0x1F), 1, 12);
    int64_t days = clamp(from_bcd(regs[4] & 0x3F), 1, 31) - 1;
    uint64_t part = now >= c->since ? (now - c->since) % DEVICE_SECOND : 0;
    for (int y = 2000; y < year; y++) {
        days += 365 + is_leap(y);
    }
    for (int m = 1; m < month; m++) {
        days += month_days(m, year);
    }
    c->twelve = regs[2] & TWELVE;
    c->seconds = ((days * 24 + clamp(calendar_hour(regs[2]), 0, 23)) * 60 +
                  clamp(from_bcd(regs[1] & 0x7F), 0, 59)) *
                     60 +
                 clamp(from_bcd(regs[0] & 0x7F), 0, 59);
    c->day = (uint8_t)clamp(regs[3] & 7, 1, 7);
    c->since = restart || now < part ? now : now - part;
}
