/* SPDX-License-Identifier: MIT */
/* format.c -- what format(), f-strings and str.format do with a value and its
 * specification. */
#include "format.h"
#include "call.h"
#include "exc.h"
#include "float.h"
#include "int.h"
#include "obj.h"
#include "str.h"
#include "utf8.h"
#include <math.h>

/* ---- the specification ---- */

enum { COUNT_MAX = INT32_MAX };

static bool is_align(uint32_t c)
{
    return c == '<' || c == '>' || c == '=' || c == '^';
}

/* *count is -1 without digits. */
static err_t parse_count(const char **p, const char *end, int32_t *count)
{
    int64_t n = -1;
    for (; *p < end && **p >= '0' && **p <= '9'; ++*p) {
        n = (n < 0 ? 0 : n) * 10 + (**p - '0');
        if (n > COUNT_MAX) {
            return vm_raise(ERR_VALUE_EXC, "Too many decimal digits in format string");
        }
    }
    *count = (int32_t)n;
    return ERR_OK;
}

static const char *parse_align(const char *p, const char *end, format_spec_t *spec)
{
    if (p == end) {
        return p;
    }
    unsigned n;
    uint32_t first = utf8_decode((const uint8_t *)p, (const uint8_t *)end, &n);
    if (p + n < end && is_align((uint8_t)p[n])) {
        spec->fill = first;
        spec->align = p[n];
        return p + n + 1;
    }
    if (is_align(first)) {
        spec->align = *p++;
    }
    return p;
}

static bool take(const char **p, const char *end, const char *set, char *got)
{
    if (*p < end && strchr(set, **p) != NULL && **p != '\0') {
        *got = *(*p)++;
        return true;
    }
    return false;
}

err_t format_parse(const char *s, size_t len, const char *type_name,
                   format_spec_t *spec)
{
    *spec = (format_spec_t){.width = -1, .precision = -1};
    const char *end = s + len, *p = parse_align(s, end, spec);
    char c;
    take(&p, end, "+- ", &spec->sign);
    spec->no_negative_zero = take(&p, end, "z", &c);
    spec->alt = take(&p, end, "#", &c);
    spec->zero = take(&p, end, "0", &c);
    if (!spec->fill) {
        spec->fill = spec->zero ? '0' : ' ';
    }
    err_t err = parse_count(&p, end, &spec->width);
    if (err) {
        return err;
    }
    if (take(&p, end, ",_", &spec->group) && take(&p, end, ",_", &c)) {
        return vm_raise(ERR_VALUE_EXC,
                        c == spec->group ? "Cannot specify '%c' with '%c'."
                                         : "Cannot specify both ',' and '_'.",
                        c, c);
    }
    if (p < end && *p == '.') {
        p++;
        err = parse_count(&p, end, &spec->precision);
        if (err) {
            return err;
        }
        if (spec->precision < 0) {
            return vm_raise(ERR_VALUE_EXC, "Format specifier missing precision");
        }
    }
    if (end - p > 1) {
        return vm_raise(ERR_VALUE_EXC,
                        "Invalid format specifier '%.*s' for object of type '%s'",
                        (int)len, s, type_name);
    }
    spec->type = p < end ? *p : 0;
    return ERR_OK;
}

static err_t unknown_type(char type, const char *type_name)
{
    if (type > 32 && type < 127) {
        return vm_raise(ERR_VALUE_EXC,
                        "Unknown format code '%c' for object of type '%s'", type,
                        type_name);
    }
    return vm_raise(ERR_VALUE_EXC,
                    "Unknown format code '\\x%x' for object of type '%s'",
                    (unsigned)(uint8_t)type, type_name);
}

/* ---- padding ---- */

static err_t pad(const format_spec_t *spec, char align, const char *data, size_t n,
                 size_t length, text_t *out)
{
    size_t room = spec->width > 0 && (size_t)spec->width > length
                      ? (size_t)spec->width - length
                      : 0;
    size_t left = align == '>' ? room : align == '^' ? room / 2 : 0;
    text_fill(out, spec->fill, left);
    text_add(out, data, n);
    return text_fill(out, spec->fill, room - left);
}

static const char no_coercion[] =
    "Negative zero coercion (z) not allowed in %s format specifier";

err_t format_str(PObject *value, const format_spec_t *spec, text_t *out)
{
    if (spec->type != 0 && spec->type != 's') {
        return unknown_type(spec->type, "str");
    }
    if (spec->sign) {
        return vm_raise(ERR_VALUE_EXC,
                        spec->sign == ' '
                            ? "Space not allowed in string format specifier"
                            : "Sign not allowed in string format specifier");
    }
    if (spec->no_negative_zero) {
        return vm_raise(ERR_VALUE_EXC, no_coercion, "string");
    }
    if (spec->alt) {
        return vm_raise(ERR_VALUE_EXC,
                        "Alternate form (#) not allowed in string format specifier");
    }
    if (spec->align == '=') {
        return vm_raise(ERR_VALUE_EXC,
                        "'=' alignment not allowed in string format specifier");
    }
    if (spec->group) {
        return vm_raise(ERR_VALUE_EXC, "Cannot specify '%c' with 's'.", spec->group);
    }
    uint32_t length = str_length(value);
    size_t n = str_bytes(value);
    if (spec->precision >= 0 && (uint32_t)spec->precision < length) {
        length = (uint32_t)spec->precision;
        n = str_offset(value, length);
    }
    return pad(spec, spec->align ? spec->align : '<', (char *)str_data(value), n,
               length, out);
}

/* ---- numbers ---- */

/* A number in parts: sign, prefix ("0x"), digits before the point, the rest. */
typedef struct {
    char sign; /* 0: none is shown */
    const char *prefix;
    const char *digits;
    size_t ndigits;
    const char *rest;
    size_t nrest;
} number_t;

static unsigned group_size(const format_spec_t *spec)
{
    if (!spec->group) {
        return 0;
    }
    return spec->type != 0 && strchr("bxXo", spec->type) ? 4 : 3;
}

static size_t grouped(size_t digits, unsigned group)
{
    return digits + (group && digits ? (digits - 1) / group : 0);
}

/* `zeros` in front of the digits, separators among all of them. */
static void add_digits(const number_t *n, size_t zeros, unsigned group, char separator,
                       text_t *out)
{
    size_t total = zeros + n->ndigits;
    for (size_t i = 0; i < total; i++) {
        if (group && i > 0 && (total - i) % group == 0) {
            text_add_char(out, separator);
        }
        text_add_char(out, i < zeros ? '0' : n->digits[i - zeros]);
    }
}

static err_t add_number(const number_t *n, const format_spec_t *spec, text_t *out)
{
    unsigned group = n->ndigits > 0 ? group_size(spec) : 0; /* not for inf and nan */
    char align = spec->align ? spec->align : spec->zero ? '=' : '>';
    size_t width = spec->width > 0 ? (size_t)spec->width : 0, zeros = 0;
    size_t around = (n->sign != 0) + strlen(n->prefix) + n->nrest;
    if (align == '=' && spec->fill == '0') {
        while (grouped(n->ndigits + zeros, group) + around < width) {
            zeros++;
        }
    }
    size_t length = grouped(n->ndigits + zeros, group) + around;
    size_t room = width > length ? width - length : 0;
    size_t left = align == '>' ? room : align == '^' ? room / 2 : 0;
    text_fill(out, spec->fill, left);
    if (n->sign) {
        text_add_char(out, n->sign);
    }
    text_add_c(out, n->prefix);
    text_fill(out, spec->fill, align == '=' ? room : 0);
    add_digits(n, zeros, group, spec->group, out);
    text_add(out, n->rest, n->nrest);
    return text_fill(out, spec->fill, align == '=' ? 0 : room - left);
}

static char sign_of(bool negative, const format_spec_t *spec)
{
    return negative ? '-' : spec->sign == '+' || spec->sign == ' ' ? spec->sign : 0;
}

static err_t format_char(PObject *value, const format_spec_t *spec, text_t *out)
{
    int64_t code;
    if (spec->sign) {
        return vm_raise(ERR_VALUE_EXC,
                        "Sign not allowed with integer format specifier 'c'");
    }
    if (spec->alt || spec->group) {
        return spec->alt
                   ? vm_raise(ERR_VALUE_EXC, "Alternate form (#) not allowed with "
                                             "integer format specifier 'c'")
                   : vm_raise(ERR_VALUE_EXC, "Cannot specify '%c' with 'c'.",
                              spec->group);
    }
    err_t err = int_to_i64(value, &code);
    if (err) {
        return err;
    }
    if (code < 0 || code > 0x10FFFF) {
        return vm_raise(ERR_OVERFLOW_EXC, "%%c arg not in range(0x110000)");
    }
    uint8_t bytes[4];
    unsigned n = utf8_encode((uint32_t)code, bytes);
    return pad(spec, spec->align ? spec->align : '>', (char *)bytes, n, 1, out);
}

err_t format_int(PObject *value, const format_spec_t *spec, text_t *out)
{
    static const struct {
        char type;
        uint8_t base;
        const char *prefix;
    } types[] = {{0, 10, ""},    {'d', 10, ""},   {'n', 10, ""},  {'b', 2, "0b"},
                 {'o', 8, "0o"}, {'x', 16, "0x"}, {'X', 16, "0X"}};
    if (spec->type && strchr("eEfFgG%", spec->type)) {
        double v;
        err_t err = int_to_double(value, &v);
        return err ? err : format_float(v, spec, out);
    }
    if (spec->precision >= 0) {
        return vm_raise(ERR_VALUE_EXC,
                        "Precision not allowed in integer format specifier");
    }
    if (spec->type == 'c') {
        return format_char(value, spec, out);
    }
    for (unsigned i = 0; i < sizeof types / sizeof *types; i++) {
        if (types[i].type == spec->type) {
            char memory[72];
            text_t digits;
            text_init(&digits, memory, sizeof memory);
            if (spec->no_negative_zero) {
                return vm_raise(ERR_VALUE_EXC, no_coercion, "integer");
            }
            if (spec->group == ',' && types[i].base != 10) {
                return vm_raise(ERR_VALUE_EXC, "Cannot specify ',' with '%c'.",
                                spec->type);
            }
            err_t err = int_add_text(value, types[i].base, spec->type == 'X', &digits);
            if (err) {
                return err;
            }
            bool negative = digits.data[0] == '-';
            number_t n = {.sign = sign_of(negative, spec),
                          .prefix = spec->alt ? types[i].prefix : "",
                          .digits = digits.data + negative,
                          .ndigits = digits.length - negative,
                          .rest = ""};
            return add_number(&n, spec, out);
        }
    }
    return unknown_type(spec->type, IS_BOOL(value) ? "bool" : "int");
}

/* No type but a precision: as g, but with one digit behind the point and fixed notation
 * below 10^precision - 1. */
static void add_general(double value, int precision, unsigned flags, text_t *out)
{
    size_t start = out->length;
    float_format_to(value, 'e', precision ? precision - 1 : 0, flags, out);
    if (out->err || !isfinite(value)) {
        return;
    }
    const char *e = memchr(out->data + start, 'e', out->length - start);
    int exponent = 0, sign = e[1] == '-' ? -1 : 1;
    for (const char *p = e + 2; p < out->data + out->length; p++) {
        exponent = exponent * 10 + (*p - '0');
    }
    out->length = start;
    float_format_to(value, 'g', precision, flags, out);
    bool point = out->err ||
                 memchr(out->data + start, '.', out->length - start) != NULL ||
                 memchr(out->data + start, 'e', out->length - start) != NULL;
    if (!point && sign * exponent < precision - 1) {
        text_add_c(out, ".0");
    } else if (!point) { /* the one digit more does not fit: exponent */
        out->length = start;
        float_format_to(value, 'e', precision ? precision - 1 : 0, flags, out);
        e = memchr(out->data + start, 'e', out->length - start);
        size_t tail = (size_t)(out->data + out->length - e),
               head = (size_t)(e - out->data);
        while (out->data[head - 1] == '0') {
            head--;
        }
        head -= out->data[head - 1] == '.';
        memmove(out->data + head, e, tail);
        out->length = head + tail;
    }
}

static err_t add_float_digits(double value, const format_spec_t *spec, text_t *out)
{
    char type = spec->type;
    unsigned flags = spec->alt ? FLOAT_ALT : 0;
    int precision = spec->precision;
    if (type == 0 && precision < 0) {
        return float_repr_to(value, out);
    }
    if (type == 0) {
        add_general(value, precision, flags, out);
        return out->err;
    }
    if (type == 'E' || type == 'F' || type == 'G') {
        flags |= FLOAT_UPPER;
        type = (char)(type | 0x20);
    }
    if (type == '%') {
        value *= 100;
        type = 'f';
    }
    float_format_to(value, type == 'n' ? 'g' : type, precision < 0 ? 6 : precision,
                    flags, out);
    return spec->type == '%' ? text_add_char(out, '%') : out->err;
}

/* Of the digits before an exponent none is other than 0. */
static bool is_zero(const char *p, const char *end)
{
    while (p < end && (*p == '0' || *p == '.')) {
        p++;
    }
    return p == end || *p == 'e' || *p == 'E' || *p == '%';
}

err_t format_float(double value, const format_spec_t *spec, text_t *out)
{
    if (spec->type && !strchr("eEfFgGn%", spec->type)) {
        return unknown_type(spec->type, "float");
    }
    char memory[64];
    text_t digits;
    text_init(&digits, memory, sizeof memory);
    err_t err = add_float_digits(value, spec, &digits);
    if (err) {
        return err;
    }
    bool negative = digits.data[0] == '-';
    const char *p = digits.data + negative, *end = digits.data + digits.length, *q = p;
    if (spec->no_negative_zero && is_zero(p, end)) {
        negative = false;
    }
    while (q < end && *q >= '0' && *q <= '9') {
        q++;
    }
    number_t n = {.sign = sign_of(negative, spec),
                  .prefix = "",
                  .digits = p,
                  .ndigits = (size_t)(q - p),
                  .rest = q,
                  .nrest = (size_t)(end - q)};
    return add_number(&n, spec, out);
}

/* ---- any value ---- */

static err_t format_instance(PObject *value, PObject *spec, bool *found, text_t *out)
{
    PObject *r, *args[] = {spec};
    err_t err = vm_call_special(value, NAME___format__, found, &r, 1, args);
    if (err || !*found) {
        return err;
    }
    if (!IS_OBJ(r, PSTRING)) {
        return vm_raise(ERR_TYPE_EXC, "__format__ must return a str, not %s",
                        type_name_of(r));
    }
    return text_add_str(out, r);
}

err_t format_value_to(PObject *value, PObject *spec, text_t *out)
{
    if (out->err) {
        return out->err;
    }
    if (IS_OBJ(value, PINSTANCE)) {
        bool found = false;
        err_t err = format_instance(value, spec, &found, out);
        if (err || found) {
            return err;
        }
    }
    if (str_bytes(spec) == 0) {
        return obj_str_to(value, out);
    }
    bool number = int_is(value) || IS_OBJ(value, PFLOAT);
    if (!number && !IS_OBJ(value, PSTRING)) {
        return vm_raise(ERR_TYPE_EXC,
                        "unsupported format string passed to %s.__format__",
                        type_name_of(value));
    }
    format_spec_t parsed;
    err_t err = format_parse((char *)str_data(spec), str_bytes(spec),
                             type_name_of(value), &parsed);
    if (err) {
        return err;
    }
    return IS_OBJ(value, PSTRING)  ? format_str(value, &parsed, out)
           : IS_OBJ(value, PFLOAT) ? format_float(FLOAT_VALUE(value), &parsed, out)
                                   : format_int(value, &parsed, out);
}

err_t obj_format(PObject *o, PObject *spec, PObject **res)
{
    if (spec != NULL && !IS_OBJ(spec, PSTRING)) {
        return vm_raise(ERR_TYPE_EXC, "format() argument 2 must be str, not %s",
                        type_name_of(spec));
    }
    if ((spec == NULL || str_bytes(spec) == 0) && IS_OBJ(o, PSTRING)) {
        *res = o;
        return ERR_OK;
    }
    if (spec == NULL && (spec = (PObject *)str_new("", 0)) == NULL) {
        return ERR_MEMORY_EXC;
    }
    char memory[96];
    text_t out;
    text_init(&out, memory, sizeof memory);
    err_t err = format_value_to(o, spec, &out);
    return err ? err : text_take(&out, res);
}
