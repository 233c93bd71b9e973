/* SPDX-License-Identifier: MIT */
/*
 * firmware.c -- compiles a program for a chip, links it when something has changed, and
 * writes the files that are programmed into the board.
 */
#include "firmware.h"

#include "diag.h"
#include "file.h"
#include "link.h"
#include "path.h"
#include "program.h"
#include "slots.h"
#include "stamp.h"

#include <stdio.h>
#include <string.h>

/* One firmware while it is made. */
typedef struct maker {
    arena_t *a;
    const build_options_t *o;
    const board_t *board;
    const char *program, *folder, *stem;
    compile_result_t full;     /* with line tables */
    compile_result_t stripped; /* what goes to the chip */
    opt_list_t modules, objects;
    link_firmware_t job;
} maker_t;

static const char *in_folder(const maker_t *m, const char *suffix)
{
    return arena_printf(m->a, "%s/%s%s", m->folder, m->stem, suffix);
}

/* ---- Python ---- */

static bool compile_full(maker_t *m)
{
    compile_options_t options = program_compile_options(m->a, m->o, m->board);
    return compile_program(m->a, &options, m->program, &m->full);
}

/* For that address. Warnings have been told. */
static bool compile_stripped(maker_t *m, uint64_t address)
{
    compile_options_t options = program_compile_options(m->a, m->o, m->board);
    options.strip = true;
    options.link_base = address;
    diag_set_quiet(true);
    bool good = compile_program(m->a, &options, m->program, &m->stripped);
    diag_set_quiet(m->o->common.quiet);
    return good;
}

static bool find_modules(maker_t *m)
{
    for (int i = 0; i < m->full.nneeds; i++) {
        const compile_need_t *need = &m->full.needs[i];
        ARENA_PUSH(m->a, &m->modules, need->name);
        if (!need->folder) {
            continue;
        }
        const char *zno = arena_printf(m->a, "%s/%s.zno", need->folder, need->name);
        if (!file_exists(zno)) {
            diag_error(NULL, DIAG_module_load,
                       arena_printf(m->a, "zvm-native build %s.c --board %s",
                                    need->name, m->board->name),
                       "native module '%s' is not built for board '%s'", need->name,
                       m->board->name);
            return false;
        }
        ARENA_PUSH(m->a, &m->objects, zno);
    }
    return true;
}

/* ---- linking ---- */

static void fill_job(maker_t *m, bool emulated)
{
    const board_t *b = m->board;
    const char *variant = emulated ? "-emulated" : "";
    link_memory_t *memory = ARENA_ARRAY(m->a, link_memory_t, b->memory.len);
    for (int i = 0; i < b->memory.len; i++) {
        const board_memory_t *from = &b->memory.items[i];
        memory[i] = (link_memory_t){from->name, from->start, from->size};
    }
    m->job = (link_firmware_t){
        .board = b->name,
        .compiler = b->compiler,
        .cflags = b->cflags.items,
        .ncflags = b->cflags.len,
        .lib = path_dir(m->a, board_file(m->a, b, "core.a")),
        .end = emulated ? "end_emulator.o" : "end_halt.o",
        .modules = m->modules.items,
        .nmodules = m->modules.len,
        .objects = m->objects.items,
        .nobjects = m->objects.len,
        .memory = memory,
        .nmemory = b->memory.len,
        .work = arena_printf(m->a, "%s/obj/%s%s", m->folder, m->stem, variant),
        .elf = arena_printf(m->a, "%s/%s%s.elf", m->folder, m->stem, variant),
    };
}

/* Everything that changes the firmware and is no file: the image is the program. */
static uint64_t hash_job(const maker_t *m)
{
    strbuf_t s;
    strbuf_init(&s);
    strbuf_addf(&s, "%s|%s|%s|", ZVM_VERSION, m->board->name, m->job.end);
    for (int i = 0; i < m->job.ncflags; i++) {
        strbuf_addf(&s, "%s|", m->job.cflags[i]);
    }
    for (int i = 0; i < m->modules.len; i++) {
        strbuf_addf(&s, "%s|", m->modules.items[i]);
    }
    strbuf_add(&s, m->stripped.image.data, m->stripped.image.len);
    uint64_t hash = file_hash(s.data, s.len);
    strbuf_free(&s);
    return hash;
}

static void add_board_files(maker_t *m, stamp_t *stamp, const char *const *names)
{
    for (; *names; names++) {
        const char *path = board_file(m->a, m->board, *names);
        if (file_exists(path)) {
            stamp_add(stamp, path);
        }
    }
}

static void add_files(maker_t *m, stamp_t *stamp)
{
    static const char *const scripts[] = {"board.ld", "sections.ld", NULL};
    const char *compiler = path_find_command(m->a, m->board->compiler);
    if (compiler) {
        stamp_add(stamp, compiler);
    }
    add_board_files(m, stamp, link_archives);
    add_board_files(m, stamp, scripts);
    stamp_add(stamp, board_file(m->a, m->board, m->job.end));
    for (int i = 0; i < m->objects.len; i++) {
        stamp_add(stamp, m->objects.items[i]);
    }
}

static bool link_stale(maker_t *m, bool *fresh)
{
    const char *path = arena_printf(m->a, "%s.stamp", m->job.elf);
    if (!compile_stripped(m, 0)) {
        return false;
    }
    m->job.image = m->stripped.image.data;
    m->job.image_len = m->stripped.image.len;
    uint64_t options = hash_job(m);
    *fresh = !m->o->force && file_exists(m->job.elf) &&
             file_exists(link_map_of(m->a, m->job.elf)) &&
             stamp_is_fresh(m->a, path, options);
    if (*fresh) {
        return true;
    }
    stamp_t stamp;
    stamp_init(&stamp, m->a, options);
    add_files(m, &stamp);
    stamp_start(&stamp);
    if (!link_firmware(m->a, &m->job)) {
        return false;
    }
    stamp_add(&stamp, m->job.elf);
    return stamp_write(&stamp, path, m->folder);
}

/* ---- beside the board's VM ---- */

static bool compile_at(void *context, uint64_t address, const void **image, size_t *len)
{
    maker_t *m = context;
    bool good = compile_stripped(m, address);
    *image = m->stripped.image.data;
    *len = m->stripped.image.len;
    return good;
}

/* The modules that are not in the VM are those with an object. */
static bool link_beside(maker_t *m, firmware_t *out)
{
    opt_list_t own = {0};
    for (int i = 0; i < m->full.nneeds; i++) {
        if (m->full.needs[i].folder) {
            ARENA_PUSH(m->a, &own, m->full.needs[i].name);
        }
    }
    slots_job_t job = {.board = m->board,
                       .folder = m->folder,
                       .stem = m->stem,
                       .modules = own.items,
                       .objects = m->objects.items,
                       .nmodules = own.len,
                       .compile = compile_at,
                       .context = m};
    out->elf = board_file(m->a, m->board, "vm.elf");
    out->slots = slots_link(m->a, &job);
    return out->slots != NULL;
}

bool firmware_link(arena_t *a, const build_options_t *o, const board_t *board,
                   const char *program, bool emulated, firmware_t *out)
{
    const char *stem = path_stem(a, program);
    maker_t m = {.a = a,
                 .o = o,
                 .board = board,
                 .program = program,
                 .stem = stem,
                 .folder =
                     path_join(a, path_dir(a, program),
                               arena_printf(a, "build/%s/%s", board->name, stem))};
    if (!board_require(a, board, BOARD_COMPILES | BOARD_LINKS) || !compile_full(&m)) {
        return false;
    }
    *out = (firmware_t){.name = stem, .image = in_folder(&m, ".zimg")};
    bool dry = o->common.dry_run;
    bool beside = slots_are_wanted(o);
    bool good = find_modules(&m);
    fill_job(&m, emulated);
    out->elf = m.job.elf;
    good = good &&
           (dry || (file_mkdirs(path_join(a, m.folder, "obj")) &&
                    file_write(out->image, m.full.image.data, m.full.image.len) &&
                    (beside ? link_beside(&m, out) : link_stale(&m, &out->fresh))));
    strbuf_free(&m.full.image);
    strbuf_free(&m.stripped.image);
    return good;
}

/* ---- for the board ---- */

static const struct {
    const char *suffix, *format; /* format NULL: as it was linked */
} exports[] = {{".elf", NULL}, {".hex", "ihex"}, {".bin", "binary"}};
enum { EXPORTS = sizeof exports / sizeof *exports };

static int export_of(const char *output)
{
    int i = 0;
    while (i < EXPORTS && strcmp(path_ext(output), exports[i].suffix) != 0) {
        i++;
    }
    return i;
}

bool firmware_can_write(const char *output)
{
    return export_of(output) < EXPORTS;
}

static bool copy(arena_t *a, const char *from, const char *to)
{
    char *data;
    size_t len;
    return strcmp(from, to) == 0 ||
           (file_read(a, from, &data, &len) && file_write(to, data, len));
}

static bool write_one(arena_t *a, const board_t *board, const char *elf, int i,
                      const char *output)
{
    link_tools_t tools = {.objcopy = board_tool(a, board, "objcopy")};
    return exports[i].format ? link_convert(a, &tools, elf, exports[i].format, output)
                             : copy(a, elf, output);
}

static bool write_all(arena_t *a, const board_t *board, const char *elf,
                      const char *output)
{
    if (!output) {
        const char *base = arena_strndup(a, elf, strlen(elf) - strlen(".elf"));
        return write_one(a, board, elf, 1, arena_printf(a, "%s.hex", base)) &&
               write_one(a, board, elf, 2, arena_printf(a, "%s.bin", base));
    }
    return write_one(a, board, elf, export_of(output), output);
}

static void report(const build_options_t *o, const board_t *board, const firmware_t *f,
                   const char *output, const uint64_t *used)
{
    bool json = o->common.json;
    if (json) {
        printf("{\"firmware\":\"%s\",\"output\":\"%s\"", f->name,
               output ? output : f->elf);
    } else if (!o->common.quiet) {
        printf("out  %s%s\n", output ? output : f->elf, output ? "" : ", .hex, .bin");
    }
    for (int i = 0; (json || !o->common.quiet) && i < board->memory.len; i++) {
        const board_memory_t *m = &board->memory.items[i];
        printf(json ? ",\"%s\":{\"used\":%llu,\"size\":%llu}"
                    : "     %-8s%8llu of %llu bytes\n",
               m->name, (unsigned long long)used[i], (unsigned long long)m->size);
    }
    fputs(json ? "}\n" : "", stdout);
}

static bool check_budget(arena_t *a, const build_options_t *o, const board_t *board,
                         const firmware_t *f)
{
    objfile_t elf;
    if (!o->budget.len) {
        return true;
    }
    if (!objfile_read(a, f->elf, &elf)) {
        return false;
    }
    objfile_sizes_t s = objfile_sizes(&elf);
    budget_taken_t taken = {
        .what = f->name,
        .board = board->name,
        .flash = s.text + s.data,
        .ram = s.data + s.bss,
        .hint = arena_printf(a, "'zvm-native size %s' says what takes them", f->elf),
    };
    return budget_check(&o->budget, &taken);
}

bool firmware_export(arena_t *a, const build_options_t *o, const board_t *board,
                     const firmware_t *f, const char *output)
{
    int n = board->memory.len;
    link_memory_t *memory = ARENA_ARRAY(a, link_memory_t, n + 1);
    uint64_t *used = ARENA_ARRAY(a, uint64_t, n + 1);
    for (int i = 0; i < n; i++) {
        memory[i] =
            (link_memory_t){board->memory.items[i].name, board->memory.items[i].start,
                            board->memory.items[i].size};
    }
    if (o->common.dry_run) {
        return true;
    }
    if (!write_all(a, board, f->elf, output) ||
        !link_count_memory(a, f->elf, memory, n, used)) {
        return false;
    }
    report(o, board, f, output, used);
    return check_budget(a, o, board, f);
}
