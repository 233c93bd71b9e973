/* SPDX-License-Identifier: MIT */
/* write_markdown.c -- the module's reference page. */
#include "write.h"

#include <string.h>

static void add_text(strbuf_t *s, const char *text)
{
    if (text && *text) {
        strbuf_addf(s, "\n%s\n", text);
    }
}

static const char *param_range(gen_t *g, const param_t *p)
{
    if (!p->low.text) {
        return "";
    }
    return arena_printf(g->arena, " %s..%s", value_python(g, &p->low.value),
                        value_python(g, &p->high.value));
}

static void add_param(gen_t *g, strbuf_t *s, const fn_t *fn, const param_t *p)
{
    const char *word = p->name;
    const char *text = doc_tag(g, fn->doc, "param", &word, 0);
    const char *type = p->en ? p->en->py : param_python_type(g, p);
    strbuf_addf(s, "| `%s` | %s%s | %s | %s |\n", p->name, type, param_range(g, p),
                p->def.text
                    ? arena_printf(g->arena, "`%s`", value_python(g, &p->def.value))
                    : "",
                text ? text : "");
}

static void add_params(gen_t *g, strbuf_t *s, const fn_t *fn)
{
    if (fn->npy == 0) {
        return;
    }
    strbuf_adds(s, "\n| parameter | type | default | |\n|---|---|---|---|\n");
    for (int i = 0; i < fn->len; i++) {
        if (param_is_python(fn, i)) {
            add_param(g, s, fn, &fn->items[i]);
        }
    }
}

static void add_results(gen_t *g, strbuf_t *s, const fn_t *fn)
{
    const char *text = doc_tag(g, fn->doc, "return", NULL, 0);
    text = text ? text : doc_tag(g, fn->doc, "returns", NULL, 0);
    if (text) {
        strbuf_addf(s, "\nReturns %s\n", text);
    }
    const char *separator = "\n";
    for (int i = 0;; i++) {
        const char *exc = NULL;
        const char *why = doc_tag(g, fn->doc, "raises", &exc, i);
        if (!why) {
            break;
        }
        strbuf_addf(s, "%s* raises `%s`%s%s\n", separator, exc, *why ? ": " : "", why);
        separator = "";
    }
    if (fn->nogil) {
        strbuf_adds(s, "\nOther Python threads run during the call.\n");
    }
}

static void add_fn(gen_t *g, strbuf_t *s, const fn_t *fn)
{
    strbuf_addf(s, "\n%s `%s(%s) -> %s`\n", fn->cls ? "###" : "##", fn->qualname,
                fn_python_params(g, fn, true), fn_python_result(g, fn));
    add_text(s, doc_body(g, fn->doc));
    add_params(g, s, fn);
    add_results(g, s, fn);
}

static void add_consts(gen_t *g, strbuf_t *s)
{
    if (g->consts.len == 0) {
        return;
    }
    strbuf_adds(s, "\n## Constants\n\n| name | value | |\n|---|---|---|\n");
    for (int i = 0; i < g->consts.len; i++) {
        const cconst_t *k = g->consts.items[i];
        const char *doc = doc_body(g, k->doc);
        strbuf_addf(s, "| `%s` | %s | %s |\n", k->py, value_python(g, &k->expr.value),
                    doc ? doc : "");
    }
}

static void add_enum(gen_t *g, strbuf_t *s, const cenum_t *en)
{
    strbuf_addf(s, "\n## enum `%s`\n", en->py);
    add_text(s, doc_body(g, en->doc));
    strbuf_adds(s, "\n| name | value |\n|---|---|\n");
    for (int i = 0; i < en->len; i++) {
        strbuf_addf(s, "| `%s.%s` | %lld |\n", en->py, en->items[i].name,
                    (long long)en->items[i].value);
    }
}

static void add_class(gen_t *g, strbuf_t *s, const cclass_t *cls)
{
    strbuf_addf(s, "\n## class `%s`\n", cls->py);
    add_text(s, doc_body(g, cls->doc));
    for (int i = 0; i < g->fns.len; i++) {
        if (g->fns.items[i]->cls == cls) {
            add_fn(g, s, g->fns.items[i]);
        }
    }
}

static void add_classic(gen_t *g, strbuf_t *s, const classic_t *c)
{
    strbuf_addf(s, "\n## `%s(%s)`\n", c->name, classic_python_params(g, c, false));
    add_text(s, doc_body(g, c->doc));
}

void write_markdown(gen_t *g, strbuf_t *s)
{
    strbuf_addf(s, "<!-- Made by zvm-gen from %s. Do not edit. -->\n# %s %s\n",
                write_origin(g), g->module, g->version);
    add_text(s, doc_body(g, g->doc));
    add_consts(g, s);
    for (int i = 0; i < g->enums.len; i++) {
        add_enum(g, s, g->enums.items[i]);
    }
    for (int i = 0; i < g->classes.len; i++) {
        add_class(g, s, g->classes.items[i]);
    }
    for (int i = 0; i < g->fns.len; i++) {
        if (!g->fns.items[i]->cls) {
            add_fn(g, s, g->fns.items[i]);
        }
    }
    for (int i = 0; i < g->classics.len; i++) {
        if (g->classics.items[i]->exposed && g->classics.items[i]->known) {
            add_classic(g, s, g->classics.items[i]);
        }
    }
}
