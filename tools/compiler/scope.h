/* SPDX-License-Identifier: MIT */
/*
 * scope.h -- who binds which name: a tree of scopes over each module, and where each
 * variable lives.
 *
 * scope_build() walks a module once and notes bindings and uses. scope_resolve() then
 * decides, by Python's rules, what each name means in each scope. A comprehension whose
 * variables nobody captures is inlined: it shares the code of the scope around it and
 * its variables become locals there.
 */
#ifndef COMPILER_SCOPE_H
#define COMPILER_SCOPE_H

#include "ast.h"
#include "program.h"

typedef enum scope_kind {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION, /* def and lambda */
    SCOPE_COMP,     /* list, set and dict comprehensions, generator expressions */
} scope_kind_t;

enum {
    VAR_BOUND = 1, /* assigned, imported, defined … in this scope */
    VAR_PARAM = 2,
    VAR_GLOBAL = 4,   /* declared global */
    VAR_NONLOCAL = 8, /* declared nonlocal */
    VAR_USED = 16,    /* loaded in this scope */
    VAR_WANTED = 32,  /* a scope inside refers to it through a closure */
    VAR_SHARED = 64,  /* of a module: code other than the module's body refers to it */
    VAR_ANNOTATED = 128,
};

typedef enum var_place {
    PLACE_UNKNOWN,
    PLACE_LOCAL,  /* slot `local` of the code */
    PLACE_CELL,   /* cell `cell` of the code, its own or a free one */
    PLACE_GLOBAL, /* variable of the module, a builtin or nothing: `global_var` when the
                     module binds it */
    PLACE_CLASS,  /* attribute of the class whose body this is: slot `local` */
} var_place_t;

typedef struct var {
    const char *name;
    const char *plain; /* as written, when `name` is mangled by a class; else NULL */
    unsigned flags;
    int nbindings;
    /* The binding when there is only one: exactly one of these, or none when it is an
     * ordinary assignment. */
    const stmt_t *def; /* STMT_FUNCTION, STMT_CLASS, or STMT_EXPR of new_exception() */
    const stmt_t *import;     /* STMT_IMPORT, STMT_IMPORT_FROM */
    const ast_alias_t *alias; /* the name in it */
    ast_pos_t pos;            /* of the first mention */
    var_place_t place;
    int local, cell;
    struct var *global_var; /* PLACE_GLOBAL: of the module's scope */
    int global;             /* of a module's variable: its slot, or -1 */
    bool builtin_first; /* of a module's variable: holds the builtin of that name until
                           it is assigned */
    struct symbol *symbol; /* resolve.c */
} var_t;

typedef struct scope {
    scope_kind_t kind;
    const void *node; /* stmt_t or expr_t; NULL for a module */
    struct scope *parent;
    module_t *module;
    const char *name;
    const char *qualname;
    LIST(var_t *) vars;
    int *buckets; /* of vars, by name, once they are many */
    int nbuckets;
    LIST(struct scope *) children;
    /* Attributes and strings that could be names, besides the used variables. */
    LIST(const char *) refs;
    /* Of a class: attributes assigned through self, in order. */
    LIST(const char *) self_slots;
    bool inlined; /* SCOPE_COMP */
    bool dropped; /* a function that nothing can refer to: shake.c */
    bool is_generator;
    int nlocals, ncells, nfree;
} scope_t;

/* An import statement, wherever it stands. */
typedef struct import_site {
    const stmt_t *stmt;
    bool guarded; /* inside `try` with a handler that catches ImportError */
} import_site_t;
typedef LIST(import_site_t) import_list_t;

/* False has been reported. Appends the module's imports. */
bool scope_build(program_t *p, module_t *m, import_list_t *imports);
/* Whether every `nonlocal` has a variable to mean; to be asked of the module's own
 * scope. */
bool scope_check(const module_t *m, const scope_t *s);
void scope_resolve(program_t *p, module_t *m);

/* shake.c: drops functions and methods that nothing in the program can refer to.
 * Between the two above. */
void scope_shake(program_t *p);

/* The scope of a function, class, lambda or comprehension. */
scope_t *scope_of(const program_t *p, const void *node);
var_t *scope_find(const scope_t *s, const char *name);
/* Found or new. */
var_t *scope_var(program_t *p, scope_t *s, const char *name);
/* A private name of a class, mangled; others as they are. */
const char *scope_mangle(program_t *p, const scope_t *s, const char *name);

#endif
