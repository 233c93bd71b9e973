/* SPDX-License-Identifier: MIT */
/*
 * uart.c -- the UART. It tells that a byte is out by an event, which is also its
 * interrupt: it is empty until the first one.
 */
#include "uart.h"
#include "nrf51.h"

enum { EVENTS = UART_INT_RXDRDY | UART_INT_TXDRDY };

static bool sending;

static uint32_t pin_of(uint16_t vpin)
{
    return vpin == 0xffff ? UART_NO_PIN : PIN_PAD(vpin);
}

int uart_start(uint32_t uart, const vhalSerialConf *conf)
{
    const SerialPins *board = &vhal_tables()->serial_pins[uart];
    if (conf->stop != SERIAL_STOP_ONE || conf->bits != SERIAL_BITS_8 ||
        conf->parity == SERIAL_PARITY_ODD || conf->baudrate > UART_MOST_BAUD) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    UART_ENABLE = 0;
    UART_PSELTXD = pin_of(conf->tx == 0xffff ? board->txpin : conf->tx);
    UART_PSELRXD = pin_of(conf->rx == 0xffff ? board->rxpin : conf->rx);
    UART_BAUDRATE = UART_BAUD(conf->baudrate);
    UART_CONFIG = conf->parity == SERIAL_PARITY_EVEN ? UART_CONFIG_PARITY : 0;
    UART_ENABLE = UART_ENABLED;
    UART_RXDRDY = UART_TXDRDY = 0;
    sending = false;
    vosInstallHandler(UART_IRQ, serial_isr);
    vos_irq_enable(UART_IRQ, true);
    UART_INTENCLR = EVENTS;
    UART_INTENSET = UART_INT_RXDRDY;
    UART_STARTTX = 1;
    UART_STARTRX = 1;
    return VHAL_OK;
}

/* It can still be polled. */
void uart_stop(uint32_t uart)
{
    (void)uart;
    vos_irq_enable(UART_IRQ, false);
    UART_INTENCLR = EVENTS;
    UART_STOPRX = 1;
}

bool uart_get(uint32_t uart, uint8_t *byte)
{
    (void)uart;
    bool any = UART_RXDRDY;
    if (any) {
        UART_RXDRDY = 0;
        *byte = (uint8_t)UART_RXD;
    }
    return any;
}

/* TXDRDY is left as it is, for what waits for it. */
static bool is_busy(void)
{
    if (sending && UART_TXDRDY) {
        sending = false;
    }
    return sending;
}

bool uart_put(uint32_t uart, uint8_t byte)
{
    (void)uart;
    if (is_busy()) {
        return false;
    }
    UART_TXDRDY = 0;
    sending = true;
    UART_TXD = byte;
    return true;
}

void uart_want_room(uint32_t uart, bool on)
{
    (void)uart;
    if (on) {
        UART_INTENSET = UART_INT_TXDRDY;
    } else {
        UART_INTENCLR = UART_INT_TXDRDY;
    }
}

bool uart_is_sending(uint32_t uart)
{
    (void)uart;
    return is_busy();
}
