/* SPDX-License-Identifier: MIT */
/*
 * pl022.c -- SPI masters that are ARM PrimeCells PL022, with their FIFO of 8 frames, by
 * polling: a byte is faster than an interrupt. Source: PL022 Technical Reference Manual
 * (DDI 0194), chapter 3.
 */
#include "pl022.h"
#include "spibus.h"

#define REG(offset) (*(volatile uint32_t *)(base + (offset)))
#define CR0 REG(0x00)
#define CR1 REG(0x04)
#define DR REG(0x08)
#define SR REG(0x0C)
#define CPSR REG(0x10)
enum { CR0_8BITS = 7, CR0_SPO = 1 << 6, CR0_SPH = 1 << 7, CR0_SCR = 1 << 8 };
enum { CR1_SSE = 1 << 1, SR_TNF = 1 << 1, SR_RNE = 1 << 2, SR_BSY = 1 << 4 };
enum { FIFO = 8, PRESCALE = 2, SCR_MOST = 255 };

int spibus_start(uint32_t bus, const vhalSpiConf *conf)
{
    uint32_t unit = PRESCALE * conf->clock;
    uint32_t divisor = (vos_system_frequency() + unit - 1) / unit;
    if (divisor - 1 > SCR_MOST) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    uintptr_t base = pl022_open(bus);
    CR1 = 0;
    CPSR = PRESCALE;
    CR0 = CR0_8BITS | (divisor - 1) * CR0_SCR |
          (conf->mode == SPI_MODE_HIGH_FIRST || conf->mode == SPI_MODE_HIGH_SECOND
               ? CR0_SPO
               : 0) |
          (conf->mode == SPI_MODE_LOW_SECOND || conf->mode == SPI_MODE_HIGH_SECOND
               ? CR0_SPH
               : 0);
    CR1 = CR1_SSE;
    while (SR & SR_RNE) {
        (void)DR;
    }
    return VHAL_OK;
}

void spibus_stop(uint32_t bus)
{
    uintptr_t base = pl022_open(bus);
    while (SR & SR_BSY) {
    }
    CR1 = 0;
}

int spibus_exchange(uint32_t bus, const uint8_t *tx, uint8_t *rx, uint32_t n)
{
    uintptr_t base = pl022_open(bus);
    for (uint32_t sent = 0, got = 0; got < n;) {
        if (sent < n && sent - got < FIFO && SR & SR_TNF) {
            DR = tx ? tx[sent] : 0xFF;
            sent++;
        }
        if (SR & SR_RNE) {
            uint8_t byte = (uint8_t)DR;
            if (rx) {
                rx[got] = byte;
            }
            got++;
        }
    }
    return VHAL_OK;
}
