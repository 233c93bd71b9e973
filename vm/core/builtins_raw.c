/* SPDX-License-Identifier: MIT */
/*
 * builtins_raw.c -- the functions with which Python drivers take bytes apart and make
 * objects of a given size or type.
 *
 *   __pack(buffer, offset, value, size, big)     size bytes of an integer, low first
 * unless `big`
 *   __unpack(buffer, offset, size, big, signed=False)
 *   __byte_get(bytes, i)   __byte_set(bytes, i, value)   __elements_set(sequence, n)
 *   __strpad(text, width, fill, left)            `left`: fill goes in front
 *   __new_dict(size)   __new_set(type, size)     __change_type(sequence, type)
 *   __str(x)   ___len(x)   __thread(fn, args, prio, size)
 */
#include "builtins.h"
#include "bytes.h"
#include "dict.h"
#include "exc.h"
#include "int.h"
#include "obj.h"
#include "set.h"
#include "str.h"
#include "text.h"
#include "thread.h"

/* ---- bytes ---- */

/* `size` bytes of a bytes-like object at an offset, which may count from the end. */
static err_t bytes_at(PObject *buffer, PObject *offset, int64_t size, bool write,
                      uint8_t **out)
{
    const uint8_t *data;
    uint32_t length;
    int64_t at;
    err_t err = obj_index(offset, &at);
    if (err != ERR_OK) {
        return err;
    }
    if (IS_OBJ(buffer, PSTRING) && !write) {
        data = str_data(buffer);
        length = str_bytes(buffer);
    } else if ((write && !IS_OBJ(buffer, PBYTEARRAY)) ||
               !bytes_view(buffer, &data, &length)) {
        return vm_raise(ERR_TYPE_EXC, "expected %s, got %s",
                        write ? "bytearray" : "str, bytes or bytearray",
                        type_name_of(buffer));
    }
    at += at < 0 ? length : 0;
    if (at < 0 || size > length || at > length - size) {
        return vm_raise(ERR_INDEX_EXC, "offset out of range");
    }
    *out = (uint8_t *)data + at;
    return ERR_OK;
}

static err_t size_of_number(PObject *o, int64_t *size)
{
    err_t err = obj_index(o, size);
    if (err == ERR_OK && (*size < 1 || *size > 8)) {
        return vm_raise(ERR_VALUE_EXC, "size must be 1 to 8 bytes");
    }
    return err;
}

OPTIONAL err_t builtin___pack(int nargs, PObject *self, PObject **args, PObject **res)
{
    int64_t value, size;
    bool big;
    uint8_t *at;
    (void)nargs, (void)self;
    err_t err = size_of_number(args[3], &size);
    if (err == ERR_OK) {
        err = obj_is_true(args[4], &big);
    }
    if (err == ERR_OK) {
        err = obj_index(args[2], &value);
    }
    if (err == ERR_OK) {
        err = bytes_at(args[0], args[1], size, true, &at);
    }
    if (err != ERR_OK) {
        return err;
    }
    for (int64_t i = 0; i < size; i++) {
        at[big ? size - 1 - i : i] = (uint8_t)((uint64_t)value >> 8 * i);
    }
    *res = P_NONE;
    return ERR_OK;
}

OPTIONAL err_t builtin___unpack(int nargs, PObject *self, PObject **args, PObject **res)
{
    int64_t size;
    bool big, is_signed = false;
    uint8_t *at;
    uint64_t value = 0;
    (void)self;
    err_t err = size_of_number(args[2], &size);
    if (err == ERR_OK) {
        err = obj_is_true(args[3], &big);
    }
    if (err == ERR_OK && nargs > 4) {
        err = obj_is_true(args[4], &is_signed);
    }
    if (err == ERR_OK) {
        err = bytes_at(args[0], args[1], size, false, &at);
    }
    if (err != ERR_OK) {
        return err;
    }
    for (int64_t i = 0; i < size; i++) {
        value = value << 8 | at[big ? i : size - 1 - i];
    }
    unsigned unused = 64 - 8 * (unsigned)size;
    *res =
        is_signed ? int_new((int64_t)(value << unused) >> unused) : int_new_u64(value);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

OPTIONAL err_t builtin___byte_get(int nargs, PObject *self, PObject **args,
                                  PObject **res)
{
    uint8_t *at;
    (void)nargs, (void)self;
    err_t err = bytes_at(args[0], args[1], 1, false, &at);
    if (err == ERR_OK) {
        *res = PSMALLINT_NEW(*at);
    }
    return err;
}

OPTIONAL err_t builtin___byte_set(int nargs, PObject *self, PObject **args,
                                  PObject **res)
{
    uint8_t *at;
    int64_t value;
    (void)nargs, (void)self;
    err_t err = obj_index(args[2], &value);
    if (err == ERR_OK && (value < 0 || value > 255)) {
        return vm_raise(ERR_VALUE_EXC, "byte must be in range(0, 256)");
    }
    if (err == ERR_OK) {
        err = bytes_at(args[0], args[1], 1, true, &at);
    }
    if (err == ERR_OK) {
        *at = (uint8_t)value;
        *res = P_NONE;
    }
    return err;
}

OPTIONAL err_t builtin___elements_set(int nargs, PObject *self, PObject **args,
                                      PObject **res)
{
    PMutableSequence *s = (PMutableSequence *)args[0];
    int64_t n;
    (void)nargs, (void)self;
    err_t err = obj_index(args[1], &n);
    if (err != ERR_OK) {
        return err;
    }
    if (!IS_POINTER(args[0]) || !IS_TYPE_SEQ_MUTABLE(args[0]->header.type)) {
        return vm_raise(ERR_TYPE_EXC, "expected bytearray, shortarray or list, got %s",
                        type_name_of(args[0]));
    }
    if (n < 0 || n > s->capacity) {
        return vm_raise(ERR_INDEX_EXC, "only %u elements have room",
                        (unsigned)s->capacity);
    }
    PObject **items = PSEQUENCE_OBJECTS(s);
    for (uint32_t i = s->header.length; args[0]->header.type == PLIST && i < n; i++) {
        items[i] = P_NONE;
    }
    s->header.length = (uint32_t)n;
    *res = P_NONE;
    return ERR_OK;
}

/* ---- text ---- */

OPTIONAL err_t builtin___strpad(int nargs, PObject *self, PObject **args, PObject **res)
{
    int64_t width;
    uint32_t length, fill = 0;
    bool left;
    text_t out;
    char memory[64];
    (void)nargs, (void)self;
    for (int i = 0; i < 3; i += 2) {
        if (!IS_OBJ(args[i], PSTRING)) {
            return vm_raise(ERR_TYPE_EXC, "expected str, got %s",
                            type_name_of(args[i]));
        }
    }
    err_t err = obj_index(args[1], &width);
    if (err == ERR_OK) {
        err = obj_is_true(args[3], &left);
    }
    if (err == ERR_OK) {
        err = obj_len(args[0], &length);
    }
    if (err == ERR_OK) {
        err = obj_len(args[2], &fill);
    }
    if (err != ERR_OK) {
        return err;
    }
    if (fill != 1) {
        return vm_raise(ERR_TYPE_EXC, "the fill must be one character");
    }
    text_init(&out, memory, sizeof memory);
    if (!left) {
        text_add_str(&out, args[0]);
    }
    for (int64_t i = length; i < width && out.err == ERR_OK; i++) {
        text_add_str(&out, args[2]);
    }
    if (left) {
        text_add_str(&out, args[0]);
    }
    return text_take(&out, res);
}

OPTIONAL err_t builtin___str(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)self;
    return obj_str(args[0], res);
}

OPTIONAL err_t builtin____len(int nargs, PObject *self, PObject **args, PObject **res)
{
    uint32_t length;
    (void)nargs, (void)self;
    err_t err = obj_len(args[0], &length);
    *res = err == ERR_OK ? int_new_u64(length) : P_NONE;
    return err == ERR_OK && *res == NULL ? ERR_MEMORY_EXC : err;
}

/* ---- containers ---- */

static err_t size_for(PObject *o, uint32_t *size)
{
    int64_t n = 0;
    err_t err = obj_index(o, &n);
    if (err == ERR_OK && (n < 0 || n > INT32_MAX)) {
        return vm_raise(ERR_VALUE_EXC, "size out of range");
    }
    *size = (uint32_t)n;
    return err;
}

OPTIONAL err_t builtin___new_dict(int nargs, PObject *self, PObject **args,
                                  PObject **res)
{
    uint32_t size = 0;
    (void)nargs, (void)self;
    err_t err = size_for(args[0], &size);
    if (err == ERR_OK) {
        *res = (PObject *)dict_new(size);
    }
    return err ? err : *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* A type given as such or as its number. */
static err_t type_given(PObject *o, uint8_t *type)
{
    int64_t n = 0;
    if (IS_TYPEOBJ(o)) {
        *type = (uint8_t)PTYPEOBJ_ID(o);
        return ERR_OK;
    }
    err_t err = obj_index(o, &n);
    if (err == ERR_OK && (n < 0 || n >= NTYPES)) {
        return vm_raise(ERR_VALUE_EXC, "no type has that number");
    }
    *type = (uint8_t)n;
    return err;
}

OPTIONAL err_t builtin___new_set(int nargs, PObject *self, PObject **args,
                                 PObject **res)
{
    uint32_t size = 0;
    uint8_t type = 0;
    (void)nargs, (void)self;
    err_t err = type_given(args[0], &type);
    if (err == ERR_OK) {
        err = size_for(args[1], &size);
    }
    if (err == ERR_OK && !IS_SET_TYPE(type)) {
        return vm_raise(ERR_TYPE_EXC, "expected PSET or PFSET");
    }
    if (err == ERR_OK) {
        *res = (PObject *)set_new(type, size);
    }
    return err ? err : *res ? ERR_OK : ERR_MEMORY_EXC;
}

OPTIONAL err_t builtin___change_type(int nargs, PObject *self, PObject **args,
                                     PObject **res)
{
    uint8_t type = 0;
    (void)nargs;
    err_t err = type_given(args[1], &type);
    const builtin_row_t *row = err == ERR_OK ? builtin_of_type(type) : NULL;
    const uint8_t *data;
    uint32_t length;
    if (err != ERR_OK) {
        return err;
    }
    if (type == PSTRING && bytes_view(args[0], &data, &length)) {
        *res = (PObject *)str_new((const char *)data, length);
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    if ((type == PBYTES || type == PBYTEARRAY) && IS_OBJ(args[0], PSTRING)) {
        data = str_data(args[0]);
        length = str_bytes(args[0]);
        *res = type == PBYTES ? (PObject *)bytes_new(data, length)
                              : (PObject *)bytearray_new(data, length);
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    if (row == NULL || row->min > 1) {
        return vm_raise(ERR_TYPE_EXC, "cannot make a %s", typestrings[type]);
    }
    return row->fn(1, self, args, res);
}

/* ---- threads ---- */

OPTIONAL err_t builtin___thread(int nargs, PObject *self, PObject **args, PObject **res)
{
    int64_t prio, size;
    (void)nargs, (void)self;
    err_t err = obj_index(args[2], &prio);
    if (err == ERR_OK) {
        err = obj_index(args[3], &size);
    }
    if (err != ERR_OK) {
        return err;
    }
    if (!IS_OBJ(args[1], PTUPLE)) {
        return vm_raise(ERR_TYPE_EXC, "expected a tuple of arguments, got %s",
                        type_name_of(args[1]));
    }
    if (prio < VOS_PRIO_LOWEST || prio > VOS_PRIO_HIGHEST) {
        return vm_raise(ERR_VALUE_EXC, "priority must be %d to %d", VOS_PRIO_LOWEST,
                        VOS_PRIO_HIGHEST);
    }
    size = size < 0 ? 0 : size > INT32_MAX ? INT32_MAX : size;
    *res = (PObject *)thread_new(args[0], (PTuple *)args[1], (int)prio, (uint32_t)size);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}
