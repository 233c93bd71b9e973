/* SPDX-License-Identifier: MIT */
/*
 * gc.c -- the collector, by the numbers that old code knows.
 */
#include "zerynth.h"

C_NATIVE_MODULE(gc, version = 1.0.0);

/* Commands. */
typedef enum C_NATIVE_ENUM(prefix = GC_CMD_, py = _Command) {
    GC_CMD_INFO,
    GC_CMD_COLLECT,
    GC_CMD_DISABLE,
    GC_CMD_ENABLE,
} zgc_command_t;

#define INFO_ITEMS 7 /* what gc_info() knows */

static PObject *info(void)
{
    PTuple *result = ptuple_new(INFO_ITEMS, NULL);
    for (int i = 0; result && i < INFO_ITEMS; i++) {
        PObject *value = (PObject *)pinteger_new_u(gc_info(i));
        if (value == NULL) {
            return NULL;
        }
        PTUPLE_SET_ITEM(result, i, value);
    }
    return (PObject *)result;
}

/// Does what the command says.
C_NATIVE_FN(py = __gc)
PObject *zgc_do(zgc_command_t code, uint32_t period ZN_DEFAULT(0))
{
    switch (code) {
    case GC_CMD_INFO:
        return info();
    case GC_CMD_COLLECT:
        gc_collect();
        break;
    case GC_CMD_DISABLE:
        gc_pause();
        break;
    case GC_CMD_ENABLE:
        gc_resume(period);
        break;
    default:
        vm_raise(ERR_VALUE_EXC, "unknown command of the collector");
        return NULL;
    }
    return MAKE_NONE();
}
