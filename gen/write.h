/* SPDX-License-Identifier: MIT */
/*
 * write.h -- from the model to text: one function per output file. Each gets an empty
 * buffer and fills it.
 */
#ifndef GEN_WRITE_H
#define GEN_WRITE_H

#include "model.h"
#include "strbuf.h"

void write_glue(gen_t *g, strbuf_t *s);
void write_python(gen_t *g, strbuf_t *s);
void write_stub(gen_t *g, strbuf_t *s);
void write_markdown(gen_t *g, strbuf_t *s);
void write_json(gen_t *g, strbuf_t *s);
void write_fuzz(gen_t *g, strbuf_t *s);

/* "bme280.c, calib.c": for the first line of each file. */
const char *write_origin(gen_t *g);
/* The symbols of all natives, ascending; `*n` of them. */
typedef struct native_row {
    const char *symbol;
    const fn_t *fn;           /* typed, or */
    const classic_t *classic; /* written by hand */
} native_row_t;
native_row_t *write_natives(gen_t *g, int *n);
/* CRC-32 over the signatures of all natives. */
uint32_t write_signature_crc(gen_t *g);
const char *classic_python_params(gen_t *g, const classic_t *c, bool annotated);

/* ---- doc.c: doc comments ---- */

/* The text without @ lines, or NULL. */
const char *doc_body(gen_t *g, const char *doc);
/* The text of `@tag`, or of `@tag word`; the n-th; NULL when there is none. `*word`
 * gets the word when it was NULL. */
const char *doc_tag(gen_t *g, const char *doc, const char *tag, const char **word,
                    int n);
/* A Python docstring, indented, with newline; nothing for NULL. */
void doc_python(strbuf_t *s, const char *text, int indent);

#endif
