/* SPDX-License-Identifier: MIT */
/* str_test.c -- str, bytes and bytearray against python3's results, by a small
 * evaluator of literals, methods and operators. */
/* parts: vm/core vm/vosal/kernel vm/format */
/* include: vm/core vm/format sdk/include tests/unit */
#include "bytes.h"
#include "dict.h"
#include "float.h"
#include "list.h"
#include "native.h"
#include "slice.h"
#include "text.h"
#include "tuple.h"
#include "values.h"
#include <stdlib.h>

static const struct {
    const char *text;
    uint16_t number;
} names[] = {
#define NAME(number, name) {#name, number},
#define EXCEPTION(number, name, parent)
#include "names.def"
#undef NAME
#undef EXCEPTION
};

/* ---- the evaluator: any error stops it ---- */

static const char *at; /* next character */
static err_t failed;

static uint32_t oom_at; /* fail this allocation of each operation; 0: none */

static PObject *expression(void);

static void set_oom(uint32_t n)
{
    gc_set_switches(&(gc_switches_t){.oom_at = n});
}

static bool skip(const char *word)
{
    while (*at == ' ') {
        at++;
    }
    bool is = strncmp(at, word, strlen(word)) == 0;
    at += is ? strlen(word) : 0;
    return is;
}

static PObject *check(err_t err, PObject *o)
{
    failed = failed ? failed : err;
    return failed ? P_NONE : o;
}

static void escape(text_t *out, bool bytes)
{
    static const char letters[] = "n\nt\tr\r";
    char c = *at++, digits[5] = "";
    int n = c == 'x' ? 2 : c == 'u' ? 4 : 0;
    const char *letter = strchr(letters, c);
    if (n > 0) {
        memcpy(digits, at, (size_t)n);
        at += n;
        uint32_t code = (uint32_t)strtoul(digits, NULL, 16);
        bool raw = bytes && code >= 0x80;
        text_add_code(out, raw ? 0xDC00 + code : code);
    } else {
        text_add_char(out, letter ? letter[1] : c);
    }
}

static PObject *string(bool bytes)
{
    char quote = *at++, memory[256];
    text_t out;
    text_init(&out, memory, sizeof memory);
    while (*at != quote) {
        if (*at == '\\') {
            at++;
            escape(&out, bytes);
        } else {
            text_add_char(&out, *at++);
        }
    }
    at++;
    return bytes ? (PObject *)bytes_new(out.data, (uint32_t)out.length)
                 : (PObject *)str_new(out.data, (uint32_t)out.length);
}

static PObject *number(void)
{
    char *end, *real_end;
    const char *start = at;
    strtoll(at, &end, 10);
    double value = strtod(at, &real_end);
    PObject *o = NULL;
    at = real_end;
    if (real_end > end) {
        return float_new(value);
    }
    err_t err = int_parse(start, (size_t)(end - start), 10, P_NONE, &o);
    return check(err, o);
}

/* Values up to the closing bracket; a dict's as key, value, key, value … */
static PList *values(const char *close, bool *comma)
{
    PList *list = list_new(0);
    *comma = false;
    while (!failed && !skip(close)) {
        list_append(list, expression());
        *comma |= skip(",");
        skip(":");
    }
    return list;
}

static PObject *collection(void)
{
    bool comma;
    if (skip("[")) {
        return (PObject *)values("]", &comma);
    }
    if (skip("(")) {
        PList *list = values(")", &comma);
        if (list->header.length == 0) {
            return (PObject *)tuple_new(0);
        }
        return comma ? (PObject *)tuple_from(list->header.length, list_items(list))
                     : list_items(list)[0];
    }
    skip("{");
    PList *list = values("}", &comma);
    PDict *dict = dict_new(0);
    for (uint32_t i = 0; i + 1 < list->header.length; i += 2) {
        check(dict_set(dict, list_items(list)[i], list_items(list)[i + 1]), NULL);
    }
    return (PObject *)dict;
}

static PObject *primary(void)
{
    static const struct {
        const char *word;
        uint32_t value;
    } words[] = {{"None", 0x0A}, {"True", 0x112}, {"False", 0x12}};
    while (*at == ' ') {
        at++;
    }
    for (int i = 0; i < 3; i++) {
        if (skip(words[i].word)) {
            return POBJ_FROM_WORD(words[i].value);
        }
    }
    if (skip("bytearray(")) {
        PObject *o = expression();
        skip(")");
        return bytes_make(PBYTEARRAY, PSEQUENCE_BYTES(o), o->header.length);
    }
    if (*at == 'b') {
        at++;
        return string(true);
    }
    if (*at == '\'' || *at == '"') {
        return string(false);
    }
    return *at == '-' || (*at >= '0' && *at <= '9') ? number() : collection();
}

static PObject *method(PObject *self)
{
    char name[32];
    size_t n = strspn(at, "abcdefghijklmnopqrstuvwxyz_");
    bool comma;
    snprintf(name, sizeof name, "%.*s", (int)n, at);
    at += n;
    skip("(");
    PList *args = values(")", &comma);
    PObject **items = args->header.length ? list_items(args) : NULL, *r = P_NONE;
    for (unsigned i = 0; i < sizeof names / sizeof *names && !failed; i++) {
        if (strcmp(names[i].text, name) == 0) {
            const type_method_t *m = type_find_method(PTYPE(self), names[i].number);
            int nargs = (int)args->header.length;
            bool dict = m->params && strcmp(m->params, "**") == 0;
            set_oom(oom_at);
            err_t err = dict ? native_call_with_dict(m, self, nargs, items, NULL, &r)
                             : m->fn(nargs, self, items, &r);
            set_oom(0);
            return check(err, r);
        }
    }
    return check(ERR_NAME_EXC, P_NONE);
}

static PObject *subscript(PObject *o)
{
    PObject *parts[3] = {P_NONE, P_NONE, P_NONE}, *r = P_NONE;
    int n = 0;
    bool slice = false;
    while (!skip("]")) {
        if (skip(":")) {
            slice = true;
            n++;
        } else {
            parts[n] = expression();
        }
    }
    PObject *key =
        slice ? (PObject *)slice_new(parts[0], parts[1], parts[2]) : parts[0];
    set_oom(oom_at);
    err_t err = obj_getitem(o, key, &r);
    set_oom(0);
    return check(err, r);
}

static PObject *postfix(void)
{
    PObject *o = primary();
    while (!failed && (*at == '.' || *at == '[')) {
        o = *at++ == '.' ? method(o) : subscript(o);
    }
    return o;
}

static PObject *expression(void)
{
    static const struct {
        const char *text;
        int kind, op; /* 0: arithmetic, 1: comparison, 2: in */
    } operators[] = {{"+", 0, BIN_ADD}, {"*", 0, BIN_MUL}, {"%", 0, BIN_MOD},
                     {"<=", 1, CMP_LE}, {">=", 1, CMP_GE}, {"==", 1, CMP_EQ},
                     {"<", 1, CMP_LT},  {">", 1, CMP_GT},  {"in", 2, 0}};
    PObject *a = postfix(), *r = P_NONE;
    for (unsigned i = 0; i < sizeof operators / sizeof *operators && !failed; i++) {
        if (!skip(operators[i].text)) {
            continue;
        }
        PObject *b = postfix();
        bool in = false;
        set_oom(failed ? 0 : oom_at);
        err_t err =
            failed                   ? failed
            : operators[i].kind == 0 ? obj_binary((binary_t)operators[i].op, a, b, &r)
            : operators[i].kind == 1 ? obj_compare((compare_t)operators[i].op, a, b, &r)
                                     : obj_contains(b, a, &in);
        set_oom(0);
        return check(err, operators[i].kind == 2 ? PBOOL_NEW(in) : r);
    }
    return a;
}

/* ---- tests ---- */

static const struct {
    const char *text, *result;
} vectors[] = {
#include "str_vectors.h"
};

TEST(behaves_as_python3)
{
    int bad = 0;
    for (unsigned i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        values_start();
        at = vectors[i].text;
        failed = ERR_OK;
        PObject *o = expression();
        const char *shown = values_show(failed, o);
        if (strcmp(shown, vectors[i].result) != 0) {
            printf("# %s\n#    is %s\n#   not %s\n", vectors[i].text, shown,
                   vectors[i].result);
            bad++;
        }
    }
    CHECK_INT(bad, 0);
}

/* An operation without memory raises MemoryError or, when all it lacked was its error's
 * text, its own error. */
TEST(survives_out_of_memory)
{
    for (unsigned i = 0; i < sizeof vectors / sizeof *vectors; i += 3) {
        const char *want = vectors[i].result;
        for (oom_at = 1; oom_at < 12; oom_at++) {
            values_start();
            at = vectors[i].text;
            failed = ERR_OK;
            PObject *o = expression();
            const char *shown = values_show(failed, o);
            bool same = strcmp(shown, want) == 0 ||
                        strncmp(shown, "MemoryError", 11) == 0 ||
                        (failed && strncmp(shown, want, strcspn(shown, ":")) == 0);
            if (!same) {
                printf("# %s at allocation %u: %s\n", vectors[i].text, oom_at, shown);
            }
            CHECK(same);
        }
    }
    oom_at = 0;
}

TEST(keeps_bytes_that_are_not_utf8)
{
    values_start();
    PObject *s = (PObject *)str_new("a\xff\xc3", 3), *r;
    CHECK_INT(str_length(s), 3);
    CHECK_STR(values_show(ERR_OK, s), "'a\\udcff\\udcc3'");
    CHECK_INT(obj_getitem(s, PSMALLINT_NEW(1), &r), ERR_OK);
    CHECK_INT(str_bytes(r), 1);
    CHECK(str_data(r)[0] == 0xFF);
    CHECK(str_equal((PObject *)str_from_code(0xDCFF), r));
}

TEST(shares_short_strings)
{
    values_start();
    CHECK(str_new("", 0) == str_from_c(""));
    CHECK(str_new("x", 1) == str_from_code('x'));
    CHECK(str_is_ascii(values_str("plain")));
    CHECK(!str_is_ascii(values_str("\u00e9")));
}

TEST(refuses_to_resize_what_is_held)
{
    values_start();
    PObject *b = bytes_make(PBYTEARRAY, "abc", 3);
    CHECK_INT(bytes_hold(b), ERR_OK);
    CHECK_STR(values_show(bytes_resize((PMutableSequence *)b, 9, 1), NULL),
              "BufferError: Existing exports of data: object cannot be re-sized");
    CHECK_INT(b->header.length, 3);
    bytes_release(b);
    CHECK_INT(bytes_resize((PMutableSequence *)b, 9, 1), ERR_OK);
    CHECK_INT(b->header.length, 9);
    CHECK_INT(PSEQUENCE_BYTES(b)[8], 0);
}

TEST(has_methods_in_order)
{
    for (int type = 0; type < TYPE_COUNT; type++) {
        for (unsigned i = 1; i < type_ops[type]->nmethods; i++) {
            CHECK(type_ops[type]->methods[i - 1].name <
                  type_ops[type]->methods[i].name);
        }
    }
}

TAP_MAIN
