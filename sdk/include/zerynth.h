/* SPDX-License-Identifier: MIT */
/*
 * zerynth.h -- the one header that a native module includes.
 *
 * Typed natives are annotated (zn_native.h) and call nothing of the VM. Classic ones are written by hand:
 *
 *   C_NATIVE(add)
 *   {
 *       C_NATIVE_UNWARN();
 *       int32_t a, b;
 *       if (parse_py_args("iI", nargs, args, &a, 1, &b) != 2)
 *           return ERR_TYPE_EXC;
 *       *res = PSMALLINT_NEW(a + b);
 *       return ERR_OK;
 *   }
 *
 * Objects come from pnumbers.h, pstring.h, psequence.h, phash.h; threads, semaphores and time from vosal.h.
 */
#ifndef ZVM_ZERYNTH_H
#define ZVM_ZERYNTH_H

#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "perrors.h"
#include "phash.h"
#include "pnames.h"
#include "pnumbers.h"
#include "pobject.h"
#include "psequence.h"
#include "pstring.h"
#include "vbl.h"
#include "vhal.h"
#include "vminterface.h"
#include "vosal.h"
#include "zn_native.h"

/* ---- natives written by hand ---- */

/* The whole prototype of a native: `name` is what the decorator in Python names. *res is None before the call. */
#define C_NATIVE(name) ZN_EXTERN_C err_t name(int nargs, PObject *self, PObject **args, PObject **res)

/* Quiets warnings about parameters not used. */
#define C_NATIVE_UNWARN()                                                                                             \
    (void)nargs;                                                                                                      \
    (void)self;                                                                                                       \
    (void)args;                                                                                                       \
    (void)res
#define NATIVE_UNWARN() C_NATIVE_UNWARN()

/* The type of a native; *res from within one. */
typedef err_t (*native_fn)(int nargs, PObject *self, PObject **args, PObject **res);
#define MAKE_RESULT(object) (*res = (PObject *)(object))

/* Natives that C calls by name: NATIVE_FN(n) is the prototype, NATIVE_FN_CALL calls it. */
#define NATIVE_NAME(name) ntv__##name
#define NATIVE_FN(name) C_NATIVE(NATIVE_NAME(name))
#define NATIVE_FN_CALL(name, nargs, self, args, res) NATIVE_NAME(name)((nargs), (self), (args), (res))

/* ---- small things that driver code expects ---- */

/* The smaller, the larger of two; both are evaluated twice. */
#ifndef MIN
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#endif
#ifndef MAX
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#endif
/* Ends of int32_t; does a wider number fit into 32 bits? */
#define MAX_INT INT32_MAX
#define MIN_INT INT32_MIN
#define STORED
#define ALIASED(name) __attribute__((weak, alias(#name)))
#define LONG_SIZE 4
#define IS_I32B(x) ((x) >= INT32_MIN && (x) <= INT32_MAX)
#define IS_U32B(x) ((x) >= 0 && (x) <= UINT32_MAX)

/* Floats as the VM computes them. */
#define FLOAT_ZERO 0.0
#define FLOAT_HALF 0.5
#define FLOAT_ONE 1.0
#define FLOAT_FLOOR(x) floor(x)
#define FLOAT_POW(x, y) pow(x, y)
#define FLOAT_TRUNC(x) trunc(x)
#define FLOAT_ROUND(x) round(x)
#define FLOAT_SQRT(x) sqrt(x)
#define FLOAT_MAX __DBL_MAX__
#define ATOF(s) strtod(s, NULL)

/* snprintf, whatever the board. */
#define platform_snprintf snprintf

/* ---- printing while developing: nothing unless asked for ---- */

#ifdef ZERYNTH_DEBUG
#define debug(...) vbl_printf_stdout(__VA_ARGS__)
#else
#define debug(...) ((void)0)
#endif

/*
 * Sources compiled for a decorator in Python (ZN_CLASSIC) get the VM's heap under the names of C's, and a printf that
 * prints only with ZERYNTH_PRINTF, and info, warning and error, which print only with VM_DEBUG. Annotated sources keep the real names.
 */
#ifdef ZN_CLASSIC
#undef malloc
#undef free
#undef calloc
#undef realloc
#undef printf
#define malloc(size) gc_malloc(size)
#define free(block) gc_free(block)
#define calloc(count, size) zcalloc(count, size)
#define realloc(block, size) zrealloc(block, size)
#ifdef ZERYNTH_PRINTF
#define printf(...) vbl_printf_stdout(__VA_ARGS__)
#else
#define printf(...) ((void)0)
#endif
#ifdef VM_DEBUG
#define info(...) vbl_printf_stdout(__VA_ARGS__)
#define warning(...) vbl_printf_stdout(__VA_ARGS__)
#define error(...) vbl_printf_stdout(__VA_ARGS__)
#else
#define info(...) ((void)0)
#define warning(...) ((void)0)
#define error(...) ((void)0)
#endif
#endif

#endif
