/* SPDX-License-Identifier: MIT */
/*
 * size_html.c -- a view of sizes as a treemap: templates/size/treemap.html with the
 * rows put in as data.
 */
#include "diag.h"
#include "file.h"
#include "sdk.h"
#include "size_view.h"

#include <cjson/cJSON.h>
#include <string.h>

#define TEMPLATE "templates/size/treemap.html"
#define PLACE "/*REPORT*/"

static cJSON *tree_of(arena_t *a, const size_view_t *v, const size_row_t *above,
                      size_level_t level)
{
    cJSON *list = cJSON_CreateArray();
    const size_row_t *const *rows = size_view_rows(a, v, level, above);
    for (int i = 0; rows[i]; i++) {
        const size_row_t *r = rows[i];
        const char *name = level == SIZE_BY_PART     ? r->part
                           : level == SIZE_BY_SYMBOL ? r->symbol
                           : *r->file                ? r->file
                                                     : r->native;
        cJSON *node = cJSON_CreateObject();
        cJSON_AddStringToObject(node, "name", *name ? name : "others");
        cJSON_AddStringToObject(node, "kind", size_kind_name(r->kind));
        cJSON_AddNumberToObject(node, "flash", (double)r->now.flash);
        cJSON_AddNumberToObject(node, "ram", (double)r->now.ram);
        if (level < SIZE_BY_SYMBOL) {
            cJSON_AddItemToObject(node, "parts", tree_of(a, v, r, level + 1));
        }
        cJSON_AddItemToArray(list, node);
    }
    return list;
}

/* No text of a script may end it. */
static void add_script(strbuf_t *out, const char *json)
{
    for (; *json; json++) {
        if (json[0] == '<') {
            strbuf_adds(out, "\\u003c");
        } else {
            strbuf_addc(out, *json);
        }
    }
}

bool size_write_html(arena_t *a, const size_view_t *v, const char *path)
{
    char *text, *place;
    size_t len;
    if (!file_read(a, sdk_path(a, TEMPLATE), &text, &len)) {
        return false;
    }
    place = strstr(text, PLACE);
    if (!place) {
        diag_error(&(diag_pos_t){.file = sdk_path(a, TEMPLATE)}, DIAG_file_read, NULL,
                   "there is no '%s' in it", PLACE);
        return false;
    }
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "name", v->what);
    cJSON_AddStringToObject(root, "board", v->board);
    cJSON_AddNumberToObject(root, "flash", (double)v->report->total.flash);
    cJSON_AddNumberToObject(root, "ram", (double)v->report->total.ram);
    cJSON_AddItemToObject(root, "parts", tree_of(a, v, NULL, SIZE_BY_PART));
    char *json = cJSON_PrintUnformatted(root);
    strbuf_t page;
    strbuf_init(&page);
    strbuf_add(&page, text, (size_t)(place - text));
    add_script(&page, json);
    strbuf_adds(&page, place + strlen(PLACE));
    bool good = file_write(path, page.data, page.len);
    strbuf_free(&page);
    cJSON_free(json);
    cJSON_Delete(root);
    return good;
}
