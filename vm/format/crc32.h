/* SPDX-License-Identifier: MIT */
/* crc32.h -- CRC-32 as in IEEE 802.3 and zlib: reflected polynomial 0xEDB88320, start and end inverted. */
#ifndef FORMAT_CRC32_H
#define FORMAT_CRC32_H

#include <stddef.h>
#include <stdint.h>

/* CRC of `len` bytes that follow bytes whose CRC is `crc`; start with 0. Context: any. */
uint32_t crc32_update(uint32_t crc, const void *data, size_t len);

#endif
