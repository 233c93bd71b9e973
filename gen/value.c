/* SPDX-License-Identifier: MIT */
/*
 * value.c -- what the expressions of annotations are worth.
 *
 * Literals are read directly, which is nearly all of them. The others are written
 * behind an #include of their source, as initialisers of one variable each, and
 * libclang evaluates those: macros, enumerators and sizeof work. Line n of that text
 * holds expression n, so an error in it leads back to the annotation.
 */
#include "read.h"
#include "strbuf.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- literals ---- */

static bool all_int_suffix(const char *s)
{
    return s[strspn(s, "uUlL")] == 0;
}

static bool int_literal(const char *s, value_t *v)
{
    bool negative = *s == '-';
    const char *digits = s + negative;
    if (!isdigit((unsigned char)*digits)) {
        return false;
    }
    char *end;
    errno = 0;
    unsigned long long u = strtoull(digits, &end, 0);
    if (errno || !all_int_suffix(end) || (negative && u > INT64_MAX)) {
        return false;
    }
    *v = u > INT64_MAX
             ? (value_t){.kind = VALUE_UINT, .u = u}
             : (value_t){.kind = VALUE_INT, .i = negative ? -(int64_t)u : (int64_t)u};
    return true;
}

static bool real_literal(const char *s, value_t *v)
{
    const char *digits = s + (*s == '-');
    if (!isdigit((unsigned char)*digits) && *digits != '.') {
        return false;
    }
    char *end;
    double d = strtod(s, &end);
    end += *end == 'f' || *end == 'F';
    if (end == s || *end) {
        return false;
    }
    *v = (value_t){.kind = VALUE_REAL, .d = d};
    return true;
}

static int octal_or_hex(const char **s)
{
    int value = 0;
    if (**s == 'x') {
        for (++*s; isxdigit((unsigned char)**s); ++*s) {
            int c = tolower((unsigned char)**s);
            value = value * 16 + (isdigit(c) ? c - '0' : c - 'a' + 10);
        }
        return value & 0xFF;
    }
    for (int n = 0; n < 3 && **s >= '0' && **s <= '7'; n++) {
        value = value * 8 + *(*s)++ - '0';
    }
    return value & 0xFF;
}

static char escaped(const char **s)
{
    static const char names[] = "abfnrtv\\\"'?", codes[] = "\a\b\f\n\r\t\v\\\"'?";
    const char *at = strchr(names, **s);
    if (at && **s) {
        ++*s;
        return codes[at - names];
    }
    return (char)octal_or_hex(s);
}

/* One literal, or several side by side. */
static bool string_literal(arena_t *a, const char *s, value_t *v)
{
    char *out = arena_alloc(a, strlen(s) + 1);
    size_t n = 0;
    if (*s != '"') {
        return false;
    }
    while (*s == '"') {
        for (s++; *s != '"';) {
            if (!*s) {
                return false;
            }
            if (*s == '\\') {
                s++;
                out[n++] = escaped(&s);
            } else {
                out[n++] = *s++;
            }
        }
        s++;
        s += strspn(s, " \t");
    }
    *v = (value_t){.kind = VALUE_STR, .s = out, .len = n};
    return *s == 0;
}

static bool word_literal(const char *s, value_t *v)
{
    bool t = strcmp(s, "true") == 0, f = strcmp(s, "false") == 0;
    if (t || f) {
        *v = (value_t){.kind = VALUE_BOOL, .i = t};
        return true;
    }
    if (strcmp(s, "NULL") == 0) {
        *v = (value_t){.kind = VALUE_NULL};
        return true;
    }
    return false;
}

static bool enumerator(const gen_t *g, const char *s, value_t *v)
{
    for (int i = 0; i < g->enums.len; i++) {
        const cenum_t *en = g->enums.items[i];
        for (int k = 0; k < en->len; k++) {
            if (strcmp(en->items[k].cname, s) == 0) {
                *v = (value_t){.kind = VALUE_INT, .i = en->items[k].value};
                return true;
            }
        }
    }
    return false;
}

static bool literal(const gen_t *g, expr_t *e)
{
    return enumerator(g, e->text, &e->value) || int_literal(e->text, &e->value) ||
           real_literal(e->text, &e->value) ||
           string_literal(g->arena, e->text, &e->value) ||
           word_literal(e->text, &e->value);
}

/* ---- the rest, by libclang ---- */

typedef struct batch {
    reader_t *r;
    LIST(expr_t *) exprs;
    bool ok;
} batch_t;

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool is_cpp(const char *source)
{
    const char *dot = strrchr(source, '.');
    return dot && strcmp(dot, ".c") != 0;
}

static const char *batch_text(batch_t *b, const char *source)
{
    arena_t *a = b->r->g->arena;
    strbuf_t s;
    strbuf_init(&s);
    strbuf_addf(&s, "#include \"%s\"\n", base_name(source));
    const char *type = is_cpp(source) ? "auto" : "__auto_type";
    for (int i = 0; i < b->exprs.len; i++) {
        strbuf_addf(&s, "static const %s zn_value_%d = %s;\n", type, i,
                    b->exprs.items[i]->text);
    }
    const char *text = arena_strndup(a, s.data, s.len);
    strbuf_free(&s);
    return text;
}

/* Python's constants are not C's. */
static const char *python_hint(const char *text)
{
    return strcmp(text, "None") == 0    ? "in C it is NULL, of a ZN_NULLABLE parameter"
           : strcmp(text, "True") == 0  ? "in C it is true"
           : strcmp(text, "False") == 0 ? "in C it is false"
                                        : NULL;
}

static void report(batch_t *b, expr_t *e, const char *text)
{
    if (!e->failed) {
        diag_error(&e->pos, DIAG_native_default, python_hint(e->text), "%s: %s",
                   e->what, text);
    }
    e->failed = true;
    b->ok = false;
}

static void report_errors(batch_t *b, const char *eval_path, CXTranslationUnit tu)
{
    for (unsigned i = 0; i < clang_getNumDiagnostics(tu); i++) {
        CXDiagnostic d = clang_getDiagnostic(tu, i);
        CXFile file;
        unsigned line, col, offset;
        clang_getExpansionLocation(clang_getDiagnosticLocation(d), &file, &line, &col,
                                   &offset);
        bool error = clang_getDiagnosticSeverity(d) >= CXDiagnostic_Error;
        const char *path = file ? read_string(b->r, clang_getFileName(file)) : "";
        const char *text = read_string(b->r, clang_getDiagnosticSpelling(d));
        if (error && strcmp(path, eval_path) == 0 && line >= 2 &&
            (int)line - 2 < b->exprs.len) {
            report(b, b->exprs.items[line - 2], text);
        }
        clang_disposeDiagnostic(d);
    }
}

static bool take_result(reader_t *r, expr_t *e, CXEvalResult result)
{
    value_t *v = &e->value;
    switch (result ? clang_EvalResult_getKind(result) : CXEval_UnExposed) {
    case CXEval_Int:
        *v = (value_t){.kind = VALUE_INT, .i = clang_EvalResult_getAsLongLong(result)};
        if (clang_EvalResult_isUnsignedInt(result) && v->i < 0) {
            *v = (value_t){.kind = VALUE_UINT,
                           .u = clang_EvalResult_getAsUnsigned(result)};
        }
        return true;
    case CXEval_Float:
        *v = (value_t){.kind = VALUE_REAL, .d = clang_EvalResult_getAsDouble(result)};
        return true;
    case CXEval_StrLiteral:
        v->s = arena_strdup(r->g->arena, clang_EvalResult_getAsStr(result));
        v->len = strlen(v->s);
        v->kind = VALUE_STR;
        return true;
    default:
        return false;
    }
}

bool value_of_variable(reader_t *r, expr_t *e, CXCursor variable)
{
    CXEvalResult result = clang_Cursor_Evaluate(variable);
    bool ok = take_result(r, e, result);
    clang_EvalResult_dispose(result);
    return ok;
}

static enum CXChildVisitResult visit_value(CXCursor c, CXCursor parent,
                                           CXClientData data)
{
    (void)parent;
    batch_t *b = data;
    static const char prefix[] = "zn_value_";
    if (clang_getCursorKind(c) != CXCursor_VarDecl) {
        return CXChildVisit_Continue;
    }
    CXString name = clang_getCursorSpelling(c);
    const char *s = clang_getCString(name);
    if (strncmp(s, prefix, sizeof prefix - 1) == 0) {
        expr_t *e = b->exprs.items[atoi(s + sizeof prefix - 1)];
        CXEvalResult result = clang_Cursor_Evaluate(c);
        if (!e->failed && !take_result(b->r, e, result)) {
            report(b, e, "its value is not known before the program runs");
        }
        clang_EvalResult_dispose(result);
    }
    clang_disposeString(name);
    return CXChildVisit_Continue;
}

static bool evaluate_batch(batch_t *b, const char *source)
{
    gen_t *g = b->r->g;
    const char *base = base_name(source);
    const char *path =
        arena_printf(g->arena, "%.*s.zvm-gen-%s", (int)(base - source), source, base);
    const char *text = batch_text(b, source);
    struct CXUnsavedFile file = {path, text, strlen(text)};
    CXTranslationUnit tu;
    b->ok = true;
    if (clang_parseTranslationUnit2(b->r->index, path, g->clang_args, g->nclang_args,
                                    &file, 1, CXTranslationUnit_SkipFunctionBodies,
                                    &tu) != CXError_Success) {
        report(b, b->exprs.items[0], "libclang cannot evaluate it");
        return false;
    }
    report_errors(b, path, tu);
    clang_visitChildren(clang_getTranslationUnitCursor(tu), visit_value, b);
    clang_disposeTranslationUnit(tu);
    return b->ok;
}

static void add_if_given(gen_t *g, expr_t *e)
{
    if (e->text) {
        ARENA_PUSH(g->arena, &g->exprs, e);
    }
}

static void collect(gen_t *g)
{
    for (int i = 0; i < g->fns.len; i++) {
        fn_t *fn = g->fns.items[i];
        for (int k = 0; k < fn->len; k++) {
            add_if_given(g, &fn->items[k].def);
            add_if_given(g, &fn->items[k].low);
            add_if_given(g, &fn->items[k].high);
        }
    }
}

bool value_evaluate(reader_t *r)
{
    gen_t *g = r->g;
    bool ok = true;
    collect(g);
    for (int s = 0; s < g->nsources; s++) {
        batch_t b = {.r = r};
        for (int i = 0; i < g->exprs.len; i++) {
            expr_t *e = g->exprs.items[i];
            if (e->source == g->sources[s] && !literal(g, e)) {
                e->value.kind = VALUE_NONE;
                ARENA_PUSH(g->arena, &b.exprs, e);
            }
        }
        ok = (b.exprs.len == 0 || evaluate_batch(&b, g->sources[s])) && ok;
    }
    return ok;
}
