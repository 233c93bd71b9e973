/* SPDX-License-Identifier: MIT */
/*
 * write_call.c -- the glue function: convert, call, convert back.
 *
 * Order: the object of a method, numbers, what needs no release, views (each is
 * released on every way out), buffers to fill, the call, results. Locals: a_X is
 * argument X, o_X output X, r the C result; so no parameter's name can clash.
 */
#include "write_call.h"

#include <stdio.h>
#include <string.h>

typedef struct call {
    gen_t *g;
    strbuf_t *s;
    const fn_t *fn;
    int held[256]; /* Python index of each view that is held by now */
    int nheld;
    bool jumped[257]; /* to the label that releases the first n */
} call_t;

void write_declaration(strbuf_t *s, const char *ctype, const char *name)
{
    size_t n = strlen(ctype);
    strbuf_addf(s, "%s%s%s", ctype, n && ctype[n - 1] == '*' ? "" : " ", name);
}

/* The statement that leaves the function with `err`. */
static void add_leave(call_t *c, int indent)
{
    if (c->nheld) {
        c->jumped[c->nheld] = true;
        strbuf_addf(c->s, "%*sgoto release_%d;\n", indent, "", c->nheld);
    } else {
        strbuf_addf(c->s, "%*sreturn err;\n", indent, "");
    }
}

static bool is_int(const param_t *p)
{
    return (type_rows[p->type].flags & TYPE_INT) != 0;
}

static bool is_real(const param_t *p)
{
    return (type_rows[p->type].flags & TYPE_REAL) != 0;
}

/* Numbers that parse_py_args, or a check of the tag, converts. */
static bool is_number(const param_t *p)
{
    return (is_int(p) && p->type != TYPE_U64) || is_real(p);
}

static bool is_narrow(const call_t *c, const param_t *p)
{
    return c->g->inline_glue && is_int(p) && p->type != TYPE_U64 && p->type != TYPE_I64;
}

/* ---- locals ---- */

static const char *pointee(gen_t *g, const param_t *p)
{
    size_t n = strlen(p->ctype);
    n -= n && p->ctype[n - 1] == '*';
    n -= n && p->ctype[n - 1] == ' ';
    return arena_strndup(g->arena, p->ctype, n);
}

static void add_output_local(call_t *c, const param_t *p)
{
    const char *name = arena_printf(c->g->arena, "o_%s", p->name);
    const char *start = p->type == TYPE_STR      ? "{NULL, 0}"
                        : p->type == TYPE_BYTES  ? "{NULL, 0, 1}"
                        : p->type == TYPE_OBJECT ? "MAKE_NONE()"
                        : p->type == TYPE_CSTR   ? "NULL"
                                                 : "0";
    strbuf_adds(c->s, "    ");
    if (param_is_filled(p)) {
        strbuf_addf(c->s, "PObject *%s;\n", name);
        return;
    }
    write_declaration(c->s, pointee(c->g, p), name);
    strbuf_addf(c->s, " = %s;\n", start);
}

static void add_locals(call_t *c)
{
    const fn_t *fn = c->fn;
    strbuf_adds(c->s, "    err_t err = ERR_OK;\n");
    if (fn_has_self(fn)) {
        strbuf_adds(c->s, "    void *object;\n");
    }
    for (int i = 0; i < fn->len; i++) {
        const param_t *p = &fn->items[i];
        const char *name = arena_printf(c->g->arena, "a_%s", p->name);
        if (param_is_result(fn, i)) {
            add_output_local(c, p);
        } else if (param_is_python(fn, i) && p->type != TYPE_OBJECT) {
            strbuf_adds(c->s, "    ");
            write_declaration(
                c->s, is_narrow(c, p) ? p->ctype : type_rows[p->type].temp, name);
            strbuf_adds(c->s, ";\n");
        }
    }
    if (fn_returns_value(fn)) {
        strbuf_adds(c->s, "    ");
        write_declaration(c->s, fn->ret_ctype, "r");
        strbuf_adds(c->s, ";\n");
    }
    strbuf_addf(c->s, "    (void)nargs;\n%s%s%s",
                fn_has_self(fn) ? "" : "    (void)self;\n",
                fn->npy ? "" : "    (void)args;\n",
                fn_results(fn) ? "\n" : "    (void)res;\n\n");
}

/* ---- arguments ---- */

static void add_helper(call_t *c, const param_t *p, const char *to, int indent)
{
    strbuf_addf(
        c->s, "%*sif ((err = zn_arg_%s(&%s_fn, %d, args[%d], &%s)) != ERR_OK) {\n",
        indent, "", type_rows[p->type].getter, c->fn->glue, p->index, p->index, to);
    add_leave(c, indent + 4);
    strbuf_addf(c->s, "%*s}\n", indent, "");
}

/* " && x >= low && x <= high" for what the C type or ZN_RANGE demands of a value
 * between `min` and `max`. */
static const char *bounds(gen_t *g, const param_t *p, const char *x, int64_t min,
                          int64_t max, bool inside)
{
    int64_t low;
    uint64_t high;
    type_int_range(p->type, &low, &high);
    if (p->low.text) {
        low = p->low.value.i;
        high = (uint64_t)p->high.value.i;
    }
    int64_t top = p->low.text        ? p->high.value.i
                  : high > INT64_MAX ? INT64_MAX
                                     : (int64_t)high;
    const char *glue = inside ? " && " : " || ";
    const char *text = "";
    if (low > min) {
        text = arena_printf(g->arena, "%s%s %s %lld%s", glue, x, inside ? ">=" : "<",
                            (long long)low, low < -INT32_MAX ? "LL" : "");
    }
    if (top < max) {
        text = arena_printf(g->arena, "%s%s%s %s %lld%s", text, glue, x,
                            inside ? "<=" : ">", (long long)top,
                            top > INT32_MAX ? "LL" : "");
    }
    return text;
}

static void add_int_inline(call_t *c, const param_t *p)
{
    gen_t *g = c->g;
    const char *x = arena_printf(g->arena, "PSMALLINT_VALUE(args[%d])", p->index);
    bool wide = p->type == TYPE_I64;
    const char *ctype = wide ? "int64_t" : p->ctype;
    strbuf_addf(c->s, "    if (IS_PSMALLINT(args[%d])%s) {\n", p->index,
                bounds(g, p, x, -0x40000000, 0x3FFFFFFF, true));
    strbuf_addf(c->s, "        a_%s = (%s)%s;\n    } else {\n", p->name, ctype, x);
    if (wide) {
        add_helper(c, p, arena_printf(g->arena, "a_%s", p->name), 8);
    } else {
        strbuf_adds(c->s, "        int64_t wide;\n");
        add_helper(c, p, "wide", 8);
        strbuf_addf(c->s, "        a_%s = (%s)wide;\n", p->name, ctype);
    }
    strbuf_adds(c->s, "    }\n");
}

/* The tags that are tested without a call; everything else goes the slow way. */
static void add_inline(call_t *c, const param_t *p)
{
    static const struct {
        type_id_t type;
        const char *test, *convert;
    } rows[] = {
        {TYPE_FLOAT, "!IS_TAGGED(%s) && PHEADERTYPE(%s) == PFLOAT",
         "a_%s = PFLOAT_VALUE(%s);"},
        {TYPE_DOUBLE, "!IS_TAGGED(%s) && PHEADERTYPE(%s) == PFLOAT",
         "a_%s = PFLOAT_VALUE(%s);"},
        {TYPE_BOOL, "IS_BOOL(%s)%.0s", "a_%s = PBOOL_VALUE(%s) != 0;"},
        {TYPE_STR, "!IS_TAGGED(%s) && PHEADERTYPE(%s) == PSTRING",
         "a_%1$s.data = (const char *)_PIS_DATA(%2$s);\n        "
         "a_%1$s.len = PSEQUENCE_ELEMENTS(%2$s);"},
        {TYPE_BYTES, "!IS_TAGGED(%s) && PHEADERTYPE(%s) == PBYTES",
         "a_%1$s.data = (const uint8_t *)_PIS_DATA(%2$s);\n        "
         "a_%1$s.len = PSEQUENCE_ELEMENTS(%2$s);\n        a_%1$s.item = 1;"},
        {TYPE_BYTES8, "!IS_TAGGED(%s) && PHEADERTYPE(%s) == PBYTES",
         "a_%1$s.data = (const uint8_t *)_PIS_DATA(%2$s);\n        "
         "a_%1$s.len = PSEQUENCE_ELEMENTS(%2$s);"},
    };
    char arg[24];
    snprintf(arg, sizeof arg, "args[%d]", p->index);
    const char *to = arena_printf(c->g->arena, "a_%s", p->name);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].type == p->type && !p->low.text) {
            strbuf_adds(c->s, "    if (");
            strbuf_addf(c->s, rows[i].test, arg, arg);
            strbuf_adds(c->s, ") {\n        ");
            strbuf_addf(c->s, rows[i].convert, p->name, arg);
            strbuf_adds(c->s, "\n    } else {\n");
            add_helper(c, p, to, 8);
            strbuf_adds(c->s, "    }\n");
            return;
        }
    }
    add_helper(c, p, to, 4);
}

static void add_range_check(call_t *c, const param_t *p)
{
    gen_t *g = c->g;
    const char *x = arena_printf(g->arena, "a_%s", p->name);
    const char *test = "";
    if (is_int(p)) {
        test = bounds(g, p, x, INT64_MIN, INT64_MAX, false);
        test += *test ? strlen(" || ") : 0;
    } else if (p->low.text) {
        test = arena_printf(g->arena, "!(%s >= %s && %s <= %s)", x,
                            value_python(g, &p->low.value), x,
                            value_python(g, &p->high.value));
    }
    if (*test) {
        strbuf_addf(
            c->s,
            "    if (%s) {\n        return zn_arg_error(&%s_fn, %d, args[%d]);\n"
            "    }\n",
            test, c->fn->glue, p->index, p->index);
    }
}

/* Adjacent numbers are one call of parse_py_args; returns the index of the first
 * parameter behind them. */
static int add_run(call_t *c, int first)
{
    const fn_t *fn = c->fn;
    char fmt[256];
    int n = 0, end = first;
    const char *outs = "";
    for (; end < fn->len && n < 255; end++) {
        const param_t *p = &fn->items[end];
        if (!param_is_python(fn, end)) {
            continue;
        }
        if (!is_number(p)) {
            break;
        }
        fmt[n++] = is_int(p) ? 'l' : 'f';
        outs = arena_printf(c->g->arena, "%s, &a_%s", outs, p->name);
    }
    fmt[n] = 0;
    int index = fn->items[first].index;
    const char *args = index ? arena_printf(c->g->arena, "args + %d", index) : "args";
    strbuf_addf(c->s,
                "    if (parse_py_args(\"%s\", %d, %s%s) != %d) {\n"
                "        return zn_args_error(&%s_fn, %d, %d, args);\n    }\n",
                fmt, n, args, outs, n, fn->glue, index, n);
    for (int i = first; i < end; i++) {
        if (param_is_python(fn, i)) {
            add_range_check(c, &fn->items[i]);
        }
    }
    return end;
}

static void add_numbers(call_t *c)
{
    const fn_t *fn = c->fn;
    for (int i = 0; i < fn->len;) {
        const param_t *p = &fn->items[i];
        if (!param_is_python(fn, i) || !is_number(p)) {
            i++;
        } else if (!c->g->inline_glue) {
            i = add_run(c, i);
        } else {
            is_int(p) ? add_int_inline(c, p) : add_inline(c, p);
            i++;
        }
    }
}

static void add_others(call_t *c, bool held)
{
    const fn_t *fn = c->fn;
    for (int i = 0; i < fn->len; i++) {
        const param_t *p = &fn->items[i];
        bool view = (type_rows[p->type].flags & TYPE_HELD) != 0;
        if (!param_is_python(fn, i) || is_number(p) || p->type == TYPE_OBJECT ||
            view != held) {
            continue;
        }
        if (c->g->inline_glue) {
            add_inline(c, p);
        } else {
            add_helper(c, p, arena_printf(c->g->arena, "a_%s", p->name), 4);
        }
        if (held) {
            c->held[c->nheld++] = p->index;
        }
    }
}

/* A length that C takes in a type too narrow for any sequence. */
static void add_length_checks(call_t *c)
{
    const fn_t *fn = c->fn;
    for (int i = 0; i < fn->len; i++) {
        const param_t *p = &fn->items[i];
        if (p->length_of < 0 || param_is_python(fn, i) || p->type == TYPE_I64 ||
            p->type == TYPE_U64) {
            continue;
        }
        int64_t low;
        uint64_t high;
        type_int_range(p->type, &low, &high);
        const param_t *view = &fn->items[p->length_of];
        const char *tail = p->type == TYPE_U32 ? "u" : "";
        /* A sequence has at most UINT32_MAX elements: nothing to check where they fit.
         */
        if (p->type == TYPE_U32) {
            continue;
        }
        strbuf_addf(c->s,
                    "    if (a_%s.len > %llu%s) {\n        err = ERR_OVERFLOW_EXC;\n",
                    view->name, (unsigned long long)high, tail);
        add_leave(c, 8);
        strbuf_adds(c->s, "    }\n");
    }
}

static void add_fills(call_t *c)
{
    const fn_t *fn = c->fn;
    for (int i = 0; i < fn->len; i++) {
        const param_t *p = &fn->items[i];
        if (!param_is_filled(p)) {
            continue;
        }
        const param_t *n = &fn->items[p->length];
        bool is_signed = n->type == TYPE_I8 || n->type == TYPE_I16 ||
                         n->type == TYPE_I32 || n->type == TYPE_I64;
        if (is_signed && !(n->low.text && n->low.value.i >= 0)) {
            strbuf_addf(c->s, "    if (a_%s < 0) {\n        err = ERR_VALUE_EXC;\n",
                        n->name);
            add_leave(c, 8);
            strbuf_adds(c->s, "    }\n");
        }
        strbuf_addf(c->s,
                    "    o_%s = zn_new_zeros((size_t)a_%s);\n    if (o_%s == NULL) {\n"
                    "        err = ERR_MEMORY_EXC;\n",
                    p->name, n->name, p->name);
        add_leave(c, 8);
        strbuf_adds(c->s, "    }\n");
    }
}

/* ---- the call ---- */

static const char *call_argument(call_t *c, int i)
{
    gen_t *g = c->g;
    const fn_t *fn = c->fn;
    const param_t *p = &fn->items[i];
    if (i == 0 && fn_has_self(fn)) {
        return arena_printf(g->arena, "(%s)object", p->ctype);
    }
    if (param_is_filled(p)) {
        return arena_printf(g->arena, "PSEQUENCE_BYTES(o_%s)", p->name);
    }
    if (p->out) {
        return arena_printf(g->arena, "&o_%s", p->name);
    }
    if (!param_is_python(fn, i)) {
        return arena_printf(g->arena, "(%s)a_%s.len", p->ctype,
                            fn->items[p->length_of].name);
    }
    switch (p->type) {
    case TYPE_OBJECT:
        return arena_printf(g->arena, "args[%d]", p->index);
    case TYPE_CSTR:
    case TYPE_BYTES8:
    case TYPE_BUFFER8:
        return arena_printf(g->arena, "a_%s.data", p->name);
    case TYPE_SHORTS:
        return arena_printf(g->arena, "(%s)(const void *)a_%s.data", p->ctype, p->name);
    case TYPE_BUFFER16:
        return arena_printf(g->arena, "(%s)(void *)a_%s.data", p->ctype, p->name);
    default:
        break;
    }
    bool cast = (is_int(p) && !is_narrow(c, p)) || p->type == TYPE_FLOAT ||
                p->type == TYPE_INSTANCE;
    return cast ? arena_printf(g->arena, "(%s)a_%s", p->ctype, p->name)
                : arena_printf(g->arena, "a_%s", p->name);
}

static void add_call(call_t *c)
{
    const fn_t *fn = c->fn;
    const char *to = fn->ret == TYPE_VOID  ? ""
                     : fn->ret == TYPE_ERR ? "err = "
                                           : "r = ";
    strbuf_adds(c->s, fn->nogil ? "    zn_gil_release();\n" : "");
    strbuf_addf(c->s, "    %s%s(", to, fn->cname);
    for (int i = 0; i < fn->len; i++) {
        strbuf_addf(c->s, "%s%s", i ? ", " : "", call_argument(c, i));
    }
    strbuf_adds(c->s, ");\n");
    strbuf_adds(c->s, fn->nogil ? "    zn_gil_acquire();\n" : "");
}

/* ---- results ---- */

/* The C expression of a new Python object for C value `x`. */
static const char *made(call_t *c, type_id_t type, const char *x)
{
    gen_t *g = c->g;
    if (g->inline_glue && type >= TYPE_I32 && type <= TYPE_I64) {
        const char *test = type == TYPE_U32
                               ? arena_printf(g->arena, "%s <= PSMALLINT_MAX", x)
                               : arena_printf(g->arena, "PSMALLINT_FITS(%s)", x);
        return arena_printf(g->arena, "%s ? PSMALLINT_NEW(%s) : zn_new_int(%s)", test,
                            x, x);
    }
    strbuf_t s;
    strbuf_init(&s);
    for (const char *t = type_rows[type].maker; *t; t++) {
        if (t[0] == '%' && t[1] == 's') {
            strbuf_adds(&s, x);
            t++;
        } else {
            strbuf_addc(&s, *t);
        }
    }
    const char *text = arena_strndup(g->arena, s.data, s.len);
    strbuf_free(&s);
    return text;
}

static bool never_fails(type_id_t type)
{
    return (type >= TYPE_I8 && type <= TYPE_U16) || type == TYPE_BOOL;
}

static void add_tuple(call_t *c, int n, int indent)
{
    const fn_t *fn = c->fn;
    int at = 0;
    strbuf_addf(c->s, "%*sPObject *values[%d];\n", indent, "", n);
    if (fn_returns_value(fn)) {
        strbuf_addf(c->s, "%*svalues[%d] = %s;\n", indent, "", at++,
                    made(c, fn->ret, "r"));
    }
    for (int i = 0; i < fn->len; i++) {
        if (param_is_result(fn, i)) {
            const char *x = arena_printf(c->g->arena, "o_%s", fn->items[i].name);
            strbuf_addf(c->s, "%*svalues[%d] = %s;\n", indent, "", at++,
                        made(c, fn->items[i].type, x));
        }
    }
    strbuf_addf(c->s, "%*serr = zn_result_tuple(%d, values, res);\n", indent, "", n);
}

static void add_single(call_t *c, int indent)
{
    const fn_t *fn = c->fn;
    type_id_t type = fn->ret;
    const char *x = "r";
    for (int i = 0; i < fn->len && !fn_returns_value(fn); i++) {
        if (param_is_result(fn, i)) {
            type = fn->items[i].type;
            x = arena_printf(c->g->arena, "o_%s", fn->items[i].name);
            break;
        }
    }
    bool returned = type == TYPE_OBJECT && fn_returns_value(fn);
    if (returned) {
        strbuf_addf(c->s, "%*serr = zn_result_object(&%s_fn, r, res);\n", indent, "",
                    fn->glue);
    } else if (never_fails(type)) {
        strbuf_addf(c->s, "%*s*res = %s;\n", indent, "", made(c, type, x));
    } else {
        strbuf_addf(c->s, "%*serr = zn_result%s(%s, res);\n", indent, "",
                    c->g->inline_glue ? "_inline" : "", made(c, type, x));
    }
}

static void add_keeps(call_t *c, int indent)
{
    const fn_t *fn = c->fn;
    for (int i = 0; i < fn->len; i++) {
        const param_t *p = &fn->items[i];
        if (!p->forever) {
            continue;
        }
        if (fn->cls) {
            strbuf_addf(
                c->s, "%*s*(PObject **)(void *)((char *)object + %u) = a_%s.object;\n",
                indent, "", write_kept_offset(c->g, fn->cls, p->kept), p->name);
        } else {
            strbuf_addf(c->s, "%*s%s_%s_kept = a_%s.object;\n", indent, "", fn->glue,
                        p->name, p->name);
        }
    }
}

/* What happens when the C function was successful, behind `if (…) {` where it can fail.
 */
static void add_results(call_t *c)
{
    const fn_t *fn = c->fn;
    int n = fn_results(fn), keeps = 0;
    for (int i = 0; i < fn->len; i++) {
        keeps += fn->items[i].forever;
    }
    if (n == 0 && keeps == 0) {
        return;
    }
    bool block = true;
    bool object_in_tuple = n > 1 && fn->ret == TYPE_OBJECT;
    if (fn->ret == TYPE_ERR) {
        strbuf_adds(c->s, "    if (err == ERR_OK) {\n");
    } else if (fn->negative) {
        strbuf_addf(c->s,
                    "    if (r < 0) {\n        err = zn_os_error(&%s_fn, r);\n"
                    "    } else {\n",
                    fn->glue);
    } else if (object_in_tuple) {
        strbuf_addf(c->s,
                    "    if (r == NULL) {\n"
                    "        err = zn_result_object(&%s_fn, r, res);\n    } else {\n",
                    fn->glue);
    } else if (n > 1) {
        strbuf_adds(c->s, "    {\n");
    } else {
        block = false;
    }
    int indent = block ? 8 : 4;
    if (n > 1) {
        add_tuple(c, n, indent);
    } else if (n == 1) {
        add_single(c, indent);
    }
    add_keeps(c, indent);
    strbuf_adds(c->s, block ? "    }\n" : "");
}

static void add_releases(call_t *c)
{
    for (int i = c->nheld; i > 0; i--) {
        int arg = c->held[i - 1];
        if (c->jumped[i]) {
            strbuf_addf(c->s, "release_%d:\n", i);
        }
        if (c->g->inline_glue) {
            strbuf_addf(c->s,
                        "    if (!IS_TAGGED(args[%d]) && IS_SEQ_MUTABLE(args[%d])) {\n"
                        "        zn_release(args[%d]);\n    }\n",
                        arg, arg, arg);
        } else {
            strbuf_addf(c->s, "    zn_release(args[%d]);\n", arg);
        }
    }
    strbuf_adds(c->s, "    return err;\n}\n");
}

static void add_kept_variables(call_t *c)
{
    const fn_t *fn = c->fn;
    for (int i = 0; i < fn->len && !fn->cls; i++) {
        if (fn->items[i].forever) {
            strbuf_addf(c->s, "static PObject *%s_%s_kept C_NATIVE_ROOT;\n", fn->glue,
                        fn->items[i].name);
        }
    }
}

void write_call(gen_t *g, strbuf_t *s, const fn_t *fn)
{
    call_t c = {.g = g, .s = s, .fn = fn};
    add_kept_variables(&c);
    strbuf_addf(
        s,
        "\nstatic err_t %s(int nargs, PObject *self, PObject **args, PObject **res)\n"
        "{\n",
        fn->glue);
    add_locals(&c);
    if (fn_has_self(fn)) {
        strbuf_addf(s, "    if ((err = zn_self(&%s_fn, self, &object)) != ERR_OK) {\n",
                    fn->glue);
        add_leave(&c, 8);
        strbuf_adds(s, "    }\n");
    }
    add_numbers(&c);
    add_others(&c, false);
    add_others(&c, true);
    add_length_checks(&c);
    add_fills(&c);
    add_call(&c);
    add_results(&c);
    add_releases(&c);
}
