/* SPDX-License-Identifier: MIT */
/*
 * softfloat.c -- arithmetic of doubles where the processor has none and flash is short:
 * in place of libgcc's, a fifth of its size. IEEE 754, rounded to nearest even, with
 * subnormals; a NaN is a quiet NaN.
 *
 * The names are those that compilers call (ARM's run-time ABI, 4.1.2). A double is the
 * word of its bits here, as it is passed in core registers.
 */
#include <stdbool.h>
#include <stdint.h>

/* Who calls them is the compiler, who knows them. */
#pragma GCC diagnostic ignored "-Wmissing-prototypes"

#ifndef SOFTFLOAT
#define SOFTFLOAT(name) __aeabi_##name /* tests give other names */
#endif

#define SIGN ((uint64_t)1 << 63)
#define INFINITE ((uint64_t)0x7FF << 52)
#define QUIET_NAN ((uint64_t)0xFFF << 51)
#define HIDDEN ((uint64_t)1 << 52)
#define TOP ((uint64_t)1 << 62)
#define BIAS 1023

/* mantissa / 2^62 · 2^(exponent − BIAS) */
typedef struct {
    uint64_t mantissa;
    int exponent;
} parts_t;

static bool is_nan(uint64_t bits)
{
    return (bits & ~SIGN) > INFINITE;
}

/* Shifted right; what falls out leaves its mark in the last bit. */
static uint64_t shift_sticky(uint64_t m, unsigned n)
{
    if (n > 63) {
        return m != 0;
    }
    uint64_t kept = m >> n;
    return kept | (kept << n != m);
}

/* The nearest double of any mantissa. */
static uint64_t __attribute__((noinline)) pack(uint64_t sign, int exponent, uint64_t m)
{
    if (m == 0) {
        return sign;
    }
    if (m & SIGN) {
        m = shift_sticky(m, 1);
        exponent++;
    }
    while (!(m & TOP)) {
        m <<= 1;
        exponent--;
    }
    if (exponent <= 0) {
        m = shift_sticky(m, 1u - (unsigned)exponent);
        exponent = 1;
    }
    unsigned rest = (unsigned)m & 0x3FF;
    m >>= 10;
    m += rest > 0x200 || (rest == 0x200 && (m & 1));
    if (exponent > 2 * BIAS) {
        return sign | INFINITE;
    }
    m += (uint64_t)(exponent - 1) << 52; /* the hidden bit adds the last 1 */
    return sign | (m < INFINITE ? m : INFINITE);
}

/* Of a finite value, with the mantissa's first bit at TOP. */
static parts_t __attribute__((noinline)) unpack(uint64_t bits)
{
    parts_t p = {bits & (HIDDEN - 1), (int)(bits >> 52) & 0x7FF};
    if (p.exponent == 0) {
        p.exponent = 1;
    } else {
        p.mantissa |= HIDDEN;
    }
    p.mantissa <<= 10;
    while (p.mantissa && !(p.mantissa & TOP)) {
        p.mantissa <<= 1;
        p.exponent--;
    }
    return p;
}

uint64_t SOFTFLOAT(dadd)(uint64_t a, uint64_t b)
{
    if ((a & ~SIGN) < (b & ~SIGN)) {
        uint64_t c = a;
        a = b;
        b = c;
    }
    uint64_t sign = a & SIGN, magnitude = a & ~SIGN;
    bool differ = ((a ^ b) & SIGN) != 0;
    if (magnitude >= INFINITE) {
        return is_nan(a) || (differ && magnitude == (b & ~SIGN)) ? QUIET_NAN : a;
    }
    parts_t p = unpack(a), q = unpack(b);
    q.mantissa = shift_sticky(q.mantissa, (unsigned)(p.exponent - q.exponent));
    if (!differ) {
        return pack(sign, p.exponent, p.mantissa + q.mantissa);
    }
    p.mantissa -= q.mantissa;
    return p.mantissa ? pack(sign, p.exponent, p.mantissa) : 0;
}

uint64_t SOFTFLOAT(dsub)(uint64_t a, uint64_t b)
{
    return SOFTFLOAT(dadd)(a, b ^ SIGN);
}

uint64_t SOFTFLOAT(drsub)(uint64_t a, uint64_t b)
{
    return SOFTFLOAT(dadd)(b, a ^ SIGN);
}

/* The upper half of a · b, with a mark for what is below. */
static uint64_t multiply_high(uint64_t a, uint64_t b)
{
    uint32_t ah = (uint32_t)(a >> 32), al = (uint32_t)a;
    uint32_t bh = (uint32_t)(b >> 32), bl = (uint32_t)b;
    uint64_t low = (uint64_t)al * bl, left = (uint64_t)ah * bl,
             right = (uint64_t)al * bh;
    uint64_t middle = (low >> 32) + (uint32_t)left + (uint32_t)right;
    uint64_t high = (uint64_t)ah * bh + (left >> 32) + (right >> 32) + (middle >> 32);
    return high | (((uint32_t)middle | (uint32_t)low) != 0);
}

/* What a product or quotient is when an operand is no finite number. */
static uint64_t special(uint64_t a, uint64_t b, uint64_t sign, bool divides)
{
    uint64_t x = a & ~SIGN, y = b & ~SIGN;
    if (x > INFINITE || y > INFINITE) {
        return QUIET_NAN;
    }
    if (divides) {
        return x == INFINITE ? (y == INFINITE ? QUIET_NAN : sign | INFINITE) : sign;
    }
    return x == 0 || y == 0 ? QUIET_NAN : sign | INFINITE;
}

static bool is_special(uint64_t a, uint64_t b)
{
    return (a & INFINITE) == INFINITE || (b & INFINITE) == INFINITE;
}

uint64_t SOFTFLOAT(dmul)(uint64_t a, uint64_t b)
{
    uint64_t sign = (a ^ b) & SIGN;
    if (is_special(a, b)) {
        return special(a, b, sign, false);
    }
    parts_t p = unpack(a), q = unpack(b);
    /* 2^62 · 2^63 / 2^64 leaves the first bit at 61 or 62 */
    return pack(sign, p.exponent + q.exponent - BIAS + 1,
                multiply_high(p.mantissa, q.mantissa << 1));
}

uint64_t SOFTFLOAT(ddiv)(uint64_t a, uint64_t b)
{
    uint64_t sign = (a ^ b) & SIGN, quotient = 0;
    if (is_special(a, b)) {
        return special(a, b, sign, true);
    }
    parts_t p = unpack(a), q = unpack(b);
    if (q.mantissa == 0) {
        return p.mantissa == 0 ? QUIET_NAN : sign | INFINITE;
    }
    for (int i = 0; i < 63; i++) {
        quotient <<= 1;
        if (p.mantissa >= q.mantissa) {
            p.mantissa -= q.mantissa;
            quotient |= 1;
        }
        p.mantissa <<= 1;
    }
    return pack(sign, p.exponent - q.exponent + BIAS, quotient | (p.mantissa != 0));
}

/* ---- comparisons ---- */

/* −1, 0, 1, or 2 when one is a NaN. */
static int __attribute__((noinline)) order(uint64_t a, uint64_t b)
{
    if (is_nan(a) || is_nan(b)) {
        return 2;
    }
    int64_t x = a & SIGN ? -(int64_t)(a & ~SIGN) : (int64_t)a;
    int64_t y = b & SIGN ? -(int64_t)(b & ~SIGN) : (int64_t)b;
    return (x > y) - (x < y);
}

int SOFTFLOAT(dcmpeq)(uint64_t a, uint64_t b)
{
    return order(a, b) == 0;
}

int SOFTFLOAT(dcmplt)(uint64_t a, uint64_t b)
{
    return order(a, b) == -1;
}

int SOFTFLOAT(dcmple)(uint64_t a, uint64_t b)
{
    return order(a, b) <= 0;
}

int SOFTFLOAT(dcmpgt)(uint64_t a, uint64_t b)
{
    return order(a, b) == 1;
}

int SOFTFLOAT(dcmpge)(uint64_t a, uint64_t b)
{
    return order(b, a) <= 0;
}

int SOFTFLOAT(dcmpun)(uint64_t a, uint64_t b)
{
    return order(a, b) == 2;
}

/* ---- from and to integers; what does not fit is anything ---- */

uint64_t SOFTFLOAT(ul2d)(uint64_t value)
{
    return pack(0, BIAS + 62, value);
}

uint64_t SOFTFLOAT(l2d)(int64_t value)
{
    return value < 0 ? pack(SIGN, BIAS + 62, 0 - (uint64_t)value)
                     : pack(0, BIAS + 62, (uint64_t)value);
}

uint64_t SOFTFLOAT(ui2d)(uint32_t value)
{
    return SOFTFLOAT(ul2d)(value);
}

uint64_t SOFTFLOAT(i2d)(int32_t value)
{
    return SOFTFLOAT(l2d)(value);
}

uint64_t SOFTFLOAT(d2ulz)(uint64_t a)
{
    int exponent = (int)(a >> 52) & 0x7FF, shift = exponent - BIAS - 52;
    uint64_t m = (a & (HIDDEN - 1)) | HIDDEN;
    return exponent < BIAS ? 0 : shift >= 0 ? m << (shift & 63) : m >> -shift;
}

int64_t SOFTFLOAT(d2lz)(uint64_t a)
{
    int64_t magnitude = (int64_t)SOFTFLOAT(d2ulz)(a);
    return a & SIGN ? -magnitude : magnitude;
}

uint32_t SOFTFLOAT(d2uiz)(uint64_t a)
{
    return (uint32_t)SOFTFLOAT(d2ulz)(a);
}

int32_t SOFTFLOAT(d2iz)(uint64_t a)
{
    return (int32_t)SOFTFLOAT(d2lz)(a);
}
