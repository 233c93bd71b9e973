/* SPDX-License-Identifier: MIT */
/*
 * uart.c -- UART 0 … 4: 8 bits without parity, one byte of buffer each way.
 *
 * The interrupt for room comes when the buffer becomes empty: if it was when that was
 * asked for, it is raised by hand.
 */
#include "uart.h"
#include "cmsdk.h"

static const struct {
    uint32_t base;
    uint8_t rx_irq, tx_irq;
} uarts[] = {
    {UART0, 0, 1},        {0x40005000, 2, 3},   {0x40006000, 4, 5},
    {0x40007000, 18, 19}, {0x40009000, 20, 21},
};

enum { ON = UART_CTRL_TX | UART_CTRL_RX | UART_CTRL_RXINT };

int uart_start(uint32_t uart, const vhalSerialConf *conf)
{
    uint32_t base = uarts[uart].base;
    uint32_t divider = (vos_system_frequency() + conf->baudrate / 2) / conf->baudrate;
    if (conf->parity != SERIAL_PARITY_NONE || conf->stop != SERIAL_STOP_ONE ||
        conf->bits != SERIAL_BITS_8 || divider < UART_LEAST_DIVIDER) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    UART_CTRL(base) = 0;
    UART_BAUDDIV(base) = divider;
    UART_INT(base) = UART_INT_TX | UART_INT_RX;
    vosInstallHandler(uarts[uart].rx_irq, serial_isr);
    vosInstallHandler(uarts[uart].tx_irq, serial_isr);
    vos_irq_enable(uarts[uart].rx_irq, true);
    vos_irq_enable(uarts[uart].tx_irq, true);
    UART_CTRL(base) = ON;
    return VHAL_OK;
}

/* It can still be polled. */
void uart_stop(uint32_t uart)
{
    vos_irq_enable(uarts[uart].rx_irq, false);
    vos_irq_enable(uarts[uart].tx_irq, false);
    UART_CTRL(uarts[uart].base) = UART_CTRL_TX | UART_CTRL_RX;
}

bool uart_get(uint32_t uart, uint8_t *byte)
{
    uint32_t base = uarts[uart].base;
    UART_INT(base) = UART_INT_RX;
    bool any = UART_STATE(base) & UART_STATE_RXFULL;
    if (any) {
        *byte = (uint8_t)UART_DATA(base);
    }
    return any;
}

bool uart_put(uint32_t uart, uint8_t byte)
{
    uint32_t base = uarts[uart].base;
    bool room = !(UART_STATE(base) & UART_STATE_TXFULL);
    if (room) {
        UART_INT(base) = UART_INT_TX;
        UART_DATA(base) = byte;
    }
    return room;
}

void uart_want_room(uint32_t uart, bool on)
{
    uint32_t base = uarts[uart].base;
    UART_CTRL(base) = ON | (on ? UART_CTRL_TXINT : 0);
    if (!on) {
        UART_INT(base) = UART_INT_TX;
    } else if (!(UART_STATE(base) & UART_STATE_TXFULL)) {
        vos_irq_raise(uarts[uart].tx_irq);
    }
}

bool uart_is_sending(uint32_t uart)
{
    return UART_STATE(uarts[uart].base) & UART_STATE_TXFULL;
}
