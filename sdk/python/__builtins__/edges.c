/* SPDX-License-Identifier: MIT */
/*
 * edges.c -- onPinRise and onPinFall: Python functions called when a pin changes.
 *
 * The VHAL calls on_edge in an interrupt, which only queues the Python call; the
 * interrupt thread makes it. A pin has one slot of the VHAL, whichever of its two edges
 * are watched, and its handlers lie at the slot's place here.
 */
#include "pins.h"

enum {
    EDGE_SLOTS = UINTPTR_MAX > UINT32_MAX ? 64 : 16,
    FALL = 0,
    RISE = 1,
    NO_PIN = -1
};

/* By slot and edge: the function and the tuple of its arguments; no function, no call.
 */
static PObject *calls[EDGE_SLOTS][2][2] C_NATIVE_ROOT;
/* By slot: the pin + 1, and how long a level must last to count. */
static int32_t pins[EDGE_SLOTS];
static uint32_t debounces[EDGE_SLOTS];

/* Context: isr. */
static void on_edge(int slot, int direction)
{
    PObject **call =
        slot >= 0 && slot < EDGE_SLOTS ? calls[slot][direction ? RISE : FALL] : NULL;
    if (call && call[0]) {
        vm_add_irq(call[0], call[1]);
    }
}

static int slot_of(int32_t pin)
{
    int slot = 0;
    while (slot < EDGE_SLOTS && pins[slot] != pin + 1) {
        slot++;
    }
    return slot < EDGE_SLOTS ? slot : NO_PIN;
}

/* Interrupts see both words of a call or none. */
static void set_call(int slot, int edge, PObject *fn, PObject *args)
{
    vosSysLock();
    calls[slot][edge][0] = fn;
    calls[slot][edge][1] = args;
    vosSysUnlock();
}

static int attach(int32_t pin, bool falls, bool rises, uint32_t debounce)
{
    int mode = (falls ? PINMODE_EXT_FALLING : 0) | (rises ? PINMODE_EXT_RISING : 0);
    return vhalPinAttachInterrupt(pin, mode, mode ? on_edge : NULL, debounce);
}

/* Forgets one edge of a pin; the other one goes on. */
static err_t unwatch(int32_t pin, int edge)
{
    int slot = slot_of(pin);
    if (slot < 0) {
        return ERR_OK;
    }
    set_call(slot, edge, NULL, NULL);
    bool other = calls[slot][!edge][0] != NULL;
    int code =
        attach(pin, other && edge == RISE, other && edge == FALL, debounces[slot]);
    if (!other) {
        pins[slot] = 0;
    }
    return code < 0 ? pins_error(pin, code) : ERR_OK;
}

static err_t watch(int32_t pin, int edge, PObject *fn, PObject *args, uint32_t debounce)
{
    int slot = slot_of(pin);
    bool other = slot >= 0 && calls[slot][!edge][0];
    slot = attach(pin, other || edge == FALL, other || edge == RISE, debounce);
    if (slot < 0 && slot != VHAL_GENERIC_ERROR) {
        return pins_error(pin, slot);
    }
    if (slot < 0 || slot >= EDGE_SLOTS) {
        vhalPinAttachInterrupt(pin, 0, NULL, 0);
        return vm_raise(ERR_RUNTIME_EXC, "no slot is left to watch pin 0x%x",
                        (unsigned)pin);
    }
    pins[slot] = pin + 1;
    debounces[slot] = debounce;
    set_call(slot, edge, fn, args);
    return ERR_OK;
}

/* __onPinRiseOrFall(rise, pin, function or None, arguments, debounce, time unit) */
C_NATIVE(__onPinRiseOrFall)
{
    (void)self, (void)res;
    int32_t rise, pin, debounce, unit;
    CHECK_NARGS(nargs, 6, 6);
    if (parse_py_args("ii", 2, args, &rise, &pin) != 2 ||
        parse_py_args("ii", 2, args + 4, &debounce, &unit) != 2) {
        return vm_raise(
            ERR_TYPE_EXC,
            "onPinRise() and onPinFall() want a pin, a function and its arguments");
    }
    if (debounce < 0 || unit < NANOS || unit > SECONDS) {
        return vm_raise(ERR_VALUE_EXC, "a debounce time of %d", (int)debounce);
    }
    int edge = rise ? RISE : FALL;
    if (IS_NONE(args[2])) {
        return unwatch(pin, edge);
    }
    return watch(pin, edge, args[2], args[3],
                 debounce ? TIME_U((uint32_t)debounce, (uint32_t)unit) : 0);
}
