/* SPDX-License-Identifier: MIT */
/*
 * size_print.c -- a view of sizes as a table and as lines of JSON.
 */
#include "size_view.h"

#include <cjson/cJSON.h>
#include <string.h>

/* ---- the table ---- */

static long long change(uint64_t now, uint64_t before)
{
    return (long long)now - (long long)before;
}

static bool is_changed(const size_row_t *r)
{
    return r->now.flash != r->before.flash || r->now.ram != r->before.ram;
}

static bool has_changes(const size_view_t *v)
{
    bool changed = false;
    for (int i = 0; i < v->rows.count; i++) {
        changed |= is_changed(v->rows.entries[i].value);
    }
    return changed;
}

static const char *name_of(arena_t *a, const size_row_t *r)
{
    const char *below = *r->file ? r->file : *r->native ? r->native : "(others)";
    bool code = r->kind == SIZE_MODULE || r->kind == SIZE_LIBRARY;
    return r->level == SIZE_BY_SYMBOL ? r->symbol
           : r->level == SIZE_BY_FILE ? below
           : code ? arena_printf(a, "%s %s", size_kind_name(r->kind), r->part)
                  : r->part;
}

static void print_row(arena_t *a, const size_view_t *v, const size_row_t *r, FILE *to)
{
    if (v->diff) {
        if (is_changed(r)) {
            fprintf(to, "%+8lld%+8lld  %*s%s\n", change(r->now.flash, r->before.flash),
                    change(r->now.ram, r->before.ram), 2 * (int)r->level, "",
                    name_of(a, r));
        }
        return;
    }
    fprintf(to, "%8llu%8llu  %*s%s", (unsigned long long)r->now.flash,
            (unsigned long long)r->now.ram, 2 * (int)r->level, "", name_of(a, r));
    if (r->level == SIZE_BY_FILE && *r->native && r->glue.flash) {
        fprintf(to, ", %llu of it glue", (unsigned long long)r->glue.flash);
    }
    fputc('\n', to);
}

/* Natives are of interest to whoever wrote them; files are asked for. */
static bool is_shown(const size_row_t *part, size_level_t level)
{
    return level > part->level ||
           (part->level == SIZE_BY_PART && part->kind == SIZE_MODULE);
}

static void print_below(arena_t *a, const size_view_t *v, const size_row_t *above,
                        size_level_t level, FILE *to)
{
    if (!is_shown(above, level)) {
        return;
    }
    const size_row_t *const *rows = size_view_rows(a, v, above->level + 1, above);
    bool same = rows[0] && !rows[1] && !*rows[0]->file && !*rows[0]->native;
    for (int i = 0; rows[i]; i++) {
        if (above->level != SIZE_BY_PART || !same) {
            print_row(a, v, rows[i], to);
        }
        if (rows[i]->level < SIZE_BY_SYMBOL) {
            print_below(a, v, rows[i], level, to);
        }
    }
}

static void print_total(const size_view_t *v, FILE *to)
{
    const size_bytes_t *total = &v->report->total;
    fprintf(to, "flash %llu bytes", (unsigned long long)total->flash);
    if (v->diff) {
        fprintf(to, " (%+lld)", change(total->flash, v->before.flash));
    }
    fprintf(to, ", ram %llu bytes", (unsigned long long)total->ram);
    if (v->diff) {
        fprintf(to, " (%+lld)", change(total->ram, v->before.ram));
    }
    fputc('\n', to);
    for (int i = 0; i < v->report->memories.len; i++) {
        const size_memory_t *m = &v->report->memories.items[i];
        fprintf(to, "memory %s: %llu of %llu bytes taken (%llu%%)\n", m->name,
                (unsigned long long)m->used, (unsigned long long)m->size,
                (unsigned long long)(m->size ? m->used * 100 / m->size : 0));
    }
}

void size_print_text(arena_t *a, const size_view_t *v, size_level_t level, FILE *to)
{
    fprintf(to, "%s%s%s\n", v->what, *v->board ? " on " : "", v->board);
    print_total(v, to);
    if (v->diff && !has_changes(v)) {
        return;
    }
    fputs("\n   flash     ram\n", to);
    const size_row_t *const *parts = size_view_rows(a, v, SIZE_BY_PART, NULL);
    for (int i = 0; parts[i]; i++) {
        print_row(a, v, parts[i], to);
        print_below(a, v, parts[i], level, to);
    }
}

/* What a module costs beside itself; asked for, since it is part of the sums above. */
void size_print_brought(const size_view_t *v, FILE *to)
{
    const char *by = "";
    for (int i = 0; i < v->report->brought.len; i++) {
        const size_brought_t *b = &v->report->brought.items[i];
        if (strcmp(b->by, by) != 0) {
            fprintf(to, "\nonly for module %s\n", b->by);
        }
        by = b->by;
        fprintf(to, "%8llu%8llu  %s%s%s\n", (unsigned long long)b->bytes.flash,
                (unsigned long long)b->bytes.ram, b->part, *b->file ? " " : "",
                b->file);
    }
}

/* ---- JSON ---- */

static void put_json(cJSON *json, FILE *to)
{
    char *text = cJSON_PrintUnformatted(json);
    fprintf(to, "%s\n", text ? text : "");
    cJSON_free(text);
    cJSON_Delete(json);
}

static void add_bytes(cJSON *json, const size_view_t *v, size_bytes_t now,
                      size_bytes_t before)
{
    cJSON_AddNumberToObject(json, "flash", (double)now.flash);
    cJSON_AddNumberToObject(json, "ram", (double)now.ram);
    if (v->diff) {
        cJSON_AddNumberToObject(json, "flash_change",
                                (double)change(now.flash, before.flash));
        cJSON_AddNumberToObject(json, "ram_change",
                                (double)change(now.ram, before.ram));
    }
}

static void put_row(const size_view_t *v, const size_row_t *r, FILE *to)
{
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "kind", size_kind_name(r->kind));
    cJSON_AddStringToObject(json, "part", r->part);
    if (r->level >= SIZE_BY_FILE) {
        cJSON_AddStringToObject(json, "file", r->file);
        cJSON_AddStringToObject(json, "native", r->native);
    }
    if (r->level == SIZE_BY_SYMBOL) {
        cJSON_AddStringToObject(json, "symbol", r->symbol);
    }
    add_bytes(json, v, r->now, r->before);
    cJSON_AddNumberToObject(json, "glue", (double)r->glue.flash);
    put_json(json, to);
}

static void put_head(const size_view_t *v, FILE *to)
{
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "report", v->what);
    cJSON_AddStringToObject(json, "board", v->board);
    add_bytes(json, v, v->report->total, v->before);
    put_json(json, to);
    for (int i = 0; i < v->report->memories.len; i++) {
        const size_memory_t *m = &v->report->memories.items[i];
        json = cJSON_CreateObject();
        cJSON_AddStringToObject(json, "memory", m->name);
        cJSON_AddNumberToObject(json, "size", (double)m->size);
        cJSON_AddNumberToObject(json, "used", (double)m->used);
        put_json(json, to);
    }
}

static void put_brought(const size_brought_t *b, FILE *to)
{
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "module", b->by);
    cJSON_AddStringToObject(json, "brings", b->part);
    cJSON_AddStringToObject(json, "from", b->file);
    cJSON_AddNumberToObject(json, "flash", (double)b->bytes.flash);
    cJSON_AddNumberToObject(json, "ram", (double)b->bytes.ram);
    put_json(json, to);
}

void size_print_json(arena_t *a, const size_view_t *v, size_level_t level, FILE *to)
{
    size_level_t last = level == SIZE_BY_SYMBOL ? level : SIZE_BY_FILE;
    put_head(v, to);
    for (size_level_t l = SIZE_BY_PART; l <= last; l++) {
        const size_row_t *const *rows = size_view_rows(a, v, l, NULL);
        for (int i = 0; rows[i]; i++) {
            put_row(v, rows[i], to);
        }
    }
    for (int i = 0; i < v->report->brought.len; i++) {
        put_brought(&v->report->brought.items[i], to);
    }
}
