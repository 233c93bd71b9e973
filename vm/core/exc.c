/* SPDX-License-Identifier: MIT */
/*
 * exc.c -- raising, matching and showing exceptions.
 *
 * The tree of built-in exceptions is a table of parents made from names.def; the
 * program's own are rows of its image, ascending by number. A bare name costs nothing;
 * an object is made when there are arguments or a context to keep.
 */
#include "exc.h"
#include "attr.h"
#include "call.h"
#include "class.h"
#include "dict.h"
#include "exc_group.h"
#include "gc.h"
#include "list.h"
#include "module.h"
#include "obj.h"
#include "str.h"
#include "text.h"
#include "thread.h"
#include "tuple.h"

static const uint16_t builtin_parent[] = {
#define NAME(number, name)
#define EXCEPTION(number, name, parent) [number - NAME_FIRST_BUILTIN] = NAME_##parent,
#include "names.def"
#undef NAME
#undef EXCEPTION
};

/* Of PException's header: `raise … from` was undone by __suppress_context__ = False. */
enum { EXC_SHOW_CONTEXT = 0x80 };

static const image_exc_t *program_row(uint16_t number)
{
    if (vm.header == NULL) {
        return NULL;
    }
    const image_exc_t *rows = (const image_exc_t *)(vm.image + vm.header->excs);
    uint32_t lo = 0, hi = vm.header->nexcs;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (rows[mid].name < number) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo < vm.header->nexcs && rows[lo].name == number ? &rows[lo] : NULL;
}

/* 0: no exception has that number. */
static uint16_t parent_of(uint16_t number)
{
    uint32_t i = number - NAME_FIRST_BUILTIN;
    if (number < NAME_FIRST_USER) {
        return i < sizeof builtin_parent / sizeof *builtin_parent ? builtin_parent[i]
                                                                  : 0;
    }
    const image_exc_t *row = program_row(number);
    return row ? row->parent : 0;
}

uint16_t exc_module(uint16_t number)
{
    const image_exc_t *row = number < NAME_FIRST_USER ? NULL : program_row(number);
    return row ? row->module : IMAGE_NONE;
}

PObject *exc_message(uint16_t number)
{
    const image_exc_t *row = number < NAME_FIRST_USER ? NULL : program_row(number);
    return row && row->message != IMAGE_NONE ? vm.consts[row->message] : NULL;
}

bool exc_exists(err_t number)
{
    return number > 0 && number < (err_t)IMAGE_NONE && parent_of((uint16_t)number) != 0;
}

bool exc_derives(uint16_t number, uint16_t base)
{
    while (number != base) {
        if (number == NAME_BaseException || number == 0) {
            return false;
        }
        if (number == NAME_ExceptionGroup && base == NAME_BaseExceptionGroup) {
            return true; /* the one built-in with two bases */
        }
        number = parent_of(number);
    }
    return true;
}

uint32_t exc_ancestors(uint16_t number, PObject **out)
{
    uint32_t n = 0;
    while (number && n < EXC_MAX_DEPTH) {
        out[n++] = PEXCEPTION_NEW(number);
        number = number == NAME_BaseException ? 0 : parent_of(number);
    }
    return n;
}

const char *exc_name(uint16_t number)
{
    return attr_name_text(number);
}

static PThread *thread(void)
{
    PThread *t = thread_current();
    return t ? t : vm.current;
}

PObject *exc_new(uint16_t number, PTuple *args)
{
    PException *e = gc_new(PEXCEPTION, POBJ_HASHABLE, sizeof *e);
    if (e) {
        e->header.aux = number;
        e->args = args;
    }
    return (PObject *)e;
}

PObject *exc_object(PObject *exc)
{
    return IS_EXCEPTION(exc) ? exc_new(PEXCEPTION_NUMBER(exc), NULL) : exc;
}

uint16_t exc_number(PObject *exc)
{
    if (IS_EXCEPTION(exc)) {
        return PEXCEPTION_NUMBER(exc);
    }
    if (IS_OBJ(exc, PEXCEPTION)) {
        return exc->header.aux;
    }
    if (IS_OBJ(exc, PINSTANCE) && class_of(exc)->number != IMAGE_NONE) {
        return class_of(exc)->number;
    }
    return 0;
}

/* ---- raising ---- */

/* Nobody is the context of its own context. */
static void cut_circle(PObject *exc, PObject *context)
{
    for (PException *e = exc_record(context); e; e = exc_record(e->context)) {
        if (e->context == NULL) {
            return;
        }
        if (e->context == exc) {
            e->context = NULL;
            return;
        }
    }
}

/* What is being handled becomes the context of a new exception. */
static void add_context(PThread *t, PObject *exc)
{
    PException *e = exc_record(exc);
    if (e && t->handled && t->handled != exc) {
        PObject *handled = exc_object(t->handled);
        t->handled = handled ? handled : t->handled;
        cut_circle(exc, t->handled);
        e->context = t->handled;
    }
}

static err_t set_pending(PObject *exc)
{
    PThread *t = thread();
    add_context(t, exc);
    t->pending = exc;
    return exc_number(exc);
}

err_t exc_raise_arg(err_t number, PObject *arg)
{
    PTuple *args = tuple_from(1, &arg);
    PObject *exc = args ? exc_new((uint16_t)number, args) : NULL;
    if (exc == NULL) {
        exc_clear();
        return ERR_MEMORY_EXC;
    }
    return set_pending(exc);
}

err_t vm_vraise(err_t number, const char *fmt, va_list ap)
{
    text_t text;
    char small[128];
    PObject *message;
    text_init(&text, small, sizeof small);
    text_vaddf(&text, fmt, ap);
    err_t err = text_take(&text, &message);
    if (err == ERR_OK) {
        return exc_raise_arg(number, message);
    }
    exc_clear(); /* what a value's repr raised matters less than what is to be said */
    return err == ERR_MEMORY_EXC ? err : number;
}

err_t(vm_raise)(err_t number, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    err_t err = vm_vraise(number, fmt, ap);
    va_end(ap);
    return err;
}

err_t exc_raise_bare(err_t number)
{
    return exc_raise_value(PEXCEPTION_NEW((uint16_t)number));
}

err_t exc_raise_value(PObject *exc)
{
    PThread *t = thread();
    if (IS_EXCEPTION(exc)) {
        t->pending = NULL;
        if (t->handled == NULL) {
            return PEXCEPTION_NUMBER(exc);
        }
        PObject *object = exc_object(exc);
        return object ? set_pending(object) : PEXCEPTION_NUMBER(exc);
    }
    if (IS_OBJ(exc, PCLASS) && ((PClass *)exc)->number != IMAGE_NONE) {
        PObject *instance;
        err_t err = vm_call(exc, &instance, 0, NULL);
        return err != ERR_OK ? err : exc_raise_value(instance);
    }
    if (exc_number(exc) == 0) {
        return vm_raise(ERR_TYPE_EXC, "exceptions must derive from BaseException");
    }
    return set_pending(exc);
}

err_t exc_reraise(PObject *exc)
{
    thread()->pending = IS_EXCEPTION(exc) ? NULL : exc;
    return exc_number(exc);
}

/* The class that the program gave that number, or NULL. */
static PClass *class_of_number(uint16_t number)
{
    for (uint32_t i = 0; i < vm.nclasses; i++) {
        if (vm.classes[i]->number == number) {
            return vm.classes[i];
        }
    }
    return NULL;
}

PObject *exc_take(err_t err)
{
    PThread *t = thread();
    PObject *exc = t->pending;
    t->pending = NULL;
    if (exc) {
        return exc;
    }
    if (err >= NAME_FIRST_USER) {
        PClass *cls = class_of_number((uint16_t)err);
        if (cls && vm_call((PObject *)cls, &exc, 0, NULL) == ERR_OK) {
            return exc;
        }
        t->pending = NULL;
    }
    return PEXCEPTION_NEW(err);
}

void exc_clear(void)
{
    thread()->pending = NULL;
}

/* ---- matching ---- */

static bool matches_one(PObject *exc, PObject *target)
{
    if (IS_OBJ(exc, PINSTANCE)) {
        return class_derives(class_of(exc), target);
    }
    return IS_EXCEPTION(target) &&
           exc_derives(exc_number(exc), PEXCEPTION_NUMBER(target));
}

err_t exc_matches(PObject *exc, PObject *target, bool *res)
{
    if (IS_EXCEPTION(target) ||
        (IS_OBJ(target, PCLASS) && ((PClass *)target)->number != IMAGE_NONE)) {
        *res = matches_one(exc, target);
        return ERR_OK;
    }
    if (!IS_OBJ(target, PTUPLE)) {
        return vm_raise(
            ERR_TYPE_EXC,
            "catching classes that do not inherit from BaseException is not allowed");
    }
    *res = false;
    for (uint32_t i = 0; i < target->header.length && !*res; i++) {
        err_t err = exc_matches(exc, PTUPLE_ITEM(target, i), res);
        if (err != ERR_OK) {
            return err;
        }
    }
    return ERR_OK;
}

/* ---- as objects ---- */

PException *exc_record(PObject *exc)
{
    if (IS_OBJ(exc, PINSTANCE) && class_of(exc)->number != IMAGE_NONE) {
        return (PException *)((PInstance *)exc)->slots[0];
    }
    return IS_OBJ(exc, PEXCEPTION) && !IS_TAGGED(exc) ? (PException *)exc : NULL;
}

PTuple *exc_args(PObject *exc)
{
    PException *e = exc_record(exc);
    return e && e->args ? e->args : (PTuple *)vm.empty_tuple;
}

err_t exc_set_args(PObject *exc, int nargs, PObject **args)
{
    PTuple *tuple = tuple_from((uint32_t)nargs, args);
    PException *e = exc_record(exc);
    if (tuple && e) {
        e->args = tuple;
    } else if (tuple) {
        e = (PException *)exc_new(class_of(exc)->number, tuple);
        ((PInstance *)exc)->slots[0] = (PObject *)e;
    }
    return tuple && e ? ERR_OK : ERR_MEMORY_EXC;
}

err_t exc_args_repr(const char *name, PTuple *args, text_t *out)
{
    text_add_c(out, name);
    if (args->header.length == 1) {
        text_add_c(out, "(");
        err_t err = obj_repr_to(PTUPLE_ITEM(args, 0), out);
        text_add_c(out, ")");
        return err;
    }
    return obj_repr_to((PObject *)args, out);
}

err_t exc_args_str(uint16_t number, PTuple *args, text_t *out)
{
    if (args->header.length == 0) {
        PObject *message = exc_message(number);
        return message ? obj_str_to(message, out) : ERR_OK;
    }
    if (args->header.length > 1) {
        return obj_repr_to((PObject *)args, out);
    }
    PObject *arg = PTUPLE_ITEM(args, 0);
    return exc_derives(number, NAME_KeyError) ? obj_repr_to(arg, out)
                                              : obj_str_to(arg, out);
}

static err_t exception_repr(PObject *self, text_t *out)
{
    if (IS_EXCEPTION(self)) {
        uint16_t number = PEXCEPTION_NUMBER(self), module = exc_module(number);
        PObject *name;
        err_t err = module == IMAGE_NONE ? ERR_OK : module_name(module, &name);
        text_add_c(out, "<class '");
        if (err == ERR_OK && module != IMAGE_NONE) {
            text_addf(out, "%S.", name);
        }
        return err != ERR_OK ? err : text_addf(out, "%s'>", exc_name(number));
    }
    return exc_args_repr(exc_name(self->header.aux), exc_args(self), out);
}

static err_t exception_str(PObject *self, text_t *out)
{
    if (IS_EXCEPTION(self)) {
        return exception_repr(self, out);
    }
    return group_is(self) ? group_str(self, out)
                          : exc_args_str(self->header.aux, exc_args(self), out);
}

static err_t exception_hash(PObject *self, uint32_t *hash)
{
    *hash = (uint32_t)(POBJ_WORD(self) >> 3) * 2654435761u;
    return ERR_OK;
}

PObject *exc_attribute(PObject *exc, uint16_t name)
{
    PException *e = exc_record(exc);
    PTuple *args = exc_args(exc);
    uint16_t number = exc_number(exc);
    switch (name) {
    case NAME_args:
        return (PObject *)args;
    case NAME___cause__:
        return e && e->cause && e->cause != P_NONE ? e->cause : P_NONE;
    case NAME___context__:
        return e && e->context ? e->context : P_NONE;
    case NAME___traceback__:
        return P_NONE;
    case NAME___suppress_context__:
        return PBOOL_NEW(e && e->cause && !(e->header.flags & EXC_SHOW_CONTEXT));
    case NAME_value:
    case NAME_code:
        if (number != (name == NAME_value ? NAME_StopIteration : NAME_SystemExit)) {
            return NULL;
        }
        return args->header.length ? PTUPLE_ITEM(args, 0) : P_NONE;
    case NAME_errno:
    case NAME_strerror:
        if (!exc_derives(number, NAME_OSError)) {
            return NULL;
        }
        return args->header.length >= 2 ? PTUPLE_ITEM(args, name == NAME_strerror)
                                        : P_NONE;
    default:
        return NULL;
    }
}

/* What a bare name shows of the class that it stands for. */
static err_t name_getattr(uint16_t number, uint16_t name, PObject **res)
{
    PObject *chain[EXC_MAX_DEPTH + 1];
    uint32_t n = exc_ancestors(number, chain);
    uint16_t module = exc_module(number);
    chain[n] = PTYPEOBJ_NEW(POBJECT);
    switch (name) {
    case NAME___name__:
    case NAME___qualname__:
        *res = (PObject *)str_from_c(exc_name(number));
        break;
    case NAME___module__:
        if (module != IMAGE_NONE) {
            return module_name(module, res);
        }
        *res = (PObject *)str_from_c("builtins");
        break;
    case NAME___bases__:
        *res = (PObject *)tuple_from(1, chain + 1);
        break;
    case NAME___mro__:
        *res = (PObject *)tuple_from(n + 1, chain);
        break;
    case NAME___doc__:
        *res = P_NONE;
        break;
    default:
        return ERR_OK;
    }
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* A copy of what was set on it. */
static err_t attrs_dict(PDict *attrs, PObject **res)
{
    PDict *dict = dict_new(0);
    PObject *key, *value;
    uint32_t pos = 0;
    err_t err = dict ? ERR_OK : ERR_MEMORY_EXC;
    while (err == ERR_OK && attrs && dict_next(attrs, &pos, &key, &value)) {
        key = (PObject *)str_from_c(attr_name_text((uint16_t)PSMALLINT_VALUE(key)));
        err = key ? dict_set(dict, key, value) : ERR_MEMORY_EXC;
    }
    *res = (PObject *)dict;
    return err;
}

static err_t exception_getattr(PObject *self, uint16_t name, PObject **res)
{
    *res = NULL;
    if (IS_EXCEPTION(self)) {
        return name_getattr(PEXCEPTION_NUMBER(self), name, res);
    }
    PDict *attrs = ((PException *)self)->attrs;
    if (attrs) {
        err_t err = dict_get(attrs, PSMALLINT_NEW(name), res);
        if (err != ERR_OK || *res) {
            return err;
        }
    }
    if (name == NAME___dict__) {
        return attrs_dict(attrs, res);
    }
    *res = exc_attribute(self, name);
    return *res == NULL && group_is(self) ? group_getattr(self, name, res) : ERR_OK;
}

bool exc_has_attribute(uint16_t name)
{
    return name == NAME_args || name == NAME___cause__ || name == NAME___context__ ||
           name == NAME___traceback__ || name == NAME___suppress_context__;
}

/* An exception or None where one can be chained. */
static err_t check_chained(PObject *value, const char *what)
{
    return value == P_NONE || (value && exc_number(value) && !IS_TAGGED(value))
               ? ERR_OK
               : vm_raise(ERR_TYPE_EXC,
                          "exception %s must be None or derive from BaseException",
                          what);
}

static err_t set_own(PException *e, uint16_t name, PObject *value)
{
    bool truth;
    err_t err = ERR_OK;
    if (value == NULL) {
        return vm_raise(ERR_TYPE_EXC, "%s may not be deleted", attr_name_text(name));
    }
    switch (name) {
    case NAME_args:
        return tuple_from_iterable(value, &e->args);
    case NAME___cause__:
        if ((err = check_chained(value, "cause")) == ERR_OK) {
            e->cause = value;
            e->header.flags &= (uint8_t)~EXC_SHOW_CONTEXT;
        }
        return err;
    case NAME___context__:
        if ((err = check_chained(value, "context")) == ERR_OK) {
            e->context = value == P_NONE ? NULL : value;
        }
        return err;
    case NAME___suppress_context__:
        if ((err = obj_is_true(value, &truth)) == ERR_OK && truth) {
            e->cause = e->cause ? e->cause : P_NONE;
            e->header.flags &= (uint8_t)~EXC_SHOW_CONTEXT;
        } else if (err == ERR_OK) {
            e->header.flags |= EXC_SHOW_CONTEXT;
        }
        return err;
    default: /* records of tracebacks are the VM's own */
        return ERR_OK;
    }
}

err_t exc_set_attribute(PException *e, uint16_t name, PObject *value)
{
    if (exc_has_attribute(name)) {
        return set_own(e, name, value);
    }
    if (e->attrs == NULL && (e->attrs = dict_new(1)) == NULL) {
        return ERR_MEMORY_EXC;
    }
    if (value) {
        return dict_set(e->attrs, PSMALLINT_NEW(name), value);
    }
    bool found;
    err_t err = dict_del(e->attrs, PSMALLINT_NEW(name), &found);
    if (err == ERR_OK && !found) {
        return vm_raise(ERR_ATTRIBUTE_EXC, "'%s' object has no attribute '%s'",
                        exc_name(e->header.aux), attr_name_text(name));
    }
    return err;
}

static err_t with_traceback(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    (void)args;
    *res = self;
    return ERR_OK;
}

/* Exception.__init__(self, …): as a method of a bare name called unbound, and through
 * super(). */
static err_t exception_init(int nargs, PObject *self, PObject **args, PObject **res)
{
    *res = P_NONE;
    return exc_number(self) && !IS_TAGGED(self) ? exc_set_args(self, nargs, args)
                                                : ERR_OK;
}

static err_t exception_dunder_str(int nargs, PObject *self, PObject **args,
                                  PObject **res)
{
    (void)nargs;
    (void)args;
    text_t text;
    char small[64];
    text_init(&text, small, sizeof small);
    err_t err = group_is(self) ? group_str(self, &text)
                               : exc_args_str(exc_number(self), exc_args(self), &text);
    return err != ERR_OK ? err : text_take(&text, res);
}

static err_t exception_dunder_repr(int nargs, PObject *self, PObject **args,
                                   PObject **res)
{
    (void)nargs;
    (void)args;
    text_t text;
    char small[64];
    text_init(&text, small, sizeof small);
    err_t err = exc_args_repr(type_name_of(self), exc_args(self), &text);
    return err != ERR_OK ? err : text_take(&text, res);
}

static const type_method_t exception_methods[] = {
    {NAME___init__, 0, 255, exception_init, NULL},
    {NAME___str__, 0, 0, exception_dunder_str, NULL},
    {NAME___repr__, 0, 0, exception_dunder_repr, NULL},
    {NAME_with_traceback, 1, 1, with_traceback, NULL},
};

/* An exception object and the bare name of it. */
static bool is_of_name(PObject *object, PObject *name)
{
    return IS_OBJ(object, PEXCEPTION) && IS_EXCEPTION(name) &&
           object->header.aux == PEXCEPTION_NUMBER(name);
}

/* Classic programs compare type(x) with PEXCEPTION, and what `except … as e` caught
 * with names. */
static err_t exception_compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    bool same = op == CMP_EQ && ((IS_TAGGED(a) && b == PSMALLINT_NEW(PEXCEPTION)) ||
                                 is_of_name(a, b) || is_of_name(b, a));
    *res = same ? P_TRUE : P_NOT_IMPLEMENTED;
    return ERR_OK;
}

const type_ops_t exception_ops = {
    .compare = exception_compare,
    .repr = exception_repr,
    .str = exception_str,
    .hash = exception_hash,
    .getattr = exception_getattr,
    .methods = exception_methods,
    .nmethods = sizeof exception_methods / sizeof *exception_methods,
};
