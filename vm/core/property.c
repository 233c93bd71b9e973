/* SPDX-License-Identifier: MIT */
/* property.c -- property, staticmethod and classmethod. */
#include "builtins.h"
#include "exc.h"
#include "gc.h"
#include "value.h"

static err_t make(uint8_t type, PObject *get, PObject *set, PObject *del, PObject **res)
{
    PProperty *p = gc_new(type, POBJ_HASHABLE, sizeof *p);
    if (p == NULL) {
        return ERR_MEMORY_EXC;
    }
    p->get = get;
    p->set = set;
    p->del = del;
    *res = (PObject *)p;
    return ERR_OK;
}

/* An argument that was not omitted and is not None, or NULL. */
static PObject *given(int nargs, PObject **args, int i)
{
    return i < nargs && args[i] && args[i] != P_NONE ? args[i] : NULL;
}

err_t builtin_property(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    return make(PPROPERTY, given(nargs, args, 0), given(nargs, args, 1),
                given(nargs, args, 2), res);
}

err_t builtin_staticmethod(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    (void)nargs;
    return make(PSTATICMETHOD, args[0], NULL, NULL, res);
}

err_t builtin_classmethod(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    (void)nargs;
    return make(PCLASSMETHOD, args[0], NULL, NULL, res);
}

static err_t with_getter(int nargs, PObject *self, PObject **args, PObject **res)
{
    PProperty *p = (PProperty *)self;
    (void)nargs;
    return make(PPROPERTY, args[0], p->set, p->del, res);
}

static err_t with_setter(int nargs, PObject *self, PObject **args, PObject **res)
{
    PProperty *p = (PProperty *)self;
    (void)nargs;
    return make(PPROPERTY, p->get, args[0], p->del, res);
}

static err_t with_deleter(int nargs, PObject *self, PObject **args, PObject **res)
{
    PProperty *p = (PProperty *)self;
    (void)nargs;
    return make(PPROPERTY, p->get, p->set, args[0], res);
}

static err_t property_getattr(PObject *self, uint16_t name, PObject **res)
{
    PProperty *p = (PProperty *)self;
    PObject *value = name == NAME_fget ? p->get : p->set;
    *res = name == NAME_fget || name == NAME_fset ? (value ? value : P_NONE) : NULL;
    return ERR_OK;
}

#define PROPERTY_METHODS(M)                                                            \
    M(property, getter, 1, 1, with_getter, NULL)                                       \
    M(property, setter, 1, 1, with_setter, NULL)                                       \
    M(property, deleter, 1, 1, with_deleter, NULL)
PROPERTY_METHODS(OPTIONAL_METHOD)

static const type_method_t property_methods[] = {PROPERTY_METHODS(METHOD_ROW)};

const type_ops_t property_ops = {
    .getattr = property_getattr,
    .methods = property_methods,
    .nmethods = sizeof property_methods / sizeof *property_methods,
};

/* What a decorated function stands for. */
static err_t wrapped_getattr(PObject *self, uint16_t name, PObject **res)
{
    *res = name == NAME___func__ ? ((PProperty *)self)->get : NULL;
    return ERR_OK;
}

const type_ops_t staticmethod_ops = {.getattr = wrapped_getattr};
const type_ops_t classmethod_ops = {.getattr = wrapped_getattr};
