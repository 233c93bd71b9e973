/* SPDX-License-Identifier: MIT */
/*
 * build.c -- runs the generator, the compiler and the linker, when there is something
 * to do.
 */
#include "build_job.h"

#include "diag.h"
#include "file.h"
#include "path.h"
#include "sdk.h"
#include "slots.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * What a build makes: in NAME/obj/ first, and moved to NAME/ when all of it is there,
 * so that a failure leaves the old module as it was. The table of symbols is checked
 * against the image when the program starts.
 */
static const struct {
    const char *suffix;
    enum { ANY, HOST, BESIDE } board; /* all, a host's, a chip's with --link direct */
    bool generated;                  /* of modules that zvm-gen wrote the glue of */
} products[] = {{".zno", ANY, false}, {".so", HOST, false},  {".zmod", BESIDE, false},
                {".py", ANY, true},   {".pyi", ANY, true},   {".md", ANY, true},
                {".symbols.json", ANY, true}};

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

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

const char *build_output(const build_job_t *b, const char *suffix)
{
    return arena_printf(b->a, "%s/%s%s", b->folder, b->name, suffix);
}

const char *build_work(const build_job_t *b, const char *suffix)
{
    return arena_printf(b->a, "%s/%s%s", b->work, b->name, suffix);
}

static bool is_made(const build_job_t *b, int i)
{
    const bool boards[] = {
        [ANY] = true, [HOST] = !board_is_chip(&b->board), [BESIDE] = b->beside};
    return boards[products[i].board] && !(products[i].generated && b->classic);
}

/* The next product of this build behind row `i`; -1 is before the first. */
static int next_product(const build_job_t *b, int i)
{
    do {
        i++;
    } while (i < COUNT(products) && !is_made(b, i));
    return i;
}

/* ---- what has changed ---- */

/* Everything that changes the result and is no file. */
static uint64_t hash_options(const build_job_t *b)
{
    const build_options_t *o = b->o;
    strbuf_t s;
    strbuf_init(&s);
    strbuf_addf(&s, "%s|%s|%s|%d|%d|%d", ZVM_VERSION, o->glue ? o->glue : "format",
                b->name, o->strict, o->sanitize, b->beside);
    for (int i = 0; i < o->allowed.len; i++) {
        strbuf_addf(&s, "|A%s", o->allowed.items[i]);
    }
    for (int i = 0; i < b->nunits; i++) {
        for (int k = 0; k < b->units[i].args.len; k++) {
            strbuf_addf(&s, "|%s", b->units[i].args.items[k]);
        }
    }
    for (int i = 0; b->classic && i < b->classic->natives.len; i++) {
        strbuf_addf(&s, "|%s", b->classic->natives.items[i]->symbol);
    }
    for (int i = 0; b->classic && i < b->classic->objects.len; i++) {
        strbuf_addf(&s, "|%s", b->classic->objects.items[i]);
    }
    uint64_t hash = file_hash(s.data, s.len);
    strbuf_free(&s);
    return hash;
}

/* Everything that is known before the build; headers come behind it. */
static void start_stamp(build_job_t *b)
{
    const char *const tools[] = {
        b->compiler, b->generator,
        path_find_command(b->a, board_tool(b->a, &b->board, "ld")),
        path_find_command(b->a, board_tool(b->a, &b->board, "objcopy"))};
    for (int i = 0; i < COUNT(tools); i++) {
        if (tools[i]) {
            stamp_add(&b->stamp, tools[i]);
        }
    }
    if (b->beside) {
        stamp_add(&b->stamp, board_file(b->a, &b->board, "import.elf"));
    }
    for (int i = 0; i < b->nunits - 1; i++) {
        stamp_add(&b->stamp, b->units[i].source);
    }
    for (int i = 0; b->classic && i < b->classic->objects.len; i++) {
        stamp_add(&b->stamp, b->classic->objects.items[i]);
    }
    stamp_start(&b->stamp);
}

static bool write_stamp(build_job_t *b)
{
    for (int i = 0; i < b->nunits; i++) {
        stamp_add_depfile(&b->stamp, arena_printf(b->a, "%s.d", b->units[i].object));
    }
    for (int i = next_product(b, -1); i < COUNT(products); i = next_product(b, i)) {
        stamp_add(&b->stamp, build_output(b, products[i].suffix));
    }
    return stamp_write(&b->stamp, build_output(b, ".stamp"), b->folder);
}

/* ---- making it ---- */

static bool publish(build_job_t *b)
{
    for (int i = next_product(b, -1); i < COUNT(products); i = next_product(b, i)) {
        const char *path = build_output(b, products[i].suffix);
        if (rename(build_work(b, products[i].suffix), path) < 0) {
            diag_error(NULL, DIAG_file_write, NULL, "cannot write '%s': %s", path,
                       strerror(errno));
            return false;
        }
    }
    return true;
}

static bool find_tools(build_job_t *b)
{
    b->generator = sdk_program(b->a, "zvm-gen");
    if (!board_require(b->a, &b->board, BOARD_COMPILES | BOARD_LINKS)) {
        return false;
    }
    b->compiler = path_find_command(b->a, board_compiler(&b->board));
    if (!b->compiler) {
        diag_error(NULL, DIAG_tool_missing,
                   "'zvm-native doctor' says which packages are missing",
                   "there is no 'gcc'");
    }
    return b->compiler != NULL;
}

static bool link(build_job_t *b, objfile_sizes_t *sizes)
{
    int nclassic = b->classic ? b->classic->objects.len : 0, n = b->nunits;
    link_object_t *objects = ARENA_ARRAY(b->a, link_object_t, n + nclassic);
    for (int i = 0; i < n; i++) {
        objects[i] = (link_object_t){b->units[i].object, b->units[i].source};
    }
    for (int i = 0; i < nclassic; i++) {
        const char *path = b->classic->objects.items[i];
        objects[n + i] = (link_object_t){path, path};
    }
    const board_t *board = &b->board;
    link_job_t job = {
        .name = b->name,
        .tools = {.ld = board_tool(b->a, board, "ld"),
                  .objcopy = board_tool(b->a, board, "objcopy"),
                  .addr2line = board_tool(b->a, board, "addr2line")},
        .board = board_is_chip(board) ? board->name : NULL,
        .tag = board->tag,
        .objects = objects,
        .nobjects = n + nclassic,
        .zno = build_work(b, ".zno"),
        .so = board_is_chip(board) ? NULL : build_work(b, ".so"),
        .compiler = b->compiler,
        .cflags = board->cflags.items,
        .ncflags = board->cflags.len,
        .ldflags = board->ldflags.items,
        .nldflags = board->ldflags.len,
        .classic = b->classic != NULL,
        .strict = b->o->strict,
        .sanitize = b->o->sanitize,
    };
    return link_module(b->a, &job, sizes);
}

/* For the board's VM, as the first that is put beside it: what does not fit or is not
 * there is told now. */
static bool link_beside(build_job_t *b)
{
    link_slots_t slots;
    link_zmod_t job =
        slots_module(b->a, &b->board, b->name, build_work(b, ".zno"),
                     build_work(b, "-zmod"), build_work(b, ".zmod"));
    return link_read_slots(b->a, job.lib, &slots) && link_zmod(b->a, &job, &slots);
}

static bool make(build_job_t *b, objfile_sizes_t *sizes)
{
    bool dry = b->o->common.dry_run;
    if (!dry && !file_mkdirs(b->work)) {
        return false;
    }
    if (!b->generated && !dry && !build_write_glue(b)) {
        return false;
    }
    start_stamp(b);
    return build_find_headers(b) && build_compile(b) && (dry || !b->classic || build_check_natives(b)) &&
           link(b, sizes) && (dry || !b->beside || link_beside(b)) &&
           (dry || (publish(b) && write_stamp(b)));
}

/* ---- the two kinds ---- */

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

static bool begin(build_job_t *b, const char *root, int nsources)
{
    const char *below = b->o->sanitize ? "/san" : "";
    if (!board_read(b->a, b->o->board, &b->board) || !find_tools(b)) {
        return false;
    }
    b->beside = slots_are_wanted(b->o) && board_is_chip(&b->board);
    if (b->beside && !slots_check(b->a, &b->board)) {
        return false;
    }
    b->folder = path_join(
        b->a, root,
        arena_printf(b->a, "build/%s%s/%s", b->board.name, below, b->name));
    b->work = path_join(b->a, b->folder, "obj");
    b->nunits = nsources + 1;
    b->units = ARENA_ARRAY(b->a, build_unit_t, b->nunits);
    b->units[nsources] = (build_unit_t){.source = build_work(b, "_glue.c"),
                                        .object = build_work(b, "_glue.o")};
    return true;
}

static void add_unit(build_job_t *b, int i, build_unit_t unit)
{
    /* two sources of one name in two folders must not share an object */
    unit.object =
        arena_printf(b->a, "%s/%d-%s.o", b->work, i, path_stem(b->a, unit.source));
    b->units[i] = unit;
    ARENA_PUSH(b->a, &b->sources, unit.source);
}

/* A build that takes too much fails each time, also when there was nothing to do. */
static bool check_budget(const build_job_t *b, const build_result_t *r)
{
    objfile_t module;
    objfile_sizes_t s = r->sizes;
    if (!b->o->budget.len || b->o->common.dry_run) {
        return true;
    }
    if (r->fresh) {
        if (!objfile_read(b->a, build_output(b, ".zno"), &module)) {
            return false;
        }
        s = objfile_sizes(&module);
    }
    budget_taken_t taken = {
        .what = b->name,
        .board = b->board.name,
        .flash = s.text + s.data,
        .ram = s.data + s.bss,
        .hint = arena_printf(b->a, "'zvm-native size --symbols %s' says what takes them",
                             build_output(b, ".zno")),
    };
    return budget_check(&b->o->budget, &taken);
}

static bool finish(build_job_t *b, build_result_t *out)
{
    *out = (build_result_t){.name = b->name,
                            .folder = b->folder,
                            .output = build_output(
                                b, board_is_chip(&b->board) ? ".zno" : ".so"),
                            .beside = b->beside ? build_output(b, ".zmod") : NULL,
                            .generated = !b->classic,
                            .sources = b->sources.items,
                            .nsources = b->sources.len};
    build_plan(b);
    uint64_t options = hash_options(b);
    if (!b->o->force && stamp_is_fresh(b->a, build_output(b, ".stamp"), options)) {
        out->fresh = true;
        return check_budget(b, out);
    }
    stamp_init(&b->stamp, b->a, options);
    return make(b, &out->sizes) && check_budget(b, out);
}

bool build_module(arena_t *a, const build_options_t *o, const char *root,
                  const char *const *sources, int nsources, build_result_t *out)
{
    const char *name = o->name ? o->name : build_module_name(a, sources[0]);
    build_job_t b = {.a = a, .o = o, .name = name, .generated = true};
    if (!name || !check_name(name, sources[0]) || !begin(&b, root, nsources)) {
        return false;
    }
    for (int i = 0; i < nsources; i++) {
        char *text;
        size_t len;
        if (i > 0 && !file_read(a, sources[i], &text, &len)) {
            return false;
        }
        add_unit(&b, i, (build_unit_t){.source = sources[i]});
    }
    return finish(&b, out);
}

/* Does a decorator name a function that zvm-gen writes for an annotated one? */
static bool names_glue(const build_job_t *b)
{
    const char *prefix = arena_printf(b->a, "zn_%s_", b->name);
    for (int i = 0; i < b->classic->natives.len; i++) {
        const char *symbol = b->classic->natives.items[i]->symbol;
        if (strncmp(symbol, prefix, strlen(prefix)) == 0) {
            return true;
        }
    }
    return false;
}

bool build_classic(arena_t *a, const build_options_t *o, const char *root,
                   const char *name, const classic_t *c, build_result_t *out)
{
    build_job_t b = {.a = a, .o = o, .name = name, .classic = c};
    if (!begin(&b, root, c->sources.len)) {
        return false;
    }
    bool generated = names_glue(&b);
    for (int i = 0; i < c->sources.len; i++) {
        const classic_source_t *s = &c->sources.items[i];
        char *text;
        size_t len;
        if (!file_read(a, s->path, &text, &len)) {
            return false;
        }
        b.generated |= generated && build_is_annotated(text);
        add_unit(&b, i,
                 (build_unit_t){.source = s->path,
                                .flags = &s->flags,
                                .classic = true,
                                .library = s->library});
    }
    return finish(&b, out);
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
            r->name, r->fresh ? "true" : "false", r->output,
            (unsigned long long)r->sizes.text, (unsigned long long)r->sizes.data,
            (unsigned long long)r->sizes.bss);
}

void build_report(FILE *to, const build_options_t *o, const build_result_t *r)
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
    for (int i = 0; i < r->nsources; i++) {
        fprintf(to, "in   %s, %llu bytes\n", r->sources[i], size_of(r->sources[i]));
    }
    fprintf(to, "out  %s, text %llu, data %llu, bss %llu bytes\n", r->output,
            (unsigned long long)r->sizes.text, (unsigned long long)r->sizes.data,
            (unsigned long long)r->sizes.bss);
    if (r->beside) {
        fprintf(to, "     %s, %llu bytes beside the board's VM\n", r->beside,
                size_of(r->beside));
    }
    if (r->generated) {
        fprintf(to, "     %s/%s.py, .pyi, .md\n", r->folder, r->name);
    }
}
