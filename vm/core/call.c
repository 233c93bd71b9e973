/* SPDX-License-Identifier: MIT */
/* call.c -- calling anything: frames for Python, results from C. */
#include "call.h"
#include "attr.h"
#include "builtins.h"
#include "class.h"
#include "dict.h"
#include "exc.h"
#include "exc_group.h"
#include "exec.h"
#include "gc.h"
#include "gen.h"
#include "limits.h"
#include "native.h"
#include "object.h"
#include "str.h"
#include "text.h"
#include "tuple.h"
#include <string.h>

err_t call_too_deep(void)
{
    return vm_raise(ERR_RECURSION_EXC, "maximum recursion depth exceeded");
}

err_t call_check_c_stack(void)
{
    return vos_stack_left() < C_STACK_RESERVE ? call_too_deep() : ERR_OK;
}

err_t call_check_stack(PThread *t, PObject **sp, uint32_t slots)
{
    return call_fits(t, sp, slots) ? ERR_OK : call_too_deep();
}

/* `type` is that of a method's object, or NULL. */
static err_t check_count(const char *type, const char *who, int nargs, int min, int max)
{
    if (nargs >= min && nargs <= max) {
        return ERR_OK;
    }
    if (min == max && min <= 1) {
        return vm_raise(ERR_TYPE_EXC, "%s%s%s() takes %s (%d given)", type ? type : "",
                        type ? "." : "", who,
                        min ? "exactly one argument" : "no arguments", nargs);
    }
    if (min == max) {
        return vm_raise(ERR_TYPE_EXC, "%s expected %d arguments, got %d", who, min,
                        nargs);
    }
    return vm_raise(ERR_TYPE_EXC, "%s expected at %s %d argument%s, got %d", who,
                    nargs < min ? "least" : "most", nargs < min ? min : max,
                    (nargs < min ? min : max) == 1 ? "" : "s", nargs);
}

/* **kwargs of a built-in as a dict. */
static err_t keyword_dict(PObject **values, PTuple *kwnames, PObject **res)
{
    PDict *dict = dict_new(kwnames->header.length);
    err_t err = dict ? ERR_OK : ERR_MEMORY_EXC;
    for (uint32_t i = 0; err == ERR_OK && i < kwnames->header.length; i++) {
        PObject *key = call_name_as_str(PTUPLE_ITEM(kwnames, i));
        err = key ? dict_set(dict, key, values[i]) : ERR_MEMORY_EXC;
    }
    *res = (PObject *)dict;
    return err;
}

static err_t call_variadic_builtin(const builtin_row_t *b, int npos, PObject **args,
                                   PTuple *kwnames, PObject **res)
{
    PObject *keywords = NULL, *bound[CALL_MAX_PARAMS];
    err_t err = check_count(NULL, b->name, npos, b->min, b->max);
    if (err == ERR_OK && kwnames && strcmp(b->params, "**") == 0) {
        err = keyword_dict(args + npos, kwnames, &keywords);
    } else if (err == ERR_OK && kwnames) {
        int n;
        err =
            call_bind_params(b->name, b->params, 0, 0, args + npos, kwnames, bound, &n);
        if (err == ERR_OK && (keywords = (PObject *)tuple_new((uint32_t)n)) == NULL) {
            err = ERR_MEMORY_EXC;
        } else if (err == ERR_OK) {
            memcpy(tuple_items((PTuple *)keywords), bound, (size_t)n * sizeof *bound);
        }
    }
    return err != ERR_OK ? err : b->fn(npos, keywords, args, res);
}

static err_t call_builtin(const builtin_row_t *b, int nargs, PObject **args,
                          PTuple *kwnames, PObject **res)
{
    int npos = nargs - (kwnames ? (int)kwnames->header.length : 0);
    *res = P_NONE;
    if (b->max == 255) {
        return call_variadic_builtin(b, npos, args, kwnames, res);
    }
    bool fits = npos >= b->min && npos <= b->max;
    if (kwnames || (!fits && *b->params)) { /* the binding knows what is missing */
        PObject *bound[CALL_MAX_PARAMS];
        int n;
        if (*b->params == 0) {
            return vm_raise(ERR_TYPE_EXC, "%s() takes no keyword arguments", b->name);
        }
        err_t err = call_bind_params(b->name, b->params, b->min, npos, args, kwnames,
                                     bound, &n);
        return err != ERR_OK ? err : b->fn(n, NULL, bound, res);
    }
    err_t err = check_count(NULL, b->name, npos, b->min, b->max);
    return err != ERR_OK ? err : b->fn(npos, NULL, args, res);
}

static err_t call_type_method(const type_method_t *m, PObject *self, int nargs,
                              PObject **args, PTuple *kwnames, PObject **res)
{
    const char *name = attr_name_text(m->name);
    int npos = nargs - (kwnames ? (int)kwnames->header.length : 0);
    PObject *bound[CALL_MAX_PARAMS];
    *res = P_NONE;
    if (self == NULL) {
        if (npos == 0) {
            return vm_raise(ERR_TYPE_EXC, "unbound method %s.%s() needs an argument",
                            type_of_method(m), name);
        }
        self = args[0];
        args++;
        npos--;
        nargs--;
        if (type_find_method(PTYPE(self), m->name) != m &&
            object_method(m->name) != m && !exc_number(self)) {
            return vm_raise(ERR_TYPE_EXC,
                            "descriptor '%s' for '%s' objects doesn't apply to a '%s' "
                            "object",
                            name, type_of_method(m), type_name_of(self));
        }
    }
    if (m->params && strcmp(m->params, "**") == 0) {
        PObject *dict = NULL;
        err_t err = kwnames ? keyword_dict(args + npos, kwnames, &dict) : ERR_OK;
        return err != ERR_OK ? err
                             : native_call_with_dict(m, self, npos, args, dict, res);
    }
    if (m->params) {
        err_t err = call_bind_params(name, m->params, m->min, npos, args, kwnames,
                                     bound, &nargs);
        return err != ERR_OK ? err : m->fn(nargs, self, bound, res);
    }
    if (kwnames) {
        return vm_raise(ERR_TYPE_EXC, "%s.%s() takes no keyword arguments",
                        type_name_of(self), name);
    }
    err_t err = check_count(type_name_of(self), name, npos, m->min, m->max);
    return err != ERR_OK ? err : m->fn(npos, self, args, res);
}

/* ---- calling classes ---- */

static err_t new_by_method(PObject *new, PClass *cls, int nargs, PObject **args,
                           PTuple *kwnames, PObject **res)
{
    PObject *with_cls[64] = {(PObject *)cls};
    if (nargs > 63) {
        return vm_raise(ERR_TYPE_EXC, "__new__() takes at most 63 arguments");
    }
    if (IS_OBJ(new, PSTATICMETHOD)) {
        new = ((PProperty *)new)->get;
    }
    memcpy(with_cls + 1, args, (size_t)nargs * sizeof *args);
    return vm_call_kw(new, res, nargs + 1, with_cls, kwnames);
}

/* Without an __init__: an exception keeps its arguments, all others take none. */
static err_t init_without_method(PClass *cls, PInstance *o, int nargs, PObject **args,
                                 PTuple *kwnames)
{
    if (cls->number != IMAGE_NONE && kwnames == NULL) {
        return exc_set_args((PObject *)o, nargs, args);
    }
    if (nargs && !(cls->flags & CLS_NEW)) {
        return vm_raise(ERR_TYPE_EXC, "%s() takes no arguments",
                        attr_name_text(cls->name));
    }
    return ERR_OK;
}

err_t call_class(PThread *t, PClass *cls, PObject **base, int nargs, PTuple *kwnames,
                 PObject **res, bool *entered)
{
    PObject *instance;
    err_t err = ERR_OK;
    *entered = false;
    if (cls->flags & CLS_NEW) {
        err = new_by_method(class_find(cls, NAME___new__), cls, nargs, base + 1,
                            kwnames, &instance);
        if (err != ERR_OK || !IS_OBJ(instance, PINSTANCE) ||
            !class_derives(class_of(instance), (PObject *)cls)) {
            *res = instance;
            return err;
        }
        cls = class_of(instance);
    } else if ((instance = (PObject *)class_new_instance(cls)) == NULL) {
        return ERR_MEMORY_EXC;
    }
    PObject *init = class_find(cls, NAME___init__);
    if (cls->number != IMAGE_NONE && init) { /* BaseException.__new__ does this */
        int npos = nargs - (kwnames ? (int)kwnames->header.length : 0);
        err = exc_set_args(instance, npos, base + 1);
        if (err != ERR_OK) {
            return err;
        }
    }
    base[0] = *res = instance;
    if (init == NULL) {
        return init_without_method(cls, (PInstance *)instance, nargs, base + 1,
                                   kwnames);
    }
    if (IS_OBJ(init, PFUNCTION)) {
        return call_function(t, (PFunction *)init, base, nargs + 1, kwnames, FRAME_INIT,
                             res, entered);
    }
    PObject *ignored;
    if (IS_NATIVE(init)) {
        err = native_call(PNATIVE_INDEX(init) - NATIVE_FIRST, instance, nargs, base + 1,
                          kwnames, &ignored);
    } else {
        err = vm_call_method(instance, NAME___init__, &ignored, nargs, base + 1);
    }
    return err;
}

/* ---- calling anything ---- */

/* A method's self takes the callee's place. */
static err_t call_bound(PThread *t, PMethod *m, PObject **base, int nargs,
                        PTuple *kwnames, PObject **res, bool *entered)
{
    PObject *fn = m->fn;
    if (IS_OBJ(fn, PFUNCTION)) {
        base[0] = m->self;
        return call_function(t, (PFunction *)fn, base, nargs + 1, kwnames, 0, res,
                             entered);
    }
    if (IS_NATIVE(fn) && PNATIVE_INDEX(fn) >= NATIVE_FIRST) {
        return native_call(PNATIVE_INDEX(fn) - NATIVE_FIRST, m->self, nargs, base + 1,
                           kwnames, res);
    }
    memmove(base + 2, base + 1, (size_t)nargs * sizeof *base);
    base[0] = fn;
    base[1] = m->self;
    t->sp = base + 2 + nargs;
    return call_begin(t, base, nargs + 1, kwnames, res, entered);
}

static err_t call_exception(PObject *exc, int nargs, PObject **args, PTuple *kwnames,
                            PObject **res)
{
    if (kwnames) {
        return vm_raise(ERR_TYPE_EXC, "%s() takes no keyword arguments",
                        exc_name(PEXCEPTION_NUMBER(exc)));
    }
    PTuple *tuple = nargs ? tuple_from((uint32_t)nargs, args) : NULL;
    uint16_t number = PEXCEPTION_NUMBER(exc);
    if (exc_derives(number, NAME_BaseExceptionGroup)) {
        err_t err = group_check(number, tuple);
        if (err != ERR_OK) {
            return err;
        }
        number = group_number(number, tuple);
    }
    *res = nargs && tuple == NULL ? NULL : exc_new(number, tuple);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t call_instance(PThread *t, PObject **base, int nargs, PTuple *kwnames,
                           PObject **res, bool *entered)
{
    PObject *self = base[0], *method;
    err_t err = attr_find(self, NAME___call__, &method);
    if (err != ERR_OK) {
        return err;
    }
    if (method == NULL) {
        return vm_raise(ERR_TYPE_EXC, "'%s' object is not callable",
                        type_name_of(self));
    }
    base[0] = method;
    return call_begin(t, base, nargs, kwnames, res, entered);
}

err_t call_begin(PThread *t, PObject **base, int nargs, PTuple *kwnames, PObject **res,
                 bool *entered)
{
    PObject *callee = base[0], **args = base + 1;
    *entered = false;
    switch (PTYPE(callee)) {
    case PFUNCTION:
        return call_function(t, (PFunction *)callee, args, nargs, kwnames, FRAME_CALLEE,
                             res, entered);
    case PMETHOD:
        return call_bound(t, (PMethod *)callee, base, nargs, kwnames, res, entered);
    case PCLASS:
        return call_class(t, (PClass *)callee, base, nargs, kwnames, res, entered);
    case PNATIVE:
        if (PNATIVE_INDEX(callee) >= NATIVE_FIRST) {
            return native_call(PNATIVE_INDEX(callee) - NATIVE_FIRST, NULL, nargs, args,
                               kwnames, res);
        }
        return call_builtin(&builtin_rows[PNATIVE_INDEX(callee)], nargs, args, kwnames,
                            res);
    case PNATIVEMETHOD:
        return call_type_method(((PNativeMethod *)callee)->method,
                                ((PNativeMethod *)callee)->self, nargs, args, kwnames,
                                res);
    case PTYPE_TYPE: {
        const builtin_row_t *row = builtin_of_type((uint8_t)PTYPEOBJ_ID(callee));
        if (row) {
            return call_builtin(row, nargs, args, kwnames, res);
        }
        return vm_raise(ERR_TYPE_EXC, "cannot create '%s' instances",
                        class_name(callee));
    }
    case PEXCEPTION:
        if (IS_TAGGED(callee)) {
            return call_exception(callee, nargs, args, kwnames, res);
        }
        break;
    case PINSTANCE:
        return call_instance(t, base, nargs, kwnames, res, entered);
    default:
        break;
    }
    return vm_raise(ERR_TYPE_EXC, "'%s' object is not callable", type_name_of(callee));
}

err_t call_method_begin(PThread *t, uint16_t name, PObject **base, int nargs,
                        PObject **res, bool *entered)
{
    PObject *method, *obj = base[0];
    *entered = false;
    if (!IS_OBJ(obj, PINSTANCE) && !IS_TYPEOBJ(obj) && !IS_EXCEPTION(obj)) {
        const type_method_t *m = type_find_method(PTYPE(obj), name);
        if (m) {
            return call_type_method(m, obj, nargs, base + 1, NULL, res);
        }
    }
    err_t err = attr_get(obj, name, &method);
    if (err != ERR_OK) {
        return err;
    }
    base[0] = method;
    return call_begin(t, base, nargs, NULL, res, entered);
}

/* ---- from C ---- */

err_t vm_call_kw(PObject *fn, PObject **res, int nargs, PObject **args, PTuple *kwnames)
{
    PThread *t = vm.current;
    PObject **base = t->sp;
    bool entered = true;
    err_t err;
    if (vos_stack_left() < C_STACK_RESERVE ||
        !call_fits(t, base, (uint32_t)nargs + 2)) {
        return call_too_deep();
    }
    base[0] = fn;
    for (int i = 0; i < nargs; i++) {
        base[1 + i] = args[i];
    }
    t->sp = base + 1 + nargs;
    if (kwnames == NULL && IS_OBJ(fn, PFUNCTION) &&
        code_is_direct(((PFunction *)fn)->code, nargs)) {
        err = call_enter(t, (PFunction *)fn, base + 1, nargs, FRAME_CALLEE);
    } else {
        err = call_begin(t, base, nargs, kwnames, res, &entered);
    }
    if (err == ERR_OK && entered) {
        t->frame->flags |= FRAME_ENTRY;
        err = exec_run(t, ERR_OK, res);
    }
    t->sp = base;
    return err;
}

err_t vm_call(PObject *fn, PObject **res, int nargs, PObject **args)
{
    return vm_call_kw(fn, res, nargs, args, NULL);
}

/* fn(self, args…) without a bound method. */
static err_t call_with_self(PObject *fn, PObject *self, PObject **res, int nargs,
                            PObject **args)
{
    PObject *all[8] = {self};
    for (int i = 0; i < nargs; i++) {
        all[1 + i] = args[i];
    }
    return vm_call(fn, res, nargs + 1, all);
}

err_t vm_call_method(PObject *obj, uint16_t name, PObject **res, int nargs,
                     PObject **args)
{
    PObject *method;
    if (IS_OBJ(obj, PINSTANCE) && nargs < 8) {
        PObject *fn = class_find(class_of(obj), name);
        if (fn && IS_OBJ(fn, PFUNCTION)) {
            return call_with_self(fn, obj, res, nargs, args);
        }
    }
    err_t err = attr_get(obj, name, &method);
    return err != ERR_OK ? err : vm_call(method, res, nargs, args);
}

err_t vm_call_special(PObject *instance, uint16_t name, bool *found, PObject **res,
                      int nargs, PObject **args)
{
    PObject *fn = class_find(class_of(instance), name);
    *found = fn != NULL && fn != P_NONE;
    if (!*found) {
        return ERR_OK;
    }
    return IS_OBJ(fn, PFUNCTION) ? call_with_self(fn, instance, res, nargs, args)
                                 : vm_call_method(instance, name, res, nargs, args);
}
