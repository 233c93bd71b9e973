/* SPDX-License-Identifier: MIT */
/*
 * verify.h -- the proof, before the first instruction runs, that an image's bytecode
 * stays within its stack, its constants and its objects.
 *
 * Two layers. verify_tables: every offset, count and index in the header's tables lies
 * in the image, constants are what their headers say. verify_code: each instruction is
 * known, operands are in range, jumps hit instructions, the operand stack has one depth
 * at each place and stays within code.stack, and a local that is read without a check
 * is assigned on every way there. Linear in the size of the bytecode. Context: thread
 * with the GIL.
 */
#ifndef CORE_VERIFY_H
#define CORE_VERIFY_H

#include "image.h"
#include <stddef.h>

/* What was found wrong. `what` is a constant sentence. */
typedef struct {
    const char *what;
    uint32_t code;   /* row of the code table, or UINT32_MAX: not in a code object */
    uint32_t offset; /* in its bytecode, or in the image */
} verify_error_t;

/* The tables of an image already known to have a good header and length. `base` is the
 * address that words in it are relative to. False: *error says why. */
int verify_tables(const uint8_t *image, uint64_t base, verify_error_t *error);
/* All code objects of an image whose tables are good. */
int verify_codes(const uint8_t *image, uint64_t base, verify_error_t *error);

#endif
