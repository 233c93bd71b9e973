/* SPDX-License-Identifier: MIT */
/* span_case.c -- stripping, padding, case and character classes of str, bytes and
 * bytearray. */
#include "bytes.h"
#include "exc.h"
#include "obj.h"
#include "span.h"
#include "str.h"
#include "text.h"
#include "utf8.h"

/* ---- reading code points; a byte of bytes is one, and above 0x7F has no class ---- */

typedef struct {
    const uint8_t *p, *end;
    bool str;
} reader_t;

static reader_t reader(PObject *self)
{
    span_t s = span_of(self);
    return (reader_t){s.p, s.p + s.n, PTYPE(self) == PSTRING};
}

static uint32_t next_code(reader_t *r)
{
    if (*r->p < 0x80 || !r->str) {
        return *r->p++;
    }
    unsigned n;
    uint32_t code = utf8_decode(r->p, r->end, &n);
    r->p += n;
    return code;
}

static unsigned class_of_code(const reader_t *r, uint32_t code)
{
    if (r->str) {
        return uc_class(code);
    }
    return code >= 28 && code < 32 ? 0 : code < 0x80 ? uc_class(code) : 0;
}

/* ---- strip ---- */

static bool stripped(PObject *self, const span_t *chars, const uint8_t *p, unsigned n)
{
    if (chars->p == NULL) {
        unsigned size;
        uint32_t code = PTYPE(self) == PSTRING ? utf8_decode(p, p + n, &size) : *p;
        return span_is_space(code) ||
               (PTYPE(self) == PSTRING && (uc_class(code) & UC_SPACE));
    }
    return str_search(chars->p, chars->n, p, n, false) >= 0;
}

static unsigned first_size(PObject *self, const uint8_t *p, const uint8_t *end)
{
    unsigned n = 1;
    if (*p >= 0x80 && PTYPE(self) == PSTRING) {
        utf8_decode(p, end, &n);
    }
    return n;
}

static unsigned last_size(PObject *self, const uint8_t *p, const uint8_t *end)
{
    for (unsigned back = 4; back > 1; back--) {
        if (end[-1] >= 0x80 && PTYPE(self) == PSTRING && (size_t)(end - p) >= back &&
            first_size(self, end - back, end) == back) {
            return back;
        }
    }
    return 1;
}

static err_t strip(int nargs, PObject *self, PObject **args, bool left, bool right,
                   PObject **res)
{
    span_t chars = {NULL, 0}, s = span_of(self);
    if (nargs > 0 && !IS_NONE(args[0])) {
        err_t err = span_arg(self, args[0], &chars);
        if (err) {
            return err;
        }
    }
    const uint8_t *p = s.p, *end = s.p + s.n;
    unsigned n;
    for (; left && p < end; p += n) {
        n = first_size(self, p, end);
        if (!stripped(self, &chars, p, n)) {
            break;
        }
    }
    for (; right && p < end; end -= n) {
        n = last_size(self, p, end);
        if (!stripped(self, &chars, end - n, n)) {
            break;
        }
    }
    return span_result(self, p, (size_t)(end - p), res);
}

OPTIONAL err_t span_strip(int nargs, PObject *self, PObject **args, PObject **res)
{
    return strip(nargs, self, args, true, true, res);
}

OPTIONAL err_t span_lstrip(int nargs, PObject *self, PObject **args, PObject **res)
{
    return strip(nargs, self, args, true, false, res);
}

OPTIONAL err_t span_rstrip(int nargs, PObject *self, PObject **args, PObject **res)
{
    return strip(nargs, self, args, false, true, res);
}

/* ---- building results ---- */

static err_t out_take(PObject *self, text_t *out, PObject **res)
{
    if (out->err) {
        return out->err;
    }
    *res = span_new(self, (uint8_t *)out->data, out->length);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static uint32_t length_of(PObject *self)
{
    return PTYPE(self) == PSTRING ? str_length(self) : self->header.length;
}

/* The fill character of center, ljust, rjust: one unit. */
static err_t fill_arg(int nargs, PObject *self, PObject **args, uint32_t *fill)
{
    span_t s;
    *fill = ' ';
    if (nargs < 2) {
        return ERR_OK;
    }
    if (PTYPE(self) == PSTRING && !IS_OBJ(args[1], PSTRING)) {
        return vm_raise(ERR_TYPE_EXC,
                        "The fill character must be a unicode character, not %s",
                        type_name_of(args[1]));
    }
    err_t err = span_arg(self, args[1], &s);
    if (err) {
        return err;
    }
    if (length_of(args[1]) != 1) {
        return vm_raise(ERR_TYPE_EXC,
                        "The fill character must be exactly one character long");
    }
    reader_t r = reader(args[1]);
    *fill = next_code(&r);
    return ERR_OK;
}

/* A raw byte of bytes goes through text as the escape that stands for it. */
static uint32_t raw(PObject *self, uint32_t code)
{
    return PTYPE(self) != PSTRING && code >= 0x80 ? 0xDC00 + code : code;
}

static err_t pad(int nargs, PObject *self, PObject **args, int where, PObject **res)
{
    int64_t width;
    uint32_t fill;
    err_t err = obj_index(args[0], &width);
    if (err == ERR_OK) {
        err = fill_arg(nargs, self, args, &fill);
    }
    if (err) {
        return err;
    }
    int64_t length = length_of(self), room = width - length;
    span_t s = span_of(self);
    if (room <= 0) {
        return span_result(self, s.p, s.n, res);
    }
    int64_t left = where < 0 ? 0 : where > 0 ? room : room / 2 + (room & width & 1);
    text_t out;
    char memory[128];
    text_init(&out, memory, sizeof memory);
    text_fill(&out, raw(self, fill), (size_t)left);
    text_add(&out, s.p, s.n);
    text_fill(&out, raw(self, fill), (size_t)(room - left));
    return out_take(self, &out, res);
}

OPTIONAL err_t span_center(int nargs, PObject *self, PObject **args, PObject **res)
{
    return pad(nargs, self, args, 0, res);
}

OPTIONAL err_t span_ljust(int nargs, PObject *self, PObject **args, PObject **res)
{
    return pad(nargs, self, args, -1, res);
}

OPTIONAL err_t span_rjust(int nargs, PObject *self, PObject **args, PObject **res)
{
    return pad(nargs, self, args, 1, res);
}

OPTIONAL err_t span_zfill(int nargs, PObject *self, PObject **args, PObject **res)
{
    int64_t width;
    err_t err = obj_index(args[0], &width);
    if (err) {
        return err;
    }
    (void)nargs;
    span_t s = span_of(self);
    int64_t room = width - length_of(self);
    if (room <= 0) {
        return span_result(self, s.p, s.n, res);
    }
    text_t out;
    char memory[128];
    text_init(&out, memory, sizeof memory);
    size_t sign = s.n > 0 && (s.p[0] == '+' || s.p[0] == '-');
    text_add(&out, s.p, sign);
    text_fill(&out, '0', (size_t)room);
    text_add(&out, s.p + sign, s.n - sign);
    return out_take(self, &out, res);
}

OPTIONAL err_t span_expandtabs(int nargs, PObject *self, PObject **args, PObject **res)
{
    PObject *size = span_optional(nargs, args, 0);
    int64_t tab = 8, column = 0;
    err_t err = size ? obj_index(size, &tab) : ERR_OK;
    if (err) {
        return err;
    }
    text_t out;
    char memory[128];
    text_init(&out, memory, sizeof memory);
    for (reader_t r = reader(self); r.p < r.end && out.err == ERR_OK;) {
        uint32_t code = next_code(&r);
        if (code == '\t') {
            int64_t n = tab > 0 ? tab - column % tab : 0;
            text_fill(&out, ' ', (size_t)n);
            column += n;
        } else {
            text_add_code(&out, raw(self, code));
            column = code == '\n' || code == '\r' ? 0 : column + 1;
        }
    }
    return out_take(self, &out, res);
}

/* ---- case ---- */

typedef enum { TO_UPPER, TO_LOWER, TO_SWAP, TO_TITLE, TO_CAPITAL } case_t;

/* One code point; `start`: it begins a word (title) or the text (capitalize). */
static void add_cased(text_t *out, const reader_t *r, uint32_t code, case_t to,
                      bool start)
{
    unsigned class = class_of_code(r, code);
    bool up = to == TO_UPPER || (to == TO_SWAP && (class & UC_LOWER)) ||
              ((to == TO_TITLE || to == TO_CAPITAL) && start);
    bool down = !up && (to != TO_SWAP || (class & UC_UPPER));
    if (up && code == 0xDF && r->str) { /* the one that becomes two */
        text_add_c(out, to == TO_TITLE || to == TO_CAPITAL ? "Ss" : "SS");
        return;
    }
    if (class & (UC_UPPER | UC_LOWER)) {
        code = up ? uc_upper(code) : down ? uc_lower(code) : code;
    }
    text_add_code(out, !r->str && code >= 0x80 ? 0xDC00 + code : code);
}

/* ASCII has a loop of its own: most texts are. */
static err_t ascii_case(PObject *self, bool upper, PObject **res)
{
    span_t s = span_of(self);
    PString *r = str_alloc((uint32_t)s.n, true);
    if (r == NULL) {
        return ERR_MEMORY_EXC;
    }
    *res = (PObject *)r;
    uint8_t *out = str_data(*res), first = upper ? 'a' : 'A';
    for (size_t i = 0; i < s.n; i++) {
        out[i] = s.p[i] ^ (uint8_t)((uint8_t)(s.p[i] - first) < 26 ? 0x20 : 0);
    }
    return ERR_OK;
}

static err_t change_case(PObject *self, case_t to, PObject **res)
{
    if (PTYPE(self) == PSTRING && str_is_ascii(self) && to <= TO_LOWER &&
        self->header.length > 1) {
        return ascii_case(self, to == TO_UPPER, res);
    }
    text_t out;
    char memory[128];
    text_init(&out, memory, sizeof memory);
    bool start = true;
    for (reader_t r = reader(self); r.p < r.end && out.err == ERR_OK;) {
        uint32_t code = next_code(&r);
        add_cased(&out, &r, code, to, start);
        bool cased = (class_of_code(&r, code) & (UC_UPPER | UC_LOWER)) != 0;
        start = to == TO_TITLE && !cased;
    }
    return out_take(self, &out, res);
}

#define CASE_METHOD(name, to)                                                          \
    OPTIONAL err_t span_##name(int nargs, PObject *self, PObject **args,               \
                               PObject **res)                                          \
    {                                                                                  \
        (void)nargs, (void)args;                                                       \
        return change_case(self, to, res);                                             \
    }
CASE_METHOD(upper, TO_UPPER)
CASE_METHOD(lower, TO_LOWER)
CASE_METHOD(swapcase, TO_SWAP)
CASE_METHOD(title, TO_TITLE)
CASE_METHOD(capitalize, TO_CAPITAL)

/* ---- classes ---- */

/* Not empty, and every code point has one of `classes`. */
bool span_all(PObject *self, unsigned classes)
{
    reader_t r = reader(self);
    if (r.p == r.end) {
        return false;
    }
    while (r.p < r.end) {
        if ((class_of_code(&r, next_code(&r)) & classes) == 0) {
            return false;
        }
    }
    return true;
}

/* Some cased code point, and none of the class `bad`. */
static bool only_case(PObject *self, unsigned bad)
{
    bool cased = false;
    for (reader_t r = reader(self); r.p < r.end;) {
        unsigned class = class_of_code(&r, next_code(&r));
        if (class & bad) {
            return false;
        }
        cased |= (class & (UC_UPPER | UC_LOWER)) != 0;
    }
    return cased;
}

#define TEST_METHOD(name, test)                                                        \
    OPTIONAL err_t span_##name(int nargs, PObject *self, PObject **args,               \
                               PObject **res)                                          \
    {                                                                                  \
        (void)nargs, (void)args;                                                       \
        *res = PBOOL_NEW(test);                                                        \
        return ERR_OK;                                                                 \
    }
TEST_METHOD(isalpha, span_all(self, UC_ALPHA))
TEST_METHOD(isdigit, span_all(self, UC_DIGIT))
TEST_METHOD(isalnum, span_all(self, UC_ALPHA | UC_NUMERIC))
TEST_METHOD(isspace, span_all(self, UC_SPACE))
TEST_METHOD(isupper, only_case(self, UC_LOWER))
TEST_METHOD(islower, only_case(self, UC_UPPER))

OPTIONAL err_t span_istitle(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    bool some = false, good = true, inside = false;
    for (reader_t r = reader(self); r.p < r.end && good;) {
        unsigned class = class_of_code(&r, next_code(&r));
        bool cased = (class & (UC_UPPER | UC_LOWER)) != 0;
        good = !cased || ((class & UC_LOWER) != 0) == inside;
        some |= cased;
        inside = cased;
    }
    *res = PBOOL_NEW(some && good);
    return ERR_OK;
}
