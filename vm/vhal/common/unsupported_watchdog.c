/* SPDX-License-Identifier: MIT */
/* unsupported_watchdog.c -- a board without the watchdog. */
#include "unsupported.h"

UNSUPPORTED(vhalInitSecureFW, void)
UNSUPPORTED(vhalSetupWatchdog, uint32_t t0, uint32_t t1)
UNSUPPORTED(vhalKickWatchdog, void)
