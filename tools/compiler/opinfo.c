/* SPDX-License-Identifier: MIT */
/*
 * opinfo.c -- tables and questions about opcodes, made from opcodes.def.
 */
#include "opinfo.h"
#include <stddef.h>

const opinfo_t opinfo[256] = {
#define OP(number, op, operand, pops, pushes, text)                                    \
    [number] = {.name = #op, .fields = OPERAND_##operand, .meaning = text},
#include "opcodes.def"
#undef OP
};

int opinfo_pops(int op, int n)
{
    switch (op) {
#define OP(number, name, operand, pops, pushes, meaning)                               \
    case number:                                                                       \
        return pops;
#include "opcodes.def"
#undef OP
    }
    return n - n;
}

int opinfo_pushes(int op, int n)
{
    switch (op) {
#define OP(number, name, operand, pops, pushes, meaning)                               \
    case number:                                                                       \
        return pushes;
#include "opcodes.def"
#undef OP
    }
    return n - n;
}

int opinfo_jump_extra(int op)
{
    switch (op) {
    case OP_JUMP_IF_FALSE_OR_POP:
    case OP_JUMP_IF_TRUE_OR_POP:
    case OP_LOOP_ITER_FAST:
        return 1;
    case OP_LOOP_ITER:
        return 2; /* the iterator stays and the value comes on top */
    case OP_LOOP_RANGE:
        return 3;
    }
    return 0;
}

int opinfo_count(int op, const int *args)
{
    int n = 0;
    for (const char *f = opinfo[op].fields; *f; f++, args++) {
        if (*f == 'n' || *f == 'N') {
            n += *args;
        }
    }
    return n;
}

int opinfo_size(int op)
{
    int size = 1;
    for (const char *f = opinfo[op].fields; *f; f++) {
        size += opcode_field_size(*f);
    }
    return size;
}

bool opinfo_ends_block(int op)
{
    switch (op) {
    case OP_JUMP:
    case OP_LOOP:
    case OP_RETURN:
    case OP_RETURN_NONE:
    case OP_RETURN_FAST:
    case OP_RAISE:
    case OP_RERAISE:
        return true;
    }
    return false;
}

int opinfo_target_field(int op)
{
    for (int i = 0; opinfo[op].fields[i]; i++) {
        if (opinfo[op].fields[i] == 'j' || opinfo[op].fields[i] == 'r') {
            return i;
        }
    }
    return -1;
}
