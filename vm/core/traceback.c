/* SPDX-License-Identifier: MIT */
/*
 * traceback.c -- recording where an exception passes, and the line tables.
 *
 * An exception object carries its own record. A bare name has no room for one; the
 * record of the latest of them is kept aside, which is enough to report it when nobody
 * catches it.
 */
#include "traceback.h"
#include "exc.h"
#include "exec.h"
#include "gc.h"
#include "opcodes.h"
#include "trace_record.h"
#include <string.h>

static struct {
    trace_t trace;
    trace_entry_t entries[TRACE_MAX];
    PThread *thread;
    PObject *exc; /* compared, never looked into */
} aside;

/* ---- records ---- */

static bool grow(PException *e)
{
    trace_t *old = e->trace ? (trace_t *)(void *)e->trace->buffer : NULL;
    uint32_t capacity = old ? 2u * old->capacity : 4u; /* reaches TRACE_MAX */
    if (old && old->length < old->capacity) {
        return true;
    }
    if (old && old->capacity == TRACE_MAX) {
        return true;
    }
    PBuffer *buffer =
        gc_new_buffer(sizeof(trace_t) + capacity * sizeof(trace_entry_t), false);
    if (buffer == NULL) {
        return false;
    }
    trace_t *new = (trace_t *)(void *)buffer->buffer;
    if (old) {
        memcpy(new, old, sizeof *old + old->length * sizeof *old->entries);
    }
    new->capacity = (uint16_t)capacity;
    e->trace = buffer;
    return true;
}

/* The record to add to, with room for one more; NULL: no memory. */
static trace_t *record_of(PThread *t)
{
    PException *e = t->pending ? exc_record(t->pending) : NULL;
    if (e) {
        return grow(e) ? (trace_t *)(void *)e->trace->buffer : NULL;
    }
    aside.trace.capacity = TRACE_MAX;
    return &aside.trace;
}

/* Does the frame raise again what it had caught? It has its entry then. */
static bool raises_again(const trace_t *trace, const frame_t *frame, const uint8_t *ip)
{
    return trace->frame == frame && trace->length &&
           trace->entries[trace->length - 1].code == frame->code &&
           (ip[-1] == OP_RERAISE || (ip[-1] == 0 && ip[-2] == OP_RAISE));
}

static void append(trace_t *trace, trace_entry_t entry)
{
    trace_entry_t *last = trace->length ? &trace->entries[trace->length - 1] : NULL;
    if (last && last->code == entry.code && last->pc == entry.pc) {
        last->again += last->again < UINT16_MAX;
        return;
    }
    if (trace->length == TRACE_MAX) {
        trace_entry_t *middle = trace->entries + TRACE_MAX / 2;
        memmove(middle, middle + 1, (TRACE_MAX / 2 - 1) * sizeof *middle);
        trace->length--;
        trace->lost = true;
    }
    trace->entries[trace->length++] = entry;
}

static void record(PThread *t, frame_t *frame, const uint8_t *ip)
{
    trace_t *trace = record_of(t);
    if (trace == NULL) {
        return;
    }
    if (trace == &aside.trace) {
        /* Another error than the one before: not on its way to the frame it left. */
        bool same = aside.thread == t && aside.exc == t->pending &&
                    (trace->next == frame || trace->frame == frame);
        if (!same) {
            trace->length = 0;
            trace->lost = false;
        }
        aside.thread = t;
        aside.exc = t->pending;
    }
    if (!raises_again(trace, frame, ip)) {
        uint32_t pc = (uint32_t)(ip - code_start(frame->code)) - 1;
        append(trace, (trace_entry_t){.code = frame->code, .pc = (uint16_t)pc});
    }
    trace->frame = frame;
    trace->next = frame->prev;
}

void trace_unwind(PThread *t, frame_t *frame, const uint8_t *ip)
{
    record(t, frame, ip);
}

void trace_caught(PThread *t, frame_t *frame, const uint8_t *ip)
{
    if (t->pending) {
        record(t, frame, ip);
    }
}

const trace_t *trace_of(PObject *exc)
{
    PException *e = exc_record(exc);
    if (e) {
        PBuffer *buffer = e->trace;
        return buffer ? (const trace_t *)(const void *)buffer->buffer : NULL;
    }
    return aside.exc == (IS_TAGGED(exc) ? NULL : exc) ? &aside.trace : NULL;
}

/* ---- line tables ---- */

static const image_lines_t *lines_of(const image_code_t *code)
{
    if (vm.header == NULL || vm.header->debug == 0) {
        return NULL;
    }
    const image_debug_t *debug = (const image_debug_t *)(vm.image + vm.header->debug);
    uint32_t at = ((const uint32_t *)(vm.image + debug->codes))[code->index];
    return (const image_lines_t *)(vm.image + at);
}

uint32_t trace_line(const image_code_t *code, uint32_t pc)
{
    const image_lines_t *lines = lines_of(code);
    if (lines == NULL) {
        return 0;
    }
    const image_line_t *rows = (const image_line_t *)(lines + 1);
    uint32_t lo = 0, hi = lines->nrows; /* the last row that does not start behind pc */
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (rows[mid].pc <= pc) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo ? rows[lo - 1].line : lines->first_line;
}

const char *trace_file(const image_code_t *code)
{
    const image_lines_t *lines = lines_of(code);
    return lines ? (const char *)vm.image + lines->file : "?";
}

const char *trace_local_name(const image_code_t *code, int slot)
{
    const image_lines_t *lines = lines_of(code);
    if (lines && lines->locals && slot < code->nlocals) {
        uint32_t at = ((const uint32_t *)(vm.image + lines->locals))[slot];
        return at ? (const char *)vm.image + at : "";
    }
    const uint16_t *names = code_param_names(code);
    int named = code->nparams + code->nkwonly + !!(code->flags & CODE_VARARGS) +
                !!(code->flags & CODE_VARKW);
    return slot < named ? exc_name(names[slot]) : "";
}
