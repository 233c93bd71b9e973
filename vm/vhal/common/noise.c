/* SPDX-License-Identifier: MIT */
/* noise.c -- random numbers: the hardware's, over a family's noise.h, or, once seeded,
 * the same ones again. */
#include "noise.h"
#include "vhal.h"

static uint32_t state;
static bool seeded;

int vhalRngSeed(uint32_t seed)
{
    vosSysLockIsr();
    state = seed;
    seeded = true;
    vosSysUnlockIsr();
    return VHAL_OK;
}

/* A Weyl sequence, mixed: any seed is a good one. */
static uint32_t next(void)
{
    uint32_t z = state += 0x9e3779b9u;
    z = (z ^ z >> 16) * 0x21f0aaadu;
    z = (z ^ z >> 15) * 0x735a2d97u;
    return z ^ z >> 15;
}

uint32_t vhalRngGenerate(void)
{
    vosSysLockIsr();
    uint32_t value = seeded ? next() : noise_read();
    vosSysUnlockIsr();
    return value;
}
