/* SPDX-License-Identifier: MIT */
/*
 * beside.c -- a module binary: ld against the addresses of a VM that is on the board
 * already, objcopy, and the header in front. What the VM has none of, of the C library,
 * comes along.
 */
#include "beside.h"

#include "zmod.h"
#include "crc32.h"
#include "diag.h"
#include "file.h"
#include "proc.h"
#include "tool.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/* ---- the VM's addresses ---- */

static const char *import_file(arena_t *a, const char *lib)
{
    return arena_printf(a, "%s/import.elf", lib);
}

bool link_has_slots(arena_t *a, const char *lib)
{
    return file_exists(import_file(a, lib));
}

static bool find(const objfile_t *f, const char *name, uint64_t *value)
{
    for (int i = 0; i < f->symbols.len; i++) {
        if (strcmp(f->symbols.items[i].name, name) == 0) {
            *value = f->symbols.items[i].value;
            return true;
        }
    }
    diag_error(NULL, DIAG_elf, NULL, "'%s' has no '%s'", f->path, name);
    return false;
}

bool link_read_slots(arena_t *a, const char *lib, link_slots_t *out)
{
    objfile_t f = {0};
    uint64_t id;
    *out = (link_slots_t){0};
    if (!objfile_read(a, import_file(a, lib), &f) || !find(&f, "zvm_build_id", &id) ||
        !find(&f, "__slots_start", &out->start) ||
        !find(&f, "__slots_end", &out->end) ||
        !find(&f, "__slots_ram_start", &out->ram_start) ||
        !find(&f, "__slots_ram_end", &out->ram_end)) {
        return false;
    }
    out->build_id = (uint32_t)id;
    out->next = out->start;
    out->ram_next = out->ram_start;
    return true;
}

/* ---- linking ---- */

/* The VM's addresses stand behind the objects, and before the libraries: what it has is
 * taken from it. */
static bool link_elf(arena_t *a, const link_zmod_t *job, const link_slots_t *slots,
                     const char *elf)
{
    proc_args_t args = {0};
    proc_add(a, &args, job->compiler);
    tool_add_all(a, &args, job->cflags, job->ncflags);
    const char *const rest[] = {"-nostartfiles",
                                "-nodefaultlibs",
                                "-T",
                                arena_printf(a, "%s/slot.ld", job->lib),
                                "-Wl,--gc-sections",
                                "-Wl,--build-id=none",
                                "-Wl,--no-warn-rwx-segments",
                                arena_printf(a, "-Wl,-u,zvm_mod_%s", job->name),
                                arena_printf(a, "-Wl,--defsym=__zmod_start=%llu",
                                             (unsigned long long)slots->next),
                                arena_printf(a, "-Wl,--defsym=__zmod_ram=%llu",
                                             (unsigned long long)slots->ram_next),
                                "-o",
                                elf,
                                job->zno,
                                arena_printf(a, "-Wl,-R,%s", import_file(a, job->lib)),
                                "-Wl,--start-group",
                                "-lm",
                                "-lc",
                                "-lgcc",
                                "-Wl,--end-group"};
    tool_add_all(a, &args, rest, COUNT(rest));
    return tool_run(a, proc_argv(a, &args), elf);
}

/* ---- the header ---- */

static bool fill_places(const objfile_t *f, const char *name, zmod_header_t *h)
{
    char table[256];
    uint64_t data, data_end, bss, bss_end, init, init_end, values, module;
    snprintf(table, sizeof table, "zvm_mod_%s", name);
    if (!find(f, "__zmod_data_start", &data) ||
        !find(f, "__zmod_data_end", &data_end) || !find(f, "__zmod_bss_start", &bss) ||
        !find(f, "__zmod_bss_end", &bss_end) || !find(f, "__zmod_init_start", &init) ||
        !find(f, "__zmod_init_end", &init_end) || !find(f, "__zmod_values", &values) ||
        !find(f, table, &module)) {
        return false;
    }
    h->data = (uint32_t)data;
    h->data_length = (uint32_t)(data_end - data);
    h->values = (uint32_t)values;
    h->bss = (uint32_t)bss;
    h->bss_length = (uint32_t)(bss_end - bss);
    h->init = (uint32_t)init;
    h->ninit = (uint32_t)(init_end - init) / 4;
    h->module = (uint32_t)module;
    return true;
}

/* The table begins with the ABI that the glue was written for. */
static void fill_rest(const link_zmod_t *job, const link_slots_t *slots, char *bytes,
                      size_t len, zmod_header_t *h)
{
    h->magic = ZMOD_MAGIC;
    h->format = ZMOD_FORMAT;
    h->header = sizeof *h;
    memcpy(h->tag, job->tag, strnlen(job->tag, sizeof h->tag - 1));
    memcpy(&h->abi_major, bytes + (h->module - slots->next), 2);
    memcpy(&h->abi_minor, bytes + (h->module - slots->next) + 2, 2);
    h->vm = slots->build_id;
    h->address = (uint32_t)slots->next;
    h->length = (uint32_t)len;
    memcpy(bytes, h, sizeof *h);
    h->crc = crc32_update(0, bytes, len);
    memcpy(bytes, h, sizeof *h);
}

static bool check_room(const link_zmod_t *job, const char *region, uint64_t used,
                       uint64_t end)
{
    if (used <= end) {
        return true;
    }
    diag_error(NULL, DIAG_region_full,
               "leave something out, or link it with the VM: --link firmware",
               "module '%s' does not fit beside the VM of board '%s': %s is %llu bytes "
               "too small",
               job->name, job->board, region, (unsigned long long)(used - end));
    return false;
}

static uint64_t round_up(uint64_t n, uint64_t unit)
{
    return (n + unit - 1) / unit * unit;
}

bool link_zmod(arena_t *a, const link_zmod_t *job, link_slots_t *slots)
{
    const char *elf = arena_printf(a, "%s.elf", job->work);
    const char *binary = arena_printf(a, "%s.bin", job->work);
    const char *const copy[] = {job->objcopy, "-O", "binary", elf, binary, NULL};
    objfile_t f = {0};
    zmod_header_t header = {0};
    char *bytes;
    size_t len;
    if (!link_elf(a, job, slots, elf) || !objfile_read(a, elf, &f) ||
        !fill_places(&f, job->name, &header) || !tool_run(a, copy, binary) ||
        !file_read(a, binary, &bytes, &len)) {
        return false;
    }
    uint64_t ram = header.bss + (uint64_t)header.bss_length;
    if (!check_room(job, "the room for code", slots->next + len, slots->end) ||
        !check_room(job, "the room for variables", ram, slots->ram_end)) {
        return false;
    }
    fill_rest(job, slots, bytes, len, &header);
    if (!file_write(job->zmod, bytes, len)) {
        return false;
    }
    slots->next = round_up(slots->next + len, ZMOD_ALIGN);
    slots->ram_next = round_up(ram, 8);
    return true;
}
