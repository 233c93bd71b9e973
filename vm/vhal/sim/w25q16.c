/* SPDX-License-Identifier: MIT */
/*
 * w25q16.c -- the W25Q16 serial flash of 2 MB: reading, pages that only clear bits,
 * erasing by sector, block and chip, and the time that all of it takes.
 *
 * A command is its first byte. Rows of the table say how many bytes of address and
 * dummies follow; what writes does so when the select pin rises.
 */
#include "device.h"
#include "store.h"

#include <string.h>

enum { SIZE = 2 << 20, PAGE = 256, SECTOR = 4096, HALF_BLOCK = 32768, BLOCK = 65536 };
enum { BUSY = 1, WEL = 2, PROTECT = 0x7C, STATUS1_BITS = 0xFC, STATUS2_BITS = 0x43 };
enum { MAKER = 0xEF, TYPE = 0x40, CAPACITY = 0x15, DEVICE_ID = 0x14 };
enum { IDLE = 0xFF }; /* MISO when the chip does not drive it */

typedef struct w25q16 {
    spi_device_t base;
    uint8_t *cells;
    const struct command *command; /* NULL: none yet, or one that is ignored */
    uint64_t busy_until;
    uint32_t address, count; /* of the bytes after the command; all that came */
    uint32_t page_filled;    /* bytes of data that came */
    uint8_t page[PAGE], status1, status2, status3, data[2];
    bool asleep, resettable;
} w25q16_t;

typedef struct command {
    uint8_t code, address, dummies;              /* bytes before the data */
    bool anytime;                                /* also while busy */
    uint8_t (*out)(w25q16_t *f, uint32_t index); /* byte `index` of the answer */
    void (*in)(w25q16_t *f, uint32_t index, uint8_t byte);
    void (*done)(w25q16_t *f); /* the select pin rises */
} command_t;

static void be_busy(w25q16_t *f, uint64_t ns)
{
    f->busy_until = f->base.now + ns;
    f->status1 &= (uint8_t)~WEL;
}

static bool is_busy(const w25q16_t *f)
{
    return f->base.now < f->busy_until;
}

/* Blocks that BP0 … BP2 protect, counted from the top; TB: from the bottom. SEC and CMP
 * are not used. */
static bool is_protected(const w25q16_t *f, uint32_t from, uint32_t size)
{
    uint32_t level = f->status1 >> 2 & 7;
    uint32_t bytes = level == 0 ? 0 : level > 5 ? SIZE : (uint32_t)BLOCK << (level - 1);
    return f->status1 & 0x20 ? from < bytes : from + size > SIZE - bytes;
}

/* ---- answers ---- */

static uint8_t out_data(w25q16_t *f, uint32_t index)
{
    return f->cells[(f->address + index) % SIZE];
}

static uint8_t out_status1(w25q16_t *f, uint32_t index)
{
    (void)index;
    return (uint8_t)(f->status1 | (is_busy(f) ? BUSY | WEL : 0));
}

static uint8_t out_status2(w25q16_t *f, uint32_t index)
{
    (void)index;
    return f->status2;
}

static uint8_t out_status3(w25q16_t *f, uint32_t index)
{
    (void)index;
    return f->status3;
}

static uint8_t out_jedec(w25q16_t *f, uint32_t index)
{
    static const uint8_t id[] = {MAKER, TYPE, CAPACITY};
    (void)f;
    return id[index % 3];
}

static uint8_t out_ids(w25q16_t *f, uint32_t index)
{
    return (f->address + index) & 1 ? DEVICE_ID : MAKER;
}

static uint8_t out_device(w25q16_t *f, uint32_t index)
{
    (void)f;
    (void)index;
    return DEVICE_ID;
}

static uint8_t out_unique(w25q16_t *f, uint32_t index)
{
    static const uint8_t id[] = {0xD1, 0x62, 0x38, 0x50, 0x43, 0x2A, 0x15, 0x30};
    (void)f;
    return id[index % 8];
}

/* ---- what the select pin does when it rises ---- */

static void write_enable(w25q16_t *f)
{
    f->status1 |= WEL;
}

static void write_disable(w25q16_t *f)
{
    f->status1 &= (uint8_t)~WEL;
}

static void in_page(w25q16_t *f, uint32_t index, uint8_t byte)
{
    f->page[(f->address + index) % PAGE] = byte;
    f->page_filled++;
}

static void program(w25q16_t *f)
{
    uint32_t from = f->address / PAGE * PAGE;
    uint32_t n = f->page_filled < PAGE ? f->page_filled : PAGE;
    if (!n || !(f->status1 & WEL) || is_protected(f, from, PAGE)) {
        return;
    }
    for (uint32_t i = 0; i < n; i++) {
        /* of more than a page the last bytes stay, each at its place */
        uint32_t at = (f->address + f->page_filled - 1 - i) % PAGE;
        f->cells[from + at] &= f->page[at];
    }
    be_busy(f, 700 * DEVICE_US);
}

static void erase(w25q16_t *f, uint32_t size, uint64_t ns)
{
    uint32_t from = f->address / size * size;
    if (f->status1 & WEL && !is_protected(f, from, size)) {
        memset(f->cells + from, 0xFF, size);
        be_busy(f, ns);
    }
}

static void erase_sector(w25q16_t *f)
{
    erase(f, SECTOR, 45 * DEVICE_MS);
}

static void erase_half_block(w25q16_t *f)
{
    erase(f, HALF_BLOCK, 120 * DEVICE_MS);
}

static void erase_block(w25q16_t *f)
{
    erase(f, BLOCK, 150 * DEVICE_MS);
}

static void erase_chip(w25q16_t *f)
{
    f->address = 0;
    erase(f, SIZE, 5 * DEVICE_SECOND);
}

static void in_status(w25q16_t *f, uint32_t index, uint8_t byte)
{
    if (index < sizeof f->data) {
        f->data[index] = byte;
    }
    f->page_filled++;
}

static void write_status1(w25q16_t *f)
{
    if (!(f->status1 & WEL) || !f->page_filled) {
        return;
    }
    f->status1 = (uint8_t)((f->status1 & ~STATUS1_BITS) | (f->data[0] & STATUS1_BITS));
    if (f->page_filled > 1) {
        f->status2 = f->data[1] & STATUS2_BITS;
    }
    be_busy(f, 10 * DEVICE_MS);
}

static void write_status2(w25q16_t *f)
{
    if (f->status1 & WEL && f->page_filled) {
        f->status2 = f->data[0] & STATUS2_BITS;
        be_busy(f, 10 * DEVICE_MS);
    }
}

static void sleep_down(w25q16_t *f)
{
    f->asleep = true;
}

static void wake_up(w25q16_t *f)
{
    if (f->asleep) {
        f->asleep = false;
        f->busy_until = f->base.now + 3 * DEVICE_US;
    }
}

static void allow_reset(w25q16_t *f)
{
    f->resettable = true;
}

static void reset(w25q16_t *f)
{
    if (f->resettable) {
        f->asleep = f->resettable = false;
        f->status1 &= (uint8_t)~WEL;
        f->busy_until = f->base.now + 30 * DEVICE_US;
    }
}

/* ---- commands ---- */

static const command_t commands[] = {
    {.code = 0x03, .address = 3, .out = out_data},
    {.code = 0x0B, .address = 3, .dummies = 1, .out = out_data},
    {.code = 0x05, .anytime = true, .out = out_status1},
    {.code = 0x35, .anytime = true, .out = out_status2},
    {.code = 0x15, .anytime = true, .out = out_status3},
    {.code = 0x9F, .out = out_jedec},
    {.code = 0x90, .address = 3, .out = out_ids},
    {.code = 0x4B, .dummies = 4, .out = out_unique},
    {.code = 0xAB, .dummies = 3, .out = out_device, .done = wake_up},
    {.code = 0xB9, .done = sleep_down},
    {.code = 0x06, .done = write_enable},
    {.code = 0x50, .done = write_enable},
    {.code = 0x04, .done = write_disable},
    {.code = 0x01, .in = in_status, .done = write_status1},
    {.code = 0x31, .in = in_status, .done = write_status2},
    {.code = 0x02, .address = 3, .in = in_page, .done = program},
    {.code = 0x20, .address = 3, .done = erase_sector},
    {.code = 0x52, .address = 3, .done = erase_half_block},
    {.code = 0xD8, .address = 3, .done = erase_block},
    {.code = 0xC7, .done = erase_chip},
    {.code = 0x60, .done = erase_chip},
    {.code = 0x66, .done = allow_reset},
    {.code = 0x99, .done = reset},
};

static const command_t *find(const w25q16_t *f, uint8_t code)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        const command_t *c = &commands[i];
        if (c->code == code) {
            bool heard = f->asleep ? code == 0xAB : c->anytime || !is_busy(f);
            return heard ? c : NULL;
        }
    }
    return NULL;
}

/* ---- the bus ---- */

static void select(spi_device_t *d, bool on)
{
    w25q16_t *f = (w25q16_t *)d;
    const command_t *c = f->command;
    if (on) {
        f->command = NULL;
        f->count = f->address = f->page_filled = 0;
    } else if (c && c->done && f->count > c->address) {
        if (c->code != 0x66 && c->code != 0x99) {
            f->resettable = false;
        }
        c->done(f);
        f->command = NULL;
    }
}

static uint8_t exchange(spi_device_t *d, uint8_t in)
{
    w25q16_t *f = (w25q16_t *)d;
    const command_t *c = f->command;
    uint32_t count = f->count++;
    if (count == 0) {
        f->command = find(f, in);
        return IDLE;
    }
    if (!c) {
        return IDLE;
    }
    if (count <= c->address) {
        f->address = (f->address << 8 | in) % SIZE;
        return IDLE;
    }
    uint32_t index = count - 1 - c->address;
    if (c->in) {
        c->in(f, index, in);
    }
    return c->out && index >= c->dummies ? c->out(f, index - c->dummies) : IDLE;
}

static spi_device_t *create(sim_args_t *args, const char *name)
{
    w25q16_t *f = sim_alloc(sizeof *f);
    (void)name;
    f->base.model = &w25q16_model;
    f->cells = store_open(sim_arg(args, "file"), SIZE);
    return f->cells ? &f->base : NULL;
}

const spi_model_t w25q16_model = {
    .name = "w25q16",
    .modes = 1 << SPI_MODE_LOW_FIRST | 1 << SPI_MODE_HIGH_SECOND,
    .create = create,
    .select = select,
    .exchange = exchange,
};
