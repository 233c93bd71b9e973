/* SPDX-License-Identifier: MIT */
/* dict_view.c -- what keys(), values() and items() give; keys and items are also sets.
 */
#include "dict.h"
#include "exc.h"
#include "htab.h"
#include "iter.h"
#include "obj.h"
#include "seq.h"
#include "set.h"
#include "text.h"
#include "tuple.h"

static PDict *dict_of(PObject *view)
{
    return ((PDictView *)view)->dict;
}

static err_t repr_items(PObject *self, struct text *out)
{
    PObject *key, *value;
    const char *between = "";
    for (uint32_t pos = 0; dict_next(dict_of(self), &pos, &key, &value);) {
        text_add_c(out, between);
        between = ", ";
        bool pair = self->header.aux == VIEW_ITEMS;
        err_t err = ERR_OK;
        if (pair) {
            text_add_c(out, "(");
            err = obj_repr_to(key, out);
            text_add_c(out, ", ");
        }
        if (err == ERR_OK) {
            err = obj_repr_to(self->header.aux == VIEW_KEYS ? key : value, out);
        }
        if (err != ERR_OK) {
            return err;
        }
        if (pair) {
            text_add_c(out, ")");
        }
    }
    return ERR_OK;
}

static err_t repr(PObject *self, struct text *out)
{
    static const char *const names[] = {"dict_keys([", "dict_values([", "dict_items(["};
    repr_mark_t mark;
    if (!repr_enter(&mark, (PObject *)dict_of(self))) {
        return text_add_c(out, "...");
    }
    text_add_c(out, names[self->header.aux]);
    err_t err = repr_items(self, out);
    text_add_c(out, "])");
    repr_leave(&mark);
    return err;
}

static err_t compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    if (a->header.aux == VIEW_VALUES) {
        *res = P_NOT_IMPLEMENTED;
        return ERR_OK;
    }
    return set_compare(op, a, b, res);
}

static err_t binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    bool values = (IS_OBJ(a, PDICTVIEW) && a->header.aux == VIEW_VALUES) ||
                  (IS_OBJ(b, PDICTVIEW) && b->header.aux == VIEW_VALUES);
    if (values || (op != BIN_AND && op != BIN_OR && op != BIN_XOR && op != BIN_SUB)) {
        *res = P_NOT_IMPLEMENTED;
        return ERR_OK;
    }
    return set_combine(op, a, b, res);
}

static err_t len(PObject *self, uint32_t *len)
{
    *len = dict_of(self)->header.length;
    return ERR_OK;
}

static err_t is_true(PObject *self, bool *res)
{
    *res = dict_of(self)->header.length != 0;
    return ERR_OK;
}

static err_t iter(PObject *self, PObject **res)
{
    static const uint8_t kinds[] = {ITER_KEYS, ITER_VALUES, ITER_ITEMS};
    *res = (PObject *)iter_new(kinds[self->header.aux], (PObject *)dict_of(self), NULL);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t has_value(PDict *dict, PObject *item, bool *res)
{
    PObject *key, *value;
    err_t err = ERR_OK;
    *res = false;
    for (uint32_t pos = 0; !*res && dict_next(dict, &pos, &key, &value);) {
        err = obj_equal(value, item, res);
        if (err != ERR_OK) {
            break;
        }
    }
    return err;
}

static err_t has_item(PDict *dict, PObject *item, bool *res)
{
    PObject *value;
    *res = false;
    if (!IS_OBJ(item, PTUPLE) || item->header.length != 2) {
        return ERR_OK;
    }
    err_t err = dict_get(dict, PTUPLE_ITEM(item, 0), &value);
    return err == ERR_OK && value ? obj_equal(value, PTUPLE_ITEM(item, 1), res) : err;
}

static err_t contains(PObject *self, PObject *item, bool *res)
{
    PDict *dict = dict_of(self);
    if (self->header.aux == VIEW_VALUES) {
        return has_value(dict, item, res);
    }
    if (self->header.aux == VIEW_ITEMS) {
        return has_item(dict, item, res);
    }
    HashEntry *e;
    err_t err = htab_find((htab_t *)dict, item, &e);
    *res = e != NULL;
    return err;
}

static err_t m_isdisjoint(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    PObject *both;
    err_t err = set_combine(BIN_AND, self, args[0], &both);
    if (err == ERR_OK) {
        *res = PBOOL_NEW(both->header.length == 0);
    }
    return err;
}

static err_t m_reversed(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    return iter_new_reversed(self, res);
}

#define METHODS(M)                                                                     \
    M(dictview, isdisjoint, 1, 1, m_isdisjoint, NULL)                                  \
    M(dictview, __reversed__, 0, 0, m_reversed, NULL)
METHODS(OPTIONAL_METHOD)

static const type_method_t methods[] = {METHODS(METHOD_ROW)};

const type_ops_t dictview_ops = {
    .repr = repr,
    .compare = compare,
    .binary = binary,
    .is_true = is_true,
    .len = len,
    .iter = iter,
    .contains = contains,
    .methods = methods,
    .nmethods = sizeof methods / sizeof *methods,
};
