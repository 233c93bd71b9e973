/* SPDX-License-Identifier: MIT */
/*
 * object.c -- the methods of `object`, which users reach through super() or by their
 * full name.
 *
 * On an instance they do what happens without a special method of the user's class; on
 * a built-in value what its type does.
 */
#include "object.h"
#include "attr.h"
#include "class.h"
#include "exc.h"
#include "gc.h"
#include "module.h"
#include "obj.h"
#include "text.h"
#include "tuple.h"

/* ---- defaults, also for instance.c ---- */

err_t object_default_repr(PObject *instance, text_t *out)
{
    PClass *cls = class_of(instance);
    PObject *module;
    if (cls->number != IMAGE_NONE) {
        return exc_args_repr(class_name((PObject *)cls), exc_args(instance), out);
    }
    err_t err = module_name(cls->module, &module);
    return err != ERR_OK ? err
                         : text_addf(out, "<%S.%S object at 0x%lx>", module,
                                     cls->qualname, (unsigned long)POBJ_WORD(instance));
}

uint32_t object_identity_hash(PObject *o)
{
    return (uint32_t)(POBJ_WORD(o) >> 3) * 2654435761u;
}

/* ---- making ---- */

static err_t object_init(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)args;
    *res = P_NONE;
    if (nargs == 0 || !IS_OBJ(self, PINSTANCE)) {
        return ERR_OK;
    }
    PClass *cls = class_of(self);
    if (class_find(cls, NAME___init__)) {
        return vm_raise(ERR_TYPE_EXC, "object.__init__() takes exactly one argument "
                                      "(the instance to initialize)");
    }
    return cls->flags & CLS_NEW ? ERR_OK
                                : vm_raise(ERR_TYPE_EXC, "%s() takes no arguments",
                                           class_name((PObject *)cls));
}

static err_t object_new(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    if (args[0] == PTYPEOBJ_NEW(POBJECT)) {
        *res = gc_new(POBJECT, POBJ_HASHABLE, sizeof(PObject));
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    if (!IS_OBJ(args[0], PCLASS)) {
        return vm_raise(ERR_TYPE_EXC, "object.__new__(X): X is not a type of a class");
    }
    PClass *cls = (PClass *)args[0];
    bool is_exception = cls->number != IMAGE_NONE;
    if (nargs > 1 && !is_exception && (cls->flags & CLS_NEW)) {
        return vm_raise(ERR_TYPE_EXC, "object.__new__() takes exactly one argument "
                                      "(the type to instantiate)");
    }
    PInstance *o = class_new_instance(cls);
    *res = (PObject *)o;
    if (o == NULL) {
        return ERR_MEMORY_EXC;
    }
    return is_exception ? exc_set_args(*res, nargs - 1, args + 1) : ERR_OK;
}

static err_t object_init_subclass(int nargs, PObject *self, PObject **args,
                                  PObject **res)
{
    (void)nargs;
    (void)self;
    (void)args;
    *res = P_NONE;
    return ERR_OK;
}

/* ---- text ---- */

static err_t object_repr(int nargs, PObject *self, PObject **args, PObject **res)
{
    text_t text;
    char small[64];
    (void)nargs;
    (void)args;
    if (!IS_OBJ(self, PINSTANCE)) {
        return obj_repr(self, res);
    }
    text_init(&text, small, sizeof small);
    err_t err = object_default_repr(self, &text);
    return err != ERR_OK ? err : text_take(&text, res);
}

static err_t object_str(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    (void)args;
    return IS_OBJ(self, PINSTANCE) ? obj_repr(self, res) : obj_str(self, res);
}

static err_t object_format(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    if (!IS_OBJ(args[0], PSTRING)) {
        return vm_raise(ERR_TYPE_EXC, "__format__() argument must be str, not %s",
                        type_name_of(args[0]));
    }
    if (!IS_OBJ(self, PINSTANCE)) {
        return obj_format(self, args[0], res);
    }
    if (args[0]->header.length) {
        return vm_raise(ERR_TYPE_EXC,
                        "unsupported format string passed to %s.__format__",
                        type_name_of(self));
    }
    return obj_str(self, res);
}

/* ---- comparing ---- */

static err_t object_eq(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    *res = self == args[0] ? P_TRUE : P_NOT_IMPLEMENTED;
    if (IS_OBJ(self, PINSTANCE) || type_of(self)->compare == NULL) {
        return ERR_OK;
    }
    return type_of(self)->compare(CMP_EQ, self, args[0], res);
}

/* The opposite of the class's __eq__. */
static err_t object_ne(int nargs, PObject *self, PObject **args, PObject **res)
{
    bool truth;
    *res = P_NOT_IMPLEMENTED;
    err_t err = type_of(self)->compare
                    ? type_of(self)->compare(CMP_EQ, self, args[0], res)
                    : ERR_OK;
    if (err == ERR_OK && *res == P_NOT_IMPLEMENTED) {
        err = object_eq(nargs, self, args, res);
    }
    if (err != ERR_OK || *res == P_NOT_IMPLEMENTED) {
        return err;
    }
    err = obj_is_true(*res, &truth);
    *res = PBOOL_NEW(!truth);
    return err;
}

static err_t object_order(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    (void)self;
    (void)args;
    *res = P_NOT_IMPLEMENTED;
    return ERR_OK;
}

static err_t object_hash(int nargs, PObject *self, PObject **args, PObject **res)
{
    uint32_t hash;
    err_t err = ERR_OK;
    (void)nargs;
    (void)args;
    if (IS_OBJ(self, PINSTANCE)) {
        hash = object_identity_hash(self);
    } else {
        err = obj_hash(self, &hash);
    }
    *res = PSMALLINT_NEW(hash >> 2);
    return err;
}

/* ---- attributes ---- */

static err_t name_arg(PObject *o, uint16_t *name)
{
    if (!IS_OBJ(o, PSTRING)) {
        return vm_raise(ERR_TYPE_EXC, "attribute name must be string, not '%s'",
                        type_name_of(o));
    }
    *name = attr_name_intern(o);
    return *name ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t object_getattribute(int nargs, PObject *self, PObject **args,
                                 PObject **res)
{
    uint16_t name;
    (void)nargs;
    err_t err = name_arg(args[0], &name);
    return err != ERR_OK ? err : attr_get_plain(self, name, res);
}

static err_t object_setattr(int nargs, PObject *self, PObject **args, PObject **res)
{
    uint16_t name;
    (void)nargs;
    *res = P_NONE;
    err_t err = name_arg(args[0], &name);
    return err != ERR_OK ? err : attr_set_plain(self, name, args[1]);
}

static err_t object_delattr(int nargs, PObject *self, PObject **args, PObject **res)
{
    uint16_t name;
    (void)nargs;
    *res = P_NONE;
    err_t err = name_arg(args[0], &name);
    return err != ERR_OK ? err : attr_set_plain(self, name, NULL);
}

static const type_method_t object_methods[] = {
    {NAME___init__, 0, 255, object_init, NULL},
    {NAME___str__, 0, 0, object_str, NULL},
    {NAME___new__, 1, 255, object_new, NULL},
    {NAME___repr__, 0, 0, object_repr, NULL},
    {NAME___eq__, 1, 1, object_eq, NULL},
    {NAME___ne__, 1, 1, object_ne, NULL},
    {NAME___lt__, 1, 1, object_order, NULL},
    {NAME___le__, 1, 1, object_order, NULL},
    {NAME___gt__, 1, 1, object_order, NULL},
    {NAME___ge__, 1, 1, object_order, NULL},
    {NAME___hash__, 0, 0, object_hash, NULL},
    {NAME___setattr__, 2, 2, object_setattr, NULL},
    {NAME___delattr__, 1, 1, object_delattr, NULL},
    {NAME___format__, 1, 1, object_format, NULL},
    {NAME___getattribute__, 1, 1, object_getattribute, NULL},
    {NAME___init_subclass__, 0, 0, object_init_subclass, NULL},
};

const type_ops_t object_ops = {
    .methods = object_methods,
    .nmethods = sizeof object_methods / sizeof *object_methods,
};

const type_method_t *object_method(uint16_t name)
{
    return type_find_method(POBJECT, name);
}
