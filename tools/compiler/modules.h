/* SPDX-License-Identifier: MIT */
/*
 * modules.h -- finding and reading every module the program can reach, and what its
 * module-level names stand for.
 */
#ifndef COMPILER_MODULES_H
#define COMPILER_MODULES_H

#include "scope.h"

/* What a name is known to denote without running anything. */
typedef enum symbol_kind {
    SYM_NONE,      /* nothing is known: an ordinary variable */
    SYM_MODULE,    /* a module */
    SYM_EXCEPTION, /* an exception name */
    SYM_VAR,       /* a variable of a module that is assigned once */
} symbol_kind_t;

typedef struct symbol {
    symbol_kind_t kind;
    module_t *module;
    int exception;
    var_t *var;      /* SYM_VAR */
    module_t *owner; /* SYM_VAR: whose variable it is */
    bool resolving;
} symbol_t;

/* Reads the main module and all that it imports, directly or not. False has been
 * reported. */
bool modules_load(program_t *p, const char *name, const char *path, const char *text,
                  size_t len);

/* The module that an import names, or NULL (of a guarded import only). `m` is the
 * importing one; level: leading dots. */
module_t *modules_get(program_t *p, const module_t *m, const char *name, int level);
/* The folder of the module's file, "" for the current one. */
const char *module_dir(program_t *p, const module_t *m);
/* A submodule, or NULL. */
module_t *modules_sub(program_t *p, const module_t *package, const char *name);

/*
 * free.c -- names that nothing in the program binds and that are not predefined.
 * free_names: whether there are any, `__builtins__` included. free_bind: whether m, the
 * module __builtins__, has one of them; then what the program assigns to
 * `__builtins__.X` becomes its variables.
 */
bool free_names(program_t *p);
/* In a program that names new_resource, `open` of its modules becomes the library's
 * streams.__open, which knows `resource://`. Whether there was any. */
bool free_opens(program_t *p);
bool free_bind(program_t *p, module_t *m);

/*
 * statics.c: carries out the statements that are meant for the compiler: __define,
 * __cdefine and __cfile, and `if __defined(…)`, of which one part is left. False has
 * been reported.
 */
bool statics_run(program_t *p, const module_t *m);
/* What a __defined() that stands in an expression answers: 1 or 0. False has been
 * reported. */
bool statics_defined(program_t *p, const module_t *m, const expr_t *call, int *truth);
/* Whether no module assigns to a name of __define(). False has been reported. */
bool statics_check(program_t *p);

/* declare.c: notes what the module wants of C. False has been reported. */
bool declare_natives(program_t *p, const module_t *m);

/* A module's variable by name, or NULL. */
var_t *modules_var(const module_t *m, const char *name);

/* Whether `from m import *` brings it. */
bool modules_exports(const module_t *m, const var_t *v);

/* What the variable of module `m` (its scope or one inside) stands for; never NULL. */
const symbol_t *symbol_of(program_t *p, const scope_t *s, var_t *v);
/* What an expression stands for in a scope, modules' attributes included; never NULL.
 */
const symbol_t *symbol_of_expr(program_t *p, const scope_t *s, const expr_t *e);

/* The variable that a name means in a scope, through inlined comprehensions; *owner the
 * scope it was found in. */
var_t *modules_lookup(const scope_t *s, const char *name, const scope_t **owner);

/*
 * The number of the exception that a class statement or new_exception() makes, or
 * IMAGE_NONE when it makes none. *is_name: it needs no class, the name is all.
 */
int modules_exception(program_t *p, const scope_t *s, const stmt_t *def, bool *is_name);

/* The same of an expression that denotes one. */
int modules_exception_of(program_t *p, const scope_t *s, const expr_t *e,
                         bool *is_name);

#endif
