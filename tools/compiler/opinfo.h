/* SPDX-License-Identifier: MIT */
/*
 * opinfo.h -- what the compiler has to know about each opcode, taken from opcodes.def.
 */
#ifndef COMPILER_OPINFO_H
#define COMPILER_OPINFO_H

#include "opcodes.h"
#include <stdbool.h>

typedef struct opinfo {
    const char *name;   /* NULL: no such opcode */
    const char *fields; /* operand fields, letters of opcodes.h */
    const char *meaning;
} opinfo_t;

extern const opinfo_t opinfo[256];

/* Stack effect when the instruction falls through; `n` is its count (the sum of two).
 */
int opinfo_pops(int op, int n);
int opinfo_pushes(int op, int n);

/* Values on the stack after jumping, less those after falling through. */
int opinfo_jump_extra(int op);

/* The count that stack effects refer to, from the arguments in field order. */
int opinfo_count(int op, const int *args);

/* Bytes of the instruction. */
int opinfo_size(int op);

/* True for an opcode that never falls through. */
bool opinfo_ends_block(int op);

/* Index of the field that names a jump's target, or -1. */
int opinfo_target_field(int op);

#endif
