/* SPDX-License-Identifier: MIT */
/*
 * spibus.c -- SPI0, with the NOR flash, and SPI2, with the socket of SD cards. Source:
 * FU540 manual, chapter 19. The select lines are pins (gpio.c).
 */
#include "sifive.h"
#include "spibus.h"

enum { BYTE = 8 };
static const uint32_t bases[] = {SIFIVE_SPI0, SIFIVE_SPI2};

#define SCKDIV(n) REG(bases[n])
#define SCKMODE(n) REG(bases[n] + 0x04)
#define FMT(n) REG(bases[n] + 0x40)
#define TXDATA(n) REG(bases[n] + 0x48)
#define RXDATA(n) REG(bases[n] + 0x4C)
#define FCTRL(n) REG(bases[n] + 0x60)

enum { DATA_NOT_NOW = 1 << 31 }; /* full, empty */
enum { FMT_LENGTH = 1 << 16, MAX_DIVISOR = 0xFFF };
enum { SCKMODE_PHASE = 1, SCKMODE_POLARITY = 2 };

/* The clock is SIFIVE_CLOCK / 2 / (divisor + 1), no faster than asked for. */
int spibus_start(uint32_t bus, const vhalSpiConf *c)
{
    uint32_t divisor = (SIFIVE_CLOCK / 2 + c->clock - 1) / c->clock - 1;
    if (divisor > MAX_DIVISOR) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    FCTRL(bus) = 0; /* not as memory */
    SCKDIV(bus) = divisor;
    SCKMODE(bus) =
        (c->mode & 1 ? SCKMODE_PHASE : 0) | (c->mode & 2 ? SCKMODE_POLARITY : 0);
    FMT(bus) = BYTE * FMT_LENGTH;
    return VHAL_OK;
}

void spibus_stop(uint32_t bus)
{
    (void)bus;
}

static uint8_t exchange(uint32_t bus, uint8_t byte)
{
    uint32_t got;
    while (TXDATA(bus) & DATA_NOT_NOW) {
    }
    TXDATA(bus) = byte;
    do {
        got = RXDATA(bus);
    } while (got & DATA_NOT_NOW);
    return (uint8_t)got;
}

int spibus_exchange(uint32_t bus, const uint8_t *tx, uint8_t *rx, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        uint8_t got = exchange(bus, tx ? tx[i] : 0xFF);
        if (rx) {
            rx[i] = got;
        }
    }
    return VHAL_OK;
}
