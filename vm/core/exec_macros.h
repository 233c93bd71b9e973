/* SPDX-License-Identifier: MIT */
/*
 * exec_macros.h -- the pieces that the rows of exec.c are made of. Included by exec.c
 * alone.
 */
#ifndef CORE_EXEC_MACROS_H
#define CORE_EXEC_MACROS_H

#define U8(n) (ip[n])
#define I8(n) ((int8_t)ip[n])
#define U16(n) operand16(ip + (n))

/* Operands are little-endian and not aligned; ARMv6-M can read them only bytewise. */
static inline uint16_t operand16(const uint8_t *at)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint16_t v;
    __builtin_memcpy(&v, at, sizeof v);
    return v;
#else
    return (uint16_t)(at[0] | at[1] << 8);
#endif
}

#define PUSH(v)                                                                        \
    do {                                                                               \
        *sp++ = tos;                                                                   \
        tos = (v);                                                                     \
    } while (0)
#define DROP() (tos = *--sp)
#define SPILL() (*sp++ = tos)

#define SAVE()                                                                         \
    do {                                                                               \
        frame->ip = ip;                                                                \
        t->sp = sp;                                                                    \
    } while (0)
#define TRY(call)                                                                      \
    do {                                                                               \
        SAVE();                                                                        \
        if (__builtin_expect((err = (call)) != ERR_OK, 0)) {                           \
            goto raise;                                                                \
        }                                                                              \
    } while (0)

/* Registers from the innermost frame. */
#define LOAD_FRAME()                                                                   \
    do {                                                                               \
        frame = t->frame;                                                              \
        locals = frame->locals;                                                        \
        ip = frame->ip;                                                                \
    } while (0)

/* Threads, signals and interrupts get their turn at backward jumps and calls. */
#define SAFEPOINT()                                                                    \
    do {                                                                               \
        if (__builtin_expect(                                                          \
                atomic_load_explicit(&vm_preempt, memory_order_relaxed) != 0, 0)) {    \
            TRY(thread_safepoint());                                                   \
        }                                                                              \
    } while (0)

#define JUMP_FORWARD(n) (ip += U16(n) + (n) + 2)
#define JUMP_BACK(n)                                                                   \
    do {                                                                               \
        ip += (n) + 2;                                                                 \
        SAFEPOINT();                                                                   \
        ip -= U16(-2);                                                                 \
    } while (0)

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

#define FAST_SUBSCR(a, b, pop)                                                         \
    {                                                                                  \
        PObject *item = subscr_fast(a, b);                                             \
        if (__builtin_expect(item != NULL, 1)) {                                       \
            pop;                                                                       \
            tos = item;                                                                \
            NEXT;                                                                      \
        }                                                                              \
    }
#define FAST_STORE_SUBSCR(a, b, v, pop)                                                \
    if (__builtin_expect(subscr_store_fast(a, b, v), 1)) {                             \
        pop;                                                                           \
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

/* A plain function whose arguments are all there and positional: the frame goes on top
 * of them. */
#define ENTER_SIMPLE(CODE, ARGS, FLAGS)                                                \
    do {                                                                               \
        const image_code_t *callee_code = (CODE);                                      \
        PObject **callee_locals = (ARGS);                                              \
        frame_t *callee = (frame_t *)(callee_locals + callee_code->nlocals);           \
        if (__builtin_expect((PObject **)(callee + 1) + callee_code->stack + 2 >       \
                                 t->stack_end,                                         \
                             0)) {                                                     \
            TRY(call_check_stack(t, sp, callee_code->nlocals + callee_code->stack));   \
        }                                                                              \
        for (PObject **p = sp; p < (PObject **)callee; p++) {                          \
            *p = NULL;                                                                 \
        }                                                                              \
        frame->ip = ip;                                                                \
        callee->prev = frame;                                                          \
        callee->locals = locals = callee_locals;                                       \
        callee->code = callee_code;                                                    \
        callee->flags = (FLAGS);                                                       \
        t->frame = frame = callee;                                                     \
        ip = code_start(callee_code);                                                  \
        sp = FRAME_OPERANDS(frame) - 1;                                                \
    } while (0)

/* A native of the program goes straight to C when its arguments lie as C wants them. */
#define CALL_NATIVE(FN, ARGS, N, BASE)                                                 \
    if (IS_NATIVE(FN) && PNATIVE_INDEX(FN) >= NATIVE_FIRST) {                          \
        const native_row_t *row = &native_rows[PNATIVE_INDEX(FN) - NATIVE_FIRST];      \
        if (row->loose == (N)) {                                                       \
            TRY(native_run(row, t, NULL, N, ARGS, &r));                                \
        } else {                                                                       \
            TRY(native_call((uint32_t)(row - native_rows), NULL, N, ARGS, NULL, &r));  \
        }                                                                              \
        sp = (BASE);                                                                   \
        tos = r;                                                                       \
        NEXT;                                                                          \
    }

/* After call_begin: the result, or the new frame. */
#define FINISH_CALL(BASE)                                                              \
    do {                                                                               \
        if (entered) {                                                                 \
            LOAD_FRAME();                                                              \
            sp = FRAME_OPERANDS(frame) - 1;                                            \
        } else {                                                                       \
            sp = (BASE);                                                               \
            tos = r;                                                                   \
        }                                                                              \
    } while (0)

/* ---- rows that differ in one expression; `size` is that of the operand ---- */

#define ROW(NAME, size, action)                                                        \
    OP(NAME)                                                                           \
    {                                                                                  \
        action;                                                                        \
        ip += size;                                                                    \
        NEXT;                                                                          \
    }
#define STORE_ROW(NAME, size, place)                                                   \
    OP(NAME)                                                                           \
    {                                                                                  \
        place = tos;                                                                   \
        ip += size;                                                                    \
        DROP();                                                                        \
        NEXT;                                                                          \
    }
/* The value may be missing; `error` reads its operand behind ip. */
#define LOAD_CHECK_ROW(NAME, size, place, error)                                       \
    OP(NAME)                                                                           \
    {                                                                                  \
        PObject *v = place;                                                            \
        ip += size;                                                                    \
        if (__builtin_expect(v == NULL, 0)) {                                          \
            TRY(error);                                                                \
        }                                                                              \
        PUSH(v);                                                                       \
        NEXT;                                                                          \
    }
#define DELETE_ROW(NAME, size, address, error)                                         \
    OP(NAME)                                                                           \
    {                                                                                  \
        PObject **place = address;                                                     \
        ip += size;                                                                    \
        if (*place == NULL) {                                                          \
            TRY(error);                                                                \
        }                                                                              \
        *place = NULL;                                                                 \
        NEXT;                                                                          \
    }
/* The top is replaced by what `call` puts into r. */
#define TOP_ROW(NAME, size, call)                                                      \
    OP(NAME)                                                                           \
    {                                                                                  \
        ip += size;                                                                    \
        TRY(call);                                                                     \
        tos = r;                                                                       \
        NEXT;                                                                          \
    }
#define RAISING_ROW(NAME, size, call)                                                  \
    OP(NAME)                                                                           \
    {                                                                                  \
        ip += size;                                                                    \
        TRY(call);                                                                     \
        NEXT;                                                                          \
    }
/* `words` values become one. */
#define BUILD_ROW(NAME, size, count, words, call)                                      \
    OP(NAME)                                                                           \
    {                                                                                  \
        ip += size;                                                                    \
        int n = count;                                                                 \
        SPILL();                                                                       \
        TRY(call);                                                                     \
        sp -= words;                                                                   \
        tos = r;                                                                       \
        NEXT;                                                                          \
    }
/* The top goes into the n-th container below it. */
#define INTO_ROW(NAME, call)                                                           \
    OP(NAME)                                                                           \
    {                                                                                  \
        PObject *into = sp[-(int)U8(0)];                                               \
        ip += 1;                                                                       \
        TRY(call);                                                                     \
        DROP();                                                                        \
        NEXT;                                                                          \
    }
#define IS_ROW(NAME, op)                                                               \
    OP(NAME)                                                                           \
    {                                                                                  \
        sp--;                                                                          \
        tos = PBOOL_NEW(*sp op tos);                                                   \
        NEXT;                                                                          \
    }
#define IN_ROW(NAME, value)                                                            \
    OP(NAME)                                                                           \
    {                                                                                  \
        bool found;                                                                    \
        TRY(obj_contains(tos, sp[-1], &found));                                        \
        sp--;                                                                          \
        tos = PBOOL_NEW(value);                                                        \
        NEXT;                                                                          \
    }
#define JUMP_IF_ROW(NAME, condition)                                                   \
    OP(NAME)                                                                           \
    {                                                                                  \
        ip += 2;                                                                       \
        POP_TRUTH();                                                                   \
        if (condition) {                                                               \
            ip += U16(-2);                                                             \
        }                                                                              \
        NEXT;                                                                          \
    }
#define LOOP_IF_ROW(NAME, condition)                                                   \
    OP(NAME)                                                                           \
    {                                                                                  \
        ip += 2;                                                                       \
        POP_TRUTH();                                                                   \
        if (condition) {                                                               \
            SAFEPOINT();                                                               \
            ip -= U16(-2);                                                             \
        }                                                                              \
        NEXT;                                                                          \
    }
#define JUMP_IF_NONE_ROW(NAME, op)                                                     \
    OP(NAME)                                                                           \
    {                                                                                  \
        ip += 2;                                                                       \
        if (tos op P_NONE) {                                                           \
            ip += U16(-2);                                                             \
        }                                                                              \
        DROP();                                                                        \
        NEXT;                                                                          \
    }
#define OR_POP_ROW(NAME, jumps)                                                        \
    OP(NAME)                                                                           \
    {                                                                                  \
        bool truth;                                                                    \
        ip += 2;                                                                       \
        TRY(obj_is_true(tos, &truth));                                                 \
        if (jumps) {                                                                   \
            ip += U16(-2);                                                             \
        } else {                                                                       \
            DROP();                                                                    \
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
#define SUBSCR_ROW(NAME, size, seq, key, pop)                                          \
    OP(NAME)                                                                           \
    {                                                                                  \
        ip += size;                                                                    \
        PObject *a = seq, *b = key;                                                    \
        FAST_SUBSCR(a, b, pop);                                                        \
        TRY(obj_getitem(a, b, &r));                                                    \
        pop;                                                                           \
        tos = r;                                                                       \
        NEXT;                                                                          \
    }
#define LOAD_ATTR_ROW(NAME, size, object, pop)                                         \
    OP(NAME)                                                                           \
    {                                                                                  \
        ip += size;                                                                    \
        PObject *obj = object;                                                         \
        if (IS_OBJ(obj, PINSTANCE)) {                                                  \
            const attr_entry_t *e = attr_cached(obj->header.aux, U16(-2));             \
            PObject *v;                                                                \
            if (e->kind == ATTR_SLOT &&                                                \
                (v = ((PInstance *)obj)->slots[e->slot]) != NULL) {                    \
                pop;                                                                   \
                tos = v;                                                               \
                NEXT;                                                                  \
            }                                                                          \
        }                                                                              \
        TRY(attr_get(obj, U16(-2), &r));                                               \
        pop;                                                                           \
        tos = r;                                                                       \
        NEXT;                                                                          \
    }
#define STORE_ATTR_ROW(NAME, size, object, value, pop)                                 \
    OP(NAME)                                                                           \
    {                                                                                  \
        ip += size;                                                                    \
        PObject *obj = object;                                                         \
        if (IS_OBJ(obj, PINSTANCE)) {                                                  \
            const attr_entry_t *e = attr_cached(obj->header.aux, U16(-2));             \
            if (e->kind == ATTR_SLOT) {                                                \
                ((PInstance *)obj)->slots[e->slot] = value;                            \
                pop;                                                                   \
                NEXT;                                                                  \
            }                                                                          \
        }                                                                              \
        TRY(attr_set(obj, U16(-2), value));                                            \
        pop;                                                                           \
        NEXT;                                                                          \
    }

#endif
