/* SPDX-License-Identifier: MIT */
/*
 * pwm.c -- PWM0 and 1: a counter of 16 bits each with four values to compare with, the
 * first of which is the period and the others one output each. Source: FU540 manual,
 * chapter 14.
 *
 * An output is high from its value to the end of the period. Two outputs of one counter
 * have one period. Interrupts of the compared values stay off: they come for as long as
 * the counter is beyond the value.
 */
#include "pins.h"
#include "sifive.h"
#include "vhal.h"

#define CFG(n) REG(SIFIVE_PWM(n))
#define COUNT(n) REG(SIFIVE_PWM(n) + 0x08)
#define COMPARE(n, i) REG(SIFIVE_PWM(n) + 0x20 + 4 * (i))

enum { CFG_ZERO_AT_0 = 1 << 9, CFG_RUN = 1 << 12, MAX_SCALE = 15 };
enum { COUNTERS = 2, OUTPUTS = 3, NEVER = 0xFFFF, STEPS = 1 << 16 };
#define CYCLES_A_US (SIFIVE_CLOCK / 1000000)

typedef struct counter {
    uint64_t period; /* cycles */
    uint8_t running; /* a bit of each output */
} counter_t;

static counter_t counters[COUNTERS];

int vhalInitPWM(void *data)
{
    (void)data;
    return VHAL_OK;
}

/* The row in the class's table; -1: the pin cannot. */
static int row_of(int pin)
{
    const vhal_tables_t *t = vhal_tables();
    for (int row = 0; row < t->class_sizes[PINCLASS_PWM]; row++) {
        if (t->classes[PINCLASS_PWM][row].pidx == pin) {
            return row;
        }
    }
    return -1;
}

static uint64_t micros(uint32_t time)
{
    return GET_TIME_MICROS((uint64_t)time);
}

static void stop(int n, int output, int vpin)
{
    counter_t *c = &counters[n];
    COMPARE(n, output) = NEVER;
    c->running &= (uint8_t) ~(1u << output);
    if (!c->running) {
        CFG(n) = 0;
    }
    pins_give(vpin, PRPH_PWM);
}

/* Locked. */
static int start(int n, int output, uint64_t period, uint64_t pulse)
{
    counter_t *c = &counters[n];
    uint32_t scale = 0, others = c->running & ~(1u << output);
    while (period >> scale > STEPS) {
        scale++;
    }
    if (scale > MAX_SCALE || (others && c->period != period)) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    uint32_t steps = (uint32_t)(period >> scale);
    COMPARE(n, 0) = steps - 1;
    COMPARE(n, output) = steps - (uint32_t)(pulse >> scale);
    if (!others) {
        COUNT(n) = 0;
        CFG(n) = CFG_RUN | CFG_ZERO_AT_0 | scale;
    }
    c->period = period;
    c->running |= (uint8_t)(1u << output);
    return VHAL_OK;
}

/* The last pulse ends with its period; the next begins after the gap. */
static void wait(uint64_t us)
{
    enum { LONG = 1000000 };
    for (; us > LONG; us -= LONG) {
        vosThSleep(TIME_U(LONG, MICROS));
    }
    vosThSleep(TIME_U((uint32_t)us, MICROS));
}

int vhalPwmStart(int vpin, uint32_t period, uint32_t pulse, uint32_t npulses)
{
    int pin = pins_of(vpin), row = pin < 0 ? -1 : row_of(pin);
    if (row < 0 || row >= COUNTERS * OUTPUTS) {
        return VHAL_INVALID_PIN;
    }
    if (period == VTIME_INFINITE || pulse == VTIME_INFINITE) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    uint64_t period_us = micros(period), pulse_us = micros(pulse);
    int n = row / OUTPUTS, output = row % OUTPUTS + 1;
    if (!period_us || !pulse_us || period_us < pulse_us) {
        stop(n, output, vpin);
        return VHAL_OK;
    }
    int result = pins_take(vpin, PRPH_PWM);
    if (result != VHAL_OK) {
        return result;
    }
    vosSysLock();
    result = start(n, output, period_us * CYCLES_A_US, pulse_us * CYCLES_A_US);
    vosSysUnlock();
    if (result != VHAL_OK) {
        pins_give(vpin, PRPH_PWM);
    } else if (npulses) {
        wait(npulses * period_us);
        stop(n, output, vpin);
    }
    return result;
}
