/* SPDX-License-Identifier: MIT */
/* rng.c -- random numbers of a chip that has no source of them: xorshift32, begun with
 * the clock's cycles at the first call unless it is seeded. Not for secrets. */
#include "vhal.h"

static uint32_t state;

/* All bits of the seed count, and none makes the state 0. */
static uint32_t mix(uint32_t seed)
{
    seed = (seed ^ seed >> 16) * 0x85EBCA6Bu;
    seed = (seed ^ seed >> 13) * 0xC2B2AE35u;
    return (seed ^ seed >> 16) | 1;
}

int vhalRngSeed(uint32_t seed)
{
    state = mix(seed);
    return VHAL_OK;
}

uint32_t vhalRngGenerate(void)
{
    vosSysLockIsr();
    uint32_t x = state ? state : mix(*vosTicks());
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    state = x;
    vosSysUnlockIsr();
    return x;
}
