/* SPDX-License-Identifier: MIT */
/* unsupported_rtc.c -- a board without the calendar. */
#include "unsupported.h"

UNSUPPORTED(vhalRTCInit, int rtc)
UNSUPPORTED(vhalRTCGetUTC, int rtc, vhalRTCTimeInfo *info)
UNSUPPORTED(vhalRTCSetUTC, int rtc, uint32_t sec, uint32_t usec)
