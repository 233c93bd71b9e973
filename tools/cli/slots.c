/* SPDX-License-Identifier: MIT */
/*
 * slots.c -- puts modules and an image one behind the other, as the VM finds them
 * (vm/format/zmod.h).
 */
#include "slots.h"

#include "diag.h"
#include "file.h"
#include "path.h"
#include "proc.h"
#include "strbuf.h"
#include "zmod.h"

#include <stdio.h>
#include <string.h>
#include <errno.h>
#include <unistd.h>

static const char *lib_of(arena_t *a, const board_t *board)
{
    return path_dir(a, board_file(a, board, "core.a"));
}

bool slots_are_wanted(const build_options_t *o)
{
    return o->link && strcmp(o->link, "direct") == 0;
}

bool slots_check(arena_t *a, const board_t *board)
{
    if (link_has_slots(a, lib_of(a, board))) {
        return true;
    }
    diag_error(NULL, DIAG_usage, "leave out --link direct",
               "the VM of board '%s' runs nothing beside it", board->name);
    return false;
}

link_zmod_t slots_module(arena_t *a, const board_t *board, const char *name,
                         const char *zno, const char *work, const char *zmod)
{
    return (link_zmod_t){.name = name,
                         .tag = board->tag,
                         .board = board->name,
                         .compiler = board->compiler,
                         .cflags = board->cflags.items,
                         .ncflags = board->cflags.len,
                         .objcopy = board_tool(a, board, "objcopy"),
                         .lib = lib_of(a, board),
                         .zno = zno,
                         .work = work,
                         .zmod = zmod};
}

/* Appends a file's bytes, then zeros up to where the next one begins. */
static bool append(arena_t *a, strbuf_t *all, const char *path)
{
    char *bytes;
    size_t len;
    if (!file_read(a, path, &bytes, &len)) {
        return false;
    }
    strbuf_add(all, bytes, len);
    while (all->len % ZMOD_ALIGN) {
        strbuf_add(all, "", 1);
    }
    return true;
}

static bool link_modules(arena_t *a, const slots_job_t *job, link_slots_t *slots,
                         strbuf_t *all)
{
    for (int i = 0; i < job->nmodules; i++) {
        const char *base =
            arena_printf(a, "%s/obj/%s-%s", job->folder, job->stem, job->modules[i]);
        link_zmod_t one = slots_module(a, job->board, job->modules[i], job->objects[i],
                                       base, arena_printf(a, "%s.zmod", base));
        if (!link_zmod(a, &one, slots) || !append(a, all, one.zmod)) {
            return false;
        }
    }
    return true;
}

static bool add_image(const slots_job_t *job, const link_slots_t *slots, strbuf_t *all)
{
    const void *image;
    size_t len;
    if (!job->compile(job->context, slots->next, &image, &len)) {
        return false;
    }
    if (slots->next + len > slots->end) {
        diag_error(NULL, DIAG_region_full,
                   "import less, or link it with the VM: --link firmware",
                   "the program does not fit beside the VM of board '%s': the room for "
                   "code is %llu bytes too small",
                   job->board->name,
                   (unsigned long long)(slots->next + len - slots->end));
        return false;
    }
    strbuf_add(all, image, len);
    return true;
}

/* Bytes for an address as a file that loaders know. */
static bool write_hex(arena_t *a, const slots_job_t *job, const strbuf_t *all,
                      uint64_t address, const char *out)
{
    const char *binary = arena_printf(a, "%s/obj/%s.slots.bin", job->folder, job->stem);
    const char *temporary = arena_printf(a, "%s.%ld.tmp", out, (long)getpid());
    const char *const argv[] = {
        board_tool(a, job->board, "objcopy"),
        "-I",
        "binary",
        "-O",
        "ihex",
        arena_printf(a, "--change-addresses=%llu", (unsigned long long)address),
        binary,
        temporary,
        NULL};
    proc_t tool = {.argv = argv, .output = temporary};
    if (!file_write(binary, all->data, all->len) || !proc_run(a, &tool, 1, 1)) {
        return false;
    }
    if (rename(temporary, out) < 0) {
        diag_error(NULL, DIAG_file_write, NULL, "cannot write '%s': %s", out,
                   strerror(errno));
        return false;
    }
    return true;
}

const char *slots_link(arena_t *a, const slots_job_t *job)
{
    const char *out = arena_printf(a, "%s/%s.slots.hex", job->folder, job->stem);
    const char *lib = lib_of(a, job->board);
    link_slots_t slots;
    strbuf_t all;
    if (!slots_check(a, job->board)) {
        return NULL;
    }
    strbuf_init(&all);
    bool good = link_read_slots(a, lib, &slots) && link_modules(a, job, &slots, &all) &&
                add_image(job, &slots, &all) &&
                write_hex(a, job, &all, slots.start, out);
    strbuf_free(&all);
    return good ? out : NULL;
}
