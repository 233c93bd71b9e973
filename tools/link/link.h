/* SPDX-License-Identifier: MIT */
/*
 * link.h -- objects of a driver to a module: checks that name the fault before ld does,
 * then binutils; and modules, a program's image and a board's VM to a firmware. The
 * part's one public header.
 */
#ifndef LINK_LINK_H
#define LINK_LINK_H

#include "arena.h"
#include "objfile.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct link_object {
    const char *path;   /* the object file */
    const char *source; /* for messages: the C file it comes from */
} link_object_t;

/* Binutils of one machine, by name or path. */
typedef struct link_tools {
    const char *ld, *objcopy, *addr2line;
} link_tools_t;

typedef struct link_job {
    const char *name; /* of the module; its table is zvm_mod_NAME */
    link_tools_t tools;
    const char *board; /* a chip's, whose objects have this `tag`; NULL: a host board */
    const char *tag;
    const link_object_t *objects;
    int nobjects;
    const char *zno; /* outputs: the relocatable module and the host's shared object, */
    const char *so;  /* which a chip has none of */
    const char *compiler;       /* knows where its own library of arithmetic is */
    const char *const *cflags;  /* that select the machine */
    const char *const *ldflags; /* the same for ld */
    int ncflags, nldflags;
    /*
     * Sources of the seeds' system: what they take of the C library and a chip does not
     * have is a warning (with `strict` an error); malloc and its kin are the VM's; what
     * they define wins over the VM's.
     */
    bool classic, strict;
    bool sanitize; /* keeps what is unused where that can be linked */
} link_job_t;

/*
 * Checks, then writes the outputs, each complete or not at all. False: reported
 * ([elf], [link-undefined], [link-refused], [link-duplicate], [link]). `sizes` are
 * those of the module.
 */
bool link_module(arena_t *a, const link_job_t *job, objfile_sizes_t *sizes);

/* ---- firmware ---- */

typedef struct link_memory {
    const char *name; /* of the region in the board's linker script */
    uint64_t start, size;
} link_memory_t;

/* A program for a chip. */
typedef struct link_firmware {
    const char *board;
    const char *compiler; /* drives the link, with the board's `cflags` */
    const char *const *cflags;
    int ncflags;
    const char *lib; /* folder of the prebuilt VM: archives, linker scripts */
    const char *end; /* its object that says how a program ends: "end_emulator.o" */
    const void *image; /* of the program, with link base 0; valid */
    size_t image_len;
    const char *const *modules; /* native ones, whose tables are zvm_mod_NAME */
    const char *const *objects; /* NAME.zno of those that are not in the archives */
    int nmodules, nobjects;
    const link_memory_t *memory;
    int nmemory;
    const char *work; /* intermediate files are called WORK.SUFFIX */
    const char *elf;  /* the output, complete or not at all */
} link_firmware_t;

/* What a firmware is linked from, files of `lib`; they use each other. NULL at the end. */
extern const char *const link_archives[];

/* False: reported ([region-full], [link-undefined], [link]). */
bool link_firmware(arena_t *a, const link_firmware_t *f);
/* The linker's map, which it writes beside `elf`: "main.elf" → "main.map". */
const char *link_map_of(arena_t *a, const char *elf);

/* `out` made from the program `elf` by objcopy: `format` is "ihex" or "binary". False:
 * reported. */
bool link_convert(arena_t *a, const link_tools_t *tools, const char *elf,
                  const char *format, const char *out);

/* Bytes of each region from its start to the end of what `elf` has there. False:
 * reported. */
bool link_count_memory(arena_t *a, const char *elf, const link_memory_t *memory,
                       int nmemory, uint64_t *used);

/* A row of sdk/include/exports.def. */
typedef struct link_export {
    int number;
    const char *name, *since;
    const char *prototype; /* NULL: of the C library */
} link_export_t;

extern const link_export_t link_exports[];
extern const int link_nexports;

/* The row of that name, or NULL. */
const link_export_t *link_find_export(const char *name);

#endif
