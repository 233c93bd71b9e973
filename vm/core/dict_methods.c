/* SPDX-License-Identifier: MIT */
/* dict_methods.c -- what Python sees of dict: operators, subscripts, methods. */
#include "dict.h"
#include "exc.h"
#include "gc.h"
#include "htab.h"
#include "iter.h"
#include "obj.h"
#include "seq.h"
#include "text.h"
#include "tuple.h"

static err_t repr_pairs(PDict *dict, struct text *out)
{
    PObject *key, *value;
    const char *between = "{";
    for (uint32_t pos = 0; dict_next(dict, &pos, &key, &value);) {
        text_add_c(out, between);
        err_t err = obj_repr_to(key, out);
        if (err == ERR_OK) {
            text_add_c(out, ": ");
            err = obj_repr_to(value, out);
        }
        if (err != ERR_OK) {
            return err;
        }
        between = ", ";
    }
    text_add_c(out, "}");
    return ERR_OK;
}

static err_t repr(PObject *self, struct text *out)
{
    repr_mark_t mark;
    if (!repr_enter(&mark, self)) {
        return text_add_c(out, "{...}");
    }
    err_t err =
        self->header.length ? repr_pairs((PDict *)self, out) : text_add_c(out, "{}");
    repr_leave(&mark);
    return err;
}

static err_t compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    *res = P_NOT_IMPLEMENTED;
    if (op != CMP_EQ || !IS_OBJ(b, PDICT)) {
        return ERR_OK;
    }
    bool equal = a->header.length == b->header.length;
    PObject *key, *value, *other;
    for (uint32_t pos = 0; equal && dict_next((PDict *)a, &pos, &key, &value);) {
        err_t err = dict_get((PDict *)b, key, &other);
        if (err == ERR_OK) {
            equal = other != NULL;
        }
        if (err == ERR_OK && equal && other != value) {
            err = obj_equal(value, other, &equal);
        }
        if (err != ERR_OK) {
            return err;
        }
    }
    *res = PBOOL_NEW(equal);
    return ERR_OK;
}

static err_t binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    *res = P_NOT_IMPLEMENTED;
    if (op != BIN_OR || !IS_OBJ(a, PDICT) || !IS_OBJ(b, PDICT)) {
        return ERR_OK;
    }
    PDict *both = dict_copy((PDict *)a);
    if (!both) {
        return ERR_MEMORY_EXC;
    }
    *res = (PObject *)both;
    return dict_update(both, b);
}

static err_t inplace(binary_t op, PObject *a, PObject *b, PObject **res)
{
    *res = P_NOT_IMPLEMENTED;
    if (op != BIN_OR) {
        return ERR_OK;
    }
    *res = a;
    return dict_update((PDict *)a, b);
}

static err_t getitem(PObject *self, PObject *key, PObject **res)
{
    return dict_getitem((PDict *)self, key, res);
}

static err_t setitem(PObject *self, PObject *key, PObject *value)
{
    if (value) {
        return dict_set((PDict *)self, key, value);
    }
    bool found;
    err_t err = dict_del((PDict *)self, key, &found);
    return err == ERR_OK && !found ? exc_raise_arg(ERR_KEY_EXC, key) : err;
}

static err_t contains(PObject *self, PObject *item, bool *res)
{
    HashEntry *e;
    err_t err = htab_find((htab_t *)self, item, &e);
    *res = e != NULL;
    return err;
}

static err_t iter(PObject *self, PObject **res)
{
    *res = (PObject *)iter_new(ITER_KEYS, self, NULL);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* ---- methods ---- */

static err_t view(PObject *self, uint16_t what, PObject **res)
{
    PDictView *v = gc_new_fast(PDICTVIEW, 0, sizeof *v);
    if (!v) {
        return ERR_MEMORY_EXC;
    }
    v->header.aux = what;
    v->dict = (PDict *)self;
    *res = (PObject *)v;
    return ERR_OK;
}

static err_t m_keys(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    return view(self, VIEW_KEYS, res);
}

static err_t m_values(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    return view(self, VIEW_VALUES, res);
}

static err_t m_items(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    return view(self, VIEW_ITEMS, res);
}

static err_t m_get(int nargs, PObject *self, PObject **args, PObject **res)
{
    PObject *value;
    err_t err = dict_get((PDict *)self, args[0], &value);
    *res = value ? value : nargs > 1 ? args[1] : P_NONE;
    return err;
}

static err_t m_setdefault(int nargs, PObject *self, PObject **args, PObject **res)
{
    HashEntry *e;
    bool added;
    PObject *value = nargs > 1 ? args[1] : P_NONE;
    err_t err = htab_put_new((htab_t *)self, args[0], value, &e, &added);
    if (err == ERR_OK) {
        *res = e->value;
    }
    return err;
}

static err_t m_pop(int nargs, PObject *self, PObject **args, PObject **res)
{
    HashEntry removed;
    err_t err = htab_remove((htab_t *)self, args[0], &removed);
    if (err != ERR_OK) {
        return err;
    }
    if (!removed.key && nargs < 2) {
        return exc_raise_arg(ERR_KEY_EXC, args[0]);
    }
    *res = removed.key ? removed.value : args[1];
    return ERR_OK;
}

static err_t m_popitem(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    HashEntry *last = htab_last((htab_t *)self);
    if (!last) {
        return vm_raise(ERR_KEY_EXC, "popitem(): dictionary is empty");
    }
    *res = (PObject *)tuple_pair(last->key, last->value);
    if (!*res) {
        return ERR_MEMORY_EXC;
    }
    htab_remove_entry((htab_t *)self, last);
    return ERR_OK;
}

static err_t m_clear(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    htab_clear((htab_t *)self);
    return ERR_OK;
}

static err_t m_copy(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    *res = (PObject *)dict_copy((PDict *)self);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* dict.update(other, **names): the names come as a dict in the last parameter. */
static err_t m_update(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)res;
    for (int i = 0; i < nargs; i++) {
        err_t err = args[i] ? dict_update((PDict *)self, args[i]) : ERR_OK;
        if (err != ERR_OK) {
            return err;
        }
    }
    return ERR_OK;
}

typedef struct {
    PDict *dict;
    PObject *value;
} fromkeys_t;

static err_t add_key(void *ctx, PObject *key)
{
    fromkeys_t *f = ctx;
    return dict_set(f->dict, key, f->value);
}

static err_t m_fromkeys(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    fromkeys_t f = {dict_new(0), nargs > 1 ? args[1] : P_NONE};
    if (!f.dict) {
        return ERR_MEMORY_EXC;
    }
    *res = (PObject *)f.dict;
    return iter_for_each(args[0], add_key, &f);
}

#define METHODS(M)                                                                     \
    M(dict, pop, 1, 2, m_pop, NULL)                                                    \
    M(dict, clear, 0, 0, m_clear, NULL)                                                \
    M(dict, copy, 0, 0, m_copy, NULL)                                                  \
    M(dict, get, 1, 2, m_get, NULL)                                                    \
    M(dict, keys, 0, 0, m_keys, NULL)                                                  \
    M(dict, items, 0, 0, m_items, NULL)                                                \
    M(dict, values, 0, 0, m_values, NULL)                                              \
    M(dict, update, 0, 1, m_update, "**")                                              \
    M(dict, popitem, 0, 0, m_popitem, NULL)                                            \
    M(dict, setdefault, 1, 2, m_setdefault, NULL)                                      \
    M(dict, fromkeys, 1, 2, m_fromkeys, NULL)
METHODS(OPTIONAL_METHOD)

static const type_method_t methods[] = {METHODS(METHOD_ROW)};

const type_ops_t dict_ops = {
    .repr = repr,
    .compare = compare,
    .binary = binary,
    .inplace = inplace,
    .is_true = seq_is_true,
    .len = seq_len,
    .iter = iter,
    .getitem = getitem,
    .setitem = setitem,
    .contains = contains,
    .methods = methods,
    .nmethods = sizeof methods / sizeof *methods,
};
