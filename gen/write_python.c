/* SPDX-License-Identifier: MIT */
/* write_python.c -- the Python side that our compiler reads, and the .pyi stub that
 * editors read. */
#include "write.h"

#include <string.h>

static void add_header(gen_t *g, strbuf_t *s, const char *what)
{
    strbuf_addf(s, "# Made by zvm-gen from %s: %s. Do not edit.\n", write_origin(g),
                what);
    doc_python(s, doc_body(g, g->doc), 0);
}

static void add_consts(gen_t *g, strbuf_t *s, bool stub)
{
    static const char *const types[] = {[VALUE_INT] = "int",
                                        [VALUE_UINT] = "int",
                                        [VALUE_REAL] = "float",
                                        [VALUE_STR] = "str",
                                        [VALUE_BOOL] = "bool"};
    if (g->consts.len) {
        strbuf_adds(s, "\n");
    }
    for (int i = 0; i < g->consts.len; i++) {
        const cconst_t *k = g->consts.items[i];
        const char *type =
            types[k->expr.value.kind] ? types[k->expr.value.kind] : "None";
        strbuf_addf(s, stub ? "%s: %s = %s\n" : "%s%.0s = %s\n", k->py, type,
                    value_python(g, &k->expr.value));
    }
}

static void add_enum(gen_t *g, strbuf_t *s, const cenum_t *en, bool stub)
{
    strbuf_addf(s, "\n\nclass %s:\n", en->py);
    doc_python(s, doc_body(g, en->doc), 4);
    for (int i = 0; i < en->len; i++) {
        strbuf_addf(s, "    %s%s = %lld\n", en->items[i].name, stub ? ": int" : "",
                    (long long)en->items[i].value);
    }
    if (en->len == 0) {
        strbuf_adds(s, "    pass\n");
    }
}

static void add_fn(gen_t *g, strbuf_t *s, const fn_t *fn, bool stub)
{
    int indent = fn->cls ? 4 : 0;
    const char *doc = doc_body(g, fn->doc);
    strbuf_adds(s, fn->cls ? "\n" : "\n\n");
    if (stub) {
        strbuf_addf(s, "%*sdef %s(%s) -> %s:%s\n", indent, "", fn->py,
                    fn_python_params(g, fn, true), fn_python_result(g, fn),
                    doc ? "" : " ...");
        doc_python(s, doc, indent + 4);
        return;
    }
    strbuf_addf(s, "%*s@c_native(\"%s\", [])\n", indent, "", fn->glue);
    strbuf_addf(s, "%*sdef %s(%s):\n", indent, "", fn->py,
                fn_python_params(g, fn, false));
    doc_python(s, doc, indent + 4);
    strbuf_addf(s, "%*spass\n", indent + 4, "");
}

static void add_class(gen_t *g, strbuf_t *s, const cclass_t *cls, bool stub)
{
    strbuf_adds(s, "\n\n");
    if (!stub) {
        strbuf_addf(s, "@c_native_class(\"zn_class_%s\")\n", cls->cname);
    }
    strbuf_addf(s, "class %s:\n", cls->py);
    const char *doc = doc_body(g, cls->doc);
    doc_python(s, doc, 4);
    bool empty = true;
    for (int i = 0; i < g->fns.len; i++) {
        if (g->fns.items[i]->cls == cls) {
            add_fn(g, s, g->fns.items[i], stub);
            empty = false;
        }
    }
    if (empty) {
        strbuf_adds(s, "    pass\n");
    }
}

static void add_classic(gen_t *g, strbuf_t *s, const classic_t *c, bool stub)
{
    const char *doc = doc_body(g, c->doc);
    if (stub) {
        strbuf_addf(s, "\n\ndef %s(%s) -> object:%s\n", c->name,
                    classic_python_params(g, c, true), doc ? "" : " ...");
        doc_python(s, doc, 4);
        return;
    }
    strbuf_addf(s, "\n\n@c_native(\"%s\", [])\ndef %s(%s):\n", c->name, c->name,
                classic_python_params(g, c, false));
    doc_python(s, doc, 4);
    strbuf_adds(s, "    pass\n");
}

static void add_module(gen_t *g, strbuf_t *s, bool stub)
{
    add_consts(g, s, stub);
    for (int i = 0; i < g->enums.len; i++) {
        add_enum(g, s, g->enums.items[i], stub);
    }
    for (int i = 0; i < g->classes.len; i++) {
        add_class(g, s, g->classes.items[i], stub);
    }
    for (int i = 0; i < g->fns.len; i++) {
        if (!g->fns.items[i]->cls) {
            add_fn(g, s, g->fns.items[i], stub);
        }
    }
    for (int i = 0; i < g->classics.len; i++) {
        if (g->classics.items[i]->exposed && g->classics.items[i]->known) {
            add_classic(g, s, g->classics.items[i], stub);
        }
    }
}

void write_python(gen_t *g, strbuf_t *s)
{
    add_header(g, s, "the module's Python side");
    add_module(g, s, false);
}

static bool uses_callable(const gen_t *g)
{
    for (int i = 0; i < g->fns.len; i++) {
        for (int k = 0; k < g->fns.items[i]->len; k++) {
            if (g->fns.items[i]->items[k].type == TYPE_CALLABLE) {
                return true;
            }
        }
    }
    return false;
}

void write_stub(gen_t *g, strbuf_t *s)
{
    add_header(g, s, "stub for editors and type checkers");
    if (uses_callable(g)) {
        strbuf_adds(s, "from typing import Callable\n");
    }
    add_module(g, s, true);
}
