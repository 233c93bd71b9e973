/* SPDX-License-Identifier: MIT */
/*
 * devices.h -- the scene's statements about buses.
 */
#ifndef SIM_DEVICES_H
#define SIM_DEVICES_H

#include "sim.h"

/* i2c, i2c-transfer, spi, spi-transfer. */
extern const sim_statement_t devices_statements[];

#endif
