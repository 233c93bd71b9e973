/* SPDX-License-Identifier: MIT */
/*
 * code.h -- one code object under construction: instructions and labels first, bytes in
 * the end.
 *
 * The generator emits instructions whose jumps name labels and tracks the operand
 * stack's depth as it goes. code_finish() then threads jumps, drops dead code (flow.c),
 * fuses (fuse.c) and encodes. Instructions are never moved: a pass drops one by marking
 * it dead, so a label is simply the index of an instruction.
 */
#ifndef COMPILER_CODE_H
#define COMPILER_CODE_H

#include "arena.h"
#include "diag.h"
#include "image.h"
#include "opinfo.h"
#include <stdbool.h>
#include <stdint.h>

#define CODE_MAX_LOCALS 255

typedef struct insn {
    uint8_t op;
    bool dead;
    int arg[3]; /* in the order of the operand's fields; a jump's is a label until it is
                   encoded */
    int line, col;
} insn_t;

/* Exceptions raised between the labels `start` and `end` go on at `target` with `depth`
 * values on the stack. */
typedef struct handler {
    int start, end, target, depth;
} handler_t;

typedef struct code {
    arena_t *arena;
    int index;    /* row of the code table */
    int module;   /* row of the module table */
    int name;     /* number */
    int qualname; /* row of the constant table */
    int nparams, nposonly, nkwonly;
    int flags; /* CODE_… */
    int *param_names;
    int nlocals;       /* slots that hold values */
    int ncells, nfree; /* cells are numbered from 0, free ones behind them; their slots
                          follow the locals' */
    const char *file;
    const char **local_names; /* of all slots, NULL for temporaries */
    int first_line;
    const diag_pos_t *pos; /* of the definition: where limits are reported */

    struct {
        insn_t *items;
        int len, cap;
    } insns;
    struct {
        int *items; /* index of the instruction that follows the label, or -1 */
        int len, cap;
    } labels;
    struct {
        int *items; /* depth that a jump to the label leaves, or -1 */
        int len, cap;
    } label_depths;
    struct {
        handler_t *items;
        int len, cap;
    } handlers;
    struct {
        int *items;
        int len, cap;
    } free_temps;
    int depth;      /* of the operand stack at the end of what has been emitted */
    bool reachable; /* false behind a jump, until a label is bound */
    int line, col;  /* of what is emitted next */

    /* The result of code_finish(). */
    uint8_t *bytes;
    int nbytes, stack;
    image_line_t *lines;
    int nlines;
    image_handler_t *rows;
    int nrows;
} code_t;

/* ---- emission ---- */

void code_at(code_t *c, int line, int col);
void code_emit(code_t *c, int op);
void code_emit1(code_t *c, int op, int a);
void code_emit2(code_t *c, int op, int a, int b);
/* A jump whose only field is its target, or (code_jump_local) with a local before it.
 */
void code_jump(code_t *c, int op, int label);
void code_jump_local(code_t *c, int op, int local, int label);

int code_label(code_t *c);
void code_bind(code_t *c, int label);
/* A label here that changes nothing: for the borders of a handler's range. */
int code_mark(code_t *c);
/* Binds the label of a handler, entered with `depth` values of which the exception is
 * the top one. */
void code_enter(code_t *c, int label, int depth);
void code_handler(code_t *c, int start, int end, int target, int depth);

/* A local of the code's own, given back by code_temp_free. */
int code_temp(code_t *c);
void code_temp_free(code_t *c, int local);

/* ---- finishing: false has been reported ---- */

bool code_finish(code_t *c);

/* flow.c: in this order. */
void flow_thread_jumps(code_t *c);
void flow_drop_dead(code_t *c);
void flow_direct_jumps(code_t *c);
void flow_assigned(code_t *c);
int flow_stack_depth(code_t *c);
/* Marks the instructions that something else than falling through can reach, or that
 * border a handler's range. */
bool *flow_barriers(code_t *c);
/* The first live instruction at or behind `i`; insns.len when there is none. */
int flow_live(const code_t *c, int i);

/* fuse.c: replaces sequences by fused opcodes. */
void fuse_code(code_t *c);

#endif
