/* SPDX-License-Identifier: MIT */
/*
 * calendar.h -- the counters of an RTC chip: BCD registers of a running clock.
 *
 * The chips count from 2000 to 2099 (or 2199 with a century bit) and name the day of
 * the week by a counter of its own, 1 … 7.
 */
#ifndef SIM_CALENDAR_H
#define SIM_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

enum { CALENDAR_REGISTERS = 7 };    /* seconds minutes hours day date month year */
enum { CALENDAR_2000 = 946684800 }; /* 1 January 2000 in seconds since 1970 */

typedef struct calendar {
    int64_t seconds; /* since 1 January 2000 at `since` */
    uint64_t since;  /* ns, a moment when a second began */
    uint8_t day;     /* of the week at `since`, 1 … 7 */
    bool twelve;     /* hours are shown from 1 to 12 */
    bool stopped;
} calendar_t;

typedef struct date {
    int second, minute, hour; /* 0 … 23 */
    int day;                  /* of the week, 1 … 7 */
    int date, month, year;    /* 1 …, 1 …, from 2000 */
} date_t;

/* Sets the clock from seconds since 1970; the chip's day 1 is Sunday. */
void calendar_set(calendar_t *c, uint32_t unix_time, uint64_t now);
/* Whole seconds that have passed since `since`. */
int64_t calendar_elapsed(const calendar_t *c, uint64_t now);
date_t calendar_date(const calendar_t *c, int64_t elapsed);
/* The seven registers as they are `now`, without chip-specific bits. */
void calendar_read(const calendar_t *c, uint64_t now, uint8_t regs[CALENDAR_REGISTERS]);
/* Sets the clock from registers; `restart`: the second begins now. */
void calendar_write(calendar_t *c, const uint8_t regs[CALENDAR_REGISTERS], uint64_t now,
                    bool restart);

uint8_t calendar_bcd(int n);
/* Hours as a register, 0 … 23 from its bits 6 (12 hours) and 5 (afternoon). */
int calendar_hour(uint8_t reg);
uint8_t calendar_hour_register(int hour, bool twelve);

#endif
