/* SPDX-License-Identifier: MIT */
/*
 * native.h -- C functions and classes that the program binds: finding them in native
 * modules, calling them with Python's arguments, finalising what they left.
 */
#ifndef CORE_NATIVE_H
#define CORE_NATIVE_H

#include "state.h"
#include "type.h"
#include "zn_glue.h"

/* A PNATIVE below this is a row of builtins.def, from here on a row of the image's
 * natives. */
#define NATIVE_FIRST 0x1000u

/* Loads the native modules that the image needs and finds every native of it.
 * ImportError with a text that says what to do. Context: thread with the GIL. */
err_t native_bind_image(void);
/* Frees what native_bind_image made. */
void native_unbind(void);

/*
 * Calls row `index` of the image's natives: places positional and keyword arguments,
 * fills in defaults, collects *args and **kwargs, calls. args holds nargs values, the
 * last of them belong to kwnames (NULL: none). `self` is NULL for an unbound call.
 */
err_t native_call(uint32_t index, PObject *self, int nargs, PObject **args,
                  PTuple *kwnames, PObject **res);

/* What is due after the call of any C function by thread `t` with *res None before:
 * the error to go on with. */
err_t native_finish_named(const char *name, PThread *t, err_t err, PObject **res);

/* The name that row `index` of the image's natives has in Python. */
const char *native_name(uint32_t index);

/* A built-in method whose params are "**": `dict` (or NULL) goes behind npos arguments.
 */
err_t native_call_with_dict(const type_method_t *m, PObject *self, int npos,
                            PObject **args, PObject *dict, PObject **res);

/* ---- classes with a C struct ---- */

/* The descriptor of a class of the image that has CLASS_NATIVE. */
err_t native_bind_class(const image_class_t *desc, const zn_class_t **res);
/* Bytes of an instance: slots, then the struct, 8-aligned. */
size_t native_instance_size(PClass *cls);
/* The struct of an instance whose class has one. Context: any. */
void *native_struct(PInstance *instance, PClass *cls);
/* Sees to it that the class's dealloc will be called. */
err_t native_watch(PInstance *instance, PClass *cls);
/* Runs the deallocs of what the collector found dead; `all`: of everything, at the end.
 */
void native_run_deallocs(bool all);
/* Marks the dead that wait for their dealloc. For gc_mark_roots. */
void native_mark_dead(void);

#endif
