/* SPDX-License-Identifier: MIT */
/*
 * decode.c -- finds the lines that begin with '@' in what a chip prints, and says them
 * in words.
 *
 * Only such lines are held back until they end, so that a prompt appears at once. The
 * lines of a fault are collected, because the tools know its frames in another order
 * than a traceback has them.
 */
#include "decode.h"

#include "compiler.h"
#include "file.h"
#include "opts.h"
#include "place.h"
#include "strbuf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct decode {
    arena_t *a;
    decode_job_t job;
    const char *image;
    size_t image_len;
    strbuf_t line; /* that is held back */
    bool in_line;  /* the rest of a line that is not held back follows */
    bool blank;    /* an empty line is held back: a fault begins a line with one */
    bool in_fault; /* behind @F */
    const char *what, *registers, *stack; /* of the fault; NULL: not told */
    opt_list_t frames;                    /* "@T …" of the fault, innermost first */
};

decode_t *decode_new(arena_t *a, const decode_job_t *job)
{
    decode_t *d = ARENA_NEW(a, decode_t);
    char *image;
    d->a = a;
    d->job = *job;
    if (!file_read(a, job->image, &image, &d->image_len)) {
        return NULL;
    }
    d->image = image;
    strbuf_init(&d->line);
    return d;
}

static void put(decode_t *d, const char *text)
{
    d->job.put(d->job.context, text, strlen(text));
}

/* ---- frames ---- */

/* As the host prints it; without the source's line when the file is not there. */
static void put_frame(decode_t *d, const char *file, int line, const char *function)
{
    put(d, arena_printf(d->a, "  File \"%s\", line %d, in %s\n", file, line, function));
    const char *text = place_source_line(d->a, file, line);
    if (text && *text) {
        put(d, arena_printf(d->a, "    %s\n", text));
    }
}

/* "@T 12:34 name" of a traceback, in decimal; false: it is none. */
static bool put_python(decode_t *d, const char *line)
{
    unsigned code, pc;
    int end = 0;
    locate_place_t place;
    if (sscanf(line, "@T %u:%u %n", &code, &pc, &end) < 2 || !end || !line[end] ||
        !locate_code(d->image, d->image_len, code, pc, &place)) {
        return false;
    }
    put_frame(d, place.file, place.line, line + end);
    return true;
}

/* "@T 0000000c:00000022" of a fault, in hexadecimal. The place is where the frame goes
 * on, behind what it does. */
static void put_fault_frame(decode_t *d, const char *line)
{
    unsigned code, pc;
    locate_place_t place;
    if (sscanf(line, "@T %x:%x", &code, &pc) == 2 &&
        locate_code(d->image, d->image_len, code, pc ? pc - 1 : 0, &place)) {
        put_frame(d, place.file, place.line, place.function);
    }
}

/* ---- faults ---- */

static bool word_behind(const char *text, const char *name, unsigned long *out)
{
    const char *at = strstr(text, name);
    *out = at ? strtoul(at + strlen(name), NULL, 16) : 0;
    return at != NULL;
}

/* The C function that was running; when the program counter is lost, the one that was
 * to be gone back to. */
static void put_c_frame(decode_t *d)
{
    unsigned long pc, link;
    place_t places[2];
    word_behind(d->what, " pc ", &pc);
    word_behind(d->what, " lr ", &link);
    const unsigned long addresses[] = {pc & ~1ul, place_of_call(link)};
    if (!place_find(d->a, d->job.addr2line, d->job.elf, addresses, 2, places)) {
        return;
    }
    for (int i = 0; i < 2; i++) {
        if (places[i].line) {
            put_frame(d, places[i].file, places[i].line, places[i].function);
            return;
        }
    }
}

/* In the order of fault.c's @R: which machine it is, their number tells. */
static void put_registers(decode_t *d)
{
    static const char *const arm[] = {"r0",  "r1", "r2", "r3", "r4",  "r5",
                                      "r6",  "r7", "r8", "r9", "r10", "r11",
                                      "r12", "sp", "lr", "pc", "psr"};
    enum { ARM = sizeof arm / sizeof *arm, ALL = 33, ROW = 4 };
    const char *words[ALL];
    int n = 0;
    for (const char *at = d->registers; at && *at && n < ALL; n++) {
        at += strspn(at, " ");
        size_t len = strcspn(at, " ");
        words[n] = arena_strndup(d->a, at, len);
        at += len;
    }
    for (int i = 0; i < n; i++) {
        const char *name = n == ARM       ? arm[i]
                           : i == ALL - 1 ? "st"
                                          : arena_printf(d->a, "x%d", i);
        put(d, arena_printf(d->a, "  %-4s%s%s", name, words[i],
                            i % ROW == ROW - 1 || i == n - 1 ? "\n" : ""));
    }
}

/* The words of the stack that may be return addresses, as far as they have a line, the
 * nearest first. */
static void put_callers(decode_t *d)
{
    enum { CALLERS = 16, SHOWN = 6 };
    unsigned long addresses[CALLERS];
    place_t places[CALLERS];
    int n = 0, shown = 0;
    for (const char *at = d->stack ? d->stack : ""; *at && n < CALLERS;) {
        char *end;
        unsigned long word = strtoul(at, &end, 16);
        if (end == at) {
            break;
        }
        addresses[n++] = word;
        at = end;
    }
    n = place_keep_links(d->a, d->job.elf, addresses, n);
    for (int i = 0; i < n; i++) {
        addresses[i] = place_of_call(addresses[i]);
    }
    if (!n || !place_find(d->a, d->job.addr2line, d->job.elf, addresses, n, places)) {
        return;
    }
    for (int i = 0; i < n && shown < SHOWN; i++) {
        bool again = i && strcmp(places[i].function, places[i - 1].function) == 0;
        if (places[i].line && !again) {
            put(d, arena_printf(d->a, "%s%s:%d %s\n",
                                shown++ ? "                " : "  on the stack: ",
                                places[i].file, places[i].line, places[i].function));
        }
    }
}

static void put_fault(decode_t *d)
{
    d->in_fault = false;
    put(d, "Traceback (most recent call last):\n");
    for (int i = d->frames.len; i > 0; i--) {
        put_fault_frame(d, d->frames.items[i - 1]);
    }
    put_c_frame(d);
    put(d, arena_printf(d->a, "Fault: %s\n", d->what));
    put_registers(d);
    put_callers(d);
}

/* False: the line is not of a fault. */
static bool take_fault(decode_t *d, const char *line)
{
    if (strncmp(line, "@F ", 3) == 0) {
        d->in_fault = true;
        d->what = line + 3;
        d->registers = d->stack = NULL;
        d->frames = (opt_list_t){0};
    } else if (!d->in_fault) {
        return false;
    } else if (strncmp(line, "@R", 2) == 0) {
        d->registers = line + 2;
    } else if (strncmp(line, "@S", 2) == 0) {
        d->stack = line + 2;
    } else if (strncmp(line, "@T", 2) == 0) {
        ARENA_PUSH(d->a, &d->frames, line);
    } else {
        return false;
    }
    return true;
}

/* ---- lines ---- */

static void end_line(decode_t *d, const char *newline)
{
    size_t len = d->line.len;
    bool cr = len && d->line.data[len - 1] == '\r';
    const char *line = arena_strndup(d->a, d->line.data, len - cr);
    strbuf_clear(&d->line);
    bool blank = d->blank;
    d->blank = false;
    if (take_fault(d, line)) {
        return;
    }
    if (blank) {
        put(d, "\n");
    }
    if (d->in_fault) {
        put_fault(d);
    }
    if (!put_python(d, line)) {
        put(d, arena_printf(d->a, "%s%s%s", line, cr ? "\r" : "", newline));
    }
}

/* As much as can go out at once, from the start of a line or in one. */
static size_t pass(decode_t *d, const char *text, size_t len)
{
    const char *newline = memchr(text, '\n', len);
    size_t n = newline ? (size_t)(newline - text) + 1 : len;
    d->job.put(d->job.context, text, n);
    d->in_line = !newline;
    return n;
}

/* What is held back and complete. */
static void release(decode_t *d)
{
    if (d->blank) {
        put(d, "\n");
    }
    d->blank = false;
    if (d->in_fault) {
        put_fault(d);
    }
}

void decode_feed(decode_t *d, const char *text, size_t len)
{
    while (len) {
        size_t n = 1;
        if (d->in_line) {
            n = pass(d, text, len);
        } else if (!d->line.len && *text == '\n' && !d->blank && !d->in_fault) {
            d->blank = true;
        } else if (!d->line.len && *text != '@') {
            release(d);
            n = pass(d, text, len);
        } else if (*text == '\n') {
            end_line(d, "\n");
        } else {
            strbuf_addc(&d->line, *text);
        }
        text += n;
        len -= n;
    }
}

void decode_end(decode_t *d)
{
    if (d->line.len) {
        end_line(d, "");
    }
    release(d);
    strbuf_free(&d->line);
}
