/* SPDX-License-Identifier: MIT */
/*
 * serial.c -- serial lines driven by interrupts, over a family's uart.h; and the
 * console's, which is line 0 as long as the program does not open it for itself.
 */
#include "chipport.h"
#include "pins.h"
#include "uart.h"

#ifndef SERIAL_PORTS
#define SERIAL_PORTS 4
#endif
#ifndef SERIAL_RX
#define SERIAL_RX 256
#endif
#ifndef SERIAL_TX
#define SERIAL_TX 128
#endif
enum { CONSOLE_BAUD = 115200, LEAST_BAUD = 50, INTERRUPT = 3 };

typedef struct ring {
    uint8_t *data;
    uint32_t size, first, count;
} ring_t;

typedef struct port {
    bool open;
    bool console; /* byte 3 is Ctrl-C */
    uint8_t uart;
    uint16_t rx_vpin, tx_vpin;
    ring_t rx, tx;
    VEvent readable, writable;
} port_t;

static port_t ports[SERIAL_PORTS];

static port_t *find(uint32_t ser)
{
    return ser < PERIPHERAL_NUM(serial) && ser < SERIAL_PORTS ? &ports[ser] : NULL;
}

/* ---- rings ---- */

static bool ring_put(ring_t *r, uint8_t byte)
{
    if (r->count == r->size) {
        return false;
    }
    uint32_t at = r->first + r->count++;
    r->data[at < r->size ? at : at - r->size] = byte;
    return true;
}

static uint8_t ring_take(ring_t *r)
{
    uint8_t byte = r->data[r->first];
    r->first = r->first + 1 == r->size ? 0 : r->first + 1;
    r->count--;
    return byte;
}

/* An empty one of that size. */
static bool ring_reset(ring_t *r, uint32_t size)
{
    if (r->size != size) {
        vos_free(r->data);
        r->data = vos_alloc(size);
        r->size = r->data ? size : 0;
    }
    r->first = r->count = 0;
    return r->data;
}

/* ---- interrupts ---- */

static void receive(port_t *p)
{
    uint8_t byte;
    bool any = false;
    while (uart_get(p->uart, &byte)) {
        if (p->console && byte == INTERRUPT) {
            chip_interrupt();
        } else {
            any |= ring_put(&p->rx, byte);
        }
    }
    if (any) {
        vosEventSet(p->readable);
    }
}

/* True while there is more to send. */
static bool send(port_t *p)
{
    bool any = false;
    while (p->tx.count && uart_put(p->uart, p->tx.data[p->tx.first])) {
        ring_take(&p->tx);
        any = true;
    }
    if (!p->tx.count) {
        uart_want_room(p->uart, false);
    }
    if (any) {
        vosEventSet(p->writable);
    }
    return p->tx.count;
}

void serial_isr(void)
{
    for (port_t *p = ports; p < ports + SERIAL_PORTS; p++) {
        if (p->open) {
            receive(p);
            if (p->tx.count) {
                send(p);
            }
        }
    }
}

/* ---- opening ---- */

static int take_pins(uint32_t ser, port_t *p, const vhalSerialConf *c)
{
    const SerialPins *board = &vhal_tables()->serial_pins[ser];
    bool fixed = board->rxpin == 0xffff; /* its pins are nothing else */
    uint16_t rx = fixed || c->rx == 0xffff ? board->rxpin : c->rx;
    uint16_t tx = fixed || c->tx == 0xffff ? board->txpin : c->tx;
    bool ours =
        (rx == 0xffff || vhalGetPeripheralForPin(rx, PINCLASS_SER) == (int)ser) &&
        (tx == 0xffff || vhalGetPeripheralForPin(tx, PINCLASS_SER) == (int)ser);
    int result = ours ? pins_take_two(rx, tx, PRPH_SER) : VHAL_INVALID_PIN;
    if (result == VHAL_OK) {
        p->rx_vpin = rx;
        p->tx_vpin = tx;
    }
    return result;
}

static bool make_buffers(port_t *p, const vhalSerialConf *c)
{
    p->readable = p->readable ? p->readable : vosEventCreate();
    p->writable = p->writable ? p->writable : vosEventCreate();
    return p->readable && p->writable &&
           ring_reset(&p->rx, c->rxbufsize ? c->rxbufsize : SERIAL_RX) &&
           ring_reset(&p->tx, c->txbufsize ? c->txbufsize : SERIAL_TX);
}

static void drain(port_t *p)
{
    bool more = true;
    while (more) {
        vosSysLock();
        more = send(p) || uart_is_sending(p->uart);
        vosSysUnlock();
        if (more) {
            vosThSleep(TIME_U(1, MILLIS));
        }
    }
}

static void close_port(port_t *p)
{
    if (p->open) {
        drain(p);
        p->open = false;
        uart_stop(p->uart);
        pins_give(p->rx_vpin, PRPH_SER);
        pins_give(p->tx_vpin, PRPH_SER);
        vosEventSet(p->readable);
        vosEventSet(p->writable);
    }
}

static int open_port(uint32_t ser, vhalSerialConf *c, bool console)
{
    port_t *p = find(ser);
    bool known = p && c->baudrate >= LEAST_BAUD && c->parity <= SERIAL_PARITY_ODD &&
                 c->stop <= SERIAL_STOP_TWO && c->bits <= SERIAL_BITS_7 && !c->hwflow;
    if (!known) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    close_port(p);
    if (!make_buffers(p, c)) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    int result = take_pins(ser, p, c);
    if (result != VHAL_OK) {
        return result;
    }
    p->uart = GET_PERIPHERAL_ID(serial, ser);
    p->console = console;
    p->open = true;
    result = uart_start(p->uart, c);
    if (result != VHAL_OK) {
        close_port(p);
    }
    return result;
}

int vhalSerialInitEx(uint32_t ser, vhalSerialConf *conf)
{
    return open_port(ser, conf, false);
}

int vhalSerialInit(uint32_t ser, uint32_t baud, uint32_t cfg, uint16_t rxpin,
                   uint16_t txpin)
{
    vhalSerialConf conf = {
        .baudrate = baud,
        .parity = SERIAL_CFG_PARITY(cfg),
        .stop = SERIAL_CFG_STOP(cfg),
        .bits = SERIAL_CFG_BITS(cfg),
        .hwflow = SERIAL_CFG_HW(cfg),
        .rx = rxpin,
        .tx = txpin,
        .nss = 0xffff,
    };
    return open_port(ser, &conf, false);
}

static port_t *find_open(uint32_t ser, int *result)
{
    port_t *p = find(ser);
    *result = !p        ? VHAL_UNSUPPORTED_ERROR
              : p->open ? VHAL_OK
                        : VHAL_HARDWARE_STATUS_ERROR;
    return p;
}

int vhalSerialDone(uint32_t ser)
{
    int result;
    port_t *p = find_open(ser, &result);
    if (result == VHAL_OK) {
        close_port(p);
    }
    return result;
}

/* ---- reading ---- */

/* Takes what is there, to `end` at most. True: no reason to wait. */
static bool take(port_t *p, uint8_t *buf, uint32_t len, int end, uint32_t *n)
{
    bool done = false;
    vosSysLock();
    while (!done && *n < len && p->rx.count) {
        buf[*n] = ring_take(&p->rx);
        done = buf[(*n)++] == end;
    }
    done |= *n == len || !p->open;
    if (!done) {
        vosEventClear(p->readable);
    }
    vosSysUnlock();
    return done;
}

/* A time that is over after `ms`; what is left of it. */
static uint32_t left_until(uint64_t end)
{
    uint64_t now = vosMillis();
    return now < end ? TIME_U((uint32_t)(end - now), MILLIS) : VTIME_IMMEDIATE;
}

int vhalSerialReadEx(uint32_t ser, uint8_t *buf, uint32_t len, int end, int *rd,
                     uint32_t timeout)
{
    int result;
    uint32_t n = 0;
    port_t *p = find_open(ser, &result);
    bool forever = timeout == VTIME_INFINITE;
    uint64_t until =
        forever ? 0 : vosMillis() + (GET_TIME_MICROS(timeout) + 999) / 1000;
    while (result == VHAL_OK && !take(p, buf, len, end, &n)) {
        int32_t woke =
            vosEventWait(p->readable, forever ? VTIME_INFINITE : left_until(until));
        if (woke == VRES_TIMEOUT && !take(p, buf, len, end, &n)) {
            result = VHAL_TIMEOUT_ERROR;
        } else if (woke != VRES_OK) {
            break; /* Ctrl-C */
        }
    }
    *rd = (int)n;
    return result;
}

int vhalSerialRead(uint32_t ser, uint8_t *buf, uint32_t len)
{
    int n, result = vhalSerialReadEx(ser, buf, len, -1, &n, VTIME_INFINITE);
    return result == VHAL_OK ? n : result;
}

int vhalSerialAvailable(uint32_t ser)
{
    int result;
    const port_t *p = find_open(ser, &result);
    return result == VHAL_OK ? (int)p->rx.count : result;
}

/* ---- writing ---- */

/* Puts in what there is room for. True: no reason to wait. */
static bool give(port_t *p, const uint8_t *buf, uint32_t len, uint32_t *n)
{
    vosSysLock();
    if (p->open && (!p->tx.count || !send(p))) {
        while (*n < len && uart_put(p->uart, buf[*n])) {
            ++*n;
        }
    }
    while (p->open && *n < len && ring_put(&p->tx, buf[*n])) {
        ++*n;
    }
    bool done = *n == len || !p->open;
    if (p->tx.count) {
        uart_want_room(p->uart, true);
    }
    if (!done) {
        vosEventClear(p->writable);
    }
    vosSysUnlock();
    return done;
}

/* Ctrl-C ends no wait here: what is written is written. */
int vhalSerialWrite(uint32_t ser, uint8_t *buf, uint32_t len)
{
    int result;
    uint32_t n = 0;
    port_t *p = find_open(ser, &result);
    if (result != VHAL_OK) {
        return result;
    }
    while (!give(p, buf, len, &n)) {
        vosEventWait(p->writable, VTIME_INFINITE);
    }
    return (int)n;
}

/* ---- the console's line ---- */

bool chip_console_begin(void)
{
    vhalSerialConf conf = {
        .baudrate = CONSOLE_BAUD, .rx = 0xffff, .tx = 0xffff, .nss = 0xffff};
    return open_port(0, &conf, true) == VHAL_OK;
}

/* A ring that is no longer one says so by its numbers. */
void chip_put_pending(void)
{
    ring_t *r = &ports[0].tx;
    if (r->data && r->count <= r->size && r->first < r->size) {
        while (r->count) {
            chip_put((char)ring_take(r));
        }
    }
}
