/* SPDX-License-Identifier: MIT */
/* write_fuzz.c -- NAME_fuzz.c: a libFuzzer harness that calls every native of the
 * module with made-up values. */
#include "write.h"

#include <string.h>

static const char head[] =
    "#include \"zerynth.h\"\n"
    "#include \"zn_glue.h\"\n"
    "#include \"zn_fuzz.h\"\n\n"
    "#define MAX_ARGS 16\n\n"
    "typedef struct input {\n"
    "    const uint8_t *data;\n"
    "    size_t len;\n"
    "} input_t;\n\n"
    "static uint8_t take(input_t *in)\n"
    "{\n"
    "    if (in->len == 0) {\n"
    "        return 0;\n"
    "    }\n"
    "    in->len--;\n"
    "    return *in->data++;\n"
    "}\n\n"
    "static int64_t take_int(input_t *in)\n"
    "{\n"
    "    uint64_t value = 0;\n"
    "    for (int n = take(in) % 9; n > 0; n--) {\n"
    "        value = value << 8 | take(in);\n"
    "    }\n"
    "    return (int64_t)value;\n"
    "}\n\n"
    "static PObject *take_sequence(input_t *in, uint8_t type)\n"
    "{\n"
    "    size_t n = take(in);\n"
    "    n = n < in->len ? n : in->len;\n"
    "    PObject *o = zn_fuzz_sequence(type, in->data, n);\n"
    "    in->data += n;\n"
    "    in->len -= n;\n"
    "    return o;\n"
    "}\n\n"
    "static PObject *take_object(input_t *in)\n"
    "{\n"
    "    static const uint8_t sequences[] = {PSTRING, PBYTES, PBYTEARRAY, PSHORTS, "
    "PSHORTARRAY};\n"
    "    uint8_t kind = take(in);\n"
    "    switch (kind % 8) {\n"
    "    case 0:\n"
    "        return MAKE_NONE();\n"
    "    case 1:\n"
    "        return PBOOL_NEW(kind & 8);\n"
    "    case 2:\n"
    "        return zn_new_float((double)take_int(in) / 256);\n"
    "    case 3:\n"
    "    case 4:\n"
    "        return zn_new_int(take_int(in));\n"
    "    default:\n"
    "        return take_sequence(in, sequences[kind / 8 % sizeof sequences]);\n"
    "    }\n"
    "}\n\n";

static const char tail[] =
    "int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);\n"
    "int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)\n"
    "{\n"
    "    input_t in = {data, len};\n"
    "    zn_fuzz_start();\n"
    "    while (in.len > 0) {\n"
    "        const struct target *t = &targets[take(&in) %% (sizeof targets / sizeof "
    "targets[0])];\n"
    "        PObject *args[MAX_ARGS], *res = MAKE_NONE();\n"
    "        for (int i = 0; i < t->nargs; i++) {\n"
    "            args[i] = take_object(&in);\n"
    "            if (args[i] == NULL) {\n"
    "                return 0;\n"
    "            }\n"
    "        }\n"
    "        PObject *self = t->cls >= 0 ? "
    "zn_fuzz_instance(zvm_mod_%s.classes[t->cls]) : "
    "NULL;\n"
    "        (void)zvm_mod_%s.natives[t->native].fn(t->nargs, self, args, &res);\n"
    "    }\n"
    "    zn_fuzz_end();\n"
    "    return 0;\n"
    "}\n";

static int class_index(const gen_t *g, const cclass_t *cls)
{
    /* The module's table ascends by symbol. */
    int n = 0;
    for (int i = 0; i < g->classes.len; i++) {
        n += strcmp(g->classes.items[i]->cname, cls->cname) < 0;
    }
    return n;
}

void write_fuzz(gen_t *g, strbuf_t *s)
{
    int n, targets = 0;
    native_row_t *rows = write_natives(g, &n);
    strbuf_addf(
        s,
        "/* Made by zvm-gen from %s: fuzz harness for libFuzzer. Do not edit. */\n%s"
        "extern const zn_module_t zvm_mod_%s;\n\n"
        "/* Rows of the module's tables. */\n"
        "static const struct target {\n    int native, nargs, cls;\n"
        "} targets[] = {\n",
        write_origin(g), head, g->module);
    for (int i = 0; i < n; i++) {
        const fn_t *fn = rows[i].fn;
        int nargs = fn                       ? fn->npy
                    : rows[i].classic->known ? rows[i].classic->nparams
                                             : -1;
        if (nargs >= 0 && nargs <= 16) {
            strbuf_addf(s, "    {%d, %d, %d}, /* %s */\n", i, nargs,
                        fn && fn->cls ? class_index(g, fn->cls) : -1,
                        fn ? fn->qualname : rows[i].symbol);
            targets++;
        }
    }
    if (targets == 0) {
        strbuf_clear(s);
        strbuf_addf(s, "/* Made by zvm-gen from %s: no native to call. */\n",
                    write_origin(g));
        return;
    }
    strbuf_adds(s, "};\n\n");
    strbuf_addf(s, tail, g->module, g->module);
}
