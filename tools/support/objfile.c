/* SPDX-License-Identifier: MIT */
/*
 * objfile.c -- symbols, sections and sizes of an object file.
 */
#include "objfile.h"

#include "diag.h"
#include "file.h"

#include <gelf.h>
#include <libelf.h>
#include <string.h>

static void read_section(arena_t *a, Elf *elf, size_t names, const GElf_Shdr *h,
                         objfile_file_t *out)
{
    const char *name = elf_strptr(elf, names, h->sh_name);
    objfile_section_t s = {
        .name = arena_strdup(a, name ? name : ""),
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
                         const GElf_Shdr *h, objfile_file_t *out)
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
            .value = sym.st_value,
            .size = sym.st_size,
            .defined = sym.st_shndx != SHN_UNDEF,
            .global = bind != STB_LOCAL,
            .weak = bind == STB_WEAK,
            .function = type == STT_FUNC,
            .tls = type == STT_TLS,
        };
        ARENA_PUSH(a, &out->symbols, s);
    }
}

static bool read_all(arena_t *a, Elf *elf, objfile_file_t *out)
{
    GElf_Ehdr header;
    size_t names;
    if (!elf || elf_kind(elf) != ELF_K_ELF || !gelf_getehdr(elf, &header) ||
        elf_getshdrstrndx(elf, &names) != 0) {
        return false;
    }
    out->machine = header.e_machine;
    out->word_bytes = gelf_getclass(elf) == ELFCLASS64 ? 8 : 4;
    for (Elf_Scn *scn = NULL; (scn = elf_nextscn(elf, scn));) {
        GElf_Shdr h;
        if (!gelf_getshdr(scn, &h)) {
            return false;
        }
        read_section(a, elf, names, &h, out);
        if (h.sh_type == SHT_SYMTAB) {
            read_symbols(a, elf, names, scn, &h, out);
        }
    }
    return true;
}

bool objfile_read(arena_t *a, const char *path, objfile_file_t *out)
{
    char *image;
    size_t len;
    *out = (objfile_file_t){.path = path};
    elf_version(EV_CURRENT);
    if (!file_read(a, path, &image, &len)) {
        return false;
    }
    Elf *elf = elf_memory(image, len);
    bool good = read_all(a, elf, out);
    elf_end(elf);
    if (!good) {
        diag_error(&(diag_pos_t){.file = path}, DIAG_elf, NULL,
                   "not an ELF object file");
    }
    return good;
}

objfile_sizes_t objfile_sizes(const objfile_file_t *f)
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
