/* SPDX-License-Identifier: MIT */
/*
 * exec.c -- the bytecode loop.
 *
 * Registers: ip (next byte), sp (first free slot), tos (top of the operand stack),
 * locals, frame. Pushing stores tos at sp and loads the new top into tos. Before
 * anything that may collect, raise or run Python, SAVE() puts ip and sp where the
 * collector and nested loops look for them; tos needs no saving, since C stacks are
 * scanned conservatively.
 *
 * When an instruction raises, the values it has not popped stay where they were: sp may
 * have been lowered past values that the instruction was about to consume, never below
 * what a handler keeps.
 */
#include "exec.h"
#include "arith.h"
#include "attr.h"
#include "builtins.h"
#include "call.h"
#include "class.h"
#include "dict.h"
#include "exc.h"
#include "exc_group.h"
#include "exec_cold.h"
#include "exec_macros.h"
#include "gen.h"
#include "list.h"
#include "module.h"
#include "native_bind.h"
#include "obj.h"
#include "opcodes.h"
#include "set.h"
#include "thread.h"
#include "traceback.h"
#include "tuple.h"
#include <string.h>

/* Said by fast_paths_none.c, which includes this file. */
#ifndef EXEC_OPS
#define EXEC_OPS "exec_ops.h"
#endif
#include EXEC_OPS

#if defined(__GNUC__)
#define NEXT goto *dispatch[*ip++]
#else
#error "the loop needs labels as values (gcc or clang)"
#endif

err_t exec_run(PThread *t, err_t err, PObject **res)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored                                                         \
    "-Woverride-init" /* the rows override the default; opcodes.h refuses a number     \
                         twice */
    static const void *const dispatch[256] = {
        [0 ... 255] = &&op_unknown,
#define OP(number, name, operand, pops, pushes, meaning) [number] = &&op_##name,
#include "opcodes.def"
#undef OP
    };
#pragma GCC diagnostic pop
#define OP(name) op_##name:
    const uint8_t *ip;
    PObject **sp, **locals, *tos, *r;
    frame_t *frame;
    uint32_t resume_flags;
    bool c, entered;
    const native_row_t *row;
    OPERATOR_LOCALS

    LOAD_FRAME();
    sp = t->sp;
    DROP(); /* whoever made the frame left the whole operand stack in memory */
    if (err != ERR_OK) {
        goto raise;
    }
    NEXT;

    /* ---- constants and stack ---- */
    ROW(NOP, 0, (void)0)
    ROW(POP, 0, DROP())
    OP(COPY)
    {
        int n = U8(0);
        ip += 1;
        SPILL();
        tos = sp[-n];
        NEXT;
    }
    OP(SWAP)
    {
        PObject **other = sp - U8(0) + 1;
        PObject *v = *other;
        ip += 1;
        *other = tos;
        tos = v;
        NEXT;
    }
    ROW(LOAD_NONE, 0, PUSH(P_NONE))
    ROW(LOAD_TRUE, 0, PUSH(P_TRUE))
    ROW(LOAD_FALSE, 0, PUSH(P_FALSE))
    ROW(LOAD_INT8, 1, PUSH(PSMALLINT_NEW(I8(0))))
    ROW(LOAD_INT16, 2, PUSH(PSMALLINT_NEW((int16_t)U16(0))))
    ROW(LOAD_CONST, 2, PUSH(vm.consts[U16(0)]))
    ROW(LOAD_BUILTIN, 2, PUSH(builtin_value(U16(0))))
    ROW(LOAD_EXC, 2, PUSH(PEXCEPTION_NEW(U16(0))))
    ROW(LOAD_NATIVE, 2, PUSH(PNATIVE_NEW(NATIVE_FIRST + U16(0))))

    /* ---- variables ---- */
    ROW(LOAD_FAST, 1, PUSH(locals[U8(0)]))
    OP(LOAD_FAST_FAST)
    {
        sp[0] = tos;
        sp[1] = locals[U8(0)];
        tos = locals[U8(1)];
        sp += 2;
        ip += 2;
        NEXT;
    }
    LOAD_CHECK_ROW(LOAD_FAST_CHECK, 1, locals[U8(0)],
                   cold_unbound_local(frame->code, U8(-1)))
    STORE_ROW(STORE_FAST, 1, locals[U8(0)])
    OP(STORE_FAST_LOAD_FAST)
    {
        locals[U8(0)] = tos;
        tos = locals[U8(1)];
        ip += 2;
        NEXT;
    }
    ROW(MOVE_FAST, 2, locals[U8(0)] = locals[U8(1)])
    DELETE_ROW(DELETE_FAST, 1, &locals[U8(0)], cold_unbound_local(frame->code, U8(-1)))
    LOAD_CHECK_ROW(LOAD_GLOBAL, 2, vm.globals[U16(0)], cold_global_error(U16(-2)))
    STORE_ROW(STORE_GLOBAL, 2, vm.globals[U16(0)])
    DELETE_ROW(DELETE_GLOBAL, 2, &vm.globals[U16(0)], cold_global_error(U16(-2)))
    LOAD_CHECK_ROW(LOAD_DEREF, 1, ((PCell *)locals[U8(0)])->value,
                   cold_unbound_cell(frame->code, U8(-1)))
    STORE_ROW(STORE_DEREF, 1, ((PCell *)locals[U8(0)])->value)
    DELETE_ROW(DELETE_DEREF, 1, &((PCell *)locals[U8(0)])->value,
               cold_unbound_cell(frame->code, U8(-1)))
    ROW(LOAD_CLOSURE, 1, PUSH(locals[U8(0)]))
    OP(LOAD_CLASSDEREF)
    {
        PObject *v = locals[U8(0)];
        ip += 3;
        if (v == NULL && (v = vm.globals[U16(-2)]) == NULL) {
            TRY(cold_global_error(U16(-2)));
        }
        PUSH(v);
        NEXT;
    }
    RAISING_ROW(LOAD_NAME_ERROR, 2, cold_name_error(U16(-2)))
    RAISING_ROW(DELETE_NAME_ERROR, 2, cold_name_error(U16(-2)))
    OP(INC_FAST)
    {
        PObject **local = &locals[U8(0)], *b = PSMALLINT_NEW(I8(1));
        int32_t v;
        ip += 2;
        if (IS_PSMALLINT(*local) && arith_add(*local, b, &v)) {
            *local = POBJ_FROM_WORD(v);
            NEXT;
        }
        TRY(obj_inplace(BIN_ADD, *local, b, &r));
        *local = r;
        NEXT;
    }

    /* ---- attributes and items ---- */
    LOAD_ATTR_ROW(LOAD_ATTR, 2, tos, (void)0)
    LOAD_ATTR_ROW(LOAD_ATTR_FAST, 3, locals[U8(-3)], SPILL())
    STORE_ATTR_ROW(STORE_ATTR, 2, tos, sp[-1], sp -= 2; tos = *sp)
    STORE_ATTR_ROW(STORE_ATTR_FAST, 3, locals[U8(-3)], tos, DROP())
    OP(DELETE_ATTR)
    {
        ip += 2;
        TRY(attr_set(tos, U16(-2), NULL));
        DROP();
        NEXT;
    }
    TOP_ROW(LOAD_SPECIAL, 2, attr_special(tos, U16(-2), &r))
    OP(LOAD_SUPER)
    {
        ip += 2;
        TRY(attr_super(sp[-1], tos, U16(-2), &r));
        sp--;
        tos = r;
        NEXT;
    }
    SUBSCR_ROW(LOAD_SUBSCR, 0, sp[-1], tos, sp--)
    SUBSCR_ROW(SUBSCR_FAST_FAST, 2, locals[U8(-2)], locals[U8(-1)], SPILL())
    SUBSCR_ROW(SUBSCR_FAST, 1, tos, locals[U8(-1)], (void)0)
    SUBSCR_ROW(LOAD_SUBSCR_INT8, 1, tos, PSMALLINT_NEW(I8(-1)), (void)0)
    OP(STORE_SUBSCR)
    {
        PObject *a = sp[-1];
        FAST_STORE_SUBSCR(a, tos, sp[-2], {
            sp -= 3;
            tos = *sp;
        });
        TRY(obj_setitem(a, tos, sp[-2]));
        sp -= 3;
        tos = *sp;
        NEXT;
    }
    OP(STORE_SUBSCR_FAST_FAST)
    {
        PObject *a = locals[U8(0)], *b = locals[U8(1)];
        ip += 2;
        FAST_STORE_SUBSCR(a, b, tos, { DROP(); });
        TRY(obj_setitem(a, b, tos));
        DROP();
        NEXT;
    }
    OP(DELETE_SUBSCR)
    {
        TRY(obj_delitem(sp[-1], tos));
        sp -= 2;
        tos = *sp;
        NEXT;
    }
    BUILD_ROW(BUILD_SLICE, 1, U8(-1), n, cold_build_slice(sp - n, n, &r))

    /* ---- operators ---- */
    BINARY2(ADD, FAST_ADD)
    BINARY2(SUB, FAST_SUB)
    BINARY2(MUL, FAST_MUL)
    BINARY2(DIV, FAST_DIV)
    BINARY2(FDIV, FAST_FDIV)
    BINARY2(MOD, FAST_MOD)
    BINARY2(POW, FAST_NONE)
    BINARY2(LSHIFT, FAST_LSHIFT)
    BINARY2(RSHIFT, FAST_RSHIFT)
    BINARY2(AND, FAST_AND)
    BINARY2(OR, FAST_OR)
    BINARY2(XOR, FAST_XOR)
    BINARY2(MATMUL, FAST_NONE)
    BINARY_FAST_FAST(ADD, FAST_ADD)
    BINARY_FAST_FAST(SUB, FAST_SUB)
    BINARY_FAST_FAST(MUL, FAST_MUL)
    BINARY_FAST(ADD, FAST_ADD)
    BINARY_FAST(SUB, FAST_SUB)
    BINARY_FAST(MUL, FAST_MUL)
    BINARY_FAST(DIV, FAST_DIV)
    BINARY_INT8(ADD, FAST_ADD)
    BINARY_INT8(SUB, FAST_SUB)
    BINARY_INT8(MUL, FAST_MUL)
    BINARY_INT8(FDIV, FAST_FDIV)
    BINARY_INT8(MOD, FAST_MOD)
    BINARY_INT8(AND, FAST_AND)
    BINARY_INT8(LSHIFT, FAST_LSHIFT)
    BINARY_INT8(RSHIFT, FAST_RSHIFT)
    BINARY_FAST_INT8(ADD, FAST_ADD)
    BINARY_FAST_INT8(SUB, FAST_SUB)
    BINARY_CONST(AND, FAST_AND)
    TOP_ROW(NEG, 0, obj_unary(UN_NEG, tos, &r))
    TOP_ROW(POS, 0, obj_unary(UN_POS, tos, &r))
    TOP_ROW(INVERT, 0, obj_unary(UN_INVERT, tos, &r))
    OP(NOT)
    {
        POP_TRUTH();
        PUSH(PBOOL_NEW(!c));
        NEXT;
    }
    COMPARE(LT, <)
    COMPARE(LE, <=)
    COMPARE(EQ, ==)
    COMPARE(NE, !=)
    COMPARE(GT, >)
    COMPARE(GE, >=)
    IS_ROW(IS, ==)
    IS_ROW(IS_NOT, !=)
    IN_ROW(IN, found)
    IN_ROW(NOT_IN, !found)
    TEST_INT8_ROW(JUMP_IF_NOT_EQ_INT8, ==, CMP_EQ)
    TEST_INT8_ROW(JUMP_IF_NOT_NE_INT8, !=, CMP_NE)

    /* ---- jumps ---- */
    OP(JUMP)
    {
        JUMP_FORWARD(0);
        NEXT;
    }
    OP(LOOP)
    {
        JUMP_BACK(0);
        NEXT;
    }
    JUMP_IF_ROW(JUMP_IF_FALSE, !c)
    JUMP_IF_ROW(JUMP_IF_TRUE, c)
    LOOP_IF_ROW(LOOP_IF_TRUE, c)
    LOOP_IF_ROW(LOOP_IF_FALSE, !c)
    JUMP_IF_NONE_ROW(JUMP_IF_NONE, ==)
    JUMP_IF_NONE_ROW(JUMP_IF_NOT_NONE, !=)
    OR_POP_ROW(JUMP_IF_FALSE_OR_POP, !truth)
    OR_POP_ROW(JUMP_IF_TRUE_OR_POP, truth)
    TOP_ROW(GET_ITER, 0, obj_iter(tos, &r))
    OP(LOOP_ITER)
    {
        ip += 2;
        if (IS_OBJ(tos, PGENERATOR) && ((PGenerator *)tos)->state != GEN_DONE) {
            resume_flags = FRAME_FOR;
            goto resume;
        }
        TRY(obj_next(tos, &r));
        if (r != NULL) {
            PUSH(r);
            SAFEPOINT();
            ip -= U16(-2);
        } else {
            DROP();
        }
        NEXT;
    }
    OP(LOOP_ITER_FAST)
    {
        ip += 3;
        if (IS_OBJ(tos, PITERATOR)) {
            PObject *v = iter_fast(tos);
            if (__builtin_expect(v != NULL, 1)) {
                locals[ip[-3]] = v;
                SAFEPOINT();
                ip -= U16(-2);
                NEXT;
            }
        } else if (IS_OBJ(tos, PGENERATOR) && ((PGenerator *)tos)->state != GEN_DONE) {
            resume_flags = FRAME_FOR_FAST;
            goto resume;
        }
        TRY(obj_next(tos, &r));
        if (r != NULL) {
            locals[ip[-3]] = r;
            SAFEPOINT();
            ip -= U16(-2);
        } else {
            DROP();
        }
        NEXT;
    }
    OP(RANGE_PREP)
    {
        int n = U8(0);
        PObject *state[3];
        ip += 1;
        SPILL();
        TRY(cold_range_prep(sp - n, n, state));
        sp -= n;
        sp[0] = state[0];
        sp[1] = state[1];
        tos = state[2];
        sp += 2;
        NEXT;
    }
    OP(LOOP_RANGE)
    {
        /* next, stop, step: sp[-2], sp[-1], tos */
        ip += 3;
        PObject *next = sp[-2];
        if (__builtin_expect(IS_PSMALLINT(next), 1)) {
            int32_t step = INT_WORD(tos) - 1;
            if (step >= 0 ? INT_WORD(next) < INT_WORD(sp[-1])
                          : INT_WORD(next) > INT_WORD(sp[-1])) {
                locals[ip[-3]] = next;
                sp[-2] = POBJ_FROM_WORD(INT_WORD(next) + step);
                SAFEPOINT();
                ip -= U16(-2);
                NEXT;
            }
        } else {
            TRY(cold_range_next(sp - 2, &r));
            if (r != NULL) {
                locals[ip[-3]] = r;
                SAFEPOINT();
                ip -= U16(-2);
                NEXT;
            }
        }
        sp -= 3;
        tos = *sp;
        NEXT;
    }

    /* ---- building ---- */
    BUILD_ROW(BUILD_LIST, 2, U16(-2), n,
              (r = (PObject *)list_from((uint32_t)n, sp - n)) ? ERR_OK : ERR_MEMORY_EXC)
    BUILD_ROW(BUILD_TUPLE, 2, U16(-2), n,
              (r = (PObject *)tuple_from((uint32_t)n, sp - n)) ? ERR_OK
                                                               : ERR_MEMORY_EXC)
    BUILD_ROW(BUILD_SET, 2, U16(-2), n, cold_build_set(sp - n, n, &r))
    BUILD_ROW(BUILD_DICT, 2, U16(-2), 2 * n, cold_build_dict(sp - 2 * n, n, &r))
    BUILD_ROW(BUILD_STRING, 2, U16(-2), n, cold_build_string(sp - n, n, &r))
    INTO_ROW(LIST_APPEND, list_append((PList *)into, tos))
    INTO_ROW(SET_ADD, set_add((PSet *)into, tos))
    OP(MAP_ADD)
    {
        ip += 1;
        TRY(dict_set((PDict *)sp[-1 - (int)ip[-1]], sp[-1], tos));
        sp -= 2;
        tos = *sp;
        NEXT;
    }
    INTO_ROW(LIST_EXTEND, cold_list_extend(into, tos, cold_star_callee(into, sp, ip)))
    INTO_ROW(SET_UPDATE, set_update((PSet *)into, tos))
    INTO_ROW(DICT_UPDATE, cold_dict_merge(into, tos, NULL))
    INTO_ROW(DICT_MERGE, cold_dict_merge(into, tos, sp[-3]))
    TOP_ROW(LIST_TO_TUPLE, 0,
            (r = (PObject *)tuple_from(tos->header.length, PSEQUENCE_OBJECTS(tos)))
                ? ERR_OK
                : ERR_MEMORY_EXC)
    OP(UNPACK)
    {
        int n = U8(0);
        ip += 1;
        TRY(cold_unpack(tos, sp, n, 0, false));
        sp += n;
        DROP();
        NEXT;
    }
    OP(UNPACK_EX)
    {
        int before = U8(0), after = U8(1);
        ip += 2;
        TRY(cold_unpack(tos, sp, before, after, true));
        sp += before + after + 1;
        DROP();
        NEXT;
    }
    OP(FORMAT)
    {
        int flags = U8(0);
        ip += 1;
        PObject *spec = flags & 4 ? tos : NULL;
        TRY(cold_format(flags & 3, spec ? sp[-1] : tos, spec, &r));
        sp -= spec != NULL;
        tos = r;
        NEXT;
    }

    /* ---- calls ---- */
    OP(CALL)
    {
        SAFEPOINT();
        int n = U8(0);
        PObject **base = sp - n;
        ip += 1;
        *sp = tos;
        if (IS_OBJ(*base, PFUNCTION)) {
            const image_code_t *code = ((PFunction *)*base)->code;
            if (code_is_direct(code, n)) {
                sp++;
                ENTER_SIMPLE(code, base + 1, FRAME_CALLEE);
                for (int i = 0, at = code->nlocals - code->nfree; i < code->nfree;
                     i++) {
                    locals[at + i] = tuple_items(((PFunction *)*base)->cells)[i];
                }
                NEXT;
            }
        }
        if (native_row_of(*base) <= NATIVE_LAST) {
            CALL_NATIVE(*base, loose, 1);
        }
        sp++;
        TRY(call_begin(t, base, n, NULL, &r, &entered));
        FINISH_CALL(base);
        NEXT;
    }
    OP(CALL_GLOBAL)
    {
        SAFEPOINT();
        PObject *fn = vm.globals[U16(0)];
        ip += 3;
        *sp = tos;
        if (IS_TAGGED(fn) && native_row_of(fn) <= NATIVE_LAST) {
            CALL_NATIVE(fn, loose, 0);
        }
        int n = U8(-1);
        sp++;
        PObject **base = sp - n;
        if (fn != NULL && IS_OBJ(fn, PFUNCTION)) {
            const image_code_t *code = ((PFunction *)fn)->code;
            if (code_is_simple(code, n)) {
                ENTER_SIMPLE(code, base, 0);
                NEXT;
            }
        }
        if (__builtin_expect(fn == NULL, 0)) {
            TRY(cold_global_error(U16(-3)));
        }
        memmove(base + 1, base, (size_t)n * sizeof *base);
        *base = fn;
        sp++;
        TRY(call_begin(t, base, n, NULL, &r, &entered));
        FINISH_CALL(base);
        NEXT;
    }
    /* The native of CALL or CALL_GLOBAL has arguments to bind, or did more than return
     * its result. */
bind_native:
    err = native_call((uint32_t)(row - vm.natives), NULL, U8(-1), sp + 1 - U8(-1), NULL,
                      &r);
    goto native_done;
finish_native : {
    PObject *odd = r; /* not &r, which would be kept over every call */
    err = native_finish(row, t, err, &odd);
    r = odd;
}
native_done:
    if (err != ERR_OK) {
        goto raise;
    }
    sp += 1 - U8(-1) - (ip[-2] == OP_CALL);
    tos = r;
    NEXT;
    OP(CALL_KW)
    {
        int n = U8(0);
        PTuple *names = (PTuple *)vm.consts[U16(1)];
        ip += 3;
        SPILL();
        SAFEPOINT();
        PObject **base = sp - n - 1;
        TRY(call_begin(t, base, n, names, &r, &entered));
        FINISH_CALL(base);
        NEXT;
    }
    OP(CALL_EX)
    {
        int n;
        bool keywords = U8(0) & 1;
        PTuple *names = NULL;
        ip += 1;
        SPILL();
        SAFEPOINT();
        PObject **base = sp - 2 - keywords;
        TRY(cold_call_ex(t, base, keywords, &n, &names));
        if ((err = call_begin(t, base, n, names, &r, &entered)) != ERR_OK) {
            goto raise;
        }
        FINISH_CALL(base);
        NEXT;
    }
    OP(CALL_METHOD)
    {
        SAFEPOINT();
        uint16_t name = U16(0);
        int n = U8(2);
        ip += 3;
        SPILL();
        PObject **base = sp - n - 1;
        PObject *obj = *base;
        if (!IS_TAGGED(obj)) {
            bool instance = obj->header.type == PINSTANCE;
            const attr_entry_t *e = attr_cached(
                instance ? obj->header.aux : ATTR_TYPE_KEY + obj->header.type, name);
            if (e->kind == ATTR_FUNCTION && obj->header.length == 0) {
                const image_code_t *code = ((PFunction *)e->value)->code;
                if (code_is_simple(code, n + 1)) {
                    ENTER_SIMPLE(code, base, 0);
                    NEXT;
                }
                TRY(call_function(t, (PFunction *)e->value, base, n + 1, NULL, 0, &r,
                                  &entered));
                FINISH_CALL(base);
                NEXT;
            }
            if (e->kind == ATTR_NATIVE && obj->header.length == 0) {
                TRY(native_call(native_row_of(e->value), obj, n, base + 1, NULL, &r));
                sp = base;
                tos = r;
                NEXT;
            }
            if (e->kind == ATTR_METHOD) {
                const type_method_t *m = (const type_method_t *)e->value;
                if (m->params == NULL && n >= m->min && n <= m->max) {
                    r = P_NONE;
                    TRY(m->fn(n, obj, base + 1, &r));
                    sp = base;
                    tos = r;
                    NEXT;
                }
            }
        }
        TRY(call_method_begin(t, name, base, n, &r, &entered));
        FINISH_CALL(base);
        NEXT;
    }
    OP(CALL_BUILTIN)
    {
        const builtin_row_t *b = &builtin_rows[U16(0)];
        int n = U8(2);
        ip += 3;
        SPILL();
        r = P_NONE;
        TRY(b->fn(n, NULL, sp - n, &r));
        sp -= n;
        tos = r;
        NEXT;
    }
    OP(RETURN) goto leave;
    OP(RETURN_NONE) tos = P_NONE;
    goto leave;
    OP(RETURN_FAST) tos = locals[U8(0)];
    goto leave;
    OP(MAKE_FUNCTION)
    {
        int flags = U8(2), n = (flags & 1) + (flags >> 1 & 1) + (flags >> 2 & 1);
        uint16_t code = U16(0);
        ip += 3;
        SPILL();
        TRY(cold_make_function(code, flags, sp - n, &r));
        sp -= n;
        tos = r;
        NEXT;
    }
    OP(END_CLASS)
    {
        ip += 2;
        TRY(class_make(vm_class(U16(-2)), locals, &r));
        PUSH(r);
        NEXT;
    }
    OP(IMPORT)
    {
        ip += 2;
        SPILL();
        TRY(module_import(U16(-2), &r));
        tos = r;
        NEXT;
    }
    OP(YIELD)
    {
        uint32_t flags = frame->flags;
        r = tos;
        gen_leave(t, sp, (uint32_t)(ip - code_start(frame->code)));
        sp = locals;
        if (flags & FRAME_ENTRY) {
            t->sp = sp;
            *res = r;
            return ERR_OK;
        }
        LOAD_FRAME();
        if (flags & FRAME_FOR_FAST) {
            DROP();
            locals[ip[-3]] = r;
        } else {
            tos = r;
        }
        SAFEPOINT();
        ip -= U16(-2);
        NEXT;
    }
    OP(YIELD_FROM)
    {
        PObject *sent = tos, *result = P_NONE;
        TRY(gen_delegate(sp[-1], sent, &r, &result));
        if (r == NULL) {
            sp--;
            tos = result;
            NEXT;
        }
        tos = r;
        ip -= 1; /* come back here with what is sent */
        goto op_YIELD;
    }

    /* ---- exceptions ---- */
    OP(RAISE)
    {
        int n = U8(0);
        ip += 1;
        SPILL();
        SAVE();
        err = cold_raise(t, n, sp - n);
        sp -= n;
        DROP();
        goto raise;
    }
    OP(PUSH_EXC)
    {
        if (!(frame->flags & FRAME_HANDLED)) {
            frame->flags |= FRAME_HANDLED;
            frame->handled = t->handled;
        }
        *sp++ = t->handled ? t->handled : P_NONE;
        t->handled = tos;
        NEXT;
    }
    OP(POP_EXC)
    {
        t->handled = tos == P_NONE ? NULL : tos;
        DROP();
        NEXT;
    }
    OP(RERAISE)
    {
        SAVE();
        /* A damaged image may have anything here, of which raising makes a TypeError.
         */
        err = exc_number(tos) ? exc_reraise(tos) : exc_raise_value(tos);
        DROP();
        goto raise;
    }
    OP(MATCH_EXC)
    {
        bool match;
        if (IS_EXCEPTION(tos) && IS_EXCEPTION(sp[-1])) {
            match = exc_derives(PEXCEPTION_NUMBER(sp[-1]), PEXCEPTION_NUMBER(tos));
        } else {
            TRY(exc_matches(sp[-1], tos, &match));
        }
        tos = PBOOL_NEW(match);
        NEXT;
    }
    OP(EXC_OBJECT)
    {
        if (IS_EXCEPTION(tos)) {
            TRY((r = exc_object(tos)) ? ERR_OK : ERR_MEMORY_EXC);
            if (t->handled == tos) {
                t->handled = r;
            }
            tos = r;
        }
        NEXT;
    }
    OP(EXC_STAR_SPLIT)
    {
        SPILL();
        TRY(group_star_split(sp - 2));
        DROP();
        NEXT;
    }

    OPERATOR_TAILS

    /* The top is a generator that a for loop asks for its next value. */
resume:
    SPILL();
    SAVE();
    if ((err = gen_enter(t, (PGenerator *)sp[-1], P_NONE, resume_flags)) != ERR_OK) {
        DROP();
        goto raise;
    }
    LOAD_FRAME();
    sp = t->sp;
    DROP();
    NEXT;
    /* The frame's result is in tos. */
leave:
    if (__builtin_expect(frame->flags & FRAME_SPECIAL, 0)) {
        uint32_t flags = frame->flags;
        if (flags & FRAME_INIT) {
            if (tos != P_NONE) {
                SAVE();
                err = cold_init_result(tos);
                goto raise;
            }
            tos = locals[0];
        }
        if (flags & FRAME_GEN) {
            gen_finish(t);
            if (!(flags & FRAME_ENTRY)) {
                sp = locals - 2; /* a for loop falls through, without the generator */
                tos = *sp;
                LOAD_FRAME();
                NEXT;
            }
        } else {
            t->frame = frame->prev;
        }
        if (flags & FRAME_ENTRY) {
            t->sp = locals;
            *res = tos;
            return ERR_OK;
        }
        sp = locals - (flags & FRAME_CALLEE);
        LOAD_FRAME();
        NEXT;
    }
    sp = locals - (frame->flags & FRAME_CALLEE);
    t->frame = frame = frame->prev;
    locals = frame->locals;
    ip = frame->ip;
    NEXT;

    /* err is the error of the instruction before ip; go to its handler or leave the
     * frame. */
raise:
    for (;;) {
        const image_handler_t *handler = exec_find_handler(
            frame->code, (uint32_t)(ip - code_start(frame->code)) - 1);
        if (handler) {
            *sp = tos;
            sp = FRAME_OPERANDS(frame) - 1 + handler->depth + 1;
            t->sp = sp;
            trace_caught(t, frame, ip);
            tos = exc_take(err);
            ip = code_start(frame->code) + handler->target;
            break;
        }
        trace_unwind(t, frame, ip);
        uint32_t flags = frame->flags;
        if (flags & FRAME_HANDLED) {
            t->handled = frame->handled;
        }
        sp = locals - (flags & FRAME_CALLEE);
        if (flags & FRAME_GEN) {
            gen_finish(t);
            err = gen_translate(err);
        } else {
            t->frame = frame->prev;
        }
        t->sp = sp;
        if (flags & FRAME_ENTRY) {
            return err;
        }
        LOAD_FRAME();
        if (flags & FRAME_GEN) {
            DROP();
        }
    }
    NEXT;

op_unknown: /* the verifier has refused such an image; a board may have left it out */
    SAVE();
    err = vm_raise(ERR_RUNTIME_EXC, "unknown opcode 0x%x", ip[-1]);
    goto raise;
}
