/* SPDX-License-Identifier: MIT */
/* natives.c -- natives that call each other by name. */
#include "expect.h"

NATIVE_FN(twice)
{
    NATIVE_UNWARN();
    PYC_CHECK_NUM_ARGS(1);
    MAKE_RESULT(PSMALLINT_NEW(2 * PYC_ARG_INT(0)));
    return ERR_OK;
}

C_NATIVE(test_natives_call_each_other)
{
    C_NATIVE_UNWARN();
    PObject *arg = PSMALLINT_NEW(21), *out = NULL;
    native_fn by_pointer = NATIVE_NAME(twice);
    EXPECT(NATIVE_FN_CALL(twice, 1, NULL, &arg, &out) == ERR_OK && out == PSMALLINT_NEW(42));
    EXPECT(by_pointer(0, NULL, &arg, &out) == ERR_TYPE_EXC);
    return ERR_OK;
}
