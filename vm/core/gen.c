/* SPDX-License-Identifier: MIT */
/* gen.c -- generators: entering, leaving, send, throw, close. */
#include "gen.h"
#include "attr.h"
#include "call.h"
#include "exc.h"
#include "exec.h"
#include "gc.h"
#include "obj.h"
#include "opcodes.h"
#include "text.h"
#include <string.h>

PGenerator *gen_new(const image_code_t *code, PObject **locals)
{
    uint32_t slots = code->nlocals + code->stack + 1u;
    PGenerator *gen =
        gc_new(PGENERATOR, POBJ_HASHABLE, sizeof *gen + slots * sizeof *locals);
    if (gen) {
        gen->code = code;
        gen->header.length = code->nlocals;
        memcpy(gen->saved, locals, code->nlocals * sizeof *locals);
    }
    return gen;
}

err_t gen_enter(PThread *t, PGenerator *gen, PObject *sent, uint32_t flags)
{
    const image_code_t *code = gen->code;
    if (gen->state == GEN_RUNNING) {
        return vm_raise(ERR_VALUE_EXC, "generator already executing");
    }
    err_t err = call_check_stack(t, t->sp, code->nlocals + code->stack + 2u);
    if (err != ERR_OK) {
        return err;
    }
    PObject **locals = t->sp;
    frame_t *frame = (frame_t *)(locals + code->nlocals);
    memcpy(locals, gen->saved, code->nlocals * sizeof *locals);
    frame->prev = t->frame;
    frame->locals = locals;
    frame->code = code;
    frame->ip = code_start(code) + gen->pc;
    frame->flags = FRAME_GEN | FRAME_HANDLED | flags;
    frame->gen = gen;
    frame->handled = t->handled;
    PObject **operands = FRAME_OPERANDS(frame);
    uint32_t n = gen->header.length - code->nlocals;
    operands[-1] = NULL;
    memcpy(operands, gen->saved + code->nlocals, n * sizeof *operands);
    if (gen->state == GEN_SUSPENDED) {
        operands[n++] = sent;
        if (gen->handled) {
            t->handled = gen->handled;
        }
    }
    gen->state = GEN_RUNNING;
    t->frame = frame;
    t->sp = operands + n;
    return ERR_OK;
}

void gen_leave(PThread *t, PObject **sp, uint32_t pc)
{
    frame_t *frame = t->frame;
    PGenerator *gen = frame->gen;
    uint32_t nlocals = gen->code->nlocals;
    uint32_t n = (uint32_t)(sp - FRAME_OPERANDS(frame));
    memcpy(gen->saved, frame->locals, nlocals * sizeof *sp);
    memcpy(gen->saved + nlocals, FRAME_OPERANDS(frame), n * sizeof *sp);
    gen->header.length = nlocals + n;
    gen->pc = pc;
    gen->state = GEN_SUSPENDED;
    gen->handled = t->handled == frame->handled ? NULL : t->handled;
    t->handled = frame->handled;
    t->frame = frame->prev;
}

void gen_finish(PThread *t)
{
    frame_t *frame = t->frame;
    frame->gen->state = GEN_DONE;
    frame->gen->header.length = 0;
    frame->gen->handled = NULL;
    t->handled = frame->handled;
    t->frame = frame->prev;
}

err_t gen_translate(err_t err)
{
    if (!exc_derives((uint16_t)err, ERR_STOP_ITERATION)) {
        return err;
    }
    PObject *cause = exc_object(exc_take(err));
    err = vm_raise(ERR_RUNTIME_EXC, "generator raised StopIteration");
    PException *e = vm.current->pending ? exc_record(vm.current->pending) : NULL;
    if (e && cause) {
        e->cause = e->context = cause;
    }
    return err;
}

/* Runs the generator from C until it yields, returns or raises. */
static err_t run(PGenerator *gen, PObject *sent, err_t raise, PObject **res,
                 PObject **result)
{
    PThread *t = vm.current;
    err_t err = call_check_c_stack();
    if (err == ERR_OK) {
        err = gen_enter(t, gen, sent, FRAME_ENTRY);
    }
    if (err != ERR_OK) {
        return err;
    }
    err = exec_run(t, raise, res);
    if (err == ERR_OK && gen->state == GEN_DONE) {
        if (result) {
            *result = *res;
        }
        *res = NULL;
    }
    return err;
}

err_t gen_send(PGenerator *gen, PObject *sent, PObject **res, PObject **result)
{
    if (gen->state == GEN_DONE) {
        *res = NULL;
        if (result) {
            *result = P_NONE;
        }
        return ERR_OK;
    }
    if (gen->state == GEN_CREATED && sent != P_NONE) {
        return vm_raise(ERR_TYPE_EXC,
                        "can't send non-None value to a just-started generator");
    }
    return run(gen, sent, ERR_OK, res, result);
}

/* StopIteration of another iterator's send or throw is its end. */
static err_t ended(err_t err, PObject **res, PObject **result)
{
    if (err == ERR_OK || !exc_derives((uint16_t)err, ERR_STOP_ITERATION)) {
        return err;
    }
    PTuple *args = exc_args(exc_take(err));
    *res = NULL;
    *result = args->header.length ? PTUPLE_ITEM(args, 0) : P_NONE;
    return ERR_OK;
}

OPTIONAL err_t gen_delegate(PObject *iterator, PObject *sent, PObject **res,
                            PObject **result)
{
    if (IS_OBJ(iterator, PGENERATOR)) {
        return gen_send((PGenerator *)iterator, sent, res, result);
    }
    if (sent == P_NONE && !IS_OBJ(iterator, PINSTANCE)) {
        *result = P_NONE;
        return obj_next(iterator, res);
    }
    err_t err = sent == P_NONE ? vm_call_method(iterator, NAME___next__, res, 0, NULL)
                               : vm_call_method(iterator, NAME_send, res, 1, &sent);
    return ended(err, res, result);
}

/* The iterator that a suspended generator delegates to, or NULL. */
static PObject *delegate_of(PGenerator *gen)
{
    if (gen->state != GEN_SUSPENDED ||
        code_start(gen->code)[gen->pc] != OP_YIELD_FROM) {
        return NULL;
    }
    return gen->saved[gen->header.length - 1];
}

/* A suspended generator whose delegate has ended goes on behind its yield from with
 * that result. */
static err_t resume_after_delegate(PGenerator *gen, PObject *value, PObject **res,
                                   PObject **result)
{
    gen->header.length--;
    gen->pc++;
    return run(gen, value, ERR_OK, res, result);
}

static err_t throw_into(PGenerator *gen, PObject *exc, PObject **res, PObject **result);

/* Gives the exception to an iterator of the user's class. *taken false: it has no
 * method for that, so the generator gets it. */
static err_t throw_by_method(PObject *delegate, PObject *exc, PObject **res,
                             PObject **result, bool *taken)
{
    bool closing = exc_derives(exc_number(exc), NAME_GeneratorExit);
    PObject *method;
    err_t err = attr_find(delegate, closing ? NAME_close : NAME_throw, &method);
    *taken = err == ERR_OK && method && !closing;
    if (err != ERR_OK || method == NULL) {
        return err;
    }
    if (closing) {
        return vm_call(method, res, 0, NULL);
    }
    return ended(vm_call(method, res, 1, &exc), res, result);
}

/* *taken: the delegate dealt with it, yielding *res or ending with *result. */
static err_t throw_to_delegate(PObject *delegate, PObject *exc, PObject **res,
                               PObject **result, bool *taken)
{
    if (!IS_OBJ(delegate, PGENERATOR)) {
        return throw_by_method(delegate, exc, res, result, taken);
    }
    *taken = ((PGenerator *)delegate)->state != GEN_RUNNING;
    return *taken ? throw_into((PGenerator *)delegate, exc, res, result) : ERR_OK;
}

/* Raises `exc` where the generator stands; its delegate gets it first. */
static err_t throw_into(PGenerator *gen, PObject *exc, PObject **res, PObject **result)
{
    PObject *delegate = delegate_of(gen);
    if (delegate) {
        PObject *value = P_NONE;
        bool taken;
        gen->state = GEN_RUNNING;
        err_t err = throw_to_delegate(delegate, exc, res, &value, &taken);
        gen->state = GEN_SUSPENDED;
        if (err != ERR_OK) {
            return run(gen, P_NONE, err, res, result);
        }
        if (taken) {
            return *res ? ERR_OK : resume_after_delegate(gen, value, res, result);
        }
    }
    err_t err = exc_raise_value(exc);
    if (gen->state == GEN_DONE) {
        return err;
    }
    if (gen->state == GEN_CREATED) {
        gen->state = GEN_DONE;
        gen->header.length = 0;
        return err;
    }
    return run(gen, P_NONE, err, res, result);
}

/* ---- what Python sees ---- */

/* The end of a generator as next() shows it. */
static err_t stop(PObject *result)
{
    return result == P_NONE ? ERR_STOP_ITERATION
                            : exc_raise_arg(ERR_STOP_ITERATION, result);
}

static err_t method_send(int nargs, PObject *self, PObject **args, PObject **res)
{
    PObject *result = P_NONE;
    err_t err = gen_send((PGenerator *)self, nargs ? args[0] : P_NONE, res, &result);
    return err == ERR_OK && *res == NULL ? stop(result) : err;
}

static err_t method_throw(int nargs, PObject *self, PObject **args, PObject **res)
{
    PObject *result = P_NONE, *exc = args[0];
    err_t err;
    if (nargs > 1 && args[1] != P_NONE && exc_number(args[1]) == 0) {
        err = vm_call(exc, &exc, 1, &args[1]);
        if (err != ERR_OK) {
            return err;
        }
    }
    err = throw_into((PGenerator *)self, exc, res, &result);
    return err == ERR_OK && *res == NULL ? stop(result) : err;
}

static err_t method_close(int nargs, PObject *self, PObject **args, PObject **res)
{
    PGenerator *gen = (PGenerator *)self;
    PObject *yielded = NULL, *result;
    (void)nargs;
    (void)args;
    *res = P_NONE;
    if (gen->state == GEN_DONE) {
        return ERR_OK;
    }
    err_t err = throw_into(gen, PEXCEPTION_NEW(NAME_GeneratorExit), &yielded, &result);
    if (err == ERR_OK && yielded) {
        return vm_raise(ERR_RUNTIME_EXC, "generator ignored GeneratorExit");
    }
    if (err == ERR_OK || exc_derives((uint16_t)err, NAME_GeneratorExit) ||
        exc_derives((uint16_t)err, ERR_STOP_ITERATION)) {
        exc_clear();
        return ERR_OK;
    }
    return err;
}

static err_t method_iter(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    (void)args;
    *res = self;
    return ERR_OK;
}

static err_t generator_iter(PObject *self, PObject **res)
{
    *res = self;
    return ERR_OK;
}

static err_t generator_next(PObject *self, PObject **res)
{
    return gen_send((PGenerator *)self, P_NONE, res, NULL);
}

static err_t generator_repr(PObject *self, text_t *out)
{
    PGenerator *gen = (PGenerator *)self;
    PObject *name = vm.consts[gen->code->qualname];
    text_addf(out, "<generator object %S at 0x%lx>", name,
              (unsigned long)POBJ_WORD(self));
    return ERR_OK;
}

static const type_method_t generator_methods[] = {
    {NAME___iter__, 0, 0, method_iter, NULL}, {NAME___next__, 0, 0, method_send, NULL},
    {NAME_send, 1, 1, method_send, NULL},     {NAME_throw, 1, 3, method_throw, NULL},
    {NAME_close, 0, 0, method_close, NULL},
};

const type_ops_t generator_ops = {
    .repr = generator_repr,
    .iter = generator_iter,
    .next = generator_next,
    .methods = generator_methods,
    .nmethods = sizeof generator_methods / sizeof *generator_methods,
};
