/* Output parameters, err_t, errors = negative, bytes filled by C, objects. */
#include "zerynth.h"

C_NATIVE_FN() void outs_divmod(int32_t a, int32_t b, int32_t *q ZN_OUT, int32_t *r ZN_OUT)
{
    *q = a / b;
    *r = a % b;
}

C_NATIVE_FN() err_t outs_check(int32_t code, bool *ok ZN_OUT)
{
    *ok = true;
    return code;
}

C_NATIVE_FN() bool outs_both(const char **name ZN_OUT, double *x ZN_OUT, zn_bytes *b ZN_OUT)
{
    *name = "n";
    *x = 0.5;
    *b = (zn_bytes){(const uint8_t *)"\1\2", 2, 1};
    return false;
}

C_NATIVE_FN(errors = negative) int outs_vendor(int n) { return n; }

C_NATIVE_FN() void outs_fill(uint8_t *buf ZN_OUT, size_t n ZN_LEN(buf), uint8_t start ZN_DEFAULT(1))
{
    for (size_t i = 0; i < n; i++) {
        buf[i] = (uint8_t)(start + i);
    }
}

C_NATIVE_FN() err_t outs_read(uint8_t *buf ZN_OUT, int n ZN_LEN(buf) ZN_RANGE(0, 16), uint8_t *status ZN_OUT)
{
    *status = (uint8_t)n;
    for (int i = 0; i < n; i++) {
        buf[i] = 'x';
    }
    return ERR_OK;
}

C_NATIVE_FN() PObject *outs_same(PObject *o) { return o; }
C_NATIVE_FN() PObject *outs_nothing(void) { return NULL; }
