/* SPDX-License-Identifier: MIT */
/*
 * build.c -- runs the generator, the compiler and the linker, when there is something
 * to do.
 */
#include "build.h"

#include "diag.h"
#include "file.h"
#include "link.h"
#include "path.h"
#include "proc.h"
#include "sdk.h"
#include "stamp.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const opt_row_t build_rows[] = {
    {"board", 'b', OPT_TEXT, "NAME", "what to build for (default: host)",
     offsetof(build_options_t, board)},
    {"glue", 0, OPT_CHOICE, "format|inline",
     "smallest or fastest glue (default: format)", offsetof(build_options_t, glue)},
    {"name", 0, OPT_TEXT, "NAME", "name of the Python module",
     offsetof(build_options_t, name)},
    {"define", 'D', OPT_LIST, "NAME[=VALUE]", "define a macro for all sources",
     offsetof(build_options_t, defines)},
    {"include", 'I', OPT_LIST, "DIR", "look for headers there",
     offsetof(build_options_t, includes)},
    {"strict", 0, OPT_FLAG, NULL, "warnings about classic natives are errors",
     offsetof(build_options_t, strict)},
    {"allow", 0, OPT_LIST, "SLUG", "do not report this lint, as native-result",
     offsetof(build_options_t, allowed)},
    {"force", 'f', OPT_FLAG, NULL, "build although nothing has changed",
     offsetof(build_options_t, force)},
    {"jobs", 'j', OPT_COUNT, "N", "compilers at a time (default: one a processor)",
     offsetof(build_options_t, jobs)},
    {"launcher", 0, OPT_TEXT, "PROGRAM",
     "put in front of every compile: ccache, distcc",
     offsetof(build_options_t, launcher)},
    {0},
};

static const char *const compile_flags[] = {
    "-pipe",
    "-O2",
    "-g",
    "-fPIC",
    "-ffunction-sections",
    "-fdata-sections",
    "-fno-common",
    "-fno-stack-protector",
    "-Wall",
};

/*
 * What a build makes: in NAME/obj/ first, and moved to NAME/ when all of it is there,
 * so that a failure leaves the old module as it was. The table of symbols is checked
 * against the image when the program starts.
 */
static const char *const products[] = {".so",  ".zno", ".py",
                                       ".pyi", ".md",  ".symbols.json"};

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

typedef struct build {
    arena_t *a;
    const build_options_t *o;
    const char *name, *folder; /* folder: ROOT/build/BOARD/NAME */
    const char *work;          /* folder/obj */
    const char *const *sources;
    int nsources;
    const char *compiler, *generator; /* full paths */
    link_object_t *objects;           /* one a source, then the glue's */
    stamp_t stamp;
} build_t;

/* The word behind `C_NATIVE_MODULE(` at the start of a line. */
static const char *annotated_name(arena_t *a, const char *text)
{
    static const char macro[] = "C_NATIVE_MODULE";
    for (const char *at = text; (at = strstr(at, macro)); at++) {
        const char *word = at + strlen(macro);
        if (at != text && at[-1] != '\n') {
            continue;
        }
        word += strspn(word, " \t(");
        size_t len = 0;
        while (isalnum((unsigned char)word[len]) || word[len] == '_') {
            len++;
        }
        return arena_strndup(a, word, len);
    }
    return NULL;
}

const char *build_module_name(arena_t *a, const char *source)
{
    char *text;
    size_t len;
    if (!file_read(a, source, &text, &len)) {
        return NULL;
    }
    const char *name = annotated_name(a, text);
    return name ? name : path_stem(a, source);
}

static const char *output(build_t *b, const char *suffix)
{
    return arena_printf(b->a, "%s/%s%s", b->folder, b->name, suffix);
}

static const char *work(build_t *b, const char *suffix)
{
    return arena_printf(b->a, "%s/%s%s", b->work, b->name, suffix);
}

/* Everything that changes the result and is no file. */
static uint64_t hash_options(build_t *b)
{
    const build_options_t *o = b->o;
    strbuf_t s;
    strbuf_init(&s);
    strbuf_addf(&s, "%s|%s|%s|%d|%s", ZVM_VERSION, o->glue ? o->glue : "format",
                b->name, o->strict, o->launcher ? o->launcher : "");
    for (int i = 0; i < COUNT(compile_flags); i++) {
        strbuf_addf(&s, "|%s", compile_flags[i]);
    }
    for (int i = 0; i < o->defines.len; i++) {
        strbuf_addf(&s, "|D%s", o->defines.items[i]);
    }
    for (int i = 0; i < o->includes.len; i++) {
        strbuf_addf(&s, "|I%s", o->includes.items[i]);
    }
    for (int i = 0; i < o->allowed.len; i++) {
        strbuf_addf(&s, "|A%s", o->allowed.items[i]);
    }
    for (int i = 0; i < b->nsources; i++) {
        strbuf_addf(&s, "|S%s", b->sources[i]);
    }
    uint64_t hash = file_hash(s.data, s.len);
    strbuf_free(&s);
    return hash;
}

static void add_search(build_t *b, proc_args_t *args)
{
    for (int i = 0; i < b->o->defines.len; i++) {
        proc_add(b->a, args, arena_printf(b->a, "-D%s", b->o->defines.items[i]));
    }
    for (int i = 0; i < b->o->includes.len; i++) {
        proc_add(b->a, args, arena_printf(b->a, "-I%s", b->o->includes.items[i]));
    }
}

static proc_t generate(build_t *b)
{
    const build_options_t *o = b->o;
    proc_args_t args = {0};
    proc_add(b->a, &args, b->generator);
    proc_add(b->a, &args,
             arena_printf(b->a, "--glue=%s", o->glue ? o->glue : "format"));
    proc_add(b->a, &args, "--out");
    proc_add(b->a, &args, b->work);
    proc_add(b->a, &args, "--module");
    proc_add(b->a, &args, b->name);
    proc_add(b->a, &args, "--sdk");
    proc_add(b->a, &args, sdk_path(b->a, "sdk/include"));
    if (o->strict) {
        proc_add(b->a, &args, "--strict");
    }
    for (int i = 0; i < o->allowed.len; i++) {
        proc_add(b->a, &args, "--allow");
        proc_add(b->a, &args, o->allowed.items[i]);
    }
    if (o->common.json) {
        proc_add(b->a, &args, "--json");
    }
    add_search(b, &args);
    for (int i = 0; i < b->nsources; i++) {
        proc_add(b->a, &args, b->sources[i]);
    }
    return (proc_t){.argv = proc_argv(b->a, &args)};
}

static bool is_cplusplus(const char *source)
{
    const char *dot = strrchr(source, '.');
    return dot && (strcmp(dot, ".cpp") == 0 || strcmp(dot, ".cc") == 0 ||
                   strcmp(dot, ".cxx") == 0);
}

/* The compiler writes OBJECT.PID.tmp. */
static proc_t compile(build_t *b, const char *source, const char *object)
{
    proc_args_t args = {0};
    if (b->o->launcher) {
        proc_add(b->a, &args, b->o->launcher);
    }
    proc_add(b->a, &args, b->compiler);
    for (int i = 0; i < COUNT(compile_flags); i++) {
        proc_add(b->a, &args, compile_flags[i]);
    }
    proc_add(b->a, &args, is_cplusplus(source) ? "-std=gnu++17" : "-std=gnu11");
    add_search(b, &args);
    proc_add(b->a, &args, "-I");
    proc_add(b->a, &args, sdk_path(b->a, "sdk/include"));
    proc_add(b->a, &args, "-MD");
    proc_add(b->a, &args, "-MF");
    proc_add(b->a, &args, arena_printf(b->a, "%s.d", object));
    proc_add(b->a, &args, "-c");
    proc_add(b->a, &args, source);
    proc_add(b->a, &args, "-o");
    const char *out = arena_printf(b->a, "%s.%ld.tmp", object, (long)getpid());
    proc_add(b->a, &args, out);
    return (proc_t){.argv = proc_argv(b->a, &args), .output = out};
}

/* Beside an object that was not made it would be a half-written output. */
static void remove_depfile(build_t *b, const char *object)
{
    if (!b->o->common.dry_run) {
        unlink(arena_printf(b->a, "%s.d", object));
    }
}

static bool accept_object(build_t *b, const proc_t *p, const char *source,
                          const char *object)
{
    if (*p->text && !b->o->common.quiet) {
        fputs(p->text, stderr);
    }
    if (p->status != 0) {
        if (p->status > 0) {
            diag_error(&(diag_pos_t){.file = source}, DIAG_compile, NULL,
                       "the C compiler refuses it");
        }
        remove_depfile(b, object);
        return false;
    }
    if (!b->o->common.dry_run && rename(p->output, object) < 0) {
        diag_error(NULL, DIAG_file_write, NULL, "cannot write '%s': %s", object,
                   strerror(errno));
        return false;
    }
    return true;
}

static int job_count(const build_options_t *o)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return o->jobs ? o->jobs : processors > 0 ? (int)processors : 1;
}

/*
 * The generator and the compiler see the same source, so both run at once; the glue
 * follows as soon as it is written. What is wrong with the source is told by the
 * generator; the compiler is heard only when the generator is content.
 */
static bool generate_and_compile(build_t *b)
{
    int nobjects = b->nsources + 1;
    proc_t *procs = ARENA_ARRAY(b->a, proc_t, nobjects + 1), *compiles = procs + 1;
    procs[0] = generate(b);
    for (int i = 0; i < nobjects; i++) {
        compiles[i] = compile(b, b->objects[i].source, b->objects[i].path);
    }
    compiles[b->nsources].after = &procs[0];
    proc_run(b->a, procs, nobjects + 1, job_count(b->o));
    fputs(procs[0].text, b->o->common.json ? stdout : stderr);
    if (procs[0].status != 0) {
        if (procs[0].status > 2) {
            diag_error(NULL, DIAG_compile, NULL, "'%s' failed with status %d",
                       procs[0].argv[0], procs[0].status);
        }
        for (int i = 0; i < nobjects; i++) {
            unlink(compiles[i].output);
            remove_depfile(b, b->objects[i].path);
        }
        return false;
    }
    bool good = true;
    for (int i = 0; i < nobjects; i++) {
        if (compiles[i].text) { /* else not started, because one before it failed */
            good &= accept_object(b, &compiles[i], b->objects[i].source,
                                  b->objects[i].path);
        }
    }
    return good;
}

static void plan_objects(build_t *b)
{
    b->objects = ARENA_ARRAY(b->a, link_object_t, b->nsources + 1);
    for (int i = 0; i < b->nsources; i++) {
        /* two sources of one name in two folders must not share an object */
        const char *object = arena_printf(b->a, "%s/%d-%s.o", b->work, i,
                                          path_stem(b->a, b->sources[i]));
        b->objects[i] = (link_object_t){object, b->sources[i]};
    }
    b->objects[b->nsources] = (link_object_t){work(b, "_glue.o"), work(b, "_glue.c")};
}

/* Everything that is known before the build; headers come behind it. */
static void start_stamp(build_t *b)
{
    const char *const tools[] = {b->compiler, b->generator,
                                 path_find_command(b->a, "ld"),
                                 path_find_command(b->a, "objcopy")};
    for (int i = 0; i < COUNT(tools); i++) {
        if (tools[i]) {
            stamp_add(&b->stamp, tools[i]);
        }
    }
    for (int i = 0; i < b->nsources; i++) {
        stamp_add(&b->stamp, b->sources[i]);
    }
    stamp_start(&b->stamp);
}

static bool write_stamp(build_t *b)
{
    for (int i = 0; i <= b->nsources; i++) {
        stamp_add_depfile(&b->stamp, arena_printf(b->a, "%s.d", b->objects[i].path));
    }
    for (int i = 0; i < COUNT(products); i++) {
        stamp_add(&b->stamp, output(b, products[i]));
    }
    return stamp_write(&b->stamp, output(b, ".stamp"), b->folder);
}

static bool publish(build_t *b)
{
    for (int i = 0; i < COUNT(products); i++) {
        const char *path = output(b, products[i]);
        if (rename(work(b, products[i]), path) < 0) {
            diag_error(NULL, DIAG_file_write, NULL, "cannot write '%s': %s", path,
                       strerror(errno));
            return false;
        }
    }
    return true;
}

static bool find_tools(build_t *b)
{
    b->generator = sdk_program(b->a, "zvm-gen");
    b->compiler = path_find_command(b->a, "gcc");
    if (!b->compiler) {
        diag_error(NULL, DIAG_tool_missing,
                   "'zvm-native doctor' says which packages are missing",
                   "there is no 'gcc'");
    }
    return b->compiler != NULL;
}

static bool make(build_t *b, objfile_sizes_t *sizes)
{
    bool dry = b->o->common.dry_run;
    link_job_t job = {b->name, b->objects, b->nsources + 1, work(b, ".zno"),
                      work(b, ".so")};
    if (!find_tools(b) || (!dry && !file_mkdirs(b->work))) {
        return false;
    }
    start_stamp(b);
    return generate_and_compile(b) && link_module(b->a, &job, sizes) &&
           (dry || (publish(b) && write_stamp(b)));
}

static bool check_name(const char *name, const char *source)
{
    if (path_is_module_name(name)) {
        return true;
    }
    diag_error(&(diag_pos_t){.file = source}, DIAG_module_name,
               "give another one with --name, or with C_NATIVE_MODULE(name)",
               "'%s' cannot be the name of a Python module", name);
    return false;
}

bool build_module(arena_t *a, const build_options_t *o, const char *root,
                  const char *const *sources, int nsources, build_result_t *out)
{
    const char *name = o->name ? o->name : build_module_name(a, sources[0]);
    if (!name || !check_name(name, sources[0]) || !sdk_check_board(a, o->board)) {
        return false;
    }
    for (int i = 1; i < nsources; i++) {
        char *text;
        size_t len;
        if (!file_read(a, sources[i], &text, &len)) {
            return false;
        }
    }
    build_t b = {
        .a = a, .o = o, .name = name, .sources = sources, .nsources = nsources};
    b.folder = path_join(
        a, root, arena_printf(a, "build/%s/%s", o->board ? o->board : "host", name));
    b.work = path_join(a, b.folder, "obj");
    *out = (build_result_t){.name = name, .folder = b.folder, .so = output(&b, ".so")};
    uint64_t options = hash_options(&b);
    plan_objects(&b);
    if (!o->force && stamp_is_fresh(a, output(&b, ".stamp"), options)) {
        out->fresh = true;
        return true;
    }
    stamp_init(&b.stamp, a, options);
    return make(&b, &out->sizes);
}

static unsigned long long size_of(const char *path)
{
    FILE *f = fopen(path, "rb");
    long size = f && fseek(f, 0, SEEK_END) == 0 ? ftell(f) : 0;
    if (f) {
        fclose(f);
    }
    return size > 0 ? (unsigned long long)size : 0;
}

static void report_json(FILE *to, const build_result_t *r)
{
    fprintf(to,
            "{\"module\":\"%s\",\"fresh\":%s,\"output\":\"%s\",\"text\":%llu,"
            "\"data\":%llu,\"bss\":%llu}\n",
            r->name, r->fresh ? "true" : "false", r->so,
            (unsigned long long)r->sizes.text, (unsigned long long)r->sizes.data,
            (unsigned long long)r->sizes.bss);
}

void build_report(FILE *to, const build_options_t *o, const char *const *sources,
                  int nsources, const build_result_t *r)
{
    if (o->common.json) {
        report_json(to, r);
        return;
    }
    if (o->common.quiet || o->common.dry_run) {
        return;
    }
    if (r->fresh) {
        fprintf(to, "%s: nothing to do\n", r->name);
        return;
    }
    for (int i = 0; i < nsources; i++) {
        fprintf(to, "in   %s, %llu bytes\n", sources[i], size_of(sources[i]));
    }
    fprintf(to, "out  %s, text %llu, data %llu, bss %llu bytes\n", r->so,
            (unsigned long long)r->sizes.text, (unsigned long long)r->sizes.data,
            (unsigned long long)r->sizes.bss);
    fprintf(to, "     %s/%s.py, .pyi, .md\n", r->folder, r->name);
}
