/* SPDX-License-Identifier: MIT */
/*
 * main.c -- zvm-gen: the command line, and what is written where.
 *
 * Everything is generated in memory first. When anything was wrong, nothing is written;
 * a file that would be the same is left alone, with its time stamp, so that what
 * depends on it is not built again.
 */
#include "annot.h"
#include "check.h"
#include "file.h"
#include "lint.h"
#include "opts.h"
#include "read.h"
#include "write.h"

#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_GOOD = 0, EXIT_INPUT = 1, EXIT_USAGE = 2, EXIT_BUG = 70 };

typedef struct options {
    const char *glue, *out, *module, *target, *sdk, *std, *bound;
    bool json, strict, check;
    opt_list_t defines, undefines, includes, flags, allowed;
} options_t;

static const opt_row_t rows[] = {
    {"glue", 0, OPT_CHOICE, "format|inline",
     "how arguments are converted: smallest, or fastest (format)",
     offsetof(options_t, glue)},
    {"out", 'o', OPT_TEXT, "DIR", "where to write (.)", offsetof(options_t, out)},
    {"module", 'm', OPT_TEXT, "NAME",
     "name of the module, in place of C_NATIVE_MODULE's", offsetof(options_t, module)},
    {"target", 't', OPT_TEXT, "TRIPLE", "what the C is compiled for (this machine)",
     offsetof(options_t, target)},
    {"sdk", 0, OPT_TEXT, "DIR", "the SDK's include folder ($ZVM_SDK)",
     offsetof(options_t, sdk)},
    {"std", 0, OPT_TEXT, "NAME", "C standard (gnu11)", offsetof(options_t, std)},
    {"define", 'D', OPT_LIST, "NAME[=VALUE]", "define a macro",
     offsetof(options_t, defines)},
    {"undefine", 'U', OPT_LIST, "NAME", "undefine a macro",
     offsetof(options_t, undefines)},
    {"include", 'I', OPT_LIST, "DIR", "search for headers here",
     offsetof(options_t, includes)},
    {"cflag", 0, OPT_LIST, "FLAG", "another flag for the C front end, as -fshort-enums",
     offsetof(options_t, flags)},
    {"strict", 0, OPT_FLAG, NULL, "warnings about classic natives are errors",
     offsetof(options_t, strict)},
    {"allow", 0, OPT_LIST, "SLUG", "do not report this lint, as native-root",
     offsetof(options_t, allowed)},
    {"bound", 0, OPT_TEXT, "FILE", "a table of what Python declares, to be compared",
     offsetof(options_t, bound)},
    {"check", 0, OPT_FLAG, NULL, "look for mistakes only, write nothing",
     offsetof(options_t, check)},
    {"json", 0, OPT_FLAG, NULL, "diagnostics as JSON, one a line",
     offsetof(options_t, json)},
    {0},
};

static const opt_command_t command = {
    .name = "zvm-gen",
    .arguments = "FILE.c...",
    .summary =
        "from annotated C to glue, Python side, stub, reference page, symbol table",
    .rows = rows,
    .least = 1,
    .most = -1,
};

/* ---- the SDK ---- */

static bool is_sdk(const char *dir)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/zn_native.h", dir);
    return file_exists(path);
}

/* --sdk, $ZVM_SDK, then beside the executable: installed, or in the source tree. */
static const char *find_sdk(arena_t *a, const char *given)
{
    static const char *const places[] = {"../sdk/include",
                                         "../share/zvm-native/sdk/include",
                                         "../../sdk/include", "../../../sdk/include"};
    const char *dir = given ? given : getenv("ZVM_SDK");
    if (dir) {
        const char *inner = arena_printf(a, "%s/include", dir);
        return is_sdk(dir) ? dir : is_sdk(inner) ? inner : NULL;
    }
    char exe[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
    if (n <= 0) {
        return NULL;
    }
    exe[n] = 0;
    const char *folder = dirname(exe);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        dir = arena_printf(a, "%s/%s", folder, places[i]);
        if (is_sdk(dir)) {
            return dir;
        }
    }
    return NULL;
}

/* ---- flags of the C front end ---- */

typedef struct flags {
    arena_t *arena;
    const char **items;
    int len, cap;
} flags_t;

static void add_flag(flags_t *f, const char *prefix, const char *text)
{
    ARENA_PUSH(f->arena, f, (const char *)arena_printf(f->arena, "%s%s", prefix, text));
}

static void add_list(flags_t *f, const char *prefix, const opt_list_t *list)
{
    for (int i = 0; i < list->len; i++) {
        add_flag(f, prefix, list->items[i]);
    }
}

static void set_flags(gen_t *g, const options_t *o)
{
    /* A newer front end makes errors of these; classic drivers have them (native.md).
     * The build says what matters. */
    static const char *const quiet[] = {"-w",
                                        "-Wno-implicit-function-declaration",
                                        "-Wno-int-conversion",
                                        "-Wno-incompatible-pointer-types",
                                        "-Wno-incompatible-function-pointer-types",
                                        "-Wno-implicit-int",
                                        "-Wno-return-type"};
    flags_t f = {.arena = g->arena};
    add_flag(&f, "-D", "ZN_GEN");
    add_flag(&f, "-ferror-limit=", "50");
    if (o->target) {
        add_flag(&f, "--target=", o->target);
    }
    if (o->target && (strstr(o->target, "none") || strstr(o->target, "-elf"))) {
        add_flag(&f, "-ffreestanding", "");
    }
    if (o->std) {
        add_flag(&f, "-std=", o->std);
    }
    for (size_t i = 0; i < sizeof quiet / sizeof quiet[0]; i++) {
        add_flag(&f, quiet[i], "");
    }
    add_list(&f, "-D", &o->defines);
    add_list(&f, "-U", &o->undefines);
    add_list(&f, "-I", &o->includes);
    add_list(&f, "", &o->flags);
    add_flag(&f, "-I", g->sdk);
    add_flag(&f, "-isystem", "");
    add_flag(&f, g->sdk, "/freestanding");
    g->clang_args = f.items;
    g->nclang_args = f.len;
}

/* ---- output ---- */

static const struct output {
    const char *suffix;
    void (*write)(gen_t *g, strbuf_t *s);
} outputs[] = {
    {"_glue.c", write_glue}, {".symbols.json", write_json}, {".py", write_python},
    {".pyi", write_stub},    {".md", write_markdown},       {"_fuzz.c", write_fuzz},
};

static bool write_outputs(gen_t *g)
{
    bool ok = file_mkdirs(g->out_dir);
    for (size_t i = 0; i < sizeof outputs / sizeof outputs[0] && ok; i++) {
        strbuf_t s;
        strbuf_init(&s);
        outputs[i].write(g, &s);
        const char *path =
            arena_printf(g->arena, "%s/%s%s", g->out_dir, g->module, outputs[i].suffix);
        bool changed;
        ok = file_write_if_changed(path, s.data, s.len, &changed);
        strbuf_free(&s);
    }
    return ok;
}

/* Without C_NATIVE_MODULE and --module: the first source's name. */
static bool name_module(gen_t *g)
{
    if (!g->module) {
        const char *slash = strrchr(g->sources[0], '/');
        const char *base = slash ? slash + 1 : g->sources[0];
        g->module = arena_strndup(g->arena, base, strcspn(base, "."));
    }
    if (!annot_is_python_name(g->module)) {
        diag_error(&(diag_pos_t){.file = g->sources[0]}, DIAG_native_name,
                   "add C_NATIVE_MODULE(name); or --module NAME",
                   "'%s' is not a name that Python can import", g->module);
        return false;
    }
    return true;
}

static int run(arena_t *a, const options_t *o, const opt_list_t *sources)
{
    gen_t g = {.arena = a,
               .module = o->module,
               .version = "0.0.0",
               .out_dir = o->out ? o->out : ".",
               .target = o->target,
               .sources = sources->items,
               .nsources = sources->len,
               .inline_glue = o->glue && strcmp(o->glue, "inline") == 0,
               .strict = o->strict,
               .bound = o->bound != NULL,
               .allowed = o->allowed.items,
               .nallowed = o->allowed.len};
    g.sdk = find_sdk(a, o->sdk);
    if (!g.sdk) {
        diag_error(NULL, DIAG_file_read, "give --sdk DIR or set ZVM_SDK",
                   "the SDK's headers (zn_native.h) are not found");
        return EXIT_INPUT;
    }
    set_flags(&g, o);
    bool ok = lint_check_allowed(&g) && read_sources(&g) && name_module(&g) && check_module(&g);
    if (ok && o->bound) {
        lint_bound(&g, o->bound);
    }
    ok = ok && diag_errors() == 0 && (o->check || write_outputs(&g));
    return ok ? EXIT_GOOD : EXIT_INPUT;
}

int main(int argc, char **argv)
{
    arena_t *a = arena_new();
    options_t o = {0};
    opt_list_t sources = {0};
    diag_set_program("zvm-gen");
    opts_result_t parsed = opts_parse(a, &command, argc, argv, &o, &sources);
    diag_set_json(o.json);
    int status = parsed == OPTS_HELP  ? EXIT_GOOD
                 : parsed == OPTS_BAD ? EXIT_USAGE
                                      : run(a, &o, &sources);
    arena_free(a);
    return status;
}
