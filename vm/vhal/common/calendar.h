/* SPDX-License-Identifier: MIT */
/* calendar.h -- what a family fills in of its clocks of the day for rtc.c; without any,
 * calendar_clock.c. Context: thread. */
#ifndef VHAL_CALENDAR_H
#define VHAL_CALENDAR_H

#include "vhal.h"

int calendar_start(int rtc);
/* Seconds since 1970 and the microseconds of that second. */
int calendar_get(int rtc, uint32_t *seconds, uint32_t *micros);
int calendar_set(int rtc, uint32_t seconds, uint32_t micros);

#endif
