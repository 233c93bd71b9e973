/* SPDX-License-Identifier: MIT */
/* obj.c -- what can be done with any object, but for operators (obj_ops.c): length,
 * items, iteration, text, hash. */
#include "obj.h"
#include "limits.h"
#include "call.h"
#include "class.h"
#include "exc.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "str.h"
#include "text.h"
#include "tuple.h"
#include "vosal.h"

err_t obj_check_recursion(const char *where)
{
    if (__builtin_expect(vos_stack_left() >= STACK_RESERVE, 1)) {
        return ERR_OK;
    }
    return vm_raise(ERR_RECURSION_EXC, "maximum recursion depth exceeded%s", where);
}

/* ---- hash, truth, length ---- */

/* Types without a hash of their own whose objects nevertheless must not be keys. */
static bool is_unhashable(uint8_t type)
{
    const uint64_t mutable_types = 1ull << PLIST | 1ull << PSET | 1ull << PDICT |
                                   1ull << PBYTEARRAY | 1ull << PSHORTARRAY |
                                   1ull << PSLICE | 1ull << PDICTVIEW;
    return mutable_types >> type & 1;
}

err_t obj_hash(PObject *o, uint32_t *hash)
{
    if (IS_PSMALLINT(o)) {
        *hash = (uint32_t)PSMALLINT_VALUE(o);
        return ERR_OK;
    }
    const type_ops_t *ops = type_of(o);
    if (ops->hash) {
        err_t err = obj_check_recursion("");
        return err == ERR_OK ? ops->hash(o, hash) : err;
    }
    if (is_unhashable(PTYPE(o))) {
        return vm_raise(ERR_TYPE_EXC, "unhashable type: '%s'", type_name_of(o));
    }
    *hash = (uint32_t)(POBJ_WORD(o) >> 3) * 0x9E3779B1u;
    return ERR_OK;
}

err_t obj_is_true(PObject *o, bool *res)
{
    if (IS_BOOL(o)) {
        *res = PBOOL_VALUE(o);
        return ERR_OK;
    }
    if (IS_PSMALLINT(o)) {
        *res = POBJ_WORD(o) != PSMALLINT_ZERO;
        return ERR_OK;
    }
    if (IS_NONE(o)) {
        *res = false;
        return ERR_OK;
    }
    const type_ops_t *ops = type_of(o);
    if (ops->is_true) {
        return ops->is_true(o, res);
    }
    uint32_t n = 1;
    err_t err = ops->len ? ops->len(o, &n) : ERR_OK;
    *res = n != 0;
    return err;
}

err_t obj_len(PObject *o, uint32_t *len)
{
    const type_ops_t *ops = type_of(o);
    if (!ops->len) {
        return vm_raise(ERR_TYPE_EXC, "object of type '%s' has no len()",
                        type_name_of(o));
    }
    return ops->len(o, len);
}

/* ---- items ---- */

static err_t contains_by_iterating(PObject *container, PObject *item, bool *res)
{
    PObject *it, *value;
    err_t err = obj_iter(container, &it);
    *res = false;
    while (err == ERR_OK && !*res) {
        err = obj_next(it, &value);
        if (err != ERR_OK || !value) {
            break;
        }
        err = obj_equal(value, item, res);
    }
    return err;
}

err_t obj_contains(PObject *container, PObject *item, bool *res)
{
    const type_ops_t *ops = type_of(container);
    if (ops->contains) {
        return ops->contains(container, item, res);
    }
    if (!obj_is_iterable(container)) {
        return vm_raise(ERR_TYPE_EXC, "argument of type '%s' is not iterable",
                        type_name_of(container));
    }
    return contains_by_iterating(container, item, res);
}

err_t obj_getitem(PObject *o, PObject *key, PObject **res)
{
    if (IS_PSMALLINT(key) && IS_OBJ(o, PLIST)) {
        uint32_t i = (uint32_t)PSMALLINT_VALUE(key);
        if (i < o->header.length) {
            *res = list_items((PList *)o)[i];
            return ERR_OK;
        }
    }
    const type_ops_t *ops = type_of(o);
    if (!ops->getitem) {
        return vm_raise(ERR_TYPE_EXC, "'%s' object is not subscriptable",
                        type_name_of(o));
    }
    return ops->getitem(o, key, res);
}

static err_t set_or_delete(PObject *o, PObject *key, PObject *value, const char *what)
{
    const type_ops_t *ops = type_of(o);
    if (!ops->setitem) {
        return vm_raise(ERR_TYPE_EXC, "'%s' object %s", type_name_of(o), what);
    }
    return ops->setitem(o, key, value);
}

err_t obj_setitem(PObject *o, PObject *key, PObject *value)
{
    return set_or_delete(o, key, value, "does not support item assignment");
}

err_t obj_delitem(PObject *o, PObject *key)
{
    const char *what = type_of(o)->getitem ? "doesn't support item deletion"
                                           : "does not support item deletion";
    return set_or_delete(o, key, NULL, what);
}

/* ---- iteration ---- */

bool obj_is_iterable(PObject *o)
{
    if (IS_OBJ(o, PINSTANCE)) {
        PClass *cls = class_of(o);
        return class_find(cls, NAME___iter__) || class_find(cls, NAME___getitem__);
    }
    return type_of(o)->iter != NULL;
}

err_t obj_iter(PObject *o, PObject **res)
{
    const type_ops_t *ops = type_of(o);
    if (!ops->iter) {
        return vm_raise(ERR_TYPE_EXC, "'%s' object is not iterable", type_name_of(o));
    }
    return ops->iter(o, res);
}

err_t obj_next(PObject *it, PObject **res)
{
    const type_ops_t *ops = type_of(it);
    if (!ops->next) {
        return vm_raise(ERR_TYPE_EXC, "'%s' object is not an iterator",
                        type_name_of(it));
    }
    err_t err = ops->next(it, res);
    if (err == ERR_STOP_ITERATION) {
        exc_clear();
        *res = NULL;
        err = ERR_OK;
    }
    return err;
}

/* ---- text ---- */

err_t obj_repr_to(PObject *o, struct text *out)
{
    const type_ops_t *ops = type_of(o);
    if (!ops->repr) {
        return text_addf(out, "<%s object at 0x%lx>", type_name_of(o),
                         (unsigned long)POBJ_WORD(o));
    }
    err_t err = obj_check_recursion(" while getting the repr of an object");
    return err == ERR_OK ? ops->repr(o, out) : err;
}

err_t obj_str_to(PObject *o, struct text *out)
{
    const type_ops_t *ops = type_of(o);
    if (!ops->str) {
        return obj_repr_to(o, out);
    }
    err_t err = obj_check_recursion(" while getting the str of an object");
    return err == ERR_OK ? ops->str(o, out) : err;
}

static err_t to_str(PObject *o, err_t (*add)(PObject *, struct text *), PObject **res)
{
    text_t t;
    char memory[64];
    text_init(&t, memory, sizeof memory);
    err_t err = add(o, &t);
    return err == ERR_OK ? text_take(&t, res) : err;
}

err_t obj_repr(PObject *o, PObject **res)
{
    return to_str(o, obj_repr_to, res);
}

err_t obj_str(PObject *o, PObject **res)
{
    if (IS_OBJ(o, PSTRING)) {
        *res = o;
        return ERR_OK;
    }
    return to_str(o, obj_str_to, res);
}

/* ---- index ---- */

bool obj_has_index(PObject *o)
{
    return int_is(o) ||
           (IS_OBJ(o, PINSTANCE) && class_find(class_of(o), NAME___index__));
}

err_t obj_index(PObject *o, int64_t *value)
{
    if (IS_PSMALLINT(o)) {
        *value = PSMALLINT_VALUE(o);
        return ERR_OK;
    }
    *value = 0;
    if (!obj_has_index(o)) {
        return vm_raise(ERR_TYPE_EXC, "'%s' object cannot be interpreted as an integer",
                        type_name_of(o));
    }
    PObject *i = o;
    err_t err = int_is(o) ? ERR_OK : int_index(o, &i);
    if (err == ERR_OK && !int_get(i, value)) {
        *value = int_order(i, PSMALLINT_NEW(0)) < 0 ? INT64_MIN : INT64_MAX;
    }
    return err;
}
