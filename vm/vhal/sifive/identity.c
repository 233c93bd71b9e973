/* SPDX-License-Identifier: MIT */
/*
 * identity.c -- the chip's identity: the serial number in its one-time programmable
 * memory, which the factory writes once as it is and once inverted. Source: FU540
 * manual, chapter 18, and the data sheet of its memory, Analog Bits EGP/SXP.
 */
#include "nfo.h"
#include "sifive.h"

#define ADDRESS REG(SIFIVE_OTP)
#define CELL_ENABLE REG(SIFIVE_OTP + 0x0C)
#define CLOCK REG(SIFIVE_OTP + 0x10)
#define DATA REG(SIFIVE_OTP + 0x18)
#define DEEP_STANDBY REG(SIFIVE_OTP + 0x1C) /* 0: it stands by */
#define TRIM_ENABLE REG(SIFIVE_OTP + 0x34)

enum { LENGTH = 4, SERIAL = 0xFC };
enum { STROBE_US = 1, WAKE_US = 100 };

static uint32_t read_word(uint32_t at)
{
    ADDRESS = at;
    CLOCK = 1;
    sleep_polling(TIME_U(STROBE_US, MICROS));
    CLOCK = 0;
    return DATA;
}

static void power(uint32_t on)
{
    DEEP_STANDBY = on;
    TRIM_ENABLE = on;
    CELL_ENABLE = on;
    sleep_polling(TIME_U(WAKE_US, MICROS));
}

/* The last pair that is one; earlier places count when later ones are spoilt. */
static uint32_t serial_number(void)
{
    uint32_t found = 0;
    power(1);
    for (uint32_t at = SERIAL; !found && at > 0; at -= 2) {
        uint32_t number = read_word(at), inverted = read_word(at + 1);
        found = number == ~inverted ? number : 0;
    }
    power(0);
    return found;
}

/* It never changes, and waking the memory takes its time. */
int nfo_read(uint8_t *uid)
{
    static uint32_t number;
    if (!number) {
        number = serial_number();
    }
    for (int i = 0; i < LENGTH; i++) {
        uid[i] = (uint8_t)(number >> 8 * (LENGTH - 1 - i));
    }
    return LENGTH;
}
