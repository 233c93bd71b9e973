/* SPDX-License-Identifier: MIT */
/*
 * objfile.h -- what an object file is made of, read with libelf. We read ELF; only
 * binutils write it.
 */
#ifndef SUPPORT_OBJFILE_H
#define SUPPORT_OBJFILE_H

#include "arena.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct objfile_symbol {
    const char *name;
    const char *section; /* "" when undefined, absolute or common */
    int section_index;   /* of the ELF file; names may be there twice */
    uint64_t value, size;
    bool defined, global, weak, function, tls;
    bool common; /* `int x;` of C before -fno-common: defined, and may be so again */
} objfile_symbol_t;

typedef struct objfile_section {
    const char *name;
    int index;
    uint64_t address, size;
    bool loaded; /* occupies memory of the program */
    bool writable, code, zeros;
} objfile_section_t;

/* Of a program: what is loaded, and where. */
typedef struct objfile_segment {
    uint64_t address, size;   /* where it is when the program runs */
    uint64_t load, file_size; /* where it waits until then; 0 bytes: it is zeros */
    uint64_t offset;          /* of those bytes in the file */
} objfile_segment_t;

typedef struct objfile {
    const char *path;
    int machine;    /* EM_X86_64, EM_ARM … */
    int word_bytes; /* 4 or 8 */
    const char *tag; /* of the machine, "armv7m-sf"; "": the file does not say */
    struct {
        objfile_symbol_t *items;
        int len, cap;
    } symbols; /* those with a name */
    struct {
        objfile_section_t *items;
        int len, cap;
    } sections;
    struct {
        objfile_segment_t *items;
        int len, cap;
    } segments;
} objfile_t;

/* False: reported [file-read] or [elf]. */
bool objfile_read(arena_t *a, const char *path, objfile_t *out);

/* The first relocation against a symbol: where it is used. */
typedef struct objfile_use {
    const char *section;
    uint64_t offset;
} objfile_use_t;

/* False: nothing in the file uses it. */
bool objfile_find_use(arena_t *a, const char *path, const char *symbol,
                      objfile_use_t *out);

typedef struct objfile_sizes {
    uint64_t text, data, bss; /* text: code and constants */
} objfile_sizes_t;

objfile_sizes_t objfile_sizes(const objfile_t *f);

#endif
