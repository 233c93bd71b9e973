/* SPDX-License-Identifier: MIT */
/* type.c -- the table of type rows, methods by name, names of types. */
#include "type.h"
#include "bigint.h"
#include "bytes.h"
#include "class.h"
#include "dict.h"
#include "exc.h"
#include "file.h"
#include "float.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "obj.h"
#include "range.h"
#include "set.h"
#include "shorts.h"
#include "driver.h"
#include "singleton.h"
#include "slice.h"
#include "str.h"
#include "text.h"
#include "tuple.h"

const uint8_t _typetags[8] = {
    PNONE, PDRIVER, PNONE, PEXCEPTION, PBOOL, PNATIVE, PCELL, PTYPE_TYPE,
};

/* Rows of the files without a header for it. */
extern const type_ops_t function_ops, method_ops, class_ops, instance_ops, module_ops,
    generator_ops, exception_ops, property_ops, staticmethod_ops, classmethod_ops,
    thread_ops, object_ops;

/* What is only passed around: its repr is the general one, its identity its hash. */
static const type_ops_t plain_ops;

/* ---- Ellipsis and NotImplemented share the tag of cells ---- */

static const type_ops_t *singleton_ops(PObject *o)
{
    return o == P_ELLIPSIS          ? &ellipsis_ops
           : o == P_NOT_IMPLEMENTED ? &notimplemented_ops
                                    : &plain_ops;
}

static err_t cell_repr(PObject *self, struct text *out)
{
    const type_ops_t *ops = singleton_ops(self);
    return ops->repr
               ? ops->repr(self, out)
               : text_addf(out, "<cell at 0x%lx>", (unsigned long)POBJ_WORD(self));
}

static const type_ops_t cell_ops = {.repr = cell_repr};

const type_ops_t *const type_ops[TYPE_COUNT] = {
    [PSMALLINT] = &smallint_ops,
    [PINTEGER] = &integer_ops,
    [PFLOAT] = &float_ops,
    [PBOOL] = &bool_ops,
    [PSTRING] = &string_ops,
    [PBYTES] = &bytes_ops,
    [PBYTEARRAY] = &bytearray_ops,
    [PSHORTS] = &shorts_ops,
    [PSHORTARRAY] = &shortarray_ops,
    [PLIST] = &list_ops,
    [PTUPLE] = &tuple_ops,
    [PRANGE] = &range_ops,
    [PFSET] = &fset_ops,
    [PSET] = &set_ops,
    [PDICT] = &dict_ops,
    [PFUNCTION] = &function_ops,
    [PMETHOD] = &method_ops,
    [PCLASS] = &class_ops,
    [PINSTANCE] = &instance_ops,
    [PMODULE] = &module_ops,
    [PBUFFER] = &plain_ops,
    [PSLICE] = &slice_ops,
    [PITERATOR] = &iterator_ops,
    [PFRAME] = &plain_ops,
    [PCELL] = &cell_ops,
    [PNONE] = &none_ops,
    [PEXCEPTION] = &exception_ops,
    [PNATIVE] = &native_ops,
    [PSYSOBJ] = &plain_ops,
    [PDRIVER] = &driver_ops,
    [PTHREAD] = &thread_ops,
    [PBIGINT] = &bigint_ops,
    [PGENERATOR] = &generator_ops,
    [PTYPE_TYPE] = &typeobj_ops,
    [POBJECT] = &object_ops,
    [PENUMERATE] = &enumerate_ops,
    [PFILTER] = &filter_ops,
    [PMAP] = &map_ops,
    [PREVERSED] = &reversed_ops,
    [PZIP] = &zip_ops,
    [PPROPERTY] = &property_ops,
    [PSTATICMETHOD] = &staticmethod_ops,
    [PCLASSMETHOD] = &classmethod_ops,
    [PDICTVIEW] = &dictview_ops,
    [PNATIVEMETHOD] = &nativemethod_ops,
    [PELLIPSIS] = &ellipsis_ops,
    [PNOTIMPLEMENTED] = &notimplemented_ops,
    [PFILE] = &file_ops,
};

const char *const typestrings[] = {
#define TYPE(number, id, name) [number] = name,
#define VMTYPE(number, id, name) [number] = name,
#include "types.def"
#undef TYPE
#undef VMTYPE
};

const type_method_t *type_find_method(uint8_t type, uint16_t name)
{
    const type_ops_t *ops = type_ops[type];
    uint32_t lo = 0, hi = ops->nmethods;
    while (lo < hi) {
        uint32_t middle = (lo + hi) / 2;
        if (ops->methods[middle].name < name) {
            lo = middle + 1;
        } else {
            hi = middle;
        }
    }
    return lo < ops->nmethods && ops->methods[lo].name == name ? &ops->methods[lo]
                                                               : NULL;
}

const char *type_of_method(const type_method_t *method)
{
    for (int type = 0; type < TYPE_COUNT; type++) {
        const type_ops_t *ops = type_ops[type];
        if (ops && method >= ops->methods && method < ops->methods + ops->nmethods) {
            return typestrings[type];
        }
    }
    return typestrings[POBJECT];
}

const char *type_name_of(PObject *o)
{
    static const char *const views[] = {"dict_keys", "dict_values", "dict_items"};
    uint8_t type = PTYPE(o);
    switch (type) {
    case PINSTANCE:
        return class_name((PObject *)class_of(o));
    case PEXCEPTION:
        return IS_TAGGED(o) ? "type" : exc_name(o->header.aux);
    case PDICTVIEW:
        return views[o->header.aux];
    case PITERATOR:
        return iter_type_name((PIterator *)o);
    case PCELL:
        type = o == P_ELLIPSIS          ? PELLIPSIS
               : o == P_NOT_IMPLEMENTED ? PNOTIMPLEMENTED
                                        : PCELL;
        break;
    default:
        break;
    }
    return typestrings[type];
}
