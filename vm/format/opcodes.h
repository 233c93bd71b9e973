/* SPDX-License-Identifier: MIT */
/*
 * opcodes.h -- the opcodes' numbers, and how many bytes of which fields follow each.
 *
 * An operand kind is a string of fields in the order in which they stand after the opcode byte. The verifier checks
 * each field against its table, the disassembler prints it, the code generator writes it.
 */
#ifndef FORMAT_OPCODES_H
#define FORMAT_OPCODES_H

#include <stdint.h>

typedef enum opcode {
#define OP(number, name, operand, pops, pushes, meaning) OP_##name = number,
#include "opcodes.def"
#undef OP
} opcode_t;

/*
 * Fields:  l local u8 · d local that holds a cell u8 · i int8 · I int16 · n count u8 · N count u16 · k constant u16 ·
 * a name u16 · g global u16 · b builtin u16 · e exception u16 · v native u16 · c code u16 · C class u16 · m module u16 ·
 * j forward offset u16 · r backward offset u16. Offsets count from the end of the instruction.
 */
#define OPERAND_NONE ""
#define OPERAND_COUNT "n"
#define OPERAND_COUNT2 "nn" /* two counts; their sum is `n` */
#define OPERAND_COUNT16 "N"
#define OPERAND_I8 "i"
#define OPERAND_I16 "I"
#define OPERAND_CONST "k"
#define OPERAND_BUILTIN "b"
#define OPERAND_EXC "e"
#define OPERAND_NATIVE "v"
#define OPERAND_LOCAL "l"
#define OPERAND_CELL "d"
#define OPERAND_GLOBAL "g"
#define OPERAND_NAME "a"
#define OPERAND_CLASS "C"
#define OPERAND_MODULE "m"
#define OPERAND_JUMP "j"
#define OPERAND_LOOP "r"
#define OPERAND_LOCAL_GLOBAL "lg"
#define OPERAND_LOCAL_LOCAL "ll"
#define OPERAND_LOCAL_I8 "li"
#define OPERAND_LOCAL_NAME "la"
#define OPERAND_LOCAL_LOOP "lr"
#define OPERAND_LOCAL_LOCAL_JUMP "llj"
#define OPERAND_LOCAL_LOCAL_LOOP "llr"
#define OPERAND_LOCAL_I8_JUMP "lij"
#define OPERAND_LOCAL_I8_LOOP "lir"
#define OPERAND_I8_JUMP "ij"
#define OPERAND_NAME_COUNT "an"
#define OPERAND_BUILTIN_COUNT "bn"
#define OPERAND_GLOBAL_COUNT "gn"
#define OPERAND_COUNT_CONST "nk"
#define OPERAND_CODE_FLAGS "cn"

/* Compiles only when every number stands once. */
static inline int opcode_is_known(uint8_t number)
{
    switch (number) {
#define OP(number, name, operand, pops, pushes, meaning) case number:
#include "opcodes.def"
#undef OP
        return 1;
    default:
        return 0;
    }
}

/* Bytes of one field. */
static inline int opcode_field_size(char field)
{
    return field == 'l' || field == 'd' || field == 'i' || field == 'n' ? 1 : 2;
}

#endif
