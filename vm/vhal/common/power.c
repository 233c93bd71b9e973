/* SPDX-License-Identifier: MIT */
/*
 * power.c -- sleep, in which the idle thread stops the CPU until an interrupt; and
 * bytes that survive a reset, in memory that the start leaves alone.
 */
#include "power.h"
#include "ext.h"
#include <string.h>

enum { BYTES = 16 };
#define MAGIC 0x5A564D31u

static struct {
    uint32_t magic, sum;
    uint8_t bytes[BYTES];
} kept __attribute__((section(".noinit")));

static uint32_t sum(void)
{
    uint32_t s = MAGIC;
    for (int i = 0; i < BYTES; i++) {
        s = s * 31 + kept.bytes[i];
    }
    return s;
}

/* After power comes there is anything. */
static void begin(void)
{
    if (kept.magic != MAGIC || kept.sum != sum()) {
        memset(&kept, 0, sizeof kept);
        kept.magic = MAGIC;
        kept.sum = sum();
    }
}

int vhalGetStatusSize(void)
{
    return BYTES;
}

int vhalSaveStatusByte(int pos, uint8_t value)
{
    if (pos < 0 || pos >= BYTES) {
        return VHAL_GENERIC_ERROR;
    }
    begin();
    kept.bytes[pos] = value;
    kept.sum = sum();
    return VHAL_OK;
}

int vhalGetStatusByte(int pos)
{
    begin();
    return pos < 0 || pos >= BYTES ? VHAL_GENERIC_ERROR : kept.bytes[pos];
}

int vhalInitPowersave(void)
{
    return power_reason();
}

int vhalGoToSleep(uint32_t delay, uint32_t level)
{
    VEvent came = ext_event();
    if (level != POWERSAVE_SLEEP || delay > UINT32_MAX / 4) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    if (!came) {
        return VHAL_GENERIC_ERROR;
    }
    vosEventClear(came);
    int32_t woke = vosEventWait(came, delay ? TIME_U(delay, MILLIS) : VTIME_INFINITE);
    return woke == VRES_TIMEOUT ? POWERSAVE_TIMEOUT : POWERSAVE_INTERRUPT;
}
