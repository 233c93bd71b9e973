/* SPDX-License-Identifier: MIT */
/*
 * gpio.c -- pins: seven ports PL061 of 8 pins, an interrupt each. Pins of port "ADC"
 * are inputs of that and nothing else; those of JTAG stay what they are.
 */
#include "gpio.h"
#include "ext.h"
#include "stellaris.h"

/* A word for each set of pins of a port: only they are read and written. */
#define DATA(base, bits) REG((base) + ((bits) << 2))
#define DIR(base) REG((base) + 0x400)
#define IS(base) REG((base) + 0x404)
#define IBE(base) REG((base) + 0x408)
#define IEV(base) REG((base) + 0x40C)
#define IM(base) REG((base) + 0x410)
#define MIS(base) REG((base) + 0x418)
#define ICR(base) REG((base) + 0x41C)
#define AFSEL(base) REG((base) + 0x420)
#define DR2R(base) REG((base) + 0x500)
#define DR8R(base) REG((base) + 0x508)
#define ODR(base) REG((base) + 0x50C)
#define PUR(base) REG((base) + 0x510)
#define PDR(base) REG((base) + 0x514)
#define DEN(base) REG((base) + 0x51C)

#define ADC_PORT 0x40038000u
#define JTAG_PORT 0x40006000u
enum { PORTS = 7, PADS = 8, JTAG_PADS = 0xF };

static uint8_t latches[PORTS];      /* what inputs put out when they become outputs */
static uint8_t pin_at[PORTS][PADS]; /* of those with interrupts */

/* ---- where a pin is ---- */

typedef struct place {
    uint32_t base, bit, port; /* port: 0 … 6, A … G */
} place_t;

static place_t place_of(int pin)
{
    const vhal_tables_t *t = vhal_tables();
    const PinInfo *info = &t->pins[pin];
    uint32_t base = (uint32_t)(uintptr_t)t->ports[info->port];
    uint32_t port = (base >> 12 & 15) - 4 + (base & 0x20000 ? 4 : 0);
    return (place_t){base, 1u << info->pad, port};
}

static bool is_gpio(const place_t *p)
{
    return p->base != ADC_PORT && !(p->base == JTAG_PORT && p->bit & JTAG_PADS);
}

static void change(volatile uint32_t *reg, uint32_t bit, bool on)
{
    *reg = on ? *reg | bit : *reg & ~bit;
}

/* ---- modes ---- */

static bool is_output(int mode)
{
    return mode >= PINMODE_OUTPUT_PUSHPULL && mode <= PINMODE_OUTPUT_HIGHDRIVE;
}

int gpio_set_mode(int pin, int mode)
{
    place_t p = place_of(pin);
    if (p.base == ADC_PORT && (mode == PINMODE_INPUT_ANALOG || mode == PINMODE_NONE)) {
        return VHAL_OK;
    }
    if (!is_gpio(&p)) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    bool value = gpio_output(pin);
    SYSCTL_RCGC2 |= 1u << p.port;
    change(&AFSEL(p.base), p.bit, false);
    change(&ODR(p.base), p.bit, mode == PINMODE_OUTPUT_OPENDRAIN);
    change(&PUR(p.base), p.bit, mode == PINMODE_INPUT_PULLUP);
    change(&PDR(p.base), p.bit, mode == PINMODE_INPUT_PULLDOWN);
    *(mode == PINMODE_OUTPUT_HIGHDRIVE ? &DR8R(p.base) : &DR2R(p.base)) = p.bit;
    change(&DIR(p.base), p.bit, is_output(mode));
    change(&DEN(p.base), p.bit, mode != PINMODE_NONE);
    gpio_put(pin, value);
    return VHAL_OK;
}

void gpio_hand_over(int pin, int prph)
{
    place_t p = place_of(pin);
    if (!is_gpio(&p)) {
        return;
    }
    SYSCTL_RCGC2 |= 1u << p.port;
    bool function = prph == PRPH_SER || prph == PRPH_SPI || prph == PRPH_I2C;
    change(&AFSEL(p.base), p.bit, function);
    change(&ODR(p.base), p.bit, prph == PRPH_I2C);
    change(&PUR(p.base), p.bit, prph == PRPH_I2C);
    change(&DEN(p.base), p.bit, prph >= 0);
    if (prph < 0) {
        change(&DIR(p.base), p.bit, false);
    }
}

/* ---- levels ---- */

/* In interrupts too, so it does without place_of. */
bool gpio_level(int pin)
{
    const vhal_tables_t *t = vhal_tables();
    const PinInfo *info = &t->pins[pin];
    uint32_t base = (uint32_t)(uintptr_t)t->ports[info->port];
    return base != ADC_PORT && DATA(base, 1u << info->pad);
}

bool gpio_output(int pin)
{
    place_t p = place_of(pin);
    if (!is_gpio(&p)) {
        return false;
    }
    return DIR(p.base) & p.bit ? DATA(p.base, p.bit) != 0 : latches[p.port] & p.bit;
}

void gpio_put(int pin, bool value)
{
    place_t p = place_of(pin);
    if (is_gpio(&p)) {
        latches[p.port] =
            (uint8_t)(value ? latches[p.port] | p.bit : latches[p.port] & ~p.bit);
        DATA(p.base, p.bit) = value ? p.bit : 0;
    }
}

void vhalPinFastSet(void *port, int pad)
{
    DATA((uint32_t)(uintptr_t)port, 1u << pad) = 0xFF;
}

void vhalPinFastClear(void *port, int pad)
{
    DATA((uint32_t)(uintptr_t)port, 1u << pad) = 0;
}

int vhalPinFastRead(void *port, int pad)
{
    return DATA((uint32_t)(uintptr_t)port, 1u << pad) != 0;
}

/* ---- interrupts ---- */

static void serve(uint32_t base, const uint8_t *pins)
{
    for (uint32_t came; (came = MIS(base)) != 0;) {
        ICR(base) = came;
        for (; came; came &= came - 1) {
            ext_edge(pins[__builtin_ctz(came)]);
        }
    }
}

#define HANDLER(name, port, base)                                                      \
    static void name(void)                                                             \
    {                                                                                  \
        serve(base, pin_at[port]);                                                     \
    }
HANDLER(on_a, 0, 0x40004000)
HANDLER(on_b, 1, 0x40005000)
HANDLER(on_c, 2, 0x40006000)
HANDLER(on_d, 3, 0x40007000)
HANDLER(on_e, 4, 0x40024000)
HANDLER(on_f, 5, 0x40025000)
HANDLER(on_g, 6, 0x40026000)

static const struct {
    vos_irq_handler fn;
    int32_t irq;
} handlers[PORTS] = {
    {on_a, IRQ_GPIOA},     {on_b, IRQ_GPIOA + 1}, {on_c, IRQ_GPIOA + 2},
    {on_d, IRQ_GPIOA + 3}, {on_e, IRQ_GPIOA + 4}, {on_f, IRQ_GPIOF},
    {on_g, IRQ_GPIOG},
};

unsigned gpio_look(int pin)
{
    const vhal_tables_t *t = vhal_tables();
    const PinInfo *info = &t->pins[pin];
    uint32_t base = (uint32_t)(uintptr_t)t->ports[info->port], bit = 1u << info->pad;
    unsigned high = DATA(base, bit) ? GPIO_HIGH : 0;
    if (MIS(base) & bit) {
        ICR(base) = bit;
        return high | GPIO_AGAIN;
    }
    return high;
}

int gpio_set_edges(int pin, int mode)
{
    place_t p = place_of(pin);
    if (!is_gpio(&p)) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    change(&IM(p.base), p.bit, false);
    if (mode) {
        pin_at[p.port][__builtin_ctz(p.bit)] = (uint8_t)pin;
        SYSCTL_RCGC2 |= 1u << p.port;
        change(&DEN(p.base), p.bit, true);
        change(&IS(p.base), p.bit, false);
        change(&IBE(p.base), p.bit, mode == PINMODE_EXT_BOTH);
        change(&IEV(p.base), p.bit, mode == PINMODE_EXT_RISING);
        ICR(p.base) = p.bit;
        change(&IM(p.base), p.bit, true);
        vosInstallHandler(handlers[p.port].irq, handlers[p.port].fn);
        vos_irq_enable(handlers[p.port].irq, true);
    }
    return VHAL_OK;
}
