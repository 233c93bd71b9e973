/* SPDX-License-Identifier: MIT */
/* serial.c -- serial ports as the program sees them: settings, buffers, waiting. */
#include "serial.h"
#include "parts.h"
#include <stdio.h>
#include <string.h>

enum { RX_SIZE = 1024, TX_SIZE = 256, LEAST_BAUD = 50, MOST_BAUD = 4000000 };

static serial_port_t ports[SERIAL_PORTS];

serial_port_t *serial_port(uint32_t ser)
{
    return ser < vhal_tables()->serial.count && ser < SERIAL_PORTS ? &ports[ser] : NULL;
}

uint32_t serial_number(const serial_port_t *p)
{
    return (uint32_t)(p - ports);
}

/* ---- rings ---- */

uint32_t ring_put(ring_t *r, const uint8_t *data, uint32_t n)
{
    uint32_t done = 0;
    for (; done < n && r->count < r->size; done++, r->count++) {
        r->data[(r->first + r->count) % r->size] = data[done];
    }
    return done;
}

uint32_t ring_take(ring_t *r, uint8_t *data, uint32_t n)
{
    uint32_t done = 0;
    for (; done < n && r->count > 0; done++, r->count--) {
        data[done] = r->data[r->first];
        r->first = (r->first + 1) % r->size;
    }
    return done;
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

/* ---- receiving ---- */

uint32_t serial_room(const serial_port_t *p)
{
    return p->open ? p->rx.size - p->rx.count : 0;
}

/* The other end is told to stop while there is little room. */
static void set_rts(serial_port_t *p)
{
    if (p->rts_pin >= 0) {
        vhalPinWrite(p->rts_pin, p->rx.count > p->rx.size / 4 * 3);
    }
}

bool serial_receive(serial_port_t *p, uint8_t byte)
{
    if (!p->open || !ring_put(&p->rx, &byte, 1)) {
        p->lost += p->open;
        return false;
    }
    sim_trace_value(p->trace_rx, sim_now(), byte);
    set_rts(p);
    vosEventSet(p->readable);
    return true;
}

void serial_end(serial_port_t *p)
{
    p->ended = true;
    if (p->readable) {
        vosEventSet(p->readable);
    }
}

static void report_losses(void)
{
    for (uint32_t i = 0; serial_port(i); i++) {
        if (ports[i].lost) {
            sim_report("serial %u: %u bytes were lost: nobody read them in time",
                       (unsigned)i, (unsigned)ports[i].lost);
        }
        if (ports[i].bad) {
            sim_report("serial %u: %u bytes came with a wrong stop bit or parity",
                       (unsigned)i, (unsigned)ports[i].bad);
        }
    }
}

void serial_trace(void)
{
    for (uint32_t i = 0; serial_port(i); i++) {
        char name[16];
        snprintf(name, sizeof name, "rx%u", (unsigned)i);
        ports[i].trace_rx = (int16_t)sim_trace_signal("serial", name, 8);
        snprintf(name, sizeof name, "tx%u", (unsigned)i);
        ports[i].trace_tx = (int16_t)sim_trace_signal("serial", name, 8);
    }
}

/* ---- opening ---- */

static int take_pin(uint32_t ser, uint16_t vpin)
{
    return vpin == 0xffff ? VHAL_OK
           : vhalGetPeripheralForPin(vpin, PINCLASS_SER) != (int)ser
               ? VHAL_INVALID_PIN
               : sim_pin_take(vpin, PRPH_SER);
}

static int check(const vhalSerialConf *c)
{
    bool known = c->baudrate >= LEAST_BAUD && c->baudrate <= MOST_BAUD &&
                 c->parity <= SERIAL_PARITY_ODD && c->stop <= SERIAL_STOP_TWO &&
                 c->bits <= SERIAL_BITS_7 && c->hwflow <= SERIAL_HWFC;
    return known ? VHAL_OK : VHAL_UNSUPPORTED_ERROR;
}

static int open_flow(serial_port_t *p, const vhalSerialConf *c)
{
    p->cts_pin = p->rts_pin = -1;
    if (!c->hwflow) {
        return VHAL_OK;
    }
    int result = vhalPinSetMode(c->cts, PINMODE_INPUT_PULLDOWN);
    if (result == VHAL_OK) {
        p->cts_pin = pins_of(c->cts);
        result = vhalPinSetMode(c->rts, PINMODE_OUTPUT_PUSHPULL);
    }
    if (result == VHAL_OK) {
        p->rts_pin = pins_of(c->rts);
    }
    return result;
}

static bool make_buffers(serial_port_t *p, const vhalSerialConf *c)
{
    p->readable = p->readable ? p->readable : vosEventCreate();
    p->writable = p->writable ? p->writable : vosEventCreate();
    return p->readable && p->writable &&
           ring_reset(&p->rx, c->rxbufsize ? c->rxbufsize : RX_SIZE) &&
           ring_reset(&p->tx, c->txbufsize ? c->txbufsize : TX_SIZE);
}

/* Port 0 is the console unless the scene says something else of it. */
static void choose_peer(serial_port_t *p)
{
    if (!p->peer && p == ports && !net_is_wired(p->rx_pin) &&
        !net_is_wired(p->tx_pin)) {
        p->peer = &serial_console;
    }
}

static void set_format(serial_port_t *p, const vhalSerialConf *c)
{
    p->bit = SIM_NS_PER_S / c->baudrate;
    p->data_bits = c->bits == SERIAL_BITS_7 ? 7 : 8;
    p->parity = c->parity;
    p->stop_halves = (uint8_t)(2 + c->stop);
}

static void close_port(serial_port_t *p)
{
    if (p->open) {
        p->open = false;
        line_close(p);
        sim_pin_give(p->rx_vpin, PRPH_SER);
        sim_pin_give(p->tx_vpin, PRPH_SER);
        vosEventSet(p->readable);
        vosEventSet(p->writable);
    }
}

static int open_port(serial_port_t *p, const vhalSerialConf *c, uint16_t rx,
                     uint16_t tx)
{
    uint32_t ser = serial_number(p);
    close_port(p);
    int result = take_pin(ser, rx);
    if (result == VHAL_OK && (result = take_pin(ser, tx)) != VHAL_OK) {
        sim_pin_give(rx, PRPH_SER);
    }
    if (result != VHAL_OK) {
        return result;
    }
    p->rx_vpin = rx;
    p->tx_vpin = tx;
    p->rx_pin = pins_of(rx);
    p->tx_pin = pins_of(tx);
    set_format(p, c);
    choose_peer(p);
    p->open = true;
    line_open(p);
    if (p->peer && p->peer->open) {
        p->peer->open(p);
    }
    return VHAL_OK;
}

int vhalSerialInitEx(uint32_t ser, vhalSerialConf *conf)
{
    static bool reports;
    serial_port_t *p = serial_port(ser);
    int result = p ? check(conf) : VHAL_UNSUPPORTED_ERROR;
    if (result != VHAL_OK) {
        return result;
    }
    if (!reports) {
        reports = true;
        sim_at_end(report_losses);
    }
    sim_lock();
    sim_catch_up();
    time_need();
    result = open_flow(p, conf);
    if (result == VHAL_OK && !make_buffers(p, conf)) {
        result = VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    if (result == VHAL_OK) {
        const SerialPins *pins = &vhal_tables()->serial_pins[ser];
        result = open_port(p, conf, conf->rx == 0xffff ? pins->rxpin : conf->rx,
                           conf->tx == 0xffff ? pins->txpin : conf->tx);
    }
    sim_unlock();
    return result;
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
        .cts = SERIAL_CFG_CTS(cfg),
        .rts = SERIAL_CFG_RTS(cfg),
        .nss = 0xffff,
    };
    return vhalSerialInitEx(ser, &conf);
}

/* ---- reading ---- */

static void want(serial_port_t *p)
{
    if (p->peer && p->peer->wanted) {
        p->peer->wanted(p);
    }
}

/* Takes what is there, to `end` at most. True: no reason to wait. */
static bool take(serial_port_t *p, uint8_t *buf, uint32_t len, int end, uint32_t *n)
{
    bool done = false;
    sim_lock();
    sim_catch_up();
    while (!done && *n < len && ring_take(&p->rx, buf + *n, 1)) {
        done = buf[(*n)++] == end;
    }
    set_rts(p);
    done |= *n == len || !p->open || (p->ended && !p->rx.count);
    if (!done) {
        vosEventClear(p->readable);
    }
    sim_unlock();
    return done;
}

static int read_until(serial_port_t *p, uint8_t *buf, uint32_t len, int end,
                      uint64_t until, uint32_t *n)
{
    *n = 0;
    while (!take(p, buf, len, end, n)) {
        want(p);
        int32_t result = time_wait_event(p->readable, until);
        if (result == VRES_TIMEOUT) {
            return take(p, buf, len, end, n) ? VHAL_OK : VHAL_TIMEOUT_ERROR;
        }
        if (result != VRES_OK) {
            break; /* Ctrl-C */
        }
    }
    want(p);
    return VHAL_OK;
}

static serial_port_t *find_open(uint32_t ser, int *result)
{
    serial_port_t *p = serial_port(ser);
    *result = !p        ? VHAL_UNSUPPORTED_ERROR
              : p->open ? VHAL_OK
                        : VHAL_HARDWARE_STATUS_ERROR;
    return p;
}

int vhalSerialRead(uint32_t ser, uint8_t *buf, uint32_t len)
{
    int result;
    uint32_t n;
    serial_port_t *p = find_open(ser, &result);
    if (result == VHAL_OK) {
        result = read_until(p, buf, len, -1, SIM_NEVER, &n);
    }
    return result == VHAL_OK ? (int)n : result;
}

int vhalSerialReadEx(uint32_t ser, uint8_t *buf, uint32_t len, int end, int *rd,
                     uint32_t timeout)
{
    int result;
    uint32_t n = 0;
    serial_port_t *p = find_open(ser, &result);
    if (result == VHAL_OK) {
        uint64_t until =
            timeout == VTIME_INFINITE ? SIM_NEVER : sim_now() + sim_time(timeout);
        result = read_until(p, buf, len, end, until, &n);
    }
    *rd = (int)n;
    return result;
}

int vhalSerialAvailable(uint32_t ser)
{
    int result;
    serial_port_t *p = find_open(ser, &result);
    if (result != VHAL_OK) {
        return result;
    }
    vos_virtual_advance(2); /* it is polled */
    sim_lock();
    sim_catch_up();
    int count = (int)p->rx.count;
    sim_unlock();
    if (!count) {
        want(p);
    }
    return count;
}

/* ---- writing ---- */

/* Puts in what there is room for. True: no reason to wait. */
static bool give(serial_port_t *p, const uint8_t *buf, uint32_t len, uint32_t *n)
{
    sim_lock();
    sim_catch_up();
    *n += ring_put(&p->tx, buf + *n, len - *n);
    line_kick(p);
    bool done = *n == len || !p->open;
    if (!done) {
        vosEventClear(p->writable);
    }
    sim_unlock();
    return done;
}

int vhalSerialWrite(uint32_t ser, uint8_t *buf, uint32_t len)
{
    int result;
    uint32_t n = 0;
    serial_port_t *p = find_open(ser, &result);
    if (result != VHAL_OK) {
        return result;
    }
    if (p->peer && p->peer->write) {
        p->peer->write(p, buf, len);
        return (int)len;
    }
    while (!give(p, buf, len, &n) &&
           time_wait_event(p->writable, SIM_NEVER) == VRES_OK) {
    }
    return (int)n;
}

static bool is_sending(serial_port_t *p)
{
    sim_lock();
    sim_catch_up();
    bool sending = p->open && (p->tx.count || p->sending);
    if (sending) {
        vosEventClear(p->writable);
    }
    sim_unlock();
    return sending;
}

int vhalSerialDone(uint32_t ser)
{
    int result;
    serial_port_t *p = find_open(ser, &result);
    if (result != VHAL_OK) {
        return result;
    }
    while (is_sending(p) && time_wait_event(p->writable, SIM_NEVER) == VRES_OK) {
    }
    sim_lock();
    close_port(p);
    sim_unlock();
    return VHAL_OK;
}
