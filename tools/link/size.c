/* SPDX-License-Identifier: MIT */
/*
 * size.c -- joins the symbols of an ELF file with the input sections of its map.
 */
#include "size.h"

#include "map.h"
#include "mapfile.h"
#include "objfile.h"
#include "path.h"
#include "reach.h"

#include <elf.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

typedef struct sizer {
    arena_t *a;
    size_report_t *out;
    objfile_t elf;
    const char *library;       /* folder of the standard library */
    objfile_symbol_t *symbols; /* those that take memory, by section and address */
    int nsymbols;
} sizer_t;

const char *size_kind_name(size_kind_t kind)
{
    static const char *const names[SIZE_KINDS] = {"image", "module", "library",
                                                  "vm",    "c",      "space"};
    return names[kind];
}

void size_add(arena_t *a, size_report_t *out, size_item_t item)
{
    if (item.bytes.flash || item.bytes.ram) {
        out->total.flash += item.bytes.flash;
        out->total.ram += item.bytes.ram;
        ARENA_PUSH(a, &out->items, item);
    }
}

/* ---- whose a file is ---- */

static const struct {
    const char *stem;
    size_kind_t kind;
    const char *part;
} files[] = {
    {"core", SIZE_VM, "vm/core"},         {"format", SIZE_VM, "vm/format"},
    {"vosal", SIZE_VM, "vm/vosal"},       {"vhal", SIZE_VM, "vm/vhal"},
    {"firmware", SIZE_VM, "vm/firmware"}, {"end_emulator", SIZE_VM, "vm/firmware"},
    {"end_halt", SIZE_VM, "vm/firmware"},
};

/* The module of the standard library that has the source: its folder's name. */
static const char *library_module(const sizer_t *s, const char *stem)
{
    const char *glue = strstr(stem, "_glue"), *found = "csrc";
    glob_t g;
    if (glue && glue[5] == '\0') {
        return arena_strndup(s->a, stem, (size_t)(glue - stem));
    }
    const char *deep = arena_printf(s->a, "%s/*/csrc/%s.c", s->library, stem);
    if (glob(arena_printf(s->a, "%s/*/%s.c", s->library, stem), 0, NULL, &g) == 0 ||
        glob(deep, GLOB_APPEND, NULL, &g) == 0) {
        const char *name = g.gl_pathv[0] + strlen(s->library) + 1;
        found = arena_strndup(s->a, name, strcspn(name, "/"));
    }
    globfree(&g);
    return found;
}

/* "exec.o" → "exec.c", and "memchr.c.o" → "memchr.c". */
static const char *source_of(arena_t *a, const char *member, size_kind_t kind)
{
    const char *stem = path_stem(a, member);
    bool ours = kind == SIZE_VM || kind == SIZE_LIBRARY;
    return ours ? arena_printf(a, "%s.c", stem) : stem;
}

/* Fills in whose the file is: of objects that are no module, the program's. */
static void attribute(const sizer_t *s, const char *file, const char *member,
                      size_item_t *item)
{
    const char *stem = path_stem(s->a, file);
    *item = (size_item_t){.part = stem, .file = "", .native = ""};
    item->kind = strcmp(path_ext(file), ".zno") == 0 ? SIZE_MODULE
                 : member                            ? SIZE_C
                                                     : SIZE_IMAGE;
    item->part = item->kind == SIZE_IMAGE ? "image" : stem;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (item->kind != SIZE_MODULE && strcmp(stem, files[i].stem) == 0) {
            item->kind = files[i].kind;
            item->part = files[i].part;
        }
    }
    if (member && strcmp(stem, "python") == 0) {
        item->kind = SIZE_LIBRARY;
        item->part = library_module(s, path_stem(s->a, member));
    }
    if (member) {
        item->file = source_of(s->a, member, item->kind);
    }
}

/* ---- symbols ---- */

/* A function's address on ARM has the bit that says Thumb. */
static uint64_t address_of(const sizer_t *s, const objfile_symbol_t *symbol)
{
    bool thumb = s->elf.machine == EM_ARM && symbol->function;
    return thumb ? symbol->value & ~(uint64_t)1 : symbol->value;
}

/* Of two names of one thing the longer thing and the global name come first. */
static int by_place(const void *left, const void *right)
{
    const objfile_symbol_t *a = left, *b = right;
    return a->section_index != b->section_index ? a->section_index - b->section_index
           : a->value != b->value               ? (a->value < b->value ? -1 : 1)
           : a->size != b->size                 ? (a->size > b->size ? -1 : 1)
           : a->global != b->global             ? b->global - a->global
                                                : strcmp(a->name, b->name);
}

static void sort_symbols(sizer_t *s)
{
    s->symbols = ARENA_ARRAY(s->a, objfile_symbol_t, s->elf.symbols.len + 1);
    s->nsymbols = 0;
    for (int i = 0; i < s->elf.symbols.len; i++) {
        objfile_symbol_t symbol = s->elf.symbols.items[i];
        if (symbol.defined && symbol.size && *symbol.section) {
            symbol.value = address_of(s, &symbol);
            s->symbols[s->nsymbols++] = symbol;
        }
    }
    qsort(s->symbols, (size_t)s->nsymbols, sizeof *s->symbols, by_place);
}

/* The first symbol at or behind the address. */
static int find_symbol(const sizer_t *s, int section, uint64_t address)
{
    int low = 0, high = s->nsymbols;
    while (low < high) {
        int middle = (low + high) / 2;
        const objfile_symbol_t *m = &s->symbols[middle];
        bool before = m->section_index != section ? m->section_index < section
                                                  : m->value < address;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

/* ---- natives and their glue ---- */

static bool is_defined(const sizer_t *s, const char *name)
{
    for (int i = 0; i < s->nsymbols; i++) {
        if (strcmp(s->symbols[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

/*
 * zvm-gen calls the wrapper of f in module m zn_m_f, and its tables zn_m_f_fn and so
 * on. The native is the longest f that such a name begins with and that is a
 * function's.
 */
static const char *native_of_glue(const sizer_t *s, const char *part,
                                  const char *symbol)
{
    const char *prefix = arena_printf(s->a, "zn_%s_", part);
    if (strncmp(symbol, prefix, strlen(prefix)) != 0) {
        return "";
    }
    char *name = arena_strdup(s->a, symbol + strlen(prefix));
    for (char *end = name + strlen(name); end; end = strrchr(name, '_')) {
        *end = '\0';
        if (*name && is_defined(s, arena_printf(s->a, "%s%s", prefix, name)) &&
            is_defined(s, name)) {
            return name;
        }
    }
    return "";
}

static void find_native(const sizer_t *s, size_item_t *item)
{
    const char *name = item->symbol;
    bool natives = item->kind == SIZE_MODULE || item->kind == SIZE_LIBRARY;
    item->glue =
        natives && (strncmp(name, "zn_", 3) == 0 || strncmp(name, "zvm_mod_", 8) == 0);
    if (item->glue) {
        item->native = native_of_glue(s, item->part, name);
    } else if (natives &&
               is_defined(s, arena_printf(s->a, "zn_%s_%s", item->part, name))) {
        item->native = name;
    }
}

/* ---- sections ---- */

static size_bytes_t cost(const objfile_section_t *section, uint64_t size)
{
    return (size_bytes_t){.flash = section->zeros ? 0 : size,
                          .ram = section->writable ? size : 0};
}

static void add_named(sizer_t *s, const objfile_section_t *section, size_item_t item,
                      const char *symbol, uint64_t size)
{
    item.symbol = symbol;
    item.bytes = cost(section, size);
    find_native(s, &item);
    size_add(s->a, s->out, item);
}

/* The symbols of an input section, and the rest of it under its own name. */
static void split(sizer_t *s, const objfile_section_t *section, const char *name,
                  uint64_t address, uint64_t size, size_item_t item)
{
    uint64_t at = address, end = address + size, rest = 0;
    for (int i = find_symbol(s, section->index, address); i < s->nsymbols; i++) {
        const objfile_symbol_t *symbol = &s->symbols[i];
        if (symbol->section_index != section->index || symbol->value >= end) {
            break;
        }
        if (symbol->value < at) {
            continue; /* another name of the same bytes */
        }
        uint64_t room = end - symbol->value;
        uint64_t taken = symbol->size < room ? symbol->size : room;
        rest += symbol->value - at;
        at = symbol->value + taken;
        add_named(s, section, item, symbol->name, taken);
    }
    rest += end - at;
    add_named(s, section, item, arena_printf(s->a, "(%s)", name), rest);
}

static const objfile_section_t *find_section(const objfile_t *elf, const char *name)
{
    for (int i = 0; i < elf->sections.len; i++) {
        const objfile_section_t *section = &elf->sections.items[i];
        if (section->loaded && strcmp(section->name, name) == 0) {
            return section;
        }
    }
    return NULL;
}

/* What the linker script takes for stacks, and the gaps between what it places. */
static void add_space(sizer_t *s, const mapfile_t *map,
                      const objfile_section_t *section)
{
    uint64_t placed = 0;
    for (int i = 0; i < map->inputs.len; i++) {
        bool here = strcmp(map->inputs.items[i].output, section->name) == 0;
        placed += here ? map->inputs.items[i].size : 0;
    }
    size_item_t item = {.kind = SIZE_SPACE, .file = "", .native = ""};
    item.part = placed ? "gaps" : section->name + (section->name[0] == '.');
    if (section->size > placed) {
        add_named(s, section, item, arena_printf(s->a, "(%s)", section->name),
                  section->size - placed);
    }
}

/* ---- memories ---- */

static void take_memory(const mapfile_t *map, size_report_t *out, uint64_t address,
                        uint64_t size)
{
    for (int i = 0; i < map->regions.len; i++) {
        const mapfile_region_t *r = &map->regions.items[i];
        if (address >= r->start && address - r->start < r->size) {
            out->memories.items[i].used += size;
        }
    }
}

static void add_memories(sizer_t *s, const mapfile_t *map)
{
    for (int i = 0; i < map->regions.len; i++) {
        const mapfile_region_t *r = &map->regions.items[i];
        size_memory_t memory = {.name = r->name, .size = r->size};
        ARENA_PUSH(s->a, &s->out->memories, memory);
    }
    for (int i = 0; i < map->outputs.len; i++) {
        const mapfile_output_t *o = &map->outputs.items[i];
        const objfile_section_t *section = find_section(&s->elf, o->name);
        if (section) {
            take_memory(map, s->out, o->address, o->size);
        }
        if (section && !section->zeros && o->load != o->address) {
            take_memory(map, s->out, o->load, o->size);
        }
    }
}

/* ---- what modules bring along ---- */

static void add_brought(sizer_t *s, const char *by, const size_item_t *item,
                        size_bytes_t bytes)
{
    for (int i = 0; i < s->out->brought.len; i++) {
        size_brought_t *b = &s->out->brought.items[i];
        if (strcmp(b->by, by) == 0 && strcmp(b->part, item->part) == 0 &&
            strcmp(b->file, item->file) == 0) {
            b->bytes.flash += bytes.flash;
            b->bytes.ram += bytes.ram;
            return;
        }
    }
    size_brought_t b = {by, item->part, item->file, bytes};
    ARENA_PUSH(s->a, &s->out->brought, b);
}

/* Walks the program again without the module. */
static void find_brought(sizer_t *s, const mapfile_t *map, const reach_t *reach,
                         const size_item_t *owners, const size_item_t *module)
{
    int n = map->inputs.len;
    bool *without = ARENA_ARRAY(s->a, bool, n + 1),
         *lost = ARENA_ARRAY(s->a, bool, n + 1);
    for (int i = 0; i < n; i++) {
        without[i] =
            owners[i].kind == module->kind && strcmp(owners[i].part, module->part) == 0;
    }
    reach_without(reach, without, lost);
    for (int i = 0; i < n; i++) {
        const mapfile_input_t *input = &map->inputs.items[i];
        const objfile_section_t *section = find_section(&s->elf, input->output);
        if (lost[i] && section) {
            add_brought(s, module->part, &owners[i], cost(section, input->size));
        }
    }
}

static int by_bytes(const void *left, const void *right)
{
    const size_brought_t *a = left, *b = right;
    uint64_t mine = a->bytes.flash + a->bytes.ram;
    uint64_t other = b->bytes.flash + b->bytes.ram;
    int order = strcmp(a->by, b->by);
    return order          ? order
           : mine < other ? 1
           : mine > other ? -1
                          : strcmp(a->file, b->file);
}

static void add_all_brought(sizer_t *s, const mapfile_t *map, const char *elf,
                            const size_item_t *owners)
{
    const reach_t *reach = reach_open(s->a, map, elf);
    map_t seen;
    map_init(&seen, s->a);
    for (int i = 0; reach && i < map->inputs.len; i++) {
        const size_item_t *module = &owners[i];
        bool is_module = module->kind == SIZE_MODULE || module->kind == SIZE_LIBRARY;
        if (is_module && !map_get(&seen, module->part)) {
            map_set(&seen, module->part, s);
            find_brought(s, map, reach, owners, module);
        }
    }
    if (s->out->brought.len) {
        qsort(s->out->brought.items, (size_t)s->out->brought.len,
              sizeof *s->out->brought.items, by_bytes);
    }
}

bool size_firmware(arena_t *a, const char *elf, const char *map, const char *library,
                   bool brought, size_report_t *out)
{
    sizer_t s = {.a = a, .out = out, .library = library};
    mapfile_t m;
    if (!objfile_read(a, elf, &s.elf) || !mapfile_read(a, map, &m)) {
        return false;
    }
    sort_symbols(&s);
    size_item_t *owners = ARENA_ARRAY(a, size_item_t, m.inputs.len + 1);
    for (int i = 0; i < m.inputs.len; i++) {
        const mapfile_input_t *input = &m.inputs.items[i];
        const objfile_section_t *section = find_section(&s.elf, input->output);
        attribute(&s, input->file, input->member, &owners[i]);
        if (section) {
            split(&s, section, input->section, input->address, input->size, owners[i]);
        }
    }
    for (int i = 0; i < s.elf.sections.len; i++) {
        if (s.elf.sections.items[i].loaded) {
            add_space(&s, &m, &s.elf.sections.items[i]);
        }
    }
    add_memories(&s, &m);
    if (brought) {
        add_all_brought(&s, &m, elf, owners);
    }
    return true;
}

bool size_module(arena_t *a, const char *zno, const char *name, size_report_t *out)
{
    sizer_t s = {.a = a, .out = out};
    if (!objfile_read(a, zno, &s.elf)) {
        return false;
    }
    sort_symbols(&s);
    for (int i = 0; i < s.elf.sections.len; i++) {
        const objfile_section_t *section = &s.elf.sections.items[i];
        size_item_t item = {
            .kind = SIZE_MODULE, .part = name, .file = "", .native = ""};
        if (section->loaded) {
            split(&s, section, section->name, section->address, section->size, item);
        }
    }
    return true;
}
