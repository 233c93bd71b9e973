/* SPDX-License-Identifier: MIT */
/* unsupported_nfo.c -- a board without an identity. */
#include "unsupported.h"

UNSUPPORTED(vhalNfoGetUID, uint8_t *buf)

uint8_t *vhalNfoGetUIDStr(void)
{
    static uint8_t none[1];
    return none;
}

int vhalNfoGetUIDLen(void)
{
    return 0;
}
