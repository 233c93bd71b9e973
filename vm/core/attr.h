/* SPDX-License-Identifier: MIT */
/*
 * attr.h -- attributes: instances, classes, modules, exceptions, methods of built-in
 * types, and the cache.
 */
#ifndef CORE_ATTR_H
#define CORE_ATTR_H

#include "limits.h"
#include "value.h"

/* obj.name; AttributeError when there is none. Context: thread with the GIL. */
err_t attr_get(PObject *obj, uint16_t name, PObject **res);
/* *res NULL instead of an AttributeError. */
err_t attr_find(PObject *obj, uint16_t name, PObject **res);
/* value NULL: del obj.name. */
err_t attr_set(PObject *obj, uint16_t name, PObject *value);
/* The same without the class's own __getattribute__, __getattr__, __setattr__,
 * __delattr__: what `object` does. */
err_t attr_get_plain(PObject *obj, uint16_t name, PObject **res);
err_t attr_set_plain(PObject *obj, uint16_t name, PObject *value);

/* The special method for `with`: looked up on the type, bound. */
err_t attr_special(PObject *obj, uint16_t name, PObject **res);
/* super(cls, self).name */
err_t attr_super(PObject *cls, PObject *self, uint16_t name, PObject **res);
/* Number of a name given as str at run time, or 0 when the program has no such name (so
 * no object has it). */
uint16_t attr_name_of(PObject *str);
/* The same; a text that is no name of the program gets a number now. 0: no memory. */
uint16_t attr_name_intern(PObject *str);
/* Text of a name's number. */
const char *attr_name_text(uint16_t name);

/*
 * The cache: direct-mapped, in RAM, keyed by class index (or ATTR_TYPE_KEY + type id)
 * and name. An entry says how instances of that class find that attribute. A change of
 * any class empties it.
 */
typedef enum {
    ATTR_NONE, /* entry not in use */
    ATTR_SLOT, /* instance slot `slot`; `value` (may be NULL) when the slot is empty */
    ATTR_FUNCTION, /* a PFUNCTION of the class and no instance slot of that name */
    ATTR_METHOD,   /* a type_method_t of a built-in type, in `value` */
    ATTR_NATIVE,   /* a native of the program as method, and no such instance slot */
    ATTR_SLOW,     /* properties, __getattr__ …: attr_get knows */
} attr_kind_t;

typedef struct {
    uint32_t key;
    uint16_t kind;
    uint16_t slot;
    PObject *value;
} attr_entry_t;

#define ATTR_TYPE_KEY 0xFF00u

extern attr_entry_t attr_cache[ATTR_CACHE_SIZE];

static inline attr_entry_t *attr_entry(uint32_t cls, uint16_t name)
{
    return &attr_cache[(cls * 61u ^ name) & (ATTR_CACHE_SIZE - 1)];
}

/* The entry for that class and name, filled if need be; never ATTR_NONE. */
const attr_entry_t *attr_lookup(uint32_t cls, uint16_t name);
/* After any change of a class. */
void attr_flush(void);

static inline const attr_entry_t *attr_cached(uint32_t cls, uint16_t name)
{
    const attr_entry_t *e = attr_entry(cls, name);
    return e->key == (cls << 16 | name) ? e : attr_lookup(cls, name);
}

#endif
