/* SPDX-License-Identifier: MIT */
/*
 * device.h -- what a device model on a simulated bus is.
 *
 * A model is a table of functions; a device is a struct of its own that begins with
 * i2c_device_t or spi_device_t. The bus calls the functions in the order of what
 * happens on its lines, with the device's `now` set to the time of that moment, which
 * may be ahead of VOSAL's: a transfer is worked out whole, then its time passes. The
 * functions run with the bus locked, in a thread, and never wait.
 */
#ifndef SIM_DEVICE_H
#define SIM_DEVICE_H

#include "sim.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DEVICE_US ((uint64_t)SIM_NS_PER_US)
#define DEVICE_MS ((uint64_t)SIM_NS_PER_MS)
#define DEVICE_SECOND ((uint64_t)SIM_NS_PER_S)

typedef struct i2c_device i2c_device_t;
typedef struct spi_device spi_device_t;

typedef struct i2c_model {
    const char *name;
    uint8_t address; /* when the scene gives none */
    /* Makes the device from what is left of its statement; NULL: sim_fail was called.
     * `name` is for reports and stays. */
    i2c_device_t *(*create)(sim_args_t *args, const char *name);
    /* Its address came after a START or a repeated one. False: not acknowledged. */
    bool (*start)(i2c_device_t *d, bool read);
    bool (*write)(i2c_device_t *d, uint8_t byte); /* false: not acknowledged */
    uint8_t (*read)(i2c_device_t *d);
    void (*stop)(i2c_device_t *d); /* or NULL */
    /* How long it holds SCL low before the next byte, in ns; or NULL. */
    uint64_t (*stretch)(i2c_device_t *d);
    void (*end)(i2c_device_t *d); /* the program is over; or NULL */
} i2c_model_t;

struct i2c_device {
    const i2c_model_t *model;
    i2c_device_t *next; /* on the same bus */
    uint64_t now;       /* ns since the start */
    uint8_t bus, address;
};

typedef struct spi_model {
    const char *name;
    spi_device_t *(*create)(sim_args_t *args, const char *name);
    void (*select)(spi_device_t *d, bool on); /* its select pin fell, or rose */
    /* A byte in, a byte out, at the same time: what it returns cannot depend on `in`.
     */
    uint8_t (*exchange)(spi_device_t *d, uint8_t in);
    void (*end)(spi_device_t *d); /* or NULL */
    uint8_t modes; /* bit 1 << SPI_MODE_… of each that it understands; 0: all */
} spi_model_t;

struct spi_device {
    const spi_model_t *model;
    spi_device_t *next;
    uint64_t now;
    sim_watch_t watch; /* of its select pin, active low */
    uint8_t bus;
    bool selected;
    bool unclocked; /* it has been said that it does not understand the mode */
};

extern const i2c_model_t tmp102_model, lm75_model, at24c32_model, ds3231_model,
    ds1307_model, ssd1306_i2c_model, script_i2c_model;
extern const spi_model_t w25q16_model, ssd1306_spi_model, script_spi_model;

#endif
