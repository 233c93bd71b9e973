/* SPDX-License-Identifier: MIT */
/* str_codec.c -- str to bytes and back: utf-8, ascii, latin-1. */
#include "bytes.h"
#include "exc.h"
#include "str.h"
#include "text.h"
#include "utf8.h"

typedef enum { CODEC_UTF8, CODEC_ASCII, CODEC_LATIN1, CODEC_UNKNOWN } codec_t;
typedef enum {
    ON_STRICT,
    ON_IGNORE,
    ON_REPLACE,
    ON_ESCAPE,
    ON_BACKSLASH,
    ON_XML,
    ON_UNKNOWN
} on_error_t;

/* Equal but for case, '-' and '_'. */
static bool same_name(PObject *name, const char *want)
{
    const uint8_t *p = str_data(name), *end = p + str_bytes(name);
    for (; p < end; p++) {
        if (*p == '-' || *p == '_') {
            continue;
        }
        if (uc_lower(*p) != (uint8_t)*want++) {
            return false;
        }
    }
    return *want == '\0';
}

static codec_t codec_of(PObject *name)
{
    static const struct {
        const char *name;
        codec_t codec;
    } names[] = {{"utf8", CODEC_UTF8},       {"ascii", CODEC_ASCII},
                 {"usascii", CODEC_ASCII},   {"latin1", CODEC_LATIN1},
                 {"iso88591", CODEC_LATIN1}, {"u8", CODEC_UTF8}};
    if (name == NULL) {
        return CODEC_UTF8;
    }
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        if (same_name(name, names[i].name)) {
            return names[i].codec;
        }
    }
    return CODEC_UNKNOWN;
}

static on_error_t on_error_of(PObject *name)
{
    static const char *const names[] = {"strict",           "ignore",
                                        "replace",          "surrogateescape",
                                        "backslashreplace", "xmlcharrefreplace"};
    if (name == NULL) {
        return ON_STRICT;
    }
    for (int i = 0; i < ON_UNKNOWN; i++) {
        if (same_name(name, names[i])) {
            return (on_error_t)i;
        }
    }
    return ON_UNKNOWN;
}

static err_t unknown_handler(PObject *errors)
{
    return vm_raise(NAME_LookupError, "unknown error handler name '%S'", errors);
}

/* An unknown handler is not at fault before there is something to handle. */
static err_t parameters(const char *who, PObject *encoding, PObject *errors,
                        codec_t *codec, on_error_t *on)
{
    PObject *both[] = {encoding, errors};
    for (int i = 0; i < 2; i++) {
        if (both[i] != NULL && !IS_OBJ(both[i], PSTRING)) {
            return vm_raise(ERR_TYPE_EXC, "%s() argument '%s' must be str, not %s", who,
                            i ? "errors" : "encoding", type_name_of(both[i]));
        }
    }
    *codec = codec_of(encoding);
    *on = on_error_of(errors);
    if (*codec == CODEC_UNKNOWN) {
        return vm_raise(NAME_LookupError, "unknown encoding: %S", encoding);
    }
    return ERR_OK;
}

static const char *codec_name(codec_t codec)
{
    static const char *const names[] = {"utf-8", "ascii", "latin-1"};
    return names[codec];
}

/* ---- str to bytes ---- */

static bool encodable(codec_t codec, uint32_t code)
{
    return codec == CODEC_UTF8    ? code < 0xD800 || code > 0xDFFF
           : codec == CODEC_ASCII ? code < 0x80
                                  : code < 0x100;
}

enum { ESCAPE_SIZE = 11 };

/* \xhh, \uhhhh or \Uhhhhhhhh */
static void write_escape(uint32_t code, char *out)
{
    int digits = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;
    *out++ = '\\';
    *out++ = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    while (digits-- > 0) {
        *out++ = "0123456789abcdef"[code >> (4 * digits) & 15];
    }
    *out = '\0';
}

/* The code point at p, `at` of them behind the start, and the run that it begins. */
static err_t encode_error(codec_t codec, const uint8_t *p, const uint8_t *end,
                          uint32_t at)
{
    const char *why = codec == CODEC_UTF8    ? "surrogates not allowed"
                      : codec == CODEC_ASCII ? "ordinal not in range(128)"
                                             : "ordinal not in range(256)";
    unsigned n;
    uint32_t code = utf8_decode(p, end, &n), last = at;
    for (p += n; p < end && !encodable(codec, utf8_decode(p, end, &n)); p += n) {
        last++;
    }
    if (last > at) {
        return vm_raise(NAME_UnicodeEncodeError,
                        "'%s' codec can't encode characters in position %u-%u: %s",
                        codec_name(codec), at, last, why);
    }
    char escape[ESCAPE_SIZE];
    write_escape(code, escape);
    return vm_raise(NAME_UnicodeEncodeError,
                    "'%s' codec can't encode character '%s' in position %u: %s",
                    codec_name(codec), escape, at, why);
}

static err_t add_reference(text_t *out, uint32_t code)
{
    char digits[10];
    unsigned n = sizeof digits;
    do {
        digits[--n] = (char)('0' + code % 10);
        code /= 10;
    } while (code > 0);
    text_add(out, "&#", 2);
    text_add(out, digits + n, sizeof digits - n);
    return text_add_char(out, ';');
}

/* Raw bytes go through `text` as escapes: text_add_code writes them back as bytes. */
static err_t encode_code(text_t *out, codec_t codec, on_error_t on, uint32_t code,
                         bool *refused)
{
    if (encodable(codec, code)) {
        bool raw = codec == CODEC_LATIN1 && code >= 0x80;
        return text_add_code(out, raw ? 0xDC00 + code : code);
    }
    bool escape = code >= 0xDC80 && code <= 0xDCFF;
    if (on == ON_ESCAPE && escape) {
        return text_add_code(out, code);
    }
    if (on == ON_IGNORE) {
        return ERR_OK;
    }
    if (on == ON_XML) {
        return add_reference(out, code);
    }
    if (on == ON_BACKSLASH) {
        char text[ESCAPE_SIZE];
        write_escape(code, text);
        return text_add_c(out, text);
    }
    *refused = on != ON_REPLACE;
    return *refused ? ERR_OK : text_add_char(out, '?');
}

err_t str_encode(PObject *s, PObject *encoding, PObject *errors, PObject **res)
{
    codec_t codec;
    on_error_t on;
    err_t err = parameters("encode", encoding, errors, &codec, &on);
    if (err) {
        return err;
    }
    if (str_is_ascii(s)) {
        *res = (PObject *)bytes_new(str_data(s), str_bytes(s));
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    char memory[128];
    text_t out;
    text_init(&out, memory, sizeof memory);
    const uint8_t *p = str_data(s), *end = p + str_bytes(s);
    for (uint32_t at = 0; p < end && err == ERR_OK; at++) {
        unsigned n;
        bool refused = false;
        uint32_t code = utf8_decode(p, end, &n);
        err = encode_code(&out, codec, on, code, &refused);
        if (refused) {
            return on == ON_UNKNOWN ? unknown_handler(errors)
                                    : encode_error(codec, p, end, at);
        }
        p += n;
    }
    if (err) {
        return err;
    }
    *res = (PObject *)bytes_new(out.length ? out.data : "", (uint32_t)out.length);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* ---- bytes to str ---- */

/* Why the bytes at p are no UTF-8, and how many of them are at fault. */
static const char *utf8_fault(const uint8_t *p, const uint8_t *end, unsigned *n)
{
    unsigned size = p[0] < 0xC2   ? 0
                    : p[0] < 0xE0 ? 2
                    : p[0] < 0xF0 ? 3
                    : p[0] < 0xF5 ? 4
                                  : 0;
    *n = 1;
    if (size == 0) {
        return "invalid start byte";
    }
    uint8_t lo = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
    uint8_t hi = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
    for (; *n < size; ++*n) {
        if (p + *n == end) {
            return "unexpected end of data";
        }
        if (p[*n] < lo || p[*n] > hi) {
            return "invalid continuation byte";
        }
        lo = 0x80;
        hi = 0xBF;
    }
    return "invalid continuation byte";
}

static err_t decode_error(codec_t codec, const uint8_t *data, const uint8_t *p,
                          unsigned n, const char *why)
{
    uint32_t at = (uint32_t)(p - data);
    if (n > 1) {
        return vm_raise(NAME_UnicodeDecodeError,
                        "'%s' codec can't decode bytes in position %u-%u: %s",
                        codec_name(codec), at, at + n - 1, why);
    }
    return vm_raise(NAME_UnicodeDecodeError,
                    "'%s' codec can't decode byte 0x%x in position %u: %s",
                    codec_name(codec), *p, at, why);
}

static bool decodable(codec_t codec, uint32_t code)
{
    return code < 0x80 || (codec == CODEC_UTF8 && (code < 0xD800 || code > 0xDFFF));
}

static err_t replace_undecodable(text_t *out, on_error_t on, const uint8_t *p,
                                 unsigned n, PObject *errors)
{
    char escape[ESCAPE_SIZE];
    switch (on) {
    case ON_IGNORE:
        return ERR_OK;
    case ON_REPLACE:
        return text_add_code(out, 0xFFFD);
    case ON_ESCAPE:
        return text_add(out, p, n);
    case ON_BACKSLASH:
        for (unsigned i = 0; i < n; i++) {
            write_escape(p[i], escape);
            text_add_c(out, escape);
        }
        return out->err;
    case ON_XML:
        return vm_raise(ERR_TYPE_EXC, "don't know how to handle UnicodeDecodeError in "
                                      "error callback");
    default:
        return unknown_handler(errors);
    }
}

err_t str_decode(const uint8_t *data, uint32_t len, PObject *encoding, PObject *errors,
                 PObject **res)
{
    codec_t codec;
    on_error_t on;
    err_t err = parameters("decode", encoding, errors, &codec, &on);
    if (err) {
        return err;
    }
    char memory[128];
    text_t out;
    text_init(&out, memory, sizeof memory);
    const uint8_t *p = data, *end = data + len;
    while (p < end && out.err == ERR_OK) {
        unsigned n = 1;
        uint32_t code = codec == CODEC_UTF8 ? utf8_decode(p, end, &n) : *p;
        if (codec == CODEC_LATIN1 || decodable(codec, code)) {
            text_add_code(&out, code);
            p += n;
            continue;
        }
        const char *why = "ordinal not in range(128)";
        if (codec == CODEC_UTF8) {
            why = utf8_fault(p, end, &n);
        }
        if (on == ON_STRICT) {
            return decode_error(codec, data, p, n, why);
        }
        err = replace_undecodable(&out, on, p, n, errors);
        if (err) {
            return err;
        }
        p += n;
    }
    return text_take(&out, res);
}
