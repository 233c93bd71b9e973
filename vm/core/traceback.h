/* SPDX-License-Identifier: MIT */
/*
 * traceback.h -- where an exception came from: recorded while frames are left, shown at
 * the end.
 *
 * On the host the image has a line table and the report reads like CPython's. Without
 * one, as on a chip, each frame is a line `@T CODE:OFFSET name` that the tools make
 * readable.
 */
#ifndef CORE_TRACEBACK_H
#define CORE_TRACEBACK_H

#include "limits.h"
#include "state.h"

/* A frame that the exception went through, and how many more times in a row
 * (recursion). */
typedef struct {
    const image_code_t *code;
    uint16_t pc; /* offset of the last byte of the instruction that raised or called */
    uint16_t again;
} trace_entry_t;

/* The pending error leaves this frame, whose next instruction is `ip`. */
void trace_unwind(PThread *t, frame_t *frame, const uint8_t *ip);
/* The pending error is caught in this frame. Called before exc_take. */
void trace_caught(PThread *t, frame_t *frame, const uint8_t *ip);

/*
 * Prints the pending error on the console, clears it and returns the exit status that
 * it means: 1, TRACE_INTERRUPTED, or SystemExit's code (nothing is printed for a
 * number). Context: thread with the GIL.
 */
enum { TRACE_INTERRUPTED = 130 /* what shells say of Ctrl-C */ };
int trace_report(err_t err);

/* Line of an offset in a code object, 0 when the image has no line table. */
uint32_t trace_line(const image_code_t *code, uint32_t pc);
/* Name of a local variable, "" when nobody knows. */
const char *trace_local_name(const image_code_t *code, int slot);

#endif
