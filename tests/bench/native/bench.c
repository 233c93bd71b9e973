/* SPDX-License-Identifier: MIT */
/* bench.c -- functions that do next to nothing, so that what is timed is the way to
 * them. */
#include "zerynth.h"

C_NATIVE_MODULE(bench);

C_NATIVE_FN(py = add)
int32_t bench_add(int32_t a, int32_t b)
{
    return a + b;
}

C_NATIVE_FN(py = fadd)
double bench_fadd(double a, double b)
{
    return a + b;
}

C_NATIVE_FN(py = slen)
int32_t bench_slen(zn_str s)
{
    return (int32_t)s.len;
}

C_NATIVE_FN(py = opt)
int32_t bench_opt(int32_t a, int32_t b ZN_DEFAULT(7))
{
    return a + b;
}

C_NATIVE(classic)
{
    NATIVE_UNWARN();
    int32_t a, b;
    if (parse_py_args("ii", nargs, args, &a, &b) != 2) {
        return ERR_TYPE_EXC;
    }
    *res = PSMALLINT_NEW(a + b);
    return ERR_OK;
}

C_NATIVE_CLASS(py = Counter)
typedef struct counter {
    int32_t count;
} counter_t;

C_NATIVE_METHOD(counter_t, py = __init__)
void counter_init(counter_t *self ZN_OUT, int32_t start ZN_DEFAULT(0))
{
    self->count = start;
}

C_NATIVE_METHOD(counter_t, py = step)
int32_t counter_step(counter_t *self, int32_t by)
{
    self->count = (self->count + by) & 0xFFFF;
    return self->count;
}
