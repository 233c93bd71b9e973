/* SPDX-License-Identifier: MIT */
/*
 * gpio.c -- pins 0 … 15 of port A, each with its interrupt (source: FU540 manual,
 * chapter 17), and the select lines of the SPI buses as port C (chapter 19). Those of
 * port B belong to one peripheral each.
 */
#include "gpio.h"
#include "ext.h"
#include "sifive.h"

#define INPUT REG(SIFIVE_GPIO)
#define OUTPUT_ENABLE REG(SIFIVE_GPIO + 0x08)
#define OUTPUT REG(SIFIVE_GPIO + 0x0C)
#define PULL_UP REG(SIFIVE_GPIO + 0x10)
#define STRONG REG(SIFIVE_GPIO + 0x14)
#define RISE_ENABLE REG(SIFIVE_GPIO + 0x18)
#define RISE_PENDING REG(SIFIVE_GPIO + 0x1C)
#define FALL_ENABLE REG(SIFIVE_GPIO + 0x20)
#define FALL_PENDING REG(SIFIVE_GPIO + 0x24)

enum { PINS = 0, SELECTS = 2 }; /* ports A and C */
enum { PADS = 16, RESET_PAD = 10 };

/* Open drains: a 1 is an output that is off. */
static uint32_t drains, drains_high;
/* Of port A's pads, those with an interrupt. */
static uint8_t pin_of_pad[PADS];

static bool is_gpio(int pin)
{
    const PinInfo *p = &vhal_tables()->pins[pin];
    return p->port == PINS && p->pad != RESET_PAD;
}

static uint32_t bit_of(int pin)
{
    return 1u << vhal_tables()->pins[pin].pad;
}

static void set(volatile uint32_t *reg, uint32_t bit, bool on)
{
    *reg = on ? *reg | bit : *reg & ~bit;
}

/* ---- select lines: low for as long as the bus holds them ---- */

enum { CSMODE_AUTO = 0, CSMODE_HOLD = 2 };

/* The register of a select line; NULL: the pin is none. */
static volatile uint32_t *select_of(int pin)
{
    static const uint32_t registers[] = {SIFIVE_SPI0 + 0x18, SIFIVE_SPI2 + 0x18};
    const PinInfo *p = &vhal_tables()->pins[pin];
    return p->port == SELECTS ? &REG(registers[p->pad]) : NULL;
}

/* ---- modes and values ---- */

/* What a mode turns on; inputs are always on (console.c): pins read their lines. */
enum { IN = 1, PULL = 2, OUT = 4, DRAIN = 8, HARD = 16, NONE = 32 };
static const uint8_t modes[] = {
    [PINMODE_NONE] = NONE,
    [PINMODE_INPUT_PULLNONE] = IN,
    [PINMODE_INPUT_PULLUP] = PULL,
    [PINMODE_OUTPUT_PUSHPULL] = OUT,
    [PINMODE_OUTPUT_OPENDRAIN] = DRAIN,
    [PINMODE_OUTPUT_HIGHDRIVE] = OUT | HARD,
};

int gpio_set_mode(int pin, int mode)
{
    uint8_t what = (size_t)mode < sizeof modes ? modes[mode] : 0;
    uint32_t bit = bit_of(pin);
    if (select_of(pin)) {
        return what & (OUT | NONE) ? VHAL_OK : VHAL_UNSUPPORTED_ERROR;
    }
    if (!what || !is_gpio(pin)) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    bool value = gpio_output(pin), drain = what & DRAIN;
    drains = drain ? drains | bit : drains & ~bit;
    gpio_put(pin, value);
    set(&PULL_UP, bit, what & PULL);
    set(&STRONG, bit, what & HARD);
    set(&OUTPUT_ENABLE, bit, drain ? !value : what & OUT);
    return VHAL_OK;
}

bool gpio_level(int pin)
{
    return select_of(pin) ? gpio_output(pin) : is_gpio(pin) && INPUT & bit_of(pin);
}

bool gpio_output(int pin)
{
    uint32_t bit = bit_of(pin);
    return select_of(pin) ? *select_of(pin) != CSMODE_HOLD
                          : is_gpio(pin) && (drains & bit ? drains_high : OUTPUT) & bit;
}

void gpio_put(int pin, bool value)
{
    uint32_t bit = bit_of(pin);
    if (select_of(pin)) {
        *select_of(pin) = value ? CSMODE_AUTO : CSMODE_HOLD;
    } else if (is_gpio(pin)) {
        drains_high = value ? drains_high | bit : drains_high & ~bit;
        set(&OUTPUT, bit, value && !(drains & bit));
        if (drains & bit) {
            set(&OUTPUT_ENABLE, bit, !value);
        }
    }
}

/* No peripheral takes a pin that another could have. */
void gpio_hand_over(int pin, int prph)
{
    (void)pin;
    (void)prph;
}

/* ---- for bit-banging: output set, cleared, read, whatever the pin is ---- */

void vhalPinFastSet(void *port, int pad)
{
    (void)port;
    OUTPUT |= 1u << pad;
}

void vhalPinFastClear(void *port, int pad)
{
    (void)port;
    OUTPUT &= ~(1u << pad);
}

int vhalPinFastRead(void *port, int pad)
{
    (void)port;
    return INPUT >> pad & 1;
}

/* ---- edges ---- */

static void isr(void)
{
    uint32_t rose = RISE_PENDING & RISE_ENABLE, fell = FALL_PENDING & FALL_ENABLE;
    RISE_PENDING = rose;
    FALL_PENDING = fell;
    for (uint32_t came = rose | fell; came; came &= came - 1) {
        ext_edge(pin_of_pad[__builtin_ctz(came)]);
    }
}

unsigned gpio_look(int pin)
{
    unsigned high = gpio_level(pin) ? GPIO_HIGH : 0;
    uint32_t bit = bit_of(pin), rose = RISE_PENDING & bit, fell = FALL_PENDING & bit;
    RISE_PENDING = rose;
    FALL_PENDING = fell;
    return rose | fell ? high | GPIO_AGAIN : high;
}

int gpio_set_edges(int pin, int mode)
{
    uint8_t pad = vhal_tables()->pins[pin].pad;
    uint32_t bit = bit_of(pin);
    if (!is_gpio(pin)) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    set(&RISE_ENABLE, bit, mode & PINMODE_EXT_RISING);
    set(&FALL_ENABLE, bit, mode & PINMODE_EXT_FALLING);
    RISE_PENDING = bit;
    FALL_PENDING = bit;
    pin_of_pad[pad] = (uint8_t)pin;
    vosInstallHandler(SIFIVE_GPIO_IRQ + pad, isr);
    vos_irq_enable(SIFIVE_GPIO_IRQ + pad, mode != 0);
    return VHAL_OK;
}
