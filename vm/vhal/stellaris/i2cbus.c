/* SPDX-License-Identifier: MIT */
/*
 * i2cbus.c -- the I2C master 0, an interrupt for each byte.
 *
 * Between writing and reading there is a STOP: QEMU's model of this master has no
 * repeated START, and on a bus with one master nobody can come in between. The master
 * cannot send an address alone, so that a transfer of nothing reads a byte and drops
 * it.
 */
#include "i2cbus.h"
#include "stellaris.h"

#define MSA REG(0x40020000)
#define MCS REG(0x40020004)
#define MDR REG(0x40020008)
#define MTPR REG(0x4002000C)
#define MIMR REG(0x40020010)
#define MICR REG(0x4002001C)
#define MCR REG(0x40020020)
enum { RUN = 1, START = 2, STOP = 4, ACK = 8 };
enum { BUSY = 1, ERROR = 2, ADDRESS_NACK = 4, DATA_NACK = 8, LOST = 16 };
enum { MASTER = 1 << 4, SCL_PERIODS = 20, MTPR_MOST = 127 };

static VSemaphore done;

static void on_byte(void)
{
    MICR = 1;
    vosSemSignalIsr(done);
}

int i2cbus_start(uint32_t bus, uint32_t clock)
{
    uint32_t speed = SCL_PERIODS * clock;
    uint32_t divisor = (vos_system_frequency() + speed - 1) / speed;
    (void)bus;
    if (divisor - 1 > MTPR_MOST) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    done = done ? done : vosSemCreate(0);
    if (!done) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    SYSCTL_RCGC1 |= RCGC1_I2C0;
    MCR = MASTER;
    MTPR = divisor - 1;
    MICR = 1;
    MIMR = 1;
    vosInstallHandler(IRQ_I2C0, on_byte);
    vos_irq_enable(IRQ_I2C0, true);
    return VHAL_OK;
}

void i2cbus_stop(uint32_t bus)
{
    (void)bus;
    vos_irq_enable(IRQ_I2C0, false);
    MIMR = 0;
    MCR = 0;
}

/* A refused address is known at once in QEMU, without an interrupt. */
static int step(uint32_t command, uint32_t timeout)
{
    MCS = command;
    uint32_t state = MCS;
    bool over = !(state & BUSY) && state & ERROR;
    if (!over && vosSemWaitTimeout(done, timeout) != VRES_OK) {
        MCS = STOP;
        return VHAL_TIMEOUT_ERROR;
    }
    state = MCS;
    if (!(state & ERROR)) {
        return VHAL_OK;
    }
    if (!(state & LOST)) {
        MCS = STOP;
    }
    return VHAL_HARDWARE_STATUS_ERROR;
}

static uint32_t command_at(uint32_t i, uint32_t n)
{
    return RUN | (i == 0 ? START : 0) | (i + 1 == n ? STOP : 0);
}

static int send(const uint8_t *tx, uint32_t n, uint32_t timeout)
{
    int result = VHAL_OK;
    for (uint32_t i = 0; i < n && result == VHAL_OK; i++) {
        MDR = tx[i];
        result = step(command_at(i, n), timeout);
    }
    return result;
}

static int receive(uint8_t *rx, uint32_t n, uint32_t timeout)
{
    int result = VHAL_OK;
    for (uint32_t i = 0; i < n && result == VHAL_OK; i++) {
        result = step(command_at(i, n) | (i + 1 < n ? ACK : 0), timeout);
        rx[i] = (uint8_t)MDR;
    }
    return result;
}

int i2cbus_transfer(uint32_t bus, uint16_t address, const uint8_t *tx, uint32_t txlen,
                    uint8_t *rx, uint32_t rxlen, uint32_t timeout)
{
    uint8_t nothing;
    int result = VHAL_OK;
    (void)bus;
    vosSemReset(done);
    if (txlen) {
        MSA = (uint32_t)address << 1;
        result = send(tx, txlen, timeout);
    }
    if (result == VHAL_OK && (rxlen || !txlen)) {
        MSA = (uint32_t)address << 1 | 1;
        result = receive(rxlen ? rx : &nothing, rxlen ? rxlen : 1, timeout);
    }
    return result;
}
