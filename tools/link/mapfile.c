/* SPDX-License-Identifier: MIT */
/*
 * mapfile.c -- reads GNU ld's map, a text for people in parts that begin with a
 * heading. Names of 16 characters and more have their numbers on the next line.
 */
#include "mapfile.h"

#include "diag.h"
#include "file.h"

#include <stdlib.h>
#include <string.h>

#define HEAD_REGIONS "Memory Configuration"
#define HEAD_MAP "Linker script and memory map"
#define HEAD_OTHER "Discarded input sections"

typedef struct reader {
    arena_t *a;
    mapfile_t *out;
    void (*part)(struct reader *r, char *line); /* takes the lines of the part */
    const char *output;                         /* the output section we are in */
    const char *section; /* an input section whose numbers come in the next line */
    bool open;           /* those of the output section come in the next line */
} reader_t;

/* Takes the next word off, or gives NULL at the end of the line. */
static char *take_word(char **line)
{
    char *word = *line + strspn(*line, " \t");
    size_t len = strcspn(word, " \t");
    *line = word + len;
    if (**line) {
        *(*line)++ = '\0';
    }
    return len ? word : NULL;
}

/* Takes "0x…" off. False: there is none, and the line is as it was. */
static bool take_number(char **line, uint64_t *value)
{
    char *word = *line + strspn(*line, " \t"), *end;
    if (strncmp(word, "0x", 2) != 0) {
        return false;
    }
    *value = strtoull(word, &end, 16);
    *line = end;
    return *end == '\0' || *end == ' ';
}

/* "lib/core.a(exec.o)" → the archive and its member; of an object the member is NULL.
 */
static void split_file(arena_t *a, const char *text, const char **file,
                       const char **member)
{
    size_t len = strlen(text);
    const char *open = strrchr(text, '(');
    bool archive = open && len && text[len - 1] == ')';
    *file = archive ? arena_strndup(a, text, (size_t)(open - text)) : text;
    *member =
        archive ? arena_strndup(a, open + 1, (size_t)(text + len - open - 2)) : NULL;
}

/* ---- the parts ---- */

/* "flash   0x00000000   0x00040000   xr" */
static void read_region(reader_t *r, char *line)
{
    mapfile_region_t region;
    region.name = take_word(&line);
    if (region.name && strcmp(region.name, "*default*") != 0 &&
        take_number(&line, &region.start) && take_number(&line, &region.size)) {
        ARENA_PUSH(r->a, &r->out->regions, region);
    }
}

static void add_input(reader_t *r, const char *section, char *numbers)
{
    mapfile_input_t input = {.output = r->output, .section = section};
    if (!r->output || !take_number(&numbers, &input.address) ||
        !take_number(&numbers, &input.size) || !input.size) {
        return;
    }
    numbers += strspn(numbers, " \t");
    if (!*numbers) {
        return;
    }
    split_file(r->a, numbers, &input.file, &input.member);
    ARENA_PUSH(r->a, &r->out->inputs, input);
}

/* "0x20001400   0x8 load address 0x00031f0c" */
static void add_output(reader_t *r, char *numbers)
{
    static const char load[] = " load address ";
    mapfile_output_t o = {.name = r->output};
    if (!take_number(&numbers, &o.address) || !take_number(&numbers, &o.size)) {
        return;
    }
    o.load = o.address;
    if (strncmp(numbers, load, strlen(load)) == 0) {
        numbers += strlen(load);
        take_number(&numbers, &o.load);
    }
    ARENA_PUSH(r->a, &r->out->outputs, o);
}

/* The numbers of the name in the line before; else those of a symbol. */
static void read_numbers(reader_t *r, char *line)
{
    if (r->open) {
        add_output(r, line);
    } else if (r->section) {
        add_input(r, r->section, line);
    }
}

/*
 * ".text  0x0 0x31ee0" begins an output section, " .text.f  0x8 0x18 f.o" is a piece of
 * it and " *fill*  0x24a 0x6" one of nobody. Patterns and assignments have no numbers
 * behind their first word.
 */
static void read_piece(reader_t *r, char *line)
{
    if (strncmp(line, "                ", 16) == 0) {
        read_numbers(r, line);
        r->section = NULL;
        r->open = false;
        return;
    }
    bool output = *line != ' ';
    const char *name = take_word(&line);
    bool numbers = name && line[strspn(line, " \t")];
    r->section = NULL;
    r->open = name && output && !numbers;
    if (name && output) {
        r->output = name;
        add_output(r, line);
    } else if (name && numbers && *name != '*') {
        add_input(r, name, line);
    } else if (name && *name != '*') {
        r->section = name;
    }
}

static void skip(reader_t *r, char *line)
{
    (void)r;
    (void)line;
}

static const struct {
    const char *head;
    void (*part)(reader_t *r, char *line);
} parts[] = {
    {HEAD_REGIONS, read_region},
    {HEAD_MAP, read_piece},
    {HEAD_OTHER, skip},
};

static bool is_heading(reader_t *r, const char *line)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (strncmp(line, parts[i].head, strlen(parts[i].head)) == 0) {
            r->part = parts[i].part;
            return true;
        }
    }
    return false;
}

static int by_place(const void *left, const void *right)
{
    const mapfile_input_t *a = left, *b = right;
    int order = strcmp(a->output, b->output);
    return order ? order : a->address < b->address ? -1 : a->address > b->address;
}

/* Sections of strings that ld merges are written with more than they keep: none reaches
 * into the next. */
static void clip(mapfile_t *map)
{
    mapfile_input_t *inputs = map->inputs.items;
    qsort(inputs, (size_t)map->inputs.len, sizeof *inputs, by_place);
    for (int i = 0; i + 1 < map->inputs.len; i++) {
        uint64_t room = inputs[i + 1].address - inputs[i].address;
        if (strcmp(inputs[i].output, inputs[i + 1].output) == 0 &&
            inputs[i].size > room) {
            inputs[i].size = room;
        }
    }
}

bool mapfile_read(arena_t *a, const char *path, mapfile_t *out)
{
    reader_t r = {.a = a, .out = out, .part = skip};
    char *text;
    size_t len;
    *out = (mapfile_t){0};
    if (!file_read(a, path, &text, &len)) {
        return false;
    }
    for (char *line = text; line; line = text) {
        text = strchr(line, '\n');
        if (text) {
            *text++ = '\0';
        }
        if (!is_heading(&r, line)) {
            r.part(&r, line);
        }
    }
    if (out->inputs.len) {
        clip(out);
        return true;
    }
    diag_error(&(diag_pos_t){.file = path}, DIAG_link, NULL, "not a map of GNU ld");
    return false;
}
