/* SPDX-License-Identifier: MIT */
/*
 * script_device.h -- the script of a scripted device.
 */
#ifndef SIM_SCRIPT_DEVICE_H
#define SIM_SCRIPT_DEVICE_H

#include "script.h"

/* NULL: the device is of another model, or NULL. */
script_t *script_of_i2c(i2c_device_t *d);
script_t *script_of_spi(spi_device_t *d);

#endif
