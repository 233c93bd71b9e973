/* SPDX-License-Identifier: MIT */
/* types.c -- the type map, and how parameters and results look from Python. */
#include "model.h"
#include "strbuf.h"

#include <stdlib.h>
#include <string.h>

const type_row_t type_rows[TYPE_COUNT] = {
#define TYPE(id, kind, python, temp, getter, maker, flags)                             \
    [TYPE_##id] = {kind, python, temp, getter, maker, flags},
#include "types.def"
#undef TYPE
};

bool param_is_filled(const param_t *p)
{
    return p->type == TYPE_FILLED;
}

bool param_is_python(const fn_t *fn, int index)
{
    const param_t *p = &fn->items[index];
    if (index == 0 && fn_has_self(fn)) {
        return false;
    }
    if (p->out) {
        return false;
    }
    return p->length_of < 0 || param_is_filled(&fn->items[p->length_of]);
}

bool param_is_result(const fn_t *fn, int index)
{
    return fn->items[index].out && !(index == 0 && fn_has_self(fn));
}

bool fn_returns_value(const fn_t *fn)
{
    return fn->ret != TYPE_VOID && fn->ret != TYPE_ERR;
}

int fn_results(const fn_t *fn)
{
    int n = fn_returns_value(fn);
    for (int i = 0; i < fn->len; i++) {
        n += param_is_result(fn, i);
    }
    return n;
}

void type_int_range(type_id_t type, int64_t *low, uint64_t *high)
{
    static const struct {
        int64_t low;
        uint64_t high;
    } ranges[] = {
        [TYPE_I8] = {INT8_MIN, INT8_MAX},    [TYPE_U8] = {0, UINT8_MAX},
        [TYPE_I16] = {INT16_MIN, INT16_MAX}, [TYPE_U16] = {0, UINT16_MAX},
        [TYPE_I32] = {INT32_MIN, INT32_MAX}, [TYPE_U32] = {0, UINT32_MAX},
        [TYPE_I64] = {INT64_MIN, INT64_MAX}, [TYPE_U64] = {0, UINT64_MAX},
    };
    *low = ranges[type].low;
    *high = ranges[type].high;
}

const char *param_python_type(gen_t *g, const param_t *p)
{
    const char *name = p->cls                     ? p->cls->py
                       : p->type == TYPE_CALLABLE ? "Callable[..., object]"
                                                  : type_rows[p->type].python;
    return p->nullable ? arena_printf(g->arena, "%s | None", name) : name;
}

static const char *return_python_type(gen_t *g, const fn_t *fn)
{
    bool pointer = fn->ret == TYPE_CSTR || fn->ret == TYPE_STR || fn->ret == TYPE_BYTES;
    const char *name = type_rows[fn->ret].python;
    return pointer ? arena_printf(g->arena, "%s | None", name) : name;
}

const char *fn_python_result(gen_t *g, const fn_t *fn)
{
    strbuf_t s;
    strbuf_init(&s);
    int n = fn_results(fn);
    strbuf_adds(&s, n == 0 ? "None" : n > 1 ? "tuple[" : "");
    const char *comma = "";
    if (fn_returns_value(fn)) {
        strbuf_adds(&s, return_python_type(g, fn));
        comma = ", ";
    }
    for (int i = 0; i < fn->len; i++) {
        if (param_is_result(fn, i)) {
            strbuf_addf(&s, "%s%s", comma, param_python_type(g, &fn->items[i]));
            comma = ", ";
        }
    }
    strbuf_adds(&s, n > 1 ? "]" : "");
    const char *text = arena_strndup(g->arena, s.data, s.len);
    strbuf_free(&s);
    return text;
}

static void add_python_string(strbuf_t *s, const value_t *v)
{
    strbuf_addc(s, '"');
    for (size_t i = 0; i < v->len; i++) {
        unsigned char c = (unsigned char)v->s[i];
        if (c == '"' || c == '\\') {
            strbuf_addf(s, "\\%c", c);
        } else if (c < 32 || c == 127) {
            strbuf_addf(s, "\\x%02x", c);
        } else {
            strbuf_addc(s, (char)c);
        }
    }
    strbuf_addc(s, '"');
}

static void add_python_bytes(strbuf_t *s, const value_t *v)
{
    strbuf_adds(s, "b\"");
    for (size_t i = 0; i < v->len; i++) {
        unsigned char c = (unsigned char)v->s[i];
        bool plain = c >= 32 && c < 127 && c != '"' && c != '\\';
        strbuf_addf(s, plain ? "%c" : "\\x%02x", c);
    }
    strbuf_addc(s, '"');
}

static const char *real_python(gen_t *g, double d)
{
    for (int digits = 1; digits <= 17; digits++) {
        char *text = arena_printf(g->arena, "%.*g", digits, d);
        bool needless =
            strchr(text, 'e') && d > -1e16 && d < 1e16 && (d >= 1 || d <= -1);
        if (!needless && strtod(text, NULL) == d) {
            bool whole = strspn(text, "-0123456789") == strlen(text);
            return whole ? arena_printf(g->arena, "%s.0", text) : text;
        }
    }
    return "0.0";
}

const char *value_python(gen_t *g, const value_t *v)
{
    strbuf_t s;
    strbuf_init(&s);
    switch (v->kind) {
    case VALUE_INT:
        strbuf_addf(&s, "%lld", (long long)v->i);
        break;
    case VALUE_UINT:
        strbuf_addf(&s, "%llu", (unsigned long long)v->u);
        break;
    case VALUE_BOOL:
        strbuf_adds(&s, v->i ? "True" : "False");
        break;
    case VALUE_REAL:
        strbuf_adds(&s, real_python(g, v->d));
        break;
    case VALUE_STR:
        add_python_string(&s, v);
        break;
    case VALUE_BYTES:
        add_python_bytes(&s, v);
        break;
    case VALUE_NONE:
    case VALUE_NULL:
        strbuf_adds(&s, "None");
        break;
    }
    const char *text = arena_strndup(g->arena, s.data, s.len);
    strbuf_free(&s);
    return text;
}

static void add_param(gen_t *g, strbuf_t *s, const param_t *p, bool annotated)
{
    strbuf_adds(s, p->name);
    if (annotated) {
        strbuf_addf(s, ": %s", param_python_type(g, p));
    }
    if (p->def.text) {
        strbuf_addf(s, annotated ? " = %s" : "=%s", value_python(g, &p->def.value));
    }
}

const char *fn_python_params(gen_t *g, const fn_t *fn, bool annotated)
{
    strbuf_t s;
    strbuf_init(&s);
    const char *comma = "";
    bool star = false;
    if (fn_has_self(fn)) {
        strbuf_adds(&s, "self");
        comma = ", ";
    }
    for (int i = 0; i < fn->len; i++) {
        const param_t *p = &fn->items[i];
        if (!param_is_python(fn, i)) {
            continue;
        }
        strbuf_adds(&s, comma);
        if (p->kwonly && !star) {
            strbuf_adds(&s, "*, ");
            star = true;
        }
        add_param(g, &s, p, annotated);
        comma = ", ";
    }
    const char *text = arena_strndup(g->arena, s.data, s.len);
    strbuf_free(&s);
    return text;
}
