/* SPDX-License-Identifier: MIT */
/* builtins_obj.c -- built-in functions on any object: attributes, classes, iteration,
 * repr, hash … */
#include "attr.h"
#include "builtins.h"
#include "call.h"
#include "class.h"
#include "dict.h"
#include "exc.h"
#include "gen.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "obj.h"
#include "set.h"
#include "sort.h"
#include "span.h"
#include "str.h"
#include "text.h"

/* ---- attributes ---- */

/* Does the object's own code hear of names that no object has? */
static bool wants_any_name(PObject *of)
{
    return of && IS_OBJ(of, PINSTANCE) &&
           (class_of(of)->flags & (CLS_GETATTR | CLS_SETATTR));
}

/* The number of a name; 0 when no object of the program can have it. */
static err_t name_arg(PObject *of, PObject *o, uint16_t *name)
{
    if (!IS_OBJ(o, PSTRING)) {
        return vm_raise(ERR_TYPE_EXC, "attribute name must be string, not '%s'",
                        type_name_of(o));
    }
    *name = attr_name_of(o);
    if (*name == 0 && wants_any_name(of)) {
        *name = attr_name_intern(o);
        return *name ? ERR_OK : ERR_MEMORY_EXC;
    }
    return ERR_OK;
}

static err_t no_attribute(PObject *o, PObject *name)
{
    return vm_raise(ERR_ATTRIBUTE_EXC, "'%s' object has no attribute '%S'",
                    type_name_of(o), name);
}

/* The attribute, or NULL; an AttributeError of the object's own code counts as none. */
static err_t find_or_null(PObject *o, uint16_t name, PObject **value)
{
    err_t err = name ? attr_find(o, name, value) : ERR_OK;
    if (err > 0 && exc_derives((uint16_t)err, ERR_ATTRIBUTE_EXC)) {
        exc_clear();
        *value = NULL;
        err = ERR_OK;
    }
    return err;
}

OPTIONAL err_t builtin_getattr(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    uint16_t name = 0;
    PObject *value = NULL;
    err_t err = name_arg(args[0], args[1], &name);
    if (err) {
        return err;
    }
    if (nargs < 3) {
        return name ? attr_get(args[0], name, res) : no_attribute(args[0], args[1]);
    }
    err = find_or_null(args[0], name, &value);
    *res = value ? value : args[2];
    return err;
}

OPTIONAL err_t builtin_hasattr(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    uint16_t name = 0;
    PObject *value = NULL;
    err_t err = name_arg(args[0], args[1], &name);
    err = err ? err : find_or_null(args[0], name, &value);
    *res = PBOOL_NEW(value != NULL);
    return err;
}

OPTIONAL err_t builtin_setattr(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    uint16_t name = 0;
    err_t err = name_arg(NULL, args[1], &name);
    *res = P_NONE;
    if (err == ERR_OK && name == 0 && (name = attr_name_intern(args[1])) == 0) {
        return ERR_MEMORY_EXC;
    }
    return err ? err : attr_set(args[0], name, args[2]);
}

OPTIONAL err_t builtin_delattr(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    uint16_t name = 0;
    err_t err = name_arg(args[0], args[1], &name);
    *res = P_NONE;
    if (err == ERR_OK && name == 0) {
        return no_attribute(args[0], args[1]);
    }
    return err ? err : attr_set(args[0], name, NULL);
}

OPTIONAL err_t builtin_vars(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    PObject *dict = NULL;
    err_t err = attr_find(args[0], NAME___dict__, &dict);
    if (err == ERR_OK && dict == NULL) {
        return vm_raise(ERR_TYPE_EXC, "vars() argument must have __dict__ attribute");
    }
    *res = dict;
    return err;
}

static err_t add_name(PSet *names, uint16_t name)
{
    PObject *text = (PObject *)str_from_c(attr_name_text(name));
    return text ? set_add(names, text) : ERR_MEMORY_EXC;
}

static err_t add_class_names(PSet *names, PObject *cls)
{
    err_t err = ERR_OK;
    PTuple *mro = ((PClass *)cls)->mro;
    for (uint32_t i = 0; i < mro->header.length; i++) {
        PClass *c = (PClass *)PTUPLE_ITEM(mro, i);
        if (!IS_OBJ(c, PCLASS)) {
            continue;
        }
        for (uint32_t j = 0; j < c->header.length && err == ERR_OK; j++) {
            err = add_name(names, ((class_attr_t *)c->attrs->buffer)[j].name);
        }
    }
    return err;
}

/* Names of the object's own attributes, its class's and its type's methods, sorted. */
OPTIONAL err_t builtin_dir(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    PObject *o = args[0], *dict = NULL;
    PSet *names = set_new(PSET, 0);
    if (names == NULL) {
        return ERR_MEMORY_EXC;
    }
    err_t err = attr_find(o, NAME___dict__, &dict);
    if (err == ERR_OK && dict != NULL) {
        err = set_update(names, dict);
    }
    if (err == ERR_OK && (IS_OBJ(o, PINSTANCE) || IS_OBJ(o, PCLASS))) {
        err = add_class_names(names, IS_OBJ(o, PCLASS) ? o : (PObject *)class_of(o));
    }
    const type_ops_t *ops = type_ops[IS_TYPEOBJ(o) ? PTYPEOBJ_ID(o) : PTYPE(o)];
    for (unsigned i = 0; i < ops->nmethods && err == ERR_OK; i++) {
        err = add_name(names, ops->methods[i].name);
    }
    return err ? err : sort_sorted((PObject *)names, NULL, false, (PList **)res);
}

/* ---- classes ---- */

OPTIONAL err_t builtin_isinstance(int nargs, PObject *self, PObject **args,
                                  PObject **res)
{
    (void)nargs, (void)self;
    bool yes = false;
    err_t err = class_is_instance(args[0], args[1], &yes);
    *res = PBOOL_NEW(yes);
    return err;
}

OPTIONAL err_t builtin_issubclass(int nargs, PObject *self, PObject **args,
                                  PObject **res)
{
    (void)nargs, (void)self;
    bool yes = false;
    err_t err = class_is_subclass(args[0], args[1], &yes);
    *res = PBOOL_NEW(yes);
    return err;
}

static bool is_callable(PObject *o)
{
    uint8_t type = PTYPE(o);
    return type == PFUNCTION || type == PMETHOD || type == PCLASS || type == PNATIVE ||
           type == PNATIVEMETHOD || IS_TYPEOBJ(o) || IS_EXCEPTION(o) ||
           (type == PINSTANCE && class_find(class_of(o), NAME___call__) != NULL);
}

err_t builtin_callable(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    *res = PBOOL_NEW(is_callable(args[0]));
    return ERR_OK;
}

/* ---- iteration ---- */

OPTIONAL err_t builtin_iter(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    if (nargs == 1) {
        return obj_iter(args[0], res);
    }
    if (!is_callable(args[0])) {
        return vm_raise(ERR_TYPE_EXC, "iter(v, w): v must be callable");
    }
    return iter_new_call(args[0], args[1], res);
}

OPTIONAL err_t builtin_next(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    PObject *value = NULL, *result = P_NONE;
    err_t err = IS_OBJ(args[0], PGENERATOR)
                    ? gen_send((PGenerator *)args[0], P_NONE, &value, &result)
                    : obj_next(args[0], &value);
    if (err || value) {
        *res = value;
        return err;
    }
    if (nargs > 1) {
        *res = args[1];
        return ERR_OK;
    }
    exc_clear();
    return result == P_NONE ? ERR_STOP_ITERATION
                            : exc_raise_arg(ERR_STOP_ITERATION, result);
}

OPTIONAL err_t builtin_sorted(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    PObject *key = span_optional(nargs, args, 1),
            *reverse = span_optional(nargs, args, 2);
    bool down = false;
    err_t err = reverse ? obj_is_true(reverse, &down) : ERR_OK;
    return err ? err : sort_sorted(args[0], key, down, (PList **)res);
}

/* all and any stop early, which for_each says with an error of its own. */
#define STOPPED (-1)

typedef struct {
    bool until; /* the truth that ends the search */
    bool found;
} search_t;

static err_t search_each(void *ctx, PObject *value)
{
    search_t *s = ctx;
    bool truth = false;
    err_t err = obj_is_true(value, &truth);
    s->found = err == ERR_OK && truth == s->until;
    return s->found ? STOPPED : err;
}

static err_t search(PObject *iterable, bool until, bool *found)
{
    search_t s = {until, false};
    err_t err = iter_for_each(iterable, search_each, &s);
    *found = s.found;
    return err == STOPPED ? ERR_OK : err;
}

OPTIONAL err_t builtin_all(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    bool found;
    err_t err = search(args[0], false, &found);
    *res = PBOOL_NEW(!found);
    return err;
}

OPTIONAL err_t builtin_any(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    bool found;
    err_t err = search(args[0], true, &found);
    *res = PBOOL_NEW(found);
    return err;
}

/* ---- looking at one object ---- */

OPTIONAL err_t builtin_len(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    uint32_t len;
    err_t err = obj_len(args[0], &len);
    if (err == ERR_OK) {
        *res = int_new(len);
    }
    return err || *res ? err : ERR_MEMORY_EXC;
}

/* As CPython: -1 is no hash. */
OPTIONAL err_t builtin_hash(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    uint32_t hash;
    int64_t value;
    if (int_get(args[0], &value)) {
        *res = int_new(value == -1 ? -2 : value);
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    err_t err = obj_hash(args[0], &hash);
    if (err == ERR_OK) {
        *res = int_new((int32_t)hash == -1 ? -2 : (int32_t)hash);
    }
    return err || *res ? err : ERR_MEMORY_EXC;
}

OPTIONAL err_t builtin_id(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    *res = int_new((int64_t)POBJ_WORD(args[0]));
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

OPTIONAL err_t builtin_repr(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    return obj_repr(args[0], res);
}

err_t builtin_ascii(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    char memory[64];
    text_t out;
    err_t err = obj_repr(args[0], res);
    if (err || str_is_ascii(*res)) {
        return err;
    }
    text_init(&out, memory, sizeof memory);
    err = str_ascii_to(*res, &out);
    return err ? err : text_take(&out, res);
}

OPTIONAL err_t builtin_format(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    return obj_format(args[0], span_optional(nargs, args, 1), res);
}
