/* SPDX-License-Identifier: MIT */
/*
 * at24c32.c -- a serial EEPROM of 4096 bytes: pages of 32, a write cycle of 5 ms.
 */
#include "device.h"
#include "store.h"

#include <string.h>

enum { SIZE = 4096, PAGE = 32 };
#define WRITE_CYCLE (5 * DEVICE_MS)

typedef struct at24c32 {
    i2c_device_t base;
    uint8_t *cells;
    uint64_t busy_until;
    uint16_t address;     /* of the next byte */
    uint8_t index;        /* address bytes seen, 2: the rest is data */
    uint8_t page[PAGE];   /* what a STOP will write … */
    uint32_t page_filled; /* … a bit for each byte that came */
} at24c32_t;

static bool start(i2c_device_t *d, bool read)
{
    at24c32_t *e = (at24c32_t *)d;
    (void)read;
    e->index = 0;
    e->page_filled = 0; /* a repeated START: what came is forgotten */
    return d->now >= e->busy_until;
}

static bool write(i2c_device_t *d, uint8_t byte)
{
    at24c32_t *e = (at24c32_t *)d;
    if (e->index < 2) {
        e->address = (uint16_t)((e->address << 8 | byte) & (SIZE - 1));
        e->index++;
        return true;
    }
    unsigned at = e->address % PAGE;
    e->page[at] = byte;
    e->page_filled |= 1u << at;
    e->address = (uint16_t)(e->address - at + (at + 1) % PAGE);
    return true;
}

static uint8_t read(i2c_device_t *d)
{
    at24c32_t *e = (at24c32_t *)d;
    uint8_t byte = e->cells[e->address];
    e->address = (e->address + 1) % SIZE;
    return byte;
}

static void stop(i2c_device_t *d)
{
    at24c32_t *e = (at24c32_t *)d;
    if (!e->page_filled) {
        return;
    }
    uint8_t *page = e->cells + e->address / PAGE * PAGE;
    for (int i = 0; i < PAGE; i++) {
        if (e->page_filled >> i & 1) {
            page[i] = e->page[i];
        }
    }
    e->page_filled = 0;
    e->busy_until = d->now + WRITE_CYCLE;
}

static i2c_device_t *create(sim_args_t *args, const char *name)
{
    at24c32_t *e = sim_alloc(sizeof *e);
    (void)name;
    e->base.model = &at24c32_model;
    e->cells = store_open(sim_arg(args, "file"), SIZE);
    return e->cells ? &e->base : NULL;
}

const i2c_model_t at24c32_model = {
    .name = "at24c32",
    .address = 0x50,
    .create = create,
    .start = start,
    .write = write,
    .read = read,
    .stop = stop,
};
