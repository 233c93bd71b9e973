/* SPDX-License-Identifier: MIT */
/* nfo.c -- the identity that each chip is made with, in the system control unit. */
#include "nfo.h"
#include "aspeed.h"
#include <string.h>

int nfo_read(uint8_t *uid)
{
    const uint32_t words[] = {SCU_CHIP_ID0, SCU_CHIP_ID1};
    memcpy(uid, words, sizeof words);
    return sizeof words;
}
