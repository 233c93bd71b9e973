/* SPDX-License-Identifier: MIT */
/* spibus.h -- what a family fills in of its SPI masters for spi.c, by hardware number
 * (GET_PERIPHERAL_ID). Context: thread, which has the bus for itself. */
#ifndef VHAL_SPIBUS_H
#define VHAL_SPIBUS_H

#include "vhal.h"

/* Sets clock and mode of `conf`, whose pins are given over already.
 * VHAL_UNSUPPORTED_ERROR: it cannot do that. */
int spibus_start(uint32_t bus, const vhalSpiConf *conf);
void spibus_stop(uint32_t bus);
/* `n` bytes each way, the first of a frame's first; `tx` NULL: ones, `rx` NULL:
 * dropped.
 */
int spibus_exchange(uint32_t bus, const uint8_t *tx, uint8_t *rx, uint32_t n);

#endif
