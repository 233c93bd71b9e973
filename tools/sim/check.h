/* SPDX-License-Identifier: MIT */
/*
 * check.h -- objects of a scene, described by tables: which keys they have and what may
 * stand there.
 *
 * One row checks a key and writes it into the scene: ` key value`, in the order of the
 * rows, nothing for an optional key that is not there.
 */
#ifndef SIM_CHECK_H
#define SIM_CHECK_H

#include "board.h"
#include "diag.h"
#include "locate.h"
#include "strbuf.h"

/* What is being read. */
typedef struct scene {
    arena_t *a;
    const char *path, *dir, *text;
    board_t board;
    strbuf_t *out;
    bool good; /* nothing has been reported */
} scene_t;

typedef enum kind {
    KEY_PIN,    /* "D5" */
    KEY_TIME,   /* "10ms" → nanoseconds */
    KEY_TIMES,  /* ["1ms", "2ms"], each later than the one before → 1000000,2000000 */
    KEY_WHOLE,  /* a whole number from `least` to `most`, or a string: "0x48" */
    KEY_NUMBER, /* a number from `least` to `most` */
    KEY_FLAG,   /* true, false → 1, 0 */
    KEY_TEXT,   /* any string */
    KEY_FILE,   /* a file's name, relative to the scene */
    KEY_BYTES,  /* "aa bb" → aabb; "" → % */
    KEY_DATE,   /* "2026-01-01T00:00:00" → seconds since 1970 */
    KEY_SIGNAL, /* a value over time, see pins.c */
    KEY_OWN,    /* `own` checks it and writes all of it */
} kind_t;

typedef struct key {
    const char *name; /* NULL ends a table */
    kind_t kind;
    bool needed;
    double least, most;
    void (*own)(scene_t *s, const at_t *at);
} field_t;

/* FIELD("at", KEY_TIME, .needed = true) */
#define FIELD(name_, ...)                                                              \
    {                                                                                  \
        .name = (name_), .kind = __VA_ARGS__                                           \
    }

/* `'stimulus[2].pin': text [slug]` at that place. */
void check_error(scene_t *s, const at_t *at, diag_slug_t slug, const char *hint,
                 const char *fmt, ...) __attribute__((format(printf, 5, 6)));
/* " word", escaped. */
void check_word(scene_t *s, const char *word);

/* Reports an unknown key and a second one of the same name. `also`: a key that the
 * caller reads himself, or NULL. */
void check_keys(scene_t *s, const at_t *at, const field_t *keys, const char *also);
/* An object by its table: check_keys, then every row. */
void check_object(scene_t *s, const at_t *at, const field_t *keys, const char *also);
/* One value, without its key. */
void check_value(scene_t *s, const at_t *at, const field_t *key);

/* Reports what is not an object, a list, a string. */
bool check_is_object(scene_t *s, const at_t *at);
bool check_is_list(scene_t *s, const at_t *at);
bool check_is_text(scene_t *s, const at_t *at);
/* A pin of the board. */
bool check_pin(scene_t *s, const at_t *at, const char *name);
/* A key "0" … "count-1" that numbers a peripheral `what`. */
bool check_number(scene_t *s, const at_t *at, const char *what, int count);
/* Picks the row of `names` (ends with NULL) that the string is, or reports with "did
 * you mean". -1: none. */
int check_choice(scene_t *s, const at_t *at, diag_slug_t slug, const char *what,
                 const char *const *names);

#define AT_KEY(up_, name)                                                              \
    ((at_t){.up = (up_),                                                               \
            .key = (name),                                                             \
            .item = cJSON_GetObjectItemCaseSensitive((up_)->item, (name))})

#endif
