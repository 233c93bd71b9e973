/* SPDX-License-Identifier: MIT */
/* tree.c -- YAML and JSON files, over libyaml. */
#include "tree.h"
#include "file.h"
#include <string.h>
#include <yaml.h>

enum { MAX_DEPTH = 32 }; /* an alias may name what it stands in */

typedef struct builder {
    arena_t *arena;
    yaml_document_t *document;
    tree_file_t *file;
    bool failed;
} builder_t;

static bool report(const tree_file_t *file, size_t line, size_t col, const char *text)
{
    diag_pos_t at = {file->path, file->text, (int)line + 1, (int)col + 1, 0};
    diag_error(&at, DIAG_config, NULL, "%s", text);
    return false;
}

static tree_t *build(builder_t *b, int index, int depth);

static void add_items(builder_t *b, const yaml_node_t *node, tree_t *t, int depth)
{
    const tree_t **last = &t->first;
    for (int *i = node->data.sequence.items.start; i < node->data.sequence.items.top;
         i++) {
        tree_t *item = build(b, *i, depth);
        *last = item;
        last = &item->next;
    }
}

static void add_pairs(builder_t *b, const yaml_node_t *node, tree_t *t, int depth)
{
    const tree_t **last = &t->first;
    for (yaml_node_pair_t *pair = node->data.mapping.pairs.start;
         pair < node->data.mapping.pairs.top; pair++) {
        const yaml_node_t *key = yaml_document_get_node(b->document, pair->key);
        if (key->type != YAML_SCALAR_NODE) {
            report(b->file, key->start_mark.line, key->start_mark.column,
                   "a key must be a name");
            b->failed = true;
            return;
        }
        tree_t *value = build(b, pair->value, depth);
        value->key = arena_strdup(b->arena, (const char *)key->data.scalar.value);
        value->line = (int)key->start_mark.line + 1;
        value->col = (int)key->start_mark.column + 1;
        *last = value;
        last = &value->next;
    }
}

static tree_t *build(builder_t *b, int index, int depth)
{
    const yaml_node_t *node = yaml_document_get_node(b->document, index);
    tree_t *t = ARENA_NEW(b->arena, tree_t);
    t->line = (int)node->start_mark.line + 1;
    t->col = (int)node->start_mark.column + 1;
    t->text = "";
    if (depth > MAX_DEPTH && !b->failed) {
        report(b->file, node->start_mark.line, node->start_mark.column,
               "this is nested too deeply");
        b->failed = true;
    }
    if (b->failed) {
        return t;
    }
    switch (node->type) {
    case YAML_SEQUENCE_NODE:
        t->kind = TREE_LIST;
        add_items(b, node, t, depth + 1);
        break;
    case YAML_MAPPING_NODE:
        t->kind = TREE_MAP;
        add_pairs(b, node, t, depth + 1);
        break;
    default:
        t->text = arena_strdup(b->arena, (const char *)node->data.scalar.value);
        t->plain = node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    }
    return t;
}

static bool load(arena_t *a, yaml_parser_t *parser, tree_file_t *out)
{
    yaml_document_t document;
    if (!yaml_parser_load(parser, &document)) {
        bool lexical = parser->error == YAML_READER_ERROR;
        return report(out, lexical ? 0 : parser->problem_mark.line,
                      lexical ? 0 : parser->problem_mark.column,
                      parser->problem ? parser->problem : "this cannot be read");
    }
    builder_t b = {.arena = a, .document = &document, .file = out};
    if (yaml_document_get_root_node(&document)) {
        out->root = build(&b, 1, 0);
    } else {
        tree_t *empty = ARENA_NEW(a, tree_t);
        *empty = (tree_t){.text = "", .plain = true, .line = 1, .col = 1};
        out->root = empty;
    }
    yaml_document_delete(&document);
    return !b.failed;
}

bool tree_read(arena_t *a, const char *path, tree_file_t *out)
{
    char *text;
    size_t len;
    if (!file_read(a, path, &text, &len)) {
        return false;
    }
    *out = (tree_file_t){.path = path, .text = text};
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        return report(out, 0, 0, "there is no memory to read it");
    }
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, len);
    bool good = load(a, &parser, out);
    yaml_parser_delete(&parser);
    return good;
}

const tree_t *tree_get(const tree_t *map, const char *key)
{
    const tree_t *t = map && map->kind == TREE_MAP ? map->first : NULL;
    while (t && strcmp(t->key, key) != 0) {
        t = t->next;
    }
    return t;
}

const char *tree_text(const tree_t *map, const char *key)
{
    const tree_t *t = tree_get(map, key);
    return t && t->kind == TREE_TEXT ? t->text : NULL;
}

diag_pos_t tree_pos(const tree_file_t *file, const tree_t *node)
{
    return (diag_pos_t){file->path, file->text, node->line, node->col, 0};
}
