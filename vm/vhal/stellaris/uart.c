/* SPDX-License-Identifier: MIT */
/* uart.c -- UART0 … 2, ARM PrimeCells PL011 with FIFOs of 16 bytes. */
#include "uart.h"
#include "stellaris.h"

#define BASE(n) (0x4000C000u + 0x1000u * (n))
#define DR(n) REG(BASE(n))
#define FR(n) REG(BASE(n) + 0x18)
#define IBRD(n) REG(BASE(n) + 0x24)
#define FBRD(n) REG(BASE(n) + 0x28)
#define LCRH(n) REG(BASE(n) + 0x2C)
#define CTL(n) REG(BASE(n) + 0x30)
#define IFLS(n) REG(BASE(n) + 0x34)
#define IM(n) REG(BASE(n) + 0x38)
#define ICR(n) REG(BASE(n) + 0x44)

enum { FR_BUSY = 1 << 3, FR_RXFE = 1 << 4, FR_TXFF = 1 << 5 };
enum { LCRH_PEN = 1 << 1, LCRH_EPS = 1 << 2, LCRH_STP2 = 1 << 3, LCRH_FEN = 1 << 4 };
enum { LCRH_7BITS = 2 << 5, LCRH_8BITS = 3 << 5 };
enum { CTL_UARTEN = 1, CTL_TXE = 1 << 8, CTL_RXE = 1 << 9 };
enum { INT_RX = 1 << 4, INT_TX = 1 << 5, INT_RT = 1 << 6, INT_ALL = 0x7FF };
enum { FRACTION = 64 }; /* of the baud rate's divisor */

static const uint8_t irqs[] = {IRQ_UART0, IRQ_UART1, IRQ_UART2};

static uint32_t format_of(const vhalSerialConf *c)
{
    static const uint8_t parity[] = {
        [SERIAL_PARITY_NONE] = 0,
        [SERIAL_PARITY_EVEN] = LCRH_PEN | LCRH_EPS,
        [SERIAL_PARITY_ODD] = LCRH_PEN,
    };
    return parity[c->parity] | (c->stop == SERIAL_STOP_TWO ? LCRH_STP2 : 0) |
           (c->bits == SERIAL_BITS_7 ? LCRH_7BITS : LCRH_8BITS) | LCRH_FEN;
}

int uart_start(uint32_t n, const vhalSerialConf *c)
{
    uint32_t clock = vos_system_frequency();
    if (c->stop == SERIAL_STOP_ONEHALF || c->baudrate > clock / 16) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    uint32_t divisor = (clock * (FRACTION / 16) + c->baudrate / 2) / c->baudrate;
    SYSCTL_RCGC1 |= RCGC1_UART0 << n;
    CTL(n) = 0;
    IBRD(n) = divisor / FRACTION;
    FBRD(n) = divisor % FRACTION;
    LCRH(n) = format_of(c);
    IFLS(n) = 0;
    ICR(n) = INT_ALL;
    IM(n) = INT_RX | INT_RT;
    CTL(n) = CTL_UARTEN | CTL_TXE | CTL_RXE;
    vosInstallHandler(irqs[n], serial_isr);
    vos_irq_enable(irqs[n], true);
    return VHAL_OK;
}

/* It can still be polled. */
void uart_stop(uint32_t n)
{
    vos_irq_enable(irqs[n], false);
    IM(n) = 0;
}

bool uart_get(uint32_t n, uint8_t *byte)
{
    if (FR(n) & FR_RXFE) {
        return false;
    }
    *byte = (uint8_t)DR(n);
    return true;
}

bool uart_put(uint32_t n, uint8_t byte)
{
    if (FR(n) & FR_TXFF) {
        return false;
    }
    DR(n) = byte;
    return true;
}

/* Raised when the FIFO has become less full, which it is not yet when it begins. */
void uart_want_room(uint32_t n, bool on)
{
    IM(n) = INT_RX | INT_RT | (on ? INT_TX : 0);
}

bool uart_is_sending(uint32_t n)
{
    return FR(n) & FR_BUSY;
}
