/* SPDX-License-Identifier: MIT */
/*
 * fuse.c -- the peephole pass: sequences of instructions that one fused opcode does.
 *
 * A rule sees up to four live instructions in a row of which only the first may be
 * entered sideways. The first rule that fits is taken, then the window moves on. Two
 * passes: the second pairs loads and stores that nothing else wanted.
 */
#include "code.h"
#include <assert.h>

#define WINDOW 4

typedef struct window {
    code_t *code;
    insn_t *at[WINDOW]; /* NULL behind the end of the row */
} window_t;

static int op_at(const window_t *w, int i)
{
    return i < WINDOW && w->at[i] ? w->at[i]->op : -1;
}

/* The first `n` instructions become the last of them, as `op`. */
static void replace(window_t *w, int n, int op, int a, int b, int c)
{
    for (int i = 0; i + 1 < n; i++) {
        w->at[i]->dead = true;
    }
    insn_t *insn = w->at[n - 1];
    insn->op = (uint8_t)op;
    insn->arg[0] = a;
    insn->arg[1] = b;
    insn->arg[2] = c;
}

static bool is_compare(int op)
{
    return op >= OP_LT && op <= OP_GE;
}

static bool fits_int8(int value)
{
    return value >= -128 && value <= 127;
}

/* ---- compare and branch ---- */

/*
 * The fused opcode for the comparison at[i] and the jump behind it; families are in the
 * order LT LE EQ NE GT GE. 0: none.
 */
static int compare_jump(const window_t *w, int i, int jump, int loop)
{
    if (!is_compare(op_at(w, i))) {
        return 0;
    }
    if (op_at(w, i + 1) == OP_JUMP_IF_FALSE) {
        return jump + op_at(w, i) - OP_LT;
    }
    if (op_at(w, i + 1) == OP_LOOP_IF_TRUE) {
        return loop + op_at(w, i) - OP_LT;
    }
    return 0;
}

static bool fuse_compare(window_t *w)
{
    insn_t **at = w->at;
    int op;
    if (op_at(w, 0) == OP_LOAD_FAST && op_at(w, 1) == OP_LOAD_FAST &&
        (op = compare_jump(w, 2, OP_JUMP_IF_NOT_LT_FAST_FAST,
                           OP_LOOP_IF_LT_FAST_FAST))) {
        replace(w, 4, op, at[0]->arg[0], at[1]->arg[0], at[3]->arg[0]);
    } else if (op_at(w, 0) == OP_LOAD_FAST && op_at(w, 1) == OP_LOAD_INT8 &&
               (op = compare_jump(w, 2, OP_JUMP_IF_NOT_LT_FAST_INT8,
                                  OP_LOOP_IF_LT_FAST_INT8))) {
        replace(w, 4, op, at[0]->arg[0], at[1]->arg[0], at[3]->arg[0]);
    } else if (op_at(w, 0) == OP_LOAD_INT8 && op_at(w, 2) == OP_JUMP_IF_FALSE &&
               (op_at(w, 1) == OP_EQ || op_at(w, 1) == OP_NE)) {
        op = op_at(w, 1) == OP_EQ ? OP_JUMP_IF_NOT_EQ_INT8 : OP_JUMP_IF_NOT_NE_INT8;
        replace(w, 3, op, at[0]->arg[0], at[2]->arg[0], 0);
    } else if ((op = compare_jump(w, 0, OP_JUMP_IF_NOT_LT, OP_LOOP_IF_LT))) {
        replace(w, 2, op, at[1]->arg[0], 0, 0);
    } else {
        return false;
    }
    return true;
}

static bool fuse_none(window_t *w)
{
    if (op_at(w, 0) != OP_LOAD_NONE ||
        (op_at(w, 1) != OP_IS && op_at(w, 1) != OP_IS_NOT)) {
        return false;
    }
    if (op_at(w, 2) != OP_JUMP_IF_FALSE && op_at(w, 2) != OP_JUMP_IF_TRUE) {
        return false;
    }
    bool when_none = (op_at(w, 1) == OP_IS) == (op_at(w, 2) == OP_JUMP_IF_TRUE);
    replace(w, 3, when_none ? OP_JUMP_IF_NONE : OP_JUMP_IF_NOT_NONE, w->at[2]->arg[0],
            0, 0);
    return true;
}

/* ---- operators on locals and small integers ---- */

typedef struct op_rule {
    uint8_t op;        /* the plain operator */
    uint8_t fast_fast; /* both operands are locals */
    uint8_t fast;      /* the right one is */
    uint8_t fast_int8; /* local and small integer */
    uint8_t int8;      /* the right one is a small integer */
} op_rule_t;

static const op_rule_t rules[] = {
    {OP_ADD, OP_ADD_FAST_FAST, OP_ADD_FAST, OP_ADD_FAST_INT8, OP_ADD_INT8},
    {OP_SUB, OP_SUB_FAST_FAST, OP_SUB_FAST, OP_SUB_FAST_INT8, OP_SUB_INT8},
    {OP_MUL, OP_MUL_FAST_FAST, OP_MUL_FAST, 0, OP_MUL_INT8},
    {OP_DIV, 0, OP_DIV_FAST, 0, 0},
    {OP_FDIV, 0, 0, 0, OP_FDIV_INT8},
    {OP_MOD, 0, 0, 0, OP_MOD_INT8},
    {OP_AND, 0, 0, 0, OP_AND_INT8},
    {OP_LSHIFT, 0, 0, 0, OP_LSHIFT_INT8},
    {OP_RSHIFT, 0, 0, 0, OP_RSHIFT_INT8},
    {OP_LOAD_SUBSCR, OP_SUBSCR_FAST_FAST, OP_SUBSCR_FAST, 0, OP_LOAD_SUBSCR_INT8},
    {OP_STORE_SUBSCR, OP_STORE_SUBSCR_FAST_FAST, 0, 0, 0},
};

static const op_rule_t *rule_of(int op)
{
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        if (rules[i].op == op) {
            return &rules[i];
        }
    }
    return NULL;
}

/* local += small integer, back into the same local. */
static bool fuse_increment(window_t *w)
{
    insn_t **at = w->at;
    if (op_at(w, 0) != OP_LOAD_FAST || op_at(w, 1) != OP_LOAD_INT8 ||
        (op_at(w, 2) != OP_IADD && op_at(w, 2) != OP_ISUB) ||
        op_at(w, 3) != OP_STORE_FAST || at[3]->arg[0] != at[0]->arg[0]) {
        return false;
    }
    int by = op_at(w, 2) == OP_IADD ? at[1]->arg[0] : -at[1]->arg[0];
    if (!fits_int8(by)) {
        return false;
    }
    replace(w, 4, OP_INC_FAST, at[0]->arg[0], by, 0);
    return true;
}

static bool fuse_operator(window_t *w)
{
    const op_rule_t *rule = op_at(w, 2) >= 0 ? rule_of(op_at(w, 2)) : NULL;
    if (rule && op_at(w, 0) == OP_LOAD_FAST) {
        int op = op_at(w, 1) == OP_LOAD_FAST   ? rule->fast_fast
                 : op_at(w, 1) == OP_LOAD_INT8 ? rule->fast_int8
                                               : 0;
        if (op) {
            replace(w, 3, op, w->at[0]->arg[0], w->at[1]->arg[0], 0);
            return true;
        }
    }
    rule = op_at(w, 1) >= 0 ? rule_of(op_at(w, 1)) : NULL;
    if (rule) {
        int op = op_at(w, 0) == OP_LOAD_FAST   ? rule->fast
                 : op_at(w, 0) == OP_LOAD_INT8 ? rule->int8
                                               : 0;
        if (op) {
            replace(w, 2, op, w->at[0]->arg[0], 0, 0);
            return true;
        }
    }
    if (op_at(w, 0) == OP_LOAD_CONST && op_at(w, 1) == OP_AND) {
        replace(w, 2, OP_AND_CONST, w->at[0]->arg[0], 0, 0);
        return true;
    }
    return false;
}

/* ---- locals ---- */

static bool fuse_local(window_t *w)
{
    if (op_at(w, 0) != OP_LOAD_FAST) {
        return false;
    }
    int local = w->at[0]->arg[0];
    switch (op_at(w, 1)) {
    case OP_LOAD_ATTR:
        replace(w, 2, OP_LOAD_ATTR_FAST, local, w->at[1]->arg[0], 0);
        return true;
    case OP_STORE_ATTR:
        replace(w, 2, OP_STORE_ATTR_FAST, local, w->at[1]->arg[0], 0);
        return true;
    case OP_STORE_FAST:
        replace(w, 2, OP_MOVE_FAST, w->at[1]->arg[0], local, 0);
        return true;
    case OP_RETURN:
        replace(w, 2, OP_RETURN_FAST, local, 0, 0);
        return true;
    }
    return false;
}

static bool is_pure_push(int op)
{
    switch (op) {
    case OP_COPY:
    case OP_LOAD_NONE:
    case OP_LOAD_TRUE:
    case OP_LOAD_FALSE:
    case OP_LOAD_INT8:
    case OP_LOAD_INT16:
    case OP_LOAD_CONST:
    case OP_LOAD_FAST:
        return true;
    }
    return false;
}

static bool fuse_waste(window_t *w)
{
    if (is_pure_push(op_at(w, 0)) && op_at(w, 1) == OP_POP) {
        w->at[0]->dead = w->at[1]->dead = true;
        return true;
    }
    if (op_at(w, 0) == OP_COPY && w->at[0]->arg[0] == 1 &&
        op_at(w, 1) == OP_STORE_FAST && op_at(w, 2) == OP_POP) {
        w->at[0]->dead = w->at[2]->dead = true;
        return true;
    }
    if (op_at(w, 0) == OP_LOAD_NONE && op_at(w, 1) == OP_RETURN) {
        replace(w, 2, OP_RETURN_NONE, 0, 0, 0);
        return true;
    }
    return false;
}

/* What nothing else wanted. */
static bool fuse_pair(window_t *w)
{
    if (op_at(w, 1) != OP_LOAD_FAST) {
        return false;
    }
    int op = op_at(w, 0) == OP_LOAD_FAST    ? OP_LOAD_FAST_FAST
             : op_at(w, 0) == OP_STORE_FAST ? OP_STORE_FAST_LOAD_FAST
                                            : 0;
    if (op) {
        replace(w, 2, op, w->at[0]->arg[0], w->at[1]->arg[0], 0);
    }
    return op != 0;
}

/* ---- the passes ---- */

typedef bool (*fuse_fn)(window_t *w);

static void pass(code_t *c, const bool *barrier, const fuse_fn *fns, int nfns)
{
    for (int i = flow_live(c, 0); i < c->insns.len; i = flow_live(c, i + 1)) {
        window_t w = {.code = c};
        for (int n = 0, at = i; n < WINDOW && at < c->insns.len;
             at = flow_live(c, at + 1)) {
            if (n > 0 && barrier[at]) {
                break;
            }
            w.at[n++] = &c->insns.items[at];
        }
        for (int f = 0; f < nfns; f++) {
            if (fns[f](&w)) {
                break;
            }
        }
    }
}

void fuse_code(code_t *c)
{
    static const fuse_fn first[] = {fuse_waste,     fuse_compare,  fuse_none,
                                    fuse_increment, fuse_operator, fuse_local};
    static const fuse_fn second[] = {fuse_pair};
    const bool *barrier = flow_barriers(c);
    pass(c, barrier, first, sizeof first / sizeof first[0]);
    barrier = flow_barriers(c);
    pass(c, barrier, second, sizeof second / sizeof second[0]);
}
