/* SPDX-License-Identifier: MIT */
/*
 * lint_flow.h -- a walk over all paths through a function: lint_flow.c knows the
 * statements, lint_body.c what expressions and returns mean.
 *
 * Each statement is walked once with what may hold before it; where paths meet, what
 * may hold is the union. Loops are walked once, so what a second turn would find is
 * not found; nothing is reported that cannot happen.
 */
#ifndef GEN_LINT_FLOW_H
#define GEN_LINT_FLOW_H

#include "lint.h"

/* What is known at a point of the function. */
typedef struct flow_state {
    bool dead;           /* no path leads here */
    bool held, released; /* the GIL may be held here; may be released here */
    bool set;            /* *res has a value on every path */
    int checked;         /* args[n] exists for n below; -1: nobody has looked */
} flow_state_t;

typedef struct flow {
    reader_t *r;
    const fn_t *typed;        /* or NULL */
    const classic_t *classic; /* or NULL */
    map_t views;              /* variables that point into an argument */
    map_t made;               /* variables with an object that the function made */
    map_t told;               /* what was reported: once a function */
    bool moved;               /* args or nargs are changed: lint 6 gives up */
    /* where a break, a continue, a case and each label lead to; NULL outside of one */
    flow_state_t *breaks, *continues, *cases;
    bool has_default;
    map_t labels;
} flow_t;

/* Walks a statement (or an expression that stands for one). */
void flow_walk(flow_t *f, CXCursor statement, flow_state_t *s);

/* ---- lint_body.c ---- */

/* An expression is evaluated. */
void body_expression(flow_t *f, CXCursor c, flow_state_t *s);
/* A return, or the end of the body when `value` is the null cursor. */
void body_return(flow_t *f, CXCursor at, CXCursor value, const flow_state_t *s);
/* What follows when the condition has turned out `truth`. */
void body_refine(flow_t *f, CXCursor condition, bool truth, flow_state_t *s);
/* A statement made by a macro that is known by name. */
void body_macro(flow_t *f, CXCursor statement, flow_state_t *s);

#endif
