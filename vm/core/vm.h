/* SPDX-License-Identifier: MIT */
/*
 * vm.h -- the virtual machine from outside: start, load an image, run it, end.
 */
#ifndef CORE_VM_H
#define CORE_VM_H

#include "pobject.h"
#include <stdbool.h>

/* For tests: memory as a busy chip has it. */
typedef struct {
    uint32_t stress;    /* collect at every n-th allocation */
    uint32_t oom_at;    /* fail the n-th allocation from now */
    uint32_t oom_every; /* and all after it */
} gc_switches_t;

typedef struct vm_config {
    void *heap; /* NULL: the port's memory */
    size_t heap_size;
    size_t python_stack; /* bytes a thread; 0: default */
    bool verify;         /* check the bytecode at load */
    bool virtual_time;   /* time passes at safe points and when all wait */
    int argc;
    char **argv; /* sys.argv of the program */
    /* Finds a native module's zn_module_t by name (host: dlopen of
     * build/host/NAME/NAME.so); NULL when there is none, and *why says what to do. */
    const struct zn_module *(*find_module)(const char *name, const char **why);
    const char *board, *version; /* what vm.info() tells; NULL: unknown */
    gc_switches_t switches;
} vm_config_t;

/* Once. The calling thread becomes the VOSAL main thread. False: reported on the
 * console. */
bool vm_start(const vm_config_t *config);
/*
 * Checks and places an image (kept in memory by the caller until vm_end) and runs its
 * main module to the end of all threads. Returns the exit status: 0, 1 after an
 * uncaught exception in main, SystemExit's code.
 */
int vm_run_image(void *image, size_t length);
/* Runs the remaining deallocs and releases everything. */
void vm_end(void);
/* How many more allocations config.switches.oom_at would have let pass; 0: it struck. */
uint32_t vm_oom_left(void);

#endif
