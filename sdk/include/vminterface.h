/* SPDX-License-Identifier: MIT */
/*
 * vminterface.h -- what a driver written in C may ask of the VM: arguments, memory, the GIL, calls of Python.
 *
 * Making objects is in pnumbers.h, pstring.h, psequence.h and phash.h, what they look like in pobject.h.
 */
#ifndef ZVM_VMINTERFACE_H
#define ZVM_VMINTERFACE_H

#include "perrors.h"
#include "pobject.h"
#include "vbl.h"
#include "vosal.h"
#include <stdarg.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- arguments ---- */

/*
 * Converts args[0 … nargs-1] as the letters of `fmt` say; returns how many letters were served. Fewer than strlen(fmt):
 * a conversion failed, or a required argument is missing: return ERR_TYPE_EXC. An upper-case letter is optional: its
 * default precedes the outputs and is taken when the argument is omitted or None. Outputs of letters behind a failed one
 * are not written. Surplus arguments are ignored.
 *
 *   l L  int    int64_t *              |  L: int64_t default, int64_t *
 *   i I  int    int32_t *              |  I: int32_t default, int32_t *      more than 32 bits: the low 32
 *   f F  float  double *               |  F: double default, double *        an int is taken, too
 *   s S  str, bytes, bytearray   uint8_t **, int32_t *length   |  S: uint8_t *default, then those; the default's length is
 *        strlen, 0 for NULL
 *   b B  the same with the capacity of the sequence in place of its length
 *   n N  (ip, port), ip "a.b.c.d" or four octets   NetAddress * (vbl.h)   |  N: NetAddress *default (NULL: 0.0.0.0:0), then that
 *
 * bool counts as int. Pointers are into the Python object: good while it is not resized. Context: thread with the GIL.
 */
int parse_py_args(const char *fmt, int nargs, PObject **args, ...);

/*
 * Takes one argument of type `ptype` (PSMALLINT: any int) off *args: ERR_OK and *var. When there is none, or None: `def`, or
 * ERR_TYPE_EXC when that is NULL. Context: thread with the GIL.
 */
err_t parse_py_arg(PObject **var, int ptype, int *nargs, PObject ***args, PObject *def);
/* The same on the native's own nargs and args; leaves it with TypeError. */
#define PARSE_PY_ARG(var, ptype, def)                                                                                 \
    do {                                                                                                              \
        if (parse_py_arg(&(var), (ptype), &nargs, &args, (PObject *)(def)) != ERR_OK) {                               \
            return ERR_TYPE_EXC;                                                                                      \
        }                                                                                                             \
    } while (0)

/* Leave the native with TypeError unless … */
#define CHECK_ARG(arg, type)                                                                                          \
    do {                                                                                                              \
        if (PTYPE(arg) != (type)) {                                                                                   \
            return ERR_TYPE_EXC;                                                                                      \
        }                                                                                                             \
    } while (0)
#define CHECK_ARG_INT(arg)                                                                                            \
    do {                                                                                                              \
        if (!IS_INTEGER(arg)) {                                                                                       \
            return ERR_TYPE_EXC;                                                                                      \
        }                                                                                                             \
    } while (0)
#define CHECK_NARGS(n, max, min)                                                                                      \
    do {                                                                                                              \
        if ((n) > (max) || (n) < (min)) {                                                                             \
            return ERR_TYPE_EXC;                                                                                      \
        }                                                                                                             \
    } while (0)

/* Takes a leading small integer off nargs/args; the variable is -1 when there is none. */
#define PARSE_PY_INT(variable)                                                                                        \
    do {                                                                                                              \
        (variable) = -1;                                                                                              \
        if (nargs > 0 && IS_PSMALLINT(args[0])) {                                                                     \
            (variable) = PSMALLINT_VALUE(args[0]);                                                                    \
            args++;                                                                                                   \
            nargs--;                                                                                                  \
        }                                                                                                             \
    } while (0)
#define PARSE_PY_ARGCODE(code) PARSE_PY_INT(code)

/* Argument n of the native as C has it, not checked; a string's bytes and their number. */
#define PYC_ARG_INT(n) ((int32_t)INTEGER_VALUE(args[n]))
#define PYC_ARG_FLOAT(n) (IS_INTEGER(args[n]) ? (double)INTEGER_VALUE(args[n]) : PFLOAT_VALUE(args[n]))
#define PYC_ARG_BUF(n) PSEQUENCE_BYTES(args[n])
#define PYC_ARG_BUFLEN(n) ((int32_t)PSEQUENCE_ELEMENTS(args[n]))
#define PYC_ARG_BOOL(n) (PBOOL_VALUE(args[n]) != 0)
#define PYC_ARG_IS_NONE(n) IS_NONE(args[n])
/* Leave the native with TypeError unless there are n arguments, argument n is of that kind. */
#define PYC_CHECK_(condition)                                                                                         \
    do {                                                                                                              \
        if (!(condition)) {                                                                                           \
            return ERR_TYPE_EXC;                                                                                      \
        }                                                                                                             \
    } while (0)
#define PYC_CHECK_NUM_ARGS(n) PYC_CHECK_(nargs == (n))
#define PYC_CHECK_ARG_INTEGER(n) PYC_CHECK_((n) < nargs && IS_INTEGER(args[n]))
#define PYC_CHECK_ARG_FLOAT(n) PYC_CHECK_((n) < nargs && IS_PNUMBER(args[n]))
#define PYC_CHECK_ARG_BOOL(n) PYC_CHECK_((n) < nargs && IS_BOOL(args[n]))
#define PYC_CHECK_ARG_BUFFER(n) PYC_CHECK_((n) < nargs && IS_BYTE_PSEQUENCE_TYPE(PTYPE(args[n])))

/* ---- memory that is neither collected nor scanned ---- */

/* `size` bytes, 8-aligned, not cleared; NULL when there is no room even after a collection. Context: thread. */
void *gc_malloc(uint32_t size);
/* Like realloc; NULL leaves the block as it was. Context: thread. */
void *gc_realloc(void *block, uint32_t size);
/* NULL is fine. Context: thread. */
void gc_free(void *block);

/* Like malloc, calloc (cleared), realloc, free, on the same heap. Context: thread. */
void *zmalloc(size_t size);
void *zcalloc(size_t count, size_t size);
void *zrealloc(void *block, size_t size);
void zfree(void *block);
#define gc_calloc(count, size) zcalloc(count, size)

/* ---- the collector ---- */

/* A full collection now. Context: thread with the GIL. */
void gc_collect(void);
/* Until gc_resume a full heap grows instead of being collected; collected it is only when memory is out. Context: thread. */
void gc_pause(void);
/* `period` in ms is kept for gc_info and has no effect: collections happen when memory is needed. Context: thread. */
void gc_resume(uint32_t period);
#define gc_start() gc_resume(0)
/*
 * 0 bytes of heap in use by the VM, 1 bytes free in it, 2 fragmentation in percent (of the free bytes, those outside of the
 * largest hole), 3 blocks used, 4 holes, 5 period (0 while paused), 6 ms since the last collection. Context: thread.
 */
uint32_t gc_info(int what);

/* Blocks begin at multiples of it. */
#define GC_ALIGNMENT 8
/* When the original collector went to work, in bytes and ms; here they have no effect. */
#define GC_TRIGGER_MIN 4096
#define GC_TRIGGER_MIN_BIGGEST 512
#define GC_TRIGGER_CRIT 1024
#define GC_CHECKTIME 1500

/* ---- objects that C keeps beyond the call ---- */

/*
 * Keeps `n` objects (NULLs are skipped) until gc_unkeep. An object in a local variable, in an argument or in a variable
 * marked C_NATIVE_ROOT needs none of this. ERR_OK or ERR_MEMORY_EXC. Context: thread.
 */
err_t gc_keep(PObject **objects, uint32_t n);
void gc_unkeep(PObject **objects, uint32_t n);
#define GCM_KEEP(o)                                                                                                   \
    do {                                                                                                              \
        PObject *gcm_object = (PObject *)(o);                                                                         \
        gc_keep(&gcm_object, 1);                                                                                      \
    } while (0)
#define GCM_KEEP_NOTNULL(o) GCM_KEEP(o)
#define GCM_KEEP_MANY(objects, n) gc_keep((PObject **)(objects), (n))
/* What a native makes is safe while it runs: nothing to do. */
#define GC_STAGE(o) ((void)(o))
#define GC_UNSTAGE(o) ((void)(o))
#define GC_START_STAGING() ((void)0)
#define GC_STOP_STAGING() ((void)0)

/* ---- the GIL ---- */

/*
 * Around waits and long computations: other Python threads run meanwhile. In between objects may be made, but no list,
 * dict or set may be read or written. Context: thread; ACQUIRE_GIL also from a C thread.
 */
void zn_gil_release(void);
void zn_gil_acquire(void);
/* Gives the GIL away, takes it again. */
#define RELEASE_GIL() zn_gil_release()
#define ACQUIRE_GIL() zn_gil_acquire()

/* Makes the calling C thread a Python one and takes the GIL, so that it may use vm_call; and back. ERR_OK or
 * ERR_MEMORY_EXC (then no GIL). Context: thread made by vosThCreate, without the GIL. */
err_t vm_attach(void);
void vm_detach(void);

/* The program does not wait for the calling thread at its end. Context: thread with the GIL. */
void vm_daemon(void);

/* The calling thread's Python side, NULL in a C thread. */
#define PTHREAD_CURRENT() ((PThread *)vosThGetData(vosThCurrent()))
/* What get_status() of a Python thread gives. */
#define VMT_INACTIVE 0
#define VMT_SUSPENDED 1
#define VMT_RUNNING 2
#define VMT_RETURNING 3
#define VMT_FINISHED 4
/* Bytes of C stack of a Python thread when nobody says: at least. */
#define VM_DEFAULT_THREAD_SIZE (sizeof(void *) == 8 ? 256 << 10 : 4096)

/* ---- calling Python ---- */

/* fn(args …): ERR_OK and *res, or the exception's number, to be returned or cleared by vm_clear. Context: thread with
 * the GIL. */
err_t vm_call(PObject *fn, PObject **res, int nargs, PObject **args);

#define VM_POST_ARGS 4 /* most arguments of vm_post */
/*
 * Has fn(args …) called by the interrupt thread as soon as possible; its result is dropped, an exception is printed.
 * Calls run one after the other, in order. False: the queue (VM_IRQS calls) is full, or too many arguments; the call is
 * counted in vm_irq_lost, which is printed at the program's end. What is posted is kept until it has been called.
 * Context: any.
 */
bool vm_post(PObject *fn, int nargs, PObject **args);
#ifndef VM_IRQS
#define VM_IRQS (UINTPTR_MAX > UINT32_MAX ? 32 : 8) /* a power of two */
#endif
/* The same; `args` is a tuple, or NULL for no arguments. Context: any. */
bool vm_add_irq(PObject *fn, PObject *args);
/* Calls lost since the start. Context: any. */
uint32_t vm_irq_lost(void);

/*
 * Raises with a text: `return vm_raise(ERR_VALUE_EXC, "bus %d does not exist", bus);` Formats: %s %d %u %ld %lld %x %c %%,
 * %R (PObject *: its repr), %S (its str). Returns `number`, or ERR_MEMORY_EXC. Context: thread with the GIL.
 */
err_t vm_raise(err_t number, const char *fmt, ...);
/* Forgets the exception that a failed call left. */
void vm_clear(void);

/* ---- any object; what runs Python returns an error with the exception pending ---- */

/* Comparisons of pobj_compare. */
enum { POBJ_LT, POBJ_LE, POBJ_EQ, POBJ_NE, POBJ_GT, POBJ_GE };
/* ERR_OK and *res (mostly a bool), or the error to return. Context of all: thread with the GIL. */
err_t pobj_compare(int op, PObject *a, PObject *b, PObject **res);
/* 1, 0, or −1: the error is pending, return ERR_RUNTIME_EXC or clear it with vm_clear. */
int pobj_is_true(PObject *o);
int pobj_equal(PObject *a, PObject *b);
/* 0 with an error pending: not hashable. A hash of 0 is given as 1. */
uint32_t pobj_hash(PObject *o);
/* obj.name: `name` is a NAME_… (pnames.h) or came from `__nameof` in Python. NULL: there is none; nothing is pending. */
PObject *pobj_getattr(PObject *o, Name name);
#define pclass_get(cls, name) pobj_getattr((PObject *)(cls), (name))
#define pinstance_get(o, name) pobj_getattr((PObject *)(o), (name))

/* ---- console ---- */

/*
 * printf to the console. %s %c %p; integers %i %d %u %x %X, 64 bits wide as %I %D %U (or with l, ll, z, h as in C); floats %f %g
 * %e; flags, width and precision; %%. Context: thread with the GIL.
 */
void vbl_printf_stdout(const void *fmt, ...);
/* The same without the VM's help, for when nothing else works: at most 256 bytes. Context: any. */
void vbl_printf_noos(const void *fmt, ...);

/* print() without file= and stream= calls stream.write(text) from now on; None: it writes to the console again. ERR_OK or
 * ERR_MEMORY_EXC. Context: thread with the GIL. */
err_t vm_print_to(PObject *stream);

/* ---- kernel objects as Python values ---- */

enum { PSYS_SEMAPHORE, PSYS_BSEMAPHORE, PSYS_TIMER, PSYS_EVENT };

/* Holds a kernel object for Python, which can only pass it on. */
typedef struct _psysobject {
    PObjectHeader header;
    uint32_t type; /* PSYS_… */
    union {
        VSemaphore sem;
        VSysTimer timer;
        VEvent evt;
    } sys; /* NULL until the owner makes it, and then the owner's to destroy */
} PSysObject;

/* NULL when memory is out. Context: thread. */
ZN_NEW(PSysObject) psysobj_new(uint32_t type);

#ifdef __cplusplus
}
#endif

#endif
