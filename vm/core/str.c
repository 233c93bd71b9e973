/* SPDX-License-Identifier: MIT */
/* str.c -- str: making, indexing, comparing, searching. */
#include "str.h"
#include "exc.h"
#include "gc.h"
#include "int.h"
#include "iter.h"
#include "obj.h"
#include "pstring.h"
#include "slice.h"
#include "span.h"
#include "state.h"
#include "str_methods.h"
#include "text.h"
#include "utf8.h"

/* ---- making ---- */

PString *str_alloc(uint32_t len, bool ascii)
{
    uint8_t flags = POBJ_HASHABLE | (ascii ? POBJ_ASCII : 0);
    PString *s = gc_new_raw(PSTRING, flags, sizeof(PObjectHeader) + len);
    if (s != NULL) {
        s->header.length = len;
    }
    return s;
}

void str_seal(PString *s)
{
    if (utf8_is_ascii(str_data((PObject *)s), s->header.length)) {
        s->header.flags |= POBJ_ASCII;
    }
}

static PString *shared_char(uint8_t c)
{
    PObject **shared = &vm.ascii_chars[c % SHARED_CHARS], *s = *shared;
    bool known = s != NULL && (SHARED_CHARS == 128 || str_data(s)[0] == c);
    if (!known && (s = (PObject *)str_alloc(1, true)) != NULL) {
        str_data(s)[0] = c;
        *shared = s;
    }
    return (PString *)s;
}

static PString *shared_empty(void)
{
    if (vm.empty_str == NULL) {
        vm.empty_str = (PObject *)str_alloc(0, true);
    }
    return (PString *)vm.empty_str;
}

PString *str_new(const char *data, uint32_t len)
{
    if (len == 0) {
        return shared_empty();
    }
    if (data == NULL) {
        PString *s = gc_new(PSTRING, POBJ_HASHABLE, sizeof(PObjectHeader) + len);
        if (s != NULL) {
            s->header.length = len;
        }
        return s;
    }
    if (len == 1 && (uint8_t)data[0] < 0x80) {
        return shared_char((uint8_t)data[0]);
    }
    PString *s = str_alloc(len, utf8_is_ascii((const uint8_t *)data, len));
    if (s != NULL) {
        memcpy(str_data((PObject *)s), data, len);
    }
    return s;
}

PString *str_from_c(const char *s)
{
    return str_new(s, (uint32_t)strlen(s));
}

PString *str_from_code(uint32_t code)
{
    uint8_t bytes[4];
    return str_new((char *)bytes, utf8_encode(code, bytes));
}

PString *pstring_new(uint32_t len, const uint8_t *buf)
{
    return str_new((const char *)buf, len);
}

/* ---- looking ---- */

uint32_t str_length(const PObject *s)
{
    return str_is_ascii(s) ? str_bytes(s) : utf8_length(str_data(s), str_bytes(s));
}

size_t str_offset(const PObject *s, uint32_t index)
{
    return str_is_ascii(s) ? index : utf8_offset(str_data(s), str_bytes(s), index);
}

int str_order(const PObject *a, const PObject *b)
{
    uint32_t n = str_bytes(a), m = str_bytes(b);
    int order = memcmp(str_data(a), str_data(b), n < m ? n : m);
    return order ? order : (n > m) - (n < m);
}

uint16_t str_hash_slow(PObject *s)
{
    uint16_t hash = value_hash_bytes(str_data(s), str_bytes(s));
    s->header.aux = hash;
    return hash;
}

int64_t str_search(const uint8_t *hay, size_t n, const uint8_t *needle, size_t m,
                   bool last)
{
    if (m > n) {
        return -1;
    }
    if (m == 0) {
        return last ? (int64_t)n : 0;
    }
    if (last) {
        for (size_t i = n - m + 1; i-- > 0;) {
            if (hay[i] == needle[0] && memcmp(hay + i, needle, m) == 0) {
                return (int64_t)i;
            }
        }
        return -1;
    }
    const uint8_t *p = hay, *end = hay + (n - m) + 1;
    while ((p = memchr(p, needle[0], (size_t)(end - p))) != NULL) {
        /* The last byte first: texts tend to share beginnings. */
        if (p[m - 1] == needle[m - 1] && memcmp(p, needle, m) == 0) {
            return p - hay;
        }
        if (++p == end) {
            break;
        }
    }
    return -1;
}

/* ---- building ---- */

err_t str_concat(PObject *a, PObject *b, PObject **res)
{
    uint32_t n = str_bytes(a), m = str_bytes(b);
    if (m == 0 || n == 0) {
        *res = m == 0 ? a : b;
        return ERR_OK;
    }
    if (n > INT32_MAX - m) {
        return ERR_MEMORY_EXC;
    }
    /* Two halves of a code point may meet: only bytes tell. */
    PString *s = str_alloc(n + m, str_is_ascii(a) && str_is_ascii(b));
    if (s == NULL) {
        return ERR_MEMORY_EXC;
    }
    *res = (PObject *)s;
    memcpy(str_data(*res), str_data(a), n);
    memcpy(str_data(*res) + n, str_data(b), m);
    return ERR_OK;
}

static err_t repeat(PObject *s, PObject *times, PObject **res)
{
    int64_t n;
    err_t err = obj_index(times, &n);
    if (err) {
        return err;
    }
    uint32_t len = str_bytes(s);
    if (n <= 0 || len == 0) {
        *res = (PObject *)str_new("", 0);
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    if (n == 1) {
        *res = s;
        return ERR_OK;
    }
    if (n > INT32_MAX / len) {
        return ERR_MEMORY_EXC;
    }
    PString *r = str_alloc((uint32_t)n * len, str_is_ascii(s));
    if (r == NULL) {
        return ERR_MEMORY_EXC;
    }
    uint8_t *out = str_data((PObject *)r);
    if (len == 1) {
        memset(out, str_data(s)[0], (size_t)n);
    } else {
        for (int64_t i = 0; i < n; i++) {
            memcpy(out + i * len, str_data(s), len);
        }
    }
    *res = (PObject *)r;
    return ERR_OK;
}

/* A step other than 1 over code points: an array of offsets would cost more than
 * walking. */
static err_t slice_stepping(PObject *s, int64_t start, int64_t step, uint32_t count,
                            PObject **res)
{
    char memory[64];
    text_t out;
    text_init(&out, memory, sizeof memory);
    const uint8_t *end = str_data(s) + str_bytes(s);
    const uint8_t *p = str_data(s) + str_offset(s, (uint32_t)start);
    int64_t at = start;
    for (uint32_t i = 0; i < count && out.err == ERR_OK; i++, start += step) {
        if (start < at || str_is_ascii(s)) {
            p = str_data(s) + str_offset(s, (uint32_t)start);
        } else {
            p += utf8_offset(p, (size_t)(end - p), (uint32_t)(start - at));
        }
        at = start;
        unsigned n;
        utf8_decode(p, end, &n);
        text_add(&out, p, n);
    }
    return text_take(&out, res);
}

err_t str_slice(PObject *s, int64_t start, int64_t step, uint32_t count, PObject **res)
{
    if (count == 0) {
        *res = (PObject *)str_new("", 0);
    } else if (step != 1) {
        return slice_stepping(s, start, step, count, res);
    } else {
        size_t from = str_offset(s, (uint32_t)start);
        size_t n = str_is_ascii(s)
                       ? count
                       : utf8_offset(str_data(s) + from, str_bytes(s) - from, count);
        if (n == str_bytes(s)) {
            *res = s;
            return ERR_OK;
        }
        *res = (PObject *)str_new((char *)str_data(s) + from, (uint32_t)n);
    }
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* ---- the type's row ---- */

static err_t str_str(PObject *self, text_t *out)
{
    return text_add_str(out, self);
}

static err_t str_repr(PObject *self, text_t *out)
{
    return str_repr_to(self, out, false);
}

static err_t str_hash(PObject *self, uint32_t *hash)
{
    *hash = str_hash16(self);
    return ERR_OK;
}

static err_t str_compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    if (!IS_OBJ(b, PSTRING)) {
        *res = P_NOT_IMPLEMENTED;
        return ERR_OK;
    }
    if (op == CMP_EQ) {
        *res = PBOOL_NEW(str_equal(a, b));
        return ERR_OK;
    }
    int order = str_order(a, b);
    bool yes = op == CMP_LT   ? order < 0
               : op == CMP_LE ? order <= 0
               : op == CMP_GT ? order > 0
                              : order >= 0;
    *res = PBOOL_NEW(yes);
    return ERR_OK;
}

static err_t str_binary(binary_t op, PObject *a, PObject *b, PObject **res)
{
    if (op == BIN_MOD && IS_OBJ(a, PSTRING)) {
        return str_percent(a, b, res);
    }
    if (op == BIN_ADD && IS_OBJ(a, PSTRING)) {
        if (IS_OBJ(b, PSTRING)) {
            return str_concat(a, b, res);
        }
        if (PTYPE(b) != PINSTANCE) {
            return vm_raise(ERR_TYPE_EXC,
                            "can only concatenate str (not \"%s\") to str",
                            type_name_of(b));
        }
    }
    if (op == BIN_MUL && IS_OBJ(a, PSTRING) && int_is(b)) {
        return repeat(a, b, res);
    }
    if (op == BIN_MUL && IS_OBJ(b, PSTRING) && int_is(a)) {
        return repeat(b, a, res);
    }
    *res = P_NOT_IMPLEMENTED;
    return ERR_OK;
}

static err_t str_is_true(PObject *self, bool *res)
{
    *res = self->header.length != 0;
    return ERR_OK;
}

static err_t str_len(PObject *self, uint32_t *len)
{
    *len = str_length(self);
    return ERR_OK;
}

static err_t str_iter(PObject *self, PObject **res)
{
    *res = (PObject *)iter_new(ITER_STRING, self, NULL);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t str_getitem(PObject *self, PObject *key, PObject **res)
{
    uint32_t len = str_length(self), index;
    if (IS_OBJ(key, PSLICE)) {
        int64_t start, stop, step;
        uint32_t count;
        err_t err = slice_indices(key, &len, &start, &stop, &step, &count);
        return err ? err : str_slice(self, start, step, count, res);
    }
    if (!int_is(key) && PTYPE(key) != PINSTANCE) {
        return vm_raise(ERR_TYPE_EXC, "string indices must be integers, not '%s'",
                        type_name_of(key));
    }
    err_t err = slice_index(key, &len, "string", &index);
    if (err) {
        return err;
    }
    const uint8_t *p = str_data(self) + str_offset(self, index);
    unsigned n = 1;
    if (*p >= 0x80) {
        utf8_decode(p, str_data(self) + str_bytes(self), &n);
    }
    *res = (PObject *)str_new((const char *)p, n);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t str_contains(PObject *self, PObject *item, bool *res)
{
    if (!IS_OBJ(item, PSTRING)) {
        return vm_raise(ERR_TYPE_EXC,
                        "'in <string>' requires string as left operand, not %s",
                        type_name_of(item));
    }
    *res = str_search(str_data(self), str_bytes(self), str_data(item), str_bytes(item),
                      false) >= 0;
    return ERR_OK;
}

static const type_method_t methods[] = {
    SPAN_METHODS_A(SPAN_ROW)
        SPAN_METHODS_CASE(SPAN_ROW){NAME_format, 0, 255, str_method_format, "**"},
    {NAME_encode, 0, 2, str_method_encode, "encoding,errors"},
    SPAN_METHODS_B(SPAN_ROW){NAME_casefold, 0, 0, str_method_casefold, NULL},
    SPAN_METHODS_C(SPAN_ROW){NAME_isdecimal, 0, 0, str_method_isdecimal, NULL},
    {NAME_isnumeric, 0, 0, str_method_isnumeric, NULL},
    {NAME_isidentifier, 0, 0, str_method_isidentifier, NULL},
    {NAME_isascii, 0, 0, str_method_isascii, NULL},
    {NAME_isprintable, 0, 0, str_method_isprintable, NULL},
    SPAN_METHODS_D(SPAN_ROW){NAME_translate, 1, 1, str_method_translate, NULL},
    {NAME_maketrans, 1, 3, str_method_maketrans, NULL},
    {NAME_format_map, 1, 1, str_method_format_map, NULL},
};

const type_ops_t string_ops = {
    .repr = str_repr,
    .str = str_str,
    .hash = str_hash,
    .compare = str_compare,
    .binary = str_binary,
    .is_true = str_is_true,
    .len = str_len,
    .iter = str_iter,
    .getitem = str_getitem,
    .contains = str_contains,
    .methods = methods,
    .nmethods = sizeof methods / sizeof *methods,
};
