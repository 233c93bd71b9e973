/* SPDX-License-Identifier: MIT */
/*
 * map.c -- open addressing over an array of entries that stays in order of insertion.
 */
#include "map.h"

#include <string.h>

enum { INDEX_FIRST = 16, EMPTY = -1 };

static uint32_t hash_bytes(const char *key, size_t len)
{
    uint32_t h = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < len; i++) {
        h = (h ^ (unsigned char)key[i]) * 16777619u;
    }
    return h;
}

void map_init(map_t *m, arena_t *a)
{
    *m = (map_t){.arena = a};
}

/* The place of the index that holds the key, or the empty one where it belongs. */
static int32_t *probe(const map_t *m, const char *key, size_t len, uint32_t hash)
{
    uint32_t mask = (uint32_t)m->index_size - 1;
    for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
        int32_t *place = &m->index[i];
        if (*place == EMPTY) {
            return place;
        }
        const map_entry_t *e = &m->entries[*place];
        if (e->hash == hash && e->len == len && memcmp(e->key, key, len) == 0) {
            return place;
        }
    }
}

static void rebuild_index(map_t *m, int size)
{
    m->index = ARENA_ARRAY(m->arena, int32_t, size);
    m->index_size = size;
    memset(m->index, 0xFF, sizeof(int32_t) * (size_t)size);
    for (int i = 0; i < m->count; i++) {
        const map_entry_t *e = &m->entries[i];
        *probe(m, e->key, e->len, e->hash) = i;
    }
}

static void make_room(map_t *m)
{
    if ((m->count + 1) * 3 > m->index_size * 2) {
        rebuild_index(m, m->index_size ? m->index_size * 2 : INDEX_FIRST);
    }
    if (m->count == m->cap) {
        m->entries = arena_grow(m->arena, m->entries, sizeof *m->entries, &m->cap);
    }
}

int map_find(const map_t *m, const char *key, size_t len)
{
    if (!m->index_size) {
        return -1;
    }
    return *probe(m, key, len, hash_bytes(key, len));
}

void *map_getn(const map_t *m, const char *key, size_t len)
{
    int at = map_find(m, key, len);
    return at < 0 ? NULL : m->entries[at].value;
}

void *map_get(const map_t *m, const char *key)
{
    return map_getn(m, key, strlen(key));
}

void **map_slot(map_t *m, const char *key, size_t len, bool *created)
{
    int at = map_find(m, key, len);
    if (created) {
        *created = at < 0;
    }
    if (at >= 0) {
        return &m->entries[at].value;
    }
    make_room(m);
    uint32_t hash = hash_bytes(key, len);
    *probe(m, key, len, hash) = m->count;
    map_entry_t *e = &m->entries[m->count++];
    *e = (map_entry_t){
        .key = arena_strndup(m->arena, key, len), .len = len, .hash = hash};
    return &e->value;
}

void map_set(map_t *m, const char *key, void *value)
{
    *map_slot(m, key, strlen(key), NULL) = value;
}
