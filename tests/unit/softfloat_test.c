/* SPDX-License-Identifier: MIT */
/* softfloat_test.c -- the doubles of small boards against this processor's. */
/* parts: vm/format */
/* include: vm/firmware */
#include "tap.h"
#include <stdbool.h>
#include <string.h>

#define SOFTFLOAT(name) soft_##name
#include "softfloat.c"

static uint64_t state = 88172645463325252u;

static uint64_t any_bits(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

/* Doubles of every kind: whatever bits, of like size, small integers, the edges. */
static uint64_t any_double(void)
{
    static const uint64_t edges[] = {
        0, 1, HIDDEN - 1, HIDDEN, INFINITE, INFINITE - 1, QUIET_NAN, HIDDEN + 1,
    };
    uint64_t bits = any_bits();
    double small = (double)(int)(bits % 2000) - 1000;
    switch (bits >> 8 & 3) {
    case 0:
        return bits;
    case 1:
        return (any_bits() & ~INFINITE) | ((1000 + (bits >> 16 & 63)) << 52);
    case 2:
        memcpy(&bits, &small, sizeof bits);
        return bits;
    default:
        return edges[bits >> 16 & 7] | (bits & SIGN);
    }
}

static double value_of(uint64_t bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static bool same(uint64_t got, double expected)
{
    uint64_t bits;
    memcpy(&bits, &expected, sizeof bits);
    return is_nan(bits) ? is_nan(got) : got == bits;
}

enum { ROUNDS = 400000 };

TEST(arithmetic_is_the_processors)
{
    for (int i = 0; i < ROUNDS; i++) {
        uint64_t a = any_double(), b = any_double();
        double x = value_of(a), y = value_of(b);
        CHECK(same(soft_dadd(a, b), x + y));
        CHECK(same(soft_dsub(a, b), x - y));
        CHECK(same(soft_drsub(a, b), y - x));
        CHECK(same(soft_dmul(a, b), x * y));
        CHECK(same(soft_ddiv(a, b), x / y));
    }
}

TEST(comparisons_are_the_processors)
{
    for (int i = 0; i < ROUNDS; i++) {
        uint64_t a = any_double(), b = i % 8 ? any_double() : a;
        double x = value_of(a), y = value_of(b);
        CHECK(soft_dcmpeq(a, b) == (x == y));
        CHECK(soft_dcmplt(a, b) == (x < y));
        CHECK(soft_dcmple(a, b) == (x <= y));
        CHECK(soft_dcmpgt(a, b) == (x > y));
        CHECK(soft_dcmpge(a, b) == (x >= y));
        CHECK(soft_dcmpun(a, b) == (x != x || y != y));
    }
}

TEST(conversions_are_the_processors)
{
    for (int i = 0; i < ROUNDS; i++) {
        uint64_t n = any_bits() >> (any_bits() & 63), a = any_double();
        CHECK(same(soft_ul2d(n), (double)n));
        CHECK(same(soft_l2d((int64_t)n), (double)(int64_t)n));
        CHECK(same(soft_i2d((int32_t)n), (double)(int32_t)n));
        CHECK(same(soft_ui2d((uint32_t)n), (double)(uint32_t)n));
        double x = value_of(a);
        if (x > -9e18 && x < 9e18) {
            CHECK(soft_d2lz(a) == (int64_t)x);
        }
        if (x >= 0 && x < 1.8e19) {
            CHECK(soft_d2ulz(a) == (uint64_t)x);
        }
        if (x > -2e9 && x < 2e9) {
            CHECK(soft_d2iz(a) == (int32_t)x);
        }
        if (x >= 0 && x < 4e9) {
            CHECK(soft_d2uiz(a) == (uint32_t)x);
        }
    }
}

TAP_MAIN
