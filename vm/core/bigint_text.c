/* SPDX-License-Identifier: MIT */
/* bigint_text.c -- big integers to and from digits and floats. */
#include "bigint.h"
#include "exc.h"
#include "gc.h"
#include "int.h"
#include "limbs.h"
#include "text.h"
#include <math.h>
#include <string.h>

/* As CPython 3.11: more would take quadratic time without anybody noticing why. */
#define MAX_DIGITS 4300

static bool is_power_of_two(unsigned base)
{
    return (base & (base - 1)) == 0;
}

/* The largest power of base in a limb, and its exponent. */
static uint32_t chunk_of(unsigned base, unsigned *digits)
{
    uint32_t power = base;
    *digits = 1;
    while ((uint64_t)power * base <= UINT32_MAX) {
        power *= base;
        ++*digits;
    }
    return power;
}

static err_t digits_error(void)
{
    return vm_raise(ERR_VALUE_EXC,
                    "Exceeds the limit (%d digits) for integer string conversion; use "
                    "sys.set_int_max_str_digits() to increase the limit",
                    MAX_DIGITS);
}

err_t bigint_add_text(PObject *o, unsigned base, bool upper, text_t *out)
{
    limbs_t l;
    limbs_of(o, &l);
    unsigned bits_per_digit = 31 - (unsigned)__builtin_clz(base), digits;
    if (!is_power_of_two(base) && l.n > 450) { /* 10^4300 has 447 limbs */
        return digits_error();
    }
    uint32_t chunk = chunk_of(base, &digits),
             size = l.n * 32 / bits_per_digit + digits + 1;
    PBigint *work = limbs_new(l.n);
    PBuffer *buffer = gc_new_buffer(size, false);
    if (work == NULL || buffer == NULL) {
        return out->err = ERR_MEMORY_EXC;
    }
    memcpy(work->limb, l.limb, l.n * sizeof *l.limb);
    char *end = (char *)buffer->buffer + size, *p = end,
         ten = upper ? 'A' - 10 : 'a' - 10;
    for (uint32_t n = l.n; n > 0;) {
        uint32_t rest = limbs_div_small(work->limb, n, chunk);
        while (n > 0 && work->limb[n - 1] == 0) {
            n--;
        }
        for (unsigned i = 0; i < digits && (n > 0 || rest > 0); i++, rest /= base) {
            unsigned d = rest % base;
            *--p = (char)(d < 10 ? '0' + d : ten + d);
        }
    }
    if (!is_power_of_two(base) && end - p > MAX_DIGITS) {
        return digits_error();
    }
    if (l.negative) {
        text_add_char(out, '-');
    }
    return text_add(out, p, (size_t)(end - p));
}

static unsigned digit_of(char c)
{
    return c <= '9' ? (unsigned)(c - '0') : (unsigned)((c | 0x20) - 'a' + 10);
}

err_t bigint_parse(const char *digits, size_t n, unsigned base, bool negative,
                   PObject **res)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        count += digits[i] != '_';
    }
    if (!is_power_of_two(base) && count > MAX_DIGITS) {
        return vm_raise(
            ERR_VALUE_EXC,
            "Exceeds the limit (%d digits) for integer string conversion: value "
            "has %u digits; use sys.set_int_max_str_digits() to increase the "
            "limit",
            MAX_DIGITS, (unsigned)count);
    }
    unsigned bits_per_digit = 32 - (unsigned)__builtin_clz(base - 1);
    PBigint *r = limbs_new((uint32_t)(count * bits_per_digit / 32 + 2));
    if (r == NULL) {
        return ERR_MEMORY_EXC;
    }
    uint32_t used = 0;
    for (size_t i = 0; i < n; i++) {
        if (digits[i] == '_') {
            continue;
        }
        uint32_t carry = limbs_mul_small(r->limb, used, base, digit_of(digits[i]));
        if (carry) {
            r->limb[used++] = carry;
        }
    }
    return limbs_finish(r, negative, res);
}

/* ---- floats ---- */

/* The top 64 bits of a magnitude with a sticky lowest bit; *exponent: value ≈ bits ·
 * 2^exponent. */
static uint64_t top_bits(const limbs_t *l, int *exponent)
{
    uint64_t top = 0;
    bool sticky = false;
    uint32_t bits = l->n * 32 - (unsigned)__builtin_clz(l->limb[l->n - 1]);
    int shift = (int)bits - 64;
    for (uint32_t i = 0; i < l->n; i++) {
        int at = (int)(i * 32) - shift;
        uint64_t limb = l->limb[i];
        if (at <= -32) {
            sticky |= limb != 0;
        } else if (at < 0) {
            sticky |= (limb & (((uint64_t)1 << -at) - 1)) != 0;
            top |= limb >> -at;
        } else {
            top |= limb << at;
        }
    }
    *exponent = shift;
    return top | sticky;
}

/* Rounds to 53 bits, to even. */
static double round_bits(uint64_t top, int exponent)
{
    uint64_t rest = top & 0x7FF, mantissa = top >> 11;
    mantissa += rest > 0x400 || (rest == 0x400 && (mantissa & 1));
    return ldexp((double)mantissa, exponent + 11);
}

double bigint_to_double(PObject *o)
{
    limbs_t l;
    limbs_of(o, &l);
    if (l.n == 0) {
        return 0;
    }
    int exponent;
    uint64_t top = top_bits(&l, &exponent);
    double d = exponent > 2000 ? HUGE_VAL : round_bits(top, exponent);
    return l.negative ? -d : d;
}

/*
 * a is shifted so that the quotient has at least 64 bits; then a rest that is not zero
 * only makes it sticky. Quotients below the normal range round twice there.
 */
bool bigint_true_divide(PObject *a, PObject *b, double *res)
{
    PObject *const zero = PSMALLINT_NEW(0);
    int shift = (int)int_bit_length(b) - (int)int_bit_length(a) + 66;
    bool negative = (int_order(a, zero) < 0) != (int_order(b, zero) < 0);
    if (shift < -2000) {
        return false;
    }
    if (int_bit_length(a) == 0 || shift > 1300) {
        *res = negative ? -0.0 : 0.0;
        return true;
    }
    PObject *q, *r, *n = PSMALLINT_NEW(shift < 0 ? -shift : shift);
    if ((int_order(a, zero) < 0 && int_unary(UN_NEG, a, &a)) ||
        (int_order(b, zero) < 0 && int_unary(UN_NEG, b, &b)) ||
        (shift > 0 && int_binary(BIN_LSHIFT, a, n, &a)) ||
        (shift < 0 && int_binary(BIN_LSHIFT, b, n, &b)) || int_divmod(a, b, &q, &r)) {
        return false;
    }
    limbs_t l;
    int exponent;
    limbs_of(q, &l);
    uint64_t top = top_bits(&l, &exponent) | (int_order(r, zero) != 0);
    double d = round_bits(top, exponent - shift);
    *res = negative ? -d : d;
    return !isinf(d);
}

err_t bigint_from_double(double value, PObject **res)
{
    int exponent;
    double fraction = frexp(fabs(value), &exponent);
    uint64_t mantissa = (uint64_t)ldexp(fraction, 53);
    unsigned shift = (unsigned)(exponent - 53); /* |value| ≥ 2^63 */
    PBigint *r = limbs_new(shift / 32 + 4);
    if (r == NULL) {
        return ERR_MEMORY_EXC;
    }
    uint64_t low = mantissa << shift % 32;
    uint32_t *limb = &r->limb[shift / 32];
    limb[0] = (uint32_t)low;
    limb[1] = (uint32_t)(low >> 32);
    limb[2] = shift % 32 ? (uint32_t)(mantissa >> (64 - shift % 32)) : 0;
    return limbs_finish(r, value < 0, res);
}
