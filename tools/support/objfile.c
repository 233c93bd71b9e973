/* SPDX-License-Identifier: MIT */
/*
 * objfile.c -- symbols, sections and sizes of an object file.
 */
#include "objfile.h"

#include "diag.h"
#include "file.h"
#include "objtag.h"

#include <gelf.h>
#include <libelf.h>
#include <string.h>

static void read_section(arena_t *a, Elf *elf, size_t names, Elf_Scn *scn,
                         const GElf_Shdr *h, objfile_t *out)
{
    const char *name = elf_strptr(elf, names, h->sh_name);
    objfile_section_t s = {
        .name = arena_strdup(a, name ? name : ""),
        .index = (int)elf_ndxscn(scn),
        .address = h->sh_addr,
        .size = h->sh_size,
        .loaded = h->sh_flags & SHF_ALLOC,
        .writable = h->sh_flags & SHF_WRITE,
        .code = h->sh_flags & SHF_EXECINSTR,
        .zeros = h->sh_type == SHT_NOBITS,
    };
    ARENA_PUSH(a, &out->sections, s);
}

static const char *section_name(Elf *elf, size_t names, const GElf_Sym *sym)
{
    GElf_Shdr h;
    if (sym->st_shndx == SHN_UNDEF || sym->st_shndx >= SHN_LORESERVE ||
        !gelf_getshdr(elf_getscn(elf, sym->st_shndx), &h)) {
        return "";
    }
    const char *name = elf_strptr(elf, names, h.sh_name);
    return name ? name : "";
}

static void read_symbols(arena_t *a, Elf *elf, size_t names, Elf_Scn *scn,
                         const GElf_Shdr *h, objfile_t *out)
{
    Elf_Data *data = elf_getdata(scn, NULL);
    int n = data && h->sh_entsize ? (int)(h->sh_size / h->sh_entsize) : 0;
    for (int i = 1; i < n; i++) {
        GElf_Sym sym;
        const char *name;
        if (!gelf_getsym(data, i, &sym) ||
            !(name = elf_strptr(elf, h->sh_link, sym.st_name)) || !*name) {
            continue;
        }
        int bind = GELF_ST_BIND(sym.st_info), type = GELF_ST_TYPE(sym.st_info);
        objfile_symbol_t s = {
            .name = arena_strdup(a, name),
            .section = arena_strdup(a, section_name(elf, names, &sym)),
            .section_index = sym.st_shndx,
            .value = sym.st_value,
            .size = sym.st_size,
            .defined = sym.st_shndx != SHN_UNDEF,
            .common = sym.st_shndx == SHN_COMMON,
            .global = bind != STB_LOCAL,
            .weak = bind == STB_WEAK,
            .function = type == STT_FUNC,
            .tls = type == STT_TLS,
        };
        ARENA_PUSH(a, &out->symbols, s);
    }
}

static void read_segments(arena_t *a, Elf *elf, objfile_t *out)
{
    size_t n = 0;
    elf_getphdrnum(elf, &n);
    for (size_t i = 0; i < n; i++) {
        GElf_Phdr h;
        if (gelf_getphdr(elf, (int)i, &h) && h.p_type == PT_LOAD) {
            objfile_segment_t s = {h.p_vaddr, h.p_memsz, h.p_paddr, h.p_filesz, h.p_offset};
            ARENA_PUSH(a, &out->segments, s);
        }
    }
}

static bool read_all(arena_t *a, Elf *elf, objfile_t *out)
{
    GElf_Ehdr header;
    size_t names;
    if (!elf || elf_kind(elf) != ELF_K_ELF || !gelf_getehdr(elf, &header) ||
        elf_getshdrstrndx(elf, &names) != 0) {
        return false;
    }
    out->machine = header.e_machine;
    out->word_bytes = gelf_getclass(elf) == ELFCLASS64 ? 8 : 4;
    out->tag = objtag_read(a, elf);
    read_segments(a, elf, out);
    for (Elf_Scn *scn = NULL; (scn = elf_nextscn(elf, scn));) {
        GElf_Shdr h;
        if (!gelf_getshdr(scn, &h)) {
            return false;
        }
        read_section(a, elf, names, scn, &h, out);
        if (h.sh_type == SHT_SYMTAB) {
            read_symbols(a, elf, names, scn, &h, out);
        }
    }
    return true;
}

/* The file as libelf sees it; NULL: reported. Its memory is in the arena. */
static Elf *open_elf(arena_t *a, const char *path)
{
    char *image;
    size_t len;
    elf_version(EV_CURRENT);
    return file_read(a, path, &image, &len) ? elf_memory(image, len) : NULL;
}

bool objfile_read(arena_t *a, const char *path, objfile_t *out)
{
    *out = (objfile_t){.path = path};
    int before = diag_errors();
    Elf *elf = open_elf(a, path);
    bool good = read_all(a, elf, out);
    elf_end(elf);
    if (!good && diag_errors() == before) {
        diag_error(&(diag_pos_t){.file = path}, DIAG_elf, NULL,
                   "not an ELF object file");
    }
    return good;
}

static bool refers_to(Elf *elf, const GElf_Shdr *relocations, size_t index,
                      const char *symbol)
{
    Elf_Scn *table = elf_getscn(elf, relocations->sh_link);
    GElf_Shdr h;
    GElf_Sym sym;
    if (!table || !gelf_getshdr(table, &h) ||
        !gelf_getsym(elf_getdata(table, NULL), (int)index, &sym)) {
        return false;
    }
    const char *name = elf_strptr(elf, h.sh_link, sym.st_name);
    return name && strcmp(name, symbol) == 0;
}

/* Relocations come with addends or without; both begin with the same two fields. */
static bool get_relocation(Elf_Data *data, const GElf_Shdr *h, int i, GElf_Rela *out)
{
    GElf_Rel rel;
    if (h->sh_type == SHT_RELA) {
        return gelf_getrela(data, i, out);
    }
    if (!gelf_getrel(data, i, &rel)) {
        return false;
    }
    *out = (GElf_Rela){.r_offset = rel.r_offset, .r_info = rel.r_info};
    return true;
}

static bool find_in_section(Elf *elf, Elf_Scn *scn, const GElf_Shdr *h,
                            const char *symbol, objfile_use_t *out)
{
    Elf_Data *data = elf_getdata(scn, NULL);
    GElf_Shdr target;
    size_t names;
    if (!data || !h->sh_entsize || elf_getshdrstrndx(elf, &names) != 0 ||
        !gelf_getshdr(elf_getscn(elf, h->sh_info), &target) ||
        !(target.sh_flags & SHF_ALLOC)) {
        return false; /* debug sections use symbols too, but that is no place */
    }
    for (int i = 0; i < (int)(h->sh_size / h->sh_entsize); i++) {
        GElf_Rela rela;
        if (get_relocation(data, h, i, &rela) &&
            refers_to(elf, h, GELF_R_SYM(rela.r_info), symbol)) {
            out->section = elf_strptr(elf, names, target.sh_name);
            out->offset = rela.r_offset;
            return out->section != NULL;
        }
    }
    return false;
}

bool objfile_find_use(arena_t *a, const char *path, const char *symbol,
                      objfile_use_t *out)
{
    Elf *elf = open_elf(a, path);
    bool found = false;
    for (Elf_Scn *scn = NULL; elf && !found && (scn = elf_nextscn(elf, scn));) {
        GElf_Shdr h;
        found = gelf_getshdr(scn, &h) &&
                (h.sh_type == SHT_REL || h.sh_type == SHT_RELA) &&
                find_in_section(elf, scn, &h, symbol, out);
    }
    if (found) {
        out->section = arena_strdup(a, out->section);
    }
    elf_end(elf);
    return found;
}

objfile_sizes_t objfile_sizes(const objfile_t *f)
{
    objfile_sizes_t sizes = {0};
    for (int i = 0; i < f->sections.len; i++) {
        const objfile_section_t *s = &f->sections.items[i];
        if (!s->loaded) {
            continue;
        }
        uint64_t *part = s->zeros      ? &sizes.bss
                         : s->writable ? &sizes.data
                                       : &sizes.text;
        *part += s->size;
    }
    return sizes;
}
