/* SPDX-License-Identifier: MIT */
/*
 * time.c -- clocks and a sleep in seconds.
 */
#include "zerynth.h"

C_NATIVE_MODULE(time, version = 1.0.0);

#define TIME_LIMIT 0x3FFFFFFE /* units that a kernel's time can hold */

/// Let the other threads run for so many seconds.
C_NATIVE_FN(nogil)
err_t time_sleep(double seconds)
{
    if (isnan(seconds) || seconds < 0) {
        return ERR_VALUE_EXC;
    }
    if (seconds * 1e6 < TIME_LIMIT) {
        vosThSleep(TIME_U((uint32_t)ceil(seconds * 1e6), MICROS));
    } else {
        vosThSleep(TIME_U((uint32_t)fmin(seconds, TIME_LIMIT), SECONDS));
    }
    return ERR_OK;
}

/// Milliseconds since the start.
C_NATIVE_FN(py = ticks_ms)
int64_t time_millis(void)
{
    return (int64_t)vosMillis();
}

/// A counter of the CPU's clock that wraps at 2 ** 32, and how often it ticks in a
/// second.
C_NATIVE_FN(py = ticks_cpu)
void time_ticks(uint32_t *ticks ZN_OUT, uint32_t *frequency ZN_OUT)
{
    *ticks = *vosTicks();
    *frequency = _system_frequency;
}
