/* SPDX-License-Identifier: MIT */
/*
 * flash.c -- the NOR flash: two 16-bit chips side by side with Intel's command set, as
 * one of 32 bits. Source: Intel StrataFlash J3 data sheet, "Command Definitions".
 *
 * Between a command and the one that goes back to reading, the whole chip answers with
 * its status: nobody else may look meanwhile, so each operation holds the kernel's
 * lock.
 */
#include "vhal.h"
#include "virt.h"
#include <string.h>

#define BOTH(command) ((uint32_t)(command) << 16 | (command))
#define READ_ARRAY BOTH(0xFF)
#define CLEAR_STATUS BOTH(0x50)
#define ERASE BOTH(0x20)
#define CONFIRM BOTH(0xD0)
#define PROGRAM BOTH(0x40)
#define READY BOTH(0x80)
#define FAILED BOTH(0x7E) /* bits 1 … 6: locked, voltage, program, erase, order */

typedef volatile uint32_t word_t;

void *vhal_flash_start(void)
{
    return (void *)VIRT_FLASH;
}

uint32_t vhal_flash_size(void)
{
    return VIRT_FLASH_SIZE;
}

static bool inside(uintptr_t addr, uint32_t size)
{
    return addr >= VIRT_FLASH && addr <= VIRT_FLASH + VIRT_FLASH_SIZE &&
           size <= VIRT_FLASH + VIRT_FLASH_SIZE - addr;
}

/* Two words that start an operation, and its end. */
static bool command(uintptr_t addr, uint32_t first, uint32_t second)
{
    word_t *at = (word_t *)addr;
    vosSysLock();
    *at = first;
    *at = second;
    uint32_t status;
    do {
        status = *at;
    } while ((status & READY) != READY);
    *at = CLEAR_STATUS;
    *at = READ_ARRAY;
    vosSysUnlock();
    return !(status & FAILED);
}

int vhalFlashErase(void *addr, uint32_t size)
{
    uintptr_t at = (uintptr_t)addr, end = at + size;
    if (!inside(at, size)) {
        return VHAL_GENERIC_ERROR;
    }
    bool done = true;
    for (at &= ~(uintptr_t)(VIRT_FLASH_SECTOR - 1); done && at < end;
         at += VIRT_FLASH_SECTOR) {
        done = command(at, ERASE, CONFIRM);
    }
    return done ? VHAL_OK : VHAL_GENERIC_ERROR;
}

/* Of the word at `at`, the bytes [from, to). What is programmed is what is there AND
 * the new: a bit that is 0 stays so. */
static bool write_word(uintptr_t at, uint32_t from, uint32_t to, const uint8_t *data)
{
    uint32_t old = *(word_t *)at, word = UINT32_MAX;
    memcpy((uint8_t *)&word + from, data, to - from);
    return (old & word) == old || command(at, PROGRAM, old & word);
}

int vhalFlashWrite(void *addr, uint8_t *data, uint32_t len)
{
    uintptr_t at = (uintptr_t)addr;
    if (!inside(at, len)) {
        return VHAL_GENERIC_ERROR;
    }
    for (uint32_t done = 0; done < len;) {
        uint32_t from = at & 3, n = 4 - from < len - done ? 4 - from : len - done;
        if (!write_word(at - from, from, from + n, data + done)) {
            return VHAL_GENERIC_ERROR;
        }
        at += n;
        done += n;
    }
    return (int)len;
}

void *vhalFlashAlignToSector(void *addr)
{
    uintptr_t at = (uintptr_t)addr;
    if (!inside(at, 1)) {
        return NULL;
    }
    at = (at + VIRT_FLASH_SECTOR - 1) & ~(uintptr_t)(VIRT_FLASH_SECTOR - 1);
    return inside(at, 1) ? (void *)at : NULL;
}

int vhalFlashGetSector(void *addr)
{
    return inside((uintptr_t)addr, 1)
               ? (int)(((uintptr_t)addr - VIRT_FLASH) / VIRT_FLASH_SECTOR)
               : VHAL_GENERIC_ERROR;
}
