/* SPDX-License-Identifier: MIT */
/*
 * image.c -- lays the program out as image.h describes. Same program, same bytes.
 */
#include "crc32.h"
#include "fingerprint.h"
#include "hash.h"
#include "layout.h"
#include "program.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__,
               "structs are written as they are");

typedef struct text_ref {
    size_t at; /* the u32 that is to hold the text's offset */
    const char *text;
} text_ref_t;

typedef struct writer {
    program_t *program;
    strbuf_t *out;
    int word;
    image_header_t header;
    uint32_t *code_at; /* by row */
    LIST(text_ref_t) texts;
    LIST(uint32_t) relocs;
} writer_t;

static uint32_t here(const writer_t *w)
{
    return (uint32_t)w->out->len;
}

static uint32_t section(writer_t *w)
{
    strbuf_align(w->out, 8);
    return here(w);
}

static void put16(writer_t *w, int value)
{
    strbuf_addle(w->out, (uint64_t)value, 2);
}

static void put16s(writer_t *w, const int *values, int n)
{
    for (int i = 0; i < n; i++) {
        put16(w, values[i]);
    }
}

/* A u32 that will hold the offset of a text. */
static void put_text(writer_t *w, const char *text)
{
    ARENA_PUSH(w->program->arena, &w->texts, ((text_ref_t){w->out->len, text}));
    strbuf_addle(w->out, 0, 4);
}

static void put_address(writer_t *w, uint32_t offset)
{
    ARENA_PUSH(w->program->arena, &w->relocs, here(w));
    strbuf_addle(w->out, offset, w->word);
}

/* Room for a table of n u32; returns where it is. */
static uint32_t offset_table(writer_t *w, int n)
{
    uint32_t at = section(w);
    for (int i = 0; i < n; i++) {
        strbuf_addle(w->out, 0, 4);
    }
    return at;
}

/* The next row of such a table stands here. */
static void offset_row(writer_t *w, uint32_t table, int row)
{
    strbuf_align(w->out, 4);
    strbuf_setle(w->out, table + 4 * (size_t)row, here(w), 4);
}

/* ---- codes ---- */

static void put_code(writer_t *w, const code_t *c)
{
    int nnames = c->nparams + c->nkwonly + !!(c->flags & CODE_VARARGS) +
                 !!(c->flags & CODE_VARKW);
    size_t start = sizeof(image_code_t) + 2 * (size_t)nnames +
                   sizeof(image_handler_t) * (size_t)c->nrows;
    image_code_t head = {.name = (uint16_t)c->name,
                         .module = (uint16_t)c->module,
                         .nparams = (uint8_t)c->nparams,
                         .nposonly = (uint8_t)c->nposonly,
                         .nkwonly = (uint8_t)c->nkwonly,
                         .flags = (uint8_t)c->flags,
                         .nlocals = (uint8_t)(c->nlocals + c->ncells + c->nfree),
                         .ncells = (uint8_t)c->ncells,
                         .nfree = (uint8_t)c->nfree,
                         .stack = (uint16_t)c->stack,
                         .nhandlers = (uint16_t)c->nrows,
                         .start = (uint16_t)start,
                         .length = (uint16_t)c->nbytes,
                         .index = (uint16_t)c->index,
                         .qualname = (uint16_t)c->qualname};
    strbuf_add(w->out, &head, sizeof head);
    put16s(w, c->param_names, nnames);
    strbuf_add(w->out, c->rows, sizeof *c->rows * (size_t)c->nrows);
    strbuf_add(w->out, c->bytes, (size_t)c->nbytes);
}

static void put_codes(writer_t *w)
{
    program_t *p = w->program;
    w->header.ncodes = (uint32_t)p->codes.len;
    w->header.codes = offset_table(w, p->codes.len);
    w->code_at = ARENA_ARRAY(p->arena, uint32_t, p->codes.len + 1);
    for (int i = 0; i < p->codes.len; i++) {
        offset_row(w, w->header.codes, i);
        w->code_at[i] = here(w);
        put_code(w, p->codes.items[i]);
    }
}

/* ---- constants ---- */

/* True for a constant that is a word of its own. */
static bool tagged(const constant_t *k, uint32_t *word)
{
    switch (k->kind) {
    case CONST_NONE:
        *word = LAYOUT_NONE;
        return true;
    case CONST_FALSE:
        *word = LAYOUT_FALSE;
        return true;
    case CONST_TRUE:
        *word = LAYOUT_TRUE;
        return true;
    case CONST_ELLIPSIS:
        *word = LAYOUT_ELLIPSIS;
        return true;
    case CONST_NOT_IMPLEMENTED:
        *word = LAYOUT_NOT_IMPLEMENTED;
        return true;
    case CONST_EXCEPTION:
        *word = LAYOUT_EXCEPTION(k->integer);
        return true;
    case CONST_INT:
        *word = LAYOUT_SMALLINT(k->integer);
        return k->integer >= LAYOUT_SMALLINT_MIN && k->integer <= LAYOUT_SMALLINT_MAX;
    default:
        return false;
    }
}

static void put_word(writer_t *w, const constant_t *k)
{
    uint32_t word;
    if (tagged(k, &word)) {
        strbuf_addle(w->out, word, w->word);
    } else {
        put_address(w, k->offset);
    }
}

static bool is_ascii(const constant_t *k)
{
    for (uint32_t i = 0; i < k->len; i++) {
        if ((unsigned char)k->data[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

static void put_header(writer_t *w, uint32_t length, int type, int flags, int aux)
{
    strbuf_addle(w->out, length, 4);
    strbuf_addle(w->out, (uint64_t)type, 1);
    strbuf_addle(w->out, (uint64_t)flags, 1);
    put16(w, aux);
}

static void put_bytes_object(writer_t *w, const constant_t *k)
{
    bool text = k->kind == CONST_STR;
    int flags = LAYOUT_HASHABLE | (text && is_ascii(k) ? LAYOUT_ASCII : 0);
    put_header(w, k->len, text ? LAYOUT_PSTRING : LAYOUT_PBYTES, flags,
               value_hash_bytes(k->data, k->len));
    strbuf_add(w->out, k->data, k->len);
    strbuf_addc(w->out, 0);
}

static void put_tuple(writer_t *w, const constant_t *k)
{
    put_header(w, k->len, LAYOUT_PTUPLE, LAYOUT_HASHABLE, 0);
    for (uint32_t i = 0; i < k->len; i++) {
        put_word(w, consts_get(&w->program->consts, k->items[i]));
    }
}

static void put_function(writer_t *w, const constant_t *k)
{
    put_header(w, 0, LAYOUT_PFUNCTION, LAYOUT_HASHABLE, 0);
    put_address(w, w->code_at[k->integer]);
    for (int i = 1; i < LAYOUT_FUNCTION_WORDS; i++) {
        strbuf_addle(w->out, 0, w->word);
    }
}

static void put_object(writer_t *w, const constant_t *k)
{
    uint64_t bits;
    switch (k->kind) {
    case CONST_INT:
        put_header(w, 0, LAYOUT_PINTEGER, LAYOUT_HASHABLE, 0);
        strbuf_addle(w->out, (uint64_t)k->integer, 8);
        break;
    case CONST_FLOAT:
        memcpy(&bits, &k->real, sizeof bits);
        put_header(w, 0, LAYOUT_PFLOAT, LAYOUT_HASHABLE, 0);
        strbuf_addle(w->out, bits, 8);
        break;
    case CONST_BIGINT:
        put_header(w, k->len, LAYOUT_PBIGINT,
                   LAYOUT_HASHABLE | (k->negative ? LAYOUT_NEGATIVE : 0), 0);
        for (uint32_t i = 0; i < k->len; i++) {
            strbuf_addle(w->out, k->limbs[i], 4);
        }
        break;
    case CONST_STR:
    case CONST_BYTES:
        put_bytes_object(w, k);
        break;
    case CONST_TUPLE:
        put_tuple(w, k);
        break;
    case CONST_FUNCTION:
        put_function(w, k);
        break;
    default:
        assert(!"a tagged constant is no object");
    }
}

/* Writes the object of a constant once, those it refers to first. */
static void place(writer_t *w, int constant)
{
    constant_t *k = &w->program->consts.all.items[constant];
    uint32_t word;
    if (k->offset || tagged(k, &word)) {
        return;
    }
    for (uint32_t i = 0; k->kind == CONST_TUPLE && i < k->len; i++) {
        place(w, k->items[i]);
    }
    k->offset = section(w);
    put_object(w, k);
}

static void put_consts(writer_t *w)
{
    consts_t *c = &w->program->consts;
    w->header.nconsts = (uint32_t)c->rows.len;
    w->header.consts = section(w);
    for (int i = 0; i < c->rows.len * w->word; i++) {
        strbuf_addc(w->out, 0);
    }
    for (int i = 0; i < c->rows.len; i++) {
        place(w, c->rows.items[i]);
    }
    for (int i = 0; i < c->rows.len; i++) {
        const constant_t *k = consts_get(c, c->rows.items[i]);
        uint32_t word, at = w->header.consts + (uint32_t)(i * w->word);
        if (!tagged(k, &word)) {
            word = k->offset;
            ARENA_PUSH(w->program->arena, &w->relocs, at);
        }
        strbuf_setle(w->out, at, word, w->word);
    }
}

/* ---- natives, classes, modules, exceptions ---- */

static void put_native(writer_t *w, const native_t *n)
{
    put_text(w, n->symbol);
    put16(w, n->need);
    put16(w, n->name);
    strbuf_addle(w->out, (uint64_t)n->nparams, 1);
    strbuf_addle(w->out, (uint64_t)n->nposonly, 1);
    strbuf_addle(w->out, (uint64_t)n->nkwonly, 1);
    strbuf_addle(w->out, (uint64_t)n->flags, 1);
    strbuf_addle(w->out, 0, 4);
    int named = n->nparams + n->nkwonly;
    put16s(w, n->param_names, named);
    put16s(w, n->defaults, named);
}

static void put_natives(writer_t *w)
{
    program_t *p = w->program;
    w->header.nnatives = (uint32_t)p->natives.len;
    w->header.natives = offset_table(w, p->natives.len);
    for (int i = 0; i < p->natives.len; i++) {
        offset_row(w, w->header.natives, i);
        put_native(w, p->natives.items[i]);
    }
}

static void put_class(writer_t *w, const class_row_t *c)
{
    image_class_t head = {.name = (uint16_t)c->name,
                          .flags = (uint16_t)c->flags,
                          .nattrs = (uint16_t)c->attrs.len,
                          .nslots = (uint16_t)c->slots.len,
                          .number = (uint16_t)c->number,
                          .module = (uint16_t)c->module,
                          .qualname = (uint16_t)c->qualname,
                          .need = (uint16_t)c->need};
    strbuf_add(w->out, &head, offsetof(image_class_t, symbol));
    if (c->symbol) {
        put_text(w, c->symbol);
    } else {
        strbuf_addle(w->out, 0, 4);
    }
    put16s(w, c->attrs.items, c->attrs.len);
    put16s(w, c->slots.items, c->slots.len);
}

static void put_classes(writer_t *w)
{
    program_t *p = w->program;
    w->header.nclasses = (uint32_t)p->classes.len;
    w->header.classes = offset_table(w, p->classes.len);
    for (int i = 0; i < p->classes.len; i++) {
        offset_row(w, w->header.classes, i);
        put_class(w, p->classes.items[i]);
    }
}

static void put_modules(writer_t *w)
{
    program_t *p = w->program;
    w->header.nmodules = (uint32_t)p->modules.len;
    w->header.modules = section(w);
    for (int i = 0; i < p->modules.len; i++) {
        module_t *m = p->modules.items[i];
        image_module_t row = {.name = (uint16_t)program_name(p, m->name),
                              .code = (uint16_t)m->body->index,
                              .nsyms = (uint16_t)m->syms.len,
                              .file = (uint16_t)m->file_row};
        strbuf_add(w->out, &row, sizeof row);
    }
    for (int i = 0; i < p->modules.len; i++) {
        module_t *m = p->modules.items[i];
        size_t row = w->header.modules + sizeof(image_module_t) * (size_t)i;
        strbuf_align(w->out, 4);
        strbuf_setle(w->out, row + offsetof(image_module_t, syms), here(w), 4);
        for (int s = 0; s < m->syms.len; s++) {
            put16(w, m->syms.items[s].name);
            put16(w, m->syms.items[s].global);
        }
    }
}

static void sort_excs(program_t *p)
{
    for (int i = 1; i < p->excs.len; i++) {
        exc_row_t row = p->excs.items[i];
        int at = i;
        for (; at > 0 && p->excs.items[at - 1].name > row.name; at--) {
            p->excs.items[at] = p->excs.items[at - 1];
        }
        p->excs.items[at] = row;
    }
}

static void put_excs(writer_t *w)
{
    program_t *p = w->program;
    sort_excs(p);
    w->header.nexcs = (uint32_t)p->excs.len;
    w->header.excs = section(w);
    for (int i = 0; i < p->excs.len; i++) {
        const exc_row_t *e = &p->excs.items[i];
        put16s(w, (int[]){e->name, e->parent, e->message, e->module}, 4);
    }
}

/* ---- names, needs, lines, texts ---- */

static void put_names(writer_t *w)
{
    program_t *p = w->program;
    w->header.nnames = (uint32_t)p->user_names.len;
    w->header.names = section(w);
    for (int i = 0; i < p->user_names.len; i++) {
        put_text(w, p->user_names.items[i]);
    }
    w->header.nneeds = (uint32_t)p->needs.len;
    w->header.needs = section(w);
    for (int i = 0; i < p->needs.len; i++) {
        put_text(w, p->needs.items[i].name);
        strbuf_addle(w->out, 0, 4);
    }
}

static void put_lines(writer_t *w, const code_t *c)
{
    int slots = c->nlocals + c->ncells + c->nfree;
    put_text(w, c->file);
    strbuf_addle(w->out, (uint64_t)c->first_line, 4);
    strbuf_addle(w->out, here(w) + 8 + sizeof *c->lines * (size_t)c->nlines, 4);
    strbuf_addle(w->out, (uint64_t)c->nlines, 4);
    strbuf_add(w->out, c->lines, sizeof *c->lines * (size_t)c->nlines);
    for (int i = 0; i < slots; i++) {
        if (c->local_names[i]) {
            put_text(w, c->local_names[i]);
        } else {
            strbuf_addle(w->out, 0, 4);
        }
    }
}

static void put_debug(writer_t *w)
{
    program_t *p = w->program;
    if (p->options->strip) {
        return;
    }
    w->header.debug = section(w);
    strbuf_addle(w->out, w->header.debug + sizeof(image_debug_t), 4);
    uint32_t table = here(w);
    for (int i = 0; i < p->codes.len; i++) {
        strbuf_addle(w->out, 0, 4);
    }
    for (int i = 0; i < p->codes.len; i++) {
        offset_row(w, table, i);
        put_lines(w, p->codes.items[i]);
    }
    w->header.debug_len = here(w) - w->header.debug;
}

static void put_texts(writer_t *w)
{
    map_t seen;
    map_init(&seen, w->program->arena);
    for (int i = 0; i < w->texts.len; i++) {
        const text_ref_t *ref = &w->texts.items[i];
        void **slot = map_slot(&seen, ref->text, strlen(ref->text), NULL);
        if (!*slot) {
            *slot = (void *)w->out->len;
            strbuf_add(w->out, ref->text, strlen(ref->text) + 1);
        }
        strbuf_setle(w->out, ref->at, (uint64_t)(uintptr_t)*slot, 4);
    }
}

static int by_offset(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Ascending: who checks the CRC of a linked image walks image and table side by side.
 */
static void put_relocs(writer_t *w)
{
    qsort(w->relocs.items, (size_t)w->relocs.len, sizeof *w->relocs.items, by_offset);
    w->header.nrelocs = (uint32_t)w->relocs.len;
    w->header.relocs = section(w);
    for (int i = 0; i < w->relocs.len; i++) {
        strbuf_addle(w->out, w->relocs.items[i], 4);
    }
}

/* The CRC is of an unlinked image, so the link base is added behind it. */
static void seal(writer_t *w)
{
    image_header_t *h = &w->header;
    h->magic = IMAGE_MAGIC;
    h->fingerprint = IMAGE_FINGERPRINT;
    h->length = here(w);
    h->word_bytes = (uint8_t)w->word;
    h->nglobals = (uint32_t)w->program->nglobals;
    memcpy(w->out->data, h, sizeof *h);
    h->crc = crc32_update(0, w->out->data, w->out->len);
    h->link_base = w->program->options->link_base;
    memcpy(w->out->data, h, sizeof *h);
    for (int i = 0; h->link_base && i < w->relocs.len; i++) {
        uint64_t word = 0;
        memcpy(&word, w->out->data + w->relocs.items[i], (size_t)w->word);
        strbuf_setle(w->out, w->relocs.items[i], word + h->link_base, w->word);
    }
}

static bool check_counts(program_t *p)
{
    const struct {
        const char *what;
        int count;
    } counts[] = {{"functions", p->codes.len},
                  {"constants", p->consts.rows.len},
                  {"names", p->user_names.len + NAME_FIRST_USER},
                  {"global variables", p->nglobals},
                  {"natives", p->natives.len},
                  {"classes", p->classes.len},
                  {"modules", p->modules.len}};
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        if (counts[i].count >= (int)IMAGE_NONE) {
            diag_error(NULL, DIAG_too_big, NULL,
                       "the program has %d %s, %d are possible", counts[i].count,
                       counts[i].what, (int)IMAGE_NONE - 1);
            return false;
        }
    }
    return true;
}

static bool is_identifier(const constant_t *k)
{
    if (k->kind != CONST_STR || k->len == 0 || k->len > 64 ||
        (k->data[0] >= '0' && k->data[0] <= '9')) {
        return false;
    }
    for (uint32_t i = 0; i < k->len; i++) {
        unsigned char ch = (unsigned char)k->data[i];
        bool fine = ch >= 0x80 || ch == '_' || (ch >= '0' && ch <= '9') ||
                    ((ch | 0x20) >= 'a' && (ch | 0x20) <= 'z');
        if (!fine) {
            return false;
        }
    }
    return true;
}

static int resources_row(program_t *p)
{
    int n = p->resources.len;
    int *items = ARENA_ARRAY(p->arena, int, 2 * n + 1);
    for (int i = 0; i < n; i++) {
        const resource_t *r = &p->resources.items[i];
        items[2 * i] = consts_str(&p->consts, r->name, strlen(r->name));
        items[2 * i + 1] = r->data;
    }
    return n ? consts_row(&p->consts, consts_tuple(&p->consts, items, 2 * n))
             : (int)IMAGE_NONE;
}

/* What getattr() may be asked for must have a number, as every attribute. */
static void name_strings(program_t *p)
{
    for (int i = 0; i < p->consts.all.len; i++) {
        if (is_identifier(&p->consts.all.items[i])) {
            program_name(p, p->consts.all.items[i].data);
        }
    }
}

bool image_write(program_t *p, strbuf_t *out)
{
    if (p->names_from_text) {
        name_strings(p);
    }
    int resources = resources_row(p);
    if (!check_counts(p)) {
        return false;
    }
    int word = p->options->word_bytes ? p->options->word_bytes : (int)sizeof(void *);
    writer_t w = {.program = p, .out = out, .word = word};
    w.header.resources = (uint16_t)resources;
    strbuf_init(out);
    strbuf_add(out, &w.header, sizeof w.header);
    put_codes(&w);
    put_consts(&w);
    put_natives(&w);
    put_classes(&w);
    put_modules(&w);
    put_excs(&w);
    put_names(&w);
    put_debug(&w);
    put_texts(&w);
    put_relocs(&w);
    seal(&w);
    return true;
}
