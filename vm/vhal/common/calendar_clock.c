/* SPDX-License-Identifier: MIT */
/* calendar_clock.c -- the time of day of a chip that has no battery: 1970 until it is
 * set, then by the kernel's clock. */
#include "calendar.h"

static uint64_t start; /* microseconds since 1970 at vosMillis() == 0 */

int calendar_start(int rtc)
{
    (void)rtc;
    return VHAL_OK;
}

int calendar_get(int rtc, uint32_t *seconds, uint32_t *micros)
{
    uint64_t now = start + vosMillis() * 1000;
    (void)rtc;
    *seconds = (uint32_t)(now / 1000000);
    *micros = (uint32_t)(now % 1000000);
    return VHAL_OK;
}

int calendar_set(int rtc, uint32_t seconds, uint32_t micros)
{
    (void)rtc;
    start = (uint64_t)seconds * 1000000 + micros - vosMillis() * 1000;
    return VHAL_OK;
}
