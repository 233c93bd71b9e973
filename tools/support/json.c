/* SPDX-License-Identifier: MIT */
/*
 * json.c -- parses a JSON file and says where it is wrong.
 */
#include "json.h"

#include "diag.h"
#include "file.h"

#include <stdio.h>

static diag_pos_t position(const char *path, const char *text, const char *at)
{
    diag_pos_t pos = {.file = path, .text = text, .line = 1, .col = 1};
    for (const char *c = text; c < at && *c; c++) {
        pos.col++;
        if (*c == '\n') {
            pos.line++;
            pos.col = 1;
        }
    }
    return pos;
}

cJSON *json_parse(arena_t *a, const char *path, diag_slug_t slug, const char **text)
{
    char *data;
    size_t len;
    const char *end = NULL;
    if (!file_read(a, path, &data, &len)) {
        return NULL;
    }
    *text = data;
    cJSON *json = cJSON_ParseWithLengthOpts(data, len + 1, &end, true);
    if (!json) {
        diag_pos_t pos = position(path, data, end);
        diag_error(&pos, slug, NULL, "not valid JSON");
    } else if (!cJSON_IsObject(json)) {
        diag_error(&(diag_pos_t){.file = path}, slug, NULL,
                   "a JSON object is wanted here");
        cJSON_Delete(json);
        json = NULL;
    }
    return json;
}

cJSON *json_read(arena_t *a, const char *path, const char **text)
{
    return json_parse(a, path, DIAG_manifest, text);
}

bool json_check_keys(const char *path, const cJSON *object, const char *where,
                     const char *const *known)
{
    int n = 0;
    bool good = true;
    while (known[n]) {
        n++;
    }
    const cJSON *item;
    cJSON_ArrayForEach(item, object)
    {
        bool found = false;
        for (int i = 0; i < n; i++) {
            found |= cJSON_GetObjectItemCaseSensitive(object, known[i]) == item;
        }
        if (!found) {
            char hint[96];
            const char *nearest = diag_nearest(item->string, known, n);
            snprintf(hint, sizeof hint, "did you mean '%s'?", nearest ? nearest : "");
            diag_error(&(diag_pos_t){.file = path}, DIAG_manifest,
                       nearest ? hint : NULL, "unknown key '%s' in %s", item->string,
                       where);
            good = false;
        }
    }
    return good;
}
