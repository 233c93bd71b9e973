/* SPDX-License-Identifier: MIT */
/*
 * i2cbus.c -- I2C by hand: the buses of the shields, the touch screen and the audio
 * chip have a register that moves their two lines. Source: I2C-bus specification
 * (UM10204).
 */
#include "i2cbus.h"
#include "cmsdk.h"

enum { BUSES = 4 };
static const uint32_t bases[BUSES] = {0x4002A000, 0x40029000, 0x40022000, 0x40023000};
static uint32_t quarters[BUSES]; /* of a bit, ticks */

typedef struct line {
    uint32_t base, quarter;
    uint32_t stretch; /* ticks that a device may hold the clock */
} line_t;

/* ---- bits ---- */

static void pause(const line_t *l)
{
    uint32_t start = *vosTicks();
    while (*vosTicks() - start < l->quarter) {
    }
}

static void put_sda(const line_t *l, bool high)
{
    if (high) {
        SBCON_SET(l->base) = SBCON_SDA;
    } else {
        SBCON_CLEAR(l->base) = SBCON_SDA;
    }
    pause(l);
}

/* False: a device holds it low for too long. */
static bool raise_scl(const line_t *l)
{
    uint32_t start = *vosTicks();
    SBCON_SET(l->base) = SBCON_SCL;
    while (!(SBCON_SET(l->base) & SBCON_SCL)) {
        if (*vosTicks() - start > l->stretch) {
            return false;
        }
    }
    pause(l);
    return true;
}

static void lower_scl(const line_t *l)
{
    SBCON_CLEAR(l->base) = SBCON_SCL;
    pause(l);
}

/* A bit each way; below 0: the clock was held. */
static int exchange_bit(const line_t *l, bool out)
{
    put_sda(l, out);
    if (!raise_scl(l)) {
        return -1;
    }
    int in = (SBCON_SET(l->base) & SBCON_SDA) != 0;
    lower_scl(l);
    return in;
}

/* ---- bytes: a negative code, or what came ---- */

static bool begin(const line_t *l)
{
    put_sda(l, true);
    if (!raise_scl(l)) {
        return false;
    }
    put_sda(l, false);
    lower_scl(l);
    return true;
}

static void end(const line_t *l)
{
    put_sda(l, false);
    raise_scl(l);
    put_sda(l, true);
}

static int send(const line_t *l, uint8_t byte)
{
    for (int bit = 7; bit >= 0; bit--) {
        if (exchange_bit(l, byte >> bit & 1) < 0) {
            return VHAL_TIMEOUT_ERROR;
        }
    }
    int nak = exchange_bit(l, true);
    return nak < 0 ? VHAL_TIMEOUT_ERROR : nak ? VHAL_HARDWARE_STATUS_ERROR : VHAL_OK;
}

static int receive(const line_t *l, bool last)
{
    int byte = 0;
    for (int bit = 0; bit < 8; bit++) {
        int in = exchange_bit(l, true);
        if (in < 0) {
            return VHAL_TIMEOUT_ERROR;
        }
        byte = byte << 1 | in;
    }
    return exchange_bit(l, last) < 0 ? VHAL_TIMEOUT_ERROR : byte;
}

/* ---- transfers ---- */

static int address(const line_t *l, uint16_t device, bool read)
{
    return begin(l) ? send(l, (uint8_t)(device << 1 | read)) : VHAL_TIMEOUT_ERROR;
}

static int write_part(const line_t *l, uint16_t device, const uint8_t *tx, uint32_t n)
{
    int result = address(l, device, false);
    while (result == VHAL_OK && n--) {
        result = send(l, *tx++);
    }
    return result;
}

static int read_part(const line_t *l, uint16_t device, uint8_t *rx, uint32_t n)
{
    int result = address(l, device, true);
    while (result >= 0 && n--) {
        result = receive(l, !n);
        *rx++ = (uint8_t)result;
    }
    return result < 0 ? result : VHAL_OK;
}

int i2cbus_transfer(uint32_t bus, uint16_t device, const uint8_t *tx, uint32_t txlen,
                    uint8_t *rx, uint32_t rxlen, uint32_t timeout)
{
    line_t l = {bases[bus], quarters[bus],
                timeout == VTIME_INFINITE ? UINT32_MAX : time_to_ticks(timeout)};
    int result = VHAL_OK;
    if (txlen || !rxlen) {
        result = write_part(&l, device, tx, txlen);
    }
    if (result == VHAL_OK && rxlen) {
        result = read_part(&l, device, rx, rxlen);
    }
    end(&l);
    return result;
}

int i2cbus_start(uint32_t bus, uint32_t clock)
{
    uint32_t bit = vos_system_frequency() / clock;
    quarters[bus] = (bit + 3) / 4;
    return VHAL_OK;
}

void i2cbus_stop(uint32_t bus)
{
    SBCON_SET(bases[bus]) = SBCON_SCL | SBCON_SDA;
}
