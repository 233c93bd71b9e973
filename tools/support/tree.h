/* SPDX-License-Identifier: MIT */
/*
 * tree.h -- YAML and JSON files as trees of maps, lists and texts, with the place of
 * each for diagnostics. JSON is read as the YAML that it is.
 */
#ifndef SUPPORT_TREE_H
#define SUPPORT_TREE_H

#include "arena.h"
#include "diag.h"

typedef enum tree_kind { TREE_TEXT, TREE_LIST, TREE_MAP } tree_kind_t;

typedef struct tree {
    tree_kind_t kind;
    const char *key;  /* in the map around, else NULL */
    const char *text; /* TREE_TEXT */
    bool plain;       /* the text is not quoted: it may mean a number, true, null */
    int line, col;    /* from 1 */
    const struct tree *first, *next;
} tree_t;

typedef struct tree_file {
    const char *path, *text;
    const tree_t *root; /* an empty file is an empty plain text */
} tree_file_t;

/* False: has been reported, [file-read] or [config]. */
bool tree_read(arena_t *a, const char *path, tree_file_t *out);
/* The value of a key, or NULL; also when `map` is NULL or no map. */
const tree_t *tree_get(const tree_t *map, const char *key);
/* The text under the key, or NULL when there is none. */
const char *tree_text(const tree_t *map, const char *key);
diag_pos_t tree_pos(const tree_file_t *file, const tree_t *node);

#endif
