/* SPDX-License-Identifier: MIT */
/*
 * zn_glue.h -- what the glue written by zvm-gen and the VM agree on. For generated code; drivers need zn_native.h.
 *
 * Glue of function f of module M is `err_t zn_M_f(int nargs, PObject *self, PObject **args, PObject **res)`. The VM has
 * bound the call already: `args` holds every declared parameter (nargs of them, defaults filled in, keywords placed),
 * `self` the object of a method. The glue converts, calls, converts back. Conversions that fail read the function's
 * descriptor and raise (TypeError: wrong type, ValueError: wrong value)
 *
 *     crc8() argument 'seed': expected int 0..255, got 300
 *
 * Context of every function: Python thread with the GIL, except where noted.
 */
#ifndef ZVM_ZN_GLUE_H
#define ZVM_ZN_GLUE_H

#include "perrors.h"
#include "pobject.h"
#include "zn_native.h"

#ifdef __cplusplus
extern "C" {
#endif

#define ZN_ABI_MAJOR 1 /* of these structs, and of layout.def */
#define ZN_ABI_MINOR 0

/* What the generator assumed of the compiler, checked by it. */
#if defined(__cplusplus)
#define ZN_STATIC_ASSERT(name, condition) static_assert(condition, #name)
#elif __STDC_VERSION__ >= 201112L
#define ZN_STATIC_ASSERT(name, condition) _Static_assert(condition, #name)
#else
#define ZN_STATIC_ASSERT(name, condition) typedef char zn_assert_##name[(condition) ? 1 : -1]
#endif

/* ---- descriptors of parameters ---- */

/* What a parameter accepts. */
typedef enum zn_kind {
    ZN_I8, /* int, of the C type's range */
    ZN_U8,
    ZN_I16,
    ZN_U16,
    ZN_I32,
    ZN_U32,
    ZN_I64,
    ZN_U64,
    ZN_KIND_BOOL,
    ZN_KIND_FLOAT,    /* float or int */
    ZN_KIND_STR,      /* str */
    ZN_KIND_CSTR,     /* str without a NUL inside */
    ZN_KIND_CHAR,     /* str of one code point below 256 */
    ZN_KIND_BYTES,    /* bytes, bytearray, shorts, shortarray */
    ZN_KIND_BYTES8,   /* bytes, bytearray */
    ZN_KIND_SHORTS,   /* shorts, shortarray */
    ZN_KIND_BUFFER,   /* bytearray, shortarray */
    ZN_KIND_BUFFER8,  /* bytearray */
    ZN_KIND_BUFFER16, /* shortarray */
    ZN_KIND_INSTANCE, /* an instance of class `extra` or of one derived from it */
    ZN_KIND_CALLABLE,
    ZN_KIND_OBJECT,
} zn_kind_t;

#define ZN_PARAM_NULLABLE 1 /* None too */

typedef struct zn_param {
    const char *name;
    uint8_t kind; /* zn_kind_t */
    uint8_t flags;
    /* ints: const int64_t[2], ZN_U64: const uint64_t[2], floats: const double[2], lowest and highest, or NULL: the C
     * type's range. ZN_KIND_INSTANCE: zn_class_t *. */
    const void *extra;
} zn_param_t;

struct native_class;

typedef struct zn_fn {
    const char *name; /* as Python says it: "crc8", "Sensor.read" */
    const zn_param_t *params;
    const struct native_class *cls; /* of a method, or NULL */
} zn_fn_t;

/* ---- the module table ---- */

typedef err_t (*zn_native_fn)(int nargs, PObject *self, PObject **args, PObject **res);

typedef struct zn_native {
    const char *symbol; /* as in @c_native(symbol, …) */
    zn_native_fn fn;
} zn_native_t;

/*
 * A class whose instances carry a C struct of `size` bytes (8-aligned, zeroed before __init__). `pointers` are the
 * offsets of its `npointers` PObject * members, which the collector marks. `dealloc`, or NULL, is called once for each
 * instance that has died, at a safe point, and for all that live at exit.
 */
typedef struct native_class {
    const char *symbol; /* as in @c_native_class(symbol) */
    const char *name;   /* "Sensor" */
    void (*dealloc)(void *self);
    const uint16_t *pointers;
    uint16_t npointers;
    uint32_t size;
} zn_class_t;

/* `const zn_module_t zvm_mod_NAME`, in section .zvm.mod: the one symbol of a module that is visible outside. */
typedef struct zn_module {
    uint16_t abi_major, abi_minor; /* the loader wants an equal major and a minor not above its own */
    const char *name;
    const char *version; /* "0.0.0" when none was given */
    uint32_t crc;        /* CRC-32 over the signatures, for image_need.crc */
    uint16_t nnatives, nclasses;
    const zn_native_t *natives;       /* ascending by symbol (strcmp) */
    const zn_class_t *const *classes; /* ascending by symbol */
    PObject **roots, **roots_end;     /* the words of section zvm_roots; both NULL when there are none */
} zn_module_t;

/* As in the seeds; vminterface.h says it too. The glue uses formats l and f. */
int parse_py_args(const char *fmt, int nargs, PObject **args, ...);

/* ---- arguments: `arg` is args[index]; ERR_OK, or has raised ---- */

/* Raises what is wrong with `arg`: its type, else its value against the descriptor. Never ERR_OK. */
err_t zn_arg_error(const zn_fn_t *fn, int index, PObject *arg);
/* The same for the first of args[first … first+count-1] that does not fit: what follows a failed parse_py_args. */
err_t zn_args_error(const zn_fn_t *fn, int first, int count, PObject **args);

err_t zn_arg_int(const zn_fn_t *fn, int index, PObject *arg, int64_t *out);   /* ZN_I8 … ZN_I64 */
err_t zn_arg_uint(const zn_fn_t *fn, int index, PObject *arg, uint64_t *out); /* ZN_U64 */
err_t zn_arg_bool(const zn_fn_t *fn, int index, PObject *arg, bool *out);
err_t zn_arg_float(const zn_fn_t *fn, int index, PObject *arg, double *out);
err_t zn_arg_str(const zn_fn_t *fn, int index, PObject *arg, zn_str *out); /* STR, CSTR: then NUL-terminated */
err_t zn_arg_char(const zn_fn_t *fn, int index, PObject *arg, char *out);
/* Views. A mutable object is held against resizing until zn_release, which the glue calls once for each success. */
err_t zn_arg_bytes(const zn_fn_t *fn, int index, PObject *arg, zn_bytes *out);   /* BYTES, BYTES8, SHORTS */
err_t zn_arg_buffer(const zn_fn_t *fn, int index, PObject *arg, zn_buffer *out); /* BUFFER, BUFFER8, BUFFER16 */
void zn_release(PObject *arg);                                                   /* None and immutable: nothing */
err_t zn_arg_instance(const zn_fn_t *fn, int index, PObject *arg, void **out);
err_t zn_arg_callable(const zn_fn_t *fn, int index, PObject *arg, zn_callable *out);
/* The struct in a method's object; TypeError when `self` is NULL or no instance of fn->cls. */
err_t zn_self(const zn_fn_t *fn, PObject *self, void **out);

/* ---- results: a new object, or NULL when memory is out ---- */

PObject *zn_new_int(int64_t value);
PObject *zn_new_uint(uint64_t value);
PObject *zn_new_float(double value);
PObject *zn_new_char(char c);                       /* str: the code point (unsigned char)c */
PObject *zn_new_str(const char *data, size_t len);  /* a copy; data NULL: None */
PObject *zn_new_bytes(const void *data, size_t len); /* a copy; data NULL: None */
PObject *zn_new_zeros(size_t len);                  /* bytes, all zero, for a function to write through PSEQUENCE_BYTES */

/* *res = value. NULL: ERR_MEMORY_EXC. */
err_t zn_result(PObject *value, PObject **res);
/* The same without a call, for inline glue. */
static inline err_t zn_result_inline(PObject *value, PObject **res)
{
    *res = value;
    return value ? ERR_OK : ERR_MEMORY_EXC;
}
/* *res = a tuple of `n` values. Any of them NULL: ERR_MEMORY_EXC. */
err_t zn_result_tuple(int n, PObject **values, PObject **res);
/* What a function that returns PObject * gave. NULL: its pending exception (vm_raise), RuntimeError without one. */
err_t zn_result_object(const zn_fn_t *fn, PObject *value, PObject **res);
/* Raises OSError(-code) "f() failed with code" for a negative `code` of a vendor library. */
err_t zn_os_error(const zn_fn_t *fn, int64_t code);

/* ---- around a nogil call ---- */

void zn_gil_release(void);
void zn_gil_acquire(void); /* Context: a Python thread without the GIL */

#ifdef __cplusplus
}
#endif

#endif
