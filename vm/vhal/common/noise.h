/* SPDX-License-Identifier: MIT */
/* noise.h -- what a family fills in of its random number generator for noise.c; those
 * without one have rng.c. */
#ifndef VHAL_NOISE_H
#define VHAL_NOISE_H

#include <stdint.h>

/* 32 bits of the hardware's. Interrupts are off. */
uint32_t noise_read(void);

#endif
