/* SPDX-License-Identifier: MIT */
/*
 * json.h -- JSON files with diagnostics, over cJSON.
 */
#ifndef SUPPORT_JSON_H
#define SUPPORT_JSON_H

#include "arena.h"
#include "diag.h"
#include <cjson/cJSON.h>
#include <stdbool.h>

/* The object in the file; `*text` is its source for later diagnostics. NULL: reported,
 * bad JSON as `slug`. Free with cJSON_Delete. */
cJSON *json_parse(arena_t *a, const char *path, diag_slug_t slug, const char **text);
/* The same for package.json and its like: [manifest]. */
cJSON *json_read(arena_t *a, const char *path, const char **text);

/*
 * Refuses keys of `object` that are not in `known` (ends with NULL) with "did you
 * mean": [manifest]. `where` names the object.
 */
bool json_check_keys(const char *path, const cJSON *object, const char *where,
                     const char *const *known);

#endif
