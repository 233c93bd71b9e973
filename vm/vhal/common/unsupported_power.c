/* SPDX-License-Identifier: MIT */
/* unsupported_power.c -- a board without powersave. */
#include "unsupported.h"

UNSUPPORTED(vhalInitPowersave, void)
UNSUPPORTED(vhalGoToSleep, uint32_t delay, uint32_t level)
UNSUPPORTED(vhalSaveStatusByte, int pos, uint8_t value)
UNSUPPORTED(vhalGetStatusByte, int pos)

int vhalGetStatusSize(void)
{
    return 0;
}
