/* SPDX-License-Identifier: MIT */
/* attr.c -- finding, setting and deleting attributes of any object; the cache. */
#include "attr.h"
#include "call.h"
#include "class.h"
#include "dict.h"
#include "exc.h"
#include "exc_group.h"
#include "gc.h"
#include "list.h"
#include "module.h"
#include "native.h"
#include "obj.h"
#include "object.h"
#include "str.h"
#include "tuple.h"
#include "type.h"
#include <string.h>

attr_entry_t attr_cache[ATTR_CACHE_SIZE];

/* ---- the cache ---- */

void attr_flush(void)
{
    memset(attr_cache, 0, sizeof attr_cache);
}

/* Does what a class holds go before the instance's own attribute? */
static bool is_data_descriptor(PObject *value)
{
    if (value == NULL || !IS_OBJ(value, PINSTANCE)) {
        return value && IS_OBJ(value, PPROPERTY);
    }
    return class_find(class_of(value), NAME___set__) ||
           class_find(class_of(value), NAME___delete__);
}

static void fill_for_class(attr_entry_t *e, PClass *cls, uint16_t name)
{
    PObject *value = class_find(cls, name);
    int slot = class_slot(cls, name);
    e->kind = ATTR_SLOW;
    if ((cls->flags & (CLS_GETATTR | CLS_SETATTR)) || is_data_descriptor(value)) {
        return;
    }
    if (slot >= 0) {
        e->kind = ATTR_SLOT;
        e->slot = (uint16_t)slot;
    } else if (value && IS_OBJ(value, PFUNCTION)) {
        e->kind = ATTR_FUNCTION;
        e->value = value;
    } else if (value && IS_NATIVE(value) && PNATIVE_INDEX(value) >= NATIVE_FIRST) {
        e->kind = ATTR_NATIVE;
        e->value = value;
    }
}

const attr_entry_t *attr_lookup(uint32_t cls, uint16_t name)
{
    attr_entry_t *e = attr_entry(cls, name);
    *e = (attr_entry_t){.key = cls << 16 | name, .kind = ATTR_SLOW};
    if (cls < ATTR_TYPE_KEY) {
        fill_for_class(e, vm.classes[cls], name);
    } else {
        const type_method_t *m = type_find_method((uint8_t)(cls - ATTR_TYPE_KEY), name);
        if (m) {
            e->kind = ATTR_METHOD;
            e->value = (PObject *)m;
        }
    }
    return e;
}

/* ---- binding what a class holds ---- */

static PObject *new_method(PObject *fn, PObject *self)
{
    PMethod *m = gc_new(PMETHOD, POBJ_HASHABLE, sizeof *m);
    if (m) {
        m->fn = fn;
        m->self = self;
    }
    return (PObject *)m;
}

static err_t bound(PObject *method, PObject **res)
{
    *res = method;
    return method ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t get_property(PProperty *p, PObject *self, uint16_t name, PObject **res)
{
    if (p->get == NULL) {
        return vm_raise(ERR_ATTRIBUTE_EXC, "property '%s' of '%s' object has no getter",
                        attr_name_text(name), type_name_of(self));
    }
    return vm_call(p->get, res, 1, &self);
}

/* A class's attribute seen through an instance (self) or through the class itself (self
 * NULL). */
static err_t bind(PObject *value, PObject *self, PObject *cls, uint16_t name,
                  PObject **res)
{
    switch (PTYPE(value)) {
    case PFUNCTION:
    case PNATIVE:
        return self && !(IS_NATIVE(value) && PNATIVE_INDEX(value) < 0x1000)
                   ? bound(new_method(value, self), res)
                   : bound(value, res);
    case PSTATICMETHOD:
        return bound(((PProperty *)value)->get, res);
    case PCLASSMETHOD:
        return bound(new_method(((PProperty *)value)->get, cls), res);
    case PPROPERTY:
        if (self == NULL) {
            return bound(value, res);
        }
        return get_property((PProperty *)value, self, name, res);
    case PINSTANCE: {
        bool found;
        PObject *args[2] = {self ? self : P_NONE, cls};
        err_t err = vm_call_special(value, NAME___get__, &found, res, 2, args);
        return err != ERR_OK || found ? err : bound(value, res);
    }
    default:
        return bound(value, res);
    }
}

static err_t bind_type_method(const type_method_t *m, PObject *self, PObject **res)
{
    PNativeMethod *nm = gc_new(PNATIVEMETHOD, POBJ_HASHABLE, sizeof *nm);
    if (nm == NULL) {
        return ERR_MEMORY_EXC;
    }
    nm->method = m;
    nm->self = self;
    *res = (PObject *)nm;
    return ERR_OK;
}

/* ---- by type of object; *res NULL: not found ---- */

/* A copy: writing to it changes nothing. */
static err_t instance_dict(PInstance *o, PObject **res)
{
    PClass *cls = class_of((PObject *)o);
    PDict *dict = dict_new(cls->nslots), *overflow = class_overflow(o, false);
    err_t err = dict ? ERR_OK : ERR_MEMORY_EXC;
    for (uint32_t i = 0; err == ERR_OK && i < cls->nslots; i++) {
        uint16_t name = ((const uint16_t *)cls->slots->buffer)[i];
        if (o->slots[i] && name) {
            PObject *key = (PObject *)str_from_c(attr_name_text(name));
            err = key ? dict_set(dict, key, o->slots[i]) : ERR_MEMORY_EXC;
        }
    }
    uint32_t pos = 0;
    PObject *key, *value;
    while (err == ERR_OK && overflow && dict_next(overflow, &pos, &key, &value)) {
        key = (PObject *)str_from_c(attr_name_text((uint16_t)PSMALLINT_VALUE(key)));
        err = key ? dict_set(dict, key, value) : ERR_MEMORY_EXC;
    }
    *res = (PObject *)dict;
    return err;
}

/* What an instance has of its own: slot or overflow. */
static err_t own_attribute(PInstance *o, PClass *cls, uint16_t name, PObject **res)
{
    int slot = class_slot(cls, name);
    *res = slot >= 0 ? o->slots[slot] : NULL;
    PDict *overflow = *res ? NULL : class_overflow(o, false);
    return overflow ? dict_get(overflow, PSMALLINT_NEW(name), res) : ERR_OK;
}

static err_t find_in_builtin_base(PObject *o, PClass *cls, uint16_t name, PObject **res)
{
    *res = NULL;
    if (cls->number != IMAGE_NONE) {
        *res = exc_attribute(o, name);
        if (*res == NULL && group_is(o)) {
            err_t err = group_getattr(o, name, res);
            if (err != ERR_OK || *res) {
                return err;
            }
        }
        const type_method_t *m = *res ? NULL : type_find_method(PEXCEPTION, name);
        if (m) {
            return bind_type_method(m, o, res);
        }
    }
    return ERR_OK;
}

/* What every object has; __new__ takes its class as an argument. */
static err_t find_in_object(PObject *self, uint16_t name, PObject **res)
{
    const type_method_t *m = object_method(name);
    *res = NULL;
    if (m == NULL) {
        return ERR_OK;
    }
    return bind_type_method(m, name == NAME___new__ ? PTYPEOBJ_NEW(POBJECT) : self,
                            res);
}

static err_t find_plain(PObject *obj, uint16_t name, PObject **res)
{
    PInstance *o = (PInstance *)obj;
    PClass *cls = class_of(obj);
    PObject *value = class_find(cls, name);
    if (is_data_descriptor(value)) {
        return bind(value, obj, (PObject *)cls, name, res);
    }
    err_t err = own_attribute(o, cls, name, res);
    if (err != ERR_OK || *res) {
        return err;
    }
    if (value) {
        return bind(value, obj, (PObject *)cls, name, res);
    }
    if (name == NAME___class__) {
        *res = (PObject *)cls;
        return ERR_OK;
    }
    if (name == NAME___dict__) {
        return instance_dict(o, res);
    }
    if (name == NAME___hash__ && (cls->flags & CLS_UNHASHABLE)) {
        *res = P_NONE;
        return ERR_OK;
    }
    err = find_in_builtin_base(obj, cls, name, res);
    return err != ERR_OK || *res ? err : find_in_object(obj, name, res);
}

/* With a __getattribute__, a __getattr__ or both. */
static err_t find_by_special(PObject *obj, uint16_t name, PObject **res)
{
    bool found, fallback;
    PObject *text = (PObject *)str_from_c(attr_name_text(name));
    if (text == NULL) {
        return ERR_MEMORY_EXC;
    }
    err_t err = vm_call_special(obj, NAME___getattribute__, &found, res, 1, &text);
    if (err == ERR_OK && !found) {
        err = find_plain(obj, name, res);
    }
    bool missing =
        err == ERR_OK ? *res == NULL : exc_derives((uint16_t)err, ERR_ATTRIBUTE_EXC);
    if (!missing) {
        return err;
    }
    PObject *pending = err == ERR_OK ? NULL : exc_take(err), *value = NULL;
    err_t second = vm_call_special(obj, NAME___getattr__, &fallback, &value, 1, &text);
    if (second == ERR_OK && !fallback && pending) {
        return exc_reraise(pending);
    }
    *res = value;
    return second;
}

static err_t find_in_instance(PObject *obj, uint16_t name, PObject **res)
{
    return class_of(obj)->flags & CLS_GETATTR ? find_by_special(obj, name, res)
                                              : find_plain(obj, name, res);
}

/* `object` is the last base of all, and not kept. */
static err_t with_object(PTuple *classes, PObject **res)
{
    uint32_t n = classes->header.length;
    PTuple *all = tuple_new(n + 1);
    for (uint32_t i = 0; all && i < n; i++) {
        PTUPLE_SET_ITEM(all, i, PTUPLE_ITEM(classes, i));
    }
    if (all) {
        PTUPLE_SET_ITEM(all, n, PTYPEOBJ_NEW(POBJECT));
    }
    return bound((PObject *)all, res);
}

static err_t find_in_class(PClass *cls, uint16_t name, PObject **res)
{
    PObject *value = class_find(cls, name);
    *res = NULL;
    if (value) {
        return bind(value, NULL, (PObject *)cls, name, res);
    }
    switch (name) {
    case NAME___name__:
        *res = (PObject *)str_from_c(attr_name_text(cls->name));
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    case NAME___qualname__:
        *res = cls->qualname;
        return ERR_OK;
    case NAME___module__:
        return module_name(cls->module, res);
    case NAME___bases__:
        return cls->bases->header.length ? bound((PObject *)cls->bases, res)
                                         : with_object(cls->bases, res);
    case NAME___mro__:
        return with_object(cls->mro, res);
    case NAME___class__:
        *res = PTYPEOBJ_NEW(PTYPE_TYPE);
        return ERR_OK;
    case NAME___doc__:
        *res = P_NONE;
        return ERR_OK;
    default: {
        const type_method_t *m =
            cls->number != IMAGE_NONE ? type_find_method(PEXCEPTION, name) : NULL;
        if (name == NAME___hash__ && (cls->flags & CLS_UNHASHABLE)) {
            *res = P_NONE;
            return ERR_OK;
        }
        return m ? bind_type_method(m, NULL, res) : find_in_object(NULL, name, res);
    }
    }
}

static bool in_heap(const PFunction *fn)
{
    return (uintptr_t)fn - (uintptr_t)vm.config.heap < vm.config.heap_size;
}

/*
 * What was set in a function, as a dict; NULL: nothing. Functions of the image may lie
 * in ROM, so theirs are in a table of the VM.
 */
static err_t function_attrs(PFunction *fn, PDict **out)
{
    if (in_heap(fn)) {
        *out = fn->header.length ? gc_deref(fn->header.length) : NULL;
        return ERR_OK;
    }
    PObject *attrs = NULL, *key = PSMALLINT_NEW((intptr_t)((uintptr_t)fn / 8));
    err_t err = vm.function_attrs ? dict_get(vm.function_attrs, key, &attrs) : ERR_OK;
    *out = (PDict *)attrs;
    return err;
}

static err_t new_function_attrs(PFunction *fn, PDict **out)
{
    bool own = in_heap(fn);
    PObject *key = PSMALLINT_NEW((intptr_t)((uintptr_t)fn / 8));
    if (!own && !vm.function_attrs && !(vm.function_attrs = dict_new(1))) {
        return ERR_MEMORY_EXC;
    }
    if (!(*out = dict_new(1))) {
        return ERR_MEMORY_EXC;
    }
    if (own) {
        fn->header.length = gc_ref(*out);
        return ERR_OK;
    }
    return dict_set(vm.function_attrs, key, (PObject *)*out);
}

/* What was set comes first: decorators rename the functions that they make. */
static err_t find_in_function(PFunction *fn, uint16_t name, PObject **res)
{
    const image_code_t *code = fn->code;
    PDict *attrs;
    err_t err = function_attrs(fn, &attrs);
    if (err == ERR_OK && attrs) {
        err = dict_get(attrs, PSMALLINT_NEW(name), res);
        if (err != ERR_OK || *res) {
            return err;
        }
    }
    if (name == NAME___name__) {
        *res = (PObject *)str_from_c(attr_name_text(code->name));
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    *res = name == NAME___qualname__ ? vm.consts[code->qualname]
           : name == NAME___doc__    ? P_NONE
                                     : NULL;
    if (name == NAME___module__) {
        return module_name(code->module, res);
    }
    return *res ? ERR_OK : find_in_object((PObject *)fn, name, res);
}

static err_t find_in_method(PMethod *m, uint16_t name, PObject **res)
{
    if (name == NAME___self__ || name == NAME___func__) {
        *res = name == NAME___self__ ? m->self : m->fn;
        return ERR_OK;
    }
    return attr_find(m->fn, name, res);
}

/* int before bool, object before all. */
static err_t type_bases(PObject *type, bool with_self, PObject **res)
{
    PObject *row[3];
    uint32_t n = 0;
    if (with_self) {
        row[n++] = type;
    }
    if (type == PTYPEOBJ_NEW(PBOOL)) {
        row[n++] = PTYPEOBJ_NEW(PINTEGER);
    }
    if (type != PTYPEOBJ_NEW(POBJECT) && (with_self || n == 0)) {
        row[n++] = PTYPEOBJ_NEW(POBJECT);
    }
    return bound((PObject *)tuple_from(n, row), res);
}

/* str.join, int.__name__: a method of a type, not bound yet. */
static err_t find_in_type(PObject *type, uint16_t name, PObject **res)
{
    uint8_t id = (uint8_t)PTYPEOBJ_ID(type);
    *res = NULL;
    if (name == NAME___name__ || name == NAME___qualname__) {
        *res = (PObject *)str_from_c(typestrings[id]);
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    if (name == NAME___mro__ || name == NAME___bases__) {
        return type_bases(type, name == NAME___mro__, res);
    }
    if (name == NAME___module__ || name == NAME___class__ || name == NAME___doc__) {
        *res = name == NAME___module__  ? (PObject *)str_from_c("builtins")
               : name == NAME___class__ ? PTYPEOBJ_NEW(PTYPE_TYPE)
                                        : P_NONE;
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    const type_method_t *m = type_find_method(id, name);
    if (m == NULL || name == NAME___new__) {
        return find_in_object(NULL, name, res);
    }
    bool is_static = name == NAME_fromkeys || name == NAME_fromhex ||
                     name == NAME_from_bytes || name == NAME_maketrans;
    return bind_type_method(m, is_static ? type : NULL, res);
}

err_t attr_find(PObject *obj, uint16_t name, PObject **res)
{
    *res = NULL;
    uint8_t type = PTYPE(obj);
    switch (type) {
    case PINSTANCE:
        return find_in_instance(obj, name, res);
    case PCLASS:
        return find_in_class((PClass *)obj, name, res);
    case PMODULE:
        return module_attribute((PModule *)obj, name, res);
    case PFUNCTION:
        return find_in_function((PFunction *)obj, name, res);
    case PMETHOD:
        return find_in_method((PMethod *)obj, name, res);
    case PTYPE_TYPE:
        return find_in_type(obj, name, res);
    default:
        break;
    }
    if (type_ops[type]->getattr) {
        err_t err = type_ops[type]->getattr(obj, name, res);
        if (err != ERR_OK || *res) {
            return err;
        }
    }
    const type_method_t *m = type_find_method(type, name);
    if (m) {
        return bind_type_method(m, IS_EXCEPTION(obj) ? NULL : obj, res);
    }
    if (name == NAME___class__) {
        *res = class_type_of(obj);
        return ERR_OK;
    }
    return find_in_object(IS_EXCEPTION(obj) ? NULL : obj, name, res);
}

static err_t no_attribute(PObject *obj, uint16_t name)
{
    const char *text = attr_name_text(name);
    if (IS_OBJ(obj, PCLASS) || IS_TYPEOBJ(obj) || IS_EXCEPTION(obj)) {
        return vm_raise(ERR_ATTRIBUTE_EXC, "type object '%s' has no attribute '%s'",
                        class_name(obj), text);
    }
    if (IS_OBJ(obj, PMODULE)) {
        PObject *module;
        err_t err = module_name(obj->header.aux, &module);
        return err != ERR_OK
                   ? err
                   : vm_raise(ERR_ATTRIBUTE_EXC, "module '%S' has no attribute '%s'",
                              module, text);
    }
    return vm_raise(ERR_ATTRIBUTE_EXC, "'%s' object has no attribute '%s'",
                    type_name_of(obj), text);
}

err_t attr_get_plain(PObject *obj, uint16_t name, PObject **res)
{
    *res = NULL;
    err_t err =
        IS_OBJ(obj, PINSTANCE) ? find_plain(obj, name, res) : attr_find(obj, name, res);
    return err == ERR_OK && *res == NULL ? no_attribute(obj, name) : err;
}

err_t attr_get(PObject *obj, uint16_t name, PObject **res)
{
    err_t err = attr_find(obj, name, res);
    return err == ERR_OK && *res == NULL ? no_attribute(obj, name) : err;
}

/* ---- setting ---- */

static err_t set_property(PObject *obj, PProperty *p, uint16_t name, PObject *value)
{
    PObject *args[2] = {obj, value}, *ignored;
    PObject *fn = value ? p->set : p->del;
    if (fn == NULL) {
        return vm_raise(ERR_ATTRIBUTE_EXC, "property '%s' of '%s' object has no %s",
                        attr_name_text(name), type_name_of(obj),
                        value ? "setter" : "deleter");
    }
    return vm_call(fn, &ignored, value ? 2 : 1, args);
}

static err_t set_in_overflow(PInstance *o, uint16_t name, PObject *value)
{
    PClass *cls = class_of((PObject *)o);
    bool found = false;
    if (value && (cls->flags & CLASS_SLOTS)) {
        return no_attribute((PObject *)o, name);
    }
    PDict *overflow = class_overflow(o, value != NULL);
    if (value) {
        return overflow ? dict_set(overflow, PSMALLINT_NEW(name), value)
                        : ERR_MEMORY_EXC;
    }
    err_t err = overflow ? dict_del(overflow, PSMALLINT_NEW(name), &found) : ERR_OK;
    return err == ERR_OK && !found ? no_attribute((PObject *)o, name) : err;
}

static err_t set_by_descriptor(PObject *descriptor, PObject *obj, uint16_t name,
                               PObject *value)
{
    PObject *args[2] = {obj, value}, *ignored;
    bool found;
    err_t err = vm_call_special(descriptor, value ? NAME___set__ : NAME___delete__,
                                &found, &ignored, value ? 2 : 1, args);
    if (err == ERR_OK && !found) {
        return vm_raise(ERR_ATTRIBUTE_EXC, "%s", value ? "__set__" : "__delete__");
    }
    (void)name;
    return err;
}

static err_t set_in_function(PFunction *fn, uint16_t name, PObject *value)
{
    bool found = false;
    PDict *attrs;
    err_t err = function_attrs(fn, &attrs);
    if (err == ERR_OK && attrs == NULL && value) {
        err = new_function_attrs(fn, &attrs);
    }
    if (err == ERR_OK && value) {
        return dict_set(attrs, PSMALLINT_NEW(name), value);
    }
    err = err == ERR_OK && attrs ? dict_del(attrs, PSMALLINT_NEW(name), &found) : err;
    return err == ERR_OK && !found ? no_attribute((PObject *)fn, name) : err;
}

static err_t set_in_instance(PObject *obj, uint16_t name, PObject *value)
{
    PInstance *o = (PInstance *)obj;
    PClass *cls = class_of(obj);
    PObject *in_class = class_find(cls, name);
    if (in_class && IS_OBJ(in_class, PPROPERTY)) {
        return set_property(obj, (PProperty *)in_class, name, value);
    }
    if (is_data_descriptor(in_class)) {
        return set_by_descriptor(in_class, obj, name, value);
    }
    if (cls->number != IMAGE_NONE && exc_has_attribute(name)) {
        PException *e = exc_record(obj);
        err_t err = e ? ERR_OK : exc_set_args(obj, 0, NULL);
        return err != ERR_OK ? err : exc_set_attribute(exc_record(obj), name, value);
    }
    int slot = class_slot(cls, name);
    if (slot < 0) {
        return set_in_overflow(o, name, value);
    }
    if (value == NULL && o->slots[slot] == NULL) {
        return no_attribute(obj, name);
    }
    o->slots[slot] = value;
    return ERR_OK;
}

/* A user's __setattr__ or __delattr__; *found false: there is none. */
static err_t set_by_special(PObject *obj, uint16_t name, PObject *value, bool *found)
{
    PObject *text = (PObject *)str_from_c(attr_name_text(name)), *ignored;
    PObject *args[2] = {text, value};
    return text ? vm_call_special(obj, value ? NAME___setattr__ : NAME___delattr__,
                                  found, &ignored, value ? 2 : 1, args)
                : ERR_MEMORY_EXC;
}

err_t attr_set(PObject *obj, uint16_t name, PObject *value)
{
    if (IS_OBJ(obj, PINSTANCE) && (class_of(obj)->flags & CLS_SETATTR)) {
        bool found;
        err_t err = set_by_special(obj, name, value, &found);
        if (err != ERR_OK || found) {
            return err;
        }
    }
    return attr_set_plain(obj, name, value);
}

err_t attr_set_plain(PObject *obj, uint16_t name, PObject *value)
{
    switch (PTYPE(obj)) {
    case PINSTANCE:
        return set_in_instance(obj, name, value);
    case PFUNCTION:
        return set_in_function((PFunction *)obj, name, value);
    case PCLASS:
        return class_set((PClass *)obj, name, value);
    case PMODULE:
        return module_set_attribute((PModule *)obj, name, value);
    case PEXCEPTION:
        if (!IS_TAGGED(obj)) {
            return exc_set_attribute((PException *)obj, name, value);
        }
        break;
    default:
        break;
    }
    PObject *there;
    err_t err = attr_find(obj, name, &there);
    if (err == ERR_OK && there) {
        return vm_raise(ERR_ATTRIBUTE_EXC, "'%s' object attribute '%s' is read-only",
                        type_name_of(obj), attr_name_text(name));
    }
    return err != ERR_OK ? err : no_attribute(obj, name);
}

/* ---- with and super ---- */

OPTIONAL err_t attr_special(PObject *obj, uint16_t name, PObject **res)
{
    err_t err = ERR_OK;
    *res = NULL;
    if (IS_OBJ(obj, PINSTANCE)) {
        PClass *cls = class_of(obj);
        PObject *value = class_find(cls, name);
        err = value ? bind(value, obj, (PObject *)cls, name, res) : ERR_OK;
    } else {
        err = attr_find(obj, name, res);
    }
    if (err != ERR_OK || *res) {
        return err;
    }
    return vm_raise(
        ERR_TYPE_EXC, "'%s' object does not support the context manager protocol%s",
        type_name_of(obj), name == NAME___exit__ ? " (missed __exit__ method)" : "");
}

OPTIONAL err_t attr_super(PObject *cls, PObject *self, uint16_t name, PObject **res)
{
    bool through_class = IS_OBJ(self, PCLASS);
    if (!IS_OBJ(cls, PCLASS) || !(IS_OBJ(self, PINSTANCE) || through_class)) {
        return vm_raise(ERR_TYPE_EXC,
                        "super(type, obj): obj must be an instance or subtype of type");
    }
    PClass *of = through_class ? (PClass *)self : class_of(self);
    PObject *value = class_find_after(of, cls, name, NULL);
    if (value) {
        return bind(value, through_class ? NULL : self, (PObject *)of, name, res);
    }
    *res = NULL;
    err_t err = through_class ? ERR_OK : find_in_builtin_base(self, of, name, res);
    if (err == ERR_OK && *res == NULL) {
        err = find_in_object(self, name, res);
    }
    if (err != ERR_OK || *res) {
        return err;
    }
    return vm_raise(ERR_ATTRIBUTE_EXC, "'super' object has no attribute '%s'",
                    attr_name_text(name));
}
