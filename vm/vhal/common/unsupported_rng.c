/* SPDX-License-Identifier: MIT */
/* unsupported_rng.c -- a board without random numbers. */
#include "unsupported.h"

UNSUPPORTED(vhalRngSeed, uint32_t seed)

uint32_t vhalRngGenerate(void)
{
    return 0;
}
