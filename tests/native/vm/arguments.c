/* SPDX-License-Identifier: MIT */
/* arguments.c -- parse_py_args letter by letter, and the checks that drivers write by hand. */
#include "expect.h"

/* Not by its name, from which zvm-gen would conclude how many arguments these natives want. */
static int (*const parse)(const char *fmt, int nargs, PObject **args, ...) = parse_py_args;

C_NATIVE(test_arguments_example_of_the_seeds)
{
    C_NATIVE_UNWARN();
    PObject *given[] = {PSMALLINT_NEW(7), (PObject *)pfloat_new(2.5), (PObject *)pstring_new(3, (uint8_t *)"abc"),
                        PSMALLINT_NEW(9)};
    int32_t a;
    double b;
    uint8_t *c;
    int32_t len, d;
    EXPECT(parse("ifsI", 4, given, &a, &b, &c, &len, 2, &d) == 4);
    EXPECT(a == 7 && b == 2.5 && len == 3 && memcmp(c, "abc", 3) == 0 && d == 9);
    EXPECT(parse("ifsI", 3, given, &a, &b, &c, &len, 2, &d) == 4 && d == 2);
    EXPECT(parse("ifsI", 2, given, &a, &b, &c, &len, 2, &d) == 2);
    EXPECT(parse("i", 4, given, &a) == 1);
    EXPECT(parse("iQ", 4, given, &a, &b) == 1);
    return ERR_OK;
}

C_NATIVE(test_arguments_integers)
{
    C_NATIVE_UNWARN();
    PObject *wide = (PObject *)pinteger_new((INT64_C(5) << 32) | 2), *none = MAKE_NONE();
    int32_t i;
    int64_t l;
    EXPECT(parse("l", 1, &wide, &l) == 1 && l == ((INT64_C(5) << 32) | 2));
    EXPECT(parse("i", 1, &wide, &i) == 1 && i == 2);
    EXPECT(parse("I", 1, &wide, 8, &i) == 1 && i == 2);
    EXPECT(parse("L", 1, &wide, INT64_C(8), &l) == 1 && l > 2);
    EXPECT(parse("I", 1, &none, -8, &i) == 1 && i == -8);
    EXPECT(parse("L", 1, &none, INT64_C(1) << 40, &l) == 1 && l == INT64_C(1) << 40);
    EXPECT(parse("I", 0, NULL, 6, &i) == 1 && i == 6);
    EXPECT(parse("L", 0, NULL, INT64_C(6), &l) == 1 && l == 6);
    EXPECT(parse("i", 0, NULL, &i) == 0 && parse("l", 1, &none, &l) == 0);
    return ERR_OK;
}

C_NATIVE(test_arguments_floats)
{
    C_NATIVE_UNWARN();
    PObject *real = (PObject *)pfloat_new(0.25), *integer = PSMALLINT_NEW(3), *none = MAKE_NONE();
    double f;
    EXPECT(parse("f", 1, &real, &f) == 1 && f == 0.25);
    EXPECT(parse("f", 1, &integer, &f) == 1 && f == 3);
    EXPECT(parse("F", 1, &real, 9.0, &f) == 1 && f == 0.25);
    EXPECT(parse("F", 1, &none, 9.0, &f) == 1 && f == 9);
    EXPECT(parse("F", 0, NULL, 8.0, &f) == 1 && f == 8);
    EXPECT(parse("f", 1, &none, &f) == 0);
    return ERR_OK;
}

C_NATIVE(test_arguments_bytes)
{
    C_NATIVE_UNWARN();
    PByteArray *room = (PByteArray *)psequence_new(PBYTEARRAY, 6);
    PObject *array = (PObject *)room, *text = (PObject *)pstring_new(2, (uint8_t *)"hi"), *none = MAKE_NONE();
    uint8_t *p;
    int32_t n;
    PSEQUENCE_ELEMENTS_SET(array, 1);
    EXPECT(parse("s", 1, &array, &p, &n) == 1 && n == 1 && p == PSEQUENCE_BYTES(array));
    EXPECT(parse("b", 1, &array, &p, &n) == 1 && n == (int)PSEQUENCE_SIZE(array) && n >= 6);
    EXPECT(parse("S", 1, &text, (uint8_t *)"default", &p, &n) == 1 && n == 2 && *p == 'h');
    EXPECT(parse("B", 1, &text, (uint8_t *)"default", &p, &n) == 1 && n == 2);
    EXPECT(parse("S", 1, &none, (uint8_t *)"default", &p, &n) == 1 && n == 7 && *p == 'd');
    EXPECT(parse("B", 0, NULL, (uint8_t *)"xyz", &p, &n) == 1 && n == 3);
    EXPECT(parse("S", 0, NULL, NULL, &p, &n) == 1 && n == 0 && p == NULL);
    EXPECT(parse("s", 1, &none, &p, &n) == 0);
    return ERR_OK;
}

C_NATIVE(test_arguments_addresses)
{
    C_NATIVE_UNWARN();
    NetAddress usual = {0x0100007F, 0}, a;
    PObject *pair[] = {(PObject *)pstring_new(11, (uint8_t *)"192.168.1.2"), PSMALLINT_NEW(8080)}, *none = MAKE_NONE();
    PObject *octets[] = {P_ONE, P_TWO, PSMALLINT_NEW(3), PSMALLINT_NEW(255)};
    PObject *arg = (PObject *)ptuple_new(2, pair);
    EXPECT(parse("n", 1, &arg, &a) == 1 && OAL_IP_AT(a.ip, 0) == 192 && OAL_IP_AT(a.ip, 3) == 2);
    EXPECT(OAL_GET_NETPORT(a.port) == 8080);
    PTUPLE_SET_ITEM(arg, 0, ptuple_new(4, octets));
    EXPECT(parse("N", 1, &arg, &usual, &a) == 1 && a.ip == 0xFF030201);
    EXPECT(parse("N", 1, &none, &usual, &a) == 1 && a.ip == 0x0100007F);
    EXPECT(parse("N", 0, NULL, NULL, &a) == 1 && a.ip == 0 && a.port == 0);
    static const char *const bad[] = {"1.2.3", "1.2.3.256", "1.2.3.4.5", "a.b.c.d", "1..2.3", ""};
    for (int i = 0; i < 6; i++) {
        PTUPLE_SET_ITEM(arg, 0, pstring_new(strlen(bad[i]), (const uint8_t *)bad[i]));
        EXPECT(parse("n", 1, &arg, &a) == 0);
    }
    PTUPLE_SET_ITEM(arg, 0, pair[0]);
    PTUPLE_SET_ITEM(arg, 1, PSMALLINT_NEW(65536));
    EXPECT(parse("n", 1, &arg, &a) == 0 && parse("n", 1, &none, &a) == 0);
    return ERR_OK;
}

static err_t codes(int nargs, PObject **args, int32_t *code, int32_t *first)
{
    PARSE_PY_ARGCODE(*code);
    PARSE_PY_INT(*first);
    return nargs;
}

static err_t one(int nargs, PObject **args, PObject *usual, PObject **out)
{
    PARSE_PY_ARG(*out, PSTRING, usual);
    return nargs;
}

C_NATIVE(test_arguments_one_by_one)
{
    C_NATIVE_UNWARN();
    PObject *given[] = {PSMALLINT_NEW(4), (PObject *)pstring_new(1, (uint8_t *)"s")}, *out = NULL;
    int32_t code, first;
    EXPECT(codes(2, given, &code, &first) == 1 && code == 4 && first == -1);
    PObject *wide = (PObject *)pinteger_new(1);
    EXPECT(codes(1, &wide, &code, &first) == 1 && code == -1);
    EXPECT(one(1, given + 1, NULL, &out) == 0 && out == given[1]);
    EXPECT(one(0, given, given[1], &out) == 0 && out == given[1]);
    EXPECT(one(0, given, NULL, &out) == ERR_TYPE_EXC && one(1, given, NULL, &out) == ERR_TYPE_EXC);
    int n = 1;
    PObject **at = given;
    EXPECT(parse_py_arg(&out, PSMALLINT, &n, &at, NULL) == ERR_OK && n == 0 && at == given + 1);
    return ERR_OK;
}

static err_t by_hand(int nargs, PObject **args)
{
    CHECK_NARGS(nargs, 2, 1);
    CHECK_ARG_INT(args[0]);
    if (nargs > 1) {
        CHECK_ARG(args[1], PSTRING);
    }
    return ERR_OK;
}

C_NATIVE(test_arguments_by_hand)
{
    C_NATIVE_UNWARN();
    PObject *given[] = {P_ONE, (PObject *)pstring_new(1, (uint8_t *)"s"), P_ONE};
    EXPECT(by_hand(2, given) == ERR_OK && by_hand(1, given) == ERR_OK);
    EXPECT(by_hand(0, given) == ERR_TYPE_EXC && by_hand(3, given) == ERR_TYPE_EXC);
    EXPECT(by_hand(1, given + 1) == ERR_TYPE_EXC && by_hand(2, given + 1) == ERR_TYPE_EXC);
    return ERR_OK;
}

static err_t newer(int nargs, PObject **args, double *sum)
{
    PYC_CHECK_NUM_ARGS(5);
    PYC_CHECK_ARG_INTEGER(0);
    PYC_CHECK_ARG_FLOAT(1);
    PYC_CHECK_ARG_BUFFER(2);
    PYC_CHECK_ARG_BOOL(3);
    uint8_t *buf = PYC_ARG_BUF(2);
    *sum = PYC_ARG_INT(0) + PYC_ARG_FLOAT(1) + buf[PYC_ARG_BUFLEN(2) - 1] + PYC_ARG_BOOL(3) + PYC_ARG_IS_NONE(4);
    return ERR_OK;
}

C_NATIVE(test_arguments_newer_macros)
{
    C_NATIVE_UNWARN();
    PObject *given[] = {PSMALLINT_NEW(-3), (PObject *)pfloat_new(0.5), (PObject *)pbytes_new(2, (uint8_t *)"\1\2"),
                        PBOOL_TRUE, MAKE_NONE};
    double sum = 0;
    EXPECT(newer(5, given, &sum) == ERR_OK && sum == -3 + 0.5 + 2 + 1 + 1);
    EXPECT(newer(4, given, &sum) == ERR_TYPE_EXC);
    given[3] = P_ONE;
    EXPECT(newer(5, given, &sum) == ERR_TYPE_EXC);
    return ERR_OK;
}

/* What Python gives arrives like that: defaults, None, letters that refuse. */
C_NATIVE(parse_all)
{
    NATIVE_UNWARN();
    int32_t i, n;
    int64_t l;
    double f;
    uint8_t *s;
    NetAddress a;
    if (parse_py_args("ILFSN", nargs, args, 1, &i, INT64_C(2), &l, 3.5, &f, "four", &s, &n, NULL, &a) != 5) {
        return ERR_TYPE_EXC;
    }
    PObject *all[] = {PSMALLINT_NEW(i), (PObject *)pinteger_new(l), (PObject *)pfloat_new(f), (PObject *)pstring_new(n, s),
                      netaddress_to_object(&a)};
    *res = (PObject *)ptuple_new(5, all);
    return ERR_OK;
}
