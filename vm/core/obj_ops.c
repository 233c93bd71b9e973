/* SPDX-License-Identifier: MIT */
/* obj_ops.c -- operators and comparisons of any objects: who is asked first, and the
 * TypeError when nobody can. */
#include "call.h"
#include "exc.h"
#include "float.h"
#include "int.h"
#include "obj.h"
#include "str.h"

static const char *const binary_signs[BIN_COUNT] = {
    [BIN_ADD] = "+",           [BIN_SUB] = "-",     [BIN_MUL] = "*",
    [BIN_DIV] = "/",           [BIN_FDIV] = "//",   [BIN_MOD] = "%",
    [BIN_POW] = "** or pow()", [BIN_LSHIFT] = "<<", [BIN_RSHIFT] = ">>",
    [BIN_AND] = "&",           [BIN_OR] = "|",      [BIN_XOR] = "^",
    [BIN_MATMUL] = "@",
};

static bool is_repeatable(PObject *o)
{
    uint8_t type = PTYPE(o);
    return type >= PSTRING && type <= PTUPLE;
}

/* seq * x with x.__index__(): NotImplemented when x has none. */
static err_t repeat_by_index(bool in_place, PObject *a, PObject *b, PObject **res)
{
    PObject *times = is_repeatable(a) ? b : a, *seq = is_repeatable(a) ? a : b;
    PObject *n;
    bool found = false;
    if (!IS_OBJ(times, PINSTANCE)) {
        return ERR_OK;
    }
    err_t err = vm_call_special(times, NAME___index__, &found, &n, 0, NULL);
    if (err || !found) {
        return err;
    }
    err = int_index(n, &times);
    if (err) {
        return err;
    }
    return in_place ? obj_inplace(BIN_MUL, seq, times, res)
                    : obj_binary(BIN_MUL, seq, times, res);
}

static err_t unsupported(binary_t op, bool in_place, PObject *a, PObject *b,
                         PObject **res)
{
    if (op == BIN_MUL && (is_repeatable(a) || is_repeatable(b))) {
        err_t err = repeat_by_index(in_place && is_repeatable(a), a, b, res);
        if (err || *res != P_NOT_IMPLEMENTED) {
            return err;
        }
        return vm_raise(ERR_TYPE_EXC, "can't multiply sequence by non-int of type '%s'",
                        type_name_of(is_repeatable(a) ? b : a));
    }
    const char *sign = in_place && op == BIN_POW ? "**" : binary_signs[op];
    char left[64]; /* type_name_of may use one buffer */
    const char *name = type_name_of(a);
    size_t n = strlen(name);
    n = n < sizeof left ? n : sizeof left - 1;
    memcpy(left, name, n);
    left[n] = 0;
    return vm_raise(ERR_TYPE_EXC, "unsupported operand type(s) for %s%s: '%s' and '%s'",
                    sign, in_place ? "=" : "", left, type_name_of(b));
}

/* Asks a's type, then b's when it is another. *res NotImplemented: neither can. */
static err_t ask(binary_t op, PObject *a, PObject *b, PObject **res)
{
    const type_ops_t *ta = type_of(a), *tb = type_of(b);
    *res = P_NOT_IMPLEMENTED;
    if (ta->binary) {
        err_t err = ta->binary(op, a, b, res);
        if (err != ERR_OK || *res != P_NOT_IMPLEMENTED) {
            return err;
        }
    }
    return tb->binary && tb != ta ? tb->binary(op, a, b, res) : ERR_OK;
}

err_t obj_binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    err_t err = ask(op, a, b, res);
    if (err == ERR_OK && *res == P_NOT_IMPLEMENTED) {
        return unsupported(op, false, a, b, res);
    }
    return err;
}

err_t obj_inplace(binary_t op, PObject *a, PObject *b, PObject **res)
{
    const type_ops_t *ta = type_of(a);
    *res = P_NOT_IMPLEMENTED;
    if (ta->inplace) {
        err_t err = ta->inplace(op, a, b, res);
        if (err != ERR_OK || *res != P_NOT_IMPLEMENTED) {
            return err;
        }
    }
    err_t err = ask(op, a, b, res);
    if (err == ERR_OK && *res == P_NOT_IMPLEMENTED) {
        return unsupported(op, true, a, b, res);
    }
    return err;
}

err_t obj_unary(unary_t op, PObject *a, PObject **res)
{
    static const char signs[] = {'-', '+', '~'};
    const type_ops_t *ops = type_of(a);
    *res = P_NOT_IMPLEMENTED;
    if (ops->unary) {
        err_t err = ops->unary(op, a, res);
        if (err != ERR_OK || *res != P_NOT_IMPLEMENTED) {
            return err;
        }
    }
    return vm_raise(ERR_TYPE_EXC, "bad operand type for unary %c: '%s'", signs[op],
                    type_name_of(a));
}

/* ---- comparisons ---- */

static const compare_t mirrored[] = {
    [CMP_LT] = CMP_GT, [CMP_LE] = CMP_GE, [CMP_EQ] = CMP_EQ,
    [CMP_NE] = CMP_NE, [CMP_GT] = CMP_LT, [CMP_GE] = CMP_LE,
};

/* Only instances have a != of their own. */
static err_t ask_one(compare_t op, PObject *a, PObject *b, PObject **res)
{
    const type_ops_t *ops = type_of(a);
    *res = P_NOT_IMPLEMENTED;
    if (!ops->compare || (op == CMP_NE && !IS_OBJ(a, PINSTANCE))) {
        return ERR_OK;
    }
    return ops->compare(op, a, b, res);
}

static err_t ask_both(compare_t op, PObject *a, PObject *b, PObject **res)
{
    err_t err = ask_one(op, a, b, res);
    if (err == ERR_OK && *res == P_NOT_IMPLEMENTED) {
        err = ask_one(mirrored[op], b, a, res);
    }
    return err;
}

static err_t no_order(compare_t op, PObject *a, PObject *b)
{
    static const char *const signs[] = {"<", "<=", "==", "!=", ">", ">="};
    char left[64];
    const char *name = type_name_of(a);
    size_t n = strlen(name);
    n = n < sizeof left ? n : sizeof left - 1;
    memcpy(left, name, n);
    left[n] = 0;
    return vm_raise(ERR_TYPE_EXC,
                    "'%s' not supported between instances of '%s' and '%s'", signs[op],
                    left, type_name_of(b));
}

static err_t not_equal(PObject *a, PObject *b, PObject **res)
{
    bool equal;
    err_t err = ask_both(CMP_NE, a, b, res);
    if (err != ERR_OK || *res != P_NOT_IMPLEMENTED) {
        return err;
    }
    err = ask_both(CMP_EQ, a, b, res);
    if (err != ERR_OK) {
        return err;
    }
    if (*res == P_NOT_IMPLEMENTED) {
        *res = PBOOL_NEW(a != b);
        return ERR_OK;
    }
    err = obj_is_true(*res, &equal);
    *res = PBOOL_NEW(!equal);
    return err;
}

err_t obj_compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    if (op == CMP_NE) {
        return not_equal(a, b, res);
    }
    err_t err = ask_both(op, a, b, res);
    if (err != ERR_OK || *res != P_NOT_IMPLEMENTED) {
        return err;
    }
    if (op == CMP_EQ) {
        *res = PBOOL_NEW(a == b);
        return ERR_OK;
    }
    return no_order(op, a, b);
}

err_t obj_equal(PObject *a, PObject *b, bool *res)
{
    if (a == b) {
        *res = true;
        return ERR_OK;
    }
    if (IS_PSMALLINT(a) && IS_PSMALLINT(b)) {
        *res = false;
        return ERR_OK;
    }
    if (IS_OBJ(a, PSTRING) && IS_OBJ(b, PSTRING)) {
        *res = str_equal(a, b);
        return ERR_OK;
    }
    PObject *verdict;
    err_t err = obj_compare(CMP_EQ, a, b, &verdict);
    return err == ERR_OK ? obj_is_true(verdict, res) : err;
}

err_t obj_less(PObject *a, PObject *b, bool *res)
{
    if (IS_PSMALLINT(a) && IS_PSMALLINT(b)) {
        *res = PSMALLINT_VALUE(a) < PSMALLINT_VALUE(b);
        return ERR_OK;
    }
    PObject *verdict;
    err_t err = obj_compare(CMP_LT, a, b, &verdict);
    return err == ERR_OK ? obj_is_true(verdict, res) : err;
}
