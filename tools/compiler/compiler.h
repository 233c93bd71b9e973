/* SPDX-License-Identifier: MIT */
/*
 * compiler.h -- Python source to the image of a whole program, and images back to text.
 * The part's one public header.
 */
#ifndef COMPILER_COMPILER_H
#define COMPILER_COMPILER_H

#include "arena.h"
#include "diag.h"
#include "strbuf.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct compile_options {
    /*
     * Folders that modules are looked for in, behind the program's own, in this order.
     * In each: M.py, M/__init__.py, a standard library's M/M.py, and what `zvm-native
     * build` left in build/BOARD/M/M.py.
     */
    const char *const *search;
    int nsearch;
    const char *sdk;   /* its root: sdk/python there is searched last; NULL: without */
    const char *board; /* NULL: "host" */
    const char *const *defines; /* -D: "NAME" or "NAME=VALUE" */
    int ndefines;
    int word_bytes;     /* 4 or 8; 0: this computer's */
    uint64_t link_base; /* address the image will be used at */
    bool strip;         /* without line tables */
} compile_options_t;

/*
 * A native module that the program needs: the VM must load NAME.so of that folder, or
 * has the module built in when it is the standard library's.
 */
typedef struct compile_need {
    const char *name;
    const char *folder; /* "…/build/host/NAME"; NULL: of the standard library */
} compile_need_t;

typedef struct compile_result {
    strbuf_t image; /* initialised by the compiler; the caller frees it */
    const compile_need_t *needs;
    int nneeds;
    const char *const *files; /* every source that was read, for incremental builds */
    int nfiles;
} compile_result_t;

/* Compiles the program whose main module is the file at `path`. False: has been
 * reported, and `r` is untouched. */
bool compile_program(arena_t *a, const compile_options_t *o, const char *path,
                     compile_result_t *r);

/* The same for a text that is no file; `name` stands for it in messages, as in
 * "<string>". */
bool compile_text(arena_t *a, const compile_options_t *o, const char *name,
                  const char *text, size_t len, compile_result_t *r);

/* A native that Python code declares, with the decorator's lists as they are written.
 */
typedef struct compile_native {
    const char *module; /* "pkg.mod"; "__main__" */
    const char *dir;    /* folder of the module's file, "" for the current one */
    bool library;  /* the module lies in the SDK's sdk/python: linked into the VM */
    bool is_class; /* @c_native_class */
    const char *symbol;
    const char *name; /* in Python */
    diag_pos_t pos;   /* of the decorator */
    const char *const *sources;
    const char *const *defines;
    const char *const *includes;
    int nsources, ndefines, nincludes;
    int nparams, nrequired; /* that C gets one by one; those without default */
    bool varargs;           /* and a tuple of the rest */
} compile_native_t;

/* __cfile("x.c"): a source that no native names. */
typedef struct compile_cfile {
    const char *dir, *file;
    bool library;
    diag_pos_t pos;
} compile_cfile_t;

typedef struct compile_natives {
    const compile_native_t *natives;
    int nnatives;
    const compile_cfile_t *cfiles;
    int ncfiles;
    /* Of the whole program, "NAME=VALUE" or "NAME": -D, TARGET, __cdefine, the modules'
     * yml files, cconf.json. */
    const char *const *defines;
    int ndefines;
    const char *const *files; /* every file that was read, for incremental builds */
    int nfiles;
} compile_natives_t;

/* What the program whose main module is the file at `path` wants of C: reads and parses
 * all of it, compiles nothing. False: has been reported. */
bool compile_natives(arena_t *a, const compile_options_t *o, const char *path,
                     compile_natives_t *out);

/*
 * The image as text: every code object with its instructions, then natives, classes and
 * modules. False: it is no image (reported). With `stats`, only how often each opcode
 * occurs.
 */
bool disasm_image(const void *image, size_t len, bool stats, strbuf_t *out);

/* A place in the source. The texts are the image's. */
typedef struct locate_place {
    const char *file, *function;
    int line;
} locate_place_t;

/* Where byte `pc` of the bytecode of that code is. False: the image has no line tables,
 * or no such code. */
bool locate_code(const void *image, size_t len, unsigned code, unsigned pc,
                 locate_place_t *out);

#endif
