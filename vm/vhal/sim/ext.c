/* SPDX-License-Identifier: MIT */
/*
 * ext.c -- interrupts at pins: slots, edges, debouncing.
 */
#include "parts.h"

enum { SLOTS = 32 };

typedef struct slot {
    sim_watch_t watch; /* first */
    sim_event_t settled;
    extCbkFn fn; /* NULL: free */
    uint64_t debounce;
    uint8_t mode;   /* PINMODE_EXT_BOTH */
    uint8_t stable; /* the level last taken for true */
    uint8_t
        turn; /* of the slot's users: what was posted for an earlier one is dropped */
} slot_t;

static slot_t slots[SLOTS];
static uint32_t lost;
static VEvent came;

uint32_t ext_lost(void)
{
    return lost;
}

static void report_lost(void)
{
    if (lost) {
        sim_report("%u interrupts of pins were lost: too many at once", (unsigned)lost);
    }
}

VEvent ext_event(void)
{
    if (!came) {
        came = vosEventCreate();
    }
    return came;
}

/* ---- to the program ---- */

/* Slot, turn and level in a pointer. */
static void call(void *arg)
{
    uintptr_t word = (uintptr_t)arg;
    int slot = (int)(word >> 16);
    extCbkFn fn = slots[slot].fn;
    if (fn && slots[slot].turn == (word >> 8 & 0xff)) {
        fn(slot, (int)(word & 1));
    }
}

static void fire(slot_t *s, int level)
{
    s->stable = (uint8_t)level;
    if (!(s->mode & (level ? PINMODE_EXT_RISING : PINMODE_EXT_FALLING))) {
        return;
    }
    uintptr_t word =
        (uintptr_t)(s - slots) << 16 | (uintptr_t)s->turn << 8 | (uintptr_t)level;
    lost += !vos_irq_post(call, (void *)word);
    if (came) {
        vosEventSet(came);
    }
}

/* ---- edges ---- */

static void on_change(sim_watch_t *w, int level)
{
    slot_t *s = (slot_t *)w;
    if (s->debounce) {
        sim_event_set(&s->settled, sim_now() + s->debounce);
    } else {
        fire(s, level);
    }
}

static void on_settled(sim_event_t *e)
{
    slot_t *s = (slot_t *)((char *)e - offsetof(slot_t, settled));
    int level = sim_pin_level(s->watch.pin);
    if (level != s->stable) {
        fire(s, level);
    }
}

/* ---- slots ---- */

/* The pin's, else a free one, else NULL. */
static slot_t *find(int pin)
{
    slot_t *free = NULL;
    for (int i = SLOTS; i-- > 0;) {
        if (slots[i].fn && slots[i].watch.pin == pin) {
            return &slots[i];
        }
        free = slots[i].fn ? free : &slots[i];
    }
    return free;
}

/* Locked. */
static void release(slot_t *s)
{
    if (s->fn) {
        s->fn = NULL;
        s->turn++;
        sim_event_clear(&s->settled);
        sim_watch_remove(&s->watch);
    }
}

static void occupy(slot_t *s, int pin, int mode, extCbkFn fn, uint32_t timeout)
{
    s->watch.changed = on_change;
    s->settled.run = on_settled;
    s->mode = (uint8_t)(mode & PINMODE_EXT_BOTH);
    s->debounce = TIME_IS_ZERO(timeout) ? 0 : sim_time(timeout);
    s->stable = (uint8_t)sim_pin_level(pin);
    s->fn = fn;
    sim_watch_add(&s->watch, pin);
}

static int attach(int pin, int mode, extCbkFn fn, uint32_t timeout)
{
    slot_t *s = find(pin);
    PinStatus *owner = &vhal_tables()->status[pin];
    if (!s) {
        return VHAL_GENERIC_ERROR;
    }
    bool had = s->fn;
    release(s);
    if (fn) {
        occupy(s, pin, mode, fn, timeout);
        *owner = PRPH_EXT;
    } else if (had) {
        *owner = 0xff;
    }
    return (int)(s - slots);
}

int vhalPinAttachInterrupt(int vpin, int mode, extCbkFn fn, uint32_t timeout)
{
    static bool reports;
    int pin = pins_of(vpin);
    if (pin < 0) {
        return VHAL_INVALID_PIN;
    }
    if (board_owned(pin)) {
        return VHAL_HARDWARE_STATUS_ERROR;
    }
    if (fn && (!(mode & PINMODE_EXT_BOTH) || timeout == VTIME_INFINITE)) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    int input = mode & PINMODE_GPIO_MODES;
    int result = fn && input ? vhalPinSetMode(vpin, input) : VHAL_OK;
    if (result != VHAL_OK) {
        return result;
    }
    if (!reports) {
        reports = true;
        sim_at_end(report_lost);
    }
    sim_lock();
    sim_catch_up();
    time_need();
    result = attach(pin, mode, fn, timeout);
    sim_unlock();
    return result;
}
