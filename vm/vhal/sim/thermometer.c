/* SPDX-License-Identifier: MIT */
/*
 * thermometer.c -- the TMP102 and LM75 temperature sensors: four registers, one
 * measurement after the other, a limit with hysteresis and the alert pin.
 *
 * A measurement happens at the multiples of the conversion time since the start, as if
 * the chip had had power long before; nothing is stored but the last one.
 */
#include "device.h"
#include "pinout.h"
#include "store.h"

#include <math.h>

enum { REG_TEMPERATURE, REG_CONFIG, REG_LOW, REG_HIGH };
enum { LIMIT_LOW = 75, LIMIT_HIGH = 80 }; /* of both chips, in degrees */

/* Where the two chips differ. Bits of the configuration are those of its first byte. */
typedef struct kind {
    bool wide;         /* a configuration of two bytes, 12 bits of temperature */
    uint16_t config;   /* at power-up */
    uint16_t settable; /* bits that a write changes */
    uint8_t interrupt; /* bit number: alert tells of both limits */
    uint8_t polarity;  /* bit number: alert is high */
    uint8_t faults;    /* bit number of two: how many measurements make an alert */
} kind_t;

static const kind_t tmp102 = {true, 0x60A0, 0x9FD0, 9, 10, 11};
static const kind_t lm75 = {false, 0x0000, 0x1F00, 9, 10, 11};

enum {
    SHUTDOWN = 1 << 8,
    ONE_SHOT = 1 << 15,
    ALERT_BIT = 1 << 5,
    EXTENDED = 1 << 4,
    PACE = SHUTDOWN | 3 << 6 | EXTENDED, /* a change makes a new measurement */
    LATER = 64, /* measurements that are made up for when nobody looked */
};

#define NEVER UINT64_MAX

typedef struct thermometer {
    i2c_device_t base;
    const kind_t *kind;
    const sim_signal_t *celsius;
    pinout_t alert;
    uint64_t last;       /* number of the last measurement that counted */
    uint64_t shot_until; /* end of a single measurement */
    int16_t measured;    /* in 1/256 degree, not yet cut to the chip's bits */
    uint16_t config;
    int16_t low, high;
    uint8_t pointer, index, first_byte;
    uint8_t run; /* measurements in a row beyond the limit that counts now */
    bool hot;    /* above `high` and not yet below `low` */
    bool raised; /* the alert, before its polarity */
} thermometer_t;

static uint64_t period(const thermometer_t *t)
{
    static const uint32_t ms[] = {4000, 1000, 250, 125};
    return DEVICE_MS * (t->kind->wide ? ms[t->config >> 6 & 3] : 100);
}

static int bits(const thermometer_t *t)
{
    return !t->kind->wide ? 9 : t->config & EXTENDED ? 13 : 12;
}

/* In 1/256 degree, at the chip's resolution and inside its range. */
static int16_t sample(const thermometer_t *t, uint64_t ns)
{
    bool extended = t->kind->wide && t->config & EXTENDED;
    double step = t->kind->wide ? 0.0625 : 0.5;
    double most = extended ? 150 : 128 - step;
    double celsius = fmin(fmax(sim_signal_at(t->celsius, ns), -55), most);
    int16_t raw = (int16_t)lrint(celsius / step);
    /* 13 bits do not fit at 1/256: they stand one to the right, at 1/128 */
    return (int16_t)(raw * (extended ? 8 : (int)(step * 256)));
}

/* ---- the alert ---- */

static void show_alert(thermometer_t *t)
{
    bool high = t->config >> t->kind->polarity & 1;
    pinout_drive(&t->alert, t->base.now, t->raised == high);
}

static void judge(thermometer_t *t)
{
    static const uint8_t needed[] = {1, 2, 4, 6};
    bool interrupt = t->config >> t->kind->interrupt & 1;
    bool beyond = t->hot ? t->measured < t->low : t->measured >= t->high;
    t->run = beyond ? t->run + 1 : 0;
    if (t->run < needed[t->config >> t->kind->faults & 3]) {
        return;
    }
    t->run = 0;
    t->hot = !t->hot;
    t->raised = interrupt || t->hot;
}

/* Makes the measurements that are due. */
static void measure(thermometer_t *t)
{
    uint64_t number = t->base.now / period(t);
    if (t->config & SHUTDOWN) {
        if (t->shot_until && t->base.now >= t->shot_until) {
            t->measured = sample(t, t->shot_until);
            t->shot_until = 0;
            judge(t);
        }
        t->last = number;
        show_alert(t);
        return;
    }
    if (t->last == NEVER || (int64_t)(number - t->last) > LATER) {
        t->last = t->last == NEVER ? number - 1 : number - LATER;
    }
    /* signed: a transfer is worked out ahead of the alert's timer */
    while ((int64_t)(number - t->last) > 0) {
        t->last++;
        t->measured = sample(t, t->last * period(t));
        judge(t);
    }
    show_alert(t);
}

static void tick(void *arg)
{
    thermometer_t *t = arg;
    t->base.now = sim_now();
    measure(t);
    pinout_again(&t->alert, (t->base.now / period(t) + 1) * period(t), tick, t);
}

/* ---- registers ---- */

static uint16_t configuration(const thermometer_t *t)
{
    uint16_t config = t->config;
    if (!t->kind->wide) {
        return (uint16_t)(config | config >> 8);
    }
    bool high = config >> t->kind->polarity & 1;
    config &= (uint16_t) ~(ALERT_BIT | ONE_SHOT);
    config |= t->hot == high ? ALERT_BIT : 0;
    config |= t->config & SHUTDOWN && !t->shot_until ? ONE_SHOT : 0;
    return config;
}

static uint16_t value_of(thermometer_t *t)
{
    switch (t->pointer) {
    case REG_TEMPERATURE:
        return (uint16_t)(t->measured & -(1 << (16 - bits(t)))) |
               (bits(t) == 13 ? 1 : 0);
    case REG_CONFIG:
        return configuration(t);
    case REG_LOW:
        return (uint16_t)t->low;
    default:
        return (uint16_t)t->high;
    }
}

static void set_config(thermometer_t *t, uint16_t value)
{
    uint16_t changes = t->kind->settable & (uint16_t)~ONE_SHOT, before = t->config;
    t->config = (uint16_t)((t->config & ~changes) | (value & changes));
    if (t->kind->wide && value & ONE_SHOT && t->config & SHUTDOWN) {
        t->shot_until = t->base.now + 26 * DEVICE_MS;
    }
    if (!(t->config & SHUTDOWN)) {
        t->shot_until = 0;
        /* another pace, or awake again: measure at once */
        t->last = (before ^ t->config) & PACE ? NEVER : t->last;
    }
    measure(t);
}

static void set_register(thermometer_t *t, uint16_t value)
{
    uint16_t mask = (uint16_t) - (1 << (16 - bits(t)));
    if (t->pointer == REG_CONFIG) {
        set_config(t, value);
    } else if (t->pointer == REG_LOW) {
        t->low = (int16_t)(value & mask);
    } else if (t->pointer == REG_HIGH) {
        t->high = (int16_t)(value & mask);
    }
}

/* ---- the bus ---- */

static bool start(i2c_device_t *d, bool read)
{
    thermometer_t *t = (thermometer_t *)d;
    measure(t);
    t->index = 0;
    if (read && t->config >> t->kind->interrupt & 1) {
        t->raised = false; /* reading any register answers the interrupt */
        show_alert(t);
    }
    return true;
}

static bool write(i2c_device_t *d, uint8_t byte)
{
    thermometer_t *t = (thermometer_t *)d;
    bool one_byte = !t->kind->wide && t->pointer == REG_CONFIG;
    if (t->index == 0) {
        t->pointer = byte & 3;
    } else if (t->index == 1) {
        t->first_byte = byte;
    }
    if (t->index == 1 && (one_byte || (t->kind->wide && t->pointer == REG_CONFIG))) {
        /* the second byte of a wide configuration may be left out */
        set_register(t, (uint16_t)(byte << 8 | (t->config & 0xFF)));
    } else if (t->index == 2) {
        set_register(t, (uint16_t)(t->first_byte << 8 | byte));
    }
    t->index += t->index < 3;
    return true;
}

static uint8_t read(i2c_device_t *d)
{
    thermometer_t *t = (thermometer_t *)d;
    uint16_t value = value_of(t);
    return (uint8_t)(t->index++ & 1 ? value : value >> 8);
}

static i2c_device_t *create(const kind_t *kind, const i2c_model_t *model,
                            sim_args_t *args, const char *name)
{
    thermometer_t *t = sim_alloc(sizeof *t);
    t->base.model = model;
    t->kind = kind;
    const char *celsius = sim_arg(args, "temperature");
    t->celsius = sim_signal(celsius ? celsius : "25");
    t->config = kind->config;
    t->low = LIMIT_LOW * 256;
    t->high = LIMIT_HIGH * 256;
    t->last = NEVER;
    pinout_init(&t->alert, sim_arg_pin(args, "alert"), name);
    pinout_again(&t->alert, 0, tick, t);
    return t->celsius ? &t->base : NULL;
}

static i2c_device_t *create_tmp102(sim_args_t *args, const char *name)
{
    return create(&tmp102, &tmp102_model, args, name);
}

static i2c_device_t *create_lm75(sim_args_t *args, const char *name)
{
    return create(&lm75, &lm75_model, args, name);
}

const i2c_model_t tmp102_model = {
    .name = "tmp102",
    .address = 0x48,
    .create = create_tmp102,
    .start = start,
    .write = write,
    .read = read,
};

const i2c_model_t lm75_model = {
    .name = "lm75",
    .address = 0x48,
    .create = create_lm75,
    .start = start,
    .write = write,
    .read = read,
};
