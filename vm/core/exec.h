/* SPDX-License-Identifier: MIT */
/*
 * exec.h -- the bytecode loop, and what its cold paths share.
 */
#ifndef CORE_EXEC_H
#define CORE_EXEC_H

#include "state.h"
#include "type.h"

/*
 * Runs the innermost frame of `t`, which has FRAME_ENTRY, until it is left. `raise` not
 * ERR_OK: that error is raised in the frame first (generator.throw). With ERR_OK the
 * frame's result is in *res; a generator that yielded has FRAME_GEN's gen->state
 * GEN_SUSPENDED. The frame is gone either way. Context: thread with the GIL, t ==
 * vm.current.
 */
err_t exec_run(PThread *t, err_t raise, PObject **res);

/*
 * Starts a call whose callee is at base[0] and whose nargs arguments follow, t->sp
 * behind them. Either the callee was C and the result is in *res, or a frame has been
 * pushed (*entered) that exec_run or the loop goes on with. With kwnames the last
 * arguments belong to its names. base[0] may be overwritten.
 */
err_t call_begin(PThread *t, PObject **base, int nargs, PTuple *kwnames, PObject **res,
                 bool *entered);

/*
 * Pushes a frame for a function of the program whose nargs arguments lie at `locals`
 * (their place as locals), binding them to the parameters. A generator function makes
 * its generator in *res instead (*entered false).
 */
err_t call_function(PThread *t, PFunction *fn, PObject **locals, int nargs,
                    PTuple *kwnames, uint32_t flags, PObject **res, bool *entered);

/* The same where code_is_direct: nothing is to be bound. */
err_t call_enter(PThread *t, PFunction *fn, PObject **locals, int nargs,
                 uint32_t flags);

/* CALL_METHOD's general side: base[0] is the object, whatever it is. */
err_t call_method_begin(PThread *t, uint16_t name, PObject **base, int nargs,
                        PObject **res, bool *entered);

/* Makes the instance for a class at base[0]; pushes the frame of its __init__ when that
 * is Python. */
err_t call_class(PThread *t, PClass *cls, PObject **base, int nargs, PTuple *kwnames,
                 PObject **res, bool *entered);

/* Do `slots` more words and a frame fit on the Python stack above `sp`? */
static inline bool call_fits(const PThread *t, PObject *const *sp, uint32_t slots)
{
    return sp + slots + sizeof(frame_t) / sizeof *sp + 8 <= t->stack_end;
}

/* RecursionError if not. */
err_t call_check_stack(PThread *t, PObject **sp, uint32_t slots);
err_t call_too_deep(void);

/* Where the frame goes on after an exception at `pc`, or NULL. */
const image_handler_t *exec_find_handler(const image_code_t *code, uint32_t pc);

/* Does a call with n positional arguments need nothing but their places and the
 * function's free variables: no defaults, packing, new cells or generator? */
static inline bool code_is_direct(const image_code_t *code, int n)
{
    return code->nparams == n && (code->nkwonly | code->ncells) == 0 &&
           (code->flags & ~CODE_HANDLERS) == 0;
}

/* Not even free variables? */
static inline bool code_is_simple(const image_code_t *code, int n)
{
    return code_is_direct(code, n) && code->nfree == 0;
}

static inline const uint8_t *code_start(const image_code_t *code)
{
    return (const uint8_t *)code + code->start;
}

static inline const uint16_t *code_param_names(const image_code_t *code)
{
    return (const uint16_t *)(code + 1);
}

#endif
