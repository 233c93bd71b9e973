/* SPDX-License-Identifier: MIT */
/*
 * i2c.c -- I2C masters and their lines.
 *
 * A transfer is worked out at once with the kernel locked, so that no interrupt sees a
 * device half done; each bit moves the bus's clock on. Then the thread waits until that
 * time has passed.
 */
#include "i2c.h"

#include "bus.h"
#include "pins.h"
#include "vhal.h"

#include <stdio.h>

enum { BUSES = 10, CLOCK_MOST = 400000, ADDRESS_MOST = 0x7F };
enum { CHUNK = 256 }; /* bytes that are worked out at once */

typedef struct i2c_bus {
    bus_t bus; /* first */
    i2c_device_t *devices;
    uint16_t address; /* that the master speaks to */
    int sda, scl;     /* virtual pins that it has taken */
    int sda_trace, scl_trace, byte_trace;
} i2c_bus_t;

static i2c_bus_t buses[BUSES];

/* ---- devices ---- */

bool i2c_attach(uint32_t number, i2c_device_t *d)
{
    i2c_device_t **link = &buses[number].devices;
    while (*link) {
        if ((*link)->address == d->address) {
            return false;
        }
        link = &(*link)->next;
    }
    *link = d;
    return true;
}

void i2c_end(void)
{
    for (int i = 0; i < BUSES; i++) {
        for (i2c_device_t *d = buses[i].devices; d; d = d->next) {
            if (d->model->end) {
                d->now = buses[i].bus.at;
                d->model->end(d);
            }
        }
    }
}

void i2c_trace(void)
{
    for (uint32_t i = 0; i < BUSES && i < PERIPHERAL_NUM(i2c); i++) {
        char name[8];
        snprintf(name, sizeof name, "i2c%u", (unsigned)i);
        const char *scope = sim_strdup(name);
        buses[i].sda_trace = sim_trace_signal(scope, "sda", 1);
        buses[i].scl_trace = sim_trace_signal(scope, "scl", 1);
        buses[i].byte_trace = sim_trace_signal(scope, "byte", 8);
        sim_trace_value(buses[i].sda_trace, 0, 1);
        sim_trace_value(buses[i].scl_trace, 0, 1);
    }
}

static i2c_device_t *find(const i2c_bus_t *b)
{
    i2c_device_t *d = b->devices;
    while (d && d->address != b->address) {
        d = d->next;
    }
    return d;
}

/* ---- the lines: SDA changes while SCL is low ---- */

static void lines(i2c_bus_t *b, uint64_t ns, int sda, int scl)
{
    b->bus.at += ns;
    if (sda >= 0) {
        sim_trace_value(b->sda_trace, b->bus.at, (uint64_t)sda);
    }
    if (scl >= 0) {
        sim_trace_value(b->scl_trace, b->bus.at, (uint64_t)scl);
    }
}

static void put_bit(i2c_bus_t *b, bool bit)
{
    uint64_t quarter = b->bus.period / 4;
    lines(b, quarter, bit, -1);
    lines(b, quarter, -1, 1);
    lines(b, b->bus.period - 2 * quarter, -1, 0);
}

/* Eight bits and the acknowledgement. */
static void put_byte(i2c_bus_t *b, uint8_t byte, bool acknowledged)
{
    for (int i = 7; i >= 0; i--) {
        put_bit(b, byte >> i & 1);
    }
    sim_trace_value(b->byte_trace, b->bus.at, byte);
    put_bit(b, !acknowledged);
}

static void put_start(i2c_bus_t *b, bool repeated)
{
    uint64_t quarter = b->bus.period / 4;
    if (repeated) {
        lines(b, quarter, 1, -1);
        lines(b, quarter, -1, 1);
    }
    lines(b, quarter, 0, -1);
    lines(b, quarter, -1, 0);
}

static void put_stop(i2c_bus_t *b)
{
    uint64_t quarter = b->bus.period / 4;
    lines(b, quarter, 0, -1);
    lines(b, quarter, -1, 1);
    lines(b, quarter, 1, -1);
    lines(b, b->bus.period - 3 * quarter, -1, -1); /* free before the next START */
}

/* ---- a transfer ---- */

typedef struct transaction {
    i2c_bus_t *bus;
    i2c_device_t *device; /* NULL: nobody there */
    uint64_t patience;    /* ns that SCL may be held */
    bool busy;            /* a START has been */
} transaction_t;

/* Before a byte: lets time catch up, and the device hold SCL. */
static int stretch(transaction_t *t, uint32_t index)
{
    if (index % CHUNK == CHUNK - 1) {
        sim_unlock();
        bus_wait(&t->bus->bus);
        sim_lock();
    }
    i2c_device_t *d = t->device;
    uint64_t ns = d && d->model->stretch ? d->model->stretch(d) : 0;
    if (ns > t->patience) {
        t->bus->bus.at += t->patience;
        return VHAL_TIMEOUT_ERROR;
    }
    t->bus->bus.at += ns;
    return VHAL_OK;
}

static int address(transaction_t *t, bool read)
{
    i2c_bus_t *b = t->bus;
    put_start(b, t->busy);
    t->busy = true;
    /* the device hears the address when it is complete */
    uint64_t heard = b->bus.at + 8 * b->bus.period;
    if (t->device) {
        t->device->now = heard;
    }
    bool good = t->device && t->device->model->start(t->device, read);
    put_byte(b, (uint8_t)(b->address << 1 | read), good);
    return good ? VHAL_OK : VHAL_HARDWARE_STATUS_ERROR;
}

static int write_bytes(transaction_t *t, const uint8_t *tx, uint32_t len)
{
    int code = address(t, false);
    for (uint32_t i = 0; i < len && code == VHAL_OK; i++) {
        code = stretch(t, i);
        if (code == VHAL_OK) {
            t->device->now = t->bus->bus.at + 8 * t->bus->bus.period;
            bool good = t->device->model->write(t->device, tx[i]);
            put_byte(t->bus, tx[i], good);
            code = good ? VHAL_OK : VHAL_HARDWARE_STATUS_ERROR;
        }
    }
    return code;
}

static int read_bytes(transaction_t *t, uint8_t *rx, uint32_t len)
{
    int code = address(t, true);
    for (uint32_t i = 0; i < len && code == VHAL_OK; i++) {
        code = stretch(t, i);
        if (code == VHAL_OK) {
            t->device->now = t->bus->bus.at;
            rx[i] = t->device->model->read(t->device);
            put_byte(t->bus, rx[i], i + 1 < len); /* the last one is not wanted more */
        }
    }
    return code;
}

static void finish(transaction_t *t)
{
    put_stop(t->bus);
    if (t->device && t->device->model->stop) {
        t->device->now = t->bus->bus.at;
        t->device->model->stop(t->device);
    }
}

static int transfer(i2c_bus_t *b, uint8_t *tx, uint32_t txlen, uint8_t *rx,
                    uint32_t rxlen, uint32_t timeout)
{
    transaction_t t = {b, find(b), sim_time(timeout), false};
    int code = VHAL_OK;
    sim_lock();
    bus_begin(&b->bus);
    if (txlen || !rxlen) {
        code = write_bytes(&t, tx, txlen);
    }
    if (rxlen && code == VHAL_OK) {
        code = read_bytes(&t, rx, rxlen);
    }
    finish(&t);
    sim_unlock();
    bus_wait(&b->bus);
    return code;
}

/* ---- the API ---- */

/* NULL: the board has no such bus. */
static i2c_bus_t *bus_of(uint32_t i2c)
{
    return i2c < BUSES && i2c < PERIPHERAL_NUM(i2c) ? &buses[i2c] : NULL;
}

int vhalInitI2C(void *data)
{
    (void)data;
    return VHAL_OK;
}

static void give_pins(i2c_bus_t *b)
{
    if (b->bus.period) {
        sim_pin_give(b->sda, PRPH_I2C);
        sim_pin_give(b->scl, PRPH_I2C);
        b->bus.period = 0;
    }
}

static int take_pins(i2c_bus_t *b, const vhalI2CConf *conf)
{
    int code = sim_pin_take(conf->sda, PRPH_I2C);
    if (code != VHAL_OK) {
        return code;
    }
    code = sim_pin_take(conf->scl, PRPH_I2C);
    if (code != VHAL_OK) {
        sim_pin_give(conf->sda, PRPH_I2C);
        return code;
    }
    b->sda = conf->sda;
    b->scl = conf->scl;
    sim_pin_drive(pins_of(b->sda), SIM_PULL_UP);
    sim_pin_drive(pins_of(b->scl), SIM_PULL_UP);
    return VHAL_OK;
}

static int set_up(i2c_bus_t *b, const vhalI2CConf *conf)
{
    uint32_t clock = conf->clock < CLOCK_MOST ? conf->clock : CLOCK_MOST;
    if (!clock || conf->addr > ADDRESS_MOST) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    give_pins(b);
    int code = take_pins(b, conf);
    if (code == VHAL_OK) {
        b->address = conf->addr;
        b->bus.period = DEVICE_SECOND / clock;
    }
    return code;
}

int vhalI2CInit(uint32_t i2c, vhalI2CConf *conf)
{
    i2c_bus_t *b = bus_of(i2c);
    if (!b) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    if (!bus_lock(&b->bus)) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    int code = set_up(b, conf);
    bus_unlock(&b->bus);
    return code;
}

int vhalI2CDone(uint32_t i2c)
{
    i2c_bus_t *b = bus_of(i2c);
    if (!b) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    give_pins(b);
    return VHAL_OK;
}

int vhalI2CLock(uint32_t i2c)
{
    i2c_bus_t *b = bus_of(i2c);
    if (!b) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    return bus_lock(&b->bus) ? VHAL_OK : VHAL_HARDWARE_STATUS_ERROR;
}

int vhalI2CUnlock(uint32_t i2c)
{
    i2c_bus_t *b = bus_of(i2c);
    if (!b) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    return bus_unlock(&b->bus) ? VHAL_OK : VHAL_HARDWARE_STATUS_ERROR;
}

int vhalI2CTransmit(uint32_t i2c, uint8_t *tx, uint32_t txlen, uint8_t *rx,
                    uint32_t rxlen, uint32_t timeout)
{
    i2c_bus_t *b = bus_of(i2c);
    if (!b) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    if (!b->bus.period || !bus_lock(&b->bus)) {
        return VHAL_HARDWARE_STATUS_ERROR;
    }
    int code = transfer(b, tx, tx ? txlen : 0, rx, rx ? rxlen : 0, timeout);
    bus_unlock(&b->bus);
    return code;
}

int vhalI2CRead(uint32_t i2c, uint8_t *buf, uint32_t len, uint32_t timeout)
{
    return vhalI2CTransmit(i2c, NULL, 0, buf, len, timeout);
}

int vhalI2CSetAddr(uint32_t i2c, uint16_t addr)
{
    i2c_bus_t *b = bus_of(i2c);
    if (!b) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    if (!b->bus.period) {
        return VHAL_HARDWARE_STATUS_ERROR;
    }
    if (addr > ADDRESS_MOST) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    b->address = addr;
    return VHAL_OK;
}
