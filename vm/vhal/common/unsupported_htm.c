/* SPDX-License-Identifier: MIT */
/* unsupported_htm.c -- a board without hardware timers. */
#include "unsupported.h"

UNSUPPORTED(vhalInitHTM, void *data)
UNSUPPORTED(vhalHtmGetFreeTimer, void)
UNSUPPORTED(vhalHtmOneShot, uint32_t tm, uint32_t delay, htmFn fn, void *args,
            uint32_t blocking)
UNSUPPORTED(vhalHtmRecurrent, uint32_t tm, uint32_t period, htmFn fn, void *args)
UNSUPPORTED(vhalSleepMicros, uint32_t tm, uint32_t micros)
