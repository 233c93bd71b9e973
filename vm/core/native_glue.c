/* SPDX-License-Identifier: MIT */
/*
 * native_glue.c -- what generated glue calls (zn_glue.h): conversions that look at more
 * than a tag, and the texts of what does not fit.
 *
 * A parameter's kind is a row here: which types it takes, the range of the C type, and
 * how an error calls it.
 */
#include "arith.h"
#include "builtins.h"
#include "bytes.h"
#include "class.h"
#include "console.h"
#include "exc.h"
#include "gc.h"
#include "int.h"
#include "irq.h"
#include "native.h"
#include "pnumbers.h"
#include "pstring.h"
#include "state.h"
#include "str.h"
#include "text.h"
#include "thread.h"
#include "tuple.h"
#include "utf8.h"
#include "vminterface.h"
#include <string.h>

#define BIT(type) (UINT32_C(1) << (type))
#define INTS (BIT(PSMALLINT) | BIT(PINTEGER) | BIT(PBOOL))
#define BYTES8 (BIT(PBYTES) | BIT(PBYTEARRAY))
#define SHORTS (BIT(PSHORTS) | BIT(PSHORTARRAY))

typedef struct {
    uint32_t types; /* those with ids below 32; big integers count as int */
    int64_t low, high;
    const char *wanted;
} kind_t;

static const kind_t kinds[] = {
    [ZN_I8] = {INTS, INT8_MIN, INT8_MAX, "int"},
    [ZN_U8] = {INTS, 0, UINT8_MAX, "int"},
    [ZN_I16] = {INTS, INT16_MIN, INT16_MAX, "int"},
    [ZN_U16] = {INTS, 0, UINT16_MAX, "int"},
    [ZN_I32] = {INTS, INT32_MIN, INT32_MAX, "int"},
    [ZN_U32] = {INTS, 0, UINT32_MAX, "int"},
    [ZN_I64] = {INTS, INT64_MIN, INT64_MAX, "int"},
    [ZN_U64] = {INTS, 0, -1, "int"},
    [ZN_KIND_BOOL] = {BIT(PBOOL), 0, 0, "bool"},
    [ZN_KIND_FLOAT] = {INTS | BIT(PFLOAT), 0, 0, "float"},
    [ZN_KIND_STR] = {BIT(PSTRING), 0, 0, "str"},
    [ZN_KIND_CSTR] = {BIT(PSTRING), 0, 0, "str"},
    [ZN_KIND_CHAR] = {BIT(PSTRING), 0, 0, "str of length 1"},
    [ZN_KIND_BYTES] = {BYTES8 | SHORTS, 0, 0, "bytes, bytearray, shorts or shortarray"},
    [ZN_KIND_BYTES8] = {BYTES8, 0, 0, "bytes or bytearray"},
    [ZN_KIND_SHORTS] = {SHORTS, 0, 0, "shorts or shortarray"},
    [ZN_KIND_BUFFER] = {BIT(PBYTEARRAY) | BIT(PSHORTARRAY), 0, 0,
                        "bytearray or shortarray"},
    [ZN_KIND_BUFFER8] = {BIT(PBYTEARRAY), 0, 0, "bytearray"},
    [ZN_KIND_BUFFER16] = {BIT(PSHORTARRAY), 0, 0, "shortarray"},
    [ZN_KIND_INSTANCE] = {BIT(PINSTANCE), 0, 0, NULL},
    [ZN_KIND_CALLABLE] = {0, 0, 0, "callable"},
    [ZN_KIND_OBJECT] = {UINT32_MAX, 0, 0, "object"},
};

static bool has_type(const zn_param_t *p, PObject *arg)
{
    uint8_t type = PTYPE(arg);
    uint32_t types = kinds[p->kind].types;
    if (type == PBIGINT) {
        return (types & BIT(PINTEGER)) != 0;
    }
    return type < 32 && types & BIT(type);
}

static bool is_null(const zn_param_t *p, PObject *arg)
{
    return p->flags & ZN_PARAM_NULLABLE && IS_NONE(arg);
}

/* ---- what does not fit ---- */

static void add_float(text_t *text, double value)
{
    PFloat *f = pfloat_new(value);
    if (f) {
        text_addf(text, "%R", (PObject *)f);
    }
}

static void add_range(text_t *text, const zn_param_t *p)
{
    const int64_t *range = p->extra;
    if (p->kind == ZN_KIND_FLOAT && range) {
        text_add_c(text, " ");
        add_float(text, ((const double *)p->extra)[0]);
        text_add_c(text, "..");
        add_float(text, ((const double *)p->extra)[1]);
    } else if (p->kind == ZN_U64) {
        const uint64_t *wide = p->extra;
        text_addf(text, " %llu..%llu", (unsigned long long)(wide ? wide[0] : 0),
                  (unsigned long long)(wide ? wide[1] : UINT64_MAX));
    } else if (p->kind < ZN_U64) {
        text_addf(text, " %lld..%lld",
                  (long long)(range ? range[0] : kinds[p->kind].low),
                  (long long)(range ? range[1] : kinds[p->kind].high));
    }
}

static void add_wanted(text_t *text, const zn_param_t *p)
{
    if (p->kind == ZN_KIND_INSTANCE) {
        text_add_c(text, ((const zn_class_t *)p->extra)->name);
    } else {
        text_add_c(text, kinds[p->kind].wanted);
    }
    add_range(text, p);
}

static void add_where(text_t *text, const zn_fn_t *fn, int index)
{
    text_addf(text, "%s() argument '%s': expected ", fn->name, fn->params[index].name);
}

static err_t raise_text(err_t number, text_t *text)
{
    PObject *message;
    err_t err = text_take(text, &message);
    return err != ERR_OK ? err : exc_raise_arg(number, message);
}

err_t zn_arg_error(const zn_fn_t *fn, int index, PObject *arg)
{
    const zn_param_t *p = &fn->params[index];
    bool right_type = has_type(p, arg);
    text_t text;
    char small[160];
    text_init(&text, small, sizeof small);
    add_where(&text, fn, index);
    add_wanted(&text, p);
    if (p->kind == ZN_KIND_CSTR && right_type) {
        text_add_c(&text, " without NUL");
    }
    if (p->flags & ZN_PARAM_NULLABLE) {
        text_add_c(&text, " or None");
    }
    text_add_c(&text, ", got ");
    if (right_type && p->kind != ZN_KIND_INSTANCE) {
        text_addf(&text, "%R", arg);
        return raise_text(ERR_VALUE_EXC, &text);
    }
    text_add_c(&text, IS_NONE(arg) ? "None" : type_name_of(arg));
    return raise_text(ERR_TYPE_EXC, &text);
}

/* ---- numbers ---- */

static bool int_in_range(const zn_param_t *p, PObject *arg, int64_t *value)
{
    const int64_t *range = p->extra;
    return has_type(p, arg) && int_get(arg, value) &&
           *value >= (range ? range[0] : kinds[p->kind].low) &&
           *value <= (range ? range[1] : kinds[p->kind].high);
}

err_t zn_arg_int(const zn_fn_t *fn, int index, PObject *arg, int64_t *out)
{
    return int_in_range(&fn->params[index], arg, out) ? ERR_OK
                                                      : zn_arg_error(fn, index, arg);
}

static bool get_u64(PObject *arg, uint64_t *value)
{
    int64_t small;
    if (IS_OBJ(arg, PBIGINT)) {
        const PBigint *big = (const PBigint *)arg;
        if (big->header.length > 2 || big->header.flags & BIGINT_NEGATIVE) {
            return false;
        }
        *value =
            (uint64_t)(big->header.length > 1 ? big->limb[1] : 0) << 32 | big->limb[0];
        return true;
    }
    if (!int_get(arg, &small) || small < 0) {
        return false;
    }
    *value = (uint64_t)small;
    return true;
}

static bool uint_in_range(const zn_param_t *p, PObject *arg, uint64_t *value)
{
    const uint64_t *range = p->extra;
    return has_type(p, arg) && get_u64(arg, value) &&
           (range == NULL || (*value >= range[0] && *value <= range[1]));
}

err_t zn_arg_uint(const zn_fn_t *fn, int index, PObject *arg, uint64_t *out)
{
    return uint_in_range(&fn->params[index], arg, out) ? ERR_OK
                                                       : zn_arg_error(fn, index, arg);
}

err_t zn_arg_bool(const zn_fn_t *fn, int index, PObject *arg, bool *out)
{
    if (!IS_BOOL(arg)) {
        return zn_arg_error(fn, index, arg);
    }
    *out = PBOOL_VALUE(arg);
    return ERR_OK;
}

static bool float_in_range(const zn_param_t *p, PObject *arg, double *value)
{
    const double *range = p->extra;
    int64_t integer;
    if (IS_OBJ(arg, PFLOAT)) {
        *value = PFLOAT_VALUE(arg);
    } else if (has_type(p, arg) && int_get(arg, &integer)) {
        *value = (double)integer;
    } else {
        return false;
    }
    return range == NULL || (*value >= range[0] && *value <= range[1]);
}

err_t zn_arg_float(const zn_fn_t *fn, int index, PObject *arg, double *out)
{
    const zn_param_t *p = &fn->params[index];
    if (IS_OBJ(arg, PBIGINT) && p->extra == NULL) {
        return int_to_double(arg, out);
    }
    return float_in_range(p, arg, out) ? ERR_OK : zn_arg_error(fn, index, arg);
}

/* ---- text ---- */

static bool has_nul(PObject *str)
{
    return memchr(str_data(str), 0, str_bytes(str)) != NULL;
}

/* A copy of the bytes with a NUL behind them, alive as long as C holds the pointer. */
static const char *terminated(PObject *str)
{
    PBuffer *copy = gc_new_buffer((size_t)str_bytes(str) + 1, false);
    return copy ? memcpy(copy->buffer, str_data(str), str_bytes(str)) : NULL;
}

err_t zn_arg_str(const zn_fn_t *fn, int index, PObject *arg, zn_str *out)
{
    const zn_param_t *p = &fn->params[index];
    if (is_null(p, arg)) {
        *out = (zn_str){NULL, 0};
        return ERR_OK;
    }
    if (!IS_OBJ(arg, PSTRING) || (p->kind == ZN_KIND_CSTR && has_nul(arg))) {
        return zn_arg_error(fn, index, arg);
    }
    out->len = str_bytes(arg);
    out->data = p->kind == ZN_KIND_CSTR ? terminated(arg) : (char *)str_data(arg);
    return out->data ? ERR_OK : ERR_MEMORY_EXC;
}

/* The code point of a str of one, or -1. */
static int32_t single_char(PObject *arg)
{
    if (!IS_OBJ(arg, PSTRING) || str_length(arg) != 1) {
        return -1;
    }
    unsigned n;
    return (int32_t)utf8_decode(str_data(arg), str_data(arg) + str_bytes(arg), &n);
}

err_t zn_arg_char(const zn_fn_t *fn, int index, PObject *arg, char *out)
{
    int32_t code = single_char(arg);
    if (code < 0 || code > 0xFF) {
        return zn_arg_error(fn, index, arg);
    }
    *out = (char)code;
    return ERR_OK;
}

/* ---- views ---- */

static err_t get_view(const zn_fn_t *fn, int index, PObject *arg, uint8_t **data,
                      size_t *len, uint8_t *item)
{
    const zn_param_t *p = &fn->params[index];
    *data = NULL;
    *len = 0;
    *item = 1;
    if (is_null(p, arg)) {
        return ERR_OK;
    }
    if (!has_type(p, arg)) {
        return zn_arg_error(fn, index, arg);
    }
    err_t err = bytes_hold(arg);
    if (err != ERR_OK) {
        return err;
    }
    static uint8_t nothing[2]; /* an empty view is not NULL */
    *data = PSEQUENCE_ELEMENTS(arg) ? PSEQUENCE_BYTES(arg) : nothing;
    *len = PSEQUENCE_ELEMENTS(arg);
    *item = IS_SHORT_PSEQUENCE_TYPE(PHEADERTYPE(arg)) ? 2 : 1;
    return ERR_OK;
}

err_t zn_arg_bytes(const zn_fn_t *fn, int index, PObject *arg, zn_bytes *out)
{
    uint8_t *data;
    err_t err = get_view(fn, index, arg, &data, &out->len, &out->item);
    out->data = data;
    return err;
}

err_t zn_arg_buffer(const zn_fn_t *fn, int index, PObject *arg, zn_buffer *out)
{
    return get_view(fn, index, arg, &out->data, &out->len, &out->item);
}

void zn_release(PObject *arg)
{
    if (!IS_TAGGED(arg)) {
        bytes_release(arg);
    }
}

/* ---- objects ---- */

static void *struct_of(PObject *o, const zn_class_t *wanted)
{
    if (!IS_OBJ(o, PINSTANCE)) {
        return NULL;
    }
    PClass *cls = class_of(o);
    return cls->native == wanted ? native_struct((PInstance *)o, cls) : NULL;
}

err_t zn_arg_instance(const zn_fn_t *fn, int index, PObject *arg, void **out)
{
    const zn_param_t *p = &fn->params[index];
    *out = is_null(p, arg) ? NULL : struct_of(arg, p->extra);
    return *out || is_null(p, arg) ? ERR_OK : zn_arg_error(fn, index, arg);
}

static bool is_callable(PObject *arg)
{
    PObject *answer = P_FALSE;
    return builtin_callable(1, NULL, &arg, &answer) == ERR_OK && answer == P_TRUE;
}

err_t zn_arg_callable(const zn_fn_t *fn, int index, PObject *arg, zn_callable *out)
{
    if (is_null(&fn->params[index], arg)) {
        out->object = NULL;
        return ERR_OK;
    }
    if (!is_callable(arg)) {
        return zn_arg_error(fn, index, arg);
    }
    out->object = arg;
    return ERR_OK;
}

err_t zn_self(const zn_fn_t *fn, PObject *self, void **out)
{
    *out = self ? struct_of(self, fn->cls) : NULL;
    if (*out) {
        return ERR_OK;
    }
    return vm_raise(ERR_TYPE_EXC, "%s() needs a %s object, got %s", fn->name,
                    fn->cls->name,
                    self == NULL    ? "none"
                    : IS_NONE(self) ? "None"
                                    : type_name_of(self));
}

/* ---- which of several did not fit ---- */

static bool fits(const zn_param_t *p, PObject *arg)
{
    int64_t integer;
    uint64_t wide;
    double real;
    int32_t code;
    if (is_null(p, arg)) {
        return true;
    }
    switch (p->kind) {
    case ZN_U64:
        return uint_in_range(p, arg, &wide);
    case ZN_KIND_FLOAT:
        return float_in_range(p, arg, &real);
    case ZN_KIND_CSTR:
        return IS_OBJ(arg, PSTRING) && !has_nul(arg);
    case ZN_KIND_CHAR:
        code = single_char(arg);
        return code >= 0 && code <= 0xFF;
    case ZN_KIND_INSTANCE:
        return struct_of(arg, p->extra) != NULL;
    case ZN_KIND_CALLABLE:
        return is_callable(arg);
    default:
        return p->kind < ZN_U64 ? int_in_range(p, arg, &integer) : has_type(p, arg);
    }
}

err_t zn_args_error(const zn_fn_t *fn, int first, int count, PObject **args)
{
    double ignored;
    for (int i = first; i < first + count; i++) {
        const zn_param_t *p = &fn->params[i];
        if (p->kind == ZN_KIND_FLOAT && IS_OBJ(args[i], PBIGINT)) {
            err_t err = zn_arg_float(fn, i, args[i], &ignored);
            if (err != ERR_OK) {
                return err;
            }
        } else if (!fits(p, args[i])) {
            return zn_arg_error(fn, i, args[i]);
        }
    }
    return vm_raise(ERR_TYPE_EXC, "%s() got arguments that do not fit", fn->name);
}

/* ---- results ---- */

PObject *zn_new_int(int64_t value)
{
    return int_new(value);
}

PObject *zn_new_uint(uint64_t value)
{
    return int_new_u64(value);
}

PObject *zn_new_float(double value)
{
    return arith_float(value);
}

PObject *zn_new_char(char c)
{
    return (PObject *)str_from_code((unsigned char)c);
}

PObject *zn_new_str(const char *data, size_t len)
{
    if (data == NULL) {
        return P_NONE;
    }
    return len <= INT32_MAX ? (PObject *)str_new(data, (uint32_t)len) : NULL;
}

PObject *zn_new_bytes(const void *data, size_t len)
{
    if (data == NULL) {
        return P_NONE;
    }
    return len <= INT32_MAX ? (PObject *)bytes_new(data, (uint32_t)len) : NULL;
}

PObject *zn_new_zeros(size_t len)
{
    return len <= INT32_MAX ? (PObject *)bytes_new(NULL, (uint32_t)len) : NULL;
}

err_t zn_result(PObject *value, PObject **res)
{
    *res = value;
    return value ? ERR_OK : ERR_MEMORY_EXC;
}

err_t zn_result_tuple(int n, PObject **values, PObject **res)
{
    for (int i = 0; i < n; i++) {
        if (values[i] == NULL) {
            return ERR_MEMORY_EXC;
        }
    }
    return zn_result((PObject *)tuple_from((uint32_t)n, values), res);
}

err_t zn_result_object(const zn_fn_t *fn, PObject *value, PObject **res)
{
    PObject *pending = vm.current->pending;
    if (value) {
        return zn_result(value, res);
    }
    if (pending) {
        return exc_number(pending);
    }
    return vm_raise(ERR_RUNTIME_EXC, "%s() returned NULL", fn->name);
}

err_t zn_os_error(const zn_fn_t *fn, int64_t code)
{
    PObject *number = int_new(-code);
    err_t err =
        vm_raise(NAME_OSError, "%s() failed with %lld", fn->name, (long long)code);
    PObject *exc = vm.current->pending;
    if (number == NULL || exc == NULL) {
        return ERR_MEMORY_EXC;
    }
    err_t failed = exc_set_attribute((PException *)exc, NAME_errno, number);
    return failed != ERR_OK ? failed : err;
}

/* The native may be about to wait for what an interrupt's call does: somebody must be
 * there to do it. Without memory for that the call waits for the next safe point. */
void zn_gil_release(void)
{
    if (vm.current) {
        (void)irq_start();
        console_flush(); /* the wait may be long */
    }
    thread_gil_release();
}

void zn_gil_acquire(void)
{
    thread_gil_acquire();
}
