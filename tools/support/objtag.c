/* SPDX-License-Identifier: MIT */
/*
 * objtag.c -- the attributes that compilers leave in object files.
 *
 * ARM and RISC-V have the same form: 'A', then sections of u32 length, vendor's name and
 * parts; a part is a tag, a u32 length, and pairs of a number and a value, which is a
 * number or a text. Source: "Addenda to, and Errata in, the ABI for the Arm
 * Architecture", chapter 2; "RISC-V ELF psABI", chapter "Attributes".
 */
#include "objtag.h"

#include <ctype.h>
#include <gelf.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { NUMBERS = 64, TAG_FILE = 1 };

/* Of the file as a whole. */
typedef struct attributes {
    uint64_t number[NUMBERS];
    const char *text[NUMBERS];
} attributes_t;

typedef struct cursor {
    const uint8_t *at, *end;
} cursor_t;

static uint64_t take_number(cursor_t *c)
{
    uint64_t value = 0;
    for (unsigned shift = 0; c->at < c->end; shift += 7) {
        uint8_t byte = *c->at++;
        if (shift < 64) {
            value |= (uint64_t)(byte & 0x7F) << shift;
        }
        if (!(byte & 0x80)) {
            break;
        }
    }
    return value;
}

static const char *take_text(cursor_t *c)
{
    const uint8_t *start = c->at;
    const uint8_t *nul = memchr(start, 0, (size_t)(c->end - start));
    c->at = nul ? nul + 1 : c->end;
    return nul ? (const char *)start : "";
}

/* A length counts itself and what stands `before` it in its part. */
static cursor_t take_part(cursor_t *c, size_t before)
{
    cursor_t part = {c->end, c->end};
    if (c->end - c->at >= 4) {
        uint32_t length = c->at[0] | (uint32_t)c->at[1] << 8 | (uint32_t)c->at[2] << 16 |
                          (uint32_t)c->at[3] << 24;
        size_t left = (size_t)(c->end - c->at) + before;
        part.at = c->at + 4;
        part.end = length >= before + 4 && length <= left ? c->at - before + length
                                                          : part.at;
    }
    c->at = part.end;
    return part;
}

static bool is_text(int machine, uint64_t number)
{
    return machine == EM_ARM && number < 32 ? number == 4 || number == 5 : number & 1;
}

static void read_pairs(cursor_t c, int machine, attributes_t *out)
{
    while (c.at < c.end) {
        uint64_t number = take_number(&c);
        if (machine == EM_ARM && number == 32) { /* compatibility: both */
            take_number(&c);
            take_text(&c);
        } else if (is_text(machine, number)) {
            const char *text = take_text(&c);
            out->text[number < NUMBERS ? number : 0] = text;
        } else {
            uint64_t value = take_number(&c);
            out->number[number < NUMBERS ? number : 0] = value;
        }
    }
}

static void read_section(const Elf_Data *data, int machine, attributes_t *out)
{
    const char *vendor = machine == EM_ARM ? "aeabi" : "riscv";
    const uint8_t *bytes = data->d_buf;
    cursor_t all = {bytes, bytes + data->d_size};
    if (all.at == all.end || *all.at++ != 'A') {
        return;
    }
    while (all.at < all.end) {
        cursor_t section = take_part(&all, 0);
        bool wanted = strcmp(take_text(&section), vendor) == 0;
        while (section.at < section.end) {
            const uint8_t *start = section.at;
            uint64_t tag = take_number(&section);
            cursor_t part = take_part(&section, (size_t)(section.at - start));
            if (wanted && tag == TAG_FILE) {
                read_pairs(part, machine, out);
            }
        }
    }
}

static bool read_attributes(Elf *elf, int machine, attributes_t *out)
{
    enum { ATTRIBUTES = 0x70000003 }; /* the section's type, on both machines */
    *out = (attributes_t){0};
    for (Elf_Scn *scn = NULL; (scn = elf_nextscn(elf, scn));) {
        GElf_Shdr h;
        Elf_Data *data;
        if (gelf_getshdr(scn, &h) && h.sh_type == ATTRIBUTES &&
            (data = elf_rawdata(scn, NULL)) && data->d_buf) {
            read_section(data, machine, out);
            return true;
        }
    }
    return false;
}

static const char *arm_tag(arena_t *a, const attributes_t *t)
{
    enum { CPU_ARCH = 6, ARCH_PROFILE = 7, VFP_ARGUMENTS = 28 };
    static const struct {
        uint64_t arch;
        char profile; /* 0: any */
        const char *name;
    } names[] = {{10, 'M', "armv7m"},  {10, 'A', "armv7a"},      {10, 'R', "armv7r"},
                 {11, 0, "armv6m"},    {12, 0, "armv6m"},        {13, 0, "armv7em"},
                 {16, 0, "armv8mbase"}, {17, 0, "armv8mmain"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (t->number[CPU_ARCH] == names[i].arch &&
            (!names[i].profile ||
             t->number[ARCH_PROFILE] == (uint64_t)names[i].profile)) {
            return arena_printf(a, "%s-%s", names[i].name,
                                t->number[VFP_ARGUMENTS] == 1 ? "hf" : "sf");
        }
    }
    return arena_printf(a, "arm%d", (int)t->number[CPU_ARCH]);
}

/* "rv32i2p0_m2p0_a2p0_c2p0_zicsr2p0" → "rv32imac"; of the float ABI the flags tell. */
static const char *riscv_tag(arena_t *a, const attributes_t *t, uint32_t flags)
{
    enum { ARCH = 5, FLOAT_ABI = 6 };
    static const char *const floats[] = {"", "f", "d", "q"};
    const char *arch = t->text[ARCH] ? t->text[ARCH] : "rv32";
    char *name = arena_strdup(a, arch);
    size_t n = strlen(arch) < 4 ? strlen(arch) : 4;
    for (const char *c = arch + n; *c;) {
        if (isalpha((unsigned char)c[0]) && !isalpha((unsigned char)c[1])) {
            name[n++] = *c;
        }
        c += strcspn(c, "_");
        c += *c == '_';
    }
    name[n] = 0;
    return arena_printf(a, "%s-%s%s", name, strstr(name, "64") ? "lp64" : "ilp32",
                        floats[(flags & FLOAT_ABI) >> 1]);
}

const char *objtag_read(arena_t *a, Elf *elf)
{
    static const struct {
        int machine;
        const char *tag;
    } hosts[] = {{EM_X86_64, "x86_64-linux"},
                 {EM_AARCH64, "aarch64-linux"},
                 {EM_386, "i386-linux"}};
    GElf_Ehdr header;
    attributes_t attributes;
    if (!gelf_getehdr(elf, &header)) {
        return "";
    }
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        if (header.e_machine == hosts[i].machine) {
            return hosts[i].tag;
        }
    }
    if ((header.e_machine != EM_ARM && header.e_machine != EM_RISCV) ||
        !read_attributes(elf, header.e_machine, &attributes)) {
        return "";
    }
    return header.e_machine == EM_ARM ? arm_tag(a, &attributes)
                                      : riscv_tag(a, &attributes, header.e_flags);
}
