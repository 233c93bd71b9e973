/* SPDX-License-Identifier: MIT */
/*
 * program.h -- the whole program while it is compiled: modules, numbers, constants and
 * what goes into the image.
 */
#ifndef COMPILER_PROGRAM_H
#define COMPILER_PROGRAM_H

#include "ast.h"
#include "code.h"
#include "compiler.h"
#include "consts.h"
#include "map.h"
#include "names.h"

struct scope;
typedef struct board board_t;

#define LIST(type)                                                                     \
    struct {                                                                           \
        type *items;                                                                   \
        int len, cap;                                                                  \
    }

/* A native that Python code declares: a row of the image. */
typedef struct native {
    const char *symbol;
    int need; /* row of program.needs, or IMAGE_NONE */
    int name; /* number */
    int nparams, nposonly, nkwonly, flags;
    int *param_names;
    int *defaults; /* rows of the constant table, IMAGE_NONE where required */
} native_t;

/* A class statement: a row of the image. */
typedef struct class_row {
    int name, flags, number, module;
    int qualname; /* row of the constant table */
    int need;
    const char *symbol; /* of a native class, or NULL */
    LIST(int) attrs;    /* names the body assigns, in the order of its locals */
    LIST(int) slots;    /* names its code assigns on self */
} class_row_t;

/* An exception that needs no class. */
typedef struct exc_row {
    int name, parent;
    int message; /* row of the constant table, or IMAGE_NONE */
    int module;  /* row of the module table */
} exc_row_t;

/* A variable that the module object shows as its attribute. */
typedef struct module_sym {
    int name, global;
} module_sym_t;

typedef struct module {
    const char *name;    /* "pkg.mod"; "__main__" */
    const char *file;    /* path as found */
    const char *package; /* what relative imports start from */
    bool is_package;
    bool library;    /* it lies in the SDK's sdk/python */
    bool names_self; /* it says __module__: its variables are attributes */
    int index;       /* row of the module table */
    int need;        /* row of program.needs whose natives it declares, or IMAGE_NONE */
    int file_row;    /* the path as a constant */
    ast_module_t *ast;
    struct scope *scope;
    code_t *body;
    LIST(module_sym_t) syms;
} module_t;

/* A file in the image. */
typedef struct resource {
    const char *name; /* without folders */
    const char *path;
    int data; /* constant */
} resource_t;

typedef struct program {
    arena_t *arena;
    const compile_options_t *options;
    intern_t *intern;
    bool main_is_file;
    const char *main_dir;
    const char *library;  /* the SDK's sdk/python, or NULL */
    module_t *builtins;   /* the library's __builtins__ once something needs it */
    module_t *opener;     /* streams, in a program with resources that calls open() */
    map_t module_by_name; /* module_t; a name that is no module has no entry */
    LIST(module_t *) modules;
    map_t exceptions; /* class statement or new_exception() → what is known of it */
    map_t config;     /* config.h */
    map_t defines;    /* __define(): name → int * */
    board_t *board;   /* board.h, once something asks for it */
    map_t scopes;     /* AST node → scope_t */
    map_t names;      /* text → number + 1 */
    LIST(const char *) user_names;
    consts_t consts;
    LIST(code_t *) codes;
    LIST(native_t *) natives;
    LIST(class_row_t *) classes;
    LIST(exc_row_t) excs;
    LIST(resource_t) resources;
    struct tree_file *lookup; /* lookup.json, once something asks for it */
    LIST(compile_need_t) needs;
    LIST(compile_native_t) decls;
    LIST(compile_cfile_t) cfiles;
    LIST(const char *) files;
    int nglobals;
    LIST(const char *) builtin_stores; /* X of each `__builtins__.X = …` */
    LIST(const char *) free_names;     /* of free.c */
    bool dynamic_names;   /* a name may be computed: nothing is dropped for not being
                             named */
    bool names_from_text; /* getattr() and its like are used: strings that could be
                             names get numbers */
    bool failed;          /* an error has been reported; go on only to leave tidily */
} program_t;

/* ---- program.c ---- */

void program_init(program_t *p, arena_t *a, const compile_options_t *o);

/* The board's name. */
const char *program_board(const program_t *p);

/* The number of a name; text is NUL-terminated. */
int program_name(program_t *p, const char *text);
/* The same for a name that need not exist: -1. */
int program_find_name(const program_t *p, const char *text);
/* The number of a built-in exception, or -1. */
int program_builtin_exception(const program_t *p, const char *name);

/* Whether every module has the name without binding it: a builtin, an exception, a
 * constant or one of Python's own (`__name__` …). */
bool program_predefined(program_t *p, const char *name);
/* Number of a builtin (builtins.def), or -1. */
int program_builtin(const char *name);
/* A name that stands for an integer: of builtins.def, of __define() or of the board. */
bool program_const(program_t *p, const char *name, int64_t *value);
/* True when CALL_BUILTIN may call it with that many positional arguments. */
bool program_builtin_takes(int builtin, int nargs);

code_t *program_new_code(program_t *p, int module, const char *name,
                         const char *qualname);
int program_need(program_t *p, const char *name, const char *folder);

/* image.c: false has been reported. */
bool image_write(program_t *p, strbuf_t *out);

#endif
