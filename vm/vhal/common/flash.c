/* SPDX-License-Identifier: MIT */
/* flash.c -- addresses and sectors of flash, over what a family can do with one sector.
 */
#include "bus.h"
#include "flash.h"
#include "vhal.h"

void *vhal_flash_start(void)
{
    return (void *)flash_start();
}

uint32_t vhal_flash_size(void)
{
    return flash_size();
}

static bool is_flash(const void *addr, uint32_t len)
{
    uintptr_t at = (uintptr_t)addr - flash_start();
    return (uintptr_t)addr >= flash_start() && at < flash_size() &&
           len <= flash_size() - at;
}

/* One thread at a time. */
static bus_t bus;

static int end(bool good, int result)
{
    bus_unlock(&bus);
    return good ? result : VHAL_HARDWARE_STATUS_ERROR;
}

int vhalFlashErase(void *addr, uint32_t size)
{
    uint32_t sector = flash_sector_size();
    if (!is_flash(addr, size)) {
        return VHAL_GENERIC_ERROR;
    }
    uintptr_t at = (uintptr_t)addr, last = at + (size ? size - 1 : 0);
    bool good = true;
    at -= (at - flash_start()) % sector;
    if (!bus_lock(&bus)) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    for (; good && at <= last; at += sector) {
        good = flash_erase_sector(at);
    }
    return end(good, VHAL_OK);
}

int vhalFlashWrite(void *addr, uint8_t *data, uint32_t len)
{
    if (!is_flash(addr, len)) {
        return VHAL_GENERIC_ERROR;
    }
    if (!bus_lock(&bus)) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    return end(flash_program((uintptr_t)addr, data, len), (int)len);
}

void *vhalFlashAlignToSector(void *addr)
{
    uint32_t sector = flash_sector_size();
    if (!is_flash(addr, 0)) {
        return NULL;
    }
    uintptr_t at = (uintptr_t)addr - flash_start();
    at = (at + sector - 1) / sector * sector;
    return at < flash_size() ? (void *)(flash_start() + at) : NULL;
}

int vhalFlashGetSector(void *addr)
{
    return is_flash(addr, 0)
               ? (int)(((uintptr_t)addr - flash_start()) / flash_sector_size())
               : VHAL_GENERIC_ERROR;
}
