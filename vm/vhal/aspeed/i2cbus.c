/* SPDX-License-Identifier: MIT */
/*
 * i2cbus.c -- the I2C buses: an interrupt for each byte.
 *
 * A bus is in one of few states: it has sent an address or a byte, waits for one, or
 * stops. on_bus() does the next step.
 */
#include "aspeed.h"
#include "i2cbus.h"

/* The peripherals' clock is not faster than this; a bus is then not faster than asked
 * for. */
enum { CLOCK = 100000000 };
enum {
    EVENTS = I2C_ACK | I2C_NAK | I2C_RX_DONE | I2C_LOST | I2C_STOPPED | I2C_ABNORMAL
};

typedef struct line {
    const uint8_t *tx;
    uint8_t *rx;
    uint32_t ntx, nrx;
    uint16_t address;
    bool reading; /* the address said so */
    bool over;
    int result;
    uint32_t steps;
    VSemaphore ended;
} line_t;

static line_t buses[I2C_LINES];

/* ---- steps, in an isr or with the bus quiet ---- */

static void begin_part(uint32_t n, bool reading)
{
    buses[n].reading = reading;
    I2C_BYTE(n) = (uint32_t)buses[n].address << 1 | reading;
    I2C_COMMAND(n) = I2C_START | I2C_TX;
}

static void ask_byte(uint32_t n)
{
    I2C_COMMAND(n) = I2C_RX | (buses[n].nrx == 1 ? I2C_RX_LAST : 0);
}

/* After an acknowledged address or byte. */
static void go_on(uint32_t n)
{
    line_t *b = &buses[n];
    if (b->reading) {
        ask_byte(n);
    } else if (b->ntx) {
        b->ntx--;
        I2C_BYTE(n) = *b->tx++;
        I2C_COMMAND(n) = I2C_TX;
    } else if (b->nrx) {
        begin_part(n, true);
    } else {
        I2C_COMMAND(n) = I2C_STOP;
    }
}

static void take_byte(uint32_t n)
{
    line_t *b = &buses[n];
    *b->rx++ = (uint8_t)(I2C_BYTE(n) >> 8);
    if (--b->nrx) {
        ask_byte(n);
    } else {
        I2C_COMMAND(n) = I2C_STOP;
    }
}

static void on_bus(uint32_t n, uint32_t events)
{
    line_t *b = &buses[n];
    if (events & I2C_STOPPED) {
        b->over = true;
    } else if (events & (I2C_LOST | I2C_ABNORMAL)) {
        b->result = VHAL_HARDWARE_STATUS_ERROR;
        b->over = true;
    } else if (events & I2C_NAK) {
        b->result = VHAL_HARDWARE_STATUS_ERROR;
        I2C_COMMAND(n) = I2C_STOP;
    } else if (events & I2C_RX_DONE) {
        take_byte(n);
    } else if (events & I2C_ACK) {
        go_on(n);
    }
    b->steps++;
    if (b->over) {
        vosSemSignalIsr(b->ended);
    }
}

static void on_interrupt(void)
{
    for (uint32_t n = 0; n < I2C_LINES; n++) {
        uint32_t events = I2C_INT_STATUS(n) & I2C_INT_ENABLE(n);
        if (events) {
            I2C_INT_STATUS(n) = events;
            on_bus(n, events);
        }
    }
}

/* ---- transfers ---- */

/* A period of the bus: (high + 1) + (low + 1) of a divided clock. */
static uint32_t timing_of(uint32_t clock)
{
    enum { MOST = 32 };
    uint32_t periods = (CLOCK + clock - 1) / clock, shift = 0;
    while (periods > MOST) {
        periods = (periods + 1) / 2;
        shift++;
    }
    uint32_t high = periods / 2, low = periods - high;
    return 0x77700300u | (high - 1) << 16 | (low - 1) << 12 | shift;
}

static void reset(uint32_t n)
{
    uint32_t timing = I2C_TIMING1(n);
    I2C_FUNCTIONS(n) = 0;
    I2C_INT_STATUS(n) = UINT32_MAX;
    I2C_TIMING1(n) = timing;
    I2C_TIMING2(n) = 0;
    I2C_FUNCTIONS(n) = I2C_MASTER;
    I2C_INT_ENABLE(n) = EVENTS;
}

int i2cbus_start(uint32_t n, uint32_t clock)
{
    line_t *b = &buses[n];
    b->ended = b->ended ? b->ended : vosSemCreate(0);
    if (!b->ended) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    SCU_PROTECTION = SCU_KEY;
    SCU_RESET2_CLEAR = SCU_RESET2_I2C;
    I2C_TIMING1(n) = timing_of(clock);
    reset(n);
    vosInstallHandler((int32_t)(I2C_IRQ + n), on_interrupt);
    vos_irq_enable((int32_t)(I2C_IRQ + n), true);
    return VHAL_OK;
}

void i2cbus_stop(uint32_t n)
{
    vos_irq_enable((int32_t)(I2C_IRQ + n), false);
    I2C_INT_ENABLE(n) = 0;
    I2C_FUNCTIONS(n) = 0;
}

/* As long as there are steps within each `timeout`. */
static int wait(uint32_t n, uint32_t timeout)
{
    line_t *b = &buses[n];
    for (uint32_t steps = b->steps + 1; !b->over && steps != b->steps;) {
        steps = b->steps;
        if (vosSemWaitTimeout(b->ended, timeout) == VRES_RESET) {
            break;
        }
    }
    if (!b->over) {
        reset(n);
        return VHAL_TIMEOUT_ERROR;
    }
    return b->result;
}

int i2cbus_transfer(uint32_t n, uint16_t address, const uint8_t *tx, uint32_t txlen,
                    uint8_t *rx, uint32_t rxlen, uint32_t timeout)
{
    line_t *b = &buses[n];
    VSemaphore ended = b->ended;
    vosSysLock();
    vosSemReset(ended);
    *b = (line_t){.address = address,
                  .tx = tx,
                  .ntx = txlen,
                  .rx = rx,
                  .nrx = rxlen,
                  .result = VHAL_OK,
                  .ended = ended};
    begin_part(n, !txlen && rxlen);
    vosSysUnlock();
    return wait(n, timeout);
}
