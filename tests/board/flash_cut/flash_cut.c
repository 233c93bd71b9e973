/* SPDX-License-Identifier: MIT */
/* flash_cut.c -- a log in flash: records of a number and its complement. */
#include "vhal.h"
#include "zn_native.h"

C_NATIVE_MODULE(flash_cut);

typedef struct record {
    uint32_t number, complement;
} record_t;

enum { SECTOR = 256 << 10, RECORDS = SECTOR / sizeof(record_t) };

static const volatile record_t *records(void)
{
    return vhal_flash_start();
}

static int first_bad(void)
{
    int n = 0;
    while (n < RECORDS && records()[n].number == (uint32_t)n + 1 &&
           records()[n].complement == ~records()[n].number) {
        n++;
    }
    return n;
}

/// How many records there are; below 0: the flash behind them is not erased, but for
/// half of a record that the power failed in.
C_NATIVE_FN()
int find(void)
{
    int n = first_bad();
    for (int i = n + 1; i < RECORDS; i++) {
        if (records()[i].number != UINT32_MAX ||
            records()[i].complement != UINT32_MAX) {
            return -1 - n;
        }
    }
    return n;
}

/// Starts a new log.
C_NATIVE_FN()
int erase(void)
{
    return vhalFlashErase(vhal_flash_start(), SECTOR);
}

/// Writes record `number` and says how many bytes were written.
C_NATIVE_FN()
int append(int number)
{
    record_t r = {(uint32_t)number, ~(uint32_t)number};
    uint8_t *at = (uint8_t *)vhal_flash_start() + (number - 1) * (int)sizeof r;
    return vhalFlashWrite(at, (uint8_t *)&r, sizeof r);
}
