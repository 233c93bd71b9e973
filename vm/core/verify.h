/* SPDX-License-Identifier: MIT */
/*
 * verify.h -- the proof, before the first instruction runs, that an image's bytecode
 * stays within its stack, its constants and its objects.
 *
 * verify_tables: every offset, count and index of the tables lies in the image,
 * constants are what their headers say. verify_codes: each instruction is known,
 * operands are in range, jumps hit instructions, the operand stack has one depth at
 * each place and stays within code.stack, values that an opcode takes for a list, a
 * tuple, a cell … are that, and a local read without a check is assigned on every way
 * there. Linear in the size of the image for code as compilers write it.
 */
#ifndef CORE_VERIFY_H
#define CORE_VERIFY_H

#include "image.h"
#include <stdbool.h>

/* What was found wrong. `what` is a constant phrase. */
typedef struct {
    const char *what;
    uint32_t code;   /* row of the code table, or UINT32_MAX: not in a code object */
    uint32_t offset; /* in its bytecode, or in the image */
} verify_error_t;

/* What `what` is when the image could not be looked at. */
extern const char verify_no_memory[];

/*
 * Both take an image at rest: header, length and relocation table are good, words are
 * not relocated yet. False: *error says why. Memory comes from gc_malloc and is given
 * back. Context: thread with the GIL.
 */
bool verify_tables(const uint8_t *image, verify_error_t *error);
bool verify_codes(const uint8_t *image, verify_error_t *error);

#endif
