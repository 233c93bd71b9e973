/* SPDX-License-Identifier: MIT */
/*
 * size_view.c -- sums of a report of sizes, and their differences to another.
 */
#include "size_view.h"

#include "diag.h"
#include "file.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

static size_row_t *find_row(arena_t *a, size_view_t *v, const size_row_t *like)
{
    const char *key = arena_printf(a, "%d\t%s\t%s\t%s\t%s\t%s", like->level,
                                   size_kind_name(like->kind), like->part, like->file,
                                   like->native, like->symbol);
    bool created;
    void **slot = map_slot(&v->rows, key, strlen(key), &created);
    if (created) {
        *slot = ARENA_NEW(a, size_row_t);
        *(size_row_t *)*slot = *like;
    }
    return *slot;
}

static void add(size_bytes_t *sum, size_bytes_t more)
{
    sum->flash += more.flash;
    sum->ram += more.ram;
}

/* The row of the item at a level, with the words that count there. */
static size_row_t row_of(const size_item_t *item, size_level_t level)
{
    size_row_t row = {.level = level,
                      .kind = item->kind,
                      .part = item->part,
                      .file = level >= SIZE_BY_FILE ? item->file : "",
                      .native = level >= SIZE_BY_FILE ? item->native : "",
                      .symbol = level >= SIZE_BY_SYMBOL ? item->symbol : ""};
    if (item->kind == SIZE_LIBRARY && *row.native) {
        row.file = "";
    }
    return row;
}

void size_view(arena_t *a, const size_report_t *report, size_view_t *out)
{
    *out = (size_view_t){.what = "", .board = "", .report = report};
    map_init(&out->rows, a);
    for (int i = 0; i < report->items.len; i++) {
        const size_item_t *item = &report->items.items[i];
        for (size_level_t level = SIZE_BY_PART; level <= SIZE_BY_SYMBOL; level++) {
            size_row_t like = row_of(item, level);
            size_row_t *row = find_row(a, out, &like);
            add(&row->now, item->bytes);
            if (item->glue) {
                add(&row->glue, item->bytes);
            }
        }
    }
}

/* ---- another report ---- */

static const char *text_of(arena_t *a, const cJSON *json, const char *key)
{
    const char *text =
        cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(json, key));
    return text ? arena_strdup(a, text) : "";
}

static size_bytes_t bytes_of(const cJSON *json)
{
    const cJSON *flash = cJSON_GetObjectItemCaseSensitive(json, "flash");
    const cJSON *ram = cJSON_GetObjectItemCaseSensitive(json, "ram");
    return (size_bytes_t){.flash =
                              cJSON_IsNumber(flash) ? (uint64_t)flash->valuedouble : 0,
                          .ram = cJSON_IsNumber(ram) ? (uint64_t)ram->valuedouble : 0};
}

static bool find_kind(const char *name, size_kind_t *kind)
{
    for (int i = 0; i < SIZE_KINDS; i++) {
        if (strcmp(size_kind_name((size_kind_t)i), name) == 0) {
            *kind = (size_kind_t)i;
            return true;
        }
    }
    return false;
}

static void take_line(arena_t *a, const cJSON *json, size_view_t *v)
{
    size_row_t like = {.part = text_of(a, json, "part"),
                       .file = text_of(a, json, "file"),
                       .native = text_of(a, json, "native"),
                       .symbol = text_of(a, json, "symbol")};
    if (cJSON_HasObjectItem(json, "report")) {
        v->before = bytes_of(json);
    }
    if (!find_kind(text_of(a, json, "kind"), &like.kind)) {
        return;
    }
    like.level = *like.symbol                        ? SIZE_BY_SYMBOL
                 : cJSON_HasObjectItem(json, "file") ? SIZE_BY_FILE
                                                     : SIZE_BY_PART;
    v->deepest = like.level > v->deepest ? like.level : v->deepest;
    find_row(a, v, &like)->before = bytes_of(json);
}

/* What the other report does not tell has not changed. */
static void forget_deeper(size_view_t *v)
{
    for (int i = 0; i < v->rows.count; i++) {
        size_row_t *row = v->rows.entries[i].value;
        if (row->level > v->deepest) {
            row->before = row->now;
        }
    }
}

bool size_view_diff(arena_t *a, const char *path, size_view_t *view)
{
    char *text;
    size_t len;
    if (!file_read(a, path, &text, &len)) {
        return false;
    }
    view->diff = true;
    bool good = len > 0;
    for (char *line = text; good && *line;) {
        size_t end = strcspn(line, "\n");
        cJSON *json = cJSON_ParseWithLength(line, end);
        good = json && (line != text || cJSON_HasObjectItem(json, "report"));
        if (good) {
            take_line(a, json, view);
        }
        cJSON_Delete(json);
        line += end + (line[end] == '\n');
    }
    forget_deeper(view);
    if (!good) {
        diag_error(&(diag_pos_t){.file = path}, DIAG_size_report,
                   "'zvm-native size --json' writes them", "not a report of sizes");
    }
    return good;
}

/* ---- order ---- */

static uint64_t weight(const size_row_t *r)
{
    uint64_t now = r->now.flash + r->now.ram;
    return now ? now : r->before.flash + r->before.ram;
}

static int by_weight(const void *left, const void *right)
{
    const size_row_t *a = *(const size_row_t *const *)left;
    const size_row_t *b = *(const size_row_t *const *)right;
    int order = a->level != SIZE_BY_PART || a->kind == b->kind
                    ? 0
                    : (int)a->kind - (int)b->kind;
    if (!order && weight(a) != weight(b)) {
        order = weight(a) > weight(b) ? -1 : 1;
    }
    order = order ? order : strcmp(a->part, b->part);
    order = order ? order : strcmp(a->file, b->file);
    order = order ? order : strcmp(a->native, b->native);
    return order ? order : strcmp(a->symbol, b->symbol);
}

static bool is_below(const size_row_t *row, const size_row_t *above)
{
    if (above->kind != row->kind || strcmp(above->part, row->part) != 0) {
        return false;
    }
    bool native = strcmp(above->native, row->native) == 0;
    bool file = strcmp(above->file, row->file) == 0;
    return above->level == SIZE_BY_PART || (native && file);
}

const size_row_t *const *size_view_rows(arena_t *a, const size_view_t *v,
                                        size_level_t level, const size_row_t *below)
{
    const size_row_t **rows = ARENA_ARRAY(a, const size_row_t *, v->rows.count + 1);
    int n = 0;
    for (int i = 0; i < v->rows.count; i++) {
        const size_row_t *row = v->rows.entries[i].value;
        if (row->level == level && (!below || is_below(row, below))) {
            rows[n++] = row;
        }
    }
    qsort(rows, (size_t)n, sizeof *rows, by_weight);
    return rows;
}
