/* SPDX-License-Identifier: MIT */
/*
 * instance.c -- what instances of user classes can do: the row of type_ops that looks
 * for special methods.
 */
#include "attr.h"
#include "call.h"
#include "class.h"
#include "exc.h"
#include "exc_group.h"
#include "gc.h"
#include "int.h"
#include "iter.h"
#include "obj.h"
#include "object.h"
#include "str.h"
#include "text.h"

/* Names of the operators' methods in the order of binary_t. */
static const struct {
    uint16_t plain, reflected, inplace;
} operator_names[BIN_COUNT] = {
    [BIN_ADD] = {NAME___add__, NAME___radd__, NAME___iadd__},
    [BIN_SUB] = {NAME___sub__, NAME___rsub__, NAME___isub__},
    [BIN_MUL] = {NAME___mul__, NAME___rmul__, NAME___imul__},
    [BIN_DIV] = {NAME___truediv__, NAME___rtruediv__, NAME___itruediv__},
    [BIN_FDIV] = {NAME___floordiv__, NAME___rfloordiv__, NAME___ifloordiv__},
    [BIN_MOD] = {NAME___mod__, NAME___rmod__, NAME___imod__},
    [BIN_POW] = {NAME___pow__, NAME___rpow__, NAME___ipow__},
    [BIN_LSHIFT] = {NAME___lshift__, NAME___rlshift__, NAME___ilshift__},
    [BIN_RSHIFT] = {NAME___rshift__, NAME___rrshift__, NAME___irshift__},
    [BIN_AND] = {NAME___and__, NAME___rand__, NAME___iand__},
    [BIN_OR] = {NAME___or__, NAME___ror__, NAME___ior__},
    [BIN_XOR] = {NAME___xor__, NAME___rxor__, NAME___ixor__},
    [BIN_MATMUL] = {NAME___matmul__, NAME___rmatmul__, NAME___imatmul__},
};

static const uint16_t compare_names[] = {NAME___lt__, NAME___le__, NAME___eq__,
                                         NAME___ne__, NAME___gt__, NAME___ge__};
static const uint16_t unary_names[] = {NAME___neg__, NAME___pos__, NAME___invert__};

/* self.name(arg) when the class has it. */
static err_t special1(PObject *self, uint16_t name, PObject *arg, bool *found,
                      PObject **res)
{
    return vm_call_special(self, name, found, res, 1, &arg);
}

static err_t special0(PObject *self, uint16_t name, bool *found, PObject **res)
{
    return vm_call_special(self, name, found, res, 0, NULL);
}

/* ---- text ---- */

static err_t add_text_of(PObject *self, uint16_t name, bool *found, text_t *out)
{
    PObject *text;
    err_t err = special0(self, name, found, &text);
    if (err != ERR_OK || !*found) {
        return err;
    }
    if (!IS_OBJ(text, PSTRING)) {
        return vm_raise(ERR_TYPE_EXC, "%s returned non-string (type %s)",
                        attr_name_text(name), type_name_of(text));
    }
    return text_add_str(out, text);
}

static err_t instance_repr(PObject *self, text_t *out)
{
    bool found;
    err_t err = add_text_of(self, NAME___repr__, &found, out);
    return err != ERR_OK || found ? err : object_default_repr(self, out);
}

static err_t instance_str(PObject *self, text_t *out)
{
    bool found;
    err_t err = add_text_of(self, NAME___str__, &found, out);
    if (err != ERR_OK || found) {
        return err;
    }
    if (group_is(self)) {
        return group_str(self, out);
    }
    if (class_of(self)->number != IMAGE_NONE) {
        return exc_args_str(class_of(self)->number, exc_args(self), out);
    }
    return instance_repr(self, out);
}

/* ---- comparing ---- */

static err_t instance_hash(PObject *self, uint32_t *hash)
{
    bool found = false;
    PObject *value;
    if (class_of(self)->flags & CLS_UNHASHABLE) {
        return vm_raise(ERR_TYPE_EXC, "unhashable type: '%s'", type_name_of(self));
    }
    err_t err = special0(self, NAME___hash__, &found, &value);
    if (err != ERR_OK) {
        return err;
    }
    if (!found) {
        *hash = object_identity_hash(self);
        return ERR_OK;
    }
    if (!int_is(value)) {
        return vm_raise(ERR_TYPE_EXC, "__hash__ method should return an integer");
    }
    *hash = int_hash(value);
    return ERR_OK;
}

static err_t instance_compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    bool found;
    err_t err = special1(a, compare_names[op], b, &found, res);
    if (err == ERR_OK && !found) {
        *res = P_NOT_IMPLEMENTED;
    }
    return err;
}

/* ---- operators ---- */

static err_t try_operator(PObject *self, uint16_t name, PObject *other, PObject **res)
{
    bool found = false;
    err_t err =
        IS_OBJ(self, PINSTANCE) ? special1(self, name, other, &found, res) : ERR_OK;
    if (err == ERR_OK && !found) {
        *res = P_NOT_IMPLEMENTED;
    }
    return err;
}

/* A derived class's reflected method goes first when it overrides the one of a's class.
 */
static bool reflected_first(PObject *a, PObject *b, uint16_t reflected)
{
    if (!IS_OBJ(a, PINSTANCE) || !IS_OBJ(b, PINSTANCE) || class_of(a) == class_of(b)) {
        return false;
    }
    return class_derives(class_of(b), (PObject *)class_of(a)) &&
           class_find(class_of(b), reflected) != class_find(class_of(a), reflected);
}

static err_t instance_binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    uint16_t plain = operator_names[op].plain, reflected = operator_names[op].reflected;
    bool swap = reflected_first(a, b, reflected);
    err_t err =
        swap ? try_operator(b, reflected, a, res) : try_operator(a, plain, b, res);
    if (err != ERR_OK || *res != P_NOT_IMPLEMENTED) {
        return err;
    }
    if (IS_OBJ(a, PINSTANCE) && IS_OBJ(b, PINSTANCE) && class_of(a) == class_of(b)) {
        return ERR_OK;
    }
    return swap ? try_operator(a, plain, b, res) : try_operator(b, reflected, a, res);
}

static err_t instance_inplace(binary_t op, PObject *a, PObject *b, PObject **res)
{
    err_t err = try_operator(a, operator_names[op].inplace, b, res);
    return err != ERR_OK || *res != P_NOT_IMPLEMENTED ? err
                                                      : instance_binary(op, a, b, res);
}

static err_t instance_unary(unary_t op, PObject *a, PObject **res)
{
    bool found;
    err_t err = special0(a, unary_names[op], &found, res);
    if (err == ERR_OK && !found) {
        return vm_raise(ERR_TYPE_EXC, "bad operand type for unary %c: '%s'", "-+~"[op],
                        type_name_of(a));
    }
    return err;
}

/* ---- containers ---- */

static err_t instance_len(PObject *self, uint32_t *len)
{
    bool found;
    PObject *value;
    int64_t n;
    err_t err = special0(self, NAME___len__, &found, &value);
    if (err != ERR_OK) {
        return err;
    }
    if (!found) {
        return vm_raise(ERR_TYPE_EXC, "object of type '%s' has no len()",
                        type_name_of(self));
    }
    if (!int_get(value, &n)) {
        return vm_raise(ERR_TYPE_EXC, "'%s' object cannot be interpreted as an integer",
                        type_name_of(value));
    }
    if (n < 0) {
        return vm_raise(ERR_VALUE_EXC, "__len__() should return >= 0");
    }
    *len = n > UINT32_MAX ? UINT32_MAX : (uint32_t)n;
    return ERR_OK;
}

static err_t instance_is_true(PObject *self, bool *res)
{
    bool found;
    PObject *value;
    err_t err = special0(self, NAME___bool__, &found, &value);
    if (err != ERR_OK) {
        return err;
    }
    if (found) {
        *res = value == P_TRUE;
        return IS_BOOL(value)
                   ? ERR_OK
                   : vm_raise(ERR_TYPE_EXC, "__bool__ should return bool, returned %s",
                              type_name_of(value));
    }
    uint32_t len = 1;
    if (class_find(class_of(self), NAME___len__)) {
        err = instance_len(self, &len);
    }
    *res = len != 0;
    return err;
}

static err_t instance_iter(PObject *self, PObject **res)
{
    bool found;
    PClass *cls = class_of(self);
    if (class_find(cls, NAME___iter__) == NULL && class_find(cls, NAME___getitem__)) {
        *res = (PObject *)iter_new(ITER_SEQUENCE, self, NULL);
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    err_t err = special0(self, NAME___iter__, &found, res);
    if (err != ERR_OK) {
        return err;
    }
    if (!found) {
        return vm_raise(ERR_TYPE_EXC, "'%s' object is not iterable",
                        type_name_of(self));
    }
    if (type_of(*res)->next == NULL ||
        (IS_OBJ(*res, PINSTANCE) && !class_find(class_of(*res), NAME___next__))) {
        return vm_raise(ERR_TYPE_EXC, "iter() returned non-iterator of type '%s'",
                        type_name_of(*res));
    }
    return ERR_OK;
}

static err_t instance_next(PObject *self, PObject **res)
{
    bool found;
    err_t err = special0(self, NAME___next__, &found, res);
    if (err == ERR_OK && !found) {
        return vm_raise(ERR_TYPE_EXC, "'%s' object is not an iterator",
                        type_name_of(self));
    }
    if (err != ERR_OK && exc_derives((uint16_t)err, ERR_STOP_ITERATION)) {
        exc_clear();
        *res = NULL;
        return ERR_OK;
    }
    return err;
}

static err_t instance_getitem(PObject *self, PObject *key, PObject **res)
{
    bool found;
    err_t err = special1(self, NAME___getitem__, key, &found, res);
    if (err == ERR_OK && !found) {
        return vm_raise(ERR_TYPE_EXC, "'%s' object is not subscriptable",
                        type_name_of(self));
    }
    return err;
}

static err_t instance_setitem(PObject *self, PObject *key, PObject *value)
{
    bool found;
    PObject *args[2] = {key, value}, *ignored;
    err_t err = vm_call_special(self, value ? NAME___setitem__ : NAME___delitem__,
                                &found, &ignored, value ? 2 : 1, args);
    if (err == ERR_OK && !found) {
        return vm_raise(ERR_TYPE_EXC, "'%s' object %s", type_name_of(self),
                        value ? "does not support item assignment"
                              : "doesn't support item deletion");
    }
    return err;
}

/* By __iter__ or __getitem__ when there is no __contains__. */
static err_t contains_by_iteration(PObject *self, PObject *item, bool *res)
{
    PObject *it, *value;
    err_t err = instance_iter(self, &it);
    *res = false;
    while (err == ERR_OK && !*res && (err = obj_next(it, &value)) == ERR_OK && value) {
        err = obj_equal(value, item, res);
    }
    return err;
}

static err_t instance_contains(PObject *self, PObject *item, bool *res)
{
    bool found;
    PObject *value;
    PClass *cls = class_of(self);
    err_t err = special1(self, NAME___contains__, item, &found, &value);
    if (err != ERR_OK) {
        return err;
    }
    if (found) {
        return obj_is_true(value, res);
    }
    if (!class_find(cls, NAME___iter__) && !class_find(cls, NAME___getitem__)) {
        return vm_raise(ERR_TYPE_EXC, "argument of type '%s' is not iterable",
                        type_name_of(self));
    }
    return contains_by_iteration(self, item, res);
}

const type_ops_t instance_ops = {
    .repr = instance_repr,
    .str = instance_str,
    .hash = instance_hash,
    .compare = instance_compare,
    .binary = instance_binary,
    .inplace = instance_inplace,
    .unary = instance_unary,
    .is_true = instance_is_true,
    .len = instance_len,
    .iter = instance_iter,
    .next = instance_next,
    .getitem = instance_getitem,
    .setitem = instance_setitem,
    .contains = instance_contains,
};
