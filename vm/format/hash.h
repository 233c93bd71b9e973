/* SPDX-License-Identifier: MIT */
/*
 * hash.h -- the hash of str and bytes, computed by the compiler for constants and by the VM for the rest.
 */
#ifndef FORMAT_HASH_H
#define FORMAT_HASH_H

#include <stddef.h>
#include <stdint.h>

/*
 * FNV-1a of 32 bits folded to 16. Never 0, which in a header's aux means "not computed yet". Context: any.
 */
static inline uint16_t value_hash_bytes(const void *data, size_t len)
{
    const uint8_t *p = (const uint8_t *)data;
    uint32_t h = 2166136261u;
    while (len--) {
        h = (h ^ *p++) * 16777619u;
    }
    h = (h >> 16) ^ (h & 0xFFFF);
    return (uint16_t)(h ? h : 1);
}

#endif
