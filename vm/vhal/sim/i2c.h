/* SPDX-License-Identifier: MIT */
/*
 * i2c.h -- devices on the I2C buses.
 */
#ifndef SIM_I2C_H
#define SIM_I2C_H

#include "device.h"

/* False: its address is taken. Context: the scene. */
bool i2c_attach(uint32_t number, i2c_device_t *d);
/* Makes the signals of the trace. Context: vhalInit. */
void i2c_trace(void);
/* The program is over: every device does what it does then. */
void i2c_end(void);

#endif
