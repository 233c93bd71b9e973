/* SPDX-License-Identifier: MIT */
/* nfo.c -- the chip's identity, the scene's or the same for every board. */
#include "parts.h"
#include <string.h>

enum { MAX_UID = 32 };

static uint8_t uid[MAX_UID] = "zvm-sim-0001";
static int uid_length = 12;

int vhalNfoGetUIDLen(void)
{
    return uid_length;
}

int vhalNfoGetUID(uint8_t *buf)
{
    memcpy(buf, uid, (size_t)uid_length);
    return VHAL_OK;
}

uint8_t *vhalNfoGetUIDStr(void)
{
    static uint8_t text[2 * MAX_UID + 1];
    static const char digits[] = "0123456789abcdef";
    for (int i = 0; i < uid_length; i++) {
        text[2 * i] = (uint8_t)digits[uid[i] >> 4];
        text[2 * i + 1] = (uint8_t)digits[uid[i] & 15];
    }
    text[2 * uid_length] = 0;
    return text;
}

static void set_uid(sim_args_t *args)
{
    uint32_t len;
    const uint8_t *bytes = sim_arg_bytes(args, "id", &len);
    if (len < 1 || len > MAX_UID) {
        sim_fail("an identity has 1 to %d bytes", MAX_UID);
        return;
    }
    memcpy(uid, bytes, len);
    uid_length = (int)len;
}

const sim_statement_t nfo_statements[] = {
    {"uid", set_uid},
    {0},
};
