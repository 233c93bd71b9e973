/* SPDX-License-Identifier: MIT */
/* trace_record.h -- what traceback.c records and trace_print.c shows. */
#ifndef CORE_TRACE_RECORD_H
#define CORE_TRACE_RECORD_H

#include "traceback.h"

struct text;

/* Entries from the innermost frame outwards. */
typedef struct {
    uint16_t length, capacity;
    bool lost;                 /* some in the middle did not fit */
    const struct frame *frame; /* left last */
    const struct frame *next;  /* its caller */
    trace_entry_t entries[];
} trace_t;

/* The record of an exception value, or NULL. */
const trace_t *trace_of(PObject *exc);
/* Adds line number `line` of a file without what is white around it, if there is one.
 */
void trace_add_source(struct text *out, const char *file, uint32_t line);
/* Path of the source, "?" without a line table. */
const char *trace_file(const image_code_t *code);

#endif
