/* SPDX-License-Identifier: MIT */
/* flash.h -- what a family fills in of its flash in the address space for flash.c. */
#ifndef VHAL_FLASH_H
#define VHAL_FLASH_H

#include <stdbool.h>
#include <stdint.h>

/* Where it is and what is erased at once. Context: any. */
uintptr_t flash_start(void);
uint32_t flash_size(void);
uint32_t flash_sector_size(void);

/* One of them at a time. False: the chip has not done it. Context: thread. */
bool flash_erase_sector(uintptr_t at);
bool flash_program(uintptr_t at, const uint8_t *data, uint32_t len);

#endif
