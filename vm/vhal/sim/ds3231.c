/* SPDX-License-Identifier: MIT */
/*
 * ds3231.c -- the DS3231 clock: BCD time, two alarms, a thermometer, and a pin that is
 * the alarms' or a square wave.
 */
#include "calendar.h"
#include "device.h"
#include "pinout.h"
#include "store.h"

#include <math.h>

enum {
    REG_ALARM1 = 0x07,
    REG_ALARM2 = 0x0B,
    REG_CONTROL = 0x0E,
    REG_STATUS = 0x0F,
    REG_AGING = 0x10,
    REG_TEMPERATURE = 0x11,
    REGISTERS = 0x13,
};
enum { A1IE = 1, A2IE = 2, INTCN = 4, CONV = 0x20, BBSQW = 0x40, EOSC = 0x80 };
enum { A1F = 1, A2F = 2, BSY = 4, EN32KHZ = 8, OSF = 0x80 };
#define UNSET UINT64_MAX
enum { MASK = 0x80, IS_DAY = 0x40, CATCH_UP = 31 * 86400 };

typedef struct ds3231 {
    i2c_device_t base;
    calendar_t clock;
    const sim_signal_t *celsius;
    pinout_t sqw;
    int64_t checked; /* seconds since clock.since that alarms have been compared for */
    uint8_t regs[REGISTERS]; /* 0 … 6: the time as it was at START */
    uint8_t pointer;
    bool addressed;    /* the pointer has come */
    bool set, restart; /* of the time registers, some were written; seconds too */
} ds3231_t;

/* ---- alarms ---- */

/* Does a field of an alarm agree, or is it masked? */
static bool agrees(uint8_t reg, uint8_t bits, uint8_t now)
{
    return reg & MASK || (reg & bits) == now;
}

static bool alarm_at(const uint8_t *alarm, const date_t *d)
{
    uint8_t hour = calendar_hour_register(d->hour, alarm[1] & 0x40);
    uint8_t day = alarm[2] & IS_DAY ? (uint8_t)d->day : calendar_bcd(d->date);
    return agrees(alarm[0], 0x7F, calendar_bcd(d->minute)) &&
           agrees(alarm[1], 0x7F, hour) &&
           agrees(alarm[2], alarm[2] & IS_DAY ? 0x0F : 0x3F, day);
}

static void check_second(ds3231_t *r, int64_t elapsed)
{
    date_t d = calendar_date(&r->clock, elapsed);
    if (agrees(r->regs[REG_ALARM1], 0x7F, calendar_bcd(d.second)) &&
        alarm_at(r->regs + REG_ALARM1 + 1, &d)) {
        r->regs[REG_STATUS] |= A1F;
    }
    if (d.second == 0 && alarm_at(r->regs + REG_ALARM2, &d)) {
        r->regs[REG_STATUS] |= A2F;
    }
}

static void check_alarms(ds3231_t *r)
{
    int64_t elapsed = calendar_elapsed(&r->clock, r->base.now);
    if (elapsed - r->checked > CATCH_UP) {
        r->checked = elapsed - CATCH_UP;
    }
    while (r->checked < elapsed) {
        check_second(r, ++r->checked);
    }
}

/* ---- the pin ---- */

static uint32_t frequency(const ds3231_t *r)
{
    static const uint16_t hz[] = {1, 1024, 4096, 8192};
    return hz[r->regs[REG_CONTROL] >> 3 & 3];
}

/* The alarms' level, low when one that is enabled has gone off. */
static bool alarm_level(const ds3231_t *r)
{
    return !(r->regs[REG_STATUS] & r->regs[REG_CONTROL] & (A1IE | A2IE));
}

static void edge(void *arg);

static void show_pin(ds3231_t *r)
{
    uint64_t since = r->clock.since,
             past = r->base.now > since ? r->base.now - since : 0;
    uint64_t halves = r->regs[REG_CONTROL] & INTCN ? 1 : 2 * frequency(r);
    if (r->regs[REG_CONTROL] & INTCN) {
        pinout_drive(&r->sqw, r->base.now, alarm_level(r));
    } else {
        /* low in the first half: a second begins with a falling edge */
        pinout_drive(&r->sqw, r->base.now, past * halves / DEVICE_SECOND & 1);
    }
    uint64_t next = (past * halves / DEVICE_SECOND + 1) * DEVICE_SECOND;
    pinout_again(&r->sqw, since + (next + halves - 1) / halves, edge, r);
}

static void edge(void *arg)
{
    ds3231_t *r = arg;
    r->base.now = sim_now();
    check_alarms(r);
    show_pin(r);
}

/* ---- registers ---- */

static void latch(ds3231_t *r)
{
    int16_t raw = (int16_t)lrint(sim_signal_at(r->celsius, r->base.now) * 4);
    check_alarms(r);
    calendar_read(&r->clock, r->base.now, r->regs);
    r->regs[REG_TEMPERATURE] = (uint8_t)(raw >> 2);
    r->regs[REG_TEMPERATURE + 1] = (uint8_t)(raw << 6);
}

static void set_clock(ds3231_t *r)
{
    if (r->set) {
        calendar_write(&r->clock, r->regs, r->base.now, r->restart);
        r->checked = 0;
    }
    r->set = r->restart = false;
    show_pin(r);
}

static void set_register(ds3231_t *r, uint8_t at, uint8_t byte)
{
    uint8_t *reg = &r->regs[at];
    if (at < CALENDAR_REGISTERS) {
        *reg = byte;
        r->set = true;
        r->restart |= at == 0;
    } else if (at == REG_CONTROL) {
        *reg = byte & (uint8_t)~CONV; /* a conversion is over before one can look */
    } else if (at == REG_STATUS) {
        /* the flags can only be cleared */
        *reg = (byte & EN32KHZ) | (*reg & byte & (OSF | A1F | A2F));
    } else if (at < REG_TEMPERATURE) {
        *reg = byte;
    }
}

/* ---- the bus ---- */

static bool start(i2c_device_t *d, bool read)
{
    ds3231_t *r = (ds3231_t *)d;
    (void)read;
    set_clock(r);
    latch(r);
    r->addressed = false;
    return true;
}

static bool write(i2c_device_t *d, uint8_t byte)
{
    ds3231_t *r = (ds3231_t *)d;
    if (r->addressed) {
        set_register(r, r->pointer, byte);
        r->pointer = (r->pointer + 1) % REGISTERS;
    } else {
        r->pointer = byte % REGISTERS;
        r->addressed = true;
    }
    return true;
}

static uint8_t read(i2c_device_t *d)
{
    ds3231_t *r = (ds3231_t *)d;
    uint8_t byte = r->regs[r->pointer];
    r->pointer = (r->pointer + 1) % REGISTERS;
    return byte;
}

static void stop(i2c_device_t *d)
{
    set_clock((ds3231_t *)d);
}

static i2c_device_t *create(sim_args_t *args, const char *name)
{
    ds3231_t *r = sim_alloc(sizeof *r);
    const char *celsius = sim_arg(args, "temperature");
    uint64_t from = sim_arg_whole(args, "start", UNSET);
    r->base.model = &ds3231_model;
    r->celsius = sim_signal(celsius ? celsius : "25");
    r->regs[REG_CONTROL] = 0x1C;
    r->regs[REG_STATUS] = EN32KHZ | (from == UNSET ? OSF : 0);
    calendar_set(&r->clock, from == UNSET ? CALENDAR_2000 : (uint32_t)from, 0);
    pinout_init(&r->sqw, sim_arg_pin(args, "sqw"), name);
    pinout_again(&r->sqw, 0, edge, r);
    return r->celsius ? &r->base : NULL;
}

const i2c_model_t ds3231_model = {
    .name = "ds3231",
    .address = 0x68,
    .create = create,
    .start = start,
    .write = write,
    .read = read,
    .stop = stop,
};
