/* SPDX-License-Identifier: MIT */
/*
 * beside.h -- modules that are put beside a VM: what its board leaves free for them,
 * and one module linked for a place there (vm/format/zmod.h).
 */
#ifndef LINK_BESIDE_H
#define LINK_BESIDE_H

#include "link.h"

/* The slots of a board, and how much of both memories is taken. */
typedef struct link_slots {
    uint32_t build_id; /* of the VM */
    uint64_t start, end, ram_start, ram_end;
    uint64_t next, ram_next; /* free from there on */
} link_slots_t;

/* Does the board's VM, in the folder `lib`, run what lies beside it? */
bool link_has_slots(arena_t *a, const char *lib);
/* Reads them from its import.elf. False: reported. */
bool link_read_slots(arena_t *a, const char *lib, link_slots_t *out);

typedef struct link_zmod {
    const char *name, *tag, *board;
    const char *compiler; /* drives the link, with the board's `cflags` */
    const char *const *cflags;
    int ncflags;
    const char *objcopy;
    const char *lib;
    const char *zno;  /* the module */
    const char *work; /* intermediate files are called WORK.SUFFIX */
    const char *zmod; /* the output, complete or not at all */
} link_zmod_t;

/* Links the module for the next free place and takes it. False: reported
 * ([region-full], [link]). */
bool link_zmod(arena_t *a, const link_zmod_t *job, link_slots_t *slots);

#endif
