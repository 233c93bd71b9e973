/* SPDX-License-Identifier: MIT */
/*
 * reach.c -- a graph of input sections, whose edges are relocations.
 *
 * Roots are what the linker keeps unasked: the entry, objects that are no module, and
 * sections that nothing refers to and that are there all the same, as a table of
 * vectors.
 */
#include "reach.h"

#include "file.h"
#include "map.h"

#include <fcntl.h>
#include <gelf.h>
#include <libelf.h>
#include <string.h>
#include <unistd.h>

/* A section of an object file. */
typedef struct node {
    struct {
        int *items;
        int len, cap;
    } to;
    int input; /* its index in the map, or -1: the linker dropped it */
    bool root;
} node_t;

/* An object file or a member of an archive that the map names. */
typedef struct object {
    const char *file, *member;
    int first; /* its sections are nodes first … */
    Elf *elf;
    size_t names;
} object_t;

struct reach {
    arena_t *a;
    const mapfile_t *map;
    struct {
        node_t *items;
        int len, cap;
    } nodes;
    struct {
        object_t *items;
        int len, cap;
    } objects;
    map_t wanted;  /* "file(member)" → anything */
    map_t symbols; /* global name → node + 1 */
    map_t inputs;  /* "file(member)section" → index + 1, the first of that name */
};

static const char *key_of(arena_t *a, const char *file, const char *member,
                          const char *section)
{
    return arena_printf(a, "%s(%s)%s", file, member ? member : "", section);
}

/* ---- object files ---- */

static const char *section_name(const object_t *o, size_t index)
{
    GElf_Shdr h;
    Elf_Scn *scn = elf_getscn(o->elf, index);
    const char *name =
        scn && gelf_getshdr(scn, &h) ? elf_strptr(o->elf, o->names, h.sh_name) : NULL;
    return name ? name : "";
}

static void add_nodes(reach_t *r, object_t *o, size_t count)
{
    o->first = r->nodes.len;
    for (size_t i = 0; i < count; i++) {
        const char *key = key_of(r->a, o->file, o->member, section_name(o, i));
        node_t node = {.input = (int)(intptr_t)map_get(&r->inputs, key) - 1};
        ARENA_PUSH(r->a, &r->nodes, node);
    }
}

static void add_object(reach_t *r, const char *file, const char *member, Elf *elf)
{
    object_t o = {.file = file, .member = member, .elf = elf};
    size_t count;
    if (elf_kind(elf) == ELF_K_ELF && elf_getshdrstrndx(elf, &o.names) == 0 &&
        elf_getshdrnum(elf, &count) == 0) {
        add_nodes(r, &o, count);
        ARENA_PUSH(r->a, &r->objects, o);
    }
}

/* What is read stays mapped: the members are looked into till the end. */
static void open_archive(reach_t *r, const char *path, int fd, Elf *archive)
{
    Elf_Cmd next = ELF_C_READ_MMAP;
    for (Elf *elf; (elf = elf_begin(fd, next, archive)); next = elf_next(elf)) {
        Elf_Arhdr *h = elf_getarhdr(elf);
        const char *name = h && h->ar_name ? h->ar_name : "";
        if (map_get(&r->wanted, key_of(r->a, path, name, ""))) {
            size_t len;
            char *raw = elf_rawfile(elf, &len);
            add_object(r, path, arena_strdup(r->a, name), elf_memory(raw, len));
        }
    }
}

static bool open_file(reach_t *r, const char *path)
{
    int fd = open(path, O_RDONLY);
    Elf *elf = fd < 0 ? NULL : elf_begin(fd, ELF_C_READ_MMAP, NULL);
    if (elf && elf_kind(elf) == ELF_K_AR) {
        open_archive(r, path, fd, elf);
    } else if (elf) {
        size_t len;
        char *raw = elf_rawfile(elf, &len);
        add_object(r, path, NULL, elf_memory(raw, len));
    }
    if (fd >= 0) {
        close(fd);
    }
    return elf != NULL;
}

static bool open_files(reach_t *r)
{
    map_t opened;
    map_init(&opened, r->a);
    for (int i = 0; i < r->map->inputs.len; i++) {
        const char *file = r->map->inputs.items[i].file;
        if (strcmp(file, "linker stubs") == 0 || map_get(&opened, file)) {
            continue;
        }
        map_set(&opened, file, r);
        if (!open_file(r, file)) {
            return false;
        }
    }
    return true;
}

/* ---- symbols and edges ---- */

static Elf_Scn *symbol_table(const object_t *o, GElf_Shdr *h)
{
    for (Elf_Scn *scn = NULL; (scn = elf_nextscn(o->elf, scn));) {
        if (gelf_getshdr(scn, h) && h->sh_type == SHT_SYMTAB) {
            return scn;
        }
    }
    return NULL;
}

static bool is_in_section(const GElf_Sym *s)
{
    return s->st_shndx != SHN_UNDEF && s->st_shndx < SHN_LORESERVE;
}

/* A weak definition gives way to another. */
static void define(reach_t *r, const object_t *o)
{
    GElf_Shdr h;
    Elf_Scn *scn = symbol_table(o, &h);
    Elf_Data *data = scn ? elf_getdata(scn, NULL) : NULL;
    for (int i = 1; data && i < (int)(h.sh_size / h.sh_entsize); i++) {
        GElf_Sym s;
        if (!gelf_getsym(data, i, &s) || GELF_ST_BIND(s.st_info) == STB_LOCAL ||
            !is_in_section(&s)) {
            continue;
        }
        const char *name = elf_strptr(o->elf, h.sh_link, s.st_name);
        bool weak = GELF_ST_BIND(s.st_info) == STB_WEAK;
        if (name && (!weak || !map_get(&r->symbols, name))) {
            map_set(&r->symbols, name, (void *)(intptr_t)(o->first + s.st_shndx + 1));
        }
    }
}

/* The node of the symbol of a relocation, or -1. */
static int target(const reach_t *r, const object_t *o, Elf_Data *symbols,
                  const GElf_Shdr *table, size_t index)
{
    GElf_Sym s;
    if (!gelf_getsym(symbols, (int)index, &s)) {
        return -1;
    }
    const char *name = elf_strptr(o->elf, table->sh_link, s.st_name);
    bool local = GELF_ST_BIND(s.st_info) == STB_LOCAL;
    if (local || !name) {
        return is_in_section(&s) ? o->first + s.st_shndx : -1;
    }
    return (int)(intptr_t)map_get(&r->symbols, name) - 1;
}

/* Relocations come with addends or without; both have the same first fields. */
static bool symbol_of(Elf_Data *data, const GElf_Shdr *h, int i, size_t *index)
{
    GElf_Rel rel;
    GElf_Rela rela;
    bool addend = h->sh_type == SHT_RELA;
    if (addend ? !gelf_getrela(data, i, &rela) : !gelf_getrel(data, i, &rel)) {
        return false;
    }
    *index = GELF_R_SYM(addend ? rela.r_info : rel.r_info);
    return true;
}

static void add_edges(reach_t *r, const object_t *o, Elf_Scn *scn, const GElf_Shdr *h)
{
    GElf_Shdr table;
    Elf_Scn *symbols = elf_getscn(o->elf, h->sh_link);
    Elf_Data *data = elf_getdata(scn, NULL);
    Elf_Data *names =
        symbols && gelf_getshdr(symbols, &table) ? elf_getdata(symbols, NULL) : NULL;
    node_t *from = &r->nodes.items[o->first + (int)h->sh_info];
    for (int i = 0; data && names && i < (int)(h->sh_size / h->sh_entsize); i++) {
        size_t index;
        int to =
            symbol_of(data, h, i, &index) ? target(r, o, names, &table, index) : -1;
        if (to >= 0 && (!from->to.len || from->to.items[from->to.len - 1] != to)) {
            ARENA_PUSH(r->a, &from->to, to);
        }
    }
}

static void connect(reach_t *r, const object_t *o)
{
    for (Elf_Scn *scn = NULL; (scn = elf_nextscn(o->elf, scn));) {
        GElf_Shdr h, of;
        if (gelf_getshdr(scn, &h) && (h.sh_type == SHT_REL || h.sh_type == SHT_RELA) &&
            gelf_getshdr(elf_getscn(o->elf, h.sh_info), &of) &&
            of.sh_flags & SHF_ALLOC) {
            add_edges(r, o, scn, &h);
        }
    }
}

/* ---- walking ---- */

/* Marks all that is reached from the node. `without` may be NULL. */
static void walk(const reach_t *r, int start, const bool *without, bool *seen)
{
    int *todo = ARENA_ARRAY(r->a, int, r->nodes.len + 1), n = 0;
    todo[n++] = start;
    seen[start] = true;
    while (n) {
        const node_t *node = &r->nodes.items[todo[--n]];
        for (int i = 0; i < node->to.len; i++) {
            int to = node->to.items[i], input = r->nodes.items[to].input;
            if (!seen[to] && !(without && input >= 0 && without[input])) {
                seen[to] = true;
                todo[n++] = to;
            }
        }
    }
}

static bool is_module(const char *file)
{
    size_t len = strlen(file), tail = strlen(".zno");
    return len > tail && strcmp(file + len - tail, ".zno") == 0;
}

static void mark_root(reach_t *r, int node, bool *seen)
{
    if (!seen[node]) {
        r->nodes.items[node].root = true;
        walk(r, node, NULL, seen);
    }
}

/* First what is known to be one: then whatever is there without a reason, each with all
 * that it reaches. */
static void find_roots(reach_t *r, uint64_t entry)
{
    bool *seen = ARENA_ARRAY(r->a, bool, r->nodes.len + 1);
    for (int pass = 0; pass < 3; pass++) {
        for (int i = 0; i < r->nodes.len; i++) {
            int input = r->nodes.items[i].input;
            const mapfile_input_t *in = input < 0 ? NULL : &r->map->inputs.items[input];
            bool root = in && (pass == 0   ? !in->member && !is_module(in->file)
                               : pass == 1 ? entry - in->address < in->size
                                           : !is_module(in->file));
            if (root) {
                mark_root(r, i, seen);
            }
        }
    }
}

static bool read_entry(arena_t *a, const char *path, uint64_t *entry)
{
    char *image;
    size_t len;
    GElf_Ehdr h;
    if (!file_exists(path) || !file_read(a, path, &image, &len)) {
        return false;
    }
    Elf *elf = elf_memory(image, len);
    bool good = elf && gelf_getehdr(elf, &h);
    *entry = good ? h.e_entry : 0;
    elf_end(elf);
    return good;
}

static void list_inputs(reach_t *r)
{
    for (int i = 0; i < r->map->inputs.len; i++) {
        const mapfile_input_t *in = &r->map->inputs.items[i];
        const char *key = key_of(r->a, in->file, in->member, in->section);
        map_set(&r->wanted, key_of(r->a, in->file, in->member, ""), r);
        if (!map_get(&r->inputs, key)) {
            map_set(&r->inputs, key, (void *)(intptr_t)(i + 1));
        }
    }
}

reach_t *reach_open(arena_t *a, const mapfile_t *map, const char *elf)
{
    reach_t *r = ARENA_NEW(a, reach_t);
    uint64_t entry;
    *r = (reach_t){.a = a, .map = map};
    map_init(&r->wanted, a);
    map_init(&r->symbols, a);
    map_init(&r->inputs, a);
    elf_version(EV_CURRENT);
    list_inputs(r);
    if (!read_entry(a, elf, &entry)) {
        return NULL;
    }
    if (!open_files(r)) {
        return NULL;
    }
    for (int i = 0; i < r->objects.len; i++) {
        define(r, &r->objects.items[i]);
    }
    for (int i = 0; i < r->objects.len; i++) {
        connect(r, &r->objects.items[i]);
    }
    find_roots(r, entry);
    return r;
}

void reach_without(const reach_t *r, const bool *without, bool *lost)
{
    memset(lost, 0, (size_t)r->map->inputs.len * sizeof *lost);
    bool *seen = ARENA_ARRAY(r->a, bool, r->nodes.len + 1);
    for (int i = 0; i < r->nodes.len; i++) {
        const node_t *n = &r->nodes.items[i];
        if (n->root && !seen[i] && !(n->input >= 0 && without[n->input])) {
            walk(r, i, without, seen);
        }
    }
    for (int known = 0; known < 2; known++) { /* of two of a name, one keeps both */
        for (int i = 0; i < r->nodes.len; i++) {
            int input = r->nodes.items[i].input;
            if (input >= 0 && seen[i] == known) {
                lost[input] = !known && !without[input];
            }
        }
    }
}
