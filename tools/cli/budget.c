/* SPDX-License-Identifier: MIT */
/*
 * budget.c -- reads limits of size and holds builds to them.
 */
#include "budget.h"

#include "diag.h"

#include <stdlib.h>
#include <string.h>

static const char *const sizes[] = {"flash", "ram"};

/* 4096, "4096", "4k", "1m". False: it is no size. */
static bool parse_size(const cJSON *item, uint64_t *bytes)
{
    if (cJSON_IsNumber(item)) {
        *bytes = item->valuedouble >= 0 ? (uint64_t)item->valuedouble : 0;
        return item->valuedouble >= 0 && (double)*bytes == item->valuedouble;
    }
    const char *text = cJSON_GetStringValue(item);
    char *end;
    if (!text || *text < '0' || *text > '9') {
        return false;
    }
    *bytes = strtoull(text, &end, 10);
    uint64_t unit = *end == 'k' ? 1024 : *end == 'm' ? 1024 * 1024 : 1;
    *bytes *= unit;
    return end[unit > 1] == '\0';
}

static bool read_limit(arena_t *a, const cJSON *item, const char *board, budget_t *out)
{
    budget_limit_t limit = {.board = board, .ram = strcmp(item->string, "ram") == 0};
    limit.key = board ? arena_printf(a, "zvm.budget.%s.%s", board, item->string)
                      : arena_printf(a, "zvm.budget.%s", item->string);
    if (!parse_size(item, &limit.bytes)) {
        diag_error(&(diag_pos_t){.file = out->file}, DIAG_manifest, NULL,
                   "'%s' must be a number of bytes, as 4096 or \"4k\"", limit.key);
        return false;
    }
    ARENA_PUSH(a, out, limit);
    return true;
}

static bool is_size(const char *key)
{
    return strcmp(key, sizes[0]) == 0 || strcmp(key, sizes[1]) == 0;
}

static bool read_object(arena_t *a, const cJSON *object, const char *board,
                        budget_t *out);

/* A size, or what a board has of its own. */
static bool read_item(arena_t *a, const cJSON *item, const char *board, budget_t *out)
{
    if (is_size(item->string)) {
        return read_limit(a, item, board, out);
    }
    if (!board && cJSON_IsObject(item)) {
        return read_object(a, item, arena_strdup(a, item->string), out);
    }
    const char *nearest = diag_nearest(item->string, sizes, 2);
    diag_error(&(diag_pos_t){.file = out->file}, DIAG_manifest,
               nearest ? arena_printf(a, "did you mean '%s'?", nearest) : NULL,
               "'%s' is no key of 'zvm.budget': they are %s", item->string,
               board ? "'flash' and 'ram'" : "'flash', 'ram' and the names of boards");
    return false;
}

static bool read_object(arena_t *a, const cJSON *object, const char *board,
                        budget_t *out)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, object)
    {
        if (!read_item(a, item, board, out)) {
            return false;
        }
    }
    return true;
}

bool budget_read(arena_t *a, const char *path, const cJSON *zvm, budget_t *out)
{
    const cJSON *object = cJSON_GetObjectItemCaseSensitive(zvm, "budget");
    *out = (budget_t){.file = path};
    if (object && !cJSON_IsObject(object)) {
        diag_error(&(diag_pos_t){.file = path}, DIAG_manifest, NULL,
                   "'zvm.budget' must be an object");
        return false;
    }
    return read_object(a, object, NULL, out);
}

static const budget_limit_t *find_limit(const budget_t *b, const char *board, bool ram)
{
    const budget_limit_t *found = NULL;
    for (int i = 0; i < b->len; i++) {
        const budget_limit_t *limit = &b->items[i];
        if (limit->ram == ram &&
            (limit->board ? strcmp(limit->board, board) == 0 : found == NULL)) {
            found = limit;
        }
    }
    return found;
}

static bool check(const budget_t *b, const budget_taken_t *taken, bool ram)
{
    const budget_limit_t *limit = find_limit(b, taken->board, ram);
    uint64_t bytes = ram ? taken->ram : taken->flash;
    if (!limit || bytes <= limit->bytes) {
        return true;
    }
    diag_error(&(diag_pos_t){.file = b->file}, DIAG_budget, taken->hint,
               "'%s' takes %llu bytes of %s on board '%s', %llu more than the %llu of "
               "'%s'",
               taken->what, (unsigned long long)bytes, ram ? "RAM" : "flash",
               taken->board, (unsigned long long)(bytes - limit->bytes),
               (unsigned long long)limit->bytes, limit->key);
    return false;
}

bool budget_check(const budget_t *b, const budget_taken_t *taken)
{
    bool flash = check(b, taken, false);
    return check(b, taken, true) && flash;
}
