/* SPDX-License-Identifier: MIT */
/*
 * fold.c -- expressions whose value is known when the program is compiled.
 *
 * What would overflow an int64, raise, or depend on rounding is left to the VM.
 */
#include "gen.h"
#include <string.h>

static int fold_integer(gen_t *g, const expr_t *e, bool negative)
{
    if (e->integer.small) {
        int64_t v = e->integer.value;
        return consts_int(&g->program->consts, negative ? -v : v);
    }
    const char *digits =
        arena_strndup(g->program->arena, e->integer.digits, (size_t)e->integer.ndigits);
    return consts_digits(&g->program->consts, digits, e->integer.base, negative);
}

static int fold_unary(gen_t *g, const expr_t *e)
{
    const expr_t *operand = e->unary.operand;
    consts_t *consts = &g->program->consts;
    if (e->unary.op == UNARY_NOT) {
        int truth = fold_truth(g, operand);
        return truth < 0 ? -1 : consts_simple(consts, truth ? CONST_FALSE : CONST_TRUE);
    }
    if (operand->kind == EXPR_INT && e->unary.op == UNARY_MINUS) {
        return fold_integer(g, operand, true);
    }
    int k = fold(g, operand);
    if (k < 0) {
        return -1;
    }
    const constant_t *c = consts_get(consts, k);
    if (c->kind == CONST_FLOAT && e->unary.op != UNARY_INVERT) {
        return consts_float(consts, e->unary.op == UNARY_MINUS ? -c->real : c->real);
    }
    if (c->kind != CONST_INT || c->integer == INT64_MIN) {
        return -1;
    }
    int64_t v = c->integer;
    return consts_int(consts, e->unary.op == UNARY_MINUS    ? -v
                              : e->unary.op == UNARY_INVERT ? ~v
                                                            : v);
}

static int64_t floor_div(int64_t a, int64_t b)
{
    int64_t q = a / b;
    return q * b != a && (a < 0) != (b < 0) ? q - 1 : q;
}

static bool power(int64_t base, int64_t exponent, int64_t *result)
{
    *result = 1;
    for (int64_t i = 0; i < exponent; i++) {
        if (i == 63 || __builtin_mul_overflow(*result, base, result)) {
            return false;
        }
    }
    return exponent >= 0;
}

/* False: left to the VM. */
static bool fold_ints(binary_op_t op, int64_t a, int64_t b, int64_t *r)
{
    switch (op) {
    case BIN_ADD:
        return !__builtin_add_overflow(a, b, r);
    case BIN_SUB:
        return !__builtin_sub_overflow(a, b, r);
    case BIN_MUL:
        return !__builtin_mul_overflow(a, b, r);
    case BIN_FLOORDIV:
    case BIN_MOD:
        if (b == 0 || (a == INT64_MIN && b == -1)) {
            return false;
        }
        *r = op == BIN_MOD ? a - floor_div(a, b) * b : floor_div(a, b);
        return true;
    case BIN_POW:
        return power(a, b, r);
    case BIN_LSHIFT:
        return b >= 0 && b < 62 && !__builtin_mul_overflow(a, (int64_t)1 << b, r);
    case BIN_RSHIFT:
        *r = b >= 0 ? a >> (b < 63 ? b : 63) : 0;
        return b >= 0;
    case BIN_AND:
        *r = a & b;
        return true;
    case BIN_OR:
        *r = a | b;
        return true;
    case BIN_XOR:
        *r = a ^ b;
        return true;
    default:
        return false;
    }
}

static bool fold_floats(binary_op_t op, double a, double b, double *r)
{
    switch (op) {
    case BIN_ADD:
        *r = a + b;
        return true;
    case BIN_SUB:
        *r = a - b;
        return true;
    case BIN_MUL:
        *r = a * b;
        return true;
    case BIN_DIV:
        *r = b != 0 ? a / b : 0;
        return b != 0;
    default:
        return false;
    }
}

static bool exact_real(const constant_t *k, double *value)
{
    const int64_t limit = (int64_t)1 << 53;
    *value = k->kind == CONST_FLOAT ? k->real : (double)k->integer;
    return k->kind == CONST_FLOAT ||
           (k->kind == CONST_INT && k->integer <= limit && k->integer >= -limit);
}

static int fold_binary(gen_t *g, const expr_t *e)
{
    int left = fold(g, e->binary.left);
    int right = left < 0 ? -1 : fold(g, e->binary.right);
    if (right < 0) {
        return -1;
    }
    consts_t *consts = &g->program->consts;
    const constant_t a = *consts_get(consts, left), b = *consts_get(consts, right);
    int64_t integer;
    double x, y, real;
    if (a.kind == CONST_INT && b.kind == CONST_INT && e->binary.op != BIN_DIV) {
        return fold_ints(e->binary.op, a.integer, b.integer, &integer)
                   ? consts_int(consts, integer)
                   : -1;
    }
    if (exact_real(&a, &x) && exact_real(&b, &y)) {
        return fold_floats(e->binary.op, x, y, &real) ? consts_float(consts, real) : -1;
    }
    if (a.kind == b.kind && (a.kind == CONST_STR || a.kind == CONST_BYTES) &&
        e->binary.op == BIN_ADD && a.len + b.len < 4096) {
        char *both = arena_alloc(g->program->arena, (size_t)a.len + b.len + 1);
        memcpy(both, a.data, a.len);
        memcpy(both + a.len, b.data, b.len);
        return a.kind == CONST_STR ? consts_str(consts, both, a.len + b.len)
                                   : consts_bytes(consts, both, a.len + b.len);
    }
    return -1;
}

static int fold_tuple(gen_t *g, const expr_t *e)
{
    int *items = ARENA_ARRAY(g->program->arena, int, e->values.len + 1);
    for (int i = 0; i < e->values.len; i++) {
        items[i] = fold(g, e->values.items[i]);
        if (items[i] < 0) {
            return -1;
        }
    }
    return consts_tuple(&g->program->consts, items, e->values.len);
}

bool is_free(gen_t *g, const char *name)
{
    const var_t *v = modules_lookup(g->scope, name, NULL);
    return !v || !(v->flags & VAR_BOUND);
}

/* Names that stand for constants: exceptions, and what every module predefines. */
static int fold_name(gen_t *g, const expr_t *e)
{
    consts_t *consts = &g->program->consts;
    const symbol_t *sym = symbol_of_expr(g->program, g->scope, e);
    if (sym->kind == SYM_EXCEPTION) {
        return consts_exception(consts, sym->exception);
    }
    if (e->kind == EXPR_ATTRIBUTE) {
        return fold_pin(g, e);
    }
    bool may_be_const = e->name[0] >= 'A' && e->name[0] <= 'Z';
    if ((e->name[0] != '_' && !may_be_const) || !is_free(g, e->name)) {
        return -1;
    }
    int64_t value;
    if (may_be_const) {
        return program_const(g->program, e->name, &value) ? consts_int(consts, value)
                                                          : -1;
    }
    if (strcmp(e->name, "__debug__") == 0) {
        return consts_simple(consts, CONST_TRUE);
    }
    return strcmp(e->name, "__name__") == 0
               ? consts_str(consts, g->module->name, strlen(g->module->name))
               : -1;
}

/* `__name__ == "__main__"` decides at compile time what is program and what is library.
 */
static int fold_compare(gen_t *g, const expr_t *e)
{
    int op = e->compare.ops[0];
    if (e->compare.rights.len != 1 || (op != CMP_EQ && op != CMP_NE)) {
        return -1;
    }
    int left = fold(g, e->compare.left);
    int right = left < 0 ? -1 : fold(g, e->compare.rights.items[0]);
    consts_t *consts = &g->program->consts;
    if (right < 0 || consts_get(consts, left)->kind != CONST_STR ||
        consts_get(consts, right)->kind != CONST_STR) {
        return -1;
    }
    return consts_simple(consts,
                         (left == right) == (op == CMP_EQ) ? CONST_TRUE : CONST_FALSE);
}

int fold(gen_t *g, const expr_t *e)
{
    consts_t *consts = &g->program->consts;
    switch ((expr_kind_t)e->kind) {
    case EXPR_NONE:
        return consts_simple(consts, CONST_NONE);
    case EXPR_TRUE:
        return consts_simple(consts, CONST_TRUE);
    case EXPR_FALSE:
        return consts_simple(consts, CONST_FALSE);
    case EXPR_ELLIPSIS:
        return consts_simple(consts, CONST_ELLIPSIS);
    case EXPR_INT:
        return fold_integer(g, e, false);
    case EXPR_FLOAT:
        return consts_float(consts, e->number);
    case EXPR_STR:
        return consts_str(consts, e->str.data, e->str.len);
    case EXPR_BYTES:
        return consts_bytes(consts, e->str.data, e->str.len);
    case EXPR_NAME:
    case EXPR_ATTRIBUTE:
        return e->ctx == CTX_LOAD ? fold_name(g, e) : -1;
    case EXPR_CALL:
        return fold_call(g, e);
    case EXPR_COMPARE:
        return fold_compare(g, e);
    case EXPR_TUPLE:
        return e->ctx == CTX_LOAD ? fold_tuple(g, e) : -1;
    case EXPR_UNARY:
        return fold_unary(g, e);
    case EXPR_BINARY:
        return fold_binary(g, e);
    default:
        return -1;
    }
}

int fold_truth(gen_t *g, const expr_t *e)
{
    int k = fold(g, e);
    if (k < 0) {
        return -1;
    }
    const constant_t *c = consts_get(&g->program->consts, k);
    switch (c->kind) {
    case CONST_NONE:
    case CONST_FALSE:
        return 0;
    case CONST_INT:
        return c->integer != 0;
    case CONST_FLOAT:
        return c->real != 0;
    case CONST_STR:
    case CONST_BYTES:
    case CONST_TUPLE:
        return c->len != 0;
    default:
        return 1;
    }
}
