/* SPDX-License-Identifier: MIT */
/*
 * ext.c -- interrupts of pins: slots, edges, debouncing.
 *
 * The hardware tells that an edge has come, or several; the level is read afterwards.
 * When both edges are wanted, what has been told of until nothing new came behind a look
 * at the level counts, and one more when the level says that there was another.
 */
#include "ext.h"
#include "gpio.h"
#include "pins.h"

typedef struct slot {
    extCbkFn fn; /* NULL: free */
    VSysTimer settling;
    uint32_t debounce; /* a time, 0: none */
    int16_t pin;
    uint8_t mode;  /* PINMODE_EXT_BOTH */
    bool level;    /* last one told */
    bool internal; /* another section's */
} slot_t;

static slot_t slots[EXT_SLOTS];
static VEvent came;

VEvent ext_event(void)
{
    if (!came) {
        came = vosEventCreate();
    }
    return came;
}

/* ---- edges ---- */

static void fire(slot_t *s, bool level)
{
    s->level = level;
    if (s->fn && s->mode & (level ? PINMODE_EXT_RISING : PINMODE_EXT_FALLING)) {
        s->fn((int)(s - slots), level);
        if (came && !s->internal) {
            vosEventSet(came);
        }
    }
}

static void on_settled(void *arg)
{
    slot_t *s = arg;
    bool level = s->fn ? gpio_level(s->pin) : false;
    if (s->fn && level != s->level) {
        fire(s, level);
    }
}

static void on_edge(slot_t *s)
{
    if (s->debounce) {
        vosTimerOneShot(s->settling, s->debounce, on_settled, s);
        return;
    }
    if (s->mode != PINMODE_EXT_BOTH) {
        fire(s, s->mode == PINMODE_EXT_RISING);
        return;
    }
    unsigned edges = 0, seen;
    do {
        seen = gpio_look(s->pin);
        edges++;
    } while (seen & GPIO_AGAIN);
    edges += (edges & 1) != ((seen & GPIO_HIGH) != s->level);
    while (edges--) {
        fire(s, !s->level);
    }
}

void ext_edge(int pin)
{
    for (slot_t *s = slots; s < slots + EXT_SLOTS; s++) {
        if (s->fn && s->pin == pin) {
            on_edge(s);
            return;
        }
    }
}

/* ---- slots ---- */

/* The pin's, else a free one, else NULL. */
static slot_t *find(int pin)
{
    slot_t *free = NULL;
    for (int i = EXT_SLOTS; i-- > 0;) {
        if (slots[i].fn && slots[i].pin == pin) {
            return &slots[i];
        }
        free = slots[i].fn ? free : &slots[i];
    }
    return free;
}

/* Locked. */
static int occupy(slot_t *s, int pin, int mode, extCbkFn fn, uint32_t debounce)
{
    s->pin = (int16_t)pin;
    s->mode = (uint8_t)(mode & PINMODE_EXT_BOTH);
    s->debounce = debounce;
    s->level = gpio_level(pin);
    s->fn = fn;
    int result = gpio_set_edges(pin, debounce ? PINMODE_EXT_BOTH : s->mode);
    if (result != VHAL_OK) {
        s->fn = NULL;
    }
    return result;
}

/* Locked. */
static void release(slot_t *s)
{
    if (s->fn) {
        gpio_set_edges(s->pin, 0);
        s->fn = NULL;
    }
    if (s->settling) {
        vosTimerReset(s->settling);
    }
}

int ext_attach(int pin, int mode, extCbkFn fn)
{
    int result = VHAL_GENERIC_ERROR;
    vosSysLockIsr();
    slot_t *s = find(pin);
    if (s) {
        release(s);
        s->internal = true;
        result = fn ? occupy(s, pin, mode, fn, 0) : VHAL_OK;
        result = result == VHAL_OK ? (int)(s - slots) : result;
    }
    vosSysUnlockIsr();
    return result;
}

static int attach(slot_t *s, int pin, int mode, extCbkFn fn, uint32_t timeout)
{
    PinStatus *owner = &vhal_tables()->status[pin];
    int result = VHAL_OK;
    vosSysLockIsr();
    bool had = s->fn;
    release(s);
    s->internal = false;
    if (fn) {
        result = occupy(s, pin, mode, fn, TIME_IS_ZERO(timeout) ? 0 : timeout);
    }
    if (fn && result == VHAL_OK) {
        *owner = PRPH_EXT;
    } else if (had) {
        *owner = 0xff;
    }
    vosSysUnlockIsr();
    return result == VHAL_OK ? (int)(s - slots) : result;
}

int vhalPinAttachInterrupt(int vpin, int mode, extCbkFn fn, uint32_t timeout)
{
    int pin = pins_of(vpin), input = mode & PINMODE_GPIO_MODES;
    if (pin < 0) {
        return VHAL_INVALID_PIN;
    }
    if (pins_owned(pin)) {
        return VHAL_HARDWARE_STATUS_ERROR;
    }
    if (fn && (!(mode & PINMODE_EXT_BOTH) || timeout == VTIME_INFINITE)) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    int result = fn && input ? vhalPinSetMode(vpin, input) : VHAL_OK;
    slot_t *s = find(pin);
    if (result != VHAL_OK || !s) {
        return s ? result : VHAL_GENERIC_ERROR;
    }
    if (!TIME_IS_ZERO(timeout) && !s->settling && !(s->settling = vosTimerCreate())) {
        return VHAL_GENERIC_ERROR;
    }
    return attach(s, pin, mode, fn, timeout);
}
