/* SPDX-License-Identifier: MIT */
/*
 * lint.c -- how findings are reported, and variables that the collector does not see.
 */
#include "lint.h"
#include "cursor.h"

#include <string.h>

/* ---- reports ---- */

static bool is_allowed(const gen_t *g, diag_slug_t slug)
{
    for (int i = 0; i < g->nallowed; i++) {
        if (strcmp(g->allowed[i], diag_slug_name(slug)) == 0) {
            return true;
        }
    }
    return false;
}

static const diag_slug_t lints[] = {
    DIAG_parse_args,   DIAG_native_root,   DIAG_native_gil, DIAG_native_view,
    DIAG_native_bound, DIAG_native_result, DIAG_native_args};
enum { LINTS = sizeof lints / sizeof *lints };

bool lint_check_allowed(const gen_t *g)
{
    const char *names[LINTS];
    for (int i = 0; i < LINTS; i++) {
        names[i] = diag_slug_name(lints[i]);
    }
    for (int i = 0; i < g->nallowed; i++) {
        int k = 0;
        while (k < LINTS && strcmp(names[k], g->allowed[i]) != 0) {
            k++;
        }
        if (k == LINTS) {
            const char *near = diag_nearest(g->allowed[i], names, LINTS);
            diag_error(NULL, DIAG_usage,
                       near ? arena_printf(g->arena, "did you mean '%s'?", near)
                            : "docs/guide/native.md lists those that can be allowed",
                       "no lint is called '%s'", g->allowed[i]);
        }
    }
    return diag_errors() == 0;
}

void lint_report(reader_t *r, bool classic, const diag_pos_t *pos, diag_slug_t slug,
                 const char *hint, const char *fmt, ...)
{
    if (is_allowed(r->g, slug)) {
        return;
    }
    va_list ap;
    va_start(ap, fmt);
    const char *text = arena_vprintf(r->g->arena, fmt, ap);
    va_end(ap);
    bool mild = classic && !r->g->strict;
    (mild ? diag_warning : diag_error)(pos, slug, hint, "%s", text);
}

/* ---- variables ---- */

/* The structs that the VM's objects begin with (pobject.h, vminterface.h). */
static const char *const objects[] = {
    "struct _pobject",
    "struct _pinteger",
    "struct _pfloat",
    "struct _psequence",
    "struct _pimmutable_sequence",
    "struct _pmutable_sequence",
    "struct _pbuffer",
    "struct _phash",
    "struct _psysobject",
};

static bool is_object_pointer(reader_t *r, CXType t)
{
    t = clang_getCanonicalType(t);
    if (t.kind != CXType_Pointer || clang_isConstQualifiedType(t)) {
        return false;
    }
    CXType to = clang_getCanonicalType(clang_getPointeeType(t));
    const char *name = read_string(r, clang_getTypeSpelling(to));
    name = strncmp(name, "const ", 6) == 0 ? name + 6 : name;
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
        if (strcmp(name, objects[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool holds_objects(reader_t *r, CXType t);

typedef struct fields {
    reader_t *r;
    bool found;
} fields_t;

static enum CXVisitorResult visit_field(CXCursor c, CXClientData data)
{
    fields_t *f = data;
    f->found = holds_objects(f->r, clang_getCursorType(c));
    return f->found ? CXVisit_Break : CXVisit_Continue;
}

/* An object pointer, or an array or struct with one in it; what pointers lead to does
 * not count. */
static bool holds_objects(reader_t *r, CXType t)
{
    t = clang_getCanonicalType(t);
    while (t.kind == CXType_ConstantArray || t.kind == CXType_IncompleteArray) {
        t = clang_getCanonicalType(clang_getArrayElementType(t));
    }
    if (is_object_pointer(r, t)) {
        return true;
    }
    if (t.kind != CXType_Record) {
        return false;
    }
    /* rooted by its parameter (ZN_SCOPE) */
    const char *name = read_string(r, clang_getTypeSpelling(t));
    if (strcmp(name, "struct zn_callable") == 0) {
        return false;
    }
    fields_t f = {.r = r};
    clang_Type_visitFields(t, visit_field, &f);
    return f.found;
}

static enum CXChildVisitResult visit_note(CXCursor c, CXCursor parent,
                                          CXClientData data)
{
    (void)parent;
    if (clang_getCursorKind(c) == CXCursor_AnnotateAttr &&
        cursor_is_named(c, "zn:root:")) {
        *(bool *)data = true;
        return CXChildVisit_Break;
    }
    return CXChildVisit_Continue;
}

static bool is_rooted(CXCursor var)
{
    bool rooted = false;
    clang_visitChildren(var, visit_note, &rooted);
    return rooted;
}

static bool is_of_sdk(const reader_t *r, const char *file)
{
    size_t n = strlen(r->g->sdk);
    return file && strncmp(file, r->g->sdk, n) == 0 && file[n] == '/';
}

void lint_variable(reader_t *r, CXCursor var)
{
    CXType type = clang_getCursorType(var);
    diag_pos_t pos = read_cursor_pos(r, var);
    const char *key =
        arena_printf(r->g->arena, "%s:%d:%d", pos.file, pos.line, pos.col);
    bool created;
    if (clang_Cursor_getStorageClass(var) == CX_SC_Extern || is_of_sdk(r, pos.file) ||
        !holds_objects(r, type) || is_rooted(var)) {
        return;
    }
    *map_slot(&r->seen, key, strlen(key), &created) = r;
    if (created) {
        variable_t v = {read_string(r, clang_getCursorSpelling(var)), pos};
        ARENA_PUSH(r->g->arena, &r->unseen, v);
    }
}

void lint_report_variables(reader_t *r)
{
    for (int i = 0; i < r->unseen.len; i++) {
        const variable_t *v = &r->unseen.items[i];
        lint_report(r, r->g->fns.len == 0, &v->pos, DIAG_native_root,
                    arena_printf(r->g->arena, "write %s C_NATIVE_ROOT", v->name),
                    "the collector does not see what '%s' holds", v->name);
    }
    r->unseen.len = 0;
}
