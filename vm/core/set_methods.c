/* SPDX-License-Identifier: MIT */
/* set_methods.c -- what Python sees of set and frozenset: operators and methods. */
#include "dict.h"
#include "exc.h"
#include "htab.h"
#include "iter.h"
#include "obj.h"
#include "seq.h"
#include "set.h"
#include "text.h"

static bool is_set(PObject *o)
{
    return IS_OBJ(o, PSET) || IS_OBJ(o, PFSET);
}

static err_t repr_items(PSet *set, struct text *out)
{
    PObject *item;
    const char *between = "{";
    for (uint32_t pos = 0; set_next(set, &pos, &item);) {
        text_add_c(out, between);
        between = ", ";
        err_t err = obj_repr_to(item, out);
        if (err != ERR_OK) {
            return err;
        }
    }
    text_add_c(out, "}");
    return ERR_OK;
}

static err_t repr(PObject *self, struct text *out)
{
    bool frozen = IS_OBJ(self, PFSET);
    const char *name = frozen ? "frozenset" : "set";
    repr_mark_t mark;
    if (self->header.length == 0 || !repr_enter(&mark, self)) {
        text_add_c(out, name);
        return text_add_c(out, self->header.length ? "(...)" : "()");
    }
    text_add_c(out, frozen ? "frozenset(" : "");
    err_t err = repr_items((PSet *)self, out);
    text_add_c(out, frozen ? ")" : "");
    repr_leave(&mark);
    return err;
}

/* Does not depend on the order of the items. */
static err_t hash_frozen(PObject *self, uint32_t *hash)
{
    PObject *item;
    uint32_t h = self->header.length * 0x9E3779B1u;
    for (uint32_t pos = 0; set_next((PSet *)self, &pos, &item);) {
        uint32_t one;
        err_t err = obj_hash(item, &one);
        if (err != ERR_OK) {
            return err;
        }
        one = (one ^ one >> 15 ^ 0x5BD1E995u) * 0x85EBCA6Bu;
        h ^= one ^ one >> 13;
    }
    *hash = h;
    return ERR_OK;
}

static bool is_set_operator(binary_t op)
{
    return op == BIN_AND || op == BIN_OR || op == BIN_XOR || op == BIN_SUB;
}

static err_t binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    if (!is_set_operator(op) || !is_set(a) || !is_set(b)) {
        *res = P_NOT_IMPLEMENTED;
        return ERR_OK;
    }
    return set_combine(op, a, b, res);
}

/* The set takes over the table of the result: whoever holds the set sees the new
 * contents. */
static void take_over(PObject *set, PObject *result)
{
    PObjectHeader header = set->header;
    header.length = result->header.length;
    *(htab_t *)set = *(htab_t *)result;
    set->header = header;
}

static err_t combine_in_place(binary_t op, PObject *a, PObject *b)
{
    if (op == BIN_OR) {
        return set_update((PSet *)a, b);
    }
    PObject *result;
    err_t err = set_combine(op, a, b, &result);
    if (err == ERR_OK) {
        take_over(a, result);
    }
    return err;
}

static err_t inplace(binary_t op, PObject *a, PObject *b, PObject **res)
{
    *res = P_NOT_IMPLEMENTED;
    if (!is_set_operator(op) || !is_set(b)) {
        return ERR_OK;
    }
    *res = a;
    return combine_in_place(op, a, b);
}

static err_t iter(PObject *self, PObject **res)
{
    *res = (PObject *)iter_new(ITER_KEYS, self, NULL);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* A set is looked for as the frozenset of its items. */
static err_t as_key(PObject *item, PObject **key)
{
    *key = item;
    if (!IS_OBJ(item, PSET)) {
        return ERR_OK;
    }
    return set_from_iterable(PFSET, item, (PSet **)key);
}

static err_t contains(PObject *self, PObject *item, bool *res)
{
    err_t err = as_key(item, &item);
    return err == ERR_OK ? set_has((PSet *)self, item, res) : err;
}

/* ---- methods ---- */

static err_t m_add(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    return set_add((PSet *)self, args[0]);
}

static err_t m_discard(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    bool found;
    PObject *key;
    err_t err = as_key(args[0], &key);
    return err == ERR_OK ? set_discard((PSet *)self, key, &found) : err;
}

static err_t m_remove(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    bool found = true;
    PObject *key;
    err_t err = as_key(args[0], &key);
    if (err == ERR_OK) {
        err = set_discard((PSet *)self, key, &found);
    }
    return err == ERR_OK && !found ? exc_raise_arg(ERR_KEY_EXC, args[0]) : err;
}

static err_t m_pop(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    HashEntry *last = htab_last((htab_t *)self);
    if (!last) {
        return vm_raise(ERR_KEY_EXC, "pop from an empty set");
    }
    *res = last->key;
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
    if (IS_OBJ(self, PFSET)) {
        *res = self;
        return ERR_OK;
    }
    *res = (PObject *)htab_clone((htab_t *)self, PSET);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* self op each argument, as a new set. */
static err_t combine_all(binary_t op, int nargs, PObject *self, PObject **args,
                         PObject **res)
{
    err_t err = set_from_iterable(PTYPE(self), self, (PSet **)res);
    if (nargs == 0 && IS_OBJ(self, PSET)) {
        return err;
    }
    for (int i = 0; err == ERR_OK && i < nargs; i++) {
        err = set_combine(op, *res, args[i], res);
    }
    return err;
}

static err_t update_all(binary_t op, int nargs, PObject *self, PObject **args)
{
    err_t err = ERR_OK;
    for (int i = 0; err == ERR_OK && i < nargs; i++) {
        err = combine_in_place(op, self, args[i]);
    }
    return err;
}

#define COMBINE(name, op)                                                              \
    static err_t m_##name(int nargs, PObject *self, PObject **args, PObject **res)     \
    {                                                                                  \
        return combine_all(op, nargs, self, args, res);                                \
    }
COMBINE(union, BIN_OR)
COMBINE(intersection, BIN_AND)
COMBINE(difference, BIN_SUB)
COMBINE(symmetric_difference, BIN_XOR)

#define UPDATE(name, op)                                                               \
    static err_t m_##name(int nargs, PObject *self, PObject **args, PObject **res)     \
    {                                                                                  \
        (void)res;                                                                     \
        return update_all(op, nargs, self, args);                                      \
    }
UPDATE(update, BIN_OR)
UPDATE(intersection_update, BIN_AND)
UPDATE(difference_update, BIN_SUB)
UPDATE(symmetric_difference_update, BIN_XOR)

/* self op set(argument) */
static err_t relate(compare_t op, PObject *self, PObject *other, PObject **res)
{
    PObject *set = other;
    err_t err = is_set(other) ? ERR_OK : set_from_iterable(PSET, other, (PSet **)&set);
    return err == ERR_OK ? set_compare(op, self, set, res) : err;
}

static err_t m_issubset(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    return relate(CMP_LE, self, args[0], res);
}

static err_t m_issuperset(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    return relate(CMP_GE, self, args[0], res);
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

#define SET_METHODS(M)                                                                 \
    M(set, pop, 0, 0, m_pop, NULL)                                                     \
    M(set, remove, 1, 1, m_remove, NULL)                                               \
    M(set, clear, 0, 0, m_clear, NULL)                                                 \
    M(set, copy, 0, 0, m_copy, NULL)                                                   \
    M(set, update, 0, 255, m_update, NULL)                                             \
    M(set, difference, 0, 255, m_difference, NULL)                                     \
    M(set, intersection, 0, 255, m_intersection, NULL)                                 \
    M(set, isdisjoint, 1, 1, m_isdisjoint, NULL)                                       \
    M(set, issubset, 1, 1, m_issubset, NULL)                                           \
    M(set, issuperset, 1, 1, m_issuperset, NULL)                                       \
    M(set, symmetric_difference, 1, 1, m_symmetric_difference, NULL)                   \
    M(set, union, 0, 255, m_union, NULL)                                               \
    M(set, intersection_update, 0, 255, m_intersection_update, NULL)                   \
    M(set, difference_update, 0, 255, m_difference_update, NULL)                       \
    M(set, symmetric_difference_update, 1, 1, m_symmetric_difference_update, NULL)     \
    M(set, add, 1, 1, m_add, NULL)                                                     \
    M(set, discard, 1, 1, m_discard, NULL)
SET_METHODS(OPTIONAL_METHOD)

static const type_method_t set_methods[] = {SET_METHODS(METHOD_ROW)};

static const type_method_t fset_methods[] = {
    METHOD_ROW(set, copy, 0, 0, m_copy, NULL)
        METHOD_ROW(set, difference, 0, 255, m_difference, NULL)
            METHOD_ROW(set, intersection, 0, 255, m_intersection, NULL)
                METHOD_ROW(set, isdisjoint, 1, 1, m_isdisjoint, NULL)
                    METHOD_ROW(set, issubset, 1, 1, m_issubset, NULL)
                        METHOD_ROW(set, issuperset, 1, 1, m_issuperset, NULL)
                            METHOD_ROW(set, symmetric_difference, 1, 1,
                                       m_symmetric_difference, NULL)
                                METHOD_ROW(set, union, 0, 255, m_union, NULL)};

const type_ops_t set_ops = {
    .repr = repr,
    .compare = set_compare,
    .binary = binary,
    .inplace = inplace,
    .is_true = seq_is_true,
    .len = seq_len,
    .iter = iter,
    .contains = contains,
    .methods = set_methods,
    .nmethods = sizeof set_methods / sizeof *set_methods,
};

const type_ops_t fset_ops = {
    .repr = repr,
    .hash = hash_frozen,
    .compare = set_compare,
    .binary = binary,
    .is_true = seq_is_true,
    .len = seq_len,
    .iter = iter,
    .contains = contains,
    .methods = fset_methods,
    .nmethods = sizeof fset_methods / sizeof *fset_methods,
};
