/* SPDX-License-Identifier: MIT */
/*
 * gen.h -- the code generator: a tree walk that emits instructions. What its files
 * share.
 *
 * gen_expr leaves exactly one value on the operand stack. Statements leave the stack as
 * they found it.
 */
#ifndef COMPILER_GEN_H
#define COMPILER_GEN_H

#include "modules.h"

typedef enum block_kind {
    BLOCK_LOOP,      /* `items` values belong to the loop: dropped by break */
    BLOCK_TRY,       /* protected by handlers; nothing to do on the way out */
    BLOCK_FINALLY,   /* protected; the final body runs on the way out */
    BLOCK_WITH,      /* protected; on the stack: the bound __exit__ */
    BLOCK_HANDLER,   /* inside a handler; on the stack: what was handled before */
    BLOCK_NAMED,     /* protected; `name` is unbound on the way out */
    BLOCK_FINAL_EXC, /* inside a final body because of an exception; on the stack:
                        handled before, exception */
    BLOCK_VALUE,     /* on the stack: the value that an enclosing return delivers */
} block_kind_t;

typedef struct block {
    block_kind_t kind;
    struct block *outer;
    int items;                   /* BLOCK_LOOP */
    int break_label, next_label; /* BLOCK_LOOP */
    bool ranged;                 /* it is protected: exceptions go to `target` */
    int start;                   /* label where the current piece of its range begins */
    int target, depth;           /* where exceptions of the range go on */
    const stmt_list_t *final;    /* BLOCK_FINALLY */
    const char *name;            /* BLOCK_NAMED */
} block_t;

typedef struct gen {
    program_t *program;
    module_t *module;
    scope_t *scope; /* whose names are meant: the code's own, or of an inlined
                       comprehension in it */
    scope_t *owner; /* whose code it is */
    code_t *code;
    block_t *blocks; /* innermost first */
} gen_t;

/* ---- errors ---- */

void gen_error(gen_t *g, ast_pos_t pos, int slug, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
void gen_at(gen_t *g, ast_pos_t pos);

/* ---- gen_name.c ---- */

void gen_load(gen_t *g, const char *name);
void gen_store(gen_t *g, const char *name);
void gen_delete(gen_t *g, const char *name);
/* Pushes the cell of a variable, for a closure's tuple. */
void gen_load_cell(gen_t *g, const char *name);
/* The local slot when the name is a plain local of this code, else -1. */
int gen_local(gen_t *g, const char *name);
/* The builtin that the name means here, or -1. */
int gen_builtin(gen_t *g, const expr_t *e);
/* The slot of a module's variable. */
int gen_global(program_t *p, module_t *m, var_t *v);
void gen_load_symbol(gen_t *g, const symbol_t *sym);
void gen_const(gen_t *g, int constant);
/* At the start of a module: variables that share a builtin's name hold the builtin
 * until they are assigned. */
void gen_shadowed_builtins(gen_t *g);

/* ---- fold.c ---- */

/* The constant that an expression always is, or -1. */
int fold(gen_t *g, const expr_t *e);
/* 1 or 0 when the truth of an expression is known, else -1. */
int fold_truth(gen_t *g, const expr_t *e);
/* Nothing in the program binds the name where it is used. */
bool is_free(gen_t *g, const char *name);

/* ---- fold_call.c ---- */

/* The constant that a call made at compile time gives (__lookup, __nameof, __ORD,
 * new_resource), or -1. */
int fold_call(gen_t *g, const expr_t *e);
/* The number that `D3.PWM` is, or -1. */
int fold_pin(gen_t *g, const expr_t *e);

/* ---- gen_expr.c ---- */

void gen_expr(gen_t *g, const expr_t *e);
/* For its effects only. */
void gen_effects(gen_t *g, const expr_t *e);
/* Jumps when the truth of the expression is `sense`, else falls through. */
void gen_jump_if(gen_t *g, const expr_t *e, bool sense, int label);
void gen_assign(gen_t *g, const expr_t *target); /* pops the value */
void gen_remove(gen_t *g, const expr_t *target);
void gen_subscript_operands(gen_t *g, const expr_t *e);
int gen_binary_op(int op, bool inplace);
/* A list, set or tuple of the values, stars included. */
void gen_sequence(gen_t *g, const expr_list_t *values, int build);

/* ---- gen_call.c ---- */

void gen_call(gen_t *g, const expr_t *e);

/* ---- gen_comp.c ---- */

void gen_comp(gen_t *g, const expr_t *e);

/* ---- gen_loop.c ---- */

void gen_for(gen_t *g, const stmt_t *s);
void gen_while(gen_t *g, const stmt_t *s);
typedef struct for_loop {
    block_t block;
    int body, test;
    int local;      /* that the loop itself stores into, or -1 */
    bool temporary; /* which is no variable of the program */
    int op;
} for_loop_t;
/*
 * Begins a loop over `iter`; its body's code comes next. `inside`, unless NULL, is the
 * scope of the target and the body (of an inlined comprehension), while iter belongs to
 * the present one.
 */
void gen_for_begin(gen_t *g, for_loop_t *loop, const expr_t *target, const expr_t *iter,
                   scope_t *inside);
/* The same over the iterator on the stack. */
void gen_for_begin_iterator(gen_t *g, for_loop_t *loop, const expr_t *target);
/* Behind the body: the test that goes back to it. */
void gen_for_end(gen_t *g, for_loop_t *loop);

/* ---- gen_try.c ---- */

void gen_try(gen_t *g, const stmt_t *s);
void gen_with(gen_t *g, const stmt_t *s);
void gen_return(gen_t *g, const stmt_t *s);
void gen_break(gen_t *g, const stmt_t *s);
void gen_continue(gen_t *g, const stmt_t *s);

/* ---- gen_stmt.c ---- */

void gen_body(gen_t *g, const stmt_list_t *body);

/* ---- gen_def.c ---- */

void gen_function(gen_t *g, const stmt_t *s);
void gen_lambda(gen_t *g, const expr_t *e);
void gen_class(gen_t *g, const stmt_t *s);
void gen_new_exception(gen_t *g, const stmt_t *s);
/* Pushes a function for the code, with its closure; `flags` say which defaults have
 * been pushed. */
void gen_make_function(gen_t *g, code_t *code, const scope_t *inner, int flags);
/* A new code object for a scope, and its generator. */
void gen_open(gen_t *g, gen_t *inner, scope_t *scope, ast_pos_t pos);
void gen_close(gen_t *inner);
/* The module's body. */
void gen_module(program_t *p, module_t *m);

/* ---- gen_native.c ---- */

/* The decorator among them that binds the function or class to C, or NULL. */
const expr_t *native_decorator(gen_t *g, const expr_list_t *decorators,
                               const char *what1, const char *what2);
/* Pushes the native that a decorated def stands for. */
void gen_native(gen_t *g, const stmt_t *s, const expr_t *decorator);
/* The C class symbol of a decorated class, or NULL. */
const char *native_class_symbol(gen_t *g, const stmt_t *s);
/* Row of the needs table that this module's natives come from. */
int native_need(gen_t *g);

/* ---- gen_import.c ---- */

void gen_import(gen_t *g, const stmt_t *s);
void gen_import_from(gen_t *g, const stmt_t *s);
/* True when binding the name can be left out, because every use of it is resolved. */
bool gen_binding_is_static(gen_t *g, const char *name);

#endif
