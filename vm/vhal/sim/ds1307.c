/* SPDX-License-Identifier: MIT */
/*
 * ds1307.c -- the DS1307 clock: BCD time, 56 bytes of RAM, a square wave.
 */
#include "calendar.h"
#include "device.h"
#include "pinout.h"
#include "store.h"

enum { REG_CONTROL = 0x07, REGISTERS = 0x40 };
#define UNSET UINT64_MAX
enum { HALT = 0x80, OUT = 0x80, SQWE = 0x10 };

typedef struct ds1307 {
    i2c_device_t base;
    calendar_t clock;
    pinout_t sqw;
    uint8_t regs[REGISTERS]; /* 0 … 6: the time as it was at START */
    uint8_t pointer;
    bool addressed;    /* the pointer has come */
    bool set, restart; /* of the time registers, some were written; seconds too */
} ds1307_t;

static void edge(void *arg);

/* A level, or a square wave that falls where a second begins. */
static void show_pin(ds1307_t *r)
{
    static const uint16_t hz[] = {1, 4096, 8192, 32768};
    uint8_t control = r->regs[REG_CONTROL];
    uint64_t since = r->clock.since,
             past = r->base.now > since ? r->base.now - since : 0;
    uint64_t halves = 2u * hz[control & 3], number = past * halves / DEVICE_SECOND;
    if (!(control & SQWE) || r->clock.stopped) {
        pinout_drive(&r->sqw, r->base.now, control & OUT);
        return;
    }
    pinout_drive(&r->sqw, r->base.now, number & 1);
    pinout_again(&r->sqw, since + ((number + 1) * DEVICE_SECOND + halves - 1) / halves,
                 edge, r);
}

static void edge(void *arg)
{
    ds1307_t *r = arg;
    r->base.now = sim_now();
    show_pin(r);
}

static void set_clock(ds1307_t *r)
{
    if (r->set) {
        calendar_write(&r->clock, r->regs, r->base.now, r->restart || r->clock.stopped);
        r->clock.stopped = r->regs[0] & HALT;
    }
    r->set = r->restart = false;
    show_pin(r);
}

static bool start(i2c_device_t *d, bool read)
{
    ds1307_t *r = (ds1307_t *)d;
    (void)read;
    set_clock(r);
    calendar_read(&r->clock, d->now, r->regs);
    r->regs[0] |= r->clock.stopped ? HALT : 0;
    r->addressed = false;
    return true;
}

static bool write(i2c_device_t *d, uint8_t byte)
{
    ds1307_t *r = (ds1307_t *)d;
    if (!r->addressed) {
        r->pointer = byte % REGISTERS;
        r->addressed = true;
        return true;
    }
    r->regs[r->pointer] = byte;
    r->set |= r->pointer < CALENDAR_REGISTERS;
    r->restart |= r->pointer == 0;
    r->pointer = (r->pointer + 1) % REGISTERS;
    return true;
}

static uint8_t read(i2c_device_t *d)
{
    ds1307_t *r = (ds1307_t *)d;
    uint8_t byte = r->regs[r->pointer];
    r->pointer = (r->pointer + 1) % REGISTERS;
    return byte;
}

static void stop(i2c_device_t *d)
{
    set_clock((ds1307_t *)d);
}

static i2c_device_t *create(sim_args_t *args, const char *name)
{
    ds1307_t *r = sim_alloc(sizeof *r);
    r->base.model = &ds1307_model;
    uint64_t from = sim_arg_whole(args, "start", UNSET);
    calendar_set(&r->clock, from == UNSET ? CALENDAR_2000 : (uint32_t)from, 0);
    r->clock.stopped = from == UNSET; /* it has never run */
    pinout_init(&r->sqw, sim_arg_pin(args, "sqw"), name);
    return &r->base;
}

const i2c_model_t ds1307_model = {
    .name = "ds1307",
    .address = 0x68,
    .create = create,
    .start = start,
    .write = write,
    .read = read,
    .stop = stop,
};
