/* SPDX-License-Identifier: MIT */
/*
 * verify.c -- the image's tables and constants.
 *
 * An address in the image is a word listed in the relocation table. Two bitmaps of the
 * image are kept while constants are checked: which words are addresses, and which
 * objects have been seen, so each object is looked at once however often it is shared.
 */
#include "verify.h"
#include "gc.h"
#include "value.h"
#include <string.h>

const char verify_no_memory[] = "no memory";

#define WORD ((uint32_t)sizeof(uintptr_t))
#define MAX_NESTING 200 /* of constant tuples: as deep as this file recurses */

typedef struct {
    const uint8_t *image;
    const image_header_t *h;
    uint8_t *is_address; /* a bit for every 4 bytes */
    uint8_t *seen;       /* a bit for every 8 bytes */
    verify_error_t *error;
} image_t;

static bool fail(image_t *v, const char *what, uint32_t offset)
{
    *v->error = (verify_error_t){what, UINT32_MAX, offset};
    return false;
}

/* Do n rows of `size` bytes lie at `offset`, aligned? */
static bool inside(const image_t *v, uint32_t offset, uint32_t n, uint32_t size,
                   uint32_t align)
{
    return offset % align == 0 && offset >= sizeof *v->h && offset <= v->h->length &&
           (uint64_t)n * size <= v->h->length - offset;
}

static bool is_text(const image_t *v, uint32_t offset)
{
    return inside(v, offset, 1, 1, 1) &&
           memchr(v->image + offset, 0, v->h->length - offset) != NULL;
}

static const void *at(const image_t *v, uint32_t offset)
{
    return v->image + offset;
}

static bool bit(const uint8_t *map, uint32_t i)
{
    return map[i / 8] >> i % 8 & 1;
}

static void set_bit(uint8_t *map, uint32_t i)
{
    map[i / 8] |= (uint8_t)(1 << i % 8);
}

/* Offset that an address word at `offset` holds. */
static uintptr_t target_of(const image_t *v, uint32_t offset)
{
    uintptr_t word;
    memcpy(&word, v->image + offset, sizeof word);
    return word - (uintptr_t)v->h->link_base;
}

/* ---- constants ---- */

static bool check_object(image_t *v, uint32_t offset, int depth);

/* Any value: tagged, or the address of an object. */
static bool check_word(image_t *v, uint32_t offset, int depth)
{
    uintptr_t word;
    memcpy(&word, v->image + offset, sizeof word);
    if (bit(v->is_address, offset / 4)) {
        return check_object(v, (uint32_t)target_of(v, offset), depth);
    }
    return IS_TAGGED(word) || fail(v, "a constant is no value", offset);
}

static bool check_words(image_t *v, uint32_t offset, uint32_t n, int depth)
{
    for (uint32_t i = 0; i < n; i++) {
        if (!check_word(v, offset + i * WORD, depth)) {
            return false;
        }
    }
    return true;
}

/* Is `offset` the code object that its own row names? */
static bool is_code(const image_t *v, uintptr_t offset)
{
    if (offset > UINT32_MAX ||
        !inside(v, (uint32_t)offset, 1, sizeof(image_code_t), 4)) {
        return false;
    }
    const image_code_t *code = at(v, (uint32_t)offset);
    const uint32_t *rows = at(v, v->h->codes);
    return code->index < v->h->ncodes && rows[code->index] == offset;
}

/* A function without defaults and cells: the code object, then NULLs. */
static bool check_function(image_t *v, uint32_t offset)
{
    uintptr_t words[4] = {0};
    memcpy(words, v->image + offset, sizeof words);
    if (!bit(v->is_address, offset / 4) || !is_code(v, target_of(v, offset)) ||
        words[1] || words[2] || words[3]) {
        return fail(v, "a constant function is malformed", offset);
    }
    const image_code_t *code = at(v, (uint32_t)target_of(v, offset));
    return code->nfree == 0 || fail(v, "a constant function needs cells", offset);
}

static bool check_bigint(image_t *v, const PObjectHeader *o, uint32_t data)
{
    const uint32_t *limb = at(v, data);
    return (o->length >= 2 && limb[o->length - 1] != 0) ||
           fail(v, "a constant integer is not in its smallest form", data);
}

/* Bytes behind the header, or UINT32_MAX: no constant has that type. */
static uint64_t data_size(const PObjectHeader *o)
{
    switch (o->type) {
    case PINTEGER:
    case PFLOAT:
        return 8;
    case PSTRING:
    case PBYTES:
        return o->length;
    case PSHORTS:
        return (uint64_t)o->length * 2;
    case PBIGINT:
        return (uint64_t)o->length * 4;
    case PTUPLE:
        return (uint64_t)o->length * WORD;
    case PFUNCTION:
        return 4 * WORD;
    default:
        return UINT32_MAX;
    }
}

static bool check_object(image_t *v, uint32_t offset, int depth)
{
    if (!inside(v, offset, 1, sizeof(PObjectHeader), 8)) {
        return fail(v, "a constant lies outside", offset);
    }
    if (bit(v->seen, offset / 8)) {
        return true;
    }
    set_bit(v->seen, offset / 8);
    const PObjectHeader *o = at(v, offset);
    uint32_t data = offset + sizeof *o;
    uint64_t size = data_size(o);
    if (size > v->h->length - data || o->flags & POBJ_MUTABLE) {
        return fail(v, "a constant is malformed", offset);
    }
    if (o->type == PTUPLE) {
        return depth == MAX_NESTING ? fail(v, "constants are nested too deep", offset)
                                    : check_words(v, data, o->length, depth + 1);
    }
    if (o->type == PFUNCTION) {
        return check_function(v, data);
    }
    return o->type != PBIGINT || check_bigint(v, o, data);
}

static bool note_addresses(image_t *v)
{
    const uint32_t *reloc = at(v, v->h->relocs);
    for (uint32_t i = 0; i < v->h->nrelocs; i++) {
        uintptr_t target = target_of(v, reloc[i]);
        if (target >= v->h->length) {
            return fail(v, "an address lies outside", reloc[i]);
        }
        set_bit(v->is_address, reloc[i] / 4);
    }
    return true;
}

static bool check_consts(image_t *v)
{
    return inside(v, v->h->consts, v->h->nconsts, WORD, WORD)
               ? check_words(v, v->h->consts, v->h->nconsts, 0)
               : fail(v, "the constants lie outside", v->h->consts);
}

/* Is that row of the constants a str? */
static bool is_str(const image_t *v, uint16_t row)
{
    uint32_t offset = v->h->consts + row * WORD;
    return row < v->h->nconsts && bit(v->is_address, offset / 4) &&
           ((const PObjectHeader *)at(v, (uint32_t)target_of(v, offset)))->type ==
               PSTRING;
}

/* ---- code objects, natives, classes ---- */

static bool check_code(image_t *v, uint32_t row, uint32_t offset)
{
    if (!inside(v, offset, 1, sizeof(image_code_t), 4)) {
        return fail(v, "a code object lies outside", offset);
    }
    const image_code_t *c = at(v, offset);
    uint32_t names = (uint32_t)c->nparams + c->nkwonly + !!(c->flags & CODE_VARARGS) +
                     !!(c->flags & CODE_VARKW);
    size_t start =
        sizeof *c + names * sizeof(uint16_t) + c->nhandlers * sizeof(image_handler_t);
    if (c->index != row || c->start < start || c->length == 0 ||
        !inside(v, offset, 1, (uint32_t)c->start + c->length, 4)) {
        return fail(v, "a code object is malformed", offset);
    }
    if (c->nposonly > c->nparams || names + c->ncells + c->nfree > c->nlocals) {
        return fail(v, "a code object has parameters without a place", offset);
    }
    return (c->module < v->h->nmodules && is_str(v, c->qualname)) ||
           fail(v, "a code object has no module or name", offset);
}

static bool is_need(const image_t *v, uint16_t need)
{
    return need == IMAGE_NONE || need < v->h->nneeds;
}

static bool check_native(image_t *v, uint32_t row, uint32_t offset)
{
    (void)row;
    if (!inside(v, offset, 1, sizeof(image_native_t), 4)) {
        return fail(v, "a native lies outside", offset);
    }
    const image_native_t *n = at(v, offset);
    uint32_t named = (uint32_t)n->nparams + n->nkwonly;
    if (!inside(v, offset + sizeof *n, named, 4, 4) || n->nposonly > n->nparams ||
        !is_text(v, n->symbol) || !is_need(v, n->need)) {
        return fail(v, "a native is malformed", offset);
    }
    const uint16_t *defaults = (const uint16_t *)(n + 1) + named;
    for (uint32_t i = 0; i < named; i++) {
        if (defaults[i] != IMAGE_NONE && defaults[i] >= v->h->nconsts) {
            return fail(v, "a native's default is no constant", offset);
        }
    }
    return true;
}

static bool check_class(image_t *v, uint32_t row, uint32_t offset)
{
    (void)row;
    if (!inside(v, offset, 1, sizeof(image_class_t), 4)) {
        return fail(v, "a class lies outside", offset);
    }
    const image_class_t *c = at(v, offset);
    return (inside(v, offset + sizeof *c, (uint32_t)c->nattrs + c->nslots, 2, 2) &&
            c->module < v->h->nmodules && is_str(v, c->qualname) &&
            is_need(v, c->need) &&
            (c->flags & CLASS_NATIVE ? is_text(v, c->symbol) : true)) ||
           fail(v, "a class is malformed", offset);
}

/* A table of u32 offsets, each with its own check. */
static bool check_rows(image_t *v, uint32_t table, uint32_t n,
                       bool (*check)(image_t *v, uint32_t row, uint32_t offset))
{
    if (n > UINT16_MAX || !inside(v, table, n, 4, 4)) {
        return fail(v, "a table lies outside", table);
    }
    const uint32_t *offset = at(v, table);
    for (uint32_t i = 0; i < n; i++) {
        if (!check(v, i, offset[i])) {
            return false;
        }
    }
    return true;
}

/* ---- modules, exceptions, names, lines ---- */

static bool check_module(image_t *v, const image_module_t *m, uint32_t offset)
{
    if (m->code >= v->h->ncodes || !is_str(v, m->file) ||
        !inside(v, m->syms, m->nsyms, 4, 4)) {
        return fail(v, "a module is malformed", offset);
    }
    const image_code_t *body = at(v, ((const uint32_t *)at(v, v->h->codes))[m->code]);
    if (body->nparams || body->nkwonly || body->nfree) {
        return fail(v, "a module's body has parameters", offset);
    }
    const uint16_t *syms = at(v, m->syms);
    for (uint32_t i = 0; i < m->nsyms; i++) {
        if (syms[2 * i + 1] >= v->h->nglobals) {
            return fail(v, "a module names a global that is not there", offset);
        }
    }
    return true;
}

static bool check_modules(image_t *v)
{
    const image_header_t *h = v->h;
    if (h->nmodules == 0 ||
        !inside(v, h->modules, h->nmodules, sizeof(image_module_t), 4)) {
        return fail(v, "the modules lie outside", h->modules);
    }
    const image_module_t *rows = at(v, h->modules);
    for (uint32_t i = 0; i < h->nmodules; i++) {
        if (!check_module(v, &rows[i], h->modules)) {
            return false;
        }
    }
    return true;
}

/* A parent is a built-in or a row; going up ends. */
static bool exceptions_end(image_t *v, const image_exc_t *rows, uint32_t i)
{
    uint16_t name = rows[i].parent;
    for (uint32_t steps = 0; name >= NAME_FIRST_USER; steps++) {
        uint32_t row = 0;
        while (row < v->h->nexcs && rows[row].name != name) {
            row++;
        }
        if (row == v->h->nexcs || steps > v->h->nexcs) {
            return fail(v, "an exception has no root", v->h->excs);
        }
        name = rows[row].parent;
    }
    return true;
}

static bool check_exceptions(image_t *v)
{
    const image_header_t *h = v->h;
    if (h->nexcs && !inside(v, h->excs, h->nexcs, sizeof(image_exc_t), 2)) {
        return fail(v, "the exceptions lie outside", h->excs);
    }
    const image_exc_t *rows = at(v, h->excs);
    for (uint32_t i = 0; i < h->nexcs; i++) {
        if (i && rows[i].name <= rows[i - 1].name) {
            return fail(v, "the exceptions are not in order", h->excs);
        }
        if (rows[i].module >= h->nmodules) {
            return fail(v, "an exception has no module", h->excs);
        }
        if (rows[i].message != IMAGE_NONE && !is_str(v, rows[i].message)) {
            return fail(v, "an exception's text is no str", h->excs);
        }
        if (!exceptions_end(v, rows, i)) {
            return false;
        }
    }
    return true;
}

/* Rows of `size` bytes that begin with the offset of a text. */
static bool check_texts(image_t *v, uint32_t table, uint32_t n, uint32_t size)
{
    if (n && !inside(v, table, n, size, 4)) {
        return fail(v, "a table of names lies outside", table);
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!is_text(v, *(const uint32_t *)at(v, table + i * size))) {
            return fail(v, "a name lies outside", table + i * size);
        }
    }
    return true;
}

static bool check_lines(image_t *v, uint32_t row, uint32_t offset)
{
    const image_code_t *code = at(v, ((const uint32_t *)at(v, v->h->codes))[row]);
    if (!inside(v, offset, 1, sizeof(image_lines_t), 4)) {
        return fail(v, "a line table lies outside", offset);
    }
    const image_lines_t *lines = at(v, offset);
    if (!is_text(v, lines->file) ||
        !inside(v, offset + sizeof *lines, lines->nrows, sizeof(image_line_t), 4) ||
        (lines->locals && !inside(v, lines->locals, code->nlocals, 4, 4))) {
        return fail(v, "a line table is malformed", offset);
    }
    for (uint32_t i = 0; lines->locals && i < code->nlocals; i++) {
        uint32_t name = ((const uint32_t *)at(v, lines->locals))[i];
        if (name && !is_text(v, name)) {
            return fail(v, "a local's name lies outside", offset);
        }
    }
    return true;
}

static bool check_debug(image_t *v)
{
    if (v->h->debug == 0) {
        return true;
    }
    if (!inside(v, v->h->debug, 1, sizeof(image_debug_t), 4)) {
        return fail(v, "the line tables lie outside", v->h->debug);
    }
    const image_debug_t *debug = at(v, v->h->debug);
    return check_rows(v, debug->codes, v->h->ncodes, check_lines);
}

/* ---- all ---- */

static bool check_all(image_t *v)
{
    const image_header_t *h = v->h;
    if (h->nconsts > UINT16_MAX || h->nglobals > UINT16_MAX || h->nnames > UINT16_MAX ||
        h->nneeds > UINT16_MAX || h->nmodules > UINT16_MAX) {
        return fail(v, "a table is too long", 0);
    }
    return inside(v, h->codes, h->ncodes, 4, 4) && note_addresses(v) &&
           check_consts(v) && check_rows(v, h->codes, h->ncodes, check_code) &&
           check_texts(v, h->needs, h->nneeds, sizeof(image_need_t)) &&
           check_rows(v, h->natives, h->nnatives, check_native) &&
           check_rows(v, h->classes, h->nclasses, check_class) && check_modules(v) &&
           check_exceptions(v) && check_texts(v, h->names, h->nnames, 4) &&
           check_debug(v);
}

bool verify_tables(const uint8_t *image, verify_error_t *error)
{
    image_t v = {.image = image,
                 .h = (const image_header_t *)(const void *)image,
                 .error = error};
    uint32_t addresses = v.h->length / 32 + 1, objects = v.h->length / 64 + 1;
    *error = (verify_error_t){"its tables lie outside", UINT32_MAX, 0};
    v.is_address = gc_malloc(addresses + objects);
    if (v.is_address == NULL) {
        error->what = verify_no_memory;
        return false;
    }
    memset(v.is_address, 0, addresses + objects);
    v.seen = v.is_address + addresses;
    bool good = check_all(&v);
    gc_free(v.is_address);
    return good;
}
