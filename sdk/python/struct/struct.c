/* SPDX-License-Identifier: MIT */
/*
 * struct.c -- Python values as bytes and back, laid out as a format says.
 *
 * A format is read twice: once by measure(), which finds what is wrong with it before a
 * value is touched, and once to convert. Both use next_item(), so that they agree.
 */
#include "struct_item.h"
#include "zerynth.h"
#include "zn_glue.h"

C_NATIVE_MODULE(struct, version = 1.0.0);

static err_t struct_error; /* the number of struct.error */

/// Tells C which exception struct.error is.
C_NATIVE_FN(py = _set_error)
void struct_set_error(int32_t number)
{
    struct_error = MAKE_ERR_FROM_EXC_NAME(number);
}

static err_t bad_format(const char *what)
{
    return vm_raise(struct_error, "%s", what);
}

/* Bytes and values of a whole format. */
static err_t measure(zn_str text, int32_t *size, int32_t *values)
{
    format_t format;
    item_t item;
    const char *wrong;
    int64_t total = 0;
    format_open(&format, text.data, text.len);
    while (format_next(&format, &item, &wrong)) {
        total += item_values(&item);
    }
    if (wrong) {
        return bad_format(wrong);
    }
    *size = (int32_t)format.offset;
    *values = (int32_t)total;
    return ERR_OK;
}

/// Bytes that a format takes.
C_NATIVE_FN(py = _size)
err_t struct_size(zn_str format, int32_t *size ZN_OUT)
{
    int32_t values;
    return measure(format, size, &values);
}

/* ---- packing ---- */

static const zn_param_t large_params[] = {{"value", ZN_U64, 0, NULL}};
static const zn_fn_t large = {"pack", large_params, NULL};
static const zn_param_t real_params[] = {{"value", ZN_KIND_FLOAT, 0, NULL}};
static const zn_fn_t real = {"pack", real_params, NULL};

static err_t out_of_range(const item_t *item, const char *low, const char *high)
{
    static const char *const names[] = {
        ['b'] = "byte", ['B'] = "ubyte", ['h'] = "short", ['H'] = "ushort"};
    if (item->size > 4 && !item->little) {
        return bad_format("int too large to convert");
    }
    if (item->size > 4 || low == NULL) {
        return bad_format("argument out of range");
    }
    if (item->size == 1 || (item->size == 2 && item->little)) { /* as CPython says it */
        return vm_raise(struct_error, "%s format requires %s <= number <= %s",
                        names[(int)item->code], low, high);
    }
    return vm_raise(struct_error, "'%c' format requires %s <= number <= %s", item->code,
                    low, high);
}

static err_t out_of_signed(const item_t *item)
{
    static const char *const lows[] = {
        [1] = "-128", [2] = "-32768", [4] = "-2147483648", [8] = ""};
    static const char *const highs[] = {
        [1] = "127", [2] = "32767", [4] = "2147483647", [8] = ""};
    return out_of_range(item, lows[item->size], highs[item->size]);
}

static err_t out_of_unsigned(const item_t *item)
{
    static const char *const highs[] = {
        [1] = "255", [2] = "65535", [4] = "4294967295", [8] = ""};
    return out_of_range(item, "0", highs[item->size]);
}

/* The bits of an int, and whether they are a negative number's. */
static err_t get_bits(const item_t *item, PObject *value, uint64_t *bits,
                      bool *negative)
{
    *negative = false;
    if (IS_BOOL(value)) {
        *bits = (uint64_t)PBOOL_VALUE(value);
        return ERR_OK;
    }
    if (IS_INTEGER(value)) {
        *bits = (uint64_t)INTEGER_VALUE(value);
        *negative = INTEGER_VALUE(value) < 0;
        return ERR_OK;
    }
    err_t err = zn_arg_uint(&large, 0, value, bits);
    if (err == ERR_OK) {
        return ERR_OK;
    }
    vm_clear();
    return err == ERR_TYPE_EXC ? bad_format("required argument is not an integer")
                               : out_of_range(item, NULL, NULL);
}

static err_t pack_int(const item_t *item, PObject *value, uint64_t *bits)
{
    bool negative;
    err_t err = get_bits(item, value, bits, &negative);
    if (err != ERR_OK || item->kind == KIND_POINTER) {
        return err;
    }
    unsigned width = 8u * item->size;
    if (item->kind == KIND_UINT) {
        if (negative && item->size > (item->little ? 2 : 1)) {
            return out_of_range(item, NULL, NULL);
        }
        return negative || (width < 64 && *bits >> width) ? out_of_unsigned(item)
                                                          : ERR_OK;
    }
    if (!negative && *bits > INT64_MAX) {
        return out_of_range(item, NULL, NULL);
    }
    int64_t top = (int64_t)*bits >> (width - 1);
    return top != 0 && top != -1 ? out_of_signed(item) : ERR_OK;
}

static err_t pack_float(const item_t *item, PObject *value, uint64_t *bits)
{
    double number;
    if (zn_arg_float(&real, 0, value, &number) != ERR_OK) {
        vm_clear();
        return bad_format("required argument is not a float");
    }
    if (!item_float_bits(item, number, bits)) {
        if (PTYPE(value) != PFLOAT) {
            return bad_format("int too large to convert");
        }
        return vm_raise(ERR_OVERFLOW_EXC, "float too large to pack with %c format",
                        item->code);
    }
    return ERR_OK;
}

static bool is_bytes(PObject *value)
{
    int type = PTYPE(value);
    return type == PBYTES || type == PBYTEARRAY;
}

/* A string of bytes: cut or filled up with zeros, behind its length for code p. */
static err_t pack_bytes(const item_t *item, PObject *value, uint8_t *to)
{
    if (!is_bytes(value)) {
        return vm_raise(struct_error, "argument for '%c' must be a bytes object",
                        item->code);
    }
    size_t room = item->count, used = PSEQUENCE_ELEMENTS(value);
    if (item->code == 'p') {
        if (room == 0) {
            return ERR_OK;
        }
        room--;
        used = MIN(used, room);
        *to++ = (uint8_t)MIN(used, 255u);
    }
    used = MIN(used, room);
    const uint8_t *data = PSEQUENCE_BYTES(value);
    if (data) {
        memcpy(to, data, used);
    }
    memset(to + used, 0, room - used);
    return ERR_OK;
}

static err_t pack_one(const item_t *item, PObject *value, uint8_t *to)
{
    uint64_t bits = 0;
    int truth;
    err_t err = ERR_OK;
    switch (item->kind) {
    case KIND_BYTES:
        return pack_bytes(item, value, to);
    case KIND_CHAR:
        if (PTYPE(value) != PBYTES || PSEQUENCE_ELEMENTS(value) != 1) {
            return bad_format("char format requires a bytes object of length 1");
        }
        bits = *PSEQUENCE_BYTES(value);
        break;
    case KIND_BOOL:
        truth = pobj_is_true(value);
        bits = (uint64_t)truth;
        err = truth < 0 ? ERR_RUNTIME_EXC : ERR_OK;
        break;
    case KIND_FLOAT:
        err = pack_float(item, value, &bits);
        break;
    default:
        err = pack_int(item, value, &bits);
    }
    if (err == ERR_OK) {
        item_store(item, to, bits);
    }
    return err;
}

/* Fills `size` zeroed or old bytes; pads are zeros. */
static err_t pack_all(zn_str text, PObject *values, uint8_t *to, int32_t size)
{
    format_t format;
    item_t item;
    const char *wrong;
    uint32_t next = 0;
    err_t err = ERR_OK;
    memset(to, 0, (size_t)size);
    format_open(&format, text.data, text.len);
    while (err == ERR_OK && format_next(&format, &item, &wrong)) {
        size_t step = item.kind == KIND_BYTES ? item.count : item.size;
        for (int64_t i = 0; err == ERR_OK && i < item_values(&item); i++) {
            err = pack_one(&item, PTUPLE_ITEM(values, next),
                           to + item.offset + (size_t)i * step);
            next++;
        }
    }
    return err;
}

static err_t check_count(const char *function, PObject *values, int32_t wanted)
{
    int got = (int)PSEQUENCE_ELEMENTS(values);
    return got == wanted
               ? ERR_OK
               : vm_raise(struct_error, "%s expected %d items for packing (got %d)",
                          function, (int)wanted, got);
}

/// The values, a tuple, as bytes.
C_NATIVE_FN(py = _pack)
PObject *struct_pack(zn_str format, PObject *values)
{
    int32_t size, count;
    if (measure(format, &size, &count) != ERR_OK ||
        check_count("pack", values, count) != ERR_OK) {
        return NULL;
    }
    PObject *result = (PObject *)psequence_new(PBYTES, (uint32_t)size);
    if (result == NULL) {
        vm_raise(ERR_MEMORY_EXC, "no room for %d bytes", (int)size);
        return NULL;
    }
    return pack_all(format, values, PSEQUENCE_BYTES(result), size) == ERR_OK ? result
                                                                             : NULL;
}

/* ---- places in a buffer ---- */

/* What pack_into() and unpack_from() call themselves in errors. */
typedef struct place {
    const char *function, *doing, *too_near_the_end;
} place_t;

static const place_t packing = {"pack_into", "packing", "no space to pack"};
static const place_t unpacking = {"unpack_from", "unpacking",
                                  "not enough data to unpack"};

static err_t find_place(const place_t *place, int64_t length, int32_t size,
                        int64_t *offset)
{
    if (*offset < 0) {
        if (*offset + size > 0) {
            return vm_raise(struct_error, "%s %d bytes at offset %lld",
                            place->too_near_the_end, (int)size, (long long)*offset);
        }
        if (*offset + length < 0) {
            return vm_raise(struct_error,
                            "offset %lld out of range for %lld-byte buffer",
                            (long long)*offset, (long long)length);
        }
        *offset += length;
    }
    if (length - *offset < size) {
        return vm_raise(struct_error,
                        "%s requires a buffer of at least %lld bytes for %s %d bytes "
                        "at offset %lld (actual buffer size is %lld)",
                        place->function, (long long)(*offset + size), place->doing,
                        (int)size, (long long)*offset, (long long)length);
    }
    return ERR_OK;
}

/// The values, a tuple, into a buffer.
C_NATIVE_FN(py = _pack_into)
err_t struct_pack_into(zn_str format, zn_buffer buffer, int64_t offset, PObject *values)
{
    int32_t size, count;
    err_t err = measure(format, &size, &count);
    if (err == ERR_OK) {
        err = check_count("pack_into", values, count);
    }
    if (err == ERR_OK) {
        err = find_place(&packing, (int64_t)buffer.len * buffer.item, size, &offset);
    }
    return err == ERR_OK && size > 0
               ? pack_all(format, values, buffer.data + offset, size)
               : err;
}

/* ---- unpacking ---- */

static PObject *unpack_one(const item_t *item, const uint8_t *from)
{
    uint64_t bits;
    switch (item->kind) {
    case KIND_BYTES:
        if (item->code == 'p') {
            return zn_new_bytes(from + 1,
                                item->count ? MIN(*from, item->count - 1) : 0);
        }
        return zn_new_bytes(from, item->count);
    case KIND_CHAR:
        return zn_new_bytes(from, 1);
    case KIND_BOOL:
        return PBOOL_NEW(item_load(item, from) != 0);
    case KIND_FLOAT:
        return zn_new_float(item_float(item, item_load(item, from)));
    case KIND_INT:
        bits = item_load(item, from) << (64 - 8 * item->size);
        return zn_new_int((int64_t)bits >> (64 - 8 * item->size));
    default:
        return zn_new_uint(item_load(item, from));
    }
}

static PObject *unpack_all(zn_str text, const uint8_t *from, int32_t count)
{
    format_t format;
    item_t item;
    const char *wrong;
    uint32_t next = 0;
    PTuple *result = ptuple_new((uint32_t)count, NULL);
    bool good = result != NULL;
    format_open(&format, text.data, text.len);
    while (good && format_next(&format, &item, &wrong)) {
        size_t step = item.kind == KIND_BYTES ? item.count : item.size;
        for (int64_t i = 0; good && i < item_values(&item); i++) {
            PObject *value = unpack_one(&item, from + item.offset + (size_t)i * step);
            PTUPLE_SET_ITEM(result, next, value);
            next++;
            good = value != NULL;
        }
    }
    if (!good) {
        vm_raise(ERR_MEMORY_EXC, "no room for %d values", (int)count);
    }
    return good ? (PObject *)result : NULL;
}

/// The values that lie in a buffer. `whole`: they must fill it.
C_NATIVE_FN(py = _unpack)
PObject *struct_unpack(zn_str format, zn_bytes buffer, int64_t offset, bool whole)
{
    int32_t size, count;
    int64_t length = (int64_t)buffer.len * buffer.item;
    if (measure(format, &size, &count) != ERR_OK) {
        return NULL;
    }
    if (whole && length != size) {
        vm_raise(struct_error, "unpack requires a buffer of %d bytes", (int)size);
        return NULL;
    }
    if (!whole && find_place(&unpacking, length, size, &offset) != ERR_OK) {
        return NULL;
    }
    return unpack_all(format, buffer.data + offset, count);
}
