/* SPDX-License-Identifier: MIT */
/*
 * slots.c -- a program beside the VM: an image and module binaries in the slots
 * (zmod.h). Everything about a module is checked before any memory is touched.
 */
#include "firmware.h"
#include "program.h"

#include "crc32.h"
#include "image.h"
#include "text.h"
#include "zmod.h"
#include <string.h>

/* The linker's: the slots, RAM of modules, and the VM's build id as an address. */
extern const char __slots_start[], __slots_end[];
extern char __slots_ram_start[], __slots_ram_end[];
extern const char zvm_build_id[];

static char reason[160];

static const char *refuse(const char *fmt, ...)
{
    text_t text;
    va_list ap;
    text_init(&text, reason, sizeof reason - 1);
    va_start(ap, fmt);
    text_vaddf(&text, fmt, ap);
    va_end(ap);
    reason[text.data == reason ? text.length : 0] = '\0';
    return reason;
}

/* ---- walking ---- */

/* Length of what lies at `at`; 0: nothing of ours. Both kinds say it in a word. */
static uint32_t length_at(const char *at)
{
    const image_header_t *image = (const void *)at;
    const zmod_header_t *module = (const void *)at;
    uint32_t room = (uint32_t)(__slots_end - at), length = 0;
    if (room < sizeof *image) {
        return 0;
    }
    if (image->magic == IMAGE_MAGIC) {
        length = image->length;
    } else if (module->magic == ZMOD_MAGIC) {
        length = module->length;
    }
    return length <= room ? length : 0;
}

static const char *next_slot(const char *at)
{
    uint32_t length = at ? length_at(at) : 0;
    const char *next =
        at ? at + (length + ZMOD_ALIGN - 1) / ZMOD_ALIGN * ZMOD_ALIGN : __slots_start;
    return length_at(next) ? next : NULL;
}

const void *program_image(uint32_t *length, const char **why)
{
    for (const char *at = next_slot(NULL); at; at = next_slot(at)) {
        if (((const image_header_t *)(const void *)at)->magic == IMAGE_MAGIC) {
            *length = length_at(at);
            return at;
        }
    }
    *why = "zvm: no program is in the slots of this board\n";
    return NULL;
}

/* ---- modules ---- */

static bool lies_inside(uint32_t start, uint32_t length, const char *low,
                        const char *high)
{
    uint32_t from = (uint32_t)(uintptr_t)low, to = (uint32_t)(uintptr_t)high;
    return length == 0 || (start >= from && start <= to && length <= to - start);
}

static uint32_t sum(const zmod_header_t *m)
{
    zmod_header_t head = *m;
    head.crc = 0;
    return crc32_update(crc32_update(0, &head, sizeof head), m + 1,
                        m->length - (uint32_t)sizeof head);
}

/* NULL: it is whole and was linked for this VM. */
static const char *check(const zmod_header_t *m)
{
    const char *end = (const char *)m + m->length;
    if (m->format != ZMOD_FORMAT || m->header != sizeof *m || m->length < sizeof *m) {
        return refuse("its format is %d, this VM reads %d: build it again", m->format,
                      ZMOD_FORMAT);
    }
    if (memcmp(m->tag, ZVM_TAG, sizeof ZVM_TAG) != 0) {
        return refuse("it is for %.16s, this VM is %s", m->tag, ZVM_TAG);
    }
    if (m->abi_major != ZN_ABI_MAJOR || m->abi_minor > ZN_ABI_MINOR) {
        return refuse("it wants ABI %d.%d, this VM offers %d.%d", m->abi_major,
                      m->abi_minor, ZN_ABI_MAJOR, ZN_ABI_MINOR);
    }
    if (m->vm != (uint32_t)(uintptr_t)zvm_build_id) {
        return refuse("it was linked for the VM %x, this is %x: build it again", m->vm,
                      (uint32_t)(uintptr_t)zvm_build_id);
    }
    if (m->address != (uint32_t)(uintptr_t)m) {
        return refuse("it was linked for %x and lies at %x", m->address,
                      (uint32_t)(uintptr_t)m);
    }
    if (m->crc != sum(m)) {
        return refuse("it is damaged (CRC %x, should be %x)", sum(m), m->crc);
    }
    if (!lies_inside(m->data, m->data_length, __slots_ram_start, __slots_ram_end) ||
        !lies_inside(m->bss, m->bss_length, __slots_ram_start, __slots_ram_end) ||
        !lies_inside(m->values, m->data_length, (const char *)m, end) ||
        !lies_inside(m->module, sizeof(zn_module_t), (const char *)m, end) ||
        !lies_inside(m->init, m->ninit * 4, (const char *)m, end)) {
        return refuse("it is damaged: its parts lie outside");
    }
    return NULL;
}

#define AT(address) ((void *)(uintptr_t)(address))

static void start(const zmod_header_t *m)
{
    memcpy(AT(m->data), AT(m->values), m->data_length);
    memset(AT(m->bss), 0, m->bss_length);
    void (**init)(void) = AT(m->init);
    for (uint32_t i = 0; i < m->ninit; i++) {
        init[i]();
    }
}

/* The names lie inside of what has been summed. */
const zn_module_t *program_module(const char *name, const char **why)
{
    *why = "it is not in the slots of this board";
    for (const char *at = next_slot(NULL); at; at = next_slot(at)) {
        const zmod_header_t *m = (const void *)at;
        if (m->magic != ZMOD_MAGIC) {
            continue;
        }
        const char *bad = check(m);
        if (bad) {
            *why = bad;
            return NULL;
        }
        const zn_module_t *table = AT(m->module);
        if (strcmp(table->name, name) == 0) {
            start(m);
            return table;
        }
    }
    return program_find(zvm_stdlib, name);
}
