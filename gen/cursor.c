/* SPDX-License-Identifier: MIT */
/*
 * cursor.c -- small questions to libclang's cursors.
 */
#include "cursor.h"

#include <ctype.h>
#include <string.h>

#define OPERATORS "<>=!&|+-*/%^"

static enum CXChildVisitResult visit_child(CXCursor c, CXCursor parent,
                                           CXClientData data)
{
    (void)parent;
    cursor_list_t *list = data;
    if (list->len < (int)(sizeof list->items / sizeof list->items[0])) {
        list->items[list->len] = c;
    }
    list->len++;
    return CXChildVisit_Continue;
}

cursor_list_t cursor_children(CXCursor c)
{
    cursor_list_t list = {.len = 0};
    clang_visitChildren(c, visit_child, &list);
    return list;
}

CXCursor cursor_child(CXCursor c)
{
    cursor_list_t list = cursor_children(c);
    return list.len ? list.items[0] : clang_getNullCursor();
}

CXCursor cursor_last_child(CXCursor c)
{
    cursor_list_t list = cursor_children(c);
    return list.len > 0 && list.len <= 4 ? list.items[list.len - 1]
                                         : clang_getNullCursor();
}

CXCursor cursor_bare(CXCursor c)
{
    for (;;) {
        enum CXCursorKind k = clang_getCursorKind(c);
        CXCursor child = k == CXCursor_UnexposedExpr || k == CXCursor_ParenExpr
                             ? cursor_child(c)
                             : clang_getNullCursor();
        if (clang_Cursor_isNull(child)) {
            return c;
        }
        c = child;
    }
}

bool cursor_is_named(CXCursor c, const char *name)
{
    CXString s = clang_getCursorSpelling(c);
    bool same = strcmp(clang_getCString(s), name) == 0;
    clang_disposeString(s);
    return same;
}

bool cursor_is_call(CXCursor c, const char *name)
{
    return clang_getCursorKind(c) == CXCursor_CallExpr && cursor_is_named(c, name);
}

bool cursor_int(CXCursor c, long long *out)
{
    CXEvalResult v = clang_Cursor_Evaluate(c);
    bool ok = v && clang_EvalResult_getKind(v) == CXEval_Int;
    *out = ok ? clang_EvalResult_getAsLongLong(v) : 0;
    clang_EvalResult_dispose(v);
    return ok;
}

const char *cursor_variable(reader_t *r, CXCursor c)
{
    c = cursor_bare(c);
    while (clang_getCursorKind(c) == CXCursor_UnaryOperator ||
           clang_getCursorKind(c) == CXCursor_CStyleCastExpr) {
        CXCursor child = cursor_child(c);
        if (clang_Cursor_isNull(child) ||
            clang_getCursorKind(child) == CXCursor_TypeRef) {
            return "";
        }
        c = cursor_bare(child);
    }
    return clang_getCursorKind(c) == CXCursor_DeclRefExpr
               ? read_string(r, clang_getCursorSpelling(c))
               : "";
}

bool cursor_moves_arguments(CXCursor c)
{
    CXCursor target = cursor_bare(cursor_child(c));
    return (cursor_is_named(target, "args") || cursor_is_named(target, "nargs")) &&
           clang_equalTypes(clang_getCursorType(c), clang_getCursorType(target));
}

/* ---- the source ---- */

const char *cursor_source(reader_t *r, CXCursor c)
{
    CXFile file;
    unsigned offset;
    clang_getExpansionLocation(clang_getRangeStart(clang_getCursorExtent(c)), &file,
                               NULL, NULL, &offset);
    size_t size = 0;
    const char *text = file ? clang_getFileContents(r->tu, file, &size) : NULL;
    return text && offset < size ? text + offset : "";
}

const char *cursor_word(reader_t *r, CXCursor c)
{
    const char *s = cursor_source(r, c), *end = s;
    while (isalnum((unsigned char)*end) || *end == '_') {
        end++;
    }
    return arena_strndup(r->g->arena, s, (size_t)(end - s));
}

const char *cursor_operator(reader_t *r, CXCursor c)
{
    cursor_list_t operands = cursor_children(c);
    if (operands.len != 2) {
        return "";
    }
    const char *low = cursor_source(r, operands.items[0]);
    const char *high = cursor_source(r, operands.items[1]);
    if (!*low || high <= low) {
        return "";
    }
    while (high > low && isspace((unsigned char)high[-1])) {
        high--;
    }
    const char *end = high;
    while (high > low && strchr(OPERATORS, high[-1])) {
        high--;
    }
    return arena_strndup(r->g->arena, high, (size_t)(end - high));
}
