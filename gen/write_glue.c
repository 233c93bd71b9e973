/* SPDX-License-Identifier: MIT */
/*
 * write_glue.c -- NAME_glue.c: what it declares of the user's C, descriptors, classes
 * and the module table. The glue functions themselves are write_call.c's.
 */
#include "map.h"
#include "write_call.h"

#include <inttypes.h>
#include <string.h>

/* ---- what is declared of the user's C ---- */

static void add_assert(map_t *done, strbuf_t *s, const char *name, const char *ctype,
                       int size)
{
    bool created;
    *map_slot(done, ctype, strlen(ctype), &created) = (void *)done;
    if (created) {
        strbuf_addf(s, "ZN_STATIC_ASSERT(%s, sizeof(%s) == %d);\n", name, ctype, size);
    }
}

static int type_size(type_id_t type)
{
    static const int sizes[TYPE_COUNT] = {
        [TYPE_I8] = 1,    [TYPE_U8] = 1,    [TYPE_I16] = 2, [TYPE_U16] = 2,
        [TYPE_I32] = 4,   [TYPE_U32] = 4,   [TYPE_I64] = 8, [TYPE_U64] = 8,
        [TYPE_FLOAT] = 4, [TYPE_DOUBLE] = 8};
    return sizes[type];
}

static void add_type_assert(gen_t *g, map_t *done, strbuf_t *s, type_id_t type,
                            const char *ctype)
{
    size_t len = strlen(ctype);
    if (type_size(type) == 0) {
        return;
    }
    len -= len > 2 && strcmp(ctype + len - 2, " *") == 0 ? 2 : 0;
    char *name = arena_strndup(g->arena, ctype, len);
    const char *plain = arena_strdup(g->arena, name);
    for (char *c = name; *c; c++) {
        *c = *c == ' ' ? '_' : *c;
    }
    add_assert(done, s, arena_printf(g->arena, "%s_is_%d", name, type_size(type)),
               plain, type_size(type));
}

static void add_asserts(gen_t *g, strbuf_t *s)
{
    map_t done;
    map_init(&done, g->arena);
    add_assert(&done, s, arena_printf(g->arena, "pointer_is_%d", g->pointer_size),
               "void *", g->pointer_size);
    for (int i = 0; i < g->fns.len; i++) {
        const fn_t *fn = g->fns.items[i];
        add_type_assert(g, &done, s, fn->ret, fn->ret_ctype);
        for (int k = 0; k < fn->len; k++) {
            add_type_assert(g, &done, s, fn->items[k].type, fn->items[k].ctype);
        }
    }
}

static void add_prototype(strbuf_t *s, const fn_t *fn)
{
    write_declaration(s, fn->ret_ctype, fn->cname);
    strbuf_addc(s, '(');
    for (int i = 0; i < fn->len; i++) {
        strbuf_addf(s, "%s%s", i ? ", " : "", fn->items[i].ctype);
    }
    strbuf_adds(s, fn->len ? ");\n" : "void);\n");
}

static void add_declarations(gen_t *g, strbuf_t *s)
{
    for (int i = 0; i < g->classes.len; i++) {
        const cclass_t *c = g->classes.items[i];
        strbuf_addf(s, "typedef %s%s %s;\n", c->tag ? "" : "struct ",
                    c->tag ? c->tag : c->cname, c->cname);
    }
    for (int i = 0; i < g->classes.len; i++) {
        const cclass_t *c = g->classes.items[i];
        if (c->dealloc) {
            strbuf_addf(s, "void %s(%s *);\n", c->dealloc, c->cname);
        }
    }
    for (int i = 0; i < g->fns.len; i++) {
        add_prototype(s, g->fns.items[i]);
    }
    for (int i = 0; i < g->classics.len; i++) {
        strbuf_addf(
            s, "err_t %s(int nargs, PObject *self, PObject **args, PObject **res);\n",
            g->classics.items[i]->name);
    }
}

/* ---- classes ---- */

static uint32_t kept_offset(const gen_t *g, const cclass_t *c)
{
    uint32_t word = (uint32_t)g->pointer_size;
    return (c->size + word - 1) / word * word;
}

static void add_pointer_map(gen_t *g, strbuf_t *s, const cclass_t *c)
{
    if (c->pointers.len + c->nkept == 0) {
        return;
    }
    strbuf_addf(s, "static const uint16_t zn_class_%s_pointers[] = {", c->cname);
    for (int i = 0; i < c->pointers.len; i++) {
        strbuf_addf(s, "%s%" PRIu32, i ? ", " : "", c->pointers.items[i]);
    }
    for (int i = 0; i < c->nkept; i++) {
        strbuf_addf(s, "%s%" PRIu32, i + c->pointers.len ? ", " : "",
                    kept_offset(g, c) + (uint32_t)(i * g->pointer_size));
    }
    strbuf_adds(s, "};\n");
}

static void add_class(gen_t *g, strbuf_t *s, const cclass_t *c)
{
    int npointers = c->pointers.len + c->nkept;
    uint32_t size =
        c->nkept ? kept_offset(g, c) + (uint32_t)(c->nkept * g->pointer_size) : c->size;
    strbuf_adds(s, "\n");
    if (c->dealloc) {
        strbuf_addf(
            s,
            "static void zn_class_%s_dealloc(void *self)\n{\n    %s((%s *)self);\n"
            "}\n\n",
            c->cname, c->dealloc, c->cname);
    }
    add_pointer_map(g, s, c);
    strbuf_addf(s, "static const zn_class_t zn_class_%s = {\n", c->cname);
    strbuf_addf(s, "    .symbol = \"zn_class_%s\",\n    .name = \"%s\",\n", c->cname,
                c->py);
    if (c->dealloc) {
        strbuf_addf(s, "    .dealloc = zn_class_%s_dealloc,\n", c->cname);
    }
    if (npointers) {
        strbuf_addf(s, "    .pointers = zn_class_%s_pointers,\n    .npointers = %d,\n",
                    c->cname, npointers);
    }
    strbuf_addf(s, "    .size = %" PRIu32 ",\n};\n", size);
}

uint32_t write_kept_offset(const gen_t *g, const cclass_t *c, int index)
{
    return kept_offset(g, c) + (uint32_t)(index * g->pointer_size);
}

/* ---- descriptors ---- */

static const char *number(gen_t *g, const value_t *v)
{
    if (v->kind == VALUE_INT && v->i == INT64_MIN) {
        return "INT64_MIN";
    }
    const char *suffix =
        v->kind == VALUE_UINT                                             ? "ULL"
        : v->kind == VALUE_INT && (v->i > INT32_MAX || v->i < -INT32_MAX) ? "LL"
                                                                          : "";
    return arena_printf(g->arena, "%s%s", value_python(g, v), suffix);
}

static void add_range(gen_t *g, strbuf_t *s, const fn_t *fn, const param_t *p)
{
    if (!p->low.text) {
        return;
    }
    const char *ctype = type_rows[p->type].flags & TYPE_REAL ? "double"
                        : p->type == TYPE_U64                ? "uint64_t"
                                                             : "int64_t";
    strbuf_addf(s, "static const %s %s_%s_range[] = {%s, %s};\n", ctype, fn->glue,
                p->name, number(g, &p->low.value), number(g, &p->high.value));
}

static void add_param(gen_t *g, strbuf_t *s, const fn_t *fn, const param_t *p)
{
    const char *extra = p->low.text
                            ? arena_printf(g->arena, "%s_%s_range", fn->glue, p->name)
                        : p->cls ? arena_printf(g->arena, "&zn_class_%s", p->cls->cname)
                                 : "NULL";
    strbuf_addf(s, "    {\"%s\", %s, %s, %s},\n", p->name, type_rows[p->type].kind,
                p->nullable ? "ZN_PARAM_NULLABLE" : "0", extra);
}

static void add_descriptor(gen_t *g, strbuf_t *s, const fn_t *fn)
{
    for (int i = 0; i < fn->len; i++) {
        if (param_is_python(fn, i)) {
            add_range(g, s, fn, &fn->items[i]);
        }
    }
    if (fn->npy) {
        strbuf_addf(s, "static const zn_param_t %s_params[] = {\n", fn->glue);
        for (int i = 0; i < fn->len; i++) {
            if (param_is_python(fn, i)) {
                add_param(g, s, fn, &fn->items[i]);
            }
        }
        strbuf_adds(s, "};\n");
    }
    strbuf_addf(s, "static const zn_fn_t %s_fn = {\"%s\", %s%s, %s%s};\n", fn->glue,
                fn->qualname, fn->npy ? fn->glue : "NULL", fn->npy ? "_params" : "",
                fn->cls ? "&zn_class_" : "NULL", fn->cls ? fn->cls->cname : "");
}

/* The descriptor goes in front, when the function refers to it. */
static void add_fn(gen_t *g, strbuf_t *s, const fn_t *fn)
{
    strbuf_t body;
    strbuf_init(&body);
    write_call(g, &body, fn);
    strbuf_addf(s, "\n/* %s(%s) -> %s */\n", fn->qualname,
                fn_python_params(g, fn, true), fn_python_result(g, fn));
    if (strstr(body.data, arena_printf(g->arena, "&%s_fn", fn->glue))) {
        add_descriptor(g, s, fn);
    }
    strbuf_add(s, body.data, body.len);
    strbuf_free(&body);
}

/* ---- the module ---- */

static void add_natives(gen_t *g, strbuf_t *s, int *n)
{
    native_row_t *rows = write_natives(g, n);
    if (*n == 0) {
        return;
    }
    strbuf_addf(s, "\nstatic const zn_native_t zn_%s_natives[] = {\n", g->module);
    for (int i = 0; i < *n; i++) {
        strbuf_addf(s, "    {\"%s\", %s},\n", rows[i].symbol, rows[i].symbol);
    }
    strbuf_adds(s, "};\n");
}

static void add_class_table(gen_t *g, strbuf_t *s)
{
    if (g->classes.len == 0) {
        return;
    }
    const char **names = ARENA_ARRAY(g->arena, const char *, g->classes.len);
    for (int i = 0; i < g->classes.len; i++) {
        int at = i;
        for (; at > 0 && strcmp(names[at - 1], g->classes.items[i]->cname) > 0; at--) {
            names[at] = names[at - 1];
        }
        names[at] = g->classes.items[i]->cname;
    }
    strbuf_addf(s, "\nstatic const zn_class_t *const zn_%s_classes[] = {\n", g->module);
    for (int i = 0; i < g->classes.len; i++) {
        strbuf_addf(s, "    &zn_class_%s,\n", names[i]);
    }
    strbuf_adds(s, "};\n");
}

static const char module_text[] =
    "\n/* The linker's: the words of section zvm_roots. */\n"
    "extern PObject *__start_zvm_roots[] __attribute__((weak, "
    "visibility(\"hidden\")));\n"
    "extern PObject *__stop_zvm_roots[] __attribute__((weak, "
    "visibility(\"hidden\")));\n";

static void add_module(gen_t *g, strbuf_t *s)
{
    int n;
    add_natives(g, s, &n);
    add_class_table(g, s);
    strbuf_adds(s, module_text);
    strbuf_addf(
        s,
        "\nextern const zn_module_t zvm_mod_%s;\n"
        "const zn_module_t zvm_mod_%s __attribute__((section(\".zvm.mod\"), used)) = "
        "{\n    .abi_major = ZN_ABI_MAJOR,\n    .abi_minor = ZN_ABI_MINOR,\n"
        "    .name = \"%s\",\n    .version = \"%s\",\n    .crc = 0x%08" PRIX32 "u,\n",
        g->module, g->module, g->module, g->version, write_signature_crc(g));
    if (n) {
        strbuf_addf(s, "    .nnatives = %d,\n    .natives = zn_%s_natives,\n", n,
                    g->module);
    }
    if (g->classes.len) {
        strbuf_addf(s, "    .nclasses = %d,\n    .classes = zn_%s_classes,\n",
                    g->classes.len, g->module);
    }
    strbuf_adds(s,
                "    .roots = __start_zvm_roots,\n    .roots_end = __stop_zvm_roots,\n"
                "};\n");
}

/* Only results of `const char *` need it; without, the user's names cannot clash with
 * libc's. */
static bool uses_strlen(const gen_t *g)
{
    for (int i = 0; i < g->fns.len; i++) {
        const fn_t *fn = g->fns.items[i];
        bool found = fn->ret == TYPE_CSTR;
        for (int k = 0; k < fn->len; k++) {
            found = found || (fn->items[k].out && fn->items[k].type == TYPE_CSTR);
        }
        if (found) {
            return true;
        }
    }
    return false;
}

void write_glue(gen_t *g, strbuf_t *s)
{
    strbuf_addf(
        s,
        "/* Made by zvm-gen from %s: glue between Python and C. Do not edit. */\n"
        "#include \"zn_glue.h\"\n%s\n",
        write_origin(g), uses_strlen(g) ? "\n#include <string.h>\n" : "");
    add_asserts(g, s);
    strbuf_adds(s, "\n");
    add_declarations(g, s);
    for (int i = 0; i < g->classes.len; i++) {
        add_class(g, s, g->classes.items[i]);
    }
    for (int i = 0; i < g->fns.len; i++) {
        add_fn(g, s, g->fns.items[i]);
    }
    add_module(g, s);
}
