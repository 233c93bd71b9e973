/* SPDX-License-Identifier: MIT */
/*
 * uart.c -- the serial line, a 16550. Source: NS16550A data sheet, chapter 8. Its FIFOs
 * stay off: turning them on would drop what came before the program was there.
 */
#include "uart.h"
#include "virt.h"

#define DATA REG8(VIRT_UART)
#define IER REG8(VIRT_UART + 1)
#define LCR REG8(VIRT_UART + 3)
#define LSR REG8(VIRT_UART + 5)
#define DIVISOR_LOW DATA
#define DIVISOR_HIGH IER

enum { IER_RECEIVED = 1, IER_ROOM = 2 };
enum { LCR_7BITS = 2, LCR_8BITS = 3, LCR_STOP2 = 4, LCR_PARITY = 8, LCR_EVEN = 16 };
enum { LCR_DIVISOR = 1 << 7 };
enum { LSR_RECEIVED = 1, LSR_ROOM = 1 << 5, LSR_EMPTY = 1 << 6 };

static uint8_t format_of(const vhalSerialConf *c)
{
    static const uint8_t parity[] = {
        [SERIAL_PARITY_NONE] = 0,
        [SERIAL_PARITY_EVEN] = LCR_PARITY | LCR_EVEN,
        [SERIAL_PARITY_ODD] = LCR_PARITY,
    };
    return parity[c->parity] | (c->stop == SERIAL_STOP_TWO ? LCR_STOP2 : 0) |
           (c->bits == SERIAL_BITS_7 ? LCR_7BITS : LCR_8BITS);
}

int uart_start(uint32_t uart, const vhalSerialConf *c)
{
    (void)uart;
    uint32_t divisor = (VIRT_UART_CLOCK / 16 + c->baudrate / 2) / c->baudrate;
    if (c->stop == SERIAL_STOP_ONEHALF || !divisor || divisor > UINT16_MAX) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    LCR = LCR_DIVISOR;
    DIVISOR_LOW = (uint8_t)divisor;
    DIVISOR_HIGH = (uint8_t)(divisor >> 8);
    LCR = format_of(c);
    IER = IER_RECEIVED;
    vosInstallHandler(VIRT_UART_IRQ, serial_isr);
    vos_irq_enable(VIRT_UART_IRQ, true);
    return VHAL_OK;
}

/* It can still be polled. */
void uart_stop(uint32_t uart)
{
    (void)uart;
    vos_irq_enable(VIRT_UART_IRQ, false);
    IER = 0;
}

bool uart_get(uint32_t uart, uint8_t *byte)
{
    (void)uart;
    if (!(LSR & LSR_RECEIVED)) {
        return false;
    }
    *byte = DATA;
    return true;
}

bool uart_put(uint32_t uart, uint8_t byte)
{
    (void)uart;
    if (!(LSR & LSR_ROOM)) {
        return false;
    }
    DATA = byte;
    return true;
}

void uart_want_room(uint32_t uart, bool on)
{
    (void)uart;
    IER = on ? IER_RECEIVED | IER_ROOM : IER_RECEIVED;
}

bool uart_is_sending(uint32_t uart)
{
    (void)uart;
    return !(LSR & LSR_EMPTY);
}
