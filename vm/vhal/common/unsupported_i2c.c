/* SPDX-License-Identifier: MIT */
/* unsupported_i2c.c -- a board without I2C. */
#include "unsupported.h"

UNSUPPORTED(vhalInitI2C, void *data)
UNSUPPORTED(vhalI2CInit, uint32_t i2c, vhalI2CConf *conf)
UNSUPPORTED(vhalI2CDone, uint32_t i2c)
UNSUPPORTED(vhalI2CLock, uint32_t i2c)
UNSUPPORTED(vhalI2CUnlock, uint32_t i2c)
UNSUPPORTED(vhalI2CRead, uint32_t i2c, uint8_t *buf, uint32_t len, uint32_t timeout)
UNSUPPORTED(vhalI2CTransmit, uint32_t i2c, uint8_t *tx, uint32_t txlen, uint8_t *rx,
            uint32_t rxlen, uint32_t timeout)
UNSUPPORTED(vhalI2CSetAddr, uint32_t i2c, uint16_t addr)
