/* SPDX-License-Identifier: MIT */
/* str_methods.c -- the methods that only str has, and its repr. */
#include "str_methods.h"
#include "dict.h"
#include "exc.h"
#include "int.h"
#include "obj.h"
#include "span.h"
#include "str.h"
#include "text.h"
#include "utf8.h"

/* ---- repr ---- */

static err_t add_escape(text_t *out, char kind, uint32_t code, int digits)
{
    text_add_char(out, '\\');
    text_add_char(out, kind);
    while (digits-- > 0) {
        text_add_char(out, "0123456789abcdef"[code >> (4 * digits) & 15]);
    }
    return out->err;
}

/* One code point inside quotes. */
static void add_repr_code(text_t *out, uint32_t code, char quote, bool ascii_only)
{
    static const char special[] = "\tt\nn\rr\\\\";
    for (const char *p = special; *p; p += 2) {
        if (code == (uint8_t)p[0]) {
            add_escape(out, p[1], 0, 0);
            return;
        }
    }
    if (code == (uint8_t)quote) {
        add_escape(out, quote, 0, 0);
    } else if (code < 0x80 ? code >= 32 && code < 127
                           : !ascii_only && (uc_class(code) & UC_PRINT)) {
        text_add_code(out, code);
    } else if (code < 0x100) {
        add_escape(out, 'x', code, 2);
    } else if (code < 0x10000) {
        add_escape(out, 'u', code, 4);
    } else {
        add_escape(out, 'U', code, 8);
    }
}

static bool is_plain(uint8_t c, char quote)
{
    return c >= 32 && c < 127 && c != '\\' && c != (uint8_t)quote;
}

err_t str_repr_to(PObject *s, text_t *out, bool ascii_only)
{
    const uint8_t *p = str_data(s), *end = p + str_bytes(s);
    bool single = memchr(p, '\'', str_bytes(s)) != NULL;
    char quote = single && memchr(p, '"', str_bytes(s)) == NULL ? '"' : '\'';
    text_add_char(out, quote);
    while (p < end && out->err == ERR_OK) {
        const uint8_t *plain = p;
        while (p < end && is_plain(*p, quote)) {
            p++;
        }
        text_add(out, plain, (size_t)(p - plain));
        if (p < end) {
            unsigned n;
            uint32_t code = utf8_decode(p, end, &n);
            p += n;
            add_repr_code(out, code, quote, ascii_only);
        }
    }
    return text_add_char(out, quote);
}

err_t str_ascii_to(PObject *s, text_t *out)
{
    const uint8_t *p = str_data(s), *end = p + str_bytes(s);
    while (p < end && out->err == ERR_OK) {
        unsigned n;
        uint32_t code = utf8_decode(p, end, &n);
        p += n;
        if (code < 0x80) {
            text_add_char(out, (char)code);
        } else {
            add_repr_code(out, code, 0, true);
        }
    }
    return out->err;
}

/* ---- classes ---- */

static PObject *all_of(PObject *self, unsigned classes)
{
    return PBOOL_NEW(span_all(self, classes));
}

OPTIONAL err_t str_method_isdecimal(int nargs, PObject *self, PObject **args,
                                    PObject **res)
{
    (void)nargs, (void)args;
    *res = all_of(self, UC_DECIMAL);
    return ERR_OK;
}

OPTIONAL err_t str_method_isnumeric(int nargs, PObject *self, PObject **args,
                                    PObject **res)
{
    (void)nargs, (void)args;
    *res = all_of(self, UC_NUMERIC);
    return ERR_OK;
}

OPTIONAL err_t str_method_isascii(int nargs, PObject *self, PObject **args,
                                  PObject **res)
{
    (void)nargs, (void)args;
    *res = PBOOL_NEW(utf8_is_ascii(str_data(self), str_bytes(self)));
    return ERR_OK;
}

OPTIONAL err_t str_method_isprintable(int nargs, PObject *self, PObject **args,
                                      PObject **res)
{
    (void)nargs, (void)args;
    *res = PBOOL_NEW(str_bytes(self) == 0 || span_all(self, UC_PRINT));
    return ERR_OK;
}

OPTIONAL err_t str_method_isidentifier(int nargs, PObject *self, PObject **args,
                                       PObject **res)
{
    (void)nargs, (void)args;
    const uint8_t *p = str_data(self), *end = p + str_bytes(self);
    bool good = p < end;
    unsigned allowed = UC_ALPHA, n;
    while (good && p < end) {
        uint32_t code = utf8_decode(p, end, &n);
        good = code == '_' || (uc_class(code) & allowed);
        allowed = UC_ALPHA | UC_DECIMAL;
        p += n;
    }
    *res = PBOOL_NEW(good);
    return ERR_OK;
}

/* ---- case, encoding ---- */

OPTIONAL err_t str_method_casefold(int nargs, PObject *self, PObject **args,
                                   PObject **res)
{
    if (str_is_ascii(self)) {
        return span_lower(nargs, self, args, res);
    }
    char memory[128];
    text_t out;
    text_init(&out, memory, sizeof memory);
    const uint8_t *p = str_data(self), *end = p + str_bytes(self);
    while (p < end && out.err == ERR_OK) {
        unsigned n;
        uint32_t code = utf8_decode(p, end, &n);
        p += n;
        if (code == 0xDF) {
            text_add_c(&out, "ss");
        } else { /* by way of upper: final sigma and long s fold, too */
            text_add_code(&out, uc_lower(uc_upper(code)));
        }
    }
    return text_take(&out, res);
}

OPTIONAL err_t str_method_encode(int nargs, PObject *self, PObject **args,
                                 PObject **res)
{
    return str_encode(self, span_optional(nargs, args, 0),
                      span_optional(nargs, args, 1), res);
}

/* ---- translate ---- */

static err_t add_translated(text_t *out, PObject *table, uint32_t code)
{
    PObject *to = NULL;
    err_t err = obj_getitem(table, PSMALLINT_NEW((int32_t)code), &to);
    if (err && exc_derives((uint16_t)err, NAME_LookupError)) {
        exc_clear();
        return text_add_code(out, code);
    }
    int64_t value;
    if (err || IS_NONE(to)) {
        return err;
    }
    if (IS_OBJ(to, PSTRING)) {
        return text_add_str(out, to);
    }
    if (!int_is(to) || !int_get(to, &value)) {
        return vm_raise(ERR_TYPE_EXC,
                        "character mapping must return integer, None or str");
    }
    if (value < 0 || value > 0x10FFFF) {
        return vm_raise(ERR_VALUE_EXC, "character mapping must be in range(0x110000)");
    }
    return text_add_code(out, (uint32_t)value);
}

OPTIONAL err_t str_method_translate(int nargs, PObject *self, PObject **args,
                                    PObject **res)
{
    (void)nargs;
    char memory[128];
    text_t out;
    text_init(&out, memory, sizeof memory);
    const uint8_t *p = str_data(self), *end = p + str_bytes(self);
    err_t err = ERR_OK;
    while (p < end && err == ERR_OK) {
        unsigned n;
        uint32_t code = utf8_decode(p, end, &n);
        p += n;
        err = add_translated(&out, args[0], code);
    }
    return err ? err : text_take(&out, res);
}

/* maketrans({key: value}): one-character keys become numbers. */
static err_t maketrans_dict(PDict *from, PDict *to)
{
    uint32_t pos = 0;
    PObject *key, *value;
    err_t err = ERR_OK;
    while (err == ERR_OK && dict_next(from, &pos, &key, &value)) {
        if (IS_OBJ(key, PSTRING)) {
            unsigned n;
            if (str_length(key) != 1) {
                return vm_raise(ERR_VALUE_EXC,
                                "string keys in translate table must be of "
                                "length 1");
            }
            key = PSMALLINT_NEW((int32_t)utf8_decode(
                str_data(key), str_data(key) + str_bytes(key), &n));
        } else if (!int_is(key)) {
            return vm_raise(ERR_TYPE_EXC,
                            "keys in translate table must be strings or integers");
        }
        err = dict_set(to, key, value);
    }
    return err;
}

/* Code points of `from` to those of `to`, or to None. */
static err_t maketrans_pairs(PObject *from, PObject *to, PDict *table)
{
    const uint8_t *p = str_data(from), *end = p + str_bytes(from);
    const uint8_t *q = to ? str_data(to) : NULL, *qend = to ? q + str_bytes(to) : NULL;
    err_t err = ERR_OK;
    while (p < end && err == ERR_OK) {
        unsigned n, m;
        uint32_t code = utf8_decode(p, end, &n);
        PObject *value = P_NONE;
        if (q != NULL) {
            value = PSMALLINT_NEW((int32_t)utf8_decode(q, qend, &m));
            q += m;
        }
        p += n;
        err = dict_set(table, PSMALLINT_NEW((int32_t)code), value);
    }
    return err;
}

OPTIONAL err_t str_method_maketrans(int nargs, PObject *self, PObject **args,
                                    PObject **res)
{
    (void)self;
    PDict *table = dict_new(0);
    if (table == NULL) {
        return ERR_MEMORY_EXC;
    }
    *res = (PObject *)table;
    if (nargs == 1) {
        if (!IS_OBJ(args[0], PDICT)) {
            return vm_raise(ERR_TYPE_EXC,
                            "if you give only one argument to maketrans it "
                            "must be a dict");
        }
        return maketrans_dict((PDict *)args[0], table);
    }
    for (int i = 0; i < nargs; i++) {
        if (!IS_OBJ(args[i], PSTRING)) {
            return vm_raise(ERR_TYPE_EXC, "maketrans() argument %d must be str, not %s",
                            i + 1, type_name_of(args[i]));
        }
    }
    if (str_length(args[0]) != str_length(args[1])) {
        return vm_raise(ERR_VALUE_EXC,
                        "the first two maketrans arguments must have equal length");
    }
    err_t err = maketrans_pairs(args[0], args[1], table);
    return err || nargs < 3 ? err : maketrans_pairs(args[2], NULL, table);
}
