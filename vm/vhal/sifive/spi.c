/* SPDX-License-Identifier: MIT */
/*
 * spi.c -- SPI bus 0, with the NOR flash, and bus 1, the chip's SPI2, with the socket
 * of SD cards. Source: FU540 manual, chapter 19.
 *
 * A frame of more than 8 bits is sent as bytes. In "hold" the select line is low from
 * the first byte to the next change of mode, in "auto" it is high between bytes; nobody
 * sends while no device is selected.
 */
#include "pins.h"
#include "sifive.h"
#include "vhal.h"

enum { BUSES = 2, BYTE = 8 };
static const uint32_t bases[BUSES] = {SIFIVE_SPI0, SIFIVE_SPI2};

#define SCKDIV(n) REG(bases[n])
#define SCKMODE(n) REG(bases[n] + 0x04)
#define CSID(n) REG(bases[n] + 0x10)
#define CSMODE(n) REG(bases[n] + 0x18)
#define FMT(n) REG(bases[n] + 0x40)
#define TXDATA(n) REG(bases[n] + 0x48)
#define RXDATA(n) REG(bases[n] + 0x4C)
#define FCTRL(n) REG(bases[n] + 0x60)

enum { DATA_NOT_NOW = 1 << 31, CSMODE_AUTO = 0, CSMODE_HOLD = 2 };
enum { FMT_LSB_FIRST = 1 << 2, FMT_LENGTH = 1 << 16, MAX_DIVISOR = 0xFFF };
enum { SCKMODE_PHASE = 1, SCKMODE_POLARITY = 2 };

typedef struct bus {
    VMutex lock;
    bool open, lsb_first;
    uint8_t width; /* bytes of a frame */
    uint16_t vpins[3];
} bus_t;

static bus_t buses[BUSES];

int vhalInitSPI(void *data)
{
    (void)data;
    for (int n = 0; n < BUSES; n++) {
        buses[n].lock = buses[n].lock ? buses[n].lock : vosMtxCreate();
        if (!buses[n].lock) {
            return VHAL_HARDWARE_INITIALIZATION_ERROR;
        }
    }
    return VHAL_OK;
}

static bus_t *find(uint32_t spi)
{
    return spi < BUSES && buses[spi].lock ? &buses[spi] : NULL;
}

/* ---- opening ---- */

static void give_pins(const bus_t *b)
{
    for (int i = 0; i < 3; i++) {
        pins_give(b->vpins[i], PRPH_SPI);
    }
}

static int take_pins(uint32_t spi, bus_t *b)
{
    const SpiPins *board = &vhal_tables()->spi_pins[spi];
    const uint16_t vpins[] = {board->mosi, board->miso, board->sclk};
    int result = VHAL_OK;
    for (int i = 0; i < 3 && result == VHAL_OK; i++) {
        b->vpins[i] = vpins[i];
        result = pins_take(vpins[i], PRPH_SPI);
    }
    return result;
}

/* Clock = SIFIVE_CLOCK / 2 / (divisor + 1), no faster than asked for. */
static void configure(uint32_t spi, const vhalSpiConf *c)
{
    uint32_t clock = c->clock ? c->clock : 1000000;
    uint32_t divisor = (SIFIVE_CLOCK / 2 + clock - 1) / clock - 1;
    FCTRL(spi) = 0; /* not as memory */
    SCKDIV(spi) = divisor < MAX_DIVISOR ? divisor : MAX_DIVISOR;
    SCKMODE(spi) =
        (c->mode & 1 ? SCKMODE_PHASE : 0) | (c->mode & 2 ? SCKMODE_POLARITY : 0);
    CSID(spi) = 0;
    CSMODE(spi) = CSMODE_AUTO;
    FMT(spi) = BYTE * FMT_LENGTH | (c->msbfirst ? 0 : FMT_LSB_FIRST);
}

int vhalSpiInit(uint32_t spi, vhalSpiConf *conf)
{
    bus_t *b = find(spi);
    if (!b || !conf->master || conf->bits > SPI_BITS_32 ||
        conf->mode > SPI_MODE_HIGH_SECOND) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    int result = take_pins(spi, b);
    if (result == VHAL_OK) {
        b->open = true;
        b->lsb_first = !conf->msbfirst;
        b->width = (uint8_t)(1 << conf->bits);
        configure(spi, conf);
    }
    return result;
}

static int check(uint32_t spi)
{
    const bus_t *b = find(spi);
    return !b ? VHAL_UNSUPPORTED_ERROR : b->open ? VHAL_OK : VHAL_HARDWARE_STATUS_ERROR;
}

int vhalSpiDone(uint32_t spi)
{
    int result = check(spi);
    if (result == VHAL_OK) {
        buses[spi].open = false;
        give_pins(&buses[spi]);
    }
    return result;
}

int vhalSpiLock(uint32_t spi)
{
    bus_t *b = find(spi);
    if (!b) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    vosMtxLock(b->lock);
    return VHAL_OK;
}

int vhalSpiUnlock(uint32_t spi)
{
    bus_t *b = find(spi);
    if (!b) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    vosMtxUnlock(b->lock);
    return VHAL_OK;
}

/* ---- talking ---- */

static int set_mode(uint32_t spi, uint32_t mode)
{
    int result = check(spi);
    if (result == VHAL_OK) {
        CSMODE(spi) = mode;
    }
    return result;
}

int vhalSpiSelect(uint32_t spi)
{
    return set_mode(spi, CSMODE_HOLD);
}

int vhalSpiUnselect(uint32_t spi)
{
    return set_mode(spi, CSMODE_AUTO);
}

static uint8_t exchange(uint32_t spi, uint8_t byte)
{
    uint32_t got;
    while (TXDATA(spi) & DATA_NOT_NOW) {
    }
    TXDATA(spi) = byte;
    do {
        got = RXDATA(spi);
    } while (got & DATA_NOT_NOW);
    return (uint8_t)got;
}

/* Bytes of a frame lie in memory with the least significant first. */
int vhalSpiExchange(uint32_t spi, void *tosend, void *toread, uint32_t blocks)
{
    const uint8_t *tx = tosend;
    uint8_t *rx = toread;
    int result = check(spi);
    if (result != VHAL_OK) {
        return result;
    }
    uint32_t width = buses[spi].width, flip = buses[spi].lsb_first ? 0 : width - 1;
    for (uint32_t i = 0; i < blocks * width; i++) {
        uint32_t at = i ^ flip;
        uint8_t got = exchange(spi, tx ? tx[at] : 0xFF);
        if (rx) {
            rx[at] = got;
        }
    }
    return VHAL_OK;
}
