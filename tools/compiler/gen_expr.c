/* SPDX-License-Identifier: MIT */
/*
 * gen_expr.c -- expressions, conditions and targets.
 */
#include "gen.h"
#include <assert.h>
#include <string.h>

/* ---- operators ---- */

/* By binary_op_t: the operator and its in-place form. */
static const uint8_t binary_ops[][2] = {
    [BIN_ADD] = {OP_ADD, OP_IADD},
    [BIN_SUB] = {OP_SUB, OP_ISUB},
    [BIN_MUL] = {OP_MUL, OP_IMUL},
    [BIN_MATMUL] = {OP_MATMUL, OP_IMATMUL},
    [BIN_DIV] = {OP_DIV, OP_IDIV},
    [BIN_FLOORDIV] = {OP_FDIV, OP_IFDIV},
    [BIN_MOD] = {OP_MOD, OP_IMOD},
    [BIN_POW] = {OP_POW, OP_IPOW},
    [BIN_LSHIFT] = {OP_LSHIFT, OP_ILSHIFT},
    [BIN_RSHIFT] = {OP_RSHIFT, OP_IRSHIFT},
    [BIN_OR] = {OP_OR, OP_IOR},
    [BIN_XOR] = {OP_XOR, OP_IXOR},
    [BIN_AND] = {OP_AND, OP_IAND},
};

static const uint8_t compare_ops[] = {
    [CMP_EQ] = OP_EQ,         [CMP_NE] = OP_NE,         [CMP_LT] = OP_LT,
    [CMP_LE] = OP_LE,         [CMP_GT] = OP_GT,         [CMP_GE] = OP_GE,
    [CMP_IS] = OP_IS,         [CMP_IS_NOT] = OP_IS_NOT, [CMP_IN] = OP_IN,
    [CMP_NOT_IN] = OP_NOT_IN,
};

int gen_binary_op(int op, bool inplace)
{
    return binary_ops[op][inplace];
}

static void gen_binary(gen_t *g, const expr_t *e)
{
    gen_expr(g, e->binary.left);
    int k = e->binary.op == BIN_AND ? fold(g, e->binary.right) : -1;
    const constant_t *mask = k >= 0 ? consts_get(&g->program->consts, k) : NULL;
    if (mask && mask->kind == CONST_INT &&
        (mask->integer < -128 || mask->integer > 127)) {
        /* A mask comes from the table even when it is short: the two instructions
         * become AND_CONST. */
        code_emit1(g->code, OP_LOAD_CONST, consts_row(&g->program->consts, k));
    } else {
        gen_expr(g, e->binary.right);
    }
    gen_at(g, e->pos);
    code_emit(g->code, binary_ops[e->binary.op][0]);
}

static void gen_unary(gen_t *g, const expr_t *e)
{
    static const uint8_t ops[] = {[UNARY_NOT] = OP_NOT,
                                  [UNARY_PLUS] = OP_POS,
                                  [UNARY_MINUS] = OP_NEG,
                                  [UNARY_INVERT] = OP_INVERT};
    gen_expr(g, e->unary.operand);
    gen_at(g, e->pos);
    code_emit(g->code, ops[e->unary.op]);
}

/* `x in [1, 2]` with constants tests a constant tuple. */
static void gen_container(gen_t *g, const expr_t *e, int op)
{
    if ((op == CMP_IN || op == CMP_NOT_IN) && e->kind == EXPR_LIST) {
        expr_t tuple = *e;
        tuple.kind = EXPR_TUPLE;
        gen_expr(g, fold(g, &tuple) >= 0 ? &tuple : e);
        return;
    }
    gen_expr(g, e);
}

/* Pushes the truth of the chain's last link; earlier ones leave through `fail` with
 * False and the kept operand. */
static void gen_chain(gen_t *g, const expr_t *e, int fail)
{
    int n = e->compare.rights.len;
    gen_expr(g, e->compare.left);
    for (int i = 0; i < n; i++) {
        gen_container(g, e->compare.rights.items[i], e->compare.ops[i]);
        bool last = i == n - 1;
        if (!last) {
            /* left right → right left right: the right operand is the next link's left
             * one */
            int temp = code_temp(g->code);
            code_emit1(g->code, OP_STORE_FAST, temp);
            code_emit1(g->code, OP_LOAD_FAST_CHECK, temp);
            gen_at(g, e->pos);
            code_emit(g->code, compare_ops[e->compare.ops[i]]);
            code_jump(g->code, OP_JUMP_IF_FALSE_OR_POP, fail);
            code_emit1(g->code, OP_LOAD_FAST_CHECK, temp);
            code_temp_free(g->code, temp);
        } else {
            gen_at(g, e->pos);
            code_emit(g->code, compare_ops[e->compare.ops[i]]);
        }
    }
}

static void gen_compare(gen_t *g, const expr_t *e)
{
    int end = code_label(g->code);
    gen_chain(g, e, end);
    code_bind(g->code, end);
}

static void gen_logical(gen_t *g, const expr_t *e)
{
    int end = code_label(g->code);
    int op = e->kind == EXPR_AND ? OP_JUMP_IF_FALSE_OR_POP : OP_JUMP_IF_TRUE_OR_POP;
    for (int i = 0; i < e->values.len; i++) {
        if (i > 0) {
            code_jump(g->code, op, end);
        }
        gen_expr(g, e->values.items[i]);
    }
    code_bind(g->code, end);
}

static void gen_cond(gen_t *g, const expr_t *e)
{
    int orelse = code_label(g->code), end = code_label(g->code);
    gen_jump_if(g, e->cond.test, false, orelse);
    gen_expr(g, e->cond.body);
    code_jump(g->code, OP_JUMP, end);
    code_bind(g->code, orelse);
    gen_expr(g, e->cond.orelse);
    code_bind(g->code, end);
}

/* ---- conditions ---- */

static void jump_if_logical(gen_t *g, const expr_t *e, bool sense, int label)
{
    /* Of `and`, every part but the last decides when it is false; of `or`, when it is
     * true. */
    bool decides = e->kind == EXPR_OR;
    int n = e->values.len;
    if (decides == sense) {
        for (int i = 0; i < n; i++) {
            gen_jump_if(g, e->values.items[i], sense, label);
        }
        return;
    }
    int out = code_label(g->code);
    for (int i = 0; i < n - 1; i++) {
        gen_jump_if(g, e->values.items[i], decides, out);
    }
    gen_jump_if(g, e->values.items[n - 1], sense, label);
    code_bind(g->code, out);
}

/* a < b < c: each link alone, without keeping a value for a result. */
static void jump_if_chain(gen_t *g, const expr_t *e, bool sense, int label)
{
    int n = e->compare.rights.len, out = code_label(g->code), temp = -1;
    int on_false = sense ? out : label;
    gen_expr(g, e->compare.left);
    for (int i = 0; i < n; i++) {
        gen_container(g, e->compare.rights.items[i], e->compare.ops[i]);
        bool last = i == n - 1;
        if (!last) {
            temp = temp < 0 ? code_temp(g->code) : temp;
            code_emit1(g->code, OP_COPY, 1);
            code_emit1(g->code, OP_STORE_FAST, temp);
        }
        gen_at(g, e->pos);
        code_emit(g->code, compare_ops[e->compare.ops[i]]);
        if (last) {
            code_jump(g->code, sense ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, label);
        } else {
            code_jump(g->code, OP_JUMP_IF_FALSE, on_false);
            code_emit1(g->code, OP_LOAD_FAST_CHECK, temp);
        }
    }
    if (temp >= 0) {
        code_temp_free(g->code, temp);
    }
    code_bind(g->code, out);
}

void gen_jump_if(gen_t *g, const expr_t *e, bool sense, int label)
{
    int truth = fold_truth(g, e);
    if (truth >= 0) {
        if (truth == sense) {
            code_jump(g->code, OP_JUMP, label);
        }
        return;
    }
    if (e->kind == EXPR_UNARY && e->unary.op == UNARY_NOT) {
        gen_jump_if(g, e->unary.operand, !sense, label);
    } else if (e->kind == EXPR_AND || e->kind == EXPR_OR) {
        jump_if_logical(g, e, sense, label);
    } else if (e->kind == EXPR_COMPARE) {
        jump_if_chain(g, e, sense, label);
    } else {
        gen_expr(g, e);
        gen_at(g, e->pos);
        code_jump(g->code, sense ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, label);
    }
}

/* ---- displays ---- */

#define AT_ONCE                                                                        \
    64 /* values that may wait on the stack; longer displays grow a container */

static bool has_star(const expr_list_t *values)
{
    for (int i = 0; i < values->len; i++) {
        if (values->items[i]->kind == EXPR_STARRED) {
            return true;
        }
    }
    return false;
}

/* [1, 2, 3]: one constant tuple, copied. */
static bool gen_constant_display(gen_t *g, const expr_list_t *values, int build,
                                 int extend)
{
    expr_t tuple = {.kind = EXPR_TUPLE};
    tuple.values = *values;
    int k = values->len > 2 && build != OP_BUILD_TUPLE ? fold(g, &tuple) : -1;
    if (k < 0) {
        return false;
    }
    code_emit1(g->code, build, 0);
    gen_const(g, k);
    code_emit1(g->code, extend, 1);
    return true;
}

void gen_sequence(gen_t *g, const expr_list_t *values, int build)
{
    bool set = build == OP_BUILD_SET;
    int grow = set ? OP_BUILD_SET : OP_BUILD_LIST, at = 0;
    int append = set ? OP_SET_ADD : OP_LIST_APPEND,
        extend = set ? OP_SET_UPDATE : OP_LIST_EXTEND;
    if (gen_constant_display(g, values, build, extend)) {
        return;
    }
    bool grows = values->len > AT_ONCE || has_star(values);
    while (at < values->len && at < AT_ONCE &&
           values->items[at]->kind != EXPR_STARRED) {
        gen_expr(g, values->items[at++]);
    }
    code_emit1(g->code, grows ? grow : build, at);
    for (; at < values->len; at++) {
        const expr_t *e = values->items[at];
        gen_expr(g, e->kind == EXPR_STARRED ? e->value : e);
        gen_at(g, e->pos);
        code_emit1(g->code, e->kind == EXPR_STARRED ? extend : append, 1);
    }
    if (grows && build == OP_BUILD_TUPLE) {
        code_emit(g->code, OP_LIST_TO_TUPLE);
    }
}

static void gen_dict(gen_t *g, const expr_t *e)
{
    int at = 0, n = e->dict.keys.len;
    for (; at < n && at < AT_ONCE / 2 && e->dict.keys.items[at]; at++) {
        gen_expr(g, e->dict.keys.items[at]);
        gen_expr(g, e->dict.values.items[at]);
    }
    gen_at(g, e->pos);
    code_emit1(g->code, OP_BUILD_DICT, at);
    for (; at < n; at++) {
        if (e->dict.keys.items[at]) {
            gen_expr(g, e->dict.keys.items[at]);
        }
        gen_expr(g, e->dict.values.items[at]);
        code_emit1(g->code, e->dict.keys.items[at] ? OP_MAP_ADD : OP_DICT_UPDATE, 1);
    }
}

/* ---- f-strings ---- */

static void gen_formatted(gen_t *g, const expr_t *e)
{
    int n = e->formatted.conversion == 's'   ? 1
            : e->formatted.conversion == 'r' ? 2
            : e->formatted.conversion == 'a' ? 3
                                             : 0;
    gen_expr(g, e->formatted.value);
    if (e->formatted.spec) {
        gen_expr(g, e->formatted.spec);
        n |= 4;
    }
    gen_at(g, e->pos);
    code_emit1(g->code, OP_FORMAT, n);
}

static void gen_joined(gen_t *g, const expr_t *e)
{
    int n = e->values.len;
    if (n == 0) {
        gen_const(g, consts_str(&g->program->consts, "", 0));
        return;
    }
    int on_stack = 0;
    for (int i = 0; i < n; i++) {
        gen_expr(g, e->values.items[i]);
        if (++on_stack == AT_ONCE) {
            code_emit1(g->code, OP_BUILD_STRING, on_stack);
            on_stack = 1;
        }
    }
    if (on_stack > 1) {
        code_emit1(g->code, OP_BUILD_STRING, on_stack);
    }
}

/* ---- subscripts, attributes ---- */

static void gen_optional(gen_t *g, const expr_t *e)
{
    if (e) {
        gen_expr(g, e);
    } else {
        code_emit(g->code, OP_LOAD_NONE);
    }
}

static void gen_slice(gen_t *g, const expr_t *e)
{
    gen_optional(g, e->slice.lower);
    gen_optional(g, e->slice.upper);
    if (e->slice.step) {
        gen_expr(g, e->slice.step);
    }
    code_emit1(g->code, OP_BUILD_SLICE, e->slice.step ? 3 : 2);
}

void gen_subscript_operands(gen_t *g, const expr_t *e)
{
    gen_expr(g, e->subscript.value);
    gen_expr(g, e->subscript.index);
    gen_at(g, e->pos);
}

static int attribute_name(gen_t *g, const expr_t *e)
{
    return program_name(g->program,
                        scope_mangle(g->program, g->scope, e->attribute.name));
}

/* super().x and super(C, self).x are looked up without making a super object. */
static bool gen_super(gen_t *g, const expr_t *e)
{
    const expr_t *call = e->attribute.value;
    if (call->kind != EXPR_CALL || call->call.func->kind != EXPR_NAME ||
        strcmp(call->call.func->name, "super") != 0 || call->call.keywords.len) {
        return false;
    }
    if (call->call.args.len == 2) {
        gen_expr(g, call->call.args.items[0]);
        gen_expr(g, call->call.args.items[1]);
    } else if (call->call.args.len == 0) {
        const scope_t *method = g->scope;
        while (method->kind == SCOPE_COMP) {
            method = method->parent;
        }
        const var_t *self = method->vars.len ? method->vars.items[0] : NULL;
        if (method != g->owner || !self || !(self->flags & VAR_PARAM)) {
            gen_error(g, e->pos, DIAG_unsupported,
                      "super() without arguments must stand in a method itself");
            code_emit(g->code, OP_LOAD_NONE);
            return true;
        }
        gen_load(g, intern(g->program->intern, "__class__"));
        gen_load(g, self->name);
    } else {
        return false;
    }
    gen_at(g, e->attribute.name_pos);
    code_emit1(g->code, OP_LOAD_SUPER, attribute_name(g, e));
    return true;
}

static void gen_attribute(gen_t *g, const expr_t *e)
{
    const symbol_t *sym = symbol_of_expr(g->program, g->scope, e);
    gen_at(g, e->pos);
    if (sym->kind != SYM_NONE) {
        gen_load_symbol(g, sym);
        return;
    }
    if (gen_super(g, e)) {
        return;
    }
    gen_expr(g, e->attribute.value);
    gen_at(g, e->attribute.name_pos);
    code_emit1(g->code, OP_LOAD_ATTR, attribute_name(g, e));
}

/* ---- the switch ---- */

static void gen_yield(gen_t *g, const expr_t *e)
{
    if (e->kind == EXPR_YIELD_FROM) {
        gen_expr(g, e->value);
        gen_at(g, e->pos);
        code_emit(g->code, OP_GET_ITER);
        code_emit(g->code, OP_LOAD_NONE);
        code_emit(g->code, OP_YIELD_FROM);
        return;
    }
    gen_optional(g, e->value);
    gen_at(g, e->pos);
    code_emit(g->code, OP_YIELD);
}

static void gen_unfolded(gen_t *g, const expr_t *e)
{
    switch ((expr_kind_t)e->kind) {
    case EXPR_JOINED_STR:
        gen_joined(g, e);
        break;
    case EXPR_FORMATTED:
        gen_formatted(g, e);
        break;
    case EXPR_NAME:
        gen_load(g, e->name);
        break;
    case EXPR_ATTRIBUTE:
        gen_attribute(g, e);
        break;
    case EXPR_SUBSCRIPT:
        gen_subscript_operands(g, e);
        code_emit(g->code, OP_LOAD_SUBSCR);
        break;
    case EXPR_SLICE:
        gen_slice(g, e);
        break;
    case EXPR_TUPLE:
        gen_sequence(g, &e->values, OP_BUILD_TUPLE);
        break;
    case EXPR_LIST:
        gen_sequence(g, &e->values, OP_BUILD_LIST);
        break;
    case EXPR_SET:
        gen_sequence(g, &e->values, OP_BUILD_SET);
        break;
    case EXPR_DICT:
        gen_dict(g, e);
        break;
    case EXPR_UNARY:
        gen_unary(g, e);
        break;
    case EXPR_BINARY:
        gen_binary(g, e);
        break;
    case EXPR_AND:
    case EXPR_OR:
        gen_logical(g, e);
        break;
    case EXPR_COMPARE:
        gen_compare(g, e);
        break;
    case EXPR_CALL:
        gen_call(g, e);
        break;
    case EXPR_COND:
        gen_cond(g, e);
        break;
    case EXPR_LAMBDA:
        gen_lambda(g, e);
        break;
    case EXPR_WALRUS:
        gen_expr(g, e->walrus.value);
        code_emit1(g->code, OP_COPY, 1);
        gen_store(g, e->walrus.target->name);
        break;
    case EXPR_LIST_COMP:
    case EXPR_SET_COMP:
    case EXPR_DICT_COMP:
    case EXPR_GENERATOR:
        gen_comp(g, e);
        break;
    case EXPR_YIELD:
    case EXPR_YIELD_FROM:
        gen_yield(g, e);
        break;
    default:
        assert(!"the parser lets a star stand only in displays, calls and targets");
    }
}

void gen_expr(gen_t *g, const expr_t *e)
{
    gen_at(g, e->pos);
    int k = fold(g, e);
    if (k >= 0) {
        gen_const(g, k);
        return;
    }
    gen_unfolded(g, e);
}

void gen_effects(gen_t *g, const expr_t *e)
{
    if (fold(g, e) >= 0) {
        return;
    }
    gen_expr(g, e);
    code_emit(g->code, OP_POP);
}

/* ---- targets ---- */

static void gen_unpack(gen_t *g, const expr_t *target)
{
    const expr_list_t *items = &target->values;
    int star = -1;
    for (int i = 0; i < items->len; i++) {
        star = items->items[i]->kind == EXPR_STARRED ? i : star;
    }
    gen_at(g, target->pos);
    if (items->len > 255) {
        gen_error(g, target->pos, DIAG_too_big, "too many targets to unpack into");
        code_emit(g->code, OP_POP);
        return;
    }
    if (star < 0) {
        code_emit1(g->code, OP_UNPACK, items->len);
    } else {
        code_emit2(g->code, OP_UNPACK_EX, star, items->len - star - 1);
    }
    for (int i = 0; i < items->len; i++) {
        gen_assign(g, i == star ? items->items[i]->value : items->items[i]);
    }
}

/* `__builtins__.X = …` */
static bool gen_store_builtin(gen_t *g, const expr_t *target)
{
    const symbol_t *sym = symbol_of_expr(g->program, g->scope, target);
    if (sym->kind != SYM_VAR || sym->owner != g->program->builtins) {
        return false;
    }
    gen_at(g, target->attribute.name_pos);
    code_emit1(g->code, OP_STORE_GLOBAL, gen_global(g->program, sym->owner, sym->var));
    return true;
}

void gen_assign(gen_t *g, const expr_t *target)
{
    switch (target->kind) {
    case EXPR_NAME:
        gen_at(g, target->pos);
        gen_store(g, target->name);
        break;
    case EXPR_ATTRIBUTE:
        if (gen_store_builtin(g, target)) {
            break;
        }
        gen_expr(g, target->attribute.value);
        gen_at(g, target->attribute.name_pos);
        code_emit1(g->code, OP_STORE_ATTR, attribute_name(g, target));
        break;
    case EXPR_SUBSCRIPT:
        gen_subscript_operands(g, target);
        code_emit(g->code, OP_STORE_SUBSCR);
        break;
    case EXPR_TUPLE:
    case EXPR_LIST:
        gen_unpack(g, target);
        break;
    default:
        assert(!"the parser allows no other target");
    }
}

void gen_remove(gen_t *g, const expr_t *target)
{
    gen_at(g, target->pos);
    switch (target->kind) {
    case EXPR_NAME:
        gen_delete(g, target->name);
        break;
    case EXPR_ATTRIBUTE:
        gen_expr(g, target->attribute.value);
        code_emit1(g->code, OP_DELETE_ATTR, attribute_name(g, target));
        break;
    case EXPR_SUBSCRIPT:
        gen_subscript_operands(g, target);
        code_emit(g->code, OP_DELETE_SUBSCR);
        break;
    default:
        for (int i = 0; i < target->values.len; i++) {
            gen_remove(g, target->values.items[i]);
        }
    }
}
