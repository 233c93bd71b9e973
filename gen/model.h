/* SPDX-License-Identifier: MIT */
/*
 * model.h -- what a module consists of, as the reader found it in the C sources and the
 * writers print it.
 *
 * Everything lives in the arena of the gen_t. Lists grow with ARENA_PUSH. Nothing here
 * knows libclang.
 */
#ifndef GEN_MODEL_H
#define GEN_MODEL_H

#include "arena.h"
#include "diag.h"
#include <stdbool.h>
#include <stdint.h>

enum {
    TYPE_INT = 1,      /* has a range of whole numbers */
    TYPE_REAL = 2,     /* has a range of floats */
    TYPE_NULLABLE = 4, /* ZN_NULLABLE makes sense */
    TYPE_HELD = 8,     /* a view: zn_release after the call */
};

typedef enum type_id {
#define TYPE(id, kind, python, temp, getter, maker, flags) TYPE_##id,
#include "types.def"
#undef TYPE
    TYPE_COUNT
} type_id_t;

typedef struct type_row {
    const char *kind, *python, *temp, *getter, *maker;
    int flags;
} type_row_t;
extern const type_row_t type_rows[TYPE_COUNT];

typedef enum value_kind {
    VALUE_NONE, /* absent */
    VALUE_INT,
    VALUE_UINT, /* an int above INT64_MAX */
    VALUE_REAL,
    VALUE_STR,
    VALUE_NULL, /* None */
    VALUE_BOOL,
    VALUE_BYTES,
} value_kind_t;

typedef struct value {
    value_kind_t kind;
    int64_t i;
    uint64_t u;
    double d;
    const char *s;
    size_t len;
} value_t;

/* An expression of an annotation, evaluated by value.c. */
typedef struct expr {
    const char *text; /* NULL: not given */
    diag_pos_t pos;
    const char *what;   /* "default of 'seed'" */
    const char *source; /* the source in whose end it is evaluated */
    bool failed;        /* reported; its value means nothing */
    value_t value;
} expr_t;

typedef struct cenum {
    const char *cname, *py, *prefix, *doc;
    diag_pos_t pos;
    struct enum_member {
        const char *cname, *name; /* in C, in Python */
        int64_t value;
    } * items;
    int len, cap;
} cenum_t;

typedef struct param {
    const char *name;
    const char *ctype; /* as the glue declares it */
    diag_pos_t pos;
    type_id_t type;
    const struct cclass *cls;
    const cenum_t *en;
    bool out, kwonly, nullable, forever;
    const char *len_name; /* ZN_LEN(len_name) */
    int length;           /* a pointer: index of the parameter with its length, or -1 */
    int length_of;        /* a length: index of its pointer, or -1 */
    expr_t def, low, high;
    const char *doc;
    int index; /* among the Python parameters, or -1 */
    int kept;  /* ZN_SCOPE(forever) of a method: which of the words behind the struct
                  keeps it */
} param_t;

typedef struct fn {
    const char *cname, *py, *doc;
    const char *returns_doc;
    diag_pos_t pos;
    const char *class_name; /* C type of a method's class, or NULL */
    struct cclass *cls;
    type_id_t ret;
    const char *ret_ctype;
    const cenum_t *ret_enum;
    bool nogil, negative;
    struct raise {
        const char *exc, *text;
    } * raises;
    int nraises, raises_cap;
    param_t *items;
    int len, cap;
    const char *qualname; /* "crc8", "Sensor.read" */
    const char *glue;     /* "zn_bme280_bme_crc8" */
    int npy;              /* Python parameters */
} fn_t;

typedef struct cclass {
    const char *cname, *py, *doc,
        *tag; /* tag: "struct bme", or NULL for an anonymous struct */
    const char *dealloc;
    diag_pos_t pos;
    uint32_t size;
    struct offsets {
        uint32_t *items;
        int len, cap;
    } pointers;
    bool complete; /* size and pointers are known */
    bool named;    /* cname is the typedef's, not the tag */
    int nkept; /* zn_callable parameters of its methods that are kept in the instance */
} cclass_t;

typedef struct cconst {
    const char *cname, *py, *doc;
    diag_pos_t pos;
    expr_t expr;
} cconst_t;

/* A native written by hand: C_NATIVE(name), or a plain function of that signature. */
typedef struct classic {
    const char *name, *doc;
    diag_pos_t pos;
    bool exposed; /* written with C_NATIVE: the Python side binds it */
    bool known;   /* its arity could be inferred */
    bool counted; /* by a format: it takes no more; else it may ignore the rest */
    int nparams, nrequired;
    const char **names;
} classic_t;

#define LIST(type)                                                                     \
    struct {                                                                           \
        type *items;                                                                   \
        int len, cap;                                                                  \
    }

typedef struct gen {
    arena_t *arena;
    const char *module, *version, *doc;
    diag_pos_t module_pos;
    const char *out_dir, *sdk, *target;
    const char *const *sources;
    int nsources;
    const char *const *clang_args;
    int nclang_args;
    bool inline_glue, strict;
    bool bound; /* Python declares the classic natives */
    const char *const *allowed; /* slugs of lints that are not reported */
    int nallowed;
    int pointer_size, size_size, long_size;
    LIST(fn_t *) fns;
    LIST(cclass_t *) classes;
    LIST(cenum_t *) enums;
    LIST(cconst_t *) consts;
    LIST(classic_t *) classics;
    LIST(expr_t *) exprs;
} gen_t;

/* A parameter that Python passes: not an output, not a length that comes with its view,
 * not `self`. */
bool param_is_python(const fn_t *fn, int index);
/* A part of the result: an output that is not `self`. */
bool param_is_result(const fn_t *fn, int index);
/* `bytes` filled by the function: the pointer of ZN_OUT with ZN_LEN. */
bool param_is_filled(const param_t *p);
/* The method's object comes first and is not an argument. */
static inline bool fn_has_self(const fn_t *fn)
{
    return fn->cls != NULL;
}
/* The name in the Python side and the stub: "int", "Sensor", "Oversampling | None" … */
const char *param_python_type(gen_t *g, const param_t *p);
const char *fn_python_result(gen_t *g, const fn_t *fn);
/* A Python literal. */
const char *value_python(gen_t *g, const value_t *v);
/* "def" parameters in Python's order, annotated or not: "self, bus, *, osrs=1". */
const char *fn_python_params(gen_t *g, const fn_t *fn, bool annotated);
/* Lowest and highest value of an integer type. */
void type_int_range(type_id_t type, int64_t *low, uint64_t *high);
/* How many values the function gives back to Python. */
int fn_results(const fn_t *fn);
/* The return value itself is one of them. */
bool fn_returns_value(const fn_t *fn);

#endif
