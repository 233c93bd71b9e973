/* SPDX-License-Identifier: MIT */
/*
 * vmctrl.h -- the VM's options, which a program sets by __vmctrl (module vm).
 */
#ifndef CORE_VMCTRL_H
#define CORE_VMCTRL_H

#include <stdbool.h>

/* What they are numbered in the specification. */
typedef enum {
    VM_RESET_ON_EXCEPTION, /* an uncaught exception of the main thread resets */
    VM_TRACE_ON_EXCEPTION, /* an uncaught exception is printed; on at the start */
    VM_RESET_ON_HARDFAULT,
    VM_TRACE_ON_HARDFAULT,
    VM_RESET_ON_OUTOFMEMORY, /* the same for MemoryError */
    VM_TRACE_ON_OUTOFMEMORY,
    VM_OPTIONS
} vm_option_t;

bool vmctrl_option(vm_option_t option);

#endif
