/* SPDX-License-Identifier: MIT */
/* trace_source.c -- the source lines of a traceback, where there are files. */
#include "file.h"
#include "text.h"
#include "trace_record.h"

/* Reads a file line by line into a buffer of its own. */
typedef struct {
    int handle;
    long have, at;
    char block[512];
} reader_t;

static int next_byte(reader_t *r)
{
    if (r->at == r->have) {
        r->at = 0;
        r->have = file_port_read(r->handle, r->block, sizeof r->block);
        if (r->have <= 0) {
            r->have = 0;
            return -1;
        }
    }
    return (unsigned char)r->block[r->at++];
}

void trace_add_source(text_t *out, const char *file, uint32_t line)
{
    reader_t r = {.handle = file_port_open(file, FILE_READ)};
    int c = 0;
    if (r.handle < 0) {
        return;
    }
    for (uint32_t n = 1; n < line && c >= 0; n += c == '\n') {
        c = next_byte(&r);
    }
    do {
        c = next_byte(&r);
    } while (c == ' ' || c == '\t');
    if (c >= 0 && c != '\n') {
        text_add_c(out, "    ");
        for (; c >= 0 && c != '\n' && c != '\r'; c = next_byte(&r)) {
            text_add_char(out, (char)c);
        }
        text_add_c(out, "\n");
    }
    file_port_close(r.handle);
}
