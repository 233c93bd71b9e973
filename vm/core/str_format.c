/* SPDX-License-Identifier: MIT */
/* str_format.c -- str.format and str.format_map. */
#include "attr.h"
#include "dict.h"
#include "exc.h"
#include "format.h"
#include "int.h"
#include "obj.h"
#include "str.h"
#include "str_methods.h"

typedef struct {
    int nargs;
    PObject **args;
    PObject *kwargs; /* mapping of names, or NULL */
    int next;        /* automatic numbering; -1: fields have numbers */
    bool mapped;     /* format_map: there are no positional values */
} fields_t;

static err_t expand(fields_t *f, const char *p, const char *end, int depth,
                    text_t *out);

/* ---- which value ---- */

/* Decimal digits only, else -1. */
static int64_t number_in(const char *p, const char *end)
{
    int64_t n = p < end ? 0 : -1;
    for (; p < end && n >= 0; p++) {
        n = *p >= '0' && *p <= '9' && n < INT32_MAX ? n * 10 + (*p - '0') : -1;
    }
    return n;
}

static err_t positional(fields_t *f, int64_t index, PObject **value)
{
    if (f->mapped) {
        return vm_raise(ERR_VALUE_EXC, "Format string contains positional fields");
    }
    if (index >= f->nargs) {
        return vm_raise(ERR_INDEX_EXC,
                        "Replacement index %lld out of range for positional args tuple",
                        (long long)index);
    }
    *value = f->args[index];
    return ERR_OK;
}

/* The first part of a field: a number, nothing, or a name. */
static err_t base_value(fields_t *f, const char *p, const char *end, PObject **value)
{
    int64_t index = number_in(p, end);
    if (p == end || index >= 0) {
        bool automatic = p == end;
        if ((automatic && f->next < 0) || (!automatic && f->next > 0)) {
            return vm_raise(ERR_VALUE_EXC,
                            automatic
                                ? "cannot switch from manual field specification to "
                                  "automatic field numbering"
                                : "cannot switch from automatic field numbering to "
                                  "manual field specification");
        }
        if (!automatic) {
            f->next = -1;
        }
        return positional(f, automatic ? f->next++ : index, value);
    }
    PObject *name = (PObject *)str_new(p, (uint32_t)(end - p));
    if (name == NULL) {
        return ERR_MEMORY_EXC;
    }
    return f->kwargs ? obj_getitem(f->kwargs, name, value)
                     : exc_raise_arg(ERR_KEY_EXC, name);
}

static err_t attribute(const char *p, const char *end, PObject **value)
{
    PObject *text = (PObject *)str_new(p, (uint32_t)(end - p));
    if (text == NULL) {
        return ERR_MEMORY_EXC;
    }
    uint16_t name = attr_name_of(text);
    if (name != 0) {
        return attr_get(*value, name, value);
    }
    return vm_raise(ERR_ATTRIBUTE_EXC, "'%s' object has no attribute '%S'",
                    type_name_of(*value), text);
}

static err_t element(const char *p, const char *end, PObject **value)
{
    int64_t index = number_in(p, end);
    PObject *key =
        index >= 0 ? int_new(index) : (PObject *)str_new(p, (uint32_t)(end - p));
    return key ? obj_getitem(*value, key, value) : ERR_MEMORY_EXC;
}

/* name.attribute[index] … */
static err_t field_value(fields_t *f, const char *p, const char *end, PObject **value)
{
    const char *stop = p;
    while (stop < end && *stop != '.' && *stop != '[') {
        stop++;
    }
    err_t err = base_value(f, p, stop, value);
    while (err == ERR_OK && stop < end) {
        p = stop + 1;
        if (*stop == '.') {
            for (stop = p; stop < end && *stop != '.' && *stop != '[';) {
                stop++;
            }
            err = p == stop
                      ? vm_raise(ERR_VALUE_EXC, "Empty attribute in format string")
                      : attribute(p, stop, value);
        } else if (*stop == '[') {
            stop = memchr(p, ']', (size_t)(end - p));
            if (stop == NULL) {
                return vm_raise(ERR_VALUE_EXC, "Missing ']' in format string");
            }
            err = p == stop
                      ? vm_raise(ERR_VALUE_EXC, "Empty attribute in format string")
                      : element(p, stop, value);
            stop++;
        } else {
            return vm_raise(ERR_VALUE_EXC,
                            "Only '.' or '[' may follow ']' in format field "
                            "specifier");
        }
    }
    return err;
}

/* ---- a field ---- */

static err_t convert(char how, PObject **value)
{
    char memory[64];
    text_t out;
    if (how == 's') {
        return obj_str(*value, value);
    }
    if (how == 'r') {
        return obj_repr(*value, value);
    }
    if (how != 'a') {
        return vm_raise(ERR_VALUE_EXC, "Unknown conversion specifier %c", how);
    }
    err_t err = obj_repr(*value, value);
    text_init(&out, memory, sizeof memory);
    err = err ? err : str_ascii_to(*value, &out);
    return err ? err : text_take(&out, value);
}

/* The text between { and }: [name][!conversion][:spec]. */
static err_t field(fields_t *f, const char *p, const char *end, int depth, text_t *out)
{
    const char *name_end = p, *spec = end;
    bool bracket = false;
    while (name_end < end && (bracket || (*name_end != '!' && *name_end != ':'))) {
        bracket = *name_end == '[' || (bracket && *name_end != ']');
        name_end++;
    }
    PObject *value;
    err_t err = field_value(f, p, name_end, &value);
    p = name_end;
    if (err == ERR_OK && p < end && *p == '!') {
        if (p + 1 == end) {
            return vm_raise(ERR_VALUE_EXC, "unmatched '{' in format spec");
        }
        err = convert(p[1], &value);
        p += 2;
        if (err == ERR_OK && p < end && *p != ':') {
            return vm_raise(ERR_VALUE_EXC, "expected ':' after conversion specifier");
        }
    }
    if (err) {
        return err;
    }
    spec = p < end ? p + 1 : end;
    char memory[32];
    text_t expanded;
    PObject *str;
    text_init(&expanded, memory, sizeof memory);
    err = memchr(spec, '{', (size_t)(end - spec))
              ? expand(f, spec, end, depth + 1, &expanded)
              : text_add(&expanded, spec, (size_t)(end - spec));
    err = err ? err : text_take(&expanded, &str);
    return err ? err : format_value_to(value, str, out);
}

/* The } that ends the field which begins at p, or NULL. */
static const char *field_end(const char *p, const char *end)
{
    bool bracket = false;
    for (int depth = 1; p < end; p++) {
        if (bracket) {
            bracket = *p != ']';
        } else if (*p == '[' && depth == 1) {
            bracket = true;
        } else {
            depth += *p == '{' ? 1 : *p == '}' ? -1 : 0;
            if (depth == 0) {
                return p;
            }
        }
    }
    return NULL;
}

static err_t expand(fields_t *f, const char *p, const char *end, int depth, text_t *out)
{
    if (depth > 1) {
        return vm_raise(ERR_VALUE_EXC, "Max string recursion exceeded");
    }
    while (p < end) {
        const char *plain = p;
        while (p < end && *p != '{' && *p != '}') {
            p++;
        }
        text_add(out, plain, (size_t)(p - plain));
        if (out->err || p == end) {
            break;
        }
        char brace = *p++;
        if (p < end && *p == brace) {
            text_add_char(out, *p++);
            continue;
        }
        if (brace == '}' || p == end) {
            return vm_raise(ERR_VALUE_EXC, "Single '%c' encountered in format string",
                            brace);
        }
        const char *stop = field_end(p, end);
        if (stop == NULL) {
            return vm_raise(ERR_VALUE_EXC, "expected '}' before end of string");
        }
        err_t err = field(f, p, stop, depth, out);
        if (err) {
            return err;
        }
        p = stop + 1;
    }
    return out->err;
}

/* ---- the methods ---- */

static err_t format_with(PObject *fmt, fields_t *f, PObject **res)
{
    char memory[128];
    text_t out;
    const char *p = (char *)str_data(fmt);
    text_init(&out, memory, sizeof memory);
    err_t err = expand(f, p, p + str_bytes(fmt), 0, &out);
    return err ? err : text_take(&out, res);
}

err_t str_format(PObject *fmt, int nargs, PObject **args, PObject *kwargs,
                 PObject **res)
{
    fields_t f = {.nargs = nargs, .args = args, .kwargs = kwargs};
    return format_with(fmt, &f, res);
}

OPTIONAL err_t str_method_format(int nargs, PObject *self, PObject **args,
                                 PObject **res)
{
    return str_format(self, nargs - 1, args, args[nargs - 1], res);
}

OPTIONAL err_t str_method_format_map(int nargs, PObject *self, PObject **args,
                                     PObject **res)
{
    (void)nargs;
    fields_t f = {.kwargs = args[0], .mapped = true};
    return format_with(self, &f, res);
}
