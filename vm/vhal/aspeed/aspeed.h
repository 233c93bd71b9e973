/* SPDX-License-Identifier: MIT */
/*
 * aspeed.h -- registers of the AST10x0. Their addresses, fields and interrupts are
 * public in the device tree bindings of Zephyr and Linux (aspeed,ast10x0-…,
 * aspeed,ast2600-…) and in Aspeed's SVD files.
 */
#ifndef ASPEED_ASPEED_H
#define ASPEED_ASPEED_H

#include <stdint.h>

#define REG(address) (*(volatile uint32_t *)(address))

/* ---- system control unit ---- */

enum { SCU = 0x7E6E2000 };
#define SCU_PROTECTION REG(SCU + 0x000)
#define SCU_RESET2_CLEAR REG(SCU + 0x054)
#define SCU_RNG_DATA REG(SCU + 0x540)
#define SCU_CHIP_ID0 REG(SCU + 0x5B0)
#define SCU_CHIP_ID1 REG(SCU + 0x5B4)
#define SCU_KEY 0x1688A8A8u
enum { SCU_RESET2_I2C = 1 << 2, SCU_RESET2_ADC = 1 << 23 };

/* ---- UARTs: 16550, a register every 4 bytes ---- */

#define UART_DATA(base) REG((base) + 0x00)
#define UART_IER(base) REG((base) + 0x04)
#define UART_FCR(base) REG((base) + 0x08)
#define UART_LCR(base) REG((base) + 0x0C)
#define UART_LSR(base) REG((base) + 0x14)
enum { UART_IER_RX = 1 << 0, UART_IER_TX = 1 << 1 };
enum { UART_FCR_ON = 1 << 0, UART_FCR_EMPTY = 3 << 1, UART_FIFO = 16 };
enum {
    UART_LCR_7 = 2,
    UART_LCR_8 = 3,
    UART_LCR_STOP = 1 << 2,
    UART_LCR_PARITY = 1 << 3,
    UART_LCR_EVEN = 1 << 4,
    UART_LCR_DLAB = 1 << 7
};
enum { UART_LSR_DATA = 1 << 0, UART_LSR_THRE = 1 << 5, UART_LSR_EMPTY = 1 << 6 };
enum { UART_CLOCK = 24000000 / 16 };
enum { UART5 = 0x7E784000 };

/* ---- GPIO: sets of four ports of eight pins ---- */

enum { GPIO = 0x7E780000, GPIO_SETS = 6, GPIO_IRQ = 11 };
/* Which edge: of the three, the third says both, else the first rising or falling. */
typedef struct gpio_set {
    uint16_t value, direction, enable, rising, level, both, status;
} gpio_set_t;

/* ---- ADC: two engines of eight channels ---- */

enum { ADC = 0x7E6E9000, ADC_ENGINE_SIZE = 0x100, ADC_ENGINES = 2, ADC_CHANNELS = 8 };
#define ADC_CONTROL(e) REG(ADC + (e)*ADC_ENGINE_SIZE + 0x00)
#define ADC_CLOCK(e) REG(ADC + (e)*ADC_ENGINE_SIZE + 0x0C)
/* Two channels a word, the even one in its lower half. */
#define ADC_DATA(e, channel) REG(ADC + (e)*ADC_ENGINE_SIZE + 0x10 + (channel) / 2 * 4)
enum {
    ADC_ENABLE = 1,
    ADC_NORMAL = 7 << 1,
    ADC_READY = 1 << 8,
    ADC_CHANNEL0 = 1 << 16
};

/* ---- I2C: in the register layout that all chips since the AST2400 have ---- */

enum { I2C = 0x7E7B0000, I2C_LINES = 14, I2C_IRQ = 110 };
#define I2C_BUS(n) (I2C + 0x80 + (n)*0x80)
#define I2C_FUNCTIONS(n) REG(I2C_BUS(n) + 0x00)
#define I2C_TIMING1(n) REG(I2C_BUS(n) + 0x04)
#define I2C_TIMING2(n) REG(I2C_BUS(n) + 0x08)
#define I2C_INT_ENABLE(n) REG(I2C_BUS(n) + 0x0C)
#define I2C_INT_STATUS(n) REG(I2C_BUS(n) + 0x10)
#define I2C_COMMAND(n) REG(I2C_BUS(n) + 0x14)
#define I2C_BYTE(n) REG(I2C_BUS(n) + 0x20)
enum { I2C_MASTER = 1 };
enum {
    I2C_START = 1 << 0,
    I2C_TX = 1 << 1,
    I2C_RX = 1 << 3,
    I2C_RX_LAST = 1 << 4,
    I2C_STOP = 1 << 5
};
enum {
    I2C_ACK = 1 << 0,
    I2C_NAK = 1 << 1,
    I2C_RX_DONE = 1 << 2,
    I2C_LOST = 1 << 3,
    I2C_STOPPED = 1 << 4,
    I2C_ABNORMAL = 1 << 5,
    I2C_SCL_TIMEOUT = 1 << 6
};

/* ---- firmware SPI controllers: FMC, SPI1, SPI2; the first with what it is read
 * through ---- */

enum { FMC = 0x7E620000, SPI1 = 0x7E630000, SPI2 = 0x7E640000 };
enum { FMC_WINDOW = 0x80000000u, SPI1_WINDOW = 0x90000000u, SPI2_WINDOW = 0xB0000000u };
#define SMC_CONF(base) REG((base) + 0x00)
#define SMC_CONTROL(base, select) REG((base) + 0x10 + 4 * (select))
enum { SMC_CONF_WRITE = 1 << 16 }; /* of select 0 */
enum { SMC_READ = 0, SMC_USER = 3, SMC_UNSELECT = 1 << 2 };

/* ---- timers: down from a reload value ---- */

enum { TIMER = 0x7E782000 };
#define TIMER1_COUNT REG(TIMER + 0x00)
#define TIMER1_RELOAD REG(TIMER + 0x04)
#define TIMER_CONTROL REG(TIMER + 0x30)
enum { TIMER1_ENABLE = 1 << 0, TIMER1_MHZ = 1 << 1 };

/* ---- watchdog ---- */

enum { WDT = 0x7E785000 };
#define WDT_RELOAD REG(WDT + 0x04)
#define WDT_RESTART REG(WDT + 0x08)
#define WDT_CONTROL REG(WDT + 0x0C)
#define WDT_STATUS REG(WDT + 0x10)
#define WDT_CLEAR REG(WDT + 0x14)
enum { WDT_RESTART_KEY = 0x4755 };
enum { WDT_ENABLE = 1 << 0, WDT_RESET = 1 << 1, WDT_MHZ = 1 << 4 };
enum { WDT_BITTEN = 1 << 0 };

#endif
