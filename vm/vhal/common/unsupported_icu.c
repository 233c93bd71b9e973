/* SPDX-License-Identifier: MIT */
/* unsupported_icu.c -- a board without the ICU. */
#include "unsupported.h"

UNSUPPORTED(vhalInitICU, void *data)
UNSUPPORTED(vhalIcuStart, int vpin, uint32_t cfg, uint32_t time_window,
            uint32_t *buffer, uint32_t *bufsize, uint32_t *firstbit)
