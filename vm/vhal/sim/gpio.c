/* SPDX-License-Identifier: MIT */
/*
 * gpio.c -- pins as the program reads and writes them.
 */
#include "parts.h"

/* Of opcodes in virtual time: a loop that polls a pin must see time pass. */
enum { COST = 2 };

static uint8_t modes[SIM_MAX_PINS];
static bool outputs[SIM_MAX_PINS]; /* the output latch */

static const uint8_t drives[PINMODE_INPUT_ANALOG + 1][2] = {
    [PINMODE_INPUT_PULLUP] = {SIM_PULL_UP, SIM_PULL_UP},
    [PINMODE_INPUT_PULLDOWN] = {SIM_PULL_DOWN, SIM_PULL_DOWN},
    [PINMODE_OUTPUT_PUSHPULL] = {SIM_LOW, SIM_HIGH},
    [PINMODE_OUTPUT_OPENDRAIN] = {SIM_LOW, SIM_OFF},
    [PINMODE_OUTPUT_HIGHDRIVE] = {SIM_LOW, SIM_HIGH},
};

static void begin(void)
{
    sim_lock();
    vos_virtual_advance(COST);
    sim_catch_up();
}

/* Locked. */
static void drive(int pin)
{
    net_set_gpio(pin, drives[modes[pin]][outputs[pin]]);
}

static bool has_mode(int pin, int mode)
{
    return mode >= PINMODE_NONE && mode <= PINMODE_INPUT_ANALOG &&
           (mode != PINMODE_INPUT_ANALOG || vhal_tables()->pins[pin].prph & HAS_ADC);
}

/* Locked. */
static void set_mode_of(int pin, int mode)
{
    modes[pin] = (uint8_t)mode;
    drive(pin);
}

static void set_mode(int pin, int mode)
{
    PinStatus *owner = &vhal_tables()->status[pin];
    if (mode == PINMODE_NONE && board_owned(pin)) {
        *owner = 0xff;
        sim_pin_drive(pin, SIM_OFF);
    }
    set_mode_of(pin, mode);
}

void gpio_leave_low(int pin)
{
    outputs[pin] = false;
    set_mode_of(pin, PINMODE_OUTPUT_PUSHPULL);
}

int vhalPinSetMode(int vpin, int mode)
{
    int pin = pins_of(vpin), result = VHAL_OK;
    if (pin < 0) {
        return VHAL_INVALID_PIN;
    }
    if (!has_mode(pin, mode)) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    begin();
    if (mode != PINMODE_NONE && board_owned(pin)) {
        result = VHAL_HARDWARE_STATUS_ERROR;
    } else {
        set_mode(pin, mode);
    }
    sim_unlock();
    return result;
}

int vhalPinRead(int vpin)
{
    int pin = pins_of(vpin);
    if (pin < 0) {
        return VHAL_INVALID_PIN;
    }
    begin();
    int level = sim_pin_level(pin);
    sim_unlock();
    return level;
}

/* `value` below 0: the other one. */
static int write_pin(int vpin, int value)
{
    int pin = pins_of(vpin), result = VHAL_OK;
    if (pin < 0) {
        return VHAL_INVALID_PIN;
    }
    begin();
    if (board_owned(pin)) {
        result = VHAL_HARDWARE_STATUS_ERROR;
    } else {
        outputs[pin] = value < 0 ? !outputs[pin] : value;
        drive(pin);
    }
    sim_unlock();
    return result;
}

int vhalPinWrite(int vpin, int value)
{
    return write_pin(vpin, value != 0);
}

int vhalPinToggle(int vpin)
{
    return write_pin(vpin, -1);
}

/* ---- fast ---- */

void *vhalPinGetPort(int vpin)
{
    return pins_of(vpin) < 0 ? NULL : PIN_PORT(vpin);
}

int vhalPinGetPad(int vpin)
{
    return pins_of(vpin) < 0 ? VHAL_INVALID_PIN : PIN_PAD(vpin);
}

/* -1: none. */
static int pin_at(const void *port, int pad)
{
    const vhal_tables_t *t = vhal_tables();
    for (uint32_t i = 0; i < t->npins; i++) {
        if (t->pins[i].pad == pad && t->ports[t->pins[i].port] == port) {
            return (int)i;
        }
    }
    return -1;
}

void vhalPinFastSet(void *port, int pad)
{
    write_pin(pin_at(port, pad), 1);
}

void vhalPinFastClear(void *port, int pad)
{
    write_pin(pin_at(port, pad), 0);
}

int vhalPinFastRead(void *port, int pad)
{
    int level = vhalPinRead(pin_at(port, pad));
    return level > 0;
}

int vhalPinSetToPeripheral(int vpin, int prph, uint32_t prms)
{
    (void)prms;
    return sim_pin_take(vpin, prph);
}
