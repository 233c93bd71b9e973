/* SPDX-License-Identifier: MIT */
/* singleton.c -- None, Ellipsis, NotImplemented, type objects, built-in functions and
 * methods. */
#include "singleton.h"
#include "attr.h"
#include "builtins.h"
#include "native.h"
#include "pstring.h"
#include "text.h"
#include <string.h>

static err_t word_hash(PObject *self, uint32_t *hash)
{
    *hash = (uint32_t)(POBJ_WORD(self) >> 3) * 0x9E3779B1u;
    return ERR_OK;
}

static err_t is_false(PObject *self, bool *res)
{
    (void)self;
    *res = false;
    return ERR_OK;
}

static err_t none_repr(PObject *self, text_t *out)
{
    (void)self;
    return text_add_c(out, "None");
}

const type_ops_t none_ops = {.repr = none_repr, .hash = word_hash, .is_true = is_false};

static err_t ellipsis_repr(PObject *self, text_t *out)
{
    (void)self;
    return text_add_c(out, "Ellipsis");
}

const type_ops_t ellipsis_ops = {.repr = ellipsis_repr, .hash = word_hash};

static err_t notimplemented_repr(PObject *self, text_t *out)
{
    (void)self;
    return text_add_c(out, "NotImplemented");
}

const type_ops_t notimplemented_ops = {.repr = notimplemented_repr, .hash = word_hash};

/* ---- type objects ---- */

static err_t typeobj_repr(PObject *self, text_t *out)
{
    return text_addf(out, "<class '%s'>", typestrings[PTYPEOBJ_ID(self)]);
}

/* int is PSMALLINT, PINTEGER and PBIGINT at once; the type of classes is PCLASS too. */
static uint32_t kind_of(uint32_t type)
{
    return type == PCLASS                         ? PTYPE_TYPE
           : type == PSMALLINT || type == PBIGINT ? PINTEGER
                                                  : type;
}

static err_t typeobj_hash(PObject *self, uint32_t *hash)
{
    *hash = kind_of(PTYPEOBJ_ID(self)) * 0x9E3779B1u;
    return ERR_OK;
}

/* Classic programs compare type(x) with the number of a type. */
static err_t typeobj_compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    bool is_type = IS_TYPEOBJ(b);
    *res = P_NOT_IMPLEMENTED;
    if (op == CMP_EQ && (is_type || IS_PSMALLINT(b))) {
        uint32_t other = is_type ? PTYPEOBJ_ID(b) : (uint32_t)PSMALLINT_VALUE(b);
        *res = PBOOL_NEW(kind_of(PTYPEOBJ_ID(a)) == kind_of(other));
    }
    return ERR_OK;
}

const type_ops_t typeobj_ops = {
    .repr = typeobj_repr, .hash = typeobj_hash, .compare = typeobj_compare};

/* ---- functions in C ---- */

static const char *name_of_native(PObject *fn)
{
    uint32_t index = PNATIVE_INDEX(fn);
    return index < NATIVE_FIRST ? builtin_rows[index].name
                                : native_name(index - NATIVE_FIRST);
}

static err_t native_repr(PObject *self, text_t *out)
{
    return text_addf(out, "<built-in function %s>", name_of_native(self));
}

static err_t native_getattr(PObject *self, uint16_t name, PObject **res)
{
    if (name != NAME___name__ && name != NAME___qualname__) {
        return ERR_OK;
    }
    const char *text = name_of_native(self);
    *res = (PObject *)pstring_new((uint32_t)strlen(text), (const uint8_t *)text);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

const type_ops_t native_ops = {
    .repr = native_repr, .hash = word_hash, .getattr = native_getattr};

static err_t nativemethod_repr(PObject *self, text_t *out)
{
    PNativeMethod *m = (PNativeMethod *)self;
    const char *name = attr_name_text(m->method->name);
    if (m->self == NULL) {
        return text_addf(out, "<method '%s'>", name);
    }
    return text_addf(out, "<built-in method %s of %s object>", name,
                     type_name_of(m->self));
}

static err_t nativemethod_hash(PObject *self, uint32_t *hash)
{
    PNativeMethod *m = (PNativeMethod *)self;
    *hash = (uint32_t)(POBJ_WORD(m->self) >> 3 ^ POBJ_WORD(m->method) >> 3);
    return ERR_OK;
}

static err_t nativemethod_compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    *res = P_NOT_IMPLEMENTED;
    if (op == CMP_EQ && IS_OBJ(b, PNATIVEMETHOD)) {
        PNativeMethod *x = (PNativeMethod *)a, *y = (PNativeMethod *)b;
        *res = PBOOL_NEW(x->method == y->method && x->self == y->self);
    }
    return ERR_OK;
}

const type_ops_t nativemethod_ops = {.repr = nativemethod_repr,
                                     .hash = nativemethod_hash,
                                     .compare = nativemethod_compare};
