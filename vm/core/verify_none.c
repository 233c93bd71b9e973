/* SPDX-License-Identifier: MIT */
/* verify_none.c -- in place of verify.c and verify_code.c on a board that trusts its
 * images: they are checked by their CRC alone. */
#include "verify.h"

const char verify_no_memory[] = "";

bool verify_tables(const uint8_t *image, verify_error_t *error)
{
    (void)image, (void)error;
    return true;
}

bool verify_codes(const uint8_t *image, verify_error_t *error)
{
    (void)image, (void)error;
    return true;
}
