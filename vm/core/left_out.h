/* SPDX-License-Identifier: MIT */
/* left_out.h -- what a NAME_none.c says of what its board's VM does not have. */
#ifndef CORE_LEFT_OUT_H
#define CORE_LEFT_OUT_H

#include "value.h"

/* UnsupportedError: "WHAT left out of this board's VM". Context: thread. */
err_t left_out(const char *what);

/* UnsupportedError, from what stands in place of a function that the program does not
 * name (type.h's OPTIONAL). Context: thread. */
err_t vm_not_linked(void);

#endif
