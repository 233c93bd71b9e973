/* SPDX-License-Identifier: MIT */
/* set.c -- set and frozenset: the operations that C uses; the Python side is in
 * set_methods.c. */
#include "set.h"
#include "dict.h"
#include "exc.h"
#include "gc.h"
#include "htab.h"
#include "iter.h"
#include "obj.h"

PSet *set_new(uint8_t type, uint32_t n)
{
    return (PSet *)htab_new(type, n);
}

err_t set_add(PSet *set, PObject *item)
{
    return htab_put((htab_t *)set, item, P_NONE);
}

err_t set_has(PSet *set, PObject *item, bool *res)
{
    HashEntry *e;
    err_t err = htab_find((htab_t *)set, item, &e);
    *res = e != NULL;
    return err;
}

err_t set_discard(PSet *set, PObject *item, bool *found)
{
    HashEntry removed;
    err_t err = htab_remove((htab_t *)set, item, &removed);
    *found = removed.key != NULL;
    return err;
}

bool set_next(PSet *set, uint32_t *pos, PObject **item)
{
    HashEntry *e = htab_next((htab_t *)set, pos);
    if (e) {
        *item = e->key;
    }
    return e != NULL;
}

static err_t add_one(void *ctx, PObject *item)
{
    return htab_put(ctx, item, P_NONE);
}

err_t set_update(PSet *set, PObject *iterable)
{
    if (iterable == (PObject *)set) {
        return ERR_OK;
    }
    return iter_for_each(iterable, add_one, set);
}

err_t set_from_iterable(uint8_t type, PObject *iterable, PSet **res)
{
    if (IS_OBJ(iterable, PSET) || IS_OBJ(iterable, PFSET)) {
        bool same = type == PFSET && IS_OBJ(iterable, PFSET);
        *res = same ? (PSet *)iterable : (PSet *)htab_clone((htab_t *)iterable, type);
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    *res = set_new(type, 0);
    return *res ? set_update(*res, iterable) : ERR_MEMORY_EXC;
}

/* ---- combining ---- */

typedef struct {
    PSet *result;
    PObject *other; /* set, frozenset, dict or view to look in */
} combine_t;

static err_t remove_one(void *ctx, PObject *item)
{
    bool found;
    return set_discard(ctx, item, &found);
}

static err_t toggle_one(void *ctx, PObject *item)
{
    HashEntry removed;
    err_t err = htab_remove(ctx, item, &removed);
    return err == ERR_OK && !removed.key ? htab_put(ctx, item, P_NONE) : err;
}

static err_t keep_common(void *ctx, PObject *item)
{
    combine_t *c = ctx;
    bool found;
    err_t err = obj_contains(c->other, item, &found);
    return err == ERR_OK && found ? set_add(c->result, item) : err;
}

/* Something whose membership test is a look-up: the iterable itself or a set of its
 * items. */
static err_t as_lookup(PObject *iterable, PObject **res)
{
    uint8_t type = PTYPE(iterable);
    if (IS_MAP_TYPE(type) || type == PDICTVIEW) {
        *res = iterable;
        return ERR_OK;
    }
    return set_from_iterable(PSET, iterable, (PSet **)res);
}

static err_t combine_into(binary_t op, PSet *result, PObject *other)
{
    if (op == BIN_OR) {
        return set_update(result, other);
    }
    if (op == BIN_SUB) {
        return iter_for_each(other, remove_one, result);
    }
    /* An item that comes twice must not be toggled back. */
    err_t err = as_lookup(other, &other);
    return err == ERR_OK ? iter_for_each(other, toggle_one, result) : err;
}

err_t set_combine(binary_t op, PObject *a, PObject *b, PObject **res)
{
    uint8_t type = IS_OBJ(a, PFSET) ? PFSET : PSET;
    combine_t c = {NULL, NULL};
    err_t err;
    if (op == BIN_AND) {
        err = as_lookup(b, &c.other);
        c.result = set_new(type, 0);
        if (err == ERR_OK) {
            err = c.result ? iter_for_each(a, keep_common, &c) : ERR_MEMORY_EXC;
        }
    } else {
        c.result = set_new(type, 0);
        if (!c.result) {
            return ERR_MEMORY_EXC;
        }
        if (IS_OBJ(a, PSET) || IS_OBJ(a, PFSET)) {
            c.result = (PSet *)htab_clone((htab_t *)a, type);
            err = c.result ? ERR_OK : ERR_MEMORY_EXC;
        } else {
            err = set_update(c.result, a);
        }
        if (err == ERR_OK) {
            err = combine_into(op, c.result, b);
        }
    }
    *res = (PObject *)c.result;
    return err;
}

/* ---- comparing ---- */

static err_t all_in(PObject *a, PObject *b, bool *res)
{
    PObject *it, *item;
    err_t err = obj_iter(a, &it);
    *res = true;
    while (err == ERR_OK && *res) {
        err = obj_next(it, &item);
        if (err != ERR_OK || !item) {
            break;
        }
        err = obj_contains(b, item, res);
    }
    return err;
}

static bool is_set_like(PObject *o)
{
    return IS_OBJ(o, PSET) || IS_OBJ(o, PFSET) ||
           (IS_OBJ(o, PDICTVIEW) && o->header.aux != VIEW_VALUES);
}

err_t set_compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    uint32_t n, m;
    *res = P_NOT_IMPLEMENTED;
    if (!is_set_like(a) || !is_set_like(b)) {
        return ERR_OK;
    }
    if (op == CMP_GT || op == CMP_GE) {
        PObject *swap = a;
        a = b;
        b = swap;
        op = op == CMP_GT ? CMP_LT : CMP_LE;
    }
    err_t err = obj_len(a, &n);
    if (err == ERR_OK) {
        err = obj_len(b, &m);
    }
    if (err != ERR_OK) {
        return err;
    }
    bool holds = op == CMP_LT ? n < m : op == CMP_LE ? n <= m : n == m;
    if (holds) {
        err = all_in(a, b, &holds);
    }
    *res = PBOOL_NEW(op == CMP_NE ? !holds : holds);
    return err;
}
