/* SPDX-License-Identifier: MIT */
/*
 * lint_bound.c -- lint 5: what Python declares against what C defines.
 */
#include "file.h"
#include "lint.h"

#include <stdlib.h>
#include <string.h>

enum { SYMBOL, PARAMS, REQUIRED, VARARGS, FILE_NAME, LINE, FIELDS };

typedef struct declaration {
    const char *fields[FIELDS];
} declaration_t;

static bool split(arena_t *a, char *line, declaration_t *d)
{
    int n = 0;
    for (char *field = strtok_r(line, "\t", &line); field && n < FIELDS;
         field = strtok_r(NULL, "\t", &line)) {
        d->fields[n++] = arena_strdup(a, field);
    }
    return n == FIELDS;
}

static const classic_t *find_native(const gen_t *g, const char *symbol)
{
    for (int i = 0; i < g->classics.len; i++) {
        if (strcmp(g->classics.items[i]->name, symbol) == 0) {
            return g->classics.items[i];
        }
    }
    return NULL;
}

static const char *nearest(gen_t *g, const char *symbol)
{
    const char **names = ARENA_ARRAY(g->arena, const char *, g->classics.len + 1);
    for (int i = 0; i < g->classics.len; i++) {
        names[i] = g->classics.items[i]->name;
    }
    const char *name = diag_nearest(symbol, names, g->classics.len);
    return name ? arena_printf(g->arena, "did you mean '%s'?", name) : NULL;
}

/* Python passes all declared parameters, so only their number matters; a native may
 * ignore some. */
static void check_arity(reader_t *r, const declaration_t *d, const classic_t *native)
{
    int given = atoi(d->fields[PARAMS]) + atoi(d->fields[VARARGS]);
    if (!native->known || (given >= native->nrequired &&
                           (given <= native->nparams || !native->counted))) {
        return;
    }
    diag_pos_t pos = {.file = d->fields[FILE_NAME], .line = atoi(d->fields[LINE])};
    const char *wants =
        native->nrequired == native->nparams
            ? arena_printf(r->g->arena, "%d", native->nparams)
            : arena_printf(r->g->arena, "%d to %d", native->nrequired, native->nparams);
    lint_report(r, true, &pos, DIAG_native_bound, NULL,
                "'%s' is declared with %d parameter%s, its C function takes %s",
                d->fields[SYMBOL], given, given == 1 ? "" : "s", wants);
}

static void check_declaration(reader_t *r, const declaration_t *d, map_t *bound)
{
    const char *symbol = d->fields[SYMBOL];
    const classic_t *native = find_native(r->g, symbol);
    map_set(bound, symbol, r);
    if (native) {
        check_arity(r, d, native);
        return;
    }
    diag_pos_t pos = {.file = d->fields[FILE_NAME], .line = atoi(d->fields[LINE])};
    diag_error(&pos, DIAG_native_bound, nearest(r->g, symbol),
               "native '%s' is declared here, but no C source defines it", symbol);
}

static void check_unbound(reader_t *r, const map_t *bound)
{
    for (int i = 0; i < r->g->classics.len; i++) {
        const classic_t *native = r->g->classics.items[i];
        if (native->exposed && !map_get(bound, native->name)) {
            lint_report(r, true, &native->pos, DIAG_native_bound, NULL,
                        "native '%s' is declared nowhere in Python", native->name);
        }
    }
}

void lint_bound(gen_t *g, const char *path)
{
    char *text, *end;
    size_t len;
    reader_t r = {.g = g};
    map_t bound;
    map_init(&bound, g->arena);
    if (!file_read(g->arena, path, &text, &len)) {
        return;
    }
    for (char *line = text; *line; line = end) {
        declaration_t d;
        end = line + strcspn(line, "\n");
        end += *end ? 1 : 0;
        char *copy = arena_strndup(g->arena, line, strcspn(line, "\n"));
        if (split(g->arena, copy, &d)) {
            check_declaration(&r, &d, &bound);
        }
    }
    check_unbound(&r, &bound);
}
