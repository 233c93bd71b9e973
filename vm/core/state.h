/* SPDX-License-Identifier: MIT */
/*
 * state.h -- the VM's one state and each Python thread's.
 */
#ifndef CORE_STATE_H
#define CORE_STATE_H

#include "value.h"
#include "vm.h"
#include "vosal.h"
#include <stdatomic.h>

/*
 * A frame stands on its thread's Python stack between its locals (below) and its operands (above). locals[-1] is the
 * callee for a plain call (FRAME_CALLEE).
 */
typedef struct frame {
    struct frame *prev;
    const image_code_t *code;
    const uint8_t *ip; /* where to go on; current only while the frame is not the innermost one or C has been called */
    PFunction *fn;
    PGenerator *gen;   /* the generator that this frame belongs to, or NULL */
    PObject *handled;  /* what was being handled when the frame was entered: restored when it is left */
    uint32_t flags;    /* FRAME_… */
} frame_t;

enum {
    FRAME_CALLEE = 1, /* the slot below the locals belongs to the call: the result goes there */
    FRAME_ENTRY = 2,  /* leaving it leaves the C function exec_run */
    FRAME_INIT = 4,   /* an __init__: its None is dropped, the result is local 0 */
};

#define FRAME_LOCALS(f) ((PObject **)(f) - (f)->code->nlocals)
#define FRAME_OPERANDS(f) ((PObject **)((f) + 1))

/* A Python thread; also what Python sees of it. */
typedef struct pthread {
    PObjectHeader header; /* PTHREAD */
    struct pthread *next; /* ring of all threads */
    VThread th;
    PObject **stack, **stack_end; /* the Python stack; never moves */
    frame_t *frame;   /* innermost frame; NULL: none */
    PObject **sp;     /* first free slot above the operands of `frame`, valid whenever C runs */
    PObject *pending; /* exception on its way through C */
    PObject *handled; /* exception being handled in Python */
    PObject *fn;      /* what the thread runs */
    PTuple *args;
    uint8_t status, flags, prio;
} PThread;

typedef struct vm_state {
    PThread *current; /* holder of the GIL */
    PObject **consts; /* the image's constant table */
    PObject **globals;
    const uint8_t *image;
    const image_header_t *header;
    PClass **classes; /* by class index; gc_malloc'd */
    uint32_t nclasses, classes_cap;
    PModule **modules; /* by row of the module table */
    PThread *threads;  /* ring */
    vm_config_t config;
    PObject *empty_tuple, *empty_str, *empty_bytes;
    PObject *ascii_chars[128]; /* one-character strings */
} vm_state_t;

extern vm_state_t vm;
/* Bits of vosal.h's preempt flag, tested at backward jumps and calls. */
extern _Atomic uint32_t vm_preempt;

/* Code object of a row; name text. */
static inline const image_code_t *vm_code(uint16_t index)
{
    return (const image_code_t *)(vm.image + ((const uint32_t *)(vm.image + vm.header->codes))[index]);
}

#endif
