/* SPDX-License-Identifier: MIT */
/*
 * exec_macros.h -- the pieces that the rows of exec.c are made of. Included by exec.c
 * alone; the operators are exec_ops.h's.
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

/* ---- items ---- */

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

/*
 * A native of the program goes straight to C when its arguments lie as C wants them:
 * `WANT` of them, the last of which may be a default, for which there is always room
 * above the operands. tos is at sp already, which is not moved: few variables live
 * over the call. `BELOW`: words below the arguments that it pops too.
 */
#define CALL_NATIVE(FN, WANT, BELOW)                                                   \
    do {                                                                               \
        row = &vm.natives[native_row_of(FN)];                                          \
        int given = U8(-1), want = row->WANT;                                          \
        PObject **top = sp + 1;                                                        \
        frame->ip = ip;                                                                \
        t->sp = top;                                                                   \
        if (__builtin_expect(want != given, 0)) {                                      \
            if (want != given + 1 || row->last == NULL) {                              \
                goto bind_native;                                                      \
            }                                                                          \
            *top = row->last;                                                          \
            t->sp = top + 1;                                                           \
        }                                                                              \
        r = P_NONE;                                                                    \
        err = row->fn(want, NULL, top - given, &r);                                    \
        if (__builtin_expect(!native_is_fine(t, err, r), 0)) {                         \
            goto finish_native;                                                        \
        }                                                                              \
        sp += 1 - (BELOW)-U8(-1);                                                      \
        tos = r;                                                                       \
        NEXT;                                                                          \
    } while (0)

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
