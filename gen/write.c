/* SPDX-License-Identifier: MIT */
/* write.c -- what several writers share: origin, the table of natives, the signature.
 */
#include "write.h"

#include <stdlib.h>
#include <string.h>

const char *write_origin(gen_t *g)
{
    const char *text = NULL;
    for (int i = 0; i < g->nsources; i++) {
        const char *slash = strrchr(g->sources[i], '/');
        const char *base = slash ? slash + 1 : g->sources[i];
        text = text ? arena_printf(g->arena, "%s, %s", text, base) : base;
    }
    return text;
}

static int by_symbol(const void *a, const void *b)
{
    return strcmp(((const native_row_t *)a)->symbol, ((const native_row_t *)b)->symbol);
}

native_row_t *write_natives(gen_t *g, int *n)
{
    native_row_t *rows =
        ARENA_ARRAY(g->arena, native_row_t, g->fns.len + g->classics.len + 1);
    *n = 0;
    for (int i = 0; i < g->fns.len; i++) {
        rows[(*n)++] = (native_row_t){g->fns.items[i]->glue, g->fns.items[i], NULL};
    }
    for (int i = 0; i < g->classics.len; i++) {
        rows[(*n)++] =
            (native_row_t){g->classics.items[i]->name, NULL, g->classics.items[i]};
    }
    qsort(rows, (size_t)*n, sizeof *rows, by_symbol);
    return rows;
}

const char *classic_python_params(gen_t *g, const classic_t *c, bool annotated)
{
    const char *text = "";
    for (int i = 0; i < c->nparams; i++) {
        const char *none = i < c->nrequired ? "" : annotated ? " = None" : "=None";
        text = arena_printf(g->arena, "%s%s%s%s%s", text, i ? ", " : "", c->names[i],
                            annotated ? ": object" : "", none);
    }
    return text;
}

static uint32_t crc32_add(uint32_t crc, const char *s)
{
    for (; *s; s++) {
        crc ^= (unsigned char)*s;
        for (int bit = 0; bit < 8; bit++) {
            crc = (crc >> 1) ^ (0xEDB88320u & -(crc & 1));
        }
    }
    return crc;
}

uint32_t write_signature_crc(gen_t *g)
{
    int n;
    native_row_t *rows = write_natives(g, &n);
    uint32_t crc = 0xFFFFFFFFu;
    for (int i = 0; i < n; i++) {
        const fn_t *fn = rows[i].fn;
        const char *params = fn ? fn_python_params(g, fn, true)
                                : classic_python_params(g, rows[i].classic, true);
        crc = crc32_add(crc, arena_printf(g->arena, "%s(%s) -> %s\n", rows[i].symbol,
                                          params, fn ? fn_python_result(g, fn) : "?"));
    }
    return ~crc;
}
