/* SPDX-License-Identifier: MIT */
/*
 * image_load.c -- placing an image. Cheap questions first: is it an image, of this VM,
 * for this word size, whole; then, unless the board trusts its images, the verifier.
 *
 * Words that hold addresses count from the image's start plus link_base. An image that
 * lies elsewhere is changed in place: the difference is added to each of them.
 */
#include "image_load.h"
#include "attr.h"
#include "crc32.h"
#include "fingerprint.h"
#include "gc.h"
#include "text.h"
#include "verify.h"
#include <string.h>

/* The sentence of a failure, which is the end: nobody gives it back. */
enum { REASON_SIZE = 200 };

static const char *refuse(const char *fmt, ...)
{
    text_t text;
    va_list ap;
    char *reason = gc_malloc(REASON_SIZE);
    if (reason == NULL) {
        return "zvm: no memory to load the image\n";
    }
    text_init(&text, reason, REASON_SIZE - 2);
    text_add_c(&text, "zvm: ");
    va_start(ap, fmt);
    text_vaddf(&text, fmt, ap);
    va_end(ap);
    size_t n = text.data == reason ? text.length : 0;
    memcpy(reason + n, "\n", 2);
    return reason;
}

/* ---- the header ---- */

static const char *check_header(const image_header_t *h, const void *image,
                                size_t length)
{
    if (length < sizeof *h || h->magic != IMAGE_MAGIC) {
        return refuse("this is not a program image");
    }
    if (h->fingerprint != IMAGE_FINGERPRINT) {
        return refuse("image was made for another VM (fingerprint %x, this VM has %x): "
                      "compile the program again",
                      h->fingerprint, IMAGE_FINGERPRINT);
    }
    if (h->word_bytes != sizeof(PObject *)) {
        return refuse("image has words of %d bytes, this VM of %d", h->word_bytes,
                      (int)sizeof(PObject *));
    }
    if (h->length > length) {
        return refuse("image is cut short: %u bytes of %u", (unsigned)length,
                      (unsigned)h->length);
    }
    if ((uintptr_t)image % 8 != 0) {
        return refuse("image does not lie on a multiple of 8");
    }
    return NULL;
}

/* ---- the checksum ---- */

static const uint32_t *relocs_of(const image_header_t *h)
{
    return (const uint32_t *)(const void *)((const uint8_t *)h + h->relocs);
}

static bool relocs_are_inside(const image_header_t *h)
{
    if (h->relocs % 4 || h->relocs > h->length ||
        h->nrelocs > (h->length - h->relocs) / 4) {
        return false;
    }
    const uint32_t *offset = relocs_of(h);
    for (uint32_t i = 0; i < h->nrelocs; i++) {
        if (offset[i] % sizeof(uintptr_t) || offset[i] < sizeof *h ||
            offset[i] > h->length - sizeof(uintptr_t)) {
            return false;
        }
    }
    return true;
}

/* The sum is over unrelocated words: those of an image linked for an address have that
 * address taken off while they are summed. Their offsets ascend. */
static uint32_t sum_linked(const image_header_t *h, uint32_t crc)
{
    const uint8_t *image = (const uint8_t *)h;
    const uint32_t *offset = relocs_of(h);
    uint32_t at = sizeof *h;
    for (uint32_t i = 0; i < h->nrelocs && offset[i] >= at; i++) {
        uintptr_t word;
        crc = crc32_update(crc, image + at, offset[i] - at);
        memcpy(&word, image + offset[i], sizeof word);
        word -= (uintptr_t)h->link_base;
        crc = crc32_update(crc, &word, sizeof word);
        at = offset[i] + (uint32_t)sizeof word;
    }
    return crc32_update(crc, image + at, h->length - at);
}

static uint32_t sum(const image_header_t *h)
{
    image_header_t head = *h;
    head.crc = 0;
    head.link_base = 0;
    uint32_t crc = crc32_update(0, &head, sizeof head);
    if (h->link_base) {
        return sum_linked(h, crc);
    }
    return crc32_update(crc, h + 1, h->length - sizeof *h);
}

/* ---- verification ---- */

static const char *damaged(const verify_error_t *e)
{
    if (e->what == verify_no_memory) {
        return refuse("not enough memory to verify the image");
    }
    if (e->code == UINT32_MAX) {
        return refuse("image is damaged: %s (offset %u)", e->what, (unsigned)e->offset);
    }
    return refuse("image is damaged: %s (code %u, offset %u)", e->what,
                  (unsigned)e->code, (unsigned)e->offset);
}

static const char *check_content(const image_header_t *h)
{
    verify_error_t error;
    /* a linked image cannot be summed without its relocations */
    bool placed = h->length >= sizeof *h && (h->link_base == 0 || relocs_are_inside(h));
    if (placed && sum(h) != h->crc) {
        return refuse("image is damaged (CRC %x, should be %x)", sum(h), h->crc);
    }
    if (!placed || !relocs_are_inside(h)) {
        return refuse("image is damaged: its relocations lie outside");
    }
    if (vm.config.verify && (!verify_tables((const uint8_t *)h, &error) ||
                             !verify_codes((const uint8_t *)h, &error))) {
        return damaged(&error);
    }
    return NULL;
}

/* ---- placing ---- */

static void relocate(image_header_t *h)
{
    uintptr_t difference = (uintptr_t)h - (uintptr_t)h->link_base;
    const uint32_t *offset = relocs_of(h);
    for (uint32_t i = 0; difference && i < h->nrelocs; i++) {
        *(uintptr_t *)(void *)((uint8_t *)h + offset[i]) += difference;
    }
}

static void *new_table(uint32_t n)
{
    size_t bytes = (n ? n : 1) * sizeof(PObject *);
    void *table = gc_malloc((uint32_t)bytes);
    return table ? memset(table, 0, bytes) : NULL;
}

const char *image_load(void *image, size_t length)
{
    image_header_t *h = image;
    const char *why = check_header(h, image, length);
    if (why || (why = check_content(h)) != NULL) {
        return why;
    }
    PObject **globals = new_table(h->nglobals);
    PModule **modules = new_table(h->nmodules);
    if (globals == NULL || modules == NULL) {
        gc_free(globals);
        gc_free(modules);
        return refuse("not enough memory for the program");
    }
    relocate(h);
    vm.globals = globals;
    vm.modules = modules;
    vm.image = image;
    vm.consts = (PObject **)(void *)((uint8_t *)image + h->consts);
    vm.header = h;
    attr_flush();
    return NULL;
}

void image_unload(void)
{
    vm.header = NULL;
    vm.image = NULL;
    vm.consts = NULL;
    vm.new_names = NULL;
    vm.name_index = NULL;
    vm.function_attrs = NULL;
    gc_free(vm.globals);
    gc_free(vm.modules);
    vm.globals = NULL;
    vm.modules = NULL;
    attr_flush();
}
