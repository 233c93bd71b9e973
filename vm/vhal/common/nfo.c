/* SPDX-License-Identifier: MIT */
/* nfo.c -- the chip's identity, over a family's nfo.h. */
#include "nfo.h"

int vhalNfoGetUIDLen(void)
{
    uint8_t uid[NFO_MOST];
    return nfo_read(uid);
}

int vhalNfoGetUID(uint8_t *buf)
{
    nfo_read(buf);
    return VHAL_OK;
}

uint8_t *vhalNfoGetUIDStr(void)
{
    static uint8_t text[2 * NFO_MOST + 1];
    static const char digits[] = "0123456789abcdef";
    uint8_t uid[NFO_MOST];
    int n = nfo_read(uid);
    for (int i = 0; i < n; i++) {
        text[2 * i] = (uint8_t)digits[uid[i] >> 4];
        text[2 * i + 1] = (uint8_t)digits[uid[i] & 15];
    }
    text[2 * n] = 0;
    return text;
}
