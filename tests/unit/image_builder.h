/* SPDX-License-Identifier: MIT */
/*
 * image_builder.h -- for tests of the loader and the verifier: a whole image around one
 * piece of bytecode written by hand.
 *
 * Code 0 is the main module's body, RETURN_NONE. Code 1 is the one under test. Code 2
 * is a function with one free cell. Constants: 0 "main", 1 ("main",), 2 the small
 * integer 5, 3 a float.
 */
#ifndef TESTS_IMAGE_BUILDER_H
#define TESTS_IMAGE_BUILDER_H

#include "crc32.h"
#include "fingerprint.h"
#include "image.h"
#include "opcodes.h"
#include "value.h"
#include <string.h>

typedef struct {
    image_code_t code; /* of code 1; sizes and places are filled in */
    const uint8_t *bytes;
    uint32_t nbytes;
    image_handler_t handlers[2];
    uint64_t link_base;
} image_plan_t;

static _Alignas(16) uint8_t built[8192];
static uint32_t built_length;
static uint32_t built_relocs[32], built_nrelocs;

static inline image_header_t *built_header(void)
{
    return (image_header_t *)(void *)built;
}

static inline uint32_t built_add(const void *data, size_t n, uint32_t align)
{
    built_length = (built_length + align - 1) / align * align;
    uint32_t at = built_length;
    memcpy(built + at, data, n);
    built_length += (uint32_t)n;
    return at;
}

static inline void built_address(uint32_t at, uint32_t target)
{
    uintptr_t word = target;
    memcpy(built + at, &word, sizeof word);
    built_relocs[built_nrelocs++] = at;
}

static inline uint32_t built_object(uint32_t length, uint8_t type, const void *data,
                                    size_t n)
{
    PObjectHeader head = {.length = length, .type = type, .flags = POBJ_HASHABLE};
    uint32_t at = built_add(&head, sizeof head, 8);
    built_add(data, n, 1);
    return at;
}

static inline void built_consts(void)
{
    uintptr_t words[4] = {0, 0, (uintptr_t)PSMALLINT_NEW(5), 0}, none = 0;
    double real = 2.5;
    built_header()->nconsts = 4;
    uint32_t consts = built_header()->consts = built_add(words, sizeof words, 8);
    uint32_t text = built_object(4, PSTRING, "main", 5);
    uint32_t tuple = built_object(1, PTUPLE, &none, sizeof none);
    uint32_t number = built_object(0, PFLOAT, &real, sizeof real);
    built_address(consts, text);
    built_address(consts + sizeof(uintptr_t), tuple);
    built_address(consts + 3 * sizeof(uintptr_t), number);
    built_address(tuple + 8, text);
}

static inline uint32_t built_code(image_code_t code, const image_handler_t *rows,
                                  const uint8_t *bytes, uint32_t n)
{
    uint16_t names[256] = {0};
    size_t nnames = code.nparams + code.nkwonly + !!(code.flags & CODE_VARARGS) +
                    !!(code.flags & CODE_VARKW);
    code.start = (uint16_t)(sizeof code + nnames * 2 + code.nhandlers * sizeof *rows);
    code.length = (uint16_t)n;
    uint32_t at = built_add(&code, sizeof code, 4);
    built_add(names, nnames * 2, 1);
    built_add(rows, code.nhandlers * sizeof *rows, 1);
    built_add(bytes, n, 1);
    return at;
}

static inline void built_codes(const image_plan_t *plan)
{
    static const uint8_t nothing[] = {OP_RETURN_NONE};
    static const image_handler_t no_rows[1];
    image_code_t main = {.index = 0}, tested = plan->code;
    image_code_t closure = {.index = 2, .nlocals = 1, .nfree = 1};
    uint32_t rows[3] = {0};
    tested.index = 1;
    built_header()->ncodes = 3;
    built_header()->codes = built_add(rows, sizeof rows, 4);
    rows[0] = built_code(main, no_rows, nothing, 1);
    rows[1] = built_code(tested, plan->handlers, plan->bytes, plan->nbytes);
    rows[2] = built_code(closure, no_rows, nothing, 1);
    memcpy(built + built_header()->codes, rows, sizeof rows);
}

static inline void built_classes(void)
{
    image_class_t cls = {.nattrs = 1, .number = IMAGE_NONE, .need = IMAGE_NONE};
    uint16_t attrs[1] = {NAME_index};
    uint32_t row = built_add(&cls, sizeof cls, 4);
    built_add(attrs, sizeof attrs, 1);
    built_header()->nclasses = 1;
    built_header()->classes = built_add(&row, sizeof row, 4);
}

/* Sets the checksum after a change. */
static inline void built_seal(void)
{
    image_header_t *h = built_header();
    uint64_t link_base = h->link_base;
    h->crc = 0;
    h->link_base = 0;
    h->crc = crc32_update(0, built, built_length);
    h->link_base = link_base;
}

/* The image of a plan, in built[0 … built_length). */
static inline void build_image(const image_plan_t *plan)
{
    image_header_t head = {.magic = IMAGE_MAGIC,
                           .fingerprint = IMAGE_FINGERPRINT,
                           .word_bytes = sizeof(uintptr_t),
                           .link_base = plan->link_base,
                           .nglobals = 2};
    image_module_t module = {.name = NAME_index};
    memset(built, 0, sizeof built);
    built_length = built_nrelocs = 0;
    built_add(&head, sizeof head, 8);
    built_consts();
    built_codes(plan);
    built_classes();
    built_header()->nmodules = 1;
    built_header()->modules = built_add(&module, sizeof module, 4);
    ((image_module_t *)(void *)(built + built_header()->modules))->syms =
        built_add("", 0, 4);
    uint32_t end = built_add("", 0, 4);
    built_header()->natives = built_header()->names = built_header()->needs =
        built_header()->excs = end;
    built_header()->nrelocs = built_nrelocs;
    built_header()->relocs =
        built_add(built_relocs, built_nrelocs * sizeof *built_relocs, 4);
    built_length = (built_length + 7) / 8 * 8;
    built_header()->length = built_length;
    built_seal();
    for (uint32_t i = 0; i < built_nrelocs; i++) {
        uintptr_t word;
        memcpy(&word, built + built_relocs[i], sizeof word);
        word += (uintptr_t)plan->link_base;
        memcpy(built + built_relocs[i], &word, sizeof word);
    }
}

#endif
