/* SPDX-License-Identifier: MIT */
/*
 * gpio.c -- pins: six sets of up to 32, an interrupt for all of them.
 *
 * A pad has a pull-down or none; an open drain is an input that becomes an output to be
 * low.
 */
#include "gpio.h"
#include "aspeed.h"
#include "ext.h"

static const gpio_set_t sets[GPIO_SETS] = {
    {0x000, 0x004, 0x008, 0x00C, 0x010, 0x014, 0x018}, /* A … D */
    {0x020, 0x024, 0x028, 0x02C, 0x030, 0x034, 0x038}, /* E … H */
    {0x070, 0x074, 0x098, 0x09C, 0x0A0, 0x0A4, 0x0A8}, /* I … L */
    {0x078, 0x07C, 0x0E8, 0x0EC, 0x0F0, 0x0F4, 0x0F8}, /* M … P */
    {0x080, 0x084, 0x118, 0x11C, 0x120, 0x124, 0x128}, /* Q … T */
    {0x088, 0x08C, 0x148, 0x14C, 0x150, 0x154, 0x158}, /* U */
};
#define SET(set, what) REG(GPIO + sets[set].what)

/* What is put out and which pins let go of a high line. */
static uint32_t outputs[GPIO_SETS], drains[GPIO_SETS];

/* Where a pin is: its port's number and pad in the pins' table. */
static inline uint32_t set_of(int pin)
{
    return vhal_tables()->pins[pin].port / 4u;
}

static inline uint32_t bit_of(int pin)
{
    const PinInfo *info = &vhal_tables()->pins[pin];
    return 1u << (info->port % 4 * 8 + info->pad);
}

static void change(volatile uint32_t *word, uint32_t bit, bool on)
{
    *word = on ? *word | bit : *word & ~bit;
}

static void drive(int pin)
{
    uint32_t set = set_of(pin), bit = bit_of(pin);
    SET(set, value) = outputs[set];
    if (drains[set] & bit) {
        change(&SET(set, direction), bit, !(outputs[set] & bit));
    }
}

int gpio_set_mode(int pin, int mode)
{
    uint32_t set = set_of(pin), bit = bit_of(pin);
    if (mode == PINMODE_INPUT_PULLUP || mode == PINMODE_OUTPUT_HIGHDRIVE) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    change(&drains[set], bit, mode == PINMODE_OUTPUT_OPENDRAIN);
    drive(pin);
    if (mode != PINMODE_OUTPUT_OPENDRAIN) {
        change(&SET(set, direction), bit, mode == PINMODE_OUTPUT_PUSHPULL);
    }
    return VHAL_OK;
}

bool gpio_level(int pin)
{
    return SET(set_of(pin), value) & bit_of(pin);
}

bool gpio_output(int pin)
{
    return outputs[set_of(pin)] & bit_of(pin);
}

void gpio_put(int pin, bool value)
{
    change(&outputs[set_of(pin)], bit_of(pin), value);
    drive(pin);
}

/* The pads of peripherals are theirs from reset on: this is about GPIO only. */
void gpio_hand_over(int pin, int prph)
{
    (void)prph;
    change(&SET(set_of(pin), direction), bit_of(pin), false);
}

/* ---- fast: a port's handle is its place among the handles ---- */

static uint32_t place(const void *port, int pad, uint32_t *bit)
{
    const uint8_t *first = vhal_tables()->ports[0];
    uint32_t number = (uint32_t)((const uint8_t *)port - first);
    *bit = 1u << (number % 4 * 8 + (uint32_t)pad);
    return number / 4;
}

void vhalPinFastSet(void *port, int pad)
{
    uint32_t bit, set = place(port, pad, &bit);
    SET(set, value) = outputs[set] |= bit;
}

void vhalPinFastClear(void *port, int pad)
{
    uint32_t bit, set = place(port, pad, &bit);
    SET(set, value) = outputs[set] &= ~bit;
}

int vhalPinFastRead(void *port, int pad)
{
    uint32_t bit, set = place(port, pad, &bit);
    return (SET(set, value) & bit) != 0;
}

/* ---- interrupts ---- */

enum { NO_PIN = 0xff };
static uint8_t pin_at[GPIO_SETS][32];
static uint32_t watched[GPIO_SETS]; /* pins whose edges are told of */

/* The hardware does not tell in which order the edges came that it has collected. */
static void on_interrupt(void)
{
    for (uint32_t set = 0; set < GPIO_SETS; set++) {
        uint32_t came = watched[set] ? SET(set, status) & watched[set] : 0;
        if (!came) {
            continue;
        }
        SET(set, status) = came;
        for (; came; came &= came - 1) {
            ext_edge(pin_at[set][__builtin_ctz(came)]);
        }
    }
}

static void begin(void)
{
    static bool begun;
    if (begun) {
        return;
    }
    begun = true;
    for (uint32_t pin = 0; pin < vhal_tables()->npins; pin++) {
        pin_at[set_of((int)pin)][__builtin_ctz(bit_of((int)pin))] = (uint8_t)pin;
    }
    vosInstallHandler(GPIO_IRQ, on_interrupt);
    vos_irq_enable(GPIO_IRQ, true);
}

unsigned gpio_look(int pin)
{
    uint32_t set = set_of(pin), bit = bit_of(pin);
    unsigned high = SET(set, value) & bit ? GPIO_HIGH : 0;
    if (SET(set, status) & bit) {
        SET(set, status) = bit;
        return high | GPIO_AGAIN;
    }
    return high;
}

int gpio_set_edges(int pin, int mode)
{
    uint32_t set = set_of(pin), bit = bit_of(pin);
    begin();
    watched[set] &= ~bit;
    SET(set, enable) = watched[set];
    change(&SET(set, rising), bit, mode == PINMODE_EXT_RISING);
    change(&SET(set, level), bit, false);
    change(&SET(set, both), bit, mode == PINMODE_EXT_BOTH);
    SET(set, status) = bit;
    watched[set] |= mode ? bit : 0;
    SET(set, enable) = watched[set];
    return VHAL_OK;
}
