/* SPDX-License-Identifier: MIT */
/* parse_args_test.c -- parse_py_args, letter by letter. */
/* parts: vm/core vm/vosal/kernel vm/format */
/* include: vm/core vm/format sdk/include tests/unit */
#include "bytes.h"
#include "pnumbers.h"
#include "tuple.h"
#include "values.h"
#include "vminterface.h"

static PObject *small(int value)
{
    return PSMALLINT_NEW(value);
}

TEST(the_example_of_the_seeds)
{
    values_start();
    PObject *args[4] = {small(7), (PObject *)pfloat_new(2.5), values_str("abc"),
                        small(9)};
    int nargs;
    int32_t a;
    double b;
    uint8_t *c;
    int32_t len, d;
    for (nargs = 3; nargs <= 4; nargs++) {
        CHECK_INT(parse_py_args("ifsI", nargs, args, &a, &b, &c, &len, 2, &d), 4);
        CHECK_INT(a, 7);
        CHECK(b == 2.5);
        CHECK_INT(len, 3);
        CHECK(memcmp(c, "abc", 3) == 0);
        CHECK_INT(d, nargs == 3 ? 2 : 9);
    }
    CHECK_INT(parse_py_args("ifsI", 2, args, &a, &b, &c, &len, 2, &d), 2);
}

TEST(integers_keep_their_width)
{
    values_start();
    int32_t narrow = 0;
    int64_t wide = 0;
    PObject *args[1] = {values_int("4294967298")};
    CHECK_INT(parse_py_args("l", 1, args, &wide), 1);
    CHECK_INT(wide, 4294967298);
    CHECK_INT(parse_py_args("i", 1, args, &narrow), 1);
    CHECK_INT(narrow, 2);
    args[0] = small(-5);
    CHECK_INT(parse_py_args("l", 1, args, &wide), 1);
    CHECK_INT(wide, -5);
    args[0] = P_TRUE;
    CHECK_INT(parse_py_args("i", 1, args, &narrow), 1);
    CHECK_INT(narrow, 1);
    args[0] = values_int("99999999999999999999");
    CHECK_INT(parse_py_args("l", 1, args, &wide), 0);
}

TEST(a_letter_refuses_other_types)
{
    values_start();
    PObject *values[] = {small(1), (PObject *)pfloat_new(1), values_str("1"), P_NONE,
                         (PObject *)tuple_new(0)};
    static const struct {
        const char *letter;
        unsigned accepts; /* a bit per value */
    } rows[] = {{"i", 1}, {"l", 1}, {"f", 3},     {"s", 4},     {"b", 4},
                {"I", 9}, {"L", 9}, {"F", 3 | 8}, {"S", 4 | 8}, {"B", 4 | 8}};
    for (unsigned r = 0; r < sizeof rows / sizeof *rows; r++) {
        for (unsigned v = 0; v < 5; v++) {
            int64_t integer;
            int32_t number, length;
            double real;
            uint8_t *data;
            const char *letter = rows[r].letter;
            PObject **arg = &values[v];
            int got =
                *letter == 'i'   ? parse_py_args(letter, 1, arg, &number)
                : *letter == 'l' ? parse_py_args(letter, 1, arg, &integer)
                : *letter == 'f' ? parse_py_args(letter, 1, arg, &real)
                : *letter == 'I' ? parse_py_args(letter, 1, arg, 3, &number)
                : *letter == 'L' ? parse_py_args(letter, 1, arg, (int64_t)3, &integer)
                : *letter == 'F' ? parse_py_args(letter, 1, arg, 3.0, &real)
                : *letter == 's' || *letter == 'b'
                    ? parse_py_args(letter, 1, arg, &data, &length)
                    : parse_py_args(letter, 1, arg, (uint8_t *)"xy", &data, &length);
            CHECK_INT(got, rows[r].accepts >> v & 1);
        }
    }
}

TEST(defaults_are_taken_for_none_and_for_nothing)
{
    values_start();
    PObject *args[4] = {P_NONE, P_NONE, P_NONE, P_NONE};
    for (int nargs = 0; nargs <= 4; nargs += 4) {
        int64_t l = 0;
        int32_t i = 0, length = 0;
        double f = 0;
        uint8_t *data = NULL;
        CHECK_INT(parse_py_args("LIFS", nargs, args, INT64_C(1) << 40, &l, -2, &i, 0.5,
                                &f, "four", &data, &length),
                  4);
        CHECK_INT(l, INT64_C(1) << 40);
        CHECK_INT(i, -2);
        CHECK(f == 0.5);
        CHECK_STR((char *)data, "four");
        CHECK_INT(length, 4);
    }
    uint8_t *data = (uint8_t *)"";
    int32_t length = 1;
    CHECK_INT(parse_py_args("B", 0, args, NULL, &data, &length), 1);
    CHECK(data == NULL);
    CHECK_INT(length, 0);
}

TEST(b_gives_the_capacity)
{
    values_start();
    PByteArray *array = bytearray_new("12345", 5);
    CHECK(bytes_resize((PMutableSequence *)array, 2, 1) == ERR_OK);
    PObject *args[1] = {(PObject *)array};
    uint8_t *data;
    int32_t length;
    CHECK_INT(parse_py_args("s", 1, args, &data, &length), 1);
    CHECK_INT(length, 2);
    CHECK_INT(parse_py_args("b", 1, args, &data, &length), 1);
    CHECK_INT(length, (int)PSEQUENCE_SIZE(array));
    CHECK(length >= 2 && memcmp(data, "12", 2) == 0);
}

TEST(an_unknown_letter_ends_the_conversion)
{
    values_start();
    PObject *args[3] = {small(1), small(2), small(3)};
    int32_t a = 0, b = 8;
    CHECK_INT(parse_py_args("i?i", 3, args, &a, &b), 1);
    CHECK_INT(a, 1);
    CHECK_INT(b, 8);
    CHECK_INT(parse_py_args("", 3, args), 0);
}

TAP_MAIN
