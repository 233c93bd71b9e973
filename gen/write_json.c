/* SPDX-License-Identifier: MIT */
/* write_json.c -- NAME.symbols.json: the module's natives, classes, enums and constants
 * for the other tools. */
#include "write.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

static cJSON *add_array(cJSON *to, const char *name)
{
    return cJSON_AddArrayToObject(to, name);
}

static cJSON *add_object(cJSON *array)
{
    cJSON *o = cJSON_CreateObject();
    cJSON_AddItemToArray(array, o);
    return o;
}

static void add_text(cJSON *o, const char *name, const char *text)
{
    if (text) {
        cJSON_AddStringToObject(o, name, text);
    }
}

static void add_place(cJSON *o, const diag_pos_t *pos)
{
    add_text(o, "file", pos->file);
    cJSON_AddNumberToObject(o, "line", pos->line);
}

static void add_param(gen_t *g, cJSON *params, const param_t *p)
{
    cJSON *o = add_object(params);
    add_text(o, "name", p->name);
    add_text(o, "type", param_python_type(g, p));
    add_text(o, "enum", p->en ? p->en->py : NULL);
    if (p->def.text) {
        add_text(o, "default", value_python(g, &p->def.value));
    }
    if (p->low.text) {
        add_text(o, "low", value_python(g, &p->low.value));
        add_text(o, "high", value_python(g, &p->high.value));
    }
    if (p->kwonly) {
        cJSON_AddTrueToObject(o, "kwonly");
    }
}

static void add_typed(gen_t *g, cJSON *o, const fn_t *fn)
{
    add_text(o, "function", fn->cname);
    add_text(o, "python", fn->qualname);
    add_text(o, "class", fn->cls ? fn->cls->py : NULL);
    add_place(o, &fn->pos);
    cJSON *params = add_array(o, "parameters");
    for (int i = 0; i < fn->len; i++) {
        if (param_is_python(fn, i)) {
            add_param(g, params, &fn->items[i]);
        }
    }
    add_text(o, "result", fn_python_result(g, fn));
    cJSON_AddBoolToObject(o, "nogil", fn->nogil);
}

static void add_classic(cJSON *o, const classic_t *c)
{
    add_text(o, "function", c->name);
    add_text(o, "python", c->exposed && c->known ? c->name : NULL);
    add_place(o, &c->pos);
    if (!c->known) {
        return;
    }
    cJSON *params = add_array(o, "parameters");
    for (int i = 0; i < c->nparams; i++) {
        cJSON *p = add_object(params);
        add_text(p, "name", c->names[i]);
        add_text(p, "default", i < c->nrequired ? NULL : "None");
    }
}

static void add_natives(gen_t *g, cJSON *root)
{
    int n;
    native_row_t *rows = write_natives(g, &n);
    cJSON *natives = add_array(root, "natives");
    for (int i = 0; i < n; i++) {
        cJSON *o = add_object(natives);
        add_text(o, "symbol", rows[i].symbol);
        add_text(o, "kind", rows[i].fn ? "typed" : "classic");
        if (rows[i].fn) {
            add_typed(g, o, rows[i].fn);
        } else {
            add_classic(o, rows[i].classic);
        }
    }
}

static void add_types(gen_t *g, cJSON *root)
{
    cJSON *classes = add_array(root, "classes");
    for (int i = 0; i < g->classes.len; i++) {
        const cclass_t *c = g->classes.items[i];
        cJSON *o = add_object(classes);
        add_text(o, "symbol", arena_printf(g->arena, "zn_class_%s", c->cname));
        add_text(o, "python", c->py);
        add_text(o, "type", c->cname);
        cJSON_AddNumberToObject(o, "size", c->size);
    }
    cJSON *enums = add_array(root, "enums");
    for (int i = 0; i < g->enums.len; i++) {
        const cenum_t *en = g->enums.items[i];
        cJSON *o = add_object(enums);
        add_text(o, "python", en->py);
        cJSON *members = cJSON_AddObjectToObject(o, "members");
        for (int k = 0; k < en->len; k++) {
            cJSON_AddNumberToObject(members, en->items[k].name,
                                    (double)en->items[k].value);
        }
    }
    cJSON *consts = cJSON_AddObjectToObject(root, "constants");
    for (int i = 0; i < g->consts.len; i++) {
        const cconst_t *k = g->consts.items[i];
        add_text(consts, k->py, value_python(g, &k->expr.value));
    }
}

void write_json(gen_t *g, strbuf_t *s)
{
    cJSON *root = cJSON_CreateObject();
    add_text(root, "made",
             arena_printf(g->arena, "Made by zvm-gen from %s", write_origin(g)));
    add_text(root, "module", g->module);
    add_text(root, "version", g->version);
    add_text(root, "crc", arena_printf(g->arena, "%08x", write_signature_crc(g)));
    add_natives(g, root);
    add_types(g, root);
    char *text = cJSON_Print(root);
    strbuf_addf(s, "%s\n", text);
    free(text);
    cJSON_Delete(root);
}
