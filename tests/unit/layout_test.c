/* SPDX-License-Identifier: MIT */
/* parts: vm/format */
/* include: vm/format vm/core sdk/include */
/*
 * layout_test.c -- vm/format/layout.h, by which the compiler writes constants, against
 * the VM's own structs.
 */
#include "layout.h"
#include "hash.h"
#include "tap.h"
#include "value.h"

static void put_word(uint32_t got, PObject *want)
{
    CHECK_INT(got, (uint32_t)POBJ_WORD(want));
}

TEST(words)
{
    put_word(LAYOUT_NONE, P_NONE);
    put_word(LAYOUT_TRUE, P_TRUE);
    put_word(LAYOUT_FALSE, P_FALSE);
    put_word(LAYOUT_ELLIPSIS, P_ELLIPSIS);
    put_word(LAYOUT_NOT_IMPLEMENTED, P_NOT_IMPLEMENTED);
    put_word(LAYOUT_EXCEPTION(NAME_ValueError), PEXCEPTION_NEW(NAME_ValueError));
    put_word(LAYOUT_TYPE_OBJECT(PLIST), PTYPEOBJ_NEW(PLIST));
    put_word(LAYOUT_SMALLINT(-5), PSMALLINT_NEW(-5));
    put_word(LAYOUT_SMALLINT(LAYOUT_SMALLINT_MAX), PSMALLINT_NEW(PSMALLINT_MAX));
    CHECK_INT(LAYOUT_SMALLINT_MIN, PSMALLINT_MIN);
}

TEST(types)
{
#define TYPE(number, id, name) CHECK_INT(LAYOUT_##id, id);
#define VMTYPE(number, id, name) CHECK_INT(LAYOUT_##id, id);
#include "types.def"
#undef TYPE
#undef VMTYPE
}

TEST(objects)
{
    CHECK_INT(LAYOUT_HEADER, sizeof(PObjectHeader));
    CHECK_INT(LAYOUT_HASHABLE, POBJ_HASHABLE);
    CHECK_INT(LAYOUT_ASCII, POBJ_ASCII);
    CHECK_INT(LAYOUT_NEGATIVE, BIGINT_NEGATIVE);
    CHECK_INT(offsetof(PFunction, code), LAYOUT_HEADER);
    CHECK_INT(sizeof(PFunction),
              LAYOUT_HEADER + LAYOUT_FUNCTION_WORDS * sizeof(void *));
    CHECK_INT(offsetof(PBigint, limb), LAYOUT_HEADER);
}

TEST(hash_is_never_zero)
{
    CHECK(value_hash_bytes("", 0) != 0);
    CHECK_INT(value_hash_bytes("a", 1), ((0xE40C292Cu >> 16) ^ (0xE40C292Cu & 0xFFFF)));
}

TAP_MAIN
