/* SPDX-License-Identifier: MIT */
/*
 * size.h -- what each thing of a firmware or of a module costs in flash and RAM.
 *
 * Flash is what has to be stored: code, constants and the first values of variables.
 * RAM is where variables live. A variable with a first value costs both.
 */
#ifndef LINK_SIZE_H
#define LINK_SIZE_H

#include "arena.h"
#include <stdbool.h>
#include <stdint.h>

/* In the order of reports. */
typedef enum size_kind {
    SIZE_IMAGE,   /* the program's bytecode and constants */
    SIZE_MODULE,  /* natives of the user */
    SIZE_LIBRARY, /* natives of the standard library */
    SIZE_VM,      /* the interpreter, VOSAL, VHAL, what starts them */
    SIZE_C,       /* libc, libm, libgcc */
    SIZE_SPACE,   /* stacks, and gaps between things */
    SIZE_KINDS
} size_kind_t;

typedef struct size_bytes {
    uint64_t flash, ram;
} size_bytes_t;

/* A symbol, or what of an input section no symbol covers. */
typedef struct size_item {
    size_kind_t kind;
    const char *part;   /* "mydriver", "vm/core", "libc" */
    const char *file;   /* "exec.c" of an archive; else "" */
    const char *symbol; /* "exec_run"; for the rest of a section "(.rodata.str1.4)" */
    const char *native; /* the C function of the native that it serves; "" for others */
    bool glue;          /* made by zvm-gen */
    size_bytes_t bytes;
} size_item_t;

/* What is taken of the memory that the linker script has. */
typedef struct size_memory {
    const char *name;
    uint64_t size, used;
} size_memory_t;

/* What is there for the sake of a module alone. */
typedef struct size_brought {
    const char *by;   /* the module */
    const char *part; /* "vm/vhal" */
    const char *file; /* "i2c.c" */
    size_bytes_t bytes;
} size_brought_t;

typedef struct size_report {
    size_bytes_t total;
    struct {
        size_item_t *items;
        int len, cap;
    } items;
    struct {
        size_memory_t *items;
        int len, cap;
    } memories;
    struct {
        size_brought_t *items;
        int len, cap;
    } brought; /* by module, the biggest first; none when object files are gone */
} size_report_t;

/*
 * Adds a firmware: an ELF file and the map that ld wrote with it. `library` is the
 * folder of the standard library's sources. With `brought`, also what modules bring
 * along. False: reported.
 */
bool size_firmware(arena_t *a, const char *elf, const char *map, const char *library,
                   bool brought, size_report_t *out);

/* Adds a module: NAME.zno, for a board whose VM is no part of what is built. False:
 * reported. */
bool size_module(arena_t *a, const char *zno, const char *name, size_report_t *out);

/* Adds bytes that are in no object file: the image of a host program. */
void size_add(arena_t *a, size_report_t *out, size_item_t item);

/* "image", "module", "library", "vm", "c", "space". */
const char *size_kind_name(size_kind_t kind);

#endif
