/* SPDX-License-Identifier: MIT */
/*
 * lint_flow.c -- statements: what leads where.
 */
#include "lint_flow.h"
#include "cursor.h"

#include <string.h>

static const flow_state_t nowhere = {.dead = true};

static void merge(flow_state_t *into, const flow_state_t *s)
{
    if (s->dead) {
        return;
    }
    if (into->dead) {
        *into = *s;
        return;
    }
    into->held |= s->held;
    into->released |= s->released;
    into->set &= s->set;
    into->checked = into->checked < s->checked ? into->checked : s->checked;
}

static bool is_true(CXCursor condition)
{
    long long value;
    return cursor_int(condition, &value) && value;
}

static bool is_false(CXCursor condition)
{
    long long value;
    return cursor_int(condition, &value) && !value;
}

typedef struct sequence {
    flow_t *flow;
    flow_state_t *state;
    CXCursor last;
} sequence_t;

static enum CXChildVisitResult visit_statement(CXCursor c, CXCursor parent,
                                               CXClientData data)
{
    (void)parent;
    sequence_t *q = data;
    flow_walk(q->flow, c, q->state);
    return CXChildVisit_Continue;
}

static void walk_all(flow_t *f, CXCursor c, flow_state_t *s)
{
    sequence_t q = {f, s, clang_getNullCursor()};
    clang_visitChildren(c, visit_statement, &q);
}

static enum CXChildVisitResult visit_last(CXCursor c, CXCursor parent,
                                          CXClientData data)
{
    (void)parent;
    sequence_t *q = data;
    if (!clang_Cursor_isNull(q->last)) {
        body_expression(q->flow, q->last, q->state);
    }
    q->last = c;
    return CXChildVisit_Continue;
}

/* The expressions in front of a loop's or label's body; returns the body. */
static CXCursor walk_heads(flow_t *f, CXCursor c, flow_state_t *s)
{
    sequence_t q = {f, s, clang_getNullCursor()};
    clang_visitChildren(c, visit_last, &q);
    return q.last;
}

static void walk_if(flow_t *f, CXCursor c, flow_state_t *s)
{
    cursor_list_t parts = cursor_children(c);
    if (parts.len < 2) {
        return;
    }
    body_expression(f, parts.items[0], s);
    flow_state_t other = *s;
    body_refine(f, parts.items[0], true, s);
    flow_walk(f, parts.items[1], s);
    body_refine(f, parts.items[0], false, &other);
    if (parts.len > 2) {
        flow_walk(f, parts.items[2], &other);
    }
    merge(s, &other);
}

/* A body that break and continue leave. Afterwards `s` is the body's end, *breaks what
 * broke out. */
static void walk_body(flow_t *f, CXCursor body, flow_state_t *s, flow_state_t *breaks)
{
    flow_state_t *outer_breaks = f->breaks, *outer_continues = f->continues;
    flow_state_t continues = nowhere;
    f->breaks = breaks;
    f->continues = &continues;
    flow_walk(f, body, s);
    merge(s, &continues);
    f->breaks = outer_breaks;
    f->continues = outer_continues;
}

static void walk_while(flow_t *f, CXCursor c, flow_state_t *s)
{
    cursor_list_t parts = cursor_children(c);
    flow_state_t breaks = nowhere, inside;
    if (parts.len != 2) {
        return;
    }
    body_expression(f, parts.items[0], s);
    inside = *s;
    body_refine(f, parts.items[0], true, &inside);
    walk_body(f, parts.items[1], &inside, &breaks);
    merge(s, &inside);
    *s = is_true(parts.items[0]) ? nowhere : *s;
    merge(s, &breaks);
}

static void walk_do(flow_t *f, CXCursor c, flow_state_t *s)
{
    cursor_list_t parts = cursor_children(c);
    flow_state_t breaks = nowhere;
    if (parts.len != 2) {
        return;
    }
    walk_body(f, parts.items[0], s, &breaks);
    if (!is_false(parts.items[1])) {
        body_expression(f, parts.items[1], s);
    }
    *s = is_true(parts.items[1]) ? nowhere : *s;
    merge(s, &breaks);
    body_macro(f, c, s);
}

static void walk_for(flow_t *f, CXCursor c, flow_state_t *s)
{
    flow_state_t breaks = nowhere;
    bool endless = cursor_children(c).len == 1;
    CXCursor body = walk_heads(f, c, s);
    flow_state_t inside = *s;
    if (!clang_Cursor_isNull(body)) {
        walk_body(f, body, &inside, &breaks);
    }
    merge(s, &inside);
    *s = endless ? nowhere : *s;
    merge(s, &breaks);
}

static void walk_switch(flow_t *f, CXCursor c, flow_state_t *s)
{
    flow_state_t breaks = nowhere, entry, *outer_cases = f->cases,
                 *outer_breaks = f->breaks;
    bool outer_default = f->has_default;
    CXCursor body = walk_heads(f, c, s);
    entry = *s;
    f->cases = &entry;
    f->breaks = &breaks;
    f->has_default = false;
    *s = nowhere;
    if (!clang_Cursor_isNull(body)) {
        flow_walk(f, body, s);
    }
    if (!f->has_default) {
        merge(s, &entry);
    }
    merge(s, &breaks);
    f->cases = outer_cases;
    f->breaks = outer_breaks;
    f->has_default = outer_default;
}

static void walk_case(flow_t *f, CXCursor c, flow_state_t *s)
{
    if (f->cases) {
        merge(s, f->cases);
    }
    f->has_default |= clang_getCursorKind(c) == CXCursor_DefaultStmt;
    flow_state_t unused = *s;
    CXCursor body = walk_heads(f, c, &unused);
    flow_walk(f, body, s);
}

static flow_state_t *label_state(flow_t *f, const char *name)
{
    bool created;
    void **slot = map_slot(&f->labels, name, strlen(name), &created);
    if (created) {
        flow_state_t *s = ARENA_NEW(f->r->g->arena, flow_state_t);
        *s = nowhere;
        *slot = s;
    }
    return *slot;
}

static void walk_goto(flow_t *f, CXCursor c, flow_state_t *s)
{
    CXCursor label = cursor_child(c);
    if (!clang_Cursor_isNull(label)) {
        const char *name = read_string(f->r, clang_getCursorSpelling(label));
        merge(label_state(f, name), s);
    }
    *s = nowhere;
}

static void walk_label(flow_t *f, CXCursor c, flow_state_t *s)
{
    merge(s, label_state(f, read_string(f->r, clang_getCursorSpelling(c))));
    walk_all(f, c, s);
}

static void walk_return(flow_t *f, CXCursor c, flow_state_t *s)
{
    CXCursor value = cursor_child(c);
    if (!clang_Cursor_isNull(value)) {
        body_expression(f, value, s);
    }
    if (!s->dead) {
        body_return(f, c, value, s);
    }
    *s = nowhere;
}

static void walk_jump(flow_state_t *to, flow_state_t *s)
{
    if (to) {
        merge(to, s);
    }
    *s = nowhere;
}

void flow_walk(flow_t *f, CXCursor c, flow_state_t *s)
{
    switch (clang_getCursorKind(c)) {
    case CXCursor_CompoundStmt:
        walk_all(f, c, s);
        break;
    case CXCursor_IfStmt:
        walk_if(f, c, s);
        break;
    case CXCursor_WhileStmt:
        walk_while(f, c, s);
        break;
    case CXCursor_DoStmt:
        walk_do(f, c, s);
        break;
    case CXCursor_ForStmt:
        walk_for(f, c, s);
        break;
    case CXCursor_SwitchStmt:
        walk_switch(f, c, s);
        break;
    case CXCursor_CaseStmt:
    case CXCursor_DefaultStmt:
        walk_case(f, c, s);
        break;
    case CXCursor_GotoStmt:
        walk_goto(f, c, s);
        break;
    case CXCursor_LabelStmt:
        walk_label(f, c, s);
        break;
    case CXCursor_ReturnStmt:
        walk_return(f, c, s);
        break;
    case CXCursor_BreakStmt:
        walk_jump(f->breaks, s);
        break;
    case CXCursor_ContinueStmt:
        walk_jump(f->continues, s);
        break;
    default:
        body_expression(f, c, s);
        break;
    }
}
