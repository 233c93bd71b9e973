/* SPDX-License-Identifier: MIT */
/*
 * icu.c -- the input capture driver: READ (pin, trigger, most samples, window, unit,
 * pull, bits).
 */
#include "vbl/driver.h"

enum { ICU_MOST = 65535 };

static err_t list_of(const uint32_t *values, uint32_t n, PObject **res)
{
    PObject *list = (PObject *)plist_new(n, NULL);
    for (uint32_t i = 0; list && i < n; i++) {
        PObject *value = (PObject *)pinteger_new(values[i]);
        if (value == NULL) {
            return ERR_MEMORY_EXC;
        }
        PLIST_SET_ITEM(list, i, value);
    }
    *res = list;
    return list ? ERR_OK : ERR_MEMORY_EXC;
}

/* (level that the first duration had before it ended … as trigger numbers, durations)
 */
static err_t with_first(uint32_t first, PObject **res)
{
    PObject *pair[] = {PSMALLINT_NEW(first == ICU_TRIGGER_HIGH), *res};
    *res = (PObject *)ptuple_new(2, pair);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t icu_read(int32_t index, int nargs, PObject **args, PObject **res)
{
    int32_t pin, trigger, most, window, unit, pull, bits;
    (void)index;
    if (parse_py_args("iiiiIII", nargs, args, &pin, &trigger, &most, &window,
                      (int32_t)MILLIS, &unit, (int32_t)1, &pull, (int32_t)0,
                      &bits) != 7) {
        return ERR_TYPE_EXC;
    }
    if (most < 1 || most > ICU_MOST || window < 0 || trigger < ICU_TRIGGER_LOW ||
        trigger > ICU_TRIGGER_BOTH) {
        return vm_raise(ERR_VALUE_EXC, "icu: %d samples from trigger %d within %d",
                        (int)most, (int)trigger, (int)window);
    }
    uint32_t n = (uint32_t)most, first = ICU_TRIGGER_LOW;
    uint32_t *durations = gc_malloc(n * (uint32_t)sizeof *durations);
    if (durations == NULL) {
        return ERR_MEMORY_EXC;
    }
    RELEASE_GIL();
    int code = vhalIcuStart(
        pin,
        ICU_CFG((uint32_t)trigger, 0, pull ? ICU_INPUT_PULLUP : ICU_INPUT_PULLDOWN),
        TIME_U((uint32_t)window, (uint32_t)unit), durations, &n, &first);
    ACQUIRE_GIL();
    err_t err = vbl_check("icu", code);
    err = err ? err : list_of(durations, n, res);
    gc_free(durations);
    return err || !bits ? err : with_first(first, res);
}

static const vbl_command commands[] = {[DRV_CMD_READ] = icu_read};

static C_NATIVE(icu_ctl)
{
    (void)self;
    return VBL_RUN_PLAIN("icu", commands, nargs, args, res);
}

C_NATIVE(_vbl_icu_init)
{
    NATIVE_UNWARN();
    vhalInitICU(NULL);
    return vbl_install(PINCLASS_ICU, icu_ctl);
}
