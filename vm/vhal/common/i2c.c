/* SPDX-License-Identifier: MIT */
/* i2c.c -- I2C masters, over a family's i2cbus.h. */
#include "bus.h"
#include "i2cbus.h"
#include "pins.h"

#ifndef I2C_BUSES
#define I2C_BUSES 2
#endif
enum { CLOCK_MOST = 400000, ADDRESS_MOST = 0x7F };

typedef struct i2c {
    bus_t bus;
    bool open;
    uint16_t address, sda, scl;
} i2c_t;

static i2c_t buses[I2C_BUSES];

static i2c_t *find(uint32_t i2c)
{
    return i2c < I2C_BUSES && i2c < PERIPHERAL_NUM(i2c) ? &buses[i2c] : NULL;
}

int vhalInitI2C(void *data)
{
    (void)data;
    return VHAL_OK;
}

static void close_bus(uint32_t n, i2c_t *b)
{
    if (b->open) {
        b->open = false;
        i2cbus_stop(GET_PERIPHERAL_ID(i2c, n));
        pins_give(b->sda, PRPH_I2C);
        pins_give(b->scl, PRPH_I2C);
    }
}

static int open_bus(uint32_t n, i2c_t *b, const vhalI2CConf *conf)
{
    const I2CPins *board = &vhal_tables()->i2c_pins[n];
    bool fixed = board->sda == 0xffff; /* its pins are nothing else */
    close_bus(n, b);
    b->sda = fixed || conf->sda == 0xffff ? board->sda : conf->sda;
    b->scl = fixed || conf->scl == 0xffff ? board->scl : conf->scl;
    bool ours =
        b->sda == 0xffff || (vhalGetPeripheralForPin(b->sda, PINCLASS_I2C) == (int)n &&
                             vhalGetPeripheralForPin(b->scl, PINCLASS_I2C) == (int)n);
    int result = ours ? pins_take_two(b->sda, b->scl, PRPH_I2C) : VHAL_INVALID_PIN;
    if (result == VHAL_OK) {
        b->open = true;
        b->address = conf->addr;
        result = i2cbus_start(GET_PERIPHERAL_ID(i2c, n), conf->clock);
    }
    if (result != VHAL_OK) {
        close_bus(n, b);
    }
    return result;
}

int vhalI2CInit(uint32_t i2c, vhalI2CConf *conf)
{
    i2c_t *b = find(i2c);
    if (!b || !conf->clock || conf->clock > CLOCK_MOST || conf->addr > ADDRESS_MOST) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    if (!bus_lock(&b->bus)) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    int result = open_bus(i2c, b, conf);
    bus_unlock(&b->bus);
    return result;
}

/* Locks the bus if it is open. */
static i2c_t *enter(uint32_t i2c, int *result)
{
    i2c_t *b = find(i2c);
    *result = b ? VHAL_HARDWARE_STATUS_ERROR : VHAL_UNSUPPORTED_ERROR;
    if (b && bus_lock(&b->bus)) {
        *result = b->open ? VHAL_OK : VHAL_HARDWARE_STATUS_ERROR;
        if (!b->open) {
            bus_unlock(&b->bus);
        }
    }
    return b;
}

int vhalI2CDone(uint32_t i2c)
{
    int result;
    i2c_t *b = enter(i2c, &result);
    if (result == VHAL_OK) {
        close_bus(i2c, b);
        bus_unlock(&b->bus);
    }
    return result;
}

int vhalI2CLock(uint32_t i2c)
{
    i2c_t *b = find(i2c);
    return !b                  ? VHAL_UNSUPPORTED_ERROR
           : bus_lock(&b->bus) ? VHAL_OK
                               : VHAL_HARDWARE_INITIALIZATION_ERROR;
}

int vhalI2CUnlock(uint32_t i2c)
{
    i2c_t *b = find(i2c);
    return !b                    ? VHAL_UNSUPPORTED_ERROR
           : bus_unlock(&b->bus) ? VHAL_OK
                                 : VHAL_HARDWARE_STATUS_ERROR;
}

int vhalI2CTransmit(uint32_t i2c, uint8_t *tx, uint32_t txlen, uint8_t *rx,
                    uint32_t rxlen, uint32_t timeout)
{
    int result;
    i2c_t *b = enter(i2c, &result);
    if (result == VHAL_OK) {
        result = i2cbus_transfer(GET_PERIPHERAL_ID(i2c, i2c), b->address, tx, txlen, rx,
                                 rxlen, timeout);
        bus_unlock(&b->bus);
    }
    return result;
}

int vhalI2CRead(uint32_t i2c, uint8_t *buf, uint32_t len, uint32_t timeout)
{
    return vhalI2CTransmit(i2c, NULL, 0, buf, len, timeout);
}

int vhalI2CSetAddr(uint32_t i2c, uint16_t addr)
{
    int result;
    i2c_t *b = enter(i2c, &result);
    if (result == VHAL_OK) {
        result = addr > ADDRESS_MOST ? VHAL_UNSUPPORTED_ERROR : VHAL_OK;
        b->address = result == VHAL_OK ? addr : b->address;
        bus_unlock(&b->bus);
    }
    return result;
}
