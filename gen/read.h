/* SPDX-License-Identifier: MIT */
/*
 * read.h -- from annotated C to the model, through libclang.
 */
#ifndef GEN_READ_H
#define GEN_READ_H

#include "map.h"
#include "model.h"

#include <clang-c/Index.h>

/* A class and its record type in the source that is being read. */
typedef struct class_type {
    cclass_t *cls;
    CXType type;
} class_type_t;

/* A variable that the collector does not see. */
typedef struct variable {
    const char *name;
    diag_pos_t pos;
} variable_t;

typedef struct reader {
    gen_t *g;
    CXIndex index;
    CXTranslationUnit tu;
    const char *source; /* being read */
    map_t files;        /* path → text, as libclang has it */
    map_t seen; /* "file:line:col" of declarations that were read from another source
                   already */
    LIST(class_type_t) classes; /* to be measured at the end of the source */
    LIST(variable_t) unseen;    /* to be reported there: lint.h */
    map_t functions;            /* name → what is wrong with it as a dealloc, or "" */
    map_t records;              /* spelling of a record or enum → cclass_t, cenum_t */
} reader_t;

/*
 * Reads every source of `g`. False when something was reported: errors of C are
 * repeated in our form, and nothing of the model may be used.
 */
bool read_sources(gen_t *g);

/* ---- for the reader's own files ---- */

/* The expansion location: the place a person sees. */
diag_pos_t read_pos(reader_t *r, CXSourceLocation loc);
diag_pos_t read_cursor_pos(reader_t *r, CXCursor c); /* the name */
diag_pos_t read_extent_pos(reader_t *r, CXCursor c); /* the first token */
const char *read_string(reader_t *r, CXString s);    /* a copy; disposes of `s` */
/* The /// or block comment that ends on the line before `pos`, without its marks; NULL
 * without one. */
const char *read_doc(reader_t *r, diag_pos_t pos);
/* Repeats libclang's errors as ours. True when there are none. */
bool read_diagnostics(reader_t *r, CXTranslationUnit tu);

/* read_type.c: fills in type, ctype, cls, en of a parameter. False: refused and
 * reported. */
bool read_param_type(reader_t *r, param_t *p, CXType type);
bool read_return_type(reader_t *r, fn_t *fn, CXType type);
/* Is it the signature of a native? */
bool read_is_native_type(CXCursor fn);
/* Size and pointer map of a class once its struct is complete. */
void read_layout(reader_t *r, cclass_t *cls, CXType type);

/* read_classic.c: arity and lint 1 of a native written by hand. */
void read_classic(reader_t *r, CXCursor fn);

/* value.c: evaluates all expressions of the model. False: reported. */
bool value_evaluate(reader_t *r);
/* The value that a variable of the source being read is initialised with. False: not
 * known. */
bool value_of_variable(reader_t *r, expr_t *e, CXCursor variable);

#endif
