/* SPDX-License-Identifier: MIT */
/*
 * flash.c -- what the firmware leaves of the chip's own flash. It is written by words;
 * the CPU stands still meanwhile.
 */
#include "flash.h"
#include "nrf51.h"
#include <string.h>

/* Where the firmware ends: the linker script's. */
extern char __data_source[], __data_start[], __data_end[];

uint32_t flash_sector_size(void)
{
    return FICR_CODEPAGESIZE;
}

uintptr_t flash_start(void)
{
    uint32_t page = flash_sector_size();
    uintptr_t end = (uintptr_t)__data_source + (uintptr_t)(__data_end - __data_start);
    return (end + page - 1) / page * page;
}

uint32_t flash_size(void)
{
    return FICR_CODEPAGESIZE * FICR_CODESIZE - (uint32_t)flash_start();
}

static void set_mode(uint32_t mode)
{
    NVMC_CONFIG = mode;
    while (!NVMC_READY) {
    }
}

bool flash_erase_sector(uintptr_t at)
{
    set_mode(NVMC_ERASE);
    NVMC_ERASEPAGE = (uint32_t)at;
    set_mode(NVMC_READ);
    return true;
}

/* The bytes of a word that are not meant stay: writing clears bits only. */
static void write_part(uintptr_t at, const uint8_t *data, uint32_t len)
{
    uint32_t word = UINT32_MAX;
    memcpy((uint8_t *)&word + at % 4, data, len);
    REG(at & ~(uintptr_t)3) = word;
    while (!NVMC_READY) {
    }
}

bool flash_program(uintptr_t at, const uint8_t *data, uint32_t len)
{
    set_mode(NVMC_WRITE);
    while (len) {
        uint32_t n = 4 - at % 4;
        n = n < len ? n : len;
        write_part(at, data, n);
        at += n;
        data += n;
        len -= n;
    }
    set_mode(NVMC_READ);
    return true;
}
