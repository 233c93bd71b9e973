/* SPDX-License-Identifier: MIT */
/*
 * calendar.c -- a DS1338 on the bus of shield 1 is the clock of the day; without one
 * there is none. Source: DS1338 data sheet, "RTC and RAM".
 */
#include "calendar.h"

enum { BUS = 0, ADDRESS = 0x68, CLOCK = 100000, SECONDS_AT = 0, FIELDS = 7 };
enum { SECOND, MINUTE, HOUR, WEEKDAY, DAY, MONTH, YEAR };
enum { SECONDS_A_DAY = 86400, DAYS_TO_2000 = 10957, DAYS_4_YEARS = 1461 };
#define LIMIT TIME_U(100, MILLIS)

/* Days of a year of 366 before each month. */
static const uint16_t before_month[] = {0,   31,  60,  91,  121, 152, 182,
                                        213, 244, 274, 305, 335, 366};

static uint32_t from_bcd(uint8_t byte)
{
    return (uint32_t)(byte >> 4) * 10 + (byte & 15);
}

static uint8_t to_bcd(uint32_t value)
{
    return (uint8_t)(value / 10 << 4 | value % 10);
}

/* The bus for one exchange: other devices of the program are on it too. */
static int exchange(uint8_t *tx, uint32_t txlen, uint8_t *rx, uint32_t rxlen)
{
    vhalI2CConf conf = {.clock = CLOCK, .addr = ADDRESS, .sda = 0xffff, .scl = 0xffff};
    int result = vhalI2CLock(BUS);
    if (result == VHAL_OK) {
        result = vhalI2CInit(BUS, &conf);
        result = result == VHAL_OK ? vhalI2CTransmit(BUS, tx, txlen, rx, rxlen, LIMIT)
                                   : result;
        vhalI2CUnlock(BUS);
    }
    return result;
}

int calendar_start(int rtc)
{
    (void)rtc;
    return VHAL_OK;
}

/* Years from 2000, of which every fourth is a leap year. */
static uint32_t seconds_of(const uint8_t *fields)
{
    uint32_t year = from_bcd(fields[YEAR]), month = from_bcd(fields[MONTH] & 0x1F);
    uint32_t days = year * 365 + (year + 3) / 4 + before_month[month - 1] -
                    (month > 2 && year % 4) + from_bcd(fields[DAY]) - 1;
    return (DAYS_TO_2000 + days) * SECONDS_A_DAY +
           from_bcd(fields[HOUR] & 0x3F) * 3600 + from_bcd(fields[MINUTE]) * 60 +
           from_bcd(fields[SECOND] & 0x7F);
}

int calendar_get(int rtc, uint32_t *seconds, uint32_t *micros)
{
    uint8_t at = SECONDS_AT, fields[FIELDS];
    (void)rtc;
    int result = exchange(&at, 1, fields, FIELDS);
    if (result == VHAL_OK) {
        *seconds = seconds_of(fields);
        *micros = 0;
    }
    return result;
}

/* The day of a year that has one on February 29th or not. */
static void put_date(uint8_t *fields, uint32_t days)
{
    uint32_t cycle = days / DAYS_4_YEARS, rest = days % DAYS_4_YEARS;
    uint32_t year = rest < 366 ? 0 : (rest - 1) / 365, month = 1;
    uint32_t day = year ? (rest - 1) % 365 : rest;
    day += year && day >= before_month[2] - 1u;
    while (day >= before_month[month]) {
        month++;
    }
    fields[YEAR] = to_bcd(cycle * 4 + year);
    fields[MONTH] = to_bcd(month);
    fields[DAY] = to_bcd(day - before_month[month - 1] + 1);
    fields[WEEKDAY] = (uint8_t)((days + 6) % 7 + 1); /* 2000 began on a Saturday */
}

int calendar_set(int rtc, uint32_t seconds, uint32_t micros)
{
    uint8_t out[1 + FIELDS] = {SECONDS_AT};
    uint32_t days = seconds / SECONDS_A_DAY;
    (void)rtc;
    (void)micros;
    if (days < DAYS_TO_2000) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    out[1 + SECOND] = to_bcd(seconds % 60);
    out[1 + MINUTE] = to_bcd(seconds / 60 % 60);
    out[1 + HOUR] = to_bcd(seconds / 3600 % 24);
    put_date(out + 1, days - DAYS_TO_2000);
    /* QEMU's model keeps a date, which it changes field by field: first a day that all
     * months have. */
    uint8_t day = out[1 + DAY];
    out[1 + DAY] = 1;
    int result = exchange(out, sizeof out, NULL, 0);
    out[1 + DAY] = day;
    return result == VHAL_OK ? exchange(out, sizeof out, NULL, 0) : result;
}
