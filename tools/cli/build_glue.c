/* SPDX-License-Identifier: MIT */
/*
 * build_glue.c -- the table of natives that decorators declare, and whether C has them.
 */
#include "build_job.h"

#include "diag.h"
#include "file.h"
#include "map.h"
#include "strbuf.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

bool build_is_annotated(const char *text)
{
    static const char *const macros[] = {"C_NATIVE_FN", "C_NATIVE_METHOD",
                                         "C_NATIVE_CLASS"};
    for (size_t i = 0; i < sizeof macros / sizeof *macros; i++) {
        if (strstr(text, macros[i])) {
            return true;
        }
    }
    return false;
}

static bool is_identifier(const char *symbol)
{
    size_t len = 0;
    while (isalnum((unsigned char)symbol[len]) || symbol[len] == '_') {
        len++;
    }
    return len && !symbol[len] && !isdigit((unsigned char)*symbol);
}

static int by_symbol(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char **sorted_symbols(const build_job_t *b)
{
    int n = b->classic->natives.len;
    const char **symbols = ARENA_ARRAY(b->a, const char *, n + 1);
    for (int i = 0; i < n; i++) {
        symbols[i] = b->classic->natives.items[i]->symbol;
    }
    qsort(symbols, (size_t)n, sizeof *symbols, by_symbol);
    return symbols;
}

/* Under names of their own: the user's may be those of things that C knows. */
static void add_table(const build_job_t *b, strbuf_t *s)
{
    const char **symbols = sorted_symbols(b);
    int n = b->classic->natives.len;
    for (int i = 0; i < n; i++) {
        strbuf_addf(s,
                    "err_t native_%d(int nargs, PObject *self, PObject **args, "
                    "PObject **res) __asm__(\"%s\");\n",
                    i, symbols[i]);
    }
    strbuf_addf(s, "\nstatic const zn_native_t natives[] = {\n");
    for (int i = 0; i < n; i++) {
        strbuf_addf(s, "    {\"%s\", native_%d},\n", symbols[i], i);
    }
    strbuf_addf(s, "};\n");
}

/* What a module's signatures are, in one number: here its symbols, which is all that
 * Python does not check itself. */
static unsigned signature(const build_job_t *b)
{
    strbuf_t s;
    strbuf_init(&s);
    for (int i = 0; i < b->classic->natives.len; i++) {
        strbuf_addf(&s, "%s\n", b->classic->natives.items[i]->symbol);
    }
    unsigned hash = (unsigned)file_hash(s.data, s.len);
    strbuf_free(&s);
    return hash;
}

static void add_module(const build_job_t *b, strbuf_t *s)
{
    strbuf_addf(
        s,
        "\n/* The linker's: the words of section zvm_roots. */\n"
        "extern PObject *__start_zvm_roots[] __attribute__((weak, "
        "visibility(\"hidden\")));\n"
        "extern PObject *__stop_zvm_roots[] __attribute__((weak, "
        "visibility(\"hidden\")));\n\n"
        "extern const zn_module_t zvm_mod_%s;\n"
        "const zn_module_t zvm_mod_%s __attribute__((section(\".zvm.mod\"), used)) = "
        "{\n    .abi_major = ZN_ABI_MAJOR,\n    .abi_minor = ZN_ABI_MINOR,\n"
        "    .name = \"%s\",\n    .version = \"0.0.0\",\n    .crc = 0x%08Xu,\n"
        "    .nnatives = %d,\n    .natives = natives,\n"
        "    .roots = __start_zvm_roots,\n    .roots_end = __stop_zvm_roots,\n};\n",
        b->name, b->name, b->name, signature(b), b->classic->natives.len);
}

bool build_write_glue(const build_job_t *b)
{
    strbuf_t s;
    bool changed;
    for (int i = 0; i < b->classic->natives.len; i++) {
        const compile_native_t *n = b->classic->natives.items[i];
        if (!is_identifier(n->symbol)) {
            diag_error(&n->pos, DIAG_native_decl, NULL, "'%s' is no name of a C function",
                       n->symbol);
            return false;
        }
    }
    strbuf_init(&s);
    strbuf_addf(&s,
                "/* Made by zvm-native from the decorators of the program '%s'. Do not "
                "edit. */\n#include \"zn_glue.h\"\n\n",
                b->name);
    add_table(b, &s);
    add_module(b, &s);
    bool good =
        file_write_if_changed(build_work(b, "_glue.c"), s.data, s.len, &changed);
    strbuf_free(&s);
    return good;
}

const char *build_write_bound(const build_job_t *b)
{
    const char *path = build_work(b, "_bound.tsv");
    strbuf_t s;
    bool changed;
    if (b->classic->objects.len) {
        return NULL; /* what they define has no source */
    }
    strbuf_init(&s);
    for (int i = 0; i < b->classic->natives.len; i++) {
        const compile_native_t *n = b->classic->natives.items[i];
        strbuf_addf(&s, "%s\t%d\t%d\t%d\t%s\t%d\n", n->symbol, n->nparams,
                    n->nrequired, n->varargs, n->pos.file, n->pos.line);
    }
    bool good = file_write_if_changed(path, s.data, s.len, &changed);
    strbuf_free(&s);
    return good ? path : NULL;
}

/* ---- are they there? ---- */

/* Generated glue has natives of its own, which nobody else sees. */
static bool collect(const build_job_t *b, map_t *defined)
{
    for (int i = 0; i < b->nunits + b->classic->objects.len; i++) {
        bool glue = i == b->nunits - 1;
        objfile_t f;
        if (!objfile_read(b->a,
                          i < b->nunits ? b->units[i].object
                                        : b->classic->objects.items[i - b->nunits],
                          &f)) {
            return false;
        }
        for (int k = 0; k < f.symbols.len; k++) {
            const objfile_symbol_t *s = &f.symbols.items[k];
            if (s->defined && (s->global || (glue && b->generated))) {
                map_set(defined, arena_strdup(b->a, s->name), b->a);
            }
        }
    }
    return true;
}

static void report(const build_job_t *b, const compile_native_t *n,
                   const map_t *defined)
{
    const char **names = ARENA_ARRAY(b->a, const char *, defined->count + 1);
    for (int i = 0; i < defined->count; i++) {
        names[i] = defined->entries[i].key;
    }
    const char *nearest = diag_nearest(n->symbol, names, defined->count);
    diag_error(&n->pos, DIAG_native_undefined,
               nearest ? arena_printf(b->a, "did you mean '%s'?", nearest)
               : b->classic->sources.len
                   ? "name its C file in the decorator's list"
                   : "no decorator of the program names a C file",
               "no C file defines the native '%s'", n->symbol);
}

bool build_check_natives(const build_job_t *b)
{
    map_t defined;
    bool good = true;
    map_init(&defined, b->a);
    if (!collect(b, &defined)) {
        return false;
    }
    for (int i = 0; i < b->classic->natives.len; i++) {
        const compile_native_t *n = b->classic->natives.items[i];
        if (!map_get(&defined, n->symbol)) {
            report(b, n, &defined);
            good = false;
        }
    }
    return good;
}
