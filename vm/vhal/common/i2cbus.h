/* SPDX-License-Identifier: MIT */
/* i2cbus.h -- what a family fills in of its I2C masters for i2c.c, by hardware number
 * (GET_PERIPHERAL_ID). Context: thread, which has the bus for itself. */
#ifndef VHAL_I2CBUS_H
#define VHAL_I2CBUS_H

#include "vhal.h"

/* Its clock, its pins are given over already. VHAL_UNSUPPORTED_ERROR: too slow or fast.
 */
int i2cbus_start(uint32_t bus, uint32_t clock);
void i2cbus_stop(uint32_t bus);
/* START, address, `txlen` bytes; if `rxlen`, START again, address, `rxlen` bytes; STOP,
 * in each case. Both 0: the address alone. VHAL_HARDWARE_STATUS_ERROR: not
 * acknowledged; VHAL_TIMEOUT_ERROR: nothing went on for `timeout`. */
int i2cbus_transfer(uint32_t bus, uint16_t address, const uint8_t *tx, uint32_t txlen,
                    uint8_t *rx, uint32_t rxlen, uint32_t timeout);

#endif
