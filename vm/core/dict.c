/* SPDX-License-Identifier: MIT */
/* dict.c -- dict: the operations that C uses; its Python side is in dict_methods.c. */
#include "dict.h"
#include "attr.h"
#include "call.h"
#include "exc.h"
#include "htab.h"
#include "iter.h"
#include "obj.h"

PDict *dict_new(uint32_t n)
{
    return (PDict *)htab_new(PDICT, n);
}

err_t dict_get(PDict *dict, PObject *key, PObject **res)
{
    HashEntry *e;
    err_t err = htab_find((htab_t *)dict, key, &e);
    *res = err == ERR_OK && e ? e->value : NULL;
    return err;
}

err_t dict_getitem(PDict *dict, PObject *key, PObject **res)
{
    HashEntry *e;
    err_t err = htab_find((htab_t *)dict, key, &e);
    if (err != ERR_OK) {
        return err;
    }
    if (!e) {
        return exc_raise_arg(ERR_KEY_EXC, key);
    }
    *res = e->value;
    return ERR_OK;
}

err_t dict_set(PDict *dict, PObject *key, PObject *value)
{
    return htab_put((htab_t *)dict, key, value);
}

err_t dict_del(PDict *dict, PObject *key, bool *found)
{
    HashEntry removed;
    err_t err = htab_remove((htab_t *)dict, key, &removed);
    *found = removed.key != NULL;
    return err;
}

bool dict_next(PDict *dict, uint32_t *pos, PObject **key, PObject **value)
{
    HashEntry *e = htab_next((htab_t *)dict, pos);
    if (!e) {
        return false;
    }
    *key = e->key;
    *value = e->value;
    return true;
}

PDict *dict_copy(PDict *dict)
{
    return (PDict *)htab_clone((htab_t *)dict, PDICT);
}

/* ---- update ---- */

static err_t update_from_dict(PDict *dict, PDict *from)
{
    PObject *key, *value;
    err_t err = ERR_OK;
    if (dict == from) {
        return ERR_OK;
    }
    uint32_t length = from->header.length;
    for (uint32_t pos = 0; err == ERR_OK && dict_next(from, &pos, &key, &value);) {
        err = dict_set(dict, key, value);
        if (err == ERR_OK && from->header.length != length) {
            return vm_raise(ERR_RUNTIME_EXC, "dict mutated during update");
        }
    }
    return err;
}

typedef struct {
    PDict *dict;
    PObject *mapping;
    uint32_t n;
} update_t;

static err_t update_key(void *ctx, PObject *key)
{
    update_t *u = ctx;
    PObject *value;
    err_t err = obj_getitem(u->mapping, key, &value);
    return err == ERR_OK ? dict_set(u->dict, key, value) : err;
}

static err_t update_pair(void *ctx, PObject *pair)
{
    update_t *u = ctx;
    PObject *kv[2];
    uint32_t i = u->n++;
    uint32_t length = iter_length_hint(pair);
    if ((IS_OBJ(pair, PTUPLE) || IS_OBJ(pair, PLIST) || IS_OBJ(pair, PSTRING)) &&
        length != 2) {
        return vm_raise(ERR_VALUE_EXC,
                        "dictionary update sequence element #%u has length %u; "
                        "2 is required",
                        i, length);
    }
    if (!obj_is_iterable(pair)) {
        return vm_raise(ERR_TYPE_EXC,
                        "cannot convert dictionary update sequence element #%u to a "
                        "sequence",
                        i);
    }
    err_t err = iter_unpack(pair, 2, kv);
    return err == ERR_OK ? dict_set(u->dict, kv[0], kv[1]) : err;
}

err_t dict_update(PDict *dict, PObject *other)
{
    if (IS_OBJ(other, PDICT)) {
        return update_from_dict(dict, (PDict *)other);
    }
    update_t u = {dict, other, 0};
    if (IS_OBJ(other, PINSTANCE)) {
        PObject *keys;
        err_t err = attr_find(other, NAME_keys, &keys);
        if (err != ERR_OK) {
            return err;
        }
        if (keys) {
            err = vm_call(keys, &keys, 0, NULL);
            return err == ERR_OK ? iter_for_each(keys, update_key, &u) : err;
        }
    }
    return iter_for_each(other, update_pair, &u);
}
