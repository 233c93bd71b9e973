/* SPDX-License-Identifier: MIT */
/*
 * annot.h -- the text of an annotation, "fn:py = crc8, nogil", taken apart and checked
 * against what its kind knows.
 */
#ifndef GEN_ANNOT_H
#define GEN_ANNOT_H

#include "model.h"

typedef struct annot {
    const char *kind; /* "fn", "default" … */
    const char *text; /* all behind the kind */
    const char
        *first; /* the item without a key that the kind wants in front, or NULL */
    diag_pos_t pos;
    struct annot_item {
        const char *key, *value; /* value NULL: a key alone */
    } * items;
    int len, cap;
} annot_t;

/* `raw` is what stands behind "zn:". False: reported [native-annotation]. */
bool annot_parse(gen_t *g, annot_t *a, const char *raw, diag_pos_t pos);
/* The value of a key, "" for a key alone, NULL when absent. */
const char *annot_get(const annot_t *a, const char *key);
/* What to write instead of an annotation that C did not understand, at `pos` or at the
 * start of its line: a misspelt one, or one without its parentheses. NULL: none is
 * there. */
const char *annot_hint(gen_t *g, const diag_pos_t *pos);
/* Is it a name that Python accepts for a definition? Keywords are not. */
bool annot_is_python_name(const char *s);
/* The place of `word` behind `pos` on its line, else `pos`: to point into an
 * annotation. */
diag_pos_t annot_word_pos(diag_pos_t pos, const char *word);

#endif
