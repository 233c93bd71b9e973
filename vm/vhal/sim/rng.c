/* SPDX-License-Identifier: MIT */
/* rng.c -- random numbers: the host's, or, seeded, the same ones again. */
#define _GNU_SOURCE
#include "parts.h"
#include <sys/random.h>

static uint64_t state;
static bool seeded;

/* splitmix64: any seed is a good one. */
static uint64_t next(void)
{
    uint64_t z = state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

int vhalRngSeed(uint32_t seed)
{
    sim_lock();
    state = seed;
    seeded = true;
    sim_unlock();
    return VHAL_OK;
}

uint32_t vhalRngGenerate(void)
{
    sim_lock();
    if (!seeded) {
        seeded = true;
        if (getrandom(&state, sizeof state, 0) != sizeof state) {
            state = sim_now() ^ (uintptr_t)&state;
        }
    }
    uint32_t value = (uint32_t)(next() >> 32);
    sim_unlock();
    return value;
}

static void rng(sim_args_t *args)
{
    vhalRngSeed((uint32_t)sim_arg_whole(args, "seed", 0));
}

const sim_statement_t rng_statements[] = {
    {"rng", rng},
    {0},
};
