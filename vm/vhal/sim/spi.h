/* SPDX-License-Identifier: MIT */
/*
 * spi.h -- devices on the SPI buses.
 */
#ifndef SIM_SPI_H
#define SIM_SPI_H

#include "device.h"

/* `select` is the index of its select pin. Context: the scene. */
void spi_attach(uint32_t number, spi_device_t *d, int select);
/* Makes the signals of the trace. Context: vhalInit. */
void spi_trace(void);
/* The program is over: every device does what it does then. */
void spi_end(void);

#endif
