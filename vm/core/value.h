/* SPDX-License-Identifier: MIT */
/*
 * value.h -- the layouts of objects as the VM itself knows them, beyond what pobject.h
 * freezes.
 */
#ifndef CORE_VALUE_H
#define CORE_VALUE_H

#include "image.h"
#include "names.h"
#include "perrors.h"
#include "pobject.h"
#include <stdbool.h>

/* Type ids of the VM's own, from 31 on. */
enum {
#define TYPE(number, id, name)
#define VMTYPE(number, id, name) id = number,
#include "types.def"
#undef TYPE
#undef VMTYPE
    TYPE_COUNT = PFILE + 1,
};

/* The singletons Ellipsis and NotImplemented are type words with a mark: never seen by
 * `type()`. */
#define P_ELLIPSIS POBJ_FROM_WORD(((uint32_t)PELLIPSIS << 8) | TAG_CELL)
#define P_NOT_IMPLEMENTED POBJ_FROM_WORD(((uint32_t)PNOTIMPLEMENTED << 8) | TAG_CELL)

#define IS_TYPEOBJ(o) ((POBJ_WORD(o) & 0xFF) == TAG_TYPE)
#define IS_NATIVE(o) ((POBJ_WORD(o) & 0xFF) == TAG_NATIVE)
#define IS_POINTER(o) (!IS_TAGGED(o))
/* Pointer to an object of that type; the cheap test before a cast. */
#define IS_OBJ(o, t) (!IS_TAGGED(o) && ((PObject *)(o))->header.type == (t))

/* length: limbs, little-endian, most significant one not zero; flag BIGINT_NEGATIVE.
 * Never fits an int64. */
#define BIGINT_NEGATIVE 0x01
typedef struct {
    PObjectHeader header;
    uint32_t limb[];
} PBigint;

typedef struct _prange {
    PObjectHeader
        header; /* length: number of elements when it fits 32 bits, else UINT32_MAX */
    int64_t start, step, stop;
} PRange;

typedef struct _pslice {
    PObjectHeader header;
    PObject *start, *stop, *step;
} PSlice;

/* Iterators over built-in containers, and enumerate, filter, map, reversed, zip: `kind`
 * is header.aux. */
typedef struct _piterator {
    PObjectHeader header;
    PObject *iterable;
    PObject *extra; /* by kind: function, tuple of iterators, counter … */
    uint32_t index;
    uint32_t length; /* size of a dict or set at the start, to notice changes */
} PIterator;

typedef struct _pfunction {
    PObjectHeader header; /* length: gc_ref of the dict of attributes, or 0 */
    const image_code_t *code;
    PTuple *defaults;  /* of the last positional parameters, or NULL */
    PDict *kwdefaults; /* name (small integer: its number) → value, or NULL */
    PTuple *cells;     /* code->nfree cells, or NULL */
} PFunction;

typedef struct _pmethod {
    PObjectHeader header;
    PObject *fn;
    PObject *self;
} PMethod;

/* A method of a built-in type taken as a value: `"".join`. */
typedef struct {
    PObjectHeader header;
    const struct type_method *method;
    PObject *self;
} PNativeMethod;

typedef struct {
    PObjectHeader header;
    PObject *value; /* NULL: empty */
} PCell;

typedef struct _pmodule {
    PObjectHeader header; /* aux: row of the image's module table */
    uint8_t loaded;       /* MODULE_… of module.h */
} PModule;

/* property, staticmethod, classmethod. */
typedef struct {
    PObjectHeader header;
    PObject *get, *set, *del; /* staticmethod and classmethod use `get` */
} PProperty;

/* An attribute of a class: kept sorted by name. */
typedef struct {
    uint16_t name;
    PObject *value;
} class_attr_t;

typedef struct _pclass {
    PObjectHeader header; /* aux: index in vm.classes; length: attributes in use */
    PTuple *bases;        /* as written; classes, exception names or types */
    PTuple *mro; /* this class first; ends with exception names or types when it derives
                    from them */
    PBuffer *attrs; /* class_attr_t[header.length], ascending */
    PBuffer *slots; /* uint16_t names of instance slots, those of the bases first */
    uint16_t nslots;
    uint16_t name;
    uint16_t number; /* exception number, or IMAGE_NONE */
    uint16_t flags;  /* CLASS_… of class.h */
    uint32_t attrs_cap;
    PObject *qualname;                 /* str */
    const struct native_class *native; /* embedded C struct, or NULL */
    uint16_t module;
} PClass;

/* Slots, then (for native classes, 8-aligned) the C struct. header.aux: class index,
 * header.length: overflow table. */
typedef struct _pinstance {
    PObjectHeader header;
    PObject *slots[];
} PInstance;

/* What `raise E(…)` makes; header.aux is the number. */
typedef struct _pexception {
    PObjectHeader header;
    PTuple *args;     /* NULL: () */
    PObject *cause;   /* of raise … from; NULL: none, None: suppressed */
    PObject *context; /* what was handled when it was raised, or NULL */
    PDict *attrs;     /* name number → value, or NULL */
    PBuffer *trace;   /* trace_entry_t of traceback.h */
} PException;

/* Behind it: the frame's slots (locals and operands) while it is not running. */
typedef struct {
    PObjectHeader header; /* length: slots saved */
    const image_code_t *code;
    PObject *handled; /* exception being handled inside, or NULL */
    uint32_t pc;      /* where to go on */
    uint8_t state;    /* GEN_… of gen.h */
    PObject *saved[];
} PGenerator;

#define LAYOUT(type, field, offset)                                                    \
    _Static_assert(offsetof(type, field) == (offset), #type "." #field " moved");
#include "layout.def"
#undef LAYOUT

#endif
