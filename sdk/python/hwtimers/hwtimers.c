/* SPDX-License-Identifier: MIT */
/*
 * hwtimers.c -- exact waits by a hardware timer.
 */
#include "vbl/driver.h"

static int timer = VHAL_HARDWARE_STATUS_ERROR;

/* hwtimers_init(): takes a timer, once */
C_NATIVE(hwtimers_init)
{
    NATIVE_UNWARN();
    if (timer < 0) {
        vhalInitHTM(NULL);
        timer = vhalHtmGetFreeTimer();
    }
    return vbl_check("hwtimers", timer);
}

/* hwtimers_sleep_micros(n) */
C_NATIVE(hwtimers_sleep_micros)
{
    (void)self, (void)res;
    int32_t micros;
    if (parse_py_args("i", nargs, args, &micros) != 1) {
        return ERR_TYPE_EXC;
    }
    if (timer < 0 || micros <= 0) {
        return vbl_check("hwtimers", timer);
    }
    RELEASE_GIL();
    int code = vhalSleepMicros((uint32_t)timer, (uint32_t)micros);
    ACQUIRE_GIL();
    return vbl_check("hwtimers", code);
}
