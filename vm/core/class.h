/* SPDX-License-Identifier: MIT */
/*
 * class.h -- user classes and their instances, and types as Python sees them.
 */
#ifndef CORE_CLASS_H
#define CORE_CLASS_H

#include "state.h"

/* Flags of PClass beyond image_class's CLASS_…: special methods that the fast paths
 * must know about. */
enum {
    CLS_GETATTR = 0x100, /* has __getattr__ or __getattribute__ */
    CLS_SETATTR = 0x200, /* has __setattr__ or __delattr__ */
    CLS_NEW = 0x400,     /* has __new__ */
    CLS_EQ = 0x800,
    CLS_UNHASHABLE = 0x1000, /* __eq__ without __hash__ */
    CLS_SPECIAL_MASK = 0x1F00,
};

/* END_CLASS: locals[0] is the tuple of bases, locals[1 …] the attributes (NULL: not
 * assigned). */
err_t class_make(const image_class_t *desc, PObject **locals, PObject **res);

/* The attribute as stored in the class or the bases (functions unbound), or NULL. */
PObject *class_find(PClass *cls, uint16_t name);
/* The same, and in which class of the MRO. `after`: start behind that class (super),
 * NULL: at the first. */
PObject *class_find_after(PClass *cls, PObject *after, uint16_t name, PObject **owner);
err_t class_set(PClass *cls, uint16_t name, PObject *value);
/* Index of an instance slot, or -1. */
int class_slot(PClass *cls, uint16_t name);

static inline PClass *class_of(PObject *instance)
{
    return vm.classes[instance->header.aux];
}

/* A new instance, slots NULL (and the C struct zero). */
PInstance *class_new_instance(PClass *cls);
/* The dict of attributes that no slot was planned for; created when `create`. NULL:
 * none, or no memory. */
PDict *class_overflow(PInstance *instance, bool create);
/* Does `cls` or a base of it hold `base`? */
bool class_derives(PClass *cls, PObject *base);

/* isinstance, issubclass, type(): classes, exception names, type objects and tuples of
 * them. */
err_t class_is_instance(PObject *o, PObject *cls, bool *res);
err_t class_is_subclass(PObject *sub, PObject *cls, bool *res);
PObject *class_type_of(PObject *o);
/* str: "Sensor", "int". */
const char *class_name(PObject *cls);

#endif
