/* SPDX-License-Identifier: MIT */
/*
 * slots.h -- a Python program beside a board's VM: its native modules and its image,
 * linked for the memory that the VM leaves free.
 */
#ifndef CLI_SLOTS_H
#define CLI_SLOTS_H

#include "beside.h"
#include "board.h"
#include "build.h"
#include "compiler.h"

typedef struct slots_job {
    const board_t *board;
    const char *folder, *stem;  /* outputs are called FOLDER/STEM.… */
    const char *const *modules; /* those that are not in the VM, and their NAME.zno */
    const char *const *objects;
    int nmodules;
    /* Compiles the program for an address. False: reported. */
    bool (*compile)(void *context, uint64_t address, const void **image, size_t *len);
    void *context;
} slots_job_t;

/* Was --link direct given? */
bool slots_are_wanted(const build_options_t *o);
/* False: the board's VM runs nothing beside it; reported. */
bool slots_check(arena_t *a, const board_t *board);

/* What every link for the slots of a board needs to know. */
link_zmod_t slots_module(arena_t *a, const board_t *board, const char *name,
                         const char *zno, const char *work, const char *zmod);

/* Writes FOLDER/STEM.slots.hex, all that is put beside the VM, and returns its name.
 * NULL: reported. */
const char *slots_link(arena_t *a, const slots_job_t *job);

#endif
