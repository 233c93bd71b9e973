/* SPDX-License-Identifier: MIT */
/* int_test.c -- integers that fit an int64, floats, and what happens between them. */
/* parts: vm/core vm/vosal/kernel vm/format */
/* include: vm/core vm/format sdk/include tests/unit */
#include "float.h"
#include "pnumbers.h"
#include "values.h"
#include <math.h>

/* a op b by obj_binary. */
static const char *computed(binary_t op, PObject *a, PObject *b)
{
    PObject *r = NULL;
    err_t err = obj_binary(op, a, b, &r);
    return values_show(err, r);
}

static const char *parsed(const char *text, unsigned base)
{
    PObject *r = NULL;
    err_t err = int_parse(text, strlen(text), base, values_str(text), &r);
    return values_show(err, r);
}

TEST(changes_form_at_the_borders)
{
    values_start();
    CHECK(IS_PSMALLINT(int_new(PSMALLINT_MAX)));
    CHECK_INT(PTYPE(int_new((int64_t)PSMALLINT_MAX + 1)), PINTEGER);
    CHECK_INT(PTYPE(int_new((int64_t)PSMALLINT_MIN - 1)), PINTEGER);
    CHECK_INT(PTYPE(int_new_u64(UINT64_MAX)), PBIGINT);
    CHECK_INT(PTYPE(pinteger_new(5)), PINTEGER);
    CHECK_INT(int_order((PObject *)pinteger_new(5), PSMALLINT_NEW(5)), 0);
    CHECK_STR(computed(BIN_ADD, int_new(PSMALLINT_MAX), PSMALLINT_NEW(1)),
              "1073741824");
    CHECK_STR(computed(BIN_MUL, int_new(INT64_MIN), PSMALLINT_NEW(-1)),
              "9223372036854775808");
    CHECK_STR(computed(BIN_FDIV, int_new(INT64_MIN), PSMALLINT_NEW(-1)),
              "9223372036854775808");
    CHECK_STR(computed(BIN_MOD, int_new(INT64_MIN), PSMALLINT_NEW(-1)), "0");
}

TEST(refuses_what_python_refuses)
{
    PObject *one = PSMALLINT_NEW(1), *zero = PSMALLINT_NEW(0),
            *minus = PSMALLINT_NEW(-1);
    values_start();
    CHECK_STR(computed(BIN_DIV, one, zero), "ZeroDivisionError: division by zero");
    CHECK_STR(computed(BIN_FDIV, one, zero),
              "ZeroDivisionError: integer division or modulo by zero");
    CHECK_STR(computed(BIN_MOD, one, zero),
              "ZeroDivisionError: integer modulo by zero");
    CHECK_STR(computed(BIN_LSHIFT, one, minus), "ValueError: negative shift count");
    CHECK_STR(computed(BIN_POW, zero, minus),
              "ZeroDivisionError: 0.0 cannot be raised to a negative power");
    CHECK_STR(computed(BIN_DIV, float_new(1), zero),
              "ZeroDivisionError: float division by zero");
    CHECK_STR(computed(BIN_FDIV, float_new(1), zero),
              "ZeroDivisionError: float floor division by zero");
    CHECK_STR(computed(BIN_MOD, float_new(1), zero), "ZeroDivisionError: float modulo");
    CHECK_STR(computed(BIN_ADD, one, values_str("a")),
              "TypeError: unsupported operand type(s) for +: 'int' and 'str'");
    CHECK_STR(computed(BIN_AND, float_new(1.5), one),
              "TypeError: unsupported operand type(s) for &: 'float' and 'int'");
}

TEST(parses_every_base)
{
    values_start();
    CHECK_STR(parsed("  -42\n", 10), "-42");
    CHECK_STR(parsed("0x_fF", 0), "255");
    CHECK_STR(parsed("0b101", 2), "5");
    CHECK_STR(parsed("z", 36), "35");
    CHECK_STR(parsed("1_000", 10), "1000");
    CHECK_STR(parsed("-9223372036854775808", 10), "-9223372036854775808");
    CHECK_STR(parsed("00", 0), "0");
    CHECK_STR(parsed("01", 0),
              "ValueError: invalid literal for int() with base 0: '01'");
    CHECK_STR(parsed("1__0", 10),
              "ValueError: invalid literal for int() with base 10: '1__0'");
    CHECK_STR(parsed("_1", 10),
              "ValueError: invalid literal for int() with base 10: '_1'");
    CHECK_STR(parsed("1_", 10),
              "ValueError: invalid literal for int() with base 10: '1_'");
    CHECK_STR(parsed("", 16), "ValueError: invalid literal for int() with base 16: ''");
    CHECK_STR(parsed("12", 2),
              "ValueError: invalid literal for int() with base 2: '12'");
}

TEST(rounds_towards_minus_infinity)
{
    static const double rows[][4] = {/* a, b, a // b, a % b */
                                     {7, 2, 3, 1},
                                     {-7, 2, -4, 1},
                                     {7, -2, -4, -1},
                                     {-7, -2, 3, -1},
                                     {5.5, 2, 2, 1.5},
                                     {-5.5, 2, -3, 0.5},
                                     {1, 0.1, 9, 0.09999999999999995},
                                     {0, -3, -0.0, -0.0}};
    values_start();
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++) {
        CHECK(float_floordiv(rows[i][0], rows[i][1]) == rows[i][2]);
        CHECK(float_mod(rows[i][0], rows[i][1]) == rows[i][3]);
    }
    CHECK_STR(computed(BIN_FDIV, PSMALLINT_NEW(-7), int_new_big(2)), "-4");
    CHECK_STR(computed(BIN_MOD, PSMALLINT_NEW(-7), int_new_big(2)), "1");
    CHECK(signbit(float_mod(0, -3)));
}

TEST(compares_ints_and_floats_exactly)
{
    PObject *r;
    bool unordered;
    values_start();
    CHECK(float_order(9007199254740992.0, int_new(9007199254740993), &unordered) < 0);
    CHECK(float_order(9223372036854775808.0, int_new(INT64_MAX), &unordered) > 0);
    CHECK(float_order(1e30, values_int("1000000000000000019884624838656"),
                      &unordered) == 0);
    CHECK(float_order(INFINITY, values_int("1000000000000000019884624838656"),
                      &unordered) > 0);
    CHECK_INT(obj_compare(CMP_LT, PSMALLINT_NEW(1), float_new(NAN), &r), ERR_OK);
    CHECK(r == P_FALSE);
    CHECK_INT(obj_compare(CMP_EQ, P_TRUE, float_new(1.0), &r), ERR_OK);
    CHECK(r == P_TRUE);
    CHECK_INT(float_hash(3.0), int_hash(PSMALLINT_NEW(3)));
    CHECK_INT(float_hash(-1e10), int_hash(int_new(-10000000000)));
}

TEST(rounds_half_to_even)
{
    values_start();
    CHECK(float_round(2.5, 0) == 2);
    CHECK(float_round(3.5, 0) == 4);
    CHECK(float_round(2.675, 2) == 2.67);
    CHECK(float_round(1250, -2) == 1200);
    CHECK(float_round(1e300, 5) == 1e300);
    CHECK(float_round(-0.4, 0) == 0 && signbit(float_round(-0.4, 0)));
}

TEST(reads_floats_as_python_does)
{
    double v;
    static const char *const good[] = {"1.5",  " 1_0.5e-3 ", ".5", "5.",
                                       "-inf", "+Infinity",  "1e5"};
    static const double values[] = {1.5, 0.0105, 0.5, 5, -INFINITY, INFINITY, 1e5};
    static const char *const bad[] = {"",     "1e",  "1__0", "_1",   "1_",
                                      "0x10", "1 2", ".",    "infi", "e5"};
    values_start();
    for (unsigned i = 0; i < sizeof good / sizeof *good; i++) {
        CHECK(float_parse(good[i], strlen(good[i]), &v));
        CHECK(v == values[i]);
    }
    for (unsigned i = 0; i < sizeof bad / sizeof *bad; i++) {
        CHECK(!float_parse(bad[i], strlen(bad[i]), &v));
    }
}

TAP_MAIN
