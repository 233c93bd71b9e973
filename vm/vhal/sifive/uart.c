/* SPDX-License-Identifier: MIT */
/* uart.c -- UART0 and 1: 8 bits without parity, FIFOs of 8. Source: FU540 manual,
 * chapter 13. */
#include "uart.h"
#include "sifive.h"

#define TXDATA(n) REG(SIFIVE_UART(n))
#define RXDATA(n) REG(SIFIVE_UART(n) + 0x04)
#define TXCTRL(n) REG(SIFIVE_UART(n) + 0x08)
#define RXCTRL(n) REG(SIFIVE_UART(n) + 0x0C)
#define IE(n) REG(SIFIVE_UART(n) + 0x10)
#define IP(n) REG(SIFIVE_UART(n) + 0x14)
#define DIV(n) REG(SIFIVE_UART(n) + 0x18)

enum { DATA_NOT_NOW = 1 << 31 }; /* full, empty */
/* TX's watermark: fewer than one byte are left. RX's: more than none have come. */
enum { TX_ENABLE = 1, TX_STOP2 = 2, TX_BELOW_1 = 1 << 16, RX_ENABLE = 1 };
enum { INT_TX = 1, INT_RX = 2 };

int uart_start(uint32_t n, const vhalSerialConf *c)
{
    uint32_t divisor = (SIFIVE_CLOCK + c->baudrate / 2) / c->baudrate;
    if (c->stop == SERIAL_STOP_ONEHALF || c->bits != SERIAL_BITS_8 ||
        c->parity != SERIAL_PARITY_NONE || divisor < 16) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    DIV(n) = divisor - 1;
    TXCTRL(n) = TX_ENABLE | TX_BELOW_1 | (c->stop == SERIAL_STOP_TWO ? TX_STOP2 : 0);
    RXCTRL(n) = RX_ENABLE;
    IE(n) = INT_RX;
    vosInstallHandler(SIFIVE_UART_IRQ + (int32_t)n, serial_isr);
    vos_irq_enable(SIFIVE_UART_IRQ + (int32_t)n, true);
    return VHAL_OK;
}

/* It can still be polled. */
void uart_stop(uint32_t n)
{
    vos_irq_enable(SIFIVE_UART_IRQ + (int32_t)n, false);
    IE(n) = 0;
}

/* Reading takes the byte and says whether there was one. */
bool uart_get(uint32_t n, uint8_t *byte)
{
    uint32_t word = RXDATA(n);
    *byte = (uint8_t)word;
    return !(word & DATA_NOT_NOW);
}

bool uart_put(uint32_t n, uint8_t byte)
{
    if (TXDATA(n) & DATA_NOT_NOW) {
        return false;
    }
    TXDATA(n) = byte;
    return true;
}

void uart_want_room(uint32_t n, bool on)
{
    IE(n) = on ? INT_RX | INT_TX : INT_RX;
}

/* Of the byte that is just going out it does not tell. */
bool uart_is_sending(uint32_t n)
{
    return !(IP(n) & INT_TX);
}
