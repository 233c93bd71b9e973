/* SPDX-License-Identifier: MIT */
/*
 * cursor.h -- small questions to libclang's cursors, for the files that read bodies.
 */
#ifndef GEN_CURSOR_H
#define GEN_CURSOR_H

#include "read.h"

/* The first children of a cursor; `len` counts those beyond the last item, too. */
typedef struct cursor_list {
    CXCursor items[4];
    int len;
} cursor_list_t;

cursor_list_t cursor_children(CXCursor c);
/* The null cursor when there is none. */
CXCursor cursor_child(CXCursor c);
/* What a cast casts, what a declaration begins with: of at most four children. */
CXCursor cursor_last_child(CXCursor c);
/* Without parentheses and implicit casts. */
CXCursor cursor_bare(CXCursor c);
bool cursor_is_named(CXCursor c, const char *name);
/* A call of the function `name`. */
bool cursor_is_call(CXCursor c, const char *name);
/* The value of a constant integer expression. */
bool cursor_int(CXCursor c, long long *out);
/* The variable behind `x`, `&x`, `(T)x`; "" for another expression. */
const char *cursor_variable(reader_t *r, CXCursor c);
/* args++, nargs--, args += 1: a native that takes its arguments off one by one. */
bool cursor_moves_arguments(CXCursor c);
/*
 * The operator of a binary expression as it is written, "" when it comes out of a
 * macro: libclang tells it only from version 17 on.
 */
const char *cursor_operator(reader_t *r, CXCursor c);
/* The word in the source where the cursor's text begins: the macro it came from, if it
 * did. */
const char *cursor_word(reader_t *r, CXCursor c);
/* The source from there on. */
const char *cursor_source(reader_t *r, CXCursor c);

#endif
