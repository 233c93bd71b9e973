/* SPDX-License-Identifier: MIT */
/* bigint_none.c -- in place of bigint.c and bigint_text.c on a small board: overflow
 * raises OverflowError. */
#include "bigint.h"
#include "exc.h"
#include "int.h"
#include "text.h"
#include <math.h>

static err_t overflow(void)
{
    return vm_raise(ERR_OVERFLOW_EXC, "integer overflow");
}

err_t bigint_binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    (void)op, (void)a, (void)b, (void)res;
    return overflow();
}

err_t bigint_divmod(PObject *a, PObject *b, PObject **quotient, PObject **rest)
{
    (void)a, (void)b, (void)quotient, (void)rest;
    return overflow();
}

err_t bigint_pow_mod(PObject *a, PObject *e, PObject *m, PObject **res)
{
    (void)a, (void)e, (void)m, (void)res;
    return overflow();
}

err_t bigint_from_u64(uint64_t magnitude, bool negative, PObject **res)
{
    if (negative && magnitude == (uint64_t)1 << 63) {
        *res = int_new(INT64_MIN);
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    return overflow();
}

/* No object is a PBIGINT here, so nobody asks for these. */
int bigint_order(PObject *a, PObject *b)
{
    return (a > b) - (a < b);
}

uint32_t bigint_hash(PObject *o)
{
    return (uint32_t)POBJ_WORD(o);
}

err_t bigint_add_text(PObject *o, unsigned base, bool upper, text_t *out)
{
    (void)o, (void)base, (void)upper;
    return out->err = overflow();
}

err_t bigint_parse(const char *digits, size_t n, unsigned base, bool negative,
                   PObject **res)
{
    (void)digits, (void)n, (void)base, (void)negative, (void)res;
    return overflow();
}

double bigint_to_double(PObject *o)
{
    (void)o;
    return NAN;
}

bool bigint_true_divide(PObject *a, PObject *b, double *res)
{
    int64_t x, y;
    if (!int_get(a, &x) || !int_get(b, &y)) {
        return false;
    }
    *res = (double)x / (double)y;
    return true;
}

err_t bigint_from_double(double value, PObject **res)
{
    (void)value, (void)res;
    return overflow();
}

unsigned bigint_bit_length(PObject *o)
{
    (void)o;
    return 0;
}

unsigned bigint_bit_count(PObject *o)
{
    (void)o;
    return 0;
}

bool bigint_to_bytes(PObject *o, uint8_t *out, size_t n, bool is_signed)
{
    (void)o, (void)out, (void)n, (void)is_signed;
    return false;
}

err_t bigint_from_bytes(const uint8_t *data, size_t n, bool is_signed, PObject **res)
{
    (void)data, (void)is_signed, (void)n, (void)res;
    return overflow();
}
