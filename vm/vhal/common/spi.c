/* SPDX-License-Identifier: MIT */
/*
 * spi.c -- SPI masters, over a family's spibus.h, which knows bytes: frames of 16 and
 * 32 bits are put into the order of the wire here.
 */
#include "bus.h"
#include "pins.h"
#include "spibus.h"

#ifndef SPI_BUSES
#define SPI_BUSES 2
#endif
enum { WIDEST = 4 };

typedef struct spi {
    bus_t bus;
    bool open;
    uint8_t width; /* bytes of a frame */
    uint16_t pins[3], nss;
} spi_t;

static spi_t buses[SPI_BUSES];

static spi_t *find(uint32_t spi)
{
    return spi < SPI_BUSES && spi < PERIPHERAL_NUM(spi) ? &buses[spi] : NULL;
}

int vhalInitSPI(void *data)
{
    (void)data;
    return VHAL_OK;
}

/* ---- opening ---- */

static void give_pins(spi_t *b)
{
    for (int i = 0; i < 3; i++) {
        pins_give(b->pins[i], PRPH_SPI);
    }
}

static int take_pins(uint32_t n, spi_t *b, const vhalSpiConf *c)
{
    const SpiPins *board = &vhal_tables()->spi_pins[n];
    const uint16_t wanted[] = {c->mosi, c->miso, c->sclk};
    const uint16_t own[] = {board->mosi, board->miso, board->sclk};
    int result = VHAL_OK;
    for (int i = 0; i < 3 && result == VHAL_OK; i++) {
        bool fixed = own[i] == 0xffff; /* it is nothing else */
        uint16_t pin = fixed || wanted[i] == 0xffff ? own[i] : wanted[i];
        bool ours =
            pin == 0xffff || vhalGetPeripheralForPin(pin, PINCLASS_SPI) == (int)n;
        b->pins[i] = pin;
        result = ours ? pins_take(pin, PRPH_SPI) : VHAL_INVALID_PIN;
    }
    if (result == VHAL_OK && c->nss != 0xffff) {
        vhalPinWrite(c->nss, 1);
        result = vhalPinSetMode(c->nss, PINMODE_OUTPUT_PUSHPULL);
        b->nss = c->nss;
    }
    return result;
}

static void close_bus(uint32_t n, spi_t *b)
{
    if (b->open) {
        b->open = false;
        spibus_stop(GET_PERIPHERAL_ID(spi, n));
        give_pins(b);
    }
}

static int open_bus(uint32_t n, spi_t *b, const vhalSpiConf *c)
{
    close_bus(n, b);
    b->nss = 0xffff;
    b->pins[0] = b->pins[1] = b->pins[2] = 0xffff;
    int result = take_pins(n, b, c);
    if (result == VHAL_OK) {
        result = spibus_start(GET_PERIPHERAL_ID(spi, n), c);
    }
    if (result == VHAL_OK) {
        b->open = true;
        b->width = (uint8_t)(1 << c->bits);
    } else {
        give_pins(b);
    }
    return result;
}

int vhalSpiInit(uint32_t spi, vhalSpiConf *c)
{
    spi_t *b = find(spi);
    bool known = b && c->clock && c->mode <= SPI_MODE_HIGH_SECOND &&
                 c->bits <= SPI_BITS_32 && c->master && c->msbfirst;
    if (!known) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    if (!bus_lock(&b->bus)) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    int result = open_bus(spi, b, c);
    bus_unlock(&b->bus);
    return result;
}

/* Locks the bus if it is open. */
static spi_t *enter(uint32_t spi, int *result)
{
    spi_t *b = find(spi);
    *result = b ? VHAL_HARDWARE_STATUS_ERROR : VHAL_UNSUPPORTED_ERROR;
    if (b && bus_lock(&b->bus)) {
        *result = b->open ? VHAL_OK : VHAL_HARDWARE_STATUS_ERROR;
        if (!b->open) {
            bus_unlock(&b->bus);
        }
    }
    return b;
}

int vhalSpiDone(uint32_t spi)
{
    int result;
    spi_t *b = enter(spi, &result);
    if (result == VHAL_OK) {
        close_bus(spi, b);
        bus_unlock(&b->bus);
    }
    return result;
}

int vhalSpiLock(uint32_t spi)
{
    spi_t *b = find(spi);
    return !b                  ? VHAL_UNSUPPORTED_ERROR
           : bus_lock(&b->bus) ? VHAL_OK
                               : VHAL_HARDWARE_INITIALIZATION_ERROR;
}

int vhalSpiUnlock(uint32_t spi)
{
    spi_t *b = find(spi);
    return !b                    ? VHAL_UNSUPPORTED_ERROR
           : bus_unlock(&b->bus) ? VHAL_OK
                                 : VHAL_HARDWARE_STATUS_ERROR;
}

/* ---- the bus ---- */

static int put_nss(uint32_t spi, int level)
{
    int result;
    const spi_t *b = enter(spi, &result);
    if (result == VHAL_OK) {
        result = b->nss == 0xffff ? VHAL_OK : vhalPinWrite(b->nss, level);
        vhalSpiUnlock(spi);
    }
    return result;
}

int vhalSpiSelect(uint32_t spi)
{
    return put_nss(spi, 0);
}

int vhalSpiUnselect(uint32_t spi)
{
    return put_nss(spi, 1);
}

/* Between a little-endian number and the wire, where its highest byte is first. */
static void turn(uint8_t *to, const uint8_t *from, int width)
{
    for (int i = 0; i < width; i++) {
        to[i] = from[width - 1 - i];
    }
}

static int exchange_frames(uint32_t bus, const uint8_t *tx, uint8_t *rx, uint32_t n,
                           int width)
{
    uint8_t out[WIDEST], in[WIDEST];
    int result = VHAL_OK;
    for (uint32_t i = 0; i < n && result == VHAL_OK; i++) {
        if (tx) {
            turn(out, tx + i * (uint32_t)width, width);
        }
        result = spibus_exchange(bus, tx ? out : NULL, in, (uint32_t)width);
        if (rx) {
            turn(rx + i * (uint32_t)width, in, width);
        }
    }
    return result;
}

int vhalSpiExchange(uint32_t spi, void *tosend, void *toread, uint32_t blocks)
{
    int result;
    const spi_t *b = enter(spi, &result);
    if (result == VHAL_OK) {
        uint32_t bus = GET_PERIPHERAL_ID(spi, spi);
        result = b->width == 1 ? spibus_exchange(bus, tosend, toread, blocks)
                               : exchange_frames(bus, tosend, toread, blocks, b->width);
        vhalSpiUnlock(spi);
    }
    return result;
}
