/* SPDX-License-Identifier: MIT */
/*
 * locate.c -- where in the source a place in the bytecode is, from an image's line tables.
 * It trusts nothing: what points outside of the image is not found.
 */
#include "compiler.h"

#include "image.h"
#include "names.h"

#include <string.h>

typedef struct reader {
    const uint8_t *image;
    size_t len;
} reader_t;

static const char *const fixed_names[NAME_FIRST_USER] = {
#define NAME(number, name) [number] = #name,
#define EXCEPTION(number, name, parent) [number] = #name,
#include "names.def"
#undef NAME
#undef EXCEPTION
};

static bool get(const reader_t *r, uint64_t offset, void *out, size_t size)
{
    if (offset > r->len || size > r->len - offset) {
        return false;
    }
    memcpy(out, r->image + offset, size);
    return true;
}

static bool get_u32(const reader_t *r, uint64_t offset, uint32_t *out)
{
    return get(r, offset, out, sizeof *out);
}

static const char *text_at(const reader_t *r, uint32_t offset)
{
    bool whole = offset < r->len && memchr(r->image + offset, 0, r->len - offset);
    return whole ? (const char *)r->image + offset : "?";
}

static const char *name_of(const reader_t *r, const image_header_t *h, uint16_t number)
{
    uint32_t offset;
    if (number < NAME_FIRST_USER) {
        return fixed_names[number] ? fixed_names[number] : "?";
    }
    number = (uint16_t)(number - NAME_FIRST_USER);
    return number < h->nnames && get_u32(r, h->names + 4u * number, &offset)
               ? text_at(r, offset)
               : "?";
}

static int line_of(const reader_t *r, uint32_t at, const image_lines_t *lines,
                   unsigned pc)
{
    uint32_t line = lines->first_line;
    image_line_t row;
    for (uint32_t i = 0; i < lines->nrows; i++) {
        if (!get(r, at + sizeof *lines + (uint64_t)i * sizeof row, &row, sizeof row) ||
            row.pc > pc) {
            break;
        }
        line = row.line;
    }
    return (int)line;
}

bool locate_code(const void *image, size_t len, unsigned code, unsigned pc,
                 locate_place_t *out)
{
    reader_t r = {image, len};
    image_header_t h;
    image_debug_t debug;
    image_code_t c;
    image_module_t module;
    image_lines_t lines;
    uint32_t at, place;
    if (!get(&r, 0, &h, sizeof h) || h.magic != IMAGE_MAGIC || code >= h.ncodes ||
        !h.debug || !get_u32(&r, h.codes + 4ull * code, &place) ||
        !get(&r, place, &c, sizeof c) ||
        !get(&r, h.modules + (uint64_t)c.module * sizeof module, &module, sizeof module) ||
        !get(&r, h.debug, &debug, sizeof debug) ||
        !get_u32(&r, debug.codes + 4ull * code, &at) ||
        !get(&r, at, &lines, sizeof lines)) {
        return false;
    }
    *out = (locate_place_t){
        .file = text_at(&r, lines.file),
        .function = module.code == code ? "<module>" : name_of(&r, &h, c.name),
        .line = line_of(&r, at, &lines, pc),
    };
    return true;
}
