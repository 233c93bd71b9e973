/* SPDX-License-Identifier: MIT */
/*
 * mapfile.h -- what GNU ld writes with -Map: which input section of which file lies
 * where.
 */
#ifndef LINK_MAPFILE_H
#define LINK_MAPFILE_H

#include "arena.h"
#include <stdbool.h>
#include <stdint.h>

/* One of the linker script's MEMORY. */
typedef struct mapfile_region {
    const char *name;
    uint64_t start, size;
} mapfile_region_t;

/* A piece of an output section. */
typedef struct mapfile_input {
    const char *output;  /* ".text" */
    const char *section; /* ".text.vm_start" */
    uint64_t address, size;
    const char *file;   /* the object or archive */
    const char *member; /* of the archive; or NULL */
} mapfile_input_t;

/* An output section. What has first values is stored at `load` and copied from there.
 */
typedef struct mapfile_output {
    const char *name;
    uint64_t address, size, load;
} mapfile_output_t;

typedef struct mapfile {
    struct {
        mapfile_region_t *items;
        int len, cap;
    } regions;
    struct {
        mapfile_input_t *items;
        int len, cap;
    } inputs; /* of size > 0 */
    struct {
        mapfile_output_t *items;
        int len, cap;
    } outputs;
} mapfile_t;

/* False: reported [file-read], or [link] when it is no map. */
bool mapfile_read(arena_t *a, const char *path, mapfile_t *out);

#endif
