/* SPDX-License-Identifier: MIT */
/* nfo.c -- the chip's identity: its part number and the MAC address, which TI's boards
 * have in the two user registers. */
#include "nfo.h"
#include "stellaris.h"

#define USER_REG0 REG(0x400FE1E0)
#define USER_REG1 REG(0x400FE1E4)

static void put(uint8_t *to, uint32_t word, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        to[i] = (uint8_t)(word >> 8 * i);
    }
}

int nfo_read(uint8_t *uid)
{
    put(uid, SYSCTL_DID1 >> 16, 2);
    put(uid + 2, USER_REG0, 3);
    put(uid + 5, USER_REG1, 3);
    return 8;
}
