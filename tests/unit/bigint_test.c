/* SPDX-License-Identifier: MIT */
/* bigint_test.c -- integers of any size against python3's results. */
/* parts: vm/core vm/vosal/kernel vm/format */
/* include: vm/core vm/format sdk/include tests/unit */
#include "bigint.h"
#include "values.h"
#include "float.h"

static const struct {
    const char *a, *op, *b, *result;
} vectors[] = {
#include "bigint_vectors.h"
};

static binary_t operator_of(const char *text)
{
    static const char *const names[] = {"+",  "-",  "*",  "/", "//", "%",
                                        "**", "<<", ">>", "&", "|",  "^"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], text) == 0) {
            return (binary_t)i;
        }
    }
    return BIN_MATMUL;
}

TEST(computes_as_python3)
{
    for (unsigned i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        values_start();
        PObject *a = values_int(vectors[i].a), *b = values_int(vectors[i].b), *r = NULL;
        err_t err = obj_binary(operator_of(vectors[i].op), a, b, &r);
        const char *shown = values_show(err, r);
        if (strcmp(shown, vectors[i].result) != 0) {
            printf("# %s %s %s\n", vectors[i].a, vectors[i].op, vectors[i].b);
        }
        CHECK_STR(shown, vectors[i].result);
    }
}

TEST(gives_the_smallest_form)
{
    values_start();
    PObject *big = values_int("18446744073709551616"), *r;
    CHECK_INT(PTYPE(big), PBIGINT);
    CHECK_INT(obj_binary(BIN_SUB, big, values_int("18446744073709551615"), &r), ERR_OK);
    CHECK(r == PSMALLINT_NEW(1));
    CHECK_INT(obj_binary(BIN_RSHIFT, big, PSMALLINT_NEW(20), &r), ERR_OK);
    CHECK_INT(PTYPE(r), PINTEGER);
    CHECK_INT(obj_binary(BIN_FDIV, big, PSMALLINT_NEW(-4), &r), ERR_OK);
    CHECK_INT(PTYPE(r), PINTEGER);
    CHECK(PINTEGER_VALUE(r) == -((int64_t)1 << 62));
}

TEST(orders_and_hashes)
{
    values_start();
    PObject *a = values_int("100000000000000000000"),
            *b = values_int("-100000000000000000000");
    CHECK(int_order(a, b) > 0);
    CHECK(int_order(b, PSMALLINT_NEW(0)) < 0);
    CHECK(int_order(a, values_int("100000000000000000000")) == 0);
    CHECK_INT(int_hash(a), float_hash(1e20));
    CHECK_INT(int_hash(b), float_hash(-1e20));
    CHECK_INT(int_hash(values_int("9223372036854775808")),
              float_hash(9223372036854775808.0));
}

TEST(converts_floats_exactly)
{
    values_start();
    PObject *r;
    double d;
    CHECK_INT(int_from_double(1e23, &r), ERR_OK);
    CHECK_STR(values_show(ERR_OK, r), "99999999999999991611392");
    CHECK_INT(int_from_double(-0x1p100, &r), ERR_OK);
    CHECK_STR(values_show(ERR_OK, r), "-1267650600228229401496703205376");
    CHECK_INT(int_to_double(values_int("99999999999999991611391"), &d), ERR_OK);
    CHECK(d == 99999999999999991611392.0);
    /* a half rounds to even */
    CHECK_INT(int_to_double(values_int("73786976294838214656"), &d), ERR_OK);
    CHECK(d == 0x1p66);
}

TEST(converts_bytes)
{
    values_start();
    PObject *a = values_int("-170141183460469231731687303715884105728"),
            *r; /* -2^127 */
    uint8_t bytes[17];
    CHECK(!bigint_to_bytes(a, bytes, 15, true));
    CHECK(bigint_to_bytes(a, bytes, 16, true));
    CHECK_INT(bytes[15], 0x80);
    CHECK_INT(bigint_from_bytes(bytes, 16, true, &r), ERR_OK);
    CHECK_INT(int_order(a, r), 0);
    CHECK_INT(bigint_from_bytes(bytes, 16, false, &r), ERR_OK);
    CHECK_STR(values_show(ERR_OK, r), "170141183460469231731687303715884105728");
}

TEST(refuses_too_many_digits)
{
    values_start();
    PObject *r;
    CHECK_INT(obj_binary(BIN_POW, PSMALLINT_NEW(10), PSMALLINT_NEW(4299), &r), ERR_OK);
    CHECK_INT(strlen(values_show(ERR_OK, r)), 4300);
    CHECK_INT(obj_binary(BIN_MUL, r, PSMALLINT_NEW(10), &r), ERR_OK);
    PObject *text;
    CHECK_STR(
        values_show(obj_repr(r, &text), NULL),
        "ValueError: Exceeds the limit (4300 digits) for integer string conversion; "
        "use sys.set_int_max_str_digits() to increase the limit");
}

TEST(raises_to_a_modulus)
{
    values_start();
    PObject *r;
    err_t err = int_pow_mod(PSMALLINT_NEW(3), values_int("100000000000000000000"),
                            values_int("1000000007"), &r);
    CHECK_STR(values_show(err, r), "139421235");
    err = int_pow_mod(PSMALLINT_NEW(3), PSMALLINT_NEW(-1), PSMALLINT_NEW(7), &r);
    CHECK_STR(values_show(err, r), "5");
    err = int_pow_mod(PSMALLINT_NEW(2), PSMALLINT_NEW(-1), PSMALLINT_NEW(4), &r);
    CHECK_STR(values_show(err, r),
              "ValueError: base is not invertible for the given modulus");
    err = int_pow_mod(PSMALLINT_NEW(5), PSMALLINT_NEW(3), PSMALLINT_NEW(-7), &r);
    CHECK_STR(values_show(err, r), "-1");
}

TAP_MAIN
