/* SPDX-License-Identifier: MIT */
/*
 * texts_none.h -- the VM's errors are their bare names, on a board that has no flash
 * for the texts; a traceback still says where. What natives raise keeps its text, and
 * so does what names something left out: (vm_raise)(…). All of vm/core begins with it.
 */
#ifndef CORE_TEXTS_NONE_H
#define CORE_TEXTS_NONE_H

#include "vminterface.h"

/* Raises the bare name; returns it. */
err_t exc_raise_bare(err_t number);

/* The call that never happens keeps the arguments used and their types checked. */
#define vm_raise(number, ...)                                                          \
    (0 ? (vm_raise)(number, __VA_ARGS__) : exc_raise_bare(number))

#endif
