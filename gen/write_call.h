/* SPDX-License-Identifier: MIT */
/*
 * write_call.h -- the glue function of one native.
 */
#ifndef GEN_WRITE_CALL_H
#define GEN_WRITE_CALL_H

#include "write.h"

void write_call(gen_t *g, strbuf_t *s, const fn_t *fn);
/* "int x", "char *x". */
void write_declaration(strbuf_t *s, const char *ctype, const char *name);
/* Where in an instance the `index`-th kept callable lies. */
uint32_t write_kept_offset(const gen_t *g, const cclass_t *c, int index);

#endif
