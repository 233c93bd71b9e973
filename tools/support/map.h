/* SPDX-License-Identifier: MIT */
/*
 * map.h -- a hash map from byte strings to pointers, in an arena, in insertion order.
 */
#ifndef SUPPORT_MAP_H
#define SUPPORT_MAP_H

#include "arena.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct map_entry {
    const char *key; /* a copy in the arena, NUL-terminated */
    size_t len;
    uint32_t hash;
    void *value;
} map_entry_t;

typedef struct map {
    arena_t *arena;
    map_entry_t *entries; /* 0 … count-1 in order of insertion; iterate freely */
    int count, cap;
    int32_t *index;
    int index_size;
} map_t;

void map_init(map_t *m, arena_t *a);
/* The value, or NULL when absent. */
void *map_get(const map_t *m, const char *key);
void *map_getn(const map_t *m, const char *key, size_t len);
/* The slot of the value; created holding NULL when absent (`*created` may be NULL). */
void **map_slot(map_t *m, const char *key, size_t len, bool *created);
void map_set(map_t *m, const char *key, void *value);
/* Position in entries, or -1. */
int map_find(const map_t *m, const char *key, size_t len);

#endif
