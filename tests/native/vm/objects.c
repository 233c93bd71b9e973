/* SPDX-License-Identifier: MIT */
/* objects.c -- comparing, hashing, attributes of any object. */
#include "expect.h"

C_NATIVE(test_objects_compare)
{
    C_NATIVE_UNWARN();
    PObject *a = (PObject *)pfloat_new(1.0), *list = (PObject *)plist_new(0, NULL), *out = NULL;
    EXPECT(pobj_compare(POBJ_EQ, P_ONE, a, &out) == ERR_OK && out == P_TRUE);
    EXPECT(pobj_compare(POBJ_NE, P_ONE, a, &out) == ERR_OK && out == P_FALSE);
    EXPECT(pobj_compare(POBJ_LT, P_ONE, P_TWO, &out) == ERR_OK && out == P_TRUE);
    EXPECT(pobj_compare(POBJ_LE, P_TWO, P_ONE, &out) == ERR_OK && out == P_FALSE);
    EXPECT(pobj_compare(POBJ_GT, P_TWO, P_ONE, &out) == ERR_OK && out == P_TRUE);
    EXPECT(pobj_compare(POBJ_GE, P_ONE, P_TWO, &out) == ERR_OK && out == P_FALSE);
    EXPECT(pobj_compare(POBJ_LT, P_ONE, list, &out) == ERR_TYPE_EXC);
    vm_clear();
    EXPECT(pobj_equal(P_ONE, a) == 1 && pobj_equal(P_ONE, list) == 0);
    return ERR_OK;
}

C_NATIVE(test_objects_truth_and_hash)
{
    C_NATIVE_UNWARN();
    PObject *text = (PObject *)pstring_new(2, (uint8_t *)"ab"), *list = (PObject *)plist_new(0, NULL);
    EXPECT(pobj_is_true(P_ONE) == 1 && pobj_is_true(P_ZERO) == 0 && pobj_is_true(list) == 0 && pobj_is_true(text) == 1);
    EXPECT(pobj_hash(text) == pobj_hash((PObject *)pstring_new(2, (uint8_t *)"ab")) && pobj_hash(text) != 0);
    EXPECT(pobj_hash(P_ONE) == pobj_hash(P_ONE_F) && pobj_hash(list) == 0);
    vm_clear();
    EXPECT(pobj_getattr(text, NAME_upper) != NULL && pobj_getattr(text, NAME_append) == NULL);
    return ERR_OK;
}

/* (o.name, o.name of its class) */
C_NATIVE(get)
{
    C_NATIVE_UNWARN();
    CHECK_ARG_INT(args[1]);
    int32_t name = PYC_ARG_INT(1);
    PObject *both[] = {pinstance_get(args[0], (Name)name), pclass_get(args[2], (Name)name)};
    for (int i = 0; i < 2; i++) {
        both[i] = both[i] ? both[i] : MAKE_NONE;
    }
    MAKE_RESULT(ptuple_new(2, both));
    return ERR_OK;
}
