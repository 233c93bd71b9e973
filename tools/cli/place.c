/* SPDX-License-Identifier: MIT */
/*
 * place.c -- asks addr2line, looks for calls, and reads lines of sources.
 */
#include "place.h"

#include "file.h"
#include "objfile.h"
#include "proc.h"

#include <ctype.h>
#include <elf.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

unsigned long place_of_call(unsigned long link)
{
    enum { THUMB = 1, SMALLEST = 2 }; /* instruction */
    link &= ~(unsigned long)THUMB;
    return link >= SMALLEST ? link - SMALLEST : 0;
}

/* Source: "Armv7-M Architecture Reference Manual", A7.7 (BL, BLX); "The RISC-V
 * Instruction Set Manual", 2.5 (JAL, JALR) and 16.4 (C.JAL, C.JALR). */
static bool is_call(int machine, const uint8_t *before, unsigned long link)
{
    unsigned first = before[0] | before[1] << 8, last = before[2] | before[3] << 8;
    if (machine == EM_ARM) {
        bool long_form = (first & 0xF800) == 0xF000 && (last & 0xD000) == 0xD000;
        return link & 1 && (long_form || (last & 0xFF87) == 0x4780);
    }
    unsigned to = (first >> 7) & 0x1F, op = first & 0x7F;
    bool long_form = (op == 0x6F || op == 0x67) && (to == 1 || to == 5);
    return long_form || (last & 0xE003) == 0x2001 ||
           ((last & 0xF07F) == 0x9002 && last != 0x9002);
}

/* The four bytes before an address of the program, or NULL. */
static const uint8_t *bytes_before(const objfile_t *f, const char *file, size_t len,
                                   uint64_t address)
{
    enum { BYTES = 4 };
    for (int i = 0; i < f->segments.len; i++) {
        const objfile_segment_t *s = &f->segments.items[i];
        uint64_t within = address - s->address;
        if (address >= s->address && within >= BYTES && within <= s->file_size &&
            s->offset + within <= len) {
            return (const uint8_t *)file + s->offset + within - BYTES;
        }
    }
    return NULL;
}

int place_keep_links(arena_t *a, const char *elf, unsigned long *words, int n)
{
    objfile_t f;
    char *file;
    size_t len;
    int kept = 0;
    if (!objfile_read(a, elf, &f) || !file_read(a, elf, &file, &len)) {
        return n;
    }
    for (int i = 0; i < n; i++) {
        const uint8_t *before = bytes_before(&f, file, len, words[i] & ~1ul);
        if (before && is_call(f.machine, before, words[i])) {
            words[kept++] = words[i];
        }
    }
    return kept;
}

/* As a person here would say it. */
static const char *shorten(const char *path)
{
    static char here[4096];
    size_t len = *here || getcwd(here, sizeof here) ? strlen(here) : 0;
    path += strncmp(path, "./", 2) == 0 ? 2 : 0;
    return len && strncmp(path, here, len) == 0 && path[len] == '/' ? path + len + 1
                                                                    : path;
}

/* A line of `*text`, which is moved behind it. */
static char *take_line(arena_t *a, const char **text)
{
    size_t len = strcspn(*text, "\n");
    char *line = arena_strndup(a, *text, len);
    *text += len + ((*text)[len] == '\n');
    return line;
}

bool place_find(arena_t *a, const char *addr2line, const char *elf,
                const unsigned long *addresses, int n, place_t *out)
{
    proc_args_t args = {0};
    proc_add(a, &args, addr2line);
    proc_add(a, &args, "-f");
    proc_add(a, &args, "-e");
    proc_add(a, &args, elf);
    for (int i = 0; i < n; i++) {
        proc_add(a, &args, arena_printf(a, "0x%lx", addresses[i]));
    }
    proc_t tool = {.argv = proc_argv(a, &args)};
    proc_set_quiet(true);
    bool good = proc_run(a, &tool, 1, 1);
    proc_set_quiet(false);
    const char *text = good ? tool.text : "";
    for (int i = 0; i < n; i++) {
        out[i] = (place_t){.function = take_line(a, &text)};
        char *file = take_line(a, &text), *colon = strrchr(file, ':');
        if (colon) {
            *colon = 0;
            out[i].line = atoi(colon + 1);
        }
        out[i].file = shorten(file);
    }
    return good;
}

const char *place_source_line(arena_t *a, const char *file, int line)
{
    char *text;
    size_t len;
    if (!file_exists(file) || !file_read(a, file, &text, &len)) {
        return NULL;
    }
    const char *at = text;
    for (int n = 1; n < line && *at; n++) {
        at += strcspn(at, "\n");
        at += *at == '\n';
    }
    at += strspn(at, " \t");
    size_t width = strcspn(at, "\r\n");
    while (width && isspace((unsigned char)at[width - 1])) {
        width--;
    }
    return arena_strndup(a, at, width);
}
