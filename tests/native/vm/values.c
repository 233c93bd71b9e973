/* SPDX-License-Identifier: MIT */
/* values.c -- words, tags, types, numbers, constants of C. */
#include "expect.h"

C_NATIVE(test_values_tags)
{
    C_NATIVE_UNWARN();
    PObject *small = PSMALLINT_NEW(42);
    EXPECT((uint32_t)(uintptr_t)small == 85); /* the picture of the seeds: 101010 1 */
    EXPECT(IS_TAGGED(small) && IS_PSMALLINT(small) && PTYPE(small) == PSMALLINT && TAGTYPE(small) == PSMALLINT);
    EXPECT((uint32_t)(uintptr_t)MAKE_NONE == 0x0A && MAKE_NONE == MAKE_NONE() && P_NONE == MAKE_NONE);
    EXPECT((uint32_t)(uintptr_t)PBOOL_FALSE == 0x12 && (uint32_t)(uintptr_t)PBOOL_TRUE() == 0x112);
    EXPECT(P_TRUE == PBOOL_TRUE && P_FALSE == PBOOL_FALSE());
    EXPECT(PTYPE(MAKE_NONE()) == PNONE && TYPE_FROM_TAGGED(MAKE_NONE) == PNONE);
    EXPECT(PTYPE(PBOOL_TRUE) == PBOOL && _typetags[(0x12 & 0x1f) >> 2] == PBOOL);
    EXPECT(PTYPE(PEXCEPTION_NEW(NAME_TypeError)) == PEXCEPTION && IS_EXCEPTION(PEXCEPTION_NEW(NAME_TypeError)));
    EXPECT(PTYPE(PDRIVER_NEW(7)) == PDRIVER && PTYPE(PNATIVE_NEW(3)) == PNATIVE);
    EXPECT(IS_BOOL(PBOOL_FALSE) && !IS_BOOL(MAKE_NONE) && PBOOL_VALUE(PBOOL_TRUE) == 1 && PBOOL_VALUE(P_FALSE) == 0);
    PObject *text = (PObject *)pstring_new(1, (uint8_t *)"x");
    EXPECT(!IS_TAGGED(text) && PHEADERTYPE(text) == PSTRING && PTYPE(text) == PSTRING);
    EXPECT(sizeof(PObjectHeader) == 8 && sizeof(PObject) == 8);
    return ERR_OK;
}

C_NATIVE(test_values_type_numbers)
{
    C_NATIVE_UNWARN();
    static const int types[] = {PSMALLINT, PINTEGER,  PFLOAT,     PBOOL,   PSTRING,   PBYTES,   PBYTEARRAY, PSHORTS,
                                PSHORTARRAY, PLIST,   PTUPLE,     PRANGE,  PFSET,     PSET,     PDICT,      PFUNCTION,
                                PMETHOD,   PCLASS,    PINSTANCE,  PMODULE, PBUFFER,   PSLICE,   PITERATOR,  PFRAME,
                                PCELL,     PNONE,     PEXCEPTION, PNATIVE, PSYSOBJ,   PDRIVER,  PTHREAD,    NTYPES};
    for (int i = 0; i < (int)(sizeof types / sizeof *types); i++) {
        EXPECT(types[i] == i);
    }
    EXPECT(PNUMBER == PFLOAT && PSEQUENCE == PRANGE);
    EXPECT(strcmp(typestrings[PSTRING], "str") == 0 && strcmp(typestrings[PSHORTARRAY], "shortarray") == 0);
    return ERR_OK;
}

C_NATIVE(test_values_type_tests)
{
    C_NATIVE_UNWARN();
    PObject *wide = (PObject *)pinteger_new(1), *real = (PObject *)pfloat_new(1), *list = (PObject *)plist_new(0, NULL);
    EXPECT(IS_INTEGER(wide) && IS_INTEGER(PSMALLINT_NEW(1)) && !IS_INTEGER(real));
    EXPECT(IS_PNUMBER(real) && IS_PNUMBER(wide) && !IS_PNUMBER(list));
    EXPECT(IS_NUMBER_TYPE(PFLOAT) && !IS_NUMBER_TYPE(PBOOL) && IS_INTEGER_TYPE(PINTEGER) && !IS_INTEGER_TYPE(PFLOAT));
    EXPECT(IS_BOOL_TYPE(PBOOL) && !IS_BOOL_TYPE(PNONE));
    EXPECT(IS_PSEQUENCE(list) && !IS_PSEQUENCE(MAKE_NONE) && !IS_PDICT(list) && !IS_PSLICE(list));
    EXPECT(IS_PDICT((PObject *)pdict_new(0)) && IS_PSLICE(pslice_new(MAKE_NONE, MAKE_NONE, MAKE_NONE)));
    for (int t = 0; t < NTYPES; t++) {
        EXPECT(IS_PSEQUENCE_TYPE(t) == (t >= 4 && t <= 11));
        EXPECT(IS_BYTE_PSEQUENCE_TYPE(t) == (t >= 4 && t <= 6));
        EXPECT(IS_SHORT_PSEQUENCE_TYPE(t) == (t == 7 || t == 8));
        EXPECT(IS_OBJ_PSEQUENCE_TYPE(t) == (t == 9 || t == 10));
        EXPECT(IS_SET_TYPE(t) == (t == 12 || t == 13));
        EXPECT(IS_MAP_TYPE(t) == (t >= 12 && t <= 14));
        EXPECT(IS_TYPE_SEQ_MUTABLE(t) == (t == 6 || t == 8 || t == 9));
    }
    return ERR_OK;
}

C_NATIVE(test_values_integers)
{
    C_NATIVE_UNWARN();
    static const int32_t edges[] = {0, 1, -1, 42, 0x3FFFFFFF, -0x40000000};
    for (int i = 0; i < 6; i++) {
        PObject *o = PSMALLINT_NEW(edges[i]);
        EXPECT(PSMALLINT_VALUE(o) == edges[i] && INTEGER_VALUE(o) == edges[i]);
        EXPECT(!PSMALLINT_OVERFLOWED(edges[i]) && !PSMALLINT_UNDERFLOWED(edges[i]));
    }
    EXPECT(PSMALLINT_OVERFLOWED(0x40000000) && PSMALLINT_UNDERFLOWED(-0x40000001LL));
    EXPECT(PSMALLINT_VALUE_P(PSMALLINT_NEW(-1)) == 0x7FFFFFFF);
    EXPECT(PSMALLINT_NEW(1 + 1) == P_TWO && P_ZERO == (PObject *)(uintptr_t)PSMALLINT_ZERO);
    EXPECT(PSMALLINT_VALUE(P_ONE) == 1 && PSMALLINT_VALUE(P_M_ONE) == -1 && PSMALLINT_SLICE_MARKER == 0x0fffffff);
    PInteger *wide = pinteger_new(INT64_MIN);
    EXPECT(PTYPE(wide) == PINTEGER && INTEGER_VALUE(wide) == INT64_MIN);
    EXPECT(PTYPE(pinteger_new(5)) == PINTEGER && INTEGER_VALUE(pinteger_new(5)) == 5);
    EXPECT(INTEGER_VALUE(pinteger_new_u(UINT64_MAX)) == -1);
    INT_TYPE i = -1;
    UINT_TYPE u = 1;
    zint_t z = i;
    Name name = 0xFFFF;
    EXPECT(sizeof i == 8 && u > 0 && z < 0 && name > 0 && Z_INT64_VM == 1);
    return ERR_OK;
}

C_NATIVE(test_values_floats)
{
    C_NATIVE_UNWARN();
    PFloat *half = pfloat_new(FLOAT_HALF);
    EXPECT(PTYPE(half) == PFLOAT && PFLOAT_VALUE(half) == 0.5 && FLOAT_VALUE(half) == 0.5);
    EXPECT(FLOAT_VALUE(P_ZERO_F) == FLOAT_ZERO && FLOAT_VALUE(P_ONE_F) == FLOAT_ONE);
    EXPECT(FLOAT_VALUE(P_TWO_F) == 2 && FLOAT_VALUE(P_M_ONE_F) == -1 && PTYPE(P_ONE_F) == PFLOAT);
    EXPECT(FLOAT_FLOOR(-1.5) == -2 && FLOAT_TRUNC(-1.5) == -1 && FLOAT_ROUND(1.5) == 2);
    EXPECT(FLOAT_POW(2.0, 10.0) == 1024 && FLOAT_SQRT(81.0) == 9 && ATOF("2.5") == 2.5 && FLOAT_MAX > 1e308);
    FLOAT_TYPE f = 1;
    zfloat_t z = f;
    EXPECT(sizeof z == 8 && Z_DOUBLE_FP == 1);
    EXPECT_TEXT(P_EMPTY_S, "");
    return ERR_OK;
}

STORED static int stored = 7;
static int aligned[4] ALIGNED_TO(16);

int values_original(void);
int values_original(void)
{
    return 3;
}
int values_alias(void) ALIASED(values_original);

C_NATIVE(test_values_of_c)
{
    C_NATIVE_UNWARN();
    EXPECT(LONG_SIZE == 4 && MIN(2, 3) == 2 && MAX(2, 3) == 3 && MAX_INT == INT32_MAX && MIN_INT == INT32_MIN);
    EXPECT(IS_I32B(INT64_C(-5)) && !IS_I32B(INT64_C(1) << 31) && IS_U32B(INT64_C(1) << 31) && !IS_U32B(INT64_C(-1)));
    EXPECT((uintptr_t)aligned % 16 == 0 && stored == 7 && values_alias() == 3);
    char copy[4] = "";
    __memcpy(copy, "abc", 4);
    EXPECT(__memcmp(copy, "abc", 4) == 0);
    return ERR_OK;
}
