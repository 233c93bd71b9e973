/* SPDX-License-Identifier: MIT */
/*
 * smc.h -- commands to a flash chip behind a firmware SPI controller, in its user mode:
 * what is written to its window goes out, what is read comes in.
 */
#ifndef ASPEED_SMC_H
#define ASPEED_SMC_H

#include <stdint.h>

/* Selects the chip, sends `out`, receives `in`, lets go of it. Nothing reads through
 * the window meanwhile: no interrupt, no other thread. Context: thread. */
void smc_command(uint32_t base, uint32_t window, const uint8_t *out, uint32_t nout,
                 uint8_t *in, uint32_t nin);

#endif
