/* SPDX-License-Identifier: MIT */
/*
 * nfo.c -- the machine's identity: what the hart says of itself. All machines of one
 * version of the emulator have the same.
 */
#include "vhal.h"
#include <string.h>

enum { LENGTH = 16 };

#define CSR(name)                                                                      \
    ({                                                                                 \
        uint32_t csr_;                                                                 \
        __asm__("csrr %0, " #name : "=r"(csr_));                                       \
        csr_;                                                                          \
    })

int vhalNfoGetUIDLen(void)
{
    return LENGTH;
}

int vhalNfoGetUID(uint8_t *buf)
{
    const uint32_t words[] = {CSR(mvendorid), CSR(marchid), CSR(mimpid), CSR(mhartid)};
    memcpy(buf, words, sizeof words);
    return VHAL_OK;
}

uint8_t *vhalNfoGetUIDStr(void)
{
    static uint8_t text[2 * LENGTH + 1];
    uint8_t id[LENGTH];
    vhalNfoGetUID(id);
    for (int i = 0; i < LENGTH; i++) {
        text[2 * i] = (uint8_t) "0123456789abcdef"[id[i] >> 4];
        text[2 * i + 1] = (uint8_t) "0123456789abcdef"[id[i] & 15];
    }
    return text;
}
