/* Callables for the call and kept ones; nogil. */
#include "zerynth.h"

static zn_callable kept;

C_NATIVE_FN() err_t callbacks_each(int32_t n, zn_callable f)
{
    for (int32_t i = 0; i < n; i++) {
        PObject *arg = PSMALLINT_NEW(i), *res;
        err_t err = vm_call(f.object, &res, 1, &arg);
        if (err != ERR_OK) {
            return err;
        }
    }
    return ERR_OK;
}

C_NATIVE_FN() void callbacks_keep(zn_callable f ZN_NULLABLE ZN_SCOPE(forever)) { kept = f; }

C_NATIVE_FN() err_t callbacks_fire(void)
{
    PObject *res;
    return kept.object ? vm_call(kept.object, &res, 0, NULL) : ERR_OK;
}

C_NATIVE_FN(nogil) int32_t callbacks_slow(int32_t n, int32_t *twice ZN_OUT)
{
    *twice = 2 * n;
    return n;
}
