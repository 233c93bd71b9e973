/* SPDX-License-Identifier: MIT */
/*
 * values.h -- for tests of the VM's values: the kernel, a heap, a thread that errors are
 * left with, and comparing by repr.
 */
#ifndef TESTS_VALUES_H
#define TESTS_VALUES_H

#include "exc.h"
#include "gc.h"
#include "int.h"
#include "obj.h"
#include "state.h"
#include "str.h"
#include "tap.h"

static _Alignas(16) char values_heap[8 << 20];
static PThread values_thread;
static PObject *values_stack[4096];
static char values_shown[8192];

static inline void values_start(void)
{
    vosInit(NULL);
    memset(&values_thread, 0, sizeof values_thread);
    memset(&vm, 0, sizeof vm);
    gc_init_heap(values_heap, sizeof values_heap);
    values_thread.stack = values_thread.sp = values_stack;
    values_thread.stack_end = values_stack + sizeof values_stack / sizeof *values_stack;
    vm.current = &values_thread;
}

/* repr of a value, or of the error "TypeError: text" when err is set. */
static inline const char *values_show(err_t err, PObject *o)
{
    PObject *text = NULL;
    const char *name = "";
    if (err) {
        name = exc_name((uint16_t)err);
        if (obj_str(exc_take(err), &text)) {
            return "no memory";
        }
    } else if (obj_repr(o, &text)) {
        return "no repr";
    }
    snprintf(values_shown, sizeof values_shown, "%s%s%.*s", name, err ? ": " : "",
             (int)str_bytes(text), (char *)str_data(text));
    return values_shown;
}

/* An int of its decimal text. */
static inline PObject *values_int(const char *text)
{
    PObject *o = NULL;
    return int_parse(text, strlen(text), 10, P_NONE, &o) ? NULL : o;
}

static inline PObject *values_str(const char *text)
{
    return (PObject *)str_from_c(text);
}

#endif
