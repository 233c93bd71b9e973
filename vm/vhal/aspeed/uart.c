/* SPDX-License-Identifier: MIT */
/* uart.c -- the serial lines. Line 0 is UART 5, which the boot ROM uses too; the others
 * follow in order. */
#include "uart.h"
#include "aspeed.h"

static const struct {
    uint32_t base;
    uint8_t irq;
} uarts[] = {
    {UART5, 8},       {0x7E783000, 47}, {0x7E78D000, 48}, {0x7E78E000, 49},
    {0x7E78F000, 50}, {0x7E790000, 57}, {0x7E790100, 58}, {0x7E790200, 59},
    {0x7E790300, 60}, {0x7E790400, 61},
};
enum { UARTS = sizeof uarts / sizeof *uarts };

/* Room in the FIFO: it has 16 bytes when it says that it is empty. */
static uint8_t room[UARTS];

int uart_start(uint32_t uart, const vhalSerialConf *conf)
{
    static const uint8_t parities[] = {
        [SERIAL_PARITY_EVEN] = UART_LCR_PARITY | UART_LCR_EVEN,
        [SERIAL_PARITY_ODD] = UART_LCR_PARITY,
    };
    if (conf->stop == SERIAL_STOP_ONEHALF) {
        return VHAL_UNSUPPORTED_ERROR; /* of five bits only */
    }
    uint32_t base = uarts[uart].base;
    uint32_t divider = (UART_CLOCK + conf->baudrate / 2) / conf->baudrate;
    uint32_t format = conf->bits == SERIAL_BITS_7 ? UART_LCR_7 : UART_LCR_8;
    format |= conf->stop == SERIAL_STOP_TWO ? UART_LCR_STOP : 0;
    format |= parities[conf->parity];
    divider = divider ? divider : 1;
    UART_IER(base) = 0;
    UART_LCR(base) = format | UART_LCR_DLAB;
    UART_DATA(base) = divider & 0xff;
    UART_IER(base) = divider >> 8 & 0xff;
    UART_LCR(base) = format;
    UART_FCR(base) = UART_FCR_ON | UART_FCR_EMPTY;
    room[uart] = 0;
    vosInstallHandler(uarts[uart].irq, serial_isr);
    vos_irq_enable(uarts[uart].irq, true);
    UART_IER(base) = UART_IER_RX;
    return VHAL_OK;
}

void uart_stop(uint32_t uart)
{
    UART_IER(uarts[uart].base) = 0;
    vos_irq_enable(uarts[uart].irq, false);
}

bool uart_get(uint32_t uart, uint8_t *byte)
{
    bool any = UART_LSR(uarts[uart].base) & UART_LSR_DATA;
    if (any) {
        *byte = (uint8_t)UART_DATA(uarts[uart].base);
    }
    return any;
}

bool uart_put(uint32_t uart, uint8_t byte)
{
    if (!room[uart] && UART_LSR(uarts[uart].base) & UART_LSR_THRE) {
        room[uart] = UART_FIFO;
    }
    if (!room[uart]) {
        return false;
    }
    room[uart]--;
    UART_DATA(uarts[uart].base) = byte;
    return true;
}

void uart_want_room(uint32_t uart, bool on)
{
    UART_IER(uarts[uart].base) = UART_IER_RX | (on ? UART_IER_TX : 0);
}

bool uart_is_sending(uint32_t uart)
{
    return !(UART_LSR(uarts[uart].base) & UART_LSR_EMPTY);
}
