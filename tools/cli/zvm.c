/* SPDX-License-Identifier: MIT */
/*
 * zvm.c -- the host VM with its compiler: runs, compiles and disassembles Python
 * programs.
 */
#include "cli.h"
#include "diag.h"
#include "file.h"
#include "host.h"
#include "natives.h"
#include "path.h"
#include "sdk.h"
#include "zvm_options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Modules are looked for behind -I in the SDK. */
static compile_options_t compile_options(arena_t *a, const zvm_options_t *o)
{
    return (compile_options_t){
        .search = o->path.items,
        .nsearch = o->path.len,
        .sdk = sdk_root(a),
        .defines = o->defines.items,
        .ndefines = o->defines.len,
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

static bool load_image(arena_t *a, const zvm_options_t *o, const char *path,
                       program_t *out)
{
    opt_list_t folders = o->host.natives;
    char *data;
    ARENA_PUSH(a, &folders, path_dir(a, path));
    ARENA_PUSH(a, &folders, ".");
    natives_set_folders(folders.items, folders.len);
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
        return load_image(a, o, path, out);
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
    int status = host_run(a, &o->host, p.image, p.len, p.name, arguments, taken);
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
