/* SPDX-License-Identifier: MIT */
/*
 * zvm.c -- the host VM with its compiler: runs, compiles and disassembles Python
 * programs.
 */
#include "cli.h"
#include "diag.h"
#include "file.h"
#include "natives.h"
#include "path.h"
#include "sdk.h"
#include "vm.h"
#include "vosal.h"
#include "zvm_options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Below 2^30: classic drivers put pointers into 32 bits and into Python integers. */
#define HEAP_ADDRESS ((void *)0x10000000)
enum { HEAP_DEFAULT = 256 << 20, VIRTUAL_NS_PER_OP = 50 };

/* Modules are looked for behind -I in the SDK. */
static compile_options_t compile_options(arena_t *a, const zvm_options_t *o)
{
    return (compile_options_t){
        .search = o->path.items,
        .nsearch = o->path.len,
        .sdk = sdk_root(a),
        .word_bytes = o->word ? atoi(o->word) : 0,
        .strip = o->strip,
    };
}

/* What is to be run: an image, and the name that the program knows itself by. */
typedef struct program {
    void *image; /* of the arena, or compiled.data */
    size_t len;
    const char *name;
    strbuf_t compiled;
} program_t;

static bool compile_one(arena_t *a, const zvm_options_t *o, const char *path,
                        compile_result_t *r)
{
    compile_options_t options = compile_options(a, o);
    char *text;
    size_t len;
    if (o->text) {
        return compile_text(a, &options, "<string>", o->text, strlen(o->text), r);
    }
    if (strcmp(path, "-") == 0) {
        return file_read(a, "/dev/stdin", &text, &len) &&
               compile_text(a, &options, "<stdin>", text, len, r);
    }
    return compile_program(a, &options, path, r);
}

static bool is_image(const char *path)
{
    return strcmp(path_ext(path), ".zimg") == 0;
}

static bool load_image(arena_t *a, const char *path, program_t *out)
{
    const char **folders = ARENA_ARRAY(a, const char *, 2);
    char *data;
    folders[0] = path_dir(a, path);
    folders[1] = ".";
    natives_set_folders(folders, 2);
    if (!file_read(a, path, &data, &out->len)) {
        return false;
    }
    out->image = data;
    return true;
}

static bool get_program(arena_t *a, const zvm_options_t *o, const char *path,
                        program_t *out)
{
    compile_result_t r;
    strbuf_init(&out->compiled);
    out->name = o->text ? "-c" : path;
    if (!o->text && is_image(path)) {
        return load_image(a, path, out);
    }
    if (!compile_one(a, o, path, &r)) {
        return false;
    }
    natives_set_needs(r.needs, r.nneeds);
    out->compiled = r.image;
    out->image = r.image.data;
    out->len = r.image.len;
    return true;
}

static void free_program(program_t *p)
{
    strbuf_free(&p->compiled);
}

/* A block for the VM, at the usual low address when that is free. NULL: reported. */
static void *map_heap(size_t size)
{
    void *heap = mmap(HEAP_ADDRESS, size, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (heap == MAP_FAILED) {
        diag_error(NULL, DIAG_usage, "give less with --heap",
                   "cannot get %zu bytes for the heap: %s", size, strerror(errno));
        return NULL;
    }
    return heap;
}

static uint32_t number_of(const char *variable)
{
    const char *text = getenv(variable);
    return text ? (uint32_t)strtoul(text, NULL, 10) : 0;
}

/* The tests' (tests/lang/stress.py). */
static gc_switches_t switches_of_env(void)
{
    return (gc_switches_t){
        .stress = number_of("ZVM_GC_STRESS"),
        .oom_at = number_of("ZVM_OOM_AT"),
        .oom_every = number_of("ZVM_OOM_EVERY"),
    };
}

/* Says it when the allocation that was to fail was never asked for. */
static void report_switches(const gc_switches_t *s)
{
    uint32_t left = vm_oom_left();
    if (left && !s->oom_every) {
        fprintf(stderr, "zvm: ZVM_OOM_AT: only %u allocations\n", s->oom_at - left);
    }
}

static int run_program(const zvm_options_t *o, const program_t *p, int argc,
                       const char **argv)
{
    size_t size = o->heap ? o->heap : HEAP_DEFAULT;
    vm_config_t config = {
        .heap = map_heap(size),
        .heap_size = size,
        .verify = true,
        .virtual_time = o->time && strcmp(o->time, "virtual") == 0,
        .argc = argc,
        .argv = (char **)argv,
        .find_module = natives_find,
        .switches = switches_of_env(),
    };
    if (!config.heap) {
        return EXIT_INPUT;
    }
    if (config.virtual_time) {
        vos_set_virtual_time(VIRTUAL_NS_PER_OP);
    }
    if (!vm_start(&config)) {
        return EXIT_INPUT;
    }
    int status = vm_run_image(p->image, p->len);
    vm_end();
    report_switches(&config.switches);
    return status;
}

static int run(arena_t *a, const zvm_options_t *o, const opt_list_t *arguments)
{
    program_t p;
    if (o->version) {
        puts("zvm " ZVM_VERSION);
        return EXIT_GOOD;
    }
    int taken = o->text || !arguments->len ? 0 : 1;
    const char *path = taken ? arguments->items[0] : "-";
    if (!get_program(a, o, path, &p)) {
        return EXIT_INPUT;
    }
    const char **argv = ARENA_ARRAY(a, const char *, arguments->len + 2);
    argv[0] = p.name;
    for (int i = taken; i < arguments->len; i++) {
        argv[i - taken + 1] = arguments->items[i];
    }
    int status = run_program(o, &p, arguments->len - taken + 1, argv);
    free_program(&p);
    return status;
}

static int compile(arena_t *a, const zvm_options_t *o, const opt_list_t *arguments)
{
    const char *path = arguments->items[0];
    compile_result_t r;
    if (!compile_one(a, o, path, &r)) {
        return EXIT_INPUT;
    }
    const char *out = o->output ? o->output
                                : arena_printf(a, "%s/%s.zimg", path_dir(a, path),
                                               path_stem(a, path));
    bool good = file_write(out, r.image.data, r.image.len);
    strbuf_free(&r.image);
    return good ? EXIT_GOOD : EXIT_INPUT;
}

static int disasm(arena_t *a, const zvm_options_t *o, const opt_list_t *arguments)
{
    const char *path = arguments->items[0];
    program_t p;
    strbuf_t text;
    if (!get_program(a, o, path, &p)) {
        return EXIT_INPUT;
    }
    strbuf_init(&text);
    bool good = disasm_image(p.image, p.len, o->stats, &text);
    fwrite(text.data, 1, text.len, stdout);
    strbuf_free(&text);
    free_program(&p);
    return good ? EXIT_GOOD : EXIT_INPUT;
}

static int become_native(arena_t *a, char **argv)
{
    const char *program = sdk_program(a, "zvm-native");
    argv[1] = (char *)program;
    execv(program, argv + 1);
    diag_error(NULL, DIAG_tool_missing, NULL, "cannot start '%s': %s", program,
               strerror(errno));
    return EXIT_INPUT;
}

static const struct {
    const char *word; /* NULL: anything else */
    const opt_command_t *command;
    int (*run)(arena_t *a, const zvm_options_t *o, const opt_list_t *arguments);
} modes[] = {
    {"compile", &zvm_compile_command, compile},
    {"disasm", &zvm_disasm_command, disasm},
    {NULL, &zvm_run_command, run},
};

int main(int argc, char **argv)
{
    arena_t *a = arena_new();
    zvm_options_t options = {0};
    opt_list_t arguments = {0};
    int mode = 0;
    diag_set_program("zvm");
    if (argc > 1 && strcmp(argv[1], "native") == 0) {
        return become_native(a, argv);
    }
    while (modes[mode].word && (argc < 2 || strcmp(argv[1], modes[mode].word) != 0)) {
        mode++;
    }
    int skip = modes[mode].word != NULL;
    switch (opts_parse(a, modes[mode].command, argc - skip, argv + skip, &options,
                       &arguments)) {
    case OPTS_HELP:
        return EXIT_GOOD;
    case OPTS_BAD:
        return EXIT_USAGE;
    case OPTS_RUN:
        break;
    }
    int status = modes[mode].run(a, &options, &arguments);
    arena_free(a);
    return status;
}
