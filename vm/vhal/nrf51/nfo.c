/* SPDX-License-Identifier: MIT */
/* nfo.c -- the identity that each chip is made with, in the FICR. */
#include "nfo.h"
#include "nrf51.h"
#include <string.h>

int nfo_read(uint8_t *uid)
{
    const uint32_t words[] = {FICR_DEVICEID0, FICR_DEVICEID1};
    memcpy(uid, words, sizeof words);
    return sizeof words;
}
