/* SPDX-License-Identifier: MIT */
/*
 * exec_ops.h -- the rows of operators and comparisons, each with its own fast path.
 * Included by exec.c alone; fast_paths_none.c puts exec_ops_small.h in its place.
 */
#ifndef CORE_EXEC_OPS_H
#define CORE_EXEC_OPS_H

/* ---- operators: small integers here, floats here when the heap has room, all else in
 * obj.c ---- */

#define BINARY(NAME, FAST, SLOW)                                                       \
    OP(NAME)                                                                           \
    {                                                                                  \
        PObject *a = sp[-1];                                                           \
        FAST(a, tos, { sp--; });                                                       \
        TRY(SLOW(BIN_##NAME, a, tos, &r));                                             \
        sp--;                                                                          \
        tos = r;                                                                       \
        NEXT;                                                                          \
    }
/* The in-place form differs only off the fast path. */
#define BINARY2(NAME, FAST)                                                            \
    BINARY(NAME, FAST, obj_binary)                                                     \
    OP(I##NAME)                                                                        \
    {                                                                                  \
        PObject *a = sp[-1];                                                           \
        FAST(a, tos, { sp--; });                                                       \
        TRY(obj_inplace(BIN_##NAME, a, tos, &r));                                      \
        sp--;                                                                          \
        tos = r;                                                                       \
        NEXT;                                                                          \
    }
#define BINARY_FAST_FAST(NAME, FAST)                                                   \
    OP(NAME##_FAST_FAST)                                                               \
    {                                                                                  \
        PObject *a = locals[U8(0)], *b = locals[U8(1)];                                \
        ip += 2;                                                                       \
        FAST(a, b, { SPILL(); });                                                      \
        TRY(obj_binary(BIN_##NAME, a, b, &r));                                         \
        PUSH(r);                                                                       \
        NEXT;                                                                          \
    }
#define BINARY_FAST(NAME, FAST)                                                        \
    OP(NAME##_FAST)                                                                    \
    {                                                                                  \
        PObject *b = locals[U8(0)];                                                    \
        ip += 1;                                                                       \
        FAST(tos, b, {});                                                              \
        TRY(obj_binary(BIN_##NAME, tos, b, &r));                                       \
        tos = r;                                                                       \
        NEXT;                                                                          \
    }
#define BINARY_INT8(NAME, FAST)                                                        \
    OP(NAME##_INT8)                                                                    \
    {                                                                                  \
        PObject *b = PSMALLINT_NEW(I8(0));                                             \
        ip += 1;                                                                       \
        FAST(tos, b, {});                                                              \
        TRY(obj_binary(BIN_##NAME, tos, b, &r));                                       \
        tos = r;                                                                       \
        NEXT;                                                                          \
    }
#define BINARY_FAST_INT8(NAME, FAST)                                                   \
    OP(NAME##_FAST_INT8)                                                               \
    {                                                                                  \
        PObject *a = locals[U8(0)], *b = PSMALLINT_NEW(I8(1));                         \
        ip += 2;                                                                       \
        FAST(a, b, { SPILL(); });                                                      \
        TRY(obj_binary(BIN_##NAME, a, b, &r));                                         \
        PUSH(r);                                                                       \
        NEXT;                                                                          \
    }

/* `pop` adjusts sp before the result goes to tos. */
#define FAST_INT(a, b, pop, compute)                                                   \
    if (BOTH_INT(a, b)) {                                                              \
        int32_t v;                                                                     \
        if (__builtin_expect(compute(a, b, &v), 1)) {                                  \
            pop;                                                                       \
            tos = POBJ_FROM_WORD(v);                                                   \
            NEXT;                                                                      \
        }                                                                              \
    }
#define FAST_FLOAT(a, b, pop, op)                                                      \
    else                                                                               \
    {                                                                                  \
        double x, y;                                                                   \
        if (arith_doubles(a, b, &x, &y)) {                                             \
            SAVE();                                                                    \
            PObject *f = arith_float(x op y);                                          \
            if (__builtin_expect(f != NULL, 1)) {                                      \
                pop;                                                                   \
                tos = f;                                                               \
                NEXT;                                                                  \
            }                                                                          \
            err = ERR_MEMORY_EXC;                                                      \
            goto raise;                                                                \
        }                                                                              \
    }
#define FAST_ADD(a, b, pop) FAST_INT(a, b, pop, arith_add) FAST_FLOAT(a, b, pop, +)
#define FAST_SUB(a, b, pop) FAST_INT(a, b, pop, arith_sub) FAST_FLOAT(a, b, pop, -)
#define FAST_MUL(a, b, pop) FAST_INT(a, b, pop, arith_mul) FAST_FLOAT(a, b, pop, *)
#define FAST_AND(a, b, pop) FAST_INT(a, b, pop, arith_and)
#define FAST_OR(a, b, pop) FAST_INT(a, b, pop, arith_or)
#define FAST_XOR(a, b, pop) FAST_INT(a, b, pop, arith_xor)
#define FAST_LSHIFT(a, b, pop) FAST_INT(a, b, pop, arith_lshift)
#define FAST_RSHIFT(a, b, pop) FAST_INT(a, b, pop, arith_rshift)
#define FAST_FDIV(a, b, pop) FAST_INT(a, b, pop, arith_fdiv)
#define FAST_MOD(a, b, pop) FAST_INT(a, b, pop, arith_mod)
#define FAST_DIV(a, b, pop)                                                            \
    {                                                                                  \
        double x, y;                                                                   \
        if (arith_doubles(a, b, &x, &y) && y != 0) {                                   \
            SAVE();                                                                    \
            PObject *f = arith_float(x / y);                                           \
            if (__builtin_expect(f != NULL, 1)) {                                      \
                pop;                                                                   \
                tos = f;                                                               \
                NEXT;                                                                  \
            }                                                                          \
            err = ERR_MEMORY_EXC;                                                      \
            goto raise;                                                                \
        }                                                                              \
    }
#define FAST_NONE(a, b, pop)
#define BINARY_CONST(NAME, FAST)                                                       \
    OP(NAME##_CONST)                                                                   \
    {                                                                                  \
        PObject *b = vm.consts[U16(0)];                                                \
        ip += 2;                                                                       \
        FAST(tos, b, {});                                                              \
        TRY(obj_binary(BIN_##NAME, tos, b, &r));                                       \
        tos = r;                                                                       \
        NEXT;                                                                          \
    }

/* ---- comparisons ---- */

/* Sets `c` to the truth of a op b. */
#define TEST(a, b, op, code)                                                           \
    if (BOTH_INT(a, b)) {                                                              \
        c = (int32_t)POBJ_WORD(a) op(int32_t) POBJ_WORD(b);                            \
    } else {                                                                           \
        double x, y;                                                                   \
        if (arith_doubles(a, b, &x, &y)) {                                             \
            c = x op y;                                                                \
        } else {                                                                       \
            bool truth;                                                                \
            TRY(cold_test(code, a, b, &truth));                                        \
            c = truth;                                                                 \
        }                                                                              \
    }
#define COMPARE(NAME, op)                                                              \
    OP(NAME)                                                                           \
    {                                                                                  \
        PObject *a = sp[-1];                                                           \
        if (BOTH_INT(a, tos)) {                                                        \
            sp--;                                                                      \
            tos = PBOOL_NEW((int32_t)POBJ_WORD(a) op(int32_t) POBJ_WORD(tos));         \
            NEXT;                                                                      \
        }                                                                              \
        TRY(obj_compare(CMP_##NAME, a, tos, &r));                                      \
        sp--;                                                                          \
        tos = r;                                                                       \
        NEXT;                                                                          \
    }                                                                                  \
    OP(JUMP_IF_NOT_##NAME)                                                             \
    {                                                                                  \
        PObject *a = sp[-1];                                                           \
        ip += 2;                                                                       \
        TEST(a, tos, op, CMP_##NAME)                                                   \
        sp -= 2;                                                                       \
        tos = *sp;                                                                     \
        if (!c) {                                                                      \
            ip += U16(-2);                                                             \
        }                                                                              \
        NEXT;                                                                          \
    }                                                                                  \
    OP(JUMP_IF_NOT_##NAME##_FAST_FAST)                                                 \
    {                                                                                  \
        PObject *a = locals[U8(0)], *b = locals[U8(1)];                                \
        ip += 4;                                                                       \
        TEST(a, b, op, CMP_##NAME)                                                     \
        if (!c) {                                                                      \
            ip += U16(-2);                                                             \
        }                                                                              \
        NEXT;                                                                          \
    }                                                                                  \
    OP(JUMP_IF_NOT_##NAME##_FAST_INT8)                                                 \
    {                                                                                  \
        PObject *a = locals[U8(0)], *b = PSMALLINT_NEW(I8(1));                         \
        ip += 4;                                                                       \
        TEST(a, b, op, CMP_##NAME)                                                     \
        if (!c) {                                                                      \
            ip += U16(-2);                                                             \
        }                                                                              \
        NEXT;                                                                          \
    }                                                                                  \
    OP(LOOP_IF_##NAME)                                                                 \
    {                                                                                  \
        PObject *a = sp[-1];                                                           \
        ip += 2;                                                                       \
        TEST(a, tos, op, CMP_##NAME)                                                   \
        sp -= 2;                                                                       \
        tos = *sp;                                                                     \
        if (c) {                                                                       \
            SAFEPOINT();                                                               \
            ip -= U16(-2);                                                             \
        }                                                                              \
        NEXT;                                                                          \
    }                                                                                  \
    OP(LOOP_IF_##NAME##_FAST_FAST)                                                     \
    {                                                                                  \
        PObject *a = locals[U8(0)], *b = locals[U8(1)];                                \
        ip += 4;                                                                       \
        TEST(a, b, op, CMP_##NAME)                                                     \
        if (c) {                                                                       \
            SAFEPOINT();                                                               \
            ip -= U16(-2);                                                             \
        }                                                                              \
        NEXT;                                                                          \
    }                                                                                  \
    OP(LOOP_IF_##NAME##_FAST_INT8)                                                     \
    {                                                                                  \
        PObject *a = locals[U8(0)], *b = PSMALLINT_NEW(I8(1));                         \
        ip += 4;                                                                       \
        TEST(a, b, op, CMP_##NAME)                                                     \
        if (c) {                                                                       \
            SAFEPOINT();                                                               \
            ip -= U16(-2);                                                             \
        }                                                                              \
        NEXT;                                                                          \
    }
#define TEST_INT8_ROW(NAME, op, code)                                                  \
    OP(NAME)                                                                           \
    {                                                                                  \
        PObject *b = PSMALLINT_NEW(I8(0));                                             \
        ip += 3;                                                                       \
        TEST(tos, b, op, code)                                                         \
        DROP();                                                                        \
        if (!c) {                                                                      \
            ip += U16(-2);                                                             \
        }                                                                              \
        NEXT;                                                                          \
    }

/* Sets `c` to the truth of the top and pops it. */
#define POP_TRUTH()                                                                    \
    do {                                                                               \
        if (tos == P_TRUE) {                                                           \
            c = true;                                                                  \
        } else if (tos == P_FALSE || tos == P_NONE) {                                  \
            c = false;                                                                 \
        } else if (IS_PSMALLINT(tos)) {                                                \
            c = tos != PSMALLINT_NEW(0);                                               \
        } else {                                                                       \
            bool truth;                                                                \
            TRY(obj_is_true(tos, &truth));                                             \
            c = truth;                                                                 \
        }                                                                              \
        DROP();                                                                        \
    } while (0)

/* What the rows share: nothing. */
#define OPERATOR_LOCALS
#define OPERATOR_TAILS

#endif
