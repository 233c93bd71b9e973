/* SPDX-License-Identifier: MIT */
/*
 * locate.h -- where in a JSON file a value stands, and how to write that down.
 */
#ifndef SIM_LOCATE_H
#define SIM_LOCATE_H

#include "diag.h"
#include "strbuf.h"
#include <cjson/cJSON.h>
#include <stdbool.h>

/* The way from the root to a value, its last step first; lives on the checker's stack.
 */
typedef struct at {
    const struct at *up; /* NULL: this is the root */
    const char *key;     /* of an object; NULL: `index` of a list */
    int index;
    const cJSON *item; /* NULL: it is not there */
    bool name;         /* the key is meant, not its value */
} at_t;

/* "stimulus[2].pin". */
void locate_name(const at_t *at, strbuf_t *out);
/* The value's line and columns in `text`; of a value that is not there, of what should
 * have it. */
diag_pos_t locate(const at_t *at, const char *path, const char *text);

#endif
