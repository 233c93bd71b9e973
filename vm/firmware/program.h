/* SPDX-License-Identifier: MIT */
/*
 * program.h -- what this VM runs: a program that was linked with it (linked.c), or one
 * that was put beside it later (slots.c).
 */
#ifndef FIRMWARE_PROGRAM_H
#define FIRMWARE_PROGRAM_H

#include "zn_glue.h"
#include <stdint.h>
#include <string.h>

/* The program's image, in place, and its length. NULL: there is none, *why says so in a
 * line for the console. */
const void *program_image(uint32_t *length, const char **why);
/* The table of a native module. NULL: *why says what to do. */
const zn_module_t *program_module(const char *name, const char **why);

/* In a list of tables that ends with NULL. NULL: none has that name. */
static inline const zn_module_t *program_find(const zn_module_t *const *tables,
                                              const char *name)
{
    while (*tables && strcmp((*tables)->name, name) != 0) {
        tables++;
    }
    return *tables;
}

#endif
