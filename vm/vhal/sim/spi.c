/* SPDX-License-Identifier: MIT */
/*
 * spi.c -- SPI masters and their lines.
 *
 * A device is selected by its pin, whoever drives it: vhalSpiSelect or the program
 * itself. An exchange is worked out at once with the kernel locked; then the thread
 * waits until its time has passed.
 */
#include "spi.h"

#include "bus.h"
#include "pins.h"
#include "vhal.h"

#include <stddef.h>
#include <stdio.h>

enum { BUSES = 10, NO_PIN = 0xFFFF, FLOATING = 0xFF };
enum { CHUNK = 256 }; /* frames that are worked out at once */

typedef struct spi_bus {
    bus_t bus; /* first */
    spi_device_t *devices;
    vhalSpiConf conf; /* while bus.period is not 0 */
    bool looped;      /* MISO is wired to MOSI */
    int sclk_trace, mosi_trace, miso_trace, nss_trace;
} spi_bus_t;

static spi_bus_t buses[BUSES];

/* ---- devices ---- */

static void select_changed(sim_watch_t *w, int level)
{
    spi_device_t *d = (spi_device_t *)((char *)w - offsetof(spi_device_t, watch));
    d->now = sim_now();
    d->selected = !level;
    d->model->select(d, d->selected);
}

void spi_attach(uint32_t number, spi_device_t *d, int select)
{
    d->next = buses[number].devices;
    buses[number].devices = d;
    d->watch.changed = select_changed;
    sim_watch_add(&d->watch, select);
}

void spi_end(void)
{
    for (int i = 0; i < BUSES; i++) {
        for (spi_device_t *d = buses[i].devices; d; d = d->next) {
            if (d->model->end) {
                d->now = sim_now();
                d->model->end(d);
            }
        }
    }
}

void spi_trace(void)
{
    for (uint32_t i = 0; i < BUSES && i < PERIPHERAL_NUM(spi); i++) {
        char name[8];
        snprintf(name, sizeof name, "spi%u", (unsigned)i);
        const char *scope = sim_strdup(name);
        buses[i].nss_trace = sim_trace_signal(scope, "nss", 1);
        buses[i].sclk_trace = sim_trace_signal(scope, "sclk", 1);
        buses[i].mosi_trace = sim_trace_signal(scope, "mosi", 1);
        buses[i].miso_trace = sim_trace_signal(scope, "miso", 1);
        sim_trace_value(buses[i].nss_trace, 0, 1);
    }
}

/* Does the device understand the clock? Says it once when not. */
static bool understands(const spi_bus_t *b, spi_device_t *d)
{
    if (!d->model->modes || d->model->modes >> b->conf.mode & 1) {
        return true;
    }
    if (!d->unclocked) {
        d->unclocked = true;
        sim_report("spi %d: %s does not understand SPI mode %d", d->bus, d->model->name,
                   b->conf.mode);
    }
    return false;
}

/* Every selected device gets the byte; the lines of their answers are joined. */
static uint8_t exchange_byte(spi_bus_t *b, uint8_t out)
{
    uint8_t in = b->looped ? out : FLOATING;
    for (spi_device_t *d = b->devices; d; d = d->next) {
        if (d->selected && understands(b, d)) {
            d->now = b->bus.at;
            in &= d->model->exchange(d, out);
        }
    }
    return in;
}

/* ---- the lines ---- */

/*
 * Modes 0 and 2 sample at the first edge, so that data stands half a bit before it;
 * modes 1 and 3 change it with the first edge and sample at the second.
 */
static void put_bit(spi_bus_t *b, bool out, bool in)
{
    bool idle = b->conf.mode & 2, second = b->conf.mode & 1;
    uint64_t half = b->bus.period / 2, at = b->bus.at;
    uint64_t first_edge = second ? at : at + half;
    sim_trace_value(b->mosi_trace, at, out);
    sim_trace_value(b->miso_trace, at, in);
    sim_trace_value(b->sclk_trace, first_edge, !idle);
    sim_trace_value(b->sclk_trace, second ? at + half : at + b->bus.period, idle);
    b->bus.at += b->bus.period;
}

static void put_byte(spi_bus_t *b, uint8_t out, uint8_t in)
{
    if (!sim_traced) {
        b->bus.at += 8 * b->bus.period;
        return;
    }
    for (int i = 7; i >= 0; i--) {
        put_bit(b, out >> i & 1, in >> i & 1);
    }
}

/* ---- frames ---- */

static uint32_t reversed(uint32_t frame, int bits)
{
    uint32_t result = 0;
    for (int i = 0; i < bits; i++) {
        result |= (frame >> i & 1) << (bits - 1 - i);
    }
    return result;
}

/* On the lines the most significant bit is first always: turn the others around. */
static uint32_t exchange_frame(spi_bus_t *b, uint32_t out)
{
    int bits = 8 << b->conf.bits;
    uint32_t in = 0;
    out = b->conf.msbfirst ? out : reversed(out, bits);
    for (int shift = bits - 8; shift >= 0; shift -= 8) {
        uint8_t sent = (uint8_t)(out >> shift), got = exchange_byte(b, sent);
        put_byte(b, sent, got);
        in = in << 8 | got;
    }
    return b->conf.msbfirst ? in : reversed(in, bits);
}

static uint32_t load(const void *from, uint32_t index, uint8_t bits)
{
    return !from                 ? UINT32_MAX
           : bits == SPI_BITS_8  ? ((const uint8_t *)from)[index]
           : bits == SPI_BITS_16 ? ((const uint16_t *)from)[index]
                                 : ((const uint32_t *)from)[index];
}

static void store(void *to, uint32_t index, uint8_t bits, uint32_t frame)
{
    if (!to) {
        return;
    }
    if (bits == SPI_BITS_8) {
        ((uint8_t *)to)[index] = (uint8_t)frame;
    } else if (bits == SPI_BITS_16) {
        ((uint16_t *)to)[index] = (uint16_t)frame;
    } else {
        ((uint32_t *)to)[index] = frame;
    }
}

/* ---- the API ---- */

/* NULL: the board has no such bus. */
static spi_bus_t *bus_of(uint32_t spi)
{
    return spi < BUSES && spi < PERIPHERAL_NUM(spi) ? &buses[spi] : NULL;
}

int vhalInitSPI(void *data)
{
    (void)data;
    return VHAL_OK;
}

static void give_pins(spi_bus_t *b)
{
    if (b->bus.period) {
        sim_pin_give(b->conf.mosi, PRPH_SPI);
        sim_pin_give(b->conf.miso, PRPH_SPI);
        sim_pin_give(b->conf.sclk, PRPH_SPI);
        b->bus.period = 0;
    }
}

/* A display has no MISO: each of the three lines may be none. */
static int take_pins(const vhalSpiConf *conf)
{
    const uint16_t pins[] = {conf->mosi, conf->miso, conf->sclk};
    for (int i = 0; i < 3; i++) {
        int code = pins[i] == NO_PIN ? VHAL_OK : sim_pin_take(pins[i], PRPH_SPI);
        if (code != VHAL_OK) {
            while (i-- > 0) {
                sim_pin_give(pins[i], PRPH_SPI);
            }
            return code;
        }
    }
    return VHAL_OK;
}

static int prepare_select(uint16_t nss)
{
    if (nss == NO_PIN) {
        return VHAL_OK;
    }
    vhalPinWrite(nss, 1);
    return vhalPinSetMode(nss, PINMODE_OUTPUT_PUSHPULL);
}

static int set_up(spi_bus_t *b, const vhalSpiConf *conf)
{
    if (!conf->clock || conf->mode > SPI_MODE_HIGH_SECOND || conf->bits > SPI_BITS_32) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    give_pins(b);
    int code = take_pins(conf);
    if (code == VHAL_OK) {
        b->conf = *conf;
        b->bus.period =
            conf->clock > DEVICE_SECOND / 2 ? 2 : DEVICE_SECOND / conf->clock;
        b->looped = conf->mosi != NO_PIN && conf->miso != NO_PIN &&
                    sim_pin_wired(pins_of(conf->mosi), pins_of(conf->miso));
        sim_trace_value(b->sclk_trace, sim_now(), conf->mode >> 1);
        code = prepare_select(conf->nss);
    }
    return code;
}

int vhalSpiInit(uint32_t spi, vhalSpiConf *conf)
{
    spi_bus_t *b = bus_of(spi);
    if (!b) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    if (!bus_lock(&b->bus)) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    int code = set_up(b, conf);
    bus_unlock(&b->bus);
    return code;
}

int vhalSpiDone(uint32_t spi)
{
    spi_bus_t *b = bus_of(spi);
    if (!b) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    give_pins(b);
    return VHAL_OK;
}

int vhalSpiLock(uint32_t spi)
{
    spi_bus_t *b = bus_of(spi);
    if (!b) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    return bus_lock(&b->bus) ? VHAL_OK : VHAL_HARDWARE_STATUS_ERROR;
}

int vhalSpiUnlock(uint32_t spi)
{
    spi_bus_t *b = bus_of(spi);
    if (!b) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    return bus_unlock(&b->bus) ? VHAL_OK : VHAL_HARDWARE_STATUS_ERROR;
}

static int set_select(uint32_t spi, int level)
{
    spi_bus_t *b = bus_of(spi);
    if (!b) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    if (!b->bus.period) {
        return VHAL_HARDWARE_STATUS_ERROR;
    }
    sim_trace_value(b->nss_trace, sim_now(), (uint64_t)level);
    return b->conf.nss == NO_PIN ? VHAL_OK : vhalPinWrite(b->conf.nss, level);
}

int vhalSpiSelect(uint32_t spi)
{
    return set_select(spi, 0);
}

int vhalSpiUnselect(uint32_t spi)
{
    return set_select(spi, 1);
}

static void exchange(spi_bus_t *b, const void *tosend, void *toread, uint32_t from,
                     uint32_t to)
{
    sim_lock();
    bus_begin(&b->bus);
    for (uint32_t i = from; i < to; i++) {
        uint32_t out = load(tosend, i, b->conf.bits);
        store(toread, i, b->conf.bits, exchange_frame(b, out));
    }
    sim_unlock();
}

int vhalSpiExchange(uint32_t spi, void *tosend, void *toread, uint32_t blocks)
{
    spi_bus_t *b = bus_of(spi);
    if (!b) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    if (!b->bus.period || !bus_lock(&b->bus)) {
        return VHAL_HARDWARE_STATUS_ERROR;
    }
    for (uint32_t i = 0; i < blocks; i += CHUNK) {
        exchange(b, tosend, toread, i, blocks - i < CHUNK ? blocks : i + CHUNK);
        bus_wait(&b->bus);
    }
    bus_unlock(&b->bus);
    return VHAL_OK;
}
