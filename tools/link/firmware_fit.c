/* SPDX-License-Identifier: MIT */
/*
 * firmware_fit.c -- does a program fit its board, and if it does not: by how much, and
 * what is big in it.
 */
#include "firmware.h"

#include "diag.h"
#include "file.h"
#include "map.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BIGGEST = 5 };

/* ---- what ld says ---- */

/* "region `flash' overflowed by 1234 bytes" */
static const char full[] = "region `";
static const char by[] = "' overflowed by ";
/* "a.o: in function `f':\n a.c:12: undefined reference to `g'" */
static const char undefined[] = "undefined reference to `";

bool firmware_is_too_big(const char *text)
{
    return strstr(text, by) != NULL;
}

/* 1234567 → "1,234,567" */
static const char *grouped(arena_t *a, unsigned long long n)
{
    return n < 1000 ? arena_printf(a, "%llu", n)
                    : arena_printf(a, "%s,%03llu", grouped(a, n / 1000), n % 1000);
}

/* ---- what is big ---- */

static bool is_in_ram(const objfile_t *f, const objfile_symbol_t *s)
{
    for (int i = 0; i < f->sections.len; i++) {
        const objfile_section_t *section = &f->sections.items[i];
        if (strcmp(section->name, s->section) == 0) {
            return section->writable || section->zeros;
        }
    }
    return false;
}

static int by_size(const void *a, const void *b)
{
    const objfile_symbol_t *const *x = a, *const *y = b;
    if ((*x)->size != (*y)->size) {
        return (*x)->size < (*y)->size ? 1 : -1;
    }
    return strcmp((*x)->name, (*y)->name);
}

/* "the biggest there: zvm_image 3,120 bytes, exec_run 2,088, …". NULL: nobody knows. */
static const char *biggest(arena_t *a, const char *elf, bool ram)
{
    objfile_t f;
    if (!file_exists(elf) || !objfile_read(a, elf, &f)) {
        return NULL;
    }
    const objfile_symbol_t **found =
        ARENA_ARRAY(a, const objfile_symbol_t *, f.symbols.len + 1);
    int n = 0;
    for (int i = 0; i < f.symbols.len; i++) {
        const objfile_symbol_t *s = &f.symbols.items[i];
        if (s->size && *s->section && is_in_ram(&f, s) == ram) {
            found[n++] = s;
        }
    }
    qsort(found, (size_t)n, sizeof *found, by_size);
    const char *text = NULL;
    for (int i = 0; i < n && i < BIGGEST; i++) {
        text = text ? arena_printf(a, "%s, %s %s", text, found[i]->name,
                                   grouped(a, found[i]->size))
                    : arena_printf(a, "the biggest there: %s %s bytes", found[i]->name,
                                   grouped(a, found[i]->size));
    }
    return text;
}

static void report_full(arena_t *a, const char *line, const char *elf)
{
    const char *name = strstr(line, full), *number = name ? strstr(name, by) : NULL;
    if (!number) {
        return;
    }
    name += strlen(full);
    name = arena_strndup(a, name, (size_t)(number - name));
    unsigned long long bytes = strtoull(number + strlen(by), NULL, 10);
    diag_error(NULL, DIAG_region_full, biggest(a, elf, strcmp(name, "ram") == 0),
               "the program does not fit: %s is %s bytes too small", name,
               grouped(a, bytes));
}

/* ---- what is missing ---- */

/* "PATH/file.c:12: undefined …" gives the place; "file.c:(.text+0x10): …" only the file. */
static diag_pos_t place_of(arena_t *a, const char *line)
{
    const char *end = strstr(line, undefined);
    char *place = arena_strndup(a, line, (size_t)(end - line));
    char *blank = strrchr(place, ' ');
    if (blank) { /* the one behind the colon */
        *blank = 0;
    }
    const char *driver = strstr(place, "ld: ");
    char *colon = strchr(driver ? driver + 4 : place, ':');
    diag_pos_t pos = {.file = driver ? driver + 4 : place};
    if (colon) {
        *colon = 0;
        pos.line = atoi(colon + 1);
    }
    return pos;
}

static void report_undefined(arena_t *a, const link_firmware_t *f, const char *line,
                             map_t *seen)
{
    const char *name = strstr(line, undefined) + strlen(undefined);
    bool first;
    name = arena_strndup(a, name, strcspn(name, "'"));
    map_slot(seen, name, strlen(name), &first);
    if (first) {
        diag_pos_t pos = place_of(a, line);
        diag_error(&pos, DIAG_link_undefined, NULL,
                   "'%s' is neither in the program nor in the VM of board '%s'", name,
                   f->board);
    }
}

void firmware_report(arena_t *a, const link_firmware_t *f, const proc_t *failed,
                     const char *elf)
{
    int before = diag_errors();
    map_t seen;
    map_init(&seen, a);
    for (const char *at = failed->text; *at;) {
        size_t len = strcspn(at, "\n");
        const char *line = arena_strndup(a, at, len);
        if (strstr(line, by)) {
            report_full(a, line, elf);
        } else if (strstr(line, undefined)) {
            report_undefined(a, f, line, &seen);
        }
        at += len + (at[len] == '\n');
    }
    if (diag_errors() == before) {
        fputs(failed->text, stderr);
        diag_error(NULL, DIAG_link, NULL, "'%s' failed with status %d", f->compiler,
                   failed->status);
    }
}

/* ---- what fits ---- */

static void count(uint64_t start, uint64_t size, const link_memory_t *memory,
                  int nmemory, uint64_t *used)
{
    for (int i = 0; size && i < nmemory; i++) {
        const link_memory_t *m = &memory[i];
        uint64_t end = start + size - m->start;
        if (start >= m->start && start - m->start < m->size && end > used[i]) {
            used[i] = end;
        }
    }
}

/* What is copied at the start counts twice: where it waits and where it goes. */
bool link_count_memory(arena_t *a, const char *elf, const link_memory_t *memory,
                       int nmemory, uint64_t *used)
{
    objfile_t f;
    memset(used, 0, sizeof *used * (size_t)nmemory);
    if (!objfile_read(a, elf, &f)) {
        return false;
    }
    for (int i = 0; i < f.segments.len; i++) {
        const objfile_segment_t *s = &f.segments.items[i];
        count(s->load, s->file_size, memory, nmemory, used);
        count(s->address, s->size, memory, nmemory, used);
    }
    return true;
}
