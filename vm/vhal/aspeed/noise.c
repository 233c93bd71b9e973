/* SPDX-License-Identifier: MIT */
/* noise.c -- the random number generator of the system control unit. */
#include "noise.h"
#include "aspeed.h"

uint32_t noise_read(void)
{
    return SCU_RNG_DATA;
}
