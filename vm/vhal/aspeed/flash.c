/* SPDX-License-Identifier: MIT */
/*
 * flash.c -- the NOR chip of the firmware controller, an SST25VF032B, which is read in
 * the address space. Source: SST25VF032B data sheet (S71327), "Instructions".
 */
#include "flash.h"
#include "aspeed.h"
#include "smc.h"
#include "vosal.h"

enum { SIZE = 4 << 20, SECTOR = 4096, TRIES = 1000 };
enum {
    WRITE_STATUS = 0x01,
    PROGRAM_BYTE = 0x02,
    READ_STATUS = 0x05,
    WRITE_ENABLE = 0x06,
    ERASE_SECTOR = 0x20
};
enum { STATUS_BUSY = 1 };

uintptr_t flash_start(void)
{
    return FMC_WINDOW;
}

uint32_t flash_size(void)
{
    return SIZE;
}

uint32_t flash_sector_size(void)
{
    return SECTOR;
}

static void command(const uint8_t *out, uint32_t n)
{
    static const uint8_t enable = WRITE_ENABLE;
    smc_command(FMC, FMC_WINDOW, &enable, 1, NULL, 0);
    smc_command(FMC, FMC_WINDOW, out, n, NULL, 0);
}

static bool is_busy(void)
{
    static const uint8_t ask = READ_STATUS;
    uint8_t status;
    smc_command(FMC, FMC_WINDOW, &ask, 1, &status, 1);
    return status & STATUS_BUSY;
}

/* A byte takes 10 us, a sector 25 ms. */
static bool wait(uint32_t pause)
{
    for (int i = 0; i < TRIES; i++) {
        if (!is_busy()) {
            return true;
        }
        if (pause) {
            vosThSleep(pause);
        }
    }
    return false;
}

/* All of it is protected after power on. */
static void unprotect(void)
{
    static bool done;
    static const uint8_t nothing[] = {WRITE_STATUS, 0};
    if (!done) {
        done = true;
        command(nothing, sizeof nothing);
    }
}

static void address(uint8_t *out, uintptr_t at)
{
    at -= FMC_WINDOW;
    out[0] = (uint8_t)(at >> 16);
    out[1] = (uint8_t)(at >> 8);
    out[2] = (uint8_t)at;
}

bool flash_erase_sector(uintptr_t at)
{
    uint8_t out[4] = {ERASE_SECTOR};
    unprotect();
    address(out + 1, at);
    command(out, sizeof out);
    return wait(TIME_U(1, MILLIS));
}

bool flash_program(uintptr_t at, const uint8_t *data, uint32_t len)
{
    bool good = true;
    unprotect();
    for (; good && len; at++, data++, len--) {
        uint8_t out[5] = {PROGRAM_BYTE, 0, 0, 0, *data};
        if (*data == 0xff) {
            continue; /* clears nothing */
        }
        address(out + 1, at);
        command(out, sizeof out);
        good = wait(0);
    }
    return good;
}
