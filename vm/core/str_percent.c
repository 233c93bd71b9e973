/* SPDX-License-Identifier: MIT */
/* str_percent.c -- fmt % args, for str; bytes use it by way of str. */
#include "bytes.h"
#include "exc.h"
#include "float.h"
#include "format.h"
#include "int.h"
#include "obj.h"
#include "str.h"
#include "utf8.h"

typedef struct {
    const char *start, *p, *end;
    PObject *args; /* the tuple, or the one argument */
    bool tuple;
    uint32_t next;  /* of the tuple */
    bool used;      /* the one argument, or a mapping by key */
    bool bytes;     /* the format is of bytes */
    PObject *keyed; /* value of the (key) just read, or NULL */
    text_t out;
} percent_t;

typedef struct {
    bool left, plus, space, alt, zero;
    int32_t width, precision;
} flags_t;

static err_t next_arg(percent_t *f, PObject **arg)
{
    if (f->keyed != NULL) {
        *arg = f->keyed;
        return ERR_OK;
    }
    if (f->tuple && f->next < f->args->header.length) {
        *arg = PTUPLE_ITEM(f->args, f->next++);
        return ERR_OK;
    }
    if (!f->tuple && !f->used) {
        f->used = true;
        *arg = f->args;
        return ERR_OK;
    }
    return vm_raise(ERR_TYPE_EXC, "not enough arguments for format string");
}

/* (key): looked up in the mapping. */
static err_t read_key(percent_t *f)
{
    f->keyed = NULL;
    if (f->p == f->end || *f->p != '(') {
        return ERR_OK;
    }
    int depth = 1;
    const char *key = ++f->p;
    for (; f->p < f->end && depth > 0; f->p++) {
        depth += *f->p == '(' ? 1 : *f->p == ')' ? -1 : 0;
    }
    if (depth > 0) {
        return vm_raise(ERR_VALUE_EXC, "incomplete format key");
    }
    if (f->tuple || IS_OBJ(f->args, PSTRING) || type_of(f->args)->getitem == NULL) {
        return vm_raise(ERR_TYPE_EXC, "format requires a mapping");
    }
    PObject *name = (PObject *)str_new(key, (uint32_t)(f->p - 1 - key));
    f->used = true;
    return name ? obj_getitem(f->args, name, &f->keyed) : ERR_MEMORY_EXC;
}

static void read_flags(percent_t *f, flags_t *flags)
{
    for (; f->p < f->end; f->p++) {
        switch (*f->p) {
        case '-':
            flags->left = true;
            break;
        case '+':
            flags->plus = true;
            break;
        case ' ':
            flags->space = true;
            break;
        case '#':
            flags->alt = true;
            break;
        case '0':
            flags->zero = true;
            break;
        default:
            return;
        }
    }
}

/* A number or '*'. */
static err_t read_count(percent_t *f, int32_t *count)
{
    int64_t n = 0;
    if (f->p < f->end && *f->p == '*') {
        PObject *arg;
        f->p++;
        err_t err = next_arg(f, &arg);
        if (err) {
            return err;
        }
        if (!int_is(arg) || !int_get(arg, &n)) {
            return vm_raise(ERR_TYPE_EXC, "* wants int");
        }
    } else {
        while (f->p < f->end && *f->p >= '0' && *f->p <= '9' && n < INT32_MAX) {
            n = n * 10 + (*f->p++ - '0');
        }
    }
    if (n > INT32_MAX || n < -INT32_MAX) {
        return vm_raise(ERR_VALUE_EXC, "width too big");
    }
    *count = (int32_t)n;
    return ERR_OK;
}

static format_spec_t spec_of(const flags_t *flags, char type, bool number)
{
    bool zero = flags->zero && !flags->left && number;
    return (format_spec_t){.fill = zero ? '0' : ' ',
                           .align = flags->left ? '<'
                                    : zero      ? '='
                                                : '>',
                           .sign = !number        ? 0
                                   : flags->plus  ? '+'
                                   : flags->space ? ' '
                                                  : 0,
                           .type = type,
                           .alt = number && flags->alt,
                           .width = flags->width,
                           .precision = flags->precision};
}

/* d i u o x X, with the least number of digits that a precision asks for. */
static err_t add_int(percent_t *f, const flags_t *flags, char type, PObject *arg)
{
    bool decimal = type == 'd' || type == 'i' || type == 'u';
    PObject *value = arg;
    if (IS_OBJ(arg, PFLOAT) && decimal) {
        err_t err = int_from_double(FLOAT_VALUE(arg), &value);
        if (err) {
            return err;
        }
    } else if (!int_is(arg)) {
        bool number = IS_OBJ(arg, PINSTANCE);
        err_t err = number ? int_index(arg, &value) : ERR_TYPE_EXC;
        if (err) {
            exc_clear();
            return vm_raise(ERR_TYPE_EXC,
                            decimal ? "%%%c format: a real number is required, not %s"
                                    : "%%%c format: an integer is required, not %s",
                            type, type_name_of(arg));
        }
    }
    format_spec_t spec = spec_of(flags, decimal ? 'd' : type, true);
    spec.precision = -1;
    if (flags->precision < 0) {
        return format_int(value, &spec, &f->out);
    }
    char memory[72]; /* the digits first, then as a string of that width */
    text_t digits;
    text_init(&digits, memory, sizeof memory);
    format_spec_t inner = spec;
    bool sign = spec.sign || int_order(value, PSMALLINT_NEW(0)) < 0;
    inner.fill = '0';
    inner.align = '=';
    inner.width = flags->precision + sign + (spec.alt && !decimal ? 2 : 0);
    if (flags->zero && !flags->left && flags->width > inner.width) {
        inner.width = flags->width;
    }
    PObject *text;
    err_t err = format_int(value, &inner, &digits);
    err = err ? err : text_take(&digits, &text);
    spec = spec_of(flags, 's', false);
    spec.precision = -1;
    return err ? err : format_str(text, &spec, &f->out);
}

static err_t add_float(percent_t *f, const flags_t *flags, char type, PObject *arg)
{
    double value;
    if (IS_OBJ(arg, PSTRING) || IS_OBJ(arg, PBYTES)) {
        return vm_raise(ERR_TYPE_EXC, "must be real number, not %s", type_name_of(arg));
    }
    err_t err = float_from(arg, &value);
    if (err == ERR_TYPE_EXC) {
        exc_clear();
        return vm_raise(ERR_TYPE_EXC, "must be real number, not %s", type_name_of(arg));
    }
    format_spec_t spec = spec_of(flags, type, true);
    spec.precision = flags->precision < 0 ? 6 : flags->precision;
    return err ? err : format_float(value, &spec, &f->out);
}

static err_t add_text(percent_t *f, const flags_t *flags, char type, PObject *arg)
{
    PObject *text = arg;
    err_t err = ERR_OK;
    if (type == 'r') {
        err = obj_repr(arg, &text);
    } else if (type == 'a') {
        char memory[64];
        text_t out;
        err = obj_repr(arg, &text);
        text_init(&out, memory, sizeof memory);
        if (err == ERR_OK && !str_is_ascii(text)) {
            err = str_ascii_to(text, &out);
            err = err ? err : text_take(&out, &text);
        }
    } else if (!IS_OBJ(arg, PSTRING)) {
        err = obj_str(arg, &text);
    }
    format_spec_t spec = spec_of(flags, 's', false);
    return err ? err : format_str(text, &spec, &f->out);
}

/* %s and %b of bytes. */
static err_t add_bytes(percent_t *f, const flags_t *flags, PObject *arg)
{
    const uint8_t *data;
    uint32_t len;
    if (!bytes_view(arg, &data, &len)) {
        return vm_raise(
            ERR_TYPE_EXC,
            "%%b requires a bytes-like object, or an object that implements "
            "__bytes__, not '%s'",
            type_name_of(arg));
    }
    uint32_t width = (uint32_t)flags->width;
    if (flags->precision >= 0 && (uint32_t)flags->precision < len) {
        len = (uint32_t)flags->precision;
    }
    size_t room = width > len ? width - len : 0;
    text_fill(&f->out, ' ', flags->left ? 0 : room);
    text_add(&f->out, data, len);
    return text_fill(&f->out, ' ', flags->left ? room : 0);
}

static err_t add_char(percent_t *f, const flags_t *flags, PObject *arg)
{
    int64_t code;
    PObject *text = arg;
    if (int_is(arg)) {
        if (!int_get(arg, &code) || code < 0 || code > 0x10FFFF) {
            return vm_raise(ERR_OVERFLOW_EXC, "%%c arg not in range(0x110000)");
        }
        text = (PObject *)str_from_code((uint32_t)code);
        if (text == NULL) {
            return ERR_MEMORY_EXC;
        }
    } else if (!IS_OBJ(arg, PSTRING) || str_length(arg) != 1) {
        return vm_raise(ERR_TYPE_EXC, "%%c requires int or char");
    }
    format_spec_t spec = spec_of(flags, 's', false);
    spec.precision = -1;
    return format_str(text, &spec, &f->out);
}

static err_t add_value(percent_t *f, const flags_t *flags, char type)
{
    PObject *arg;
    const char *types = f->bytes ? "diuoxXeEfFgGcrsab" : "diuoxXeEfFgGcrsa";
    if (!strchr(types, type) || type == '\0') {
        return vm_raise(ERR_VALUE_EXC,
                        "unsupported format character '%c' (0x%x) at index %u", type,
                        (unsigned)(uint8_t)type, (unsigned)(f->p - 1 - f->start));
    }
    err_t err = next_arg(f, &arg);
    if (err) {
        return err;
    }
    if (strchr("diuoxX", type)) {
        return add_int(f, flags, type, arg);
    }
    if (strchr("eEfFgG", type)) {
        return add_float(f, flags, type, arg);
    }
    if (f->bytes && (type == 's' || type == 'b')) {
        return add_bytes(f, flags, arg);
    }
    return type == 'c' ? add_char(f, flags, arg) : add_text(f, flags, type, arg);
}

/* What follows a '%'. */
static err_t conversion(percent_t *f)
{
    flags_t flags = {.precision = -1};
    err_t err = read_key(f);
    read_flags(f, &flags);
    err = err ? err : read_count(f, &flags.width);
    if (flags.width < 0) {
        flags.left = true;
        flags.width = -flags.width;
    }
    if (err == ERR_OK && f->p < f->end && *f->p == '.') {
        f->p++;
        err = read_count(f, &flags.precision);
        flags.precision = flags.precision < 0 ? 0 : flags.precision;
    }
    while (f->p < f->end && (*f->p == 'l' || *f->p == 'h' || *f->p == 'L')) {
        f->p++;
    }
    if (err) {
        return err;
    }
    if (f->p == f->end) {
        return vm_raise(ERR_VALUE_EXC, "incomplete format");
    }
    char type = *f->p++;
    return type == '%' ? text_add_char(&f->out, '%') : add_value(f, &flags, type);
}

static err_t percent(PObject *fmt, PObject *args, bool bytes, PObject **res)
{
    char memory[128];
    percent_t f = {.start = (char *)str_data(fmt),
                   .args = args,
                   .tuple = IS_OBJ(args, PTUPLE),
                   .bytes = bytes};
    f.p = f.start;
    f.end = f.p + str_bytes(fmt);
    text_init(&f.out, memory, sizeof memory);
    err_t err = ERR_OK;
    while (f.p < f.end && err == ERR_OK) {
        const char *percent = memchr(f.p, '%', (size_t)(f.end - f.p));
        const char *stop = percent ? percent : f.end;
        err = text_add(&f.out, f.p, (size_t)(stop - f.p));
        f.p = stop;
        if (percent && err == ERR_OK) {
            f.p++;
            err = conversion(&f);
        }
    }
    if (err) {
        return err;
    }
    bool single =
        IS_TAGGED(args) || IS_OBJ(args, PSTRING) ||
        (bytes && bytes_view(args, &(const uint8_t *){NULL}, &(uint32_t){0})) ||
        type_of(args)->getitem == NULL;
    bool left = f.tuple ? f.next < args->header.length && !f.used : !f.used && single;
    if (left) {
        return vm_raise(ERR_TYPE_EXC,
                        "not all arguments converted during %s formatting",
                        bytes ? "bytes" : "string");
    }
    return text_take(&f.out, res);
}

OPTIONAL err_t str_percent(PObject *fmt, PObject *args, PObject **res)
{
    return percent(fmt, args, false, res);
}

OPTIONAL err_t str_percent_bytes(PObject *fmt, PObject *args, PObject **res)
{
    return percent(fmt, args, true, res);
}
