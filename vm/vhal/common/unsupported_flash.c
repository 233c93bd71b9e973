/* SPDX-License-Identifier: MIT */
/* unsupported_flash.c -- a board without flash that can be written. */
#include "unsupported.h"

UNSUPPORTED(vhalFlashErase, void *addr, uint32_t size)
UNSUPPORTED(vhalFlashWrite, void *addr, uint8_t *data, uint32_t len)
UNSUPPORTED(vhalFlashGetSector, void *addr)

void *vhal_flash_start(void)
{
    return NULL;
}

uint32_t vhal_flash_size(void)
{
    return 0;
}

void *vhalFlashAlignToSector(void *addr)
{
    return NULL;
}
