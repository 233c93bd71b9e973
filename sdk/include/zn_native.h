/* SPDX-License-Identifier: MIT */
/*
 * zn_native.h -- saying which C functions Python may call: annotations and the types of arguments.
 *
 *   C_NATIVE_MODULE(bme280, version = 1.2.0);
 *
 *   /// Checksum of a message.
 *   C_NATIVE_FN(py = crc8)
 *   uint8_t bme_crc8(zn_bytes data, uint8_t seed ZN_DEFAULT(0xFF));
 *
 * `zvm-gen` reads them (with ZN_GEN defined) and writes the glue, the Python side, stubs and a reference page. For the
 * board's compiler every annotation is empty, or a harmless declaration where a `;` follows: the object code is the
 * same with and without. An annotation holds `key` or `key = value` items separated by commas; unknown keys are errors.
 * C99, C11 and C++.
 */
#ifndef ZVM_ZN_NATIVE_H
#define ZVM_ZN_NATIVE_H

#include "pobject.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define ZN_EXTERN_C extern "C"
#else
#define ZN_EXTERN_C
#endif

#ifdef ZN_GEN
#define ZN_ANNOTATE(kind, text) __attribute__((annotate("zn:" kind ":" text)))
#define ZN_NOTE_NAME_(n) zn_note_##n
#define ZN_NOTE_NAME(n) ZN_NOTE_NAME_(n)
#define ZN_NOTE(kind, text) extern const char ZN_NOTE_NAME(__COUNTER__) ZN_ANNOTATE(kind, text)
#define ZN_FIRST(first, ...) first
#define ZN_CONST(text, ...)                                                                                           \
    static const ZN_AUTO ZN_NOTE_NAME(__COUNTER__) ZN_ANNOTATE("const", text) = ZN_FIRST(__VA_ARGS__, 0)
#ifdef __cplusplus
#define ZN_AUTO auto
#else
#define ZN_AUTO __auto_type
#endif
#else
#define ZN_ANNOTATE(kind, text)
#define ZN_NOTE(kind, text) struct zn_note
#define ZN_CONST(text, ...) struct zn_note
#endif

/* ---- at file scope, each with a `;` behind it ---- */

/*
 * The module's name and, as `version = 1.2.0`, its version. Once, in the module's first source. Without it the module is
 * called like the source file.
 */
#define C_NATIVE_MODULE(...) ZN_NOTE("module", #__VA_ARGS__)
/* A macro, enumerator or constant that Python sees; `py = NAME` renames. It must have the value of an int, float or str. */
#define C_NATIVE_CONST(...) ZN_CONST(#__VA_ARGS__, __VA_ARGS__)

/* ---- in front of a function ---- */

/*
 * Python may call the function. Keys: `py = NAME` (default: the C name without the module's prefix); `nogil`: other
 * Python threads run meanwhile; `errors = negative`: a negative int result raises OSError.
 */
#define C_NATIVE_FN(...) ZN_EXTERN_C ZN_ANNOTATE("fn", #__VA_ARGS__)
/*
 * A method: the first item is the class's C type, the first parameter a pointer to it. `py = __init__` makes it the
 * constructor: its `self` is marked ZN_OUT and points to zeroed memory.
 */
#define C_NATIVE_METHOD(...) ZN_EXTERN_C ZN_ANNOTATE("method", #__VA_ARGS__)

/* ---- in front of a typedef of a struct, or behind the words struct and enum ---- */

/*
 * Instances of the Python class carry the struct; its PObject * and zn_callable members are seen by the collector.
 * Keys: `py = NAME`; `dealloc = FUNCTION`: void f(T *), called once when the object has died. It must accept a struct
 * that is still all zero (the constructor failed) and must not make or touch Python objects.
 */
#define C_NATIVE_CLASS(...) ZN_ANNOTATE("class", #__VA_ARGS__)
/* typedef enum C_NATIVE_ENUM(prefix = OSRS_, py = Oversampling) { … }: a Python class of ints, the prefix removed. */
#define C_NATIVE_ENUM(...) ZN_ANNOTATE("enum", #__VA_ARGS__)

/* ---- behind a parameter's name ---- */

/* The argument may be left out; a constant expression (a string literal for str and bytes). */
#define ZN_DEFAULT(...) ZN_ANNOTATE("default", #__VA_ARGS__)
/* An int or float must lie in [low, high], both included; constant expressions. Else ValueError. */
#define ZN_RANGE(low, high) ZN_ANNOTATE("range", #low "," #high)
/* Given by keyword only; so are all behind it. */
#define ZN_KWONLY ZN_ANNOTATE("kwonly", "")
/* None is accepted: NULL, a view with data NULL, a zn_callable with object NULL. */
#define ZN_NULLABLE ZN_ANNOTATE("nullable", "")
/* A pointer that the function writes: no argument in Python but part of the result, several make a tuple. */
#define ZN_OUT ZN_ANNOTATE("out", "")
/* The parameter is the number of elements at pointer parameter `p`. */
#define ZN_LEN(p) ZN_ANNOTATE("len", #p)
/* Of a zn_callable: `call` (default) or `forever`: it stays alive until the next call of this function replaces it. */
#define ZN_SCOPE(scope) ZN_ANNOTATE("scope", #scope)

/* ---- variables ---- */

/* static PObject *cache C_NATIVE_ROOT; -- what it holds stays alive. Without it the collector does not look there. */
#ifdef ZN_GEN
#define C_NATIVE_ROOT ZN_ANNOTATE("root", "")
#else
#define C_NATIVE_ROOT __attribute__((section("zvm_roots"), used))
#endif

/* ---- types of parameters and results. Views point into the Python object and are valid during the call. ---- */

/* str: UTF-8, `len` in bytes, no NUL behind it. As a result: copied, data NULL is None. */
typedef struct zn_str {
    const char *data;
    size_t len;
} zn_str;

/* bytes, bytearray or shorts, read only. `len` in elements, `item` bytes each (1, or 2: cast data to uint16_t *). */
typedef struct zn_bytes {
    const uint8_t *data;
    size_t len;
    uint8_t item; /* not read in a result, which is always bytes */
} zn_bytes;

/* bytearray or shortarray, writable. It cannot be resized during the call: BufferError for whoever tries. */
typedef struct zn_buffer {
    uint8_t *data;
    size_t len;
    uint8_t item;
} zn_buffer;

/* Anything that can be called: vm_call(cb.object, …) with the GIL, vm_post(cb.object, …) from anywhere. */
typedef struct zn_callable {
    PObject *object;
} zn_callable;

#endif
