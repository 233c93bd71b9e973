/* SPDX-License-Identifier: MIT */
/*
 * state.h -- the VM's one state and each Python thread's.
 */
#ifndef CORE_STATE_H
#define CORE_STATE_H

#include "limits.h"
#include "value.h"
#include "vm.h"
#include "vosal.h"
#include <stdatomic.h>

/*
 * A frame stands on its thread's Python stack between its locals (below) and its
 * operands (above).
 *
 * The exec loop keeps the top of the operand stack in a register, so operand i (from 1)
 * is at FRAME_OPERANDS(f)[i - 1] or, the top one, in the loop's C frame. The word below
 * operand 1 takes whatever the register held before the first push: nobody reads it.
 */
typedef struct frame {
    struct frame *prev;
    PObject **locals;
    const image_code_t *code;
    const uint8_t *ip; /* where to go on; current only while another frame or C runs */
    uint32_t flags;    /* FRAME_… */
    PGenerator *gen;   /* with FRAME_GEN: the generator that this frame belongs to */
    PObject *handled;  /* with FRAME_HANDLED: what was handled when the frame first
                          handled something */
} frame_t;

enum {
    FRAME_CALLEE =
        1, /* the slot below the locals holds the callee: the result goes there */
    FRAME_ENTRY = 2, /* leaving it leaves the C function exec_run */
    FRAME_INIT = 4,  /* an __init__: its None is dropped, the result is local 0 */
    FRAME_GEN = 8,
    FRAME_HANDLED = 16,
    FRAME_FOR = 32,      /* a generator resumed by LOOP_ITER */
    FRAME_FOR_FAST = 64, /* … by LOOP_ITER_FAST */
    FRAME_SPECIAL = FRAME_ENTRY | FRAME_INIT | FRAME_GEN,
};

#define FRAME_OPERANDS(f) ((PObject **)((f) + 1) + 1)

/* A Python thread; also what Python sees of it. */
typedef struct pthread {
    PObjectHeader header; /* PTHREAD */
    struct pthread *next; /* ring of all threads */
    VThread th;
    PObject **stack, **stack_end; /* the Python stack; never moves */
    frame_t *frame;               /* innermost frame; NULL: none */
    PObject *
        *sp; /* first free slot above the operands of `frame`, valid whenever C runs */
    PObject *pending; /* exception on its way through C */
    PObject *handled; /* exception being handled in Python */
    PObject *fn;      /* what the thread runs */
    PTuple *args;
    void *own_data; /* what vosThGetData gave before vm_attach */
    uint8_t status, flags, prio;
} PThread;

typedef struct vm_state {
    PThread *current; /* holder of the GIL */
    PObject **consts; /* the image's constant table */
    PObject **globals;
    struct native_row *natives; /* by row of the image's natives; gc_malloc'd */
    const uint8_t *image;
    const image_header_t *header;
    PClass **classes; /* by class index; gc_malloc'd */
    uint32_t nclasses, classes_cap;
    PModule **modules;     /* by row of the module table */
    PList *new_names;      /* texts that became names at run time, behind the image's */
    PDict *name_index;     /* text → number of a name, made when first asked for */
    PDict *function_attrs; /* function of the image (its address / 8) → dict of what
                              was set in it, made when the first one is */
    PThread *threads;      /* ring */
    vm_config_t config;
    PObject *empty_tuple, *empty_str, *empty_bytes;
    PObject *ascii_chars[SHARED_CHARS]; /* one-character strings, by code */
} vm_state_t;

extern vm_state_t vm;
/* Bits of vosal.h's preempt flag, tested at backward jumps and calls. */
extern _Atomic uint32_t vm_preempt;

/* Code object of a row; name text. */
static inline const image_code_t *vm_code(uint16_t index)
{
    return (
        const image_code_t *)(vm.image +
                              ((const uint32_t *)(vm.image + vm.header->codes))[index]);
}

/* Class descriptor of a row. */
static inline const image_class_t *vm_class(uint16_t index)
{
    return (const image_class_t *)(vm.image +
                                   ((const uint32_t *)(vm.image +
                                                       vm.header->classes))[index]);
}

#endif
