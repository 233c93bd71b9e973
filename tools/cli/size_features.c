/* SPDX-License-Identifier: MIT */
/*
 * size_features.c -- what the features of the VM take that a board's list may leave
 * out.
 */
#include "size_view.h"

#include "file.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

/* One line of features.txt: its name, then the files that carry it. */
typedef struct feature {
    const char *name, *files;
    size_bytes_t bytes;
} feature_t;

static bool is_word_of(const char *words, const char *word)
{
    size_t len = strlen(word);
    for (const char *at = words; (at = strstr(at, word)); at += len) {
        if ((at == words || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0')) {
            return true;
        }
    }
    return false;
}

static void sum_up(const size_report_t *report, feature_t *f)
{
    for (int i = 0; i < report->items.len; i++) {
        const size_item_t *item = &report->items.items[i];
        if (strcmp(item->part, "vm/core") == 0 && is_word_of(f->files, item->file)) {
            f->bytes.flash += item->bytes.flash;
            f->bytes.ram += item->bytes.ram;
        }
    }
}

static int by_bytes(const void *left, const void *right)
{
    const feature_t *a = left, *b = right;
    uint64_t mine = a->bytes.flash + a->bytes.ram;
    uint64_t other = b->bytes.flash + b->bytes.ram;
    return mine < other ? 1 : mine > other ? -1 : strcmp(a->name, b->name);
}

static void print_text(const feature_t *f, FILE *to)
{
    fprintf(to, "%8llu%8llu  %s: %s\n", (unsigned long long)f->bytes.flash,
            (unsigned long long)f->bytes.ram, f->name, f->files);
}

static void print_json(const feature_t *f, FILE *to)
{
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "feature", f->name);
    cJSON_AddStringToObject(json, "files", f->files);
    cJSON_AddNumberToObject(json, "flash", (double)f->bytes.flash);
    cJSON_AddNumberToObject(json, "ram", (double)f->bytes.ram);
    char *text = cJSON_PrintUnformatted(json);
    fprintf(to, "%s\n", text ? text : "");
    cJSON_free(text);
    cJSON_Delete(json);
}

bool size_print_features(arena_t *a, const size_report_t *report, const char *path,
                         bool json, FILE *to)
{
    struct {
        feature_t *items;
        int len, cap;
    } list = {0};
    char *text, *rest;
    size_t len;
    if (!file_exists(path)) {
        return true; /* a host's VM is whole */
    }
    if (!file_read(a, path, &text, &len)) {
        return false;
    }
    for (char *line = strtok_r(text, "\n", &rest); line;
         line = strtok_r(NULL, "\n", &rest)) {
        size_t name = strcspn(line, " ");
        feature_t f = {.name = arena_strndup(a, line, name),
                       .files = line + name + (line[name] == ' ')};
        sum_up(report, &f);
        ARENA_PUSH(a, &list, f);
    }
    if (list.len) {
        qsort(list.items, (size_t)list.len, sizeof *list.items, by_bytes);
        fputs(json ? ""
                   : "\nfiles of vm/core that a board may leave out or replace "
                     "(WITHOUT)\n",
              to);
    }
    for (int i = 0; i < list.len; i++) {
        (json ? print_json : print_text)(&list.items[i], to);
    }
    return true;
}
