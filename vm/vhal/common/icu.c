/* SPDX-License-Identifier: MIT */
/*
 * icu.c -- the time between edges, by interrupts of the pin and the clock: as exact as
 * the handler is prompt, a few microseconds.
 */
#include "ext.h"
#include "gpio.h"
#include "pins.h"

typedef struct capture {
    VSemaphore edges;
    uint32_t *buffer;
    uint32_t size, count, firstbit;
    uint32_t last, filter; /* ticks */
    uint8_t trigger;
    bool any;
    bool over;
} capture_t;

static capture_t *captures[EXT_SLOTS];

int vhalInitICU(void *data)
{
    (void)data;
    return VHAL_OK;
}

static uint32_t micros_of(uint32_t ticks)
{
    uint32_t mhz = vos_system_frequency() / 500000; /* twice */
    return (uint32_t)(((uint64_t)ticks * 2 + mhz / 2) / mhz);
}

/* A pulse that was too short: its first edge is taken back with it. */
static bool is_glitch(capture_t *c, uint32_t ticks)
{
    if (ticks >= c->filter || !c->any) {
        return false;
    }
    if (c->count > 0) {
        c->last -= time_to_ticks(TIME_U(c->buffer[--c->count], MICROS));
    } else {
        c->any = false;
    }
    return true;
}

static void on_edge(int slot, int level)
{
    capture_t *c = captures[slot];
    uint32_t now = *vosTicks();
    if (!c || c->over || is_glitch(c, now - c->last)) {
        return;
    }
    if (c->any) {
        c->buffer[c->count++] = micros_of(now - c->last);
    } else if (c->trigger == ICU_TRIGGER_BOTH || c->trigger == level) {
        c->any = true;
        c->firstbit = level ? ICU_TRIGGER_HIGH : ICU_TRIGGER_LOW;
    } else {
        return;
    }
    c->last = now;
    c->over = c->count == c->size;
    vosSemSignalIsr(c->edges);
}

/* Until it is full or no edge comes for the window. */
static int capture(capture_t *c, int pin, uint32_t window)
{
    int slot = ext_attach(pin, PINMODE_EXT_BOTH, on_edge);
    if (slot < 0) {
        return slot;
    }
    captures[slot] = c;
    while (!c->over && vosSemWaitTimeout(c->edges, window) == VRES_OK) {
    }
    ext_attach(pin, 0, NULL);
    captures[slot] = NULL;
    return VHAL_OK;
}

int vhalIcuStart(int vpin, uint32_t cfg, uint32_t time_window, uint32_t *buffer,
                 uint32_t *bufsize, uint32_t *firstbit)
{
    int pin = pins_of(vpin), result;
    if (pin < 0) {
        return VHAL_INVALID_PIN;
    }
    if (ICU_CFG_GET_TRIGGER(cfg) > ICU_TRIGGER_BOTH || ICU_CFG_GET_FILTER(cfg) > 15 ||
        !*bufsize) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    capture_t c = {
        .buffer = buffer,
        .size = *bufsize,
        .trigger = (uint8_t)ICU_CFG_GET_TRIGGER(cfg),
        .firstbit = ICU_CFG_GET_TRIGGER(cfg) == ICU_TRIGGER_HIGH,
        .filter = time_to_ticks(TIME_U(ICU_CFG_GET_FILTER(cfg), MICROS)),
        .edges = vosSemCreate(0),
    };
    if (!c.edges) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    if (pins_owned(pin)) {
        result = VHAL_HARDWARE_STATUS_ERROR;
    } else if ((result = pins_take(vpin, PRPH_ICU)) == VHAL_OK) {
        gpio_set_mode(pin, ICU_CFG_GET_INPUT(cfg) == ICU_INPUT_PULLDOWN
                               ? PINMODE_INPUT_PULLDOWN
                               : PINMODE_INPUT_PULLUP);
        result = capture(&c, pin, time_window);
        pins_give(vpin, PRPH_ICU);
    }
    vosSemDestroy(c.edges);
    *bufsize = c.count;
    *firstbit = c.firstbit;
    return result;
}
