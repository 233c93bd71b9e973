/* SPDX-License-Identifier: MIT */
/*
 * exec_ops_small.h -- the rows of operators and comparisons where flash counts more
 * than time: each puts down its operands and goes to a tail that all share.
 *
 * A row that pops its operands does it before the tail raises or calls: they stay alive
 * in `left` and `right`, which the collector finds on the C stack.
 */
#ifndef CORE_EXEC_OPS_SMALL_H
#define CORE_EXEC_OPS_SMALL_H

/* The operation: a binary_t, and BIN_INPLACE; or a compare_t, and TEST_LOOPS for a
 * jump backwards when it is true. */
enum { BIN_INPLACE = 16, TEST_LOOPS = 16 };

#define OPERATOR_LOCALS                                                                \
    PObject *left, *right;                                                             \
    uint32_t how;

#define SHARED_ROW(NAME, HOW, tail)                                                    \
    OP(NAME)                                                                           \
    {                                                                                  \
        how = HOW;                                                                     \
        goto tail;                                                                     \
    }

#define BINARY2(NAME, FAST)                                                            \
    SHARED_ROW(NAME, BIN_##NAME, binary_pop)                                           \
    SHARED_ROW(I##NAME, BIN_##NAME | BIN_INPLACE, binary_pop)
#define BINARY_FAST_FAST(NAME, FAST)                                                   \
    SHARED_ROW(NAME##_FAST_FAST, BIN_##NAME, binary_fast_fast)
#define BINARY_FAST(NAME, FAST) SHARED_ROW(NAME##_FAST, BIN_##NAME, binary_fast)
#define BINARY_INT8(NAME, FAST) SHARED_ROW(NAME##_INT8, BIN_##NAME, binary_int8)
#define BINARY_FAST_INT8(NAME, FAST)                                                   \
    SHARED_ROW(NAME##_FAST_INT8, BIN_##NAME, binary_fast_int8)
#define BINARY_CONST(NAME, FAST) SHARED_ROW(NAME##_CONST, BIN_##NAME, binary_const)

#define COMPARE(NAME, op)                                                              \
    SHARED_ROW(NAME, CMP_##NAME, compare)                                              \
    SHARED_ROW(JUMP_IF_NOT_##NAME, CMP_##NAME, test_pop)                               \
    SHARED_ROW(JUMP_IF_NOT_##NAME##_FAST_FAST, CMP_##NAME, test_fast_fast)             \
    SHARED_ROW(JUMP_IF_NOT_##NAME##_FAST_INT8, CMP_##NAME, test_fast_int8)             \
    SHARED_ROW(LOOP_IF_##NAME, CMP_##NAME | TEST_LOOPS, test_pop)                      \
    SHARED_ROW(LOOP_IF_##NAME##_FAST_FAST, CMP_##NAME | TEST_LOOPS, test_fast_fast)    \
    SHARED_ROW(LOOP_IF_##NAME##_FAST_INT8, CMP_##NAME | TEST_LOOPS, test_fast_int8)
#define TEST_INT8_ROW(NAME, op, CODE)                                                  \
    OP(NAME)                                                                           \
    {                                                                                  \
        how = CODE;                                                                    \
        goto test_int8;                                                                \
    }

/* Sets `c` to the truth of the top and pops it. */
#define POP_TRUTH()                                                                    \
    do {                                                                               \
        bool truth;                                                                    \
        TRY(obj_is_true(tos, &truth));                                                 \
        c = truth;                                                                     \
        DROP();                                                                        \
    } while (0)

#define OPERATOR_TAILS                                                                 \
    binary_const:                                                                      \
    left = tos;                                                                        \
    right = vm.consts[U16(0)];                                                         \
    ip += 2;                                                                           \
    goto binary;                                                                       \
    binary_int8:                                                                       \
    left = tos;                                                                        \
    right = PSMALLINT_NEW(I8(0));                                                      \
    ip += 1;                                                                           \
    goto binary;                                                                       \
    binary_fast:                                                                       \
    left = tos;                                                                        \
    right = locals[U8(0)];                                                             \
    ip += 1;                                                                           \
    goto binary;                                                                       \
    binary_fast_int8:                                                                  \
    SPILL();                                                                           \
    left = locals[U8(0)];                                                              \
    right = PSMALLINT_NEW(I8(1));                                                      \
    ip += 2;                                                                           \
    goto binary;                                                                       \
    binary_fast_fast:                                                                  \
    SPILL();                                                                           \
    left = locals[U8(0)];                                                              \
    right = locals[U8(1)];                                                             \
    ip += 2;                                                                           \
    goto binary;                                                                       \
    binary_pop:                                                                        \
    left = *--sp;                                                                      \
    right = tos;                                                                       \
    binary:                                                                            \
    if (BOTH_INT(left, right)) {                                                       \
        int32_t v;                                                                     \
        uint32_t plain = how & ~(uint32_t)BIN_INPLACE;                                 \
        if (plain == BIN_ADD   ? arith_add(left, right, &v)                            \
            : plain == BIN_SUB ? arith_sub(left, right, &v)                            \
                               : false) {                                              \
            tos = POBJ_FROM_WORD(v);                                                   \
            NEXT;                                                                      \
        }                                                                              \
    }                                                                                  \
    TRY(how &BIN_INPLACE ? obj_inplace(how & ~(uint32_t)BIN_INPLACE, left, right, &r)  \
                         : obj_binary(how, left, right, &r));                          \
    tos = r;                                                                           \
    NEXT;                                                                              \
    compare:                                                                           \
    left = *--sp;                                                                      \
    TRY(obj_compare(how, left, tos, &r));                                              \
    tos = r;                                                                           \
    NEXT;                                                                              \
    test_int8:                                                                         \
    left = tos;                                                                        \
    right = PSMALLINT_NEW(I8(0));                                                      \
    DROP();                                                                            \
    ip += 3;                                                                           \
    goto test;                                                                         \
    test_fast_int8:                                                                    \
    left = locals[U8(0)];                                                              \
    right = PSMALLINT_NEW(I8(1));                                                      \
    ip += 4;                                                                           \
    goto test;                                                                         \
    test_fast_fast:                                                                    \
    left = locals[U8(0)];                                                              \
    right = locals[U8(1)];                                                             \
    ip += 4;                                                                           \
    goto test;                                                                         \
    test_pop:                                                                          \
    left = sp[-1];                                                                     \
    right = tos;                                                                       \
    sp -= 2;                                                                           \
    tos = *sp;                                                                         \
    ip += 2;                                                                           \
    test:                                                                              \
    if (BOTH_INT(left, right)) {                                                       \
        int32_t x = (int32_t)POBJ_WORD(left), y = (int32_t)POBJ_WORD(right);           \
        /* the orders that each of LT LE EQ NE GT GE is true of: 1 <, 2 =, 4 > */      \
        static const uint8_t truths[] = {1, 1 | 2, 2, 1 | 4, 4, 2 | 4};                \
        c = (truths[how & 7] & (x < y ? 1 : x == y ? 2 : 4)) != 0;                     \
    } else {                                                                           \
        bool truth;                                                                    \
        TRY(cold_test(how & 7, left, right, &truth));                                  \
        c = truth;                                                                     \
    }                                                                                  \
    if (how & TEST_LOOPS) {                                                            \
        if (c) {                                                                       \
            SAFEPOINT();                                                               \
            ip -= U16(-2);                                                             \
        }                                                                              \
    } else if (!c) {                                                                   \
        ip += U16(-2);                                                                 \
    }                                                                                  \
    NEXT;

#endif
