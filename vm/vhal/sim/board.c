/* SPDX-License-Identifier: MIT */
/*
 * board.c -- the board's tables: names of pins, who owns a pin, which peripheral it is
 * of.
 */
#include "i2c.h"
#include "parts.h"
#include "spi.h"
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *prefix;
    uint8_t class, of, role; /* row = number * of + role */
} names[] = {
    {"D", PINCLASS_DIGITAL, 1, 0}, {"A", PINCLASS_ANALOG, 1, 0},
    {"MOSI", PINCLASS_SPI, 3, 0},  {"MISO", PINCLASS_SPI, 3, 1},
    {"SCLK", PINCLASS_SPI, 3, 2},  {"SDA", PINCLASS_I2C, 2, 0},
    {"SCL", PINCLASS_I2C, 2, 1},   {"PWM", PINCLASS_PWM, 1, 0},
    {"ICU", PINCLASS_ICU, 1, 0},   {"CANRX", PINCLASS_CAN, 2, 0},
    {"CANTX", PINCLASS_CAN, 2, 1}, {"RX", PINCLASS_SER, 2, 0},
    {"TX", PINCLASS_SER, 2, 1},    {"DAC", PINCLASS_DAC, 1, 0},
    {"LED", PINCLASS_LED, 1, 0},   {"BTN", PINCLASS_BTN, 1, 0},
};

int sim_pin_named(const char *name)
{
    size_t len = strcspn(name, "0123456789");
    char *end;
    unsigned long number = strtoul(name + len, &end, 10);
    if (!name[len] || *end || number > 255) {
        return -1;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strlen(names[i].prefix) == len && memcmp(names[i].prefix, name, len) == 0) {
            unsigned long row = number * names[i].of + names[i].role;
            return row > 255 ? -1 : pins_of(MAKE_VPIN(names[i].class, (int)row));
        }
    }
    return -1;
}

/* ---- who owns a pin ---- */

/* PRPH_EXT only listens. */
bool board_owned(int pin)
{
    PinStatus owner = vhal_tables()->status[pin];
    return owner != 0xff && owner != PRPH_EXT;
}

int sim_pin_take(int vpin, int prph)
{
    int pin = pins_of(vpin);
    if (pin < 0 || prph < 0 || prph > PRPH_SD ||
        !(vhal_tables()->pins[pin].prph & PRPHS(prph))) {
        return VHAL_INVALID_PIN;
    }
    int result = VHAL_HARDWARE_STATUS_ERROR;
    sim_lock();
    PinStatus *owner = &vhal_tables()->status[pin];
    if (*owner == 0xff || *owner == (PinStatus)prph) {
        *owner = (PinStatus)prph;
        net_refresh(pin);
        result = VHAL_OK;
    }
    sim_unlock();
    return result;
}

void sim_pin_give(int vpin, int prph)
{
    int pin = pins_of(vpin);
    if (pin < 0) {
        return;
    }
    sim_lock();
    PinStatus *owner = &vhal_tables()->status[pin];
    if (*owner == (PinStatus)prph) {
        *owner = 0xff;
        sim_pin_drive(pin, SIM_OFF);
        net_refresh(pin);
    }
    sim_unlock();
}

/* ---- the start ---- */

int vhalInit(void *data)
{
    static bool started;
    (void)data;
    if (!started) {
        started = true;
        memset(vhal_tables()->status, 0xff, vhal_tables()->npins);
        power_start();
        i2c_trace();
        spi_trace();
        serial_trace();
        trace_start();
        time_start();
    }
    return VHAL_OK;
}
