/* SPDX-License-Identifier: MIT */
/*
 * gen.h -- generators: a frame that is copied to the heap when it yields and back when
 * it goes on.
 */
#ifndef CORE_GEN_H
#define CORE_GEN_H

#include "state.h"

enum { GEN_CREATED, GEN_SUSPENDED, GEN_RUNNING, GEN_DONE };

/* A generator for the function whose bound locals lie at `locals`. NULL: no memory. */
PGenerator *gen_new(const image_code_t *code, PObject **locals);

/*
 * Pushes the generator's frame above t->sp with FRAME_GEN and `flags`, its operands
 * and, once it has started, `sent` on them; t->sp is then behind these. ValueError when
 * it is running already. The caller has seen that it is not done.
 */
err_t gen_enter(PThread *t, PGenerator *gen, PObject *sent, uint32_t flags);

/* Copies the running frame back, operands up to `sp`; pops the frame. */
void gen_leave(PThread *t, PObject **sp, uint32_t pc);

/* Pops the frame of a generator that returned or raised. */
void gen_finish(PThread *t);

/*
 * Next value with `sent` (None: next()). *res NULL when it ended; then *result, when
 * asked for, is what it returned.
 */
err_t gen_send(PGenerator *gen, PObject *sent, PObject **res, PObject **result);

/* An error that leaves a generator: StopIteration becomes RuntimeError (PEP 479). */
err_t gen_translate(err_t err);

/* One step of `yield from`: any iterator. As gen_send. */
err_t gen_delegate(PObject *iterator, PObject *sent, PObject **res, PObject **result);

#endif
