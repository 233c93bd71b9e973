/* SPDX-License-Identifier: MIT */
/*
 * disasm.c -- an image as text. It trusts nothing: what points outside the image is
 * reported.
 */
#include "compiler.h"
#include "diag.h"
#include "image.h"
#include "layout.h"
#include "names.h"
#include "opinfo.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

typedef struct reader {
    const uint8_t *image;
    size_t len;
    const image_header_t *header;
    strbuf_t *out;
    bool bad;
} reader_t;

static const char *const builtin_names[] = {
#define BUILTIN(number, name, type, min, max, params) [number] = #name,
#define BUILTIN_CONST(name, value)
#include "builtins.def"
#undef BUILTIN
#undef BUILTIN_CONST
};

static const char *const fixed_names[NAME_FIRST_USER] = {
#define NAME(number, name) [number] = #name,
#define EXCEPTION(number, name, parent) [number] = #name,
#include "names.def"
#undef NAME
#undef EXCEPTION
};

/* ---- bounded reading ---- */

static const void *at(reader_t *r, uint64_t offset, uint64_t size)
{
    static const uint64_t zeros[8];
    if (offset > r->len || size > r->len - offset) {
        r->bad = true;
        return size <= sizeof zeros ? zeros : NULL;
    }
    return r->image + offset;
}

static uint32_t read_u32(reader_t *r, uint64_t offset)
{
    uint32_t v;
    memcpy(&v, at(r, offset, 4), 4);
    return v;
}

static uint64_t read_word(reader_t *r, uint64_t offset)
{
    uint64_t v = 0;
    memcpy(&v, at(r, offset, r->header->word_bytes), r->header->word_bytes);
    return v;
}

static const char *text_at(reader_t *r, uint32_t offset)
{
    if (offset >= r->len || !memchr(r->image + offset, 0, r->len - offset)) {
        r->bad = true;
        return "?";
    }
    return (const char *)r->image + offset;
}

static const char *name_text(reader_t *r, int number)
{
    if (number < NAME_FIRST_USER) {
        return fixed_names[number] ? fixed_names[number] : "?";
    }
    number -= NAME_FIRST_USER;
    if ((uint32_t)number >= r->header->nnames) {
        r->bad = true;
        return "?";
    }
    return text_at(r, read_u32(r, r->header->names + 4 * (uint64_t)number));
}

/* ---- constants ---- */

static void add_quoted(strbuf_t *out, const char *data, size_t len)
{
    strbuf_addc(out, '\'');
    for (size_t i = 0; i < len && i < 60; i++) {
        unsigned char ch = (unsigned char)data[i];
        if (ch == '\'' || ch == '\\') {
            strbuf_addf(out, "\\%c", ch);
        } else if (ch < 0x20 || ch == 0x7F) {
            strbuf_addf(out, "\\x%02x", ch);
        } else {
            strbuf_addc(out, (char)ch);
        }
    }
    strbuf_adds(out, len > 60 ? "…'" : "'");
}

static void add_value(reader_t *r, uint64_t word, int nesting);

static void add_object(reader_t *r, uint64_t offset, int nesting)
{
    const uint8_t *head = at(r, offset, LAYOUT_HEADER);
    uint32_t length = read_u32(r, offset);
    int type = head[4];
    uint64_t data = offset + LAYOUT_HEADER;
    double real;
    int64_t integer;
    switch (type) {
    case LAYOUT_PINTEGER:
        memcpy(&integer, at(r, data, 8), 8);
        strbuf_addf(r->out, "%" PRId64, integer);
        break;
    case LAYOUT_PFLOAT:
        memcpy(&real, at(r, data, 8), 8);
        strbuf_addf(r->out, "%.17g", real);
        break;
    case LAYOUT_PBIGINT:
        strbuf_adds(r->out, head[5] & LAYOUT_NEGATIVE ? "-0x" : "0x");
        for (uint32_t i = length; i-- > 0 && !r->bad;) {
            strbuf_addf(r->out, "%08x", (unsigned)read_u32(r, data + 4 * (uint64_t)i));
        }
        break;
    case LAYOUT_PSTRING:
    case LAYOUT_PBYTES: {
        const char *bytes = at(r, data, length);
        strbuf_adds(r->out, type == LAYOUT_PBYTES ? "b" : "");
        add_quoted(r->out, bytes, bytes ? length : 0);
        break;
    }
    case LAYOUT_PTUPLE:
        strbuf_addc(r->out, '(');
        for (uint32_t i = 0; i < length && !r->bad; i++) {
            strbuf_adds(r->out, i ? ", " : "");
            add_value(r, read_word(r, data + i * (uint64_t)r->header->word_bytes),
                      nesting + 1);
        }
        strbuf_adds(r->out, length == 1 ? ",)" : ")");
        break;
    case LAYOUT_PFUNCTION: {
        uint64_t code = read_word(r, data) - r->header->link_base;
        const image_code_t *c = at(r, code, sizeof *c);
        strbuf_addf(r->out, "<function %s>", name_text(r, c->name));
        break;
    }
    default:
        r->bad = true;
    }
}

static void add_value(reader_t *r, uint64_t word, int nesting)
{
    if (word & 1) {
        strbuf_addf(r->out, "%d", (int32_t)(uint32_t)word >> 1);
    } else if (word == LAYOUT_NONE) {
        strbuf_adds(r->out, "None");
    } else if (word == LAYOUT_TRUE || word == LAYOUT_FALSE) {
        strbuf_adds(r->out, word == LAYOUT_TRUE ? "True" : "False");
    } else if (word == LAYOUT_ELLIPSIS) {
        strbuf_adds(r->out, "Ellipsis");
    } else if (word == LAYOUT_NOT_IMPLEMENTED) {
        strbuf_adds(r->out, "NotImplemented");
    } else if ((word & 0xFF) == (LAYOUT_EXCEPTION(0) & 0xFF)) {
        strbuf_adds(r->out, name_text(r, (int)(word >> 16 & 0xFFFF)));
    } else if (word & 3 || nesting > 50) {
        r->bad = true;
    } else {
        add_object(r, word - r->header->link_base, nesting);
    }
}

static void add_const(reader_t *r, uint32_t row)
{
    if (row >= r->header->nconsts) {
        r->bad = true;
        return;
    }
    add_value(
        r, read_word(r, r->header->consts + row * (uint64_t)r->header->word_bytes), 0);
}

/* ---- instructions ---- */

static const char *code_name(reader_t *r, uint32_t row)
{
    const image_code_t *c =
        at(r, read_u32(r, r->header->codes + 4 * (uint64_t)row), sizeof *c);
    return name_text(r, c->name);
}

static void add_field(reader_t *r, char field, int value, int next)
{
    switch (field) {
    case 'k':
        add_const(r, (uint32_t)value);
        break;
    case 'a':
    case 'e':
        strbuf_adds(r->out, name_text(r, value));
        break;
    case 'b':
        if ((size_t)value < sizeof builtin_names / sizeof builtin_names[0]) {
            strbuf_adds(r->out, builtin_names[value]);
        } else {
            r->bad = true;
        }
        break;
    case 'c':
        strbuf_addf(r->out, "<%s>", code_name(r, (uint32_t)value));
        break;
    case 'g':
        strbuf_addf(r->out, "g%d", value);
        break;
    case 'l':
    case 'd':
        strbuf_addf(r->out, "$%d", value);
        break;
    case 'j':
        strbuf_addf(r->out, "-> %d", next + value);
        break;
    case 'r':
        strbuf_addf(r->out, "-> %d", next - value);
        break;
    default:
        strbuf_addf(r->out, "%d", value);
    }
}

static int field_value(const uint8_t *p, char field)
{
    int size = opcode_field_size(field);
    int value = size == 1 ? p[0] : p[0] | p[1] << 8;
    return field == 'i' ? (int8_t)value : field == 'I' ? (int16_t)value : value;
}

/* Returns the offset of the next instruction; the code's length when this one is
 * broken. */
static int add_insn(reader_t *r, const uint8_t *code, int pc, int length)
{
    const opinfo_t *info = &opinfo[code[pc]];
    if (!info->name || pc + opinfo_size(code[pc]) > length) {
        r->bad = true;
        return length;
    }
    int next = pc + opinfo_size(code[pc]), at_byte = pc + 1;
    strbuf_addf(r->out, *info->fields ? "  %4d %-18s" : "  %4d %s", pc, info->name);
    for (const char *f = info->fields; *f; f++) {
        strbuf_addc(r->out, ' ');
        add_field(r, *f, field_value(code + at_byte, *f), next);
        at_byte += opcode_field_size(*f);
    }
    strbuf_addc(r->out, '\n');
    return next;
}

static void add_code_head(reader_t *r, uint32_t row, uint32_t offset,
                          const image_code_t *c)
{
    strbuf_addf(r->out, "code %u ", (unsigned)row);
    add_const(r, c->qualname);
    int nnames = c->nparams + c->nkwonly + !!(c->flags & CODE_VARARGS) +
                 !!(c->flags & CODE_VARKW);
    strbuf_adds(r->out, " (");
    for (int i = 0; i < nnames && !r->bad; i++) {
        const uint16_t *name = at(r, offset + sizeof *c + 2 * (uint64_t)i, 2);
        strbuf_adds(r->out, i ? ", " : "");
        strbuf_adds(r->out, name_text(r, *name));
    }
    strbuf_addf(r->out, ") locals %d cells %d free %d stack %d%s\n", c->nlocals,
                c->ncells, c->nfree, c->stack,
                c->flags & CODE_GENERATOR ? " generator" : "");
}

static void add_code(reader_t *r, uint32_t row)
{
    uint32_t offset = read_u32(r, r->header->codes + 4 * (uint64_t)row);
    const image_code_t *c = at(r, offset, sizeof *c);
    const uint8_t *bytes = at(r, (uint64_t)offset + c->start, c->length);
    if (!bytes || r->bad) {
        r->bad = true;
        return;
    }
    add_code_head(r, row, offset, c);
    for (int pc = 0; pc < c->length;) {
        pc = add_insn(r, bytes, pc, c->length);
    }
    for (int i = 0; i < c->nhandlers; i++) {
        uint64_t place = offset + c->start - (uint64_t)(c->nhandlers - i) * 8;
        const image_handler_t *h = at(r, place, sizeof *h);
        strbuf_addf(r->out, "  from %d to %d -> %d depth %d\n", h->start, h->end,
                    h->target, h->depth);
    }
}

static void count_code(reader_t *r, uint32_t row, int *counts)
{
    uint32_t offset = read_u32(r, r->header->codes + 4 * (uint64_t)row);
    const image_code_t *c = at(r, offset, sizeof *c);
    const uint8_t *bytes = at(r, (uint64_t)offset + c->start, c->length);
    for (int pc = 0; bytes && pc < c->length; pc += opinfo_size(bytes[pc])) {
        counts[bytes[pc]]++;
    }
}

/* ---- the other tables ---- */

static void add_natives(reader_t *r)
{
    for (uint32_t i = 0; i < r->header->nnatives && !r->bad; i++) {
        uint32_t offset = read_u32(r, r->header->natives + 4 * (uint64_t)i);
        const image_native_t *n = at(r, offset, sizeof *n);
        strbuf_addf(r->out, "native %u %s = %s (", (unsigned)i, name_text(r, n->name),
                    text_at(r, n->symbol));
        for (int k = 0; k < n->nparams + n->nkwonly && !r->bad; k++) {
            uint64_t names = offset + sizeof *n;
            const uint16_t *name = at(r, names + 2 * (uint64_t)k, 2);
            const uint16_t *value =
                at(r, names + 2 * (uint64_t)(n->nparams + n->nkwonly + k), 2);
            strbuf_addf(r->out, "%s%s", k ? ", " : "", name_text(r, *name));
            if (*value != IMAGE_NONE) {
                strbuf_addc(r->out, '=');
                add_const(r, *value);
            }
        }
        strbuf_adds(r->out, n->flags & NATIVE_METHOD ? ") method\n" : ")\n");
    }
}

static void add_names(reader_t *r, uint64_t names, int n, const char *before)
{
    for (int i = 0; i < n && !r->bad; i++) {
        const uint16_t *name = at(r, names + 2 * (uint64_t)i, 2);
        strbuf_addf(r->out, "%s%s", i ? ", " : before, name_text(r, *name));
    }
}

static void add_classes(reader_t *r)
{
    for (uint32_t i = 0; i < r->header->nclasses && !r->bad; i++) {
        uint32_t offset = read_u32(r, r->header->classes + 4 * (uint64_t)i);
        const image_class_t *c = at(r, offset, sizeof *c);
        strbuf_addf(r->out, "class %u %s", (unsigned)i, name_text(r, c->name));
        add_names(r, offset + sizeof *c, c->nattrs, " attrs ");
        add_names(r, offset + sizeof *c + 2u * c->nattrs, c->nslots, " slots ");
        strbuf_addc(r->out, '\n');
    }
}

static void add_modules(reader_t *r)
{
    for (uint32_t i = 0; i < r->header->nmodules && !r->bad; i++) {
        const image_module_t *m =
            at(r, r->header->modules + i * (uint64_t)sizeof *m, sizeof *m);
        strbuf_addf(r->out, "module %u %s body %u", (unsigned)i, name_text(r, m->name),
                    (unsigned)m->code);
        for (int s = 0; s < m->nsyms && !r->bad; s++) {
            const uint16_t *sym = at(r, m->syms + 4 * (uint64_t)s, 4);
            strbuf_addf(r->out, "%s%s=g%d", s ? ", " : ": ", name_text(r, sym[0]),
                        sym[1]);
        }
        strbuf_addc(r->out, '\n');
    }
}

static void add_excs(reader_t *r)
{
    for (uint32_t i = 0; i < r->header->nexcs && !r->bad; i++) {
        const image_exc_t *e =
            at(r, r->header->excs + i * (uint64_t)sizeof *e, sizeof *e);
        strbuf_addf(r->out, "exception %s(%s)\n", name_text(r, e->name),
                    name_text(r, e->parent));
    }
}

static void add_stats(reader_t *r)
{
    int counts[256] = {0};
    for (uint32_t i = 0; i < r->header->ncodes && !r->bad; i++) {
        count_code(r, i, counts);
    }
    for (;;) {
        int best = 0;
        for (int op = 1; op < 256; op++) {
            best = counts[op] > counts[best] ? op : best;
        }
        if (counts[best] == 0) {
            return;
        }
        strbuf_addf(r->out, "%6d %s\n", counts[best],
                    opinfo[best].name ? opinfo[best].name : "?");
        counts[best] = 0;
    }
}

bool disasm_image(const void *image, size_t len, bool stats, strbuf_t *out)
{
    reader_t r = {image, len, image, out, false};
    r.bad = len < sizeof *r.header || r.header->magic != IMAGE_MAGIC ||
            r.header->length > len ||
            (r.header->word_bytes != 4 && r.header->word_bytes != 8);
    if (!r.bad && stats) {
        add_stats(&r);
    } else if (!r.bad) {
        for (uint32_t i = 0; i < r.header->ncodes && !r.bad; i++) {
            add_code(&r, i);
        }
        add_natives(&r);
        add_classes(&r);
        add_modules(&r);
        add_excs(&r);
    }
    if (r.bad) {
        diag_error(NULL, DIAG_bad_image, "compile the program again",
                   "this is no intact image");
    }
    return !r.bad;
}
