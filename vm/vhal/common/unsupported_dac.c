/* SPDX-License-Identifier: MIT */
/* unsupported_dac.c -- a board without the DAC. */
#include "unsupported.h"

UNSUPPORTED(vhalInitDAC, void *data)
UNSUPPORTED(vhalDacInit, uint32_t vpin)
UNSUPPORTED(vhalDacWrite, uint32_t vpin, uint16_t *data, uint32_t len,
            uint32_t timestep, uint32_t circular)
UNSUPPORTED(vhalDacDone, uint32_t vpin)
UNSUPPORTED(vhalDacLock, uint32_t vpin)
UNSUPPORTED(vhalDacUnlock, uint32_t vpin)
