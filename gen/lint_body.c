/* SPDX-License-Identifier: MIT */
/*
 * lint_body.c -- what a native does wrong on some path: the GIL (lint 3), views of
 * arguments (4), the result and the arguments it reads (6).
 */
#include "cursor.h"
#include "lint_flow.h"
#include "read_classic.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Functions that want the GIL; the macros of the headers call them, too. */
static const char *const gil_functions[] = {
    "phash_put",  "phash_get",    "phash_del", "phash_getentry", "phash_clone",
    "phash_size", "plist_append", "vm_call",   "vm_raise",       "parse_py_args",
    "gc_keep",    "zn_result",    NULL,
};

/* Macros that reach into a container. */
static const char *const container_macros[] = {
    "PLIST_ITEM",        "PLIST_SET_ITEM",
    "PSEQUENCE_OBJECTS", "PSEQUENCE_BUFFER",
    "PDICT_KEY",         "PDICT_VAL",
    "PDICT_ENTRY",       "PSET_KEY",
    "PSET_ENTRY",        "PHASH_ELEMENTS",
    "PDICT_ELEMENTS",    "PSET_ELEMENTS",
    "PMAP_ELEMENTS",     NULL,
};

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789"

static bool is_in(const char *const *list, const char *word)
{
    while (*list && strcmp(*list, word) != 0) {
        list++;
    }
    return *list != NULL;
}

/* True the first time for this kind of fault and this name. */
static bool first(flow_t *f, const char *kind, const char *name)
{
    const char *key = arena_printf(f->r->g->arena, "%s %s", kind, name);
    bool created;
    *map_slot(&f->told, key, strlen(key), &created) = f;
    return created;
}

/* Where an expression or statement begins; of a whole body, its end. */
static diag_pos_t place_of(flow_t *f, CXCursor c)
{
    bool body = clang_getCursorKind(c) == CXCursor_CompoundStmt;
    CXSourceRange range = clang_getCursorExtent(c);
    diag_pos_t pos =
        read_pos(f->r, body ? clang_getRangeEnd(range) : clang_getRangeStart(range));
    pos.col -= body;
    return pos;
}

#define REPORT(f, at, slug, hint, ...)                                                 \
    do {                                                                               \
        diag_pos_t report_pos = place_of(f, at);                                       \
        lint_report((f)->r, (f)->classic != NULL, &report_pos, slug, hint,             \
                    __VA_ARGS__);                                                      \
    } while (0)

/* ---- the GIL ---- */

static bool mentions_gillock(CXCursor call)
{
    int n = clang_Cursor_getNumArguments(call);
    return n > 0 && cursor_is_named(cursor_bare(clang_Cursor_getArgument(call, 0)),
                                    "vos_gillock");
}

static void release(flow_t *f, CXCursor c, flow_state_t *s)
{
    if (s->released && first(f, "gil", "release")) {
        REPORT(f, c, DIAG_native_gil, NULL, "the GIL is released twice%s",
               s->held ? " on some path" : "");
    }
    s->released = true;
    s->held = false;
}

static void acquire(flow_t *f, CXCursor c, flow_state_t *s)
{
    if (s->held && first(f, "gil", "acquire")) {
        REPORT(f, c, DIAG_native_gil,
               "a second wait for a lock that one holds never ends",
               "the GIL is acquired while it is held%s",
               s->released ? " on some path" : "");
    }
    s->released = false;
    s->held = true;
}

static void check_wants_gil(flow_t *f, CXCursor c, const char *what,
                            const flow_state_t *s)
{
    if (s->released && first(f, "without", what)) {
        REPORT(f, c, DIAG_native_gil,
               f->typed
                   ? "objects may be made without the GIL; what needs it belongs in "
                     "a function without nogil"
                   : "move it before RELEASE_GIL() or behind ACQUIRE_GIL()",
               "'%s' is used without the GIL", what);
    }
}

/* ---- what the function made itself nobody else can see ---- */

static void see_made(flow_t *f, CXCursor value, const char *variable)
{
    CXCursor call = cursor_bare(value);
    while (clang_getCursorKind(call) == CXCursor_CStyleCastExpr) {
        call = cursor_bare(cursor_last_child(call));
    }
    const char *name = clang_getCursorKind(call) == CXCursor_CallExpr
                           ? read_string(f->r, clang_getCursorSpelling(call))
                           : "";
    size_t n = strlen(name);
    if (*variable && name[0] == 'p' && n > 4 && strcmp(name + n - 4, "_new") == 0) {
        map_set(&f->made, variable, f);
    }
}

/* Do the arguments at `s`, "(name, …", begin with an object that the function made? */
static bool is_own(flow_t *f, const char *s)
{
    s += *s == '(';
    return map_getn(&f->made, s, strspn(s, LETTERS)) != NULL;
}

/*
 * The macro of a container that an expression comes from: its own, or one among the
 * arguments of the macro that it begins with.
 */
static const char *container_macro(flow_t *f, CXCursor c)
{
    const char *word = cursor_word(f->r, c), *s = cursor_source(f->r, c) + strlen(word);
    int depth = 0;
    if (is_in(container_macros, word)) {
        return is_own(f, s) ? NULL : word;
    }
    if (!*word || *s != '(' || clang_getCursorKind(c) == CXCursor_CallExpr) {
        return NULL;
    }
    do {
        size_t n = strspn(s, LETTERS);
        word = arena_strndup(f->r->g->arena, s, n);
        s += n;
        if (is_in(container_macros, word) && !is_own(f, s)) {
            return word;
        }
        depth += *s == '(' ? 1 : *s == ')' ? -1 : 0;
        s += *s != 0;
    } while (depth > 0 && *s);
    return NULL;
}

/* ---- views ---- */

static void add_view(void *ctx, const char *variable)
{
    flow_t *f = ctx;
    if (*variable) {
        map_set(&f->views, variable, f);
    }
}

static void see_parse_call(flow_t *f, CXCursor call)
{
    const char *fmt = classic_format(f->r, call);
    if (fmt) {
        classic_views(f->r, call, fmt, add_view, f);
    }
}

static bool is_pointer_like(CXCursor c)
{
    enum CXTypeKind kind = clang_getCanonicalType(clang_getCursorType(c)).kind;
    return kind == CXType_Pointer || kind == CXType_Record;
}

/* The variable whose storage, or whose pointer, an expression is: `v`, `v.data`, `v +
 * 1`, `(T *)v`. */
static CXCursor root_of(CXCursor c)
{
    for (;;) {
        c = cursor_bare(c);
        switch (clang_getCursorKind(c)) {
        case CXCursor_MemberRefExpr:
        case CXCursor_ArraySubscriptExpr:
        case CXCursor_BinaryOperator:
            c = cursor_child(c);
            break;
        case CXCursor_CStyleCastExpr:
            c = cursor_last_child(c);
            break;
        default:
            return c;
        }
        if (clang_Cursor_isNull(c)) {
            return c;
        }
    }
}

static bool is_static_variable(CXCursor c)
{
    CXCursor decl = clang_getCursorKind(c) == CXCursor_DeclRefExpr
                        ? clang_getCursorReferenced(c)
                        : clang_getNullCursor();
    if (clang_getCursorKind(decl) != CXCursor_VarDecl) {
        return false;
    }
    enum CXCursorKind parent = clang_getCursorKind(clang_getCursorSemanticParent(decl));
    return parent == CXCursor_TranslationUnit ||
           clang_Cursor_getStorageClass(decl) == CX_SC_Static;
}

static void check_store(flow_t *f, CXCursor c)
{
    cursor_list_t sides = cursor_children(c);
    if (sides.len != 2 || !is_pointer_like(sides.items[0]) ||
        !is_pointer_like(sides.items[1]) ||
        strcmp(cursor_operator(f->r, c), "=") != 0) {
        return;
    }
    CXCursor to = root_of(sides.items[0]), from = root_of(sides.items[1]);
    const char *view = cursor_variable(f->r, from);
    if (!map_get(&f->views, view) || !is_static_variable(to)) {
        return;
    }
    REPORT(f, c, DIAG_native_view,
           "copy the bytes, or keep the object in a C_NATIVE_ROOT",
           "'%s' points into an argument and is kept in '%s', which outlives the call",
           view, cursor_variable(f->r, to));
}

/* A bytearray may be resized by whoever has the GIL; views of typed natives are held.
 */
static void check_view_use(flow_t *f, CXCursor c, const flow_state_t *s)
{
    const char *name = f->classic && s->released ? cursor_variable(f->r, c) : "";
    if (*name && map_get(&f->views, name) && first(f, "view", name)) {
        REPORT(
            f, c, DIAG_native_view,
            "copy it before, or annotate the function: views of typed natives are held",
            "'%s' points into an argument that, if it is a bytearray, others may "
            "resize "
            "while the GIL is released",
            name);
    }
}

/* ---- arguments ---- */

static void check_subscript(flow_t *f, CXCursor c, const flow_state_t *s)
{
    cursor_list_t parts = cursor_children(c);
    long long n;
    if (!f->classic || f->moved || s->checked < 0 || parts.len != 2 ||
        !cursor_is_named(cursor_bare(parts.items[0]), "args") ||
        !cursor_int(parts.items[1], &n) || n < s->checked) {
        return;
    }
    if (first(f, "args", arena_printf(f->r->g->arena, "%lld", n))) {
        REPORT(f, c, DIAG_native_args, NULL,
               "args[%lld] is read where only %d argument%s known to be there", n,
               s->checked, s->checked == 1 ? " is" : "s are");
    }
}

static void at_least(flow_state_t *s, int n)
{
    s->checked = n > s->checked ? n : s->checked;
}

/* ---- expressions ---- */

static void see_assignment(flow_t *f, CXCursor c)
{
    cursor_list_t sides = cursor_children(c);
    if (sides.len == 2 && strcmp(cursor_operator(f->r, c), "=") == 0) {
        see_made(f, sides.items[1], cursor_variable(f->r, sides.items[0]));
    }
}

typedef struct walk {
    flow_t *flow;
    flow_state_t *state;
} walk_t;

static void see_call(flow_t *f, CXCursor c, flow_state_t *s)
{
    const char *name = read_string(f->r, clang_getCursorSpelling(c));
    bool gil = mentions_gillock(c);
    if (strcmp(name, "zn_gil_release") == 0 ||
        (gil && strcmp(name, "vosSemSignal") == 0)) {
        release(f, c, s);
    } else if (strcmp(name, "zn_gil_acquire") == 0 ||
               (gil && strcmp(name, "vosSemWaitTimeout") == 0)) {
        acquire(f, c, s);
    } else if (is_in(gil_functions, name)) {
        const char *word = cursor_word(f->r, c);
        if (!is_own(f, cursor_source(f->r, c) + strlen(word))) {
            check_wants_gil(f, c, *word ? word : name, s);
        }
    }
    if (strcmp(name, "parse_py_args") == 0) {
        see_parse_call(f, c);
    }
}

static enum CXChildVisitResult visit_expression(CXCursor c, CXCursor parent,
                                                CXClientData data)
{
    (void)parent;
    walk_t *w = data;
    flow_t *f = w->flow;
    switch (clang_getCursorKind(c)) {
    case CXCursor_CallExpr:
        see_call(f, c, w->state);
        break;
    case CXCursor_CompoundStmt: /* of a statement expression */
        flow_walk(f, c, w->state);
        return CXChildVisit_Continue;
    case CXCursor_CStyleCastExpr:
        if (clang_getCursorType(c).kind == CXType_Void) {
            return CXChildVisit_Continue; /* (void)res uses nothing */
        }
        break;
    case CXCursor_VarDecl:
        see_made(f, cursor_last_child(c),
                 read_string(f->r, clang_getCursorSpelling(c)));
        break;
    case CXCursor_BinaryOperator:
        see_assignment(f, c);
        check_store(f, c);
        break;
    case CXCursor_UnaryOperator:
    case CXCursor_CompoundAssignOperator:
        f->moved |= cursor_moves_arguments(c); /* from here on nothing is known */
        break;
    case CXCursor_ArraySubscriptExpr:
        check_subscript(f, c, w->state);
        break;
    case CXCursor_DeclRefExpr:
        w->state->set |= cursor_is_named(c, "res");
        check_view_use(f, c, w->state);
        break;
    case CXCursor_UnaryExpr: /* sizeof evaluates nothing */
        return CXChildVisit_Continue;
    default:
        break;
    }
    if (w->state->released) {
        const char *macro = container_macro(f, c);
        if (macro) {
            check_wants_gil(f, c, macro, w->state);
        }
    }
    return CXChildVisit_Recurse;
}

void body_expression(flow_t *f, CXCursor c, flow_state_t *s)
{
    walk_t w = {f, s};
    if (!s->dead && visit_expression(c, c, &w) == CXChildVisit_Recurse) {
        clang_visitChildren(c, visit_expression, &w);
    }
}

/* ---- conditions ---- */

/* What `nargs OP n` says when it is true: at least so many. −1: nothing. */
static int bound_of(const char *op, long long n, bool truth)
{
    static const struct row {
        const char *op;
        bool truth;
        int more;
    } rows[] = {{">", true, 1},  {">=", true, 0},  {"==", true, 0},
                {"<", false, 0}, {"!=", false, 0}, {"<=", false, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].op, op) == 0 && rows[i].truth == truth) {
            return (int)n + rows[i].more;
        }
    }
    return -1;
}

static void refine_comparison(flow_t *f, CXCursor c, const char *op, bool truth,
                              flow_state_t *s)
{
    cursor_list_t sides = cursor_children(c);
    CXCursor left = sides.len == 2 ? cursor_bare(sides.items[0]) : c;
    long long n;
    int bound;
    if (sides.len != 2 || !cursor_int(sides.items[1], &n) ||
        (bound = bound_of(op, n, truth)) < 0) {
        return;
    }
    if (cursor_is_call(left, "parse_py_args")) {
        /* A declaration in Python fixes the number of arguments, which may be more than
         * are converted; only where nargs was asked for it may be less. */
        const char *fmt = classic_format(f->r, left);
        at_least(s, fmt && s->checked >= 0 ? classic_required(fmt) : -1);
    } else if (clang_getCursorKind(left) == CXCursor_DeclRefExpr &&
               cursor_is_named(left, "nargs")) {
        at_least(s, bound);
    }
}

void body_refine(flow_t *f, CXCursor condition, bool truth, flow_state_t *s)
{
    CXCursor c = cursor_bare(condition);
    if (clang_getCursorKind(c) != CXCursor_BinaryOperator) {
        return;
    }
    const char *op = cursor_operator(f->r, c);
    if (strcmp(op, truth ? "&&" : "||") == 0) {
        cursor_list_t sides = cursor_children(c);
        body_refine(f, sides.items[0], truth, s);
        body_refine(f, sides.items[1], truth, s);
        return;
    }
    refine_comparison(f, c, op, truth, s);
}

/* ---- macros of zerynth.h ---- */

void body_macro(flow_t *f, CXCursor statement, flow_state_t *s)
{
    const char *source = cursor_source(f->r, statement);
    const char *word = cursor_word(f->r, statement);
    if (strncmp(word, "PARSE_PY_", 9) == 0) {
        f->moved = true;
    } else if (strcmp(word, "CHECK_NARGS") == 0) {
        const char *least = strchr(source, ',');
        least = least ? strchr(least + 1, ',') : NULL;
        at_least(s, least ? atoi(least + 1) : -1);
    }
}

/* ---- returns ---- */

static void check_result(flow_t *f, CXCursor at, CXCursor value, const flow_state_t *s)
{
    long long code;
    if (!f->classic || s->set || clang_Cursor_isNull(value) ||
        !cursor_int(value, &code) || code != 0 || !first(f, "result", "")) {
        return;
    }
    REPORT(f, at, DIAG_native_result, "if None is meant, say so: *res = MAKE_NONE();",
           "'*res' is not set where ERR_OK is returned");
}

void body_return(flow_t *f, CXCursor at, CXCursor value, const flow_state_t *s)
{
    bool nogil = f->typed && f->typed->nogil;
    check_result(f, at, value, s);
    if ((nogil ? s->held : s->released) && first(f, "gil", "return")) {
        bool sure = nogil ? !s->released : !s->held;
        REPORT(f, at, DIAG_native_gil,
               nogil ? "a nogil function is called without the GIL and gives it back so"
                     : "ACQUIRE_GIL() before every return",
               "the function returns with the GIL %s%s", nogil ? "held" : "released",
               sure ? "" : " on some path");
    }
}

/* ---- the function ---- */

static void add_typed_views(flow_t *f)
{
    for (int i = 0; i < f->typed->len; i++) {
        const param_t *p = &f->typed->items[i];
        bool text = p->type == TYPE_STR || p->type == TYPE_CSTR;
        if (!p->out && (text || type_rows[p->type].flags & TYPE_HELD)) {
            add_view(f, p->name);
        }
    }
}

static enum CXChildVisitResult visit_body(CXCursor c, CXCursor parent,
                                          CXClientData data)
{
    (void)parent;
    if (clang_getCursorKind(c) != CXCursor_CompoundStmt) {
        return CXChildVisit_Continue;
    }
    walk_t *w = data;
    flow_walk(w->flow, c, w->state);
    if (!w->state->dead) {
        body_return(w->flow, c, clang_getNullCursor(), w->state);
    }
    return CXChildVisit_Break;
}

void lint_body(reader_t *r, CXCursor fn, const fn_t *typed, const classic_t *classic)
{
    flow_t f = {.r = r, .typed = typed, .classic = classic};
    flow_state_t s = {.checked = -1};
    s.released = typed && typed->nogil;
    s.held = !s.released;
    map_init(&f.views, r->g->arena);
    map_init(&f.made, r->g->arena);
    map_init(&f.told, r->g->arena);
    map_init(&f.labels, r->g->arena);
    if (typed) {
        add_typed_views(&f);
    }
    walk_t w = {&f, &s};
    clang_visitChildren(fn, visit_body, &w);
}
