/* SPDX-License-Identifier: MIT */
/*
 * type.h -- what each built-in type can do: one const row of functions a type, one
 * sorted table of methods.
 *
 * The rows are in the types' own files (list.c has list_ops); type.c collects them in
 * type_ops[], indexed by type id. A NULL function means that the type cannot do it; the
 * callers in obj.c raise the TypeError. PINSTANCE has a row too, whose functions look
 * for the special methods of the user's class (instance.c).
 */
#ifndef CORE_TYPE_H
#define CORE_TYPE_H

#include "value.h"

struct text;

/* Binary operators in the order of the opcodes ADD … MATMUL. */
typedef enum {
    BIN_ADD,
    BIN_SUB,
    BIN_MUL,
    BIN_DIV,
    BIN_FDIV,
    BIN_MOD,
    BIN_POW,
    BIN_LSHIFT,
    BIN_RSHIFT,
    BIN_AND,
    BIN_OR,
    BIN_XOR,
    BIN_MATMUL,
    BIN_COUNT
} binary_t;

/* Comparisons in the order of the opcodes LT … GE. */
typedef enum { CMP_LT, CMP_LE, CMP_EQ, CMP_NE, CMP_GT, CMP_GE } compare_t;

typedef enum { UN_NEG, UN_POS, UN_INVERT } unary_t;

/* Same convention as a user's native; `self` is the object. nargs is between min and
 * max. */
typedef err_t (*native_fn)(int nargs, PObject *self, PObject **args, PObject **res);

/*
 * A method of a built-in type. Without `params` it is called positionally with nargs
 * arguments. With params (see builtins.def) args has every parameter, NULL for one
 * omitted.
 */
typedef struct type_method {
    uint16_t name; /* NAME_x; a table is ascending by it */
    uint8_t min, max;
    native_fn fn;
    const char *params; /* or NULL */
} type_method_t;

/*
 * A function that only a program that names it can reach: the linker of a firmware puts
 * vm_not_linked in its place when the program does not (tools/link/unused.c). Its
 * symbol ends in the name, behind a prefix that unused.c knows.
 */
#define OPTIONAL __attribute__((weak))
/* Rows of a table of methods whose functions are static: a list of
 * M(type, name, min, max, function, params). */
#define OPTIONAL_METHOD(type, name, min, max, fn, params)                              \
    extern __typeof__(fn) method_##type##__##name __attribute__((weak, alias(#fn)));
#define METHOD_ROW(type, name, min, max, fn, params)                                   \
    {NAME_##name, min, max, method_##type##__##name, params},

enum { METHOD_STATIC = 1 };

typedef struct type_ops {
    /* Appends what repr() shows. */
    err_t (*repr)(PObject *self, struct text *out);
    /* Appends what str() shows; NULL: as repr. */
    err_t (*str)(PObject *self, struct text *out);
    err_t (*hash)(PObject *self, uint32_t *hash);
    /* a is of this type. *res is True, False or NotImplemented. Only CMP_EQ (never
     * CMP_NE) and the orders are asked. */
    err_t (*compare)(compare_t op, PObject *a, PObject *b, PObject **res);
    /* One of a, b is of this type. *res NotImplemented when it is not for us. */
    err_t (*binary)(binary_t op, PObject *a, PObject *b, PObject **res);
    /* a op= b in place; NULL: as binary. */
    err_t (*inplace)(binary_t op, PObject *a, PObject *b, PObject **res);
    err_t (*unary)(unary_t op, PObject *a, PObject **res);
    err_t (*is_true)(PObject *self, bool *res);
    err_t (*len)(PObject *self, uint32_t *len);
    err_t (*iter)(PObject *self, PObject **res);
    /* *res NULL: exhausted, which is no error. */
    err_t (*next)(PObject *self, PObject **res);
    err_t (*getitem)(PObject *self, PObject *key, PObject **res);
    err_t (*setitem)(PObject *self, PObject *key, PObject *value); /* value NULL: del */
    err_t (*contains)(PObject *self, PObject *item, bool *res);
    /* Attributes that are no methods (e.g. slice.start); *res NULL when there is none
     * of that name. */
    err_t (*getattr)(PObject *self, uint16_t name, PObject **res);
    const type_method_t *methods;
    uint16_t nmethods;
} type_ops_t;

extern const type_ops_t *const type_ops[]; /* [TYPE_COUNT], every entry set */

static inline const type_ops_t *type_of(PObject *o)
{
    return type_ops[PTYPE(o)];
}

/* The method, or NULL. Context: any. */
const type_method_t *type_find_method(uint8_t type, uint16_t name);
/* The name of the first type that has the method: for error texts. Context: any. */
const char *type_of_method(const type_method_t *method);

/* Python's name of the object's type or class, for error texts: valid until the next
 * collection. */
const char *type_name_of(PObject *o);

#endif
