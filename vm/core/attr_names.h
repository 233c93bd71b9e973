/* SPDX-License-Identifier: MIT */
/*
 * attr_names.h -- the names that every program has, by number. A firmware may have a
 * shorter table, of exceptions and of what its program names (tools/link/unused.c): the
 * others are "?".
 */
#ifndef CORE_ATTR_NAMES_H
#define CORE_ATTR_NAMES_H

#include <stdint.h>

typedef struct {
    uint16_t number; /* ascending */
    uint16_t text;   /* where it begins in attr_builtin_texts; ends with a zero */
} attr_name_t;

extern const attr_name_t attr_builtin_names[];
extern const uint32_t attr_nbuiltin_names;
extern const char attr_builtin_texts[];

#endif
