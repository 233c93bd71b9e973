/* SPDX-License-Identifier: MIT */
/*
 * read_classic.c -- natives written by hand: the symbol, the arity that parse_py_args
 * tells, and lint 1 (native.md).
 *
 * Existing drivers break some of these rules harmlessly, so what is found is a warning;
 * with --strict an error.
 */
#include "annot.h"
#include "cursor.h"
#include "lint.h"
#include "read_classic.h"

#include <ctype.h>
#include <string.h>

/* What one vararg of parse_py_args must be. */
typedef enum vararg {
    V_END,
    V_INT32,  /* default of I */
    V_INT64,  /* default of L */
    V_DOUBLE, /* default of F */
    V_BYTES,  /* default of S, B */
    V_TO_INT32,
    V_TO_INT64,
    V_TO_DOUBLE,
    V_TO_BYTES,
    V_TO_ANY,
} vararg_t;

#define MAX_VARARGS 4

static const struct format_row {
    char ch;
    vararg_t varargs[MAX_VARARGS];
    int named; /* the vararg whose variable gives the parameter its name */
} formats[] = {
    {'l', {V_TO_INT64}, 0},
    {'L', {V_INT64, V_TO_INT64}, 1},
    {'i', {V_TO_INT32}, 0},
    {'I', {V_INT32, V_TO_INT32}, 1},
    {'s', {V_TO_BYTES, V_TO_INT32}, 0},
    {'S', {V_BYTES, V_TO_BYTES, V_TO_INT32}, 1},
    {'b', {V_TO_BYTES, V_TO_INT32}, 0},
    {'B', {V_BYTES, V_TO_BYTES, V_TO_INT32}, 1},
    {'f', {V_TO_DOUBLE}, 0},
    {'F', {V_DOUBLE, V_TO_DOUBLE}, 1},
    {'n', {V_TO_ANY}, 0},
    {'N', {V_TO_ANY, V_TO_ANY}, 1},
};

static const char *const vararg_names[] = {
    [V_INT32] = "an int32_t",      [V_INT64] = "an int64_t",
    [V_DOUBLE] = "a double",       [V_BYTES] = "a uint8_t *",
    [V_TO_INT32] = "an int32_t *", [V_TO_INT64] = "an int64_t *",
    [V_TO_DOUBLE] = "a double *",  [V_TO_BYTES] = "a uint8_t **",
    [V_TO_ANY] = "a pointer",
};

static const struct format_row *find_format(char ch)
{
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        if (formats[i].ch == ch) {
            return &formats[i];
        }
    }
    return NULL;
}

/* ---- expressions ---- */

/* The format of a call, NULL when it is no literal. */
const char *classic_format(reader_t *r, CXCursor call)
{
    if (clang_Cursor_getNumArguments(call) < 3) {
        return NULL;
    }
    CXCursor arg = cursor_bare(clang_Cursor_getArgument(call, 0));
    if (clang_getCursorKind(arg) != CXCursor_StringLiteral) {
        return NULL;
    }
    const char *s = read_string(r, clang_getCursorSpelling(arg));
    size_t n = strlen(s);
    return n >= 2 ? arena_strndup(r->g->arena, s + 1, n - 2) : NULL;
}

/* ---- types of the varargs ---- */

static bool is_integer(CXType t)
{
    return (t.kind >= CXType_Bool && t.kind <= CXType_Int128 &&
            t.kind != CXType_Char16 && t.kind != CXType_Char32) ||
           t.kind == CXType_Enum;
}

static bool fits(vararg_t want, CXType type)
{
    CXType t = clang_getCanonicalType(type);
    long long size = clang_Type_getSizeOf(t);
    if (want == V_DOUBLE) {
        return t.kind == CXType_Double || t.kind == CXType_Float;
    }
    if (want == V_INT32 || want == V_INT64) {
        return is_integer(t) && (want == V_INT32 ? size <= 4 : size == 8);
    }
    if (t.kind != CXType_Pointer && t.kind != CXType_ConstantArray) {
        /* A literal 0 or NULL is a fine default of bytes. */
        return want == V_BYTES && is_integer(t);
    }
    CXType to =
        clang_getCanonicalType(t.kind == CXType_Pointer ? clang_getPointeeType(t)
                                                        : clang_getArrayElementType(t));
    long long to_size = clang_Type_getSizeOf(to);
    if (to.kind == CXType_Void || want == V_TO_ANY) {
        return true;
    }
    switch (want) {
    case V_BYTES:
        return to_size == 1;
    case V_TO_INT32:
        return is_integer(to) && to_size == 4;
    case V_TO_INT64:
        return is_integer(to) && to_size == 8;
    case V_TO_DOUBLE:
        return to.kind == CXType_Double;
    default:
        return to.kind == CXType_Pointer &&
               (clang_Type_getSizeOf(
                    clang_getCanonicalType(clang_getPointeeType(to))) == 1 ||
                clang_getCanonicalType(clang_getPointeeType(to)).kind == CXType_Void);
    }
}

/* ---- one call ---- */

typedef struct visit {
    reader_t *r;
    classic_t *native;
    int highest; /* args[n] seen, or -1 */
    bool uses_args, parsed, moved;
} visit_t;

static void check_vararg(visit_t *v, CXCursor arg, vararg_t want, char ch, int number)
{
    CXType type = clang_getCursorType(arg);
    if (fits(want, type)) {
        return;
    }
    reader_t *r = v->r;
    diag_pos_t pos = read_extent_pos(r, arg);
    const char *got = read_string(r, clang_getTypeSpelling(type));
    lint_report(r, true, &pos, DIAG_parse_args, NULL, "%s",
                arena_printf(r->g->arena,
                             "argument %d of parse_py_args: '%c' wants %s, got '%s'",
                             number + 1, ch, vararg_names[want], got));
}

static void check_twice(visit_t *v, CXCursor call, int arg, const bool *is_output)
{
    reader_t *r = v->r;
    CXCursor c = clang_Cursor_getArgument(call, (unsigned)arg);
    const char *name = cursor_variable(r, c);
    if (!*name || clang_getCursorKind(cursor_bare(c)) != CXCursor_UnaryOperator) {
        return;
    }
    for (int i = 3; i < arg; i++) {
        CXCursor other = clang_Cursor_getArgument(call, (unsigned)i);
        if (is_output[i] && strcmp(cursor_variable(r, other), name) == 0) {
            diag_pos_t pos = read_extent_pos(r, c);
            lint_report(
                r, true, &pos, DIAG_parse_args, NULL, "%s",
                arena_printf(r->g->arena, "'%s' is used for two outputs", name));
            return;
        }
    }
}

static const char *python_name(reader_t *r, const classic_t *native,
                               const char *variable, int index)
{
    bool usable = annot_is_python_name(variable);
    for (int i = 0; i < index && usable; i++) {
        usable = strcmp(native->names[i], variable) != 0;
    }
    return usable ? variable : arena_printf(r->g->arena, "a%d", index);
}

static void name_parameters(visit_t *v, CXCursor call, const char *fmt)
{
    classic_t *native = v->native;
    int given = clang_Cursor_getNumArguments(call), at = 3, n = (int)strlen(fmt);
    native->names = ARENA_ARRAY(v->r->g->arena, const char *, n);
    native->nparams = n;
    native->nrequired = n;
    for (int i = 0; i < n; i++) {
        const struct format_row *row = find_format(fmt[i]);
        int arg = row ? at + row->named : given;
        const char *variable =
            arg < given
                ? cursor_variable(v->r, clang_Cursor_getArgument(call, (unsigned)arg))
                : "";
        native->names[i] = python_name(v->r, native, variable, i);
        if (isupper((unsigned char)fmt[i]) && i < native->nrequired) {
            native->nrequired = i;
        }
        for (int k = 0; row && k < MAX_VARARGS && row->varargs[k]; k++) {
            at++;
        }
    }
}

static int wanted_varargs(reader_t *r, CXCursor call, const char *fmt)
{
    int n = 0;
    for (int i = 0; fmt[i]; i++) {
        const struct format_row *row = find_format(fmt[i]);
        if (!row) {
            diag_pos_t pos = read_extent_pos(r, clang_Cursor_getArgument(call, 0));
            lint_report(
                r, true, &pos, DIAG_parse_args,
                "the characters are l L i I s S b B f F n N", "%s",
                arena_printf(r->g->arena, "parse_py_args has no format '%c'", fmt[i]));
            return -1;
        }
        for (int k = 0; k < MAX_VARARGS && row->varargs[k]; k++) {
            n++;
        }
    }
    return n;
}

static bool has_optional(const char *fmt)
{
    for (; *fmt; fmt++) {
        if (isupper((unsigned char)*fmt)) {
            return true;
        }
    }
    return false;
}

static void check_call(visit_t *v, CXCursor call, const char *fmt)
{
    reader_t *r = v->r;
    int given = clang_Cursor_getNumArguments(call);
    int wanted = wanted_varargs(r, call, fmt);
    if (wanted < 0) {
        return;
    }
    if (given - 3 != wanted) {
        diag_pos_t pos = read_extent_pos(r, call);
        lint_report(r, true, &pos, DIAG_parse_args,
                    has_optional(fmt) ? "a format in capitals takes its default first"
                                      : NULL,
                    "%s",
                    arena_printf(r->g->arena,
                                 "format \"%s\" wants %d arguments behind args, got %d",
                                 fmt, wanted, given - 3));
        return;
    }
    bool *is_output = ARENA_ARRAY(r->g->arena, bool, given);
    int at = 3;
    for (int i = 0; fmt[i]; i++) {
        const struct format_row *row = find_format(fmt[i]);
        for (int k = 0; k < MAX_VARARGS && row->varargs[k]; k++, at++) {
            CXCursor arg = clang_Cursor_getArgument(call, (unsigned)at);
            check_vararg(v, arg, row->varargs[k], fmt[i], at);
            is_output[at] = row->varargs[k] >= V_TO_INT32;
            if (is_output[at]) {
                check_twice(v, call, at, is_output);
            }
        }
    }
}

int classic_required(const char *fmt)
{
    int n = 0;
    while (fmt[n] && !isupper((unsigned char)fmt[n])) {
        n++;
    }
    return n;
}

void classic_views(reader_t *r, CXCursor call, const char *fmt,
                   void (*fn)(void *ctx, const char *variable), void *ctx)
{
    int given = clang_Cursor_getNumArguments(call), at = 3;
    for (; *fmt; fmt++) {
        const struct format_row *row = find_format(*fmt);
        for (int k = 0; row && k < MAX_VARARGS && row->varargs[k] && at < given;
             k++, at++) {
            if (row->varargs[k] == V_TO_BYTES) {
                fn(ctx,
                   cursor_variable(r, clang_Cursor_getArgument(call, (unsigned)at)));
            }
        }
    }
}

static void visit_parse_call(visit_t *v, CXCursor call)
{
    const char *fmt = classic_format(v->r, call);
    v->parsed = true;
    if (!fmt) {
        return;
    }
    check_call(v, call, fmt);
    if ((int)strlen(fmt) >= v->native->nparams) {
        name_parameters(v, call, fmt);
        v->native->known = v->native->counted = true;
    }
}

/* ---- the count the result is compared with ---- */

static void visit_comparison(visit_t *v, CXCursor c)
{
    cursor_list_t o = cursor_children(c);
    CXCursor call = o.len == 2 ? cursor_bare(o.items[0]) : clang_getNullCursor();
    if (!cursor_is_call(call, "parse_py_args")) {
        return;
    }
    const char *fmt = classic_format(v->r, call);
    long long n;
    if (fmt && cursor_int(o.items[1], &n) && n != (long long)strlen(fmt)) {
        diag_pos_t pos = read_extent_pos(v->r, o.items[1]);
        lint_report(
            v->r, true, &pos, DIAG_parse_args, NULL, "%s",
            arena_printf(v->r->g->arena,
                         "format \"%s\" converts %d arguments, compared with %lld", fmt,
                         (int)strlen(fmt), n));
    }
}

static void visit_subscript(visit_t *v, CXCursor c)
{
    cursor_list_t o = cursor_children(c);
    long long n;
    if (o.len == 2 && cursor_is_named(cursor_bare(o.items[0]), "args") &&
        cursor_int(o.items[1], &n) && n > v->highest && n < 64) {
        v->highest = (int)n;
    }
}

static enum CXChildVisitResult visit_body(CXCursor c, CXCursor parent,
                                          CXClientData data)
{
    (void)parent;
    visit_t *v = data;
    switch (clang_getCursorKind(c)) {
    case CXCursor_CallExpr:
        if (cursor_is_call(c, "parse_py_args")) {
            visit_parse_call(v, c);
        }
        break;
    case CXCursor_BinaryOperator:
        visit_comparison(v, c);
        break;
    case CXCursor_ArraySubscriptExpr:
        visit_subscript(v, c);
        break;
    case CXCursor_UnaryOperator:
    case CXCursor_CompoundAssignOperator:
        v->moved = v->moved || cursor_moves_arguments(c);
        break;
    case CXCursor_CStyleCastExpr:
        /* `(void)args;`, what NATIVE_UNWARN() expands to, uses nothing. */
        if (clang_getCursorType(c).kind == CXType_Void) {
            return CXChildVisit_Continue;
        }
        break;
    case CXCursor_DeclRefExpr:
        v->uses_args = v->uses_args || cursor_is_named(c, "args");
        break;
    default:
        break;
    }
    return CXChildVisit_Recurse;
}

/* Arity from the highest args[n]; without any use of args there are no parameters. */
static void infer_from_use(visit_t *v)
{
    classic_t *native = v->native;
    int n = v->highest + 1;
    if (v->moved) { /* PARSE_PY_INT and its like: args[0] is not the first any more */
        native->known = false;
    }
    if (v->moved || native->known || v->parsed || (n == 0 && v->uses_args)) {
        return;
    }
    native->names = ARENA_ARRAY(v->r->g->arena, const char *, n);
    for (int i = 0; i < n; i++) {
        native->names[i] = arena_printf(v->r->g->arena, "a%d", i);
    }
    native->nparams = native->nrequired = n;
    native->known = true;
}

static bool is_macro_made(diag_pos_t pos)
{
    const char *line = pos.text;
    for (int i = 1; i < pos.line && line; i++) {
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    return line && strlen(line) >= (size_t)pos.col &&
           strncmp(line + pos.col - 1, "C_NATIVE", 8) == 0;
}

void read_classic(reader_t *r, CXCursor fn)
{
    gen_t *g = r->g;
    if (clang_Cursor_getStorageClass(fn) == CX_SC_Static) {
        return;
    }
    classic_t *native = ARENA_NEW(g->arena, classic_t);
    native->name = read_string(r, clang_getCursorSpelling(fn));
    native->pos = read_cursor_pos(r, fn);
    native->exposed = is_macro_made(native->pos);
    native->doc = read_doc(r, read_extent_pos(r, fn));
    native->nparams = -1;
    visit_t v = {.r = r, .native = native, .highest = -1};
    clang_visitChildren(fn, visit_body, &v);
    infer_from_use(&v);
    if (native->exposed && !native->known && !g->bound) {
        diag_warning(
            &native->pos, DIAG_parse_args,
            "bind it in Python: @c_native(\"NAME\", []) on a def with its parameters",
            "the arguments of '%s' cannot be inferred", native->name);
    }
    ARENA_PUSH(g->arena, &g->classics, native);
    lint_body(r, fn, NULL, native);
}
