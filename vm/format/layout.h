/* SPDX-License-Identifier: MIT */
/*
 * layout.h -- how constants look inside an image: the words and object headers of pobject.h and value.h, as numbers.
 *
 * The compiler writes for a VM whose pointers may have another width than its own, so it cannot use the VM's structs.
 * tests/unit/layout_test.c holds the two against each other.
 */
#ifndef FORMAT_LAYOUT_H
#define FORMAT_LAYOUT_H

#include <stdint.h>

/* Type ids, all of them. */
enum {
#define TYPE(number, id, name) LAYOUT_##id = number,
#define VMTYPE(number, id, name) LAYOUT_##id = number,
#include "types.def"
#undef TYPE
#undef VMTYPE
};

/* Header of 8 bytes: u32 length, u8 type, u8 flags, u16 aux; data from +8. */
#define LAYOUT_HEADER 8
#define LAYOUT_NEGATIVE 0x01 /* of PBIGINT */
#define LAYOUT_HASHABLE 0x20
#define LAYOUT_ASCII 0x80

/* Tagged words, zero-extended to the word size. */
#define LAYOUT_NONE 0x0Au
#define LAYOUT_FALSE 0x12u
#define LAYOUT_TRUE 0x112u
#define LAYOUT_ELLIPSIS (((uint32_t)LAYOUT_PELLIPSIS << 8) | 0x1Au)
#define LAYOUT_NOT_IMPLEMENTED (((uint32_t)LAYOUT_PNOTIMPLEMENTED << 8) | 0x1Au)
#define LAYOUT_SMALLINT(v) (((uint32_t)(v) << 1) | 1u)
#define LAYOUT_SMALLINT_MAX 0x3FFFFFFF
#define LAYOUT_SMALLINT_MIN (-0x40000000)
#define LAYOUT_EXCEPTION(number) (((uint32_t)(number) << 16) | 0xFF0Eu)
#define LAYOUT_TYPE_OBJECT(type) (((uint32_t)(type) << 8) | 0x1Eu)

/* A PFUNCTION: header, then words code, defaults, kwdefaults, cells. */
#define LAYOUT_FUNCTION_WORDS 4

#endif
