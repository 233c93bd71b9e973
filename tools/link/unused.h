/* SPDX-License-Identifier: MIT */
/* unused.h -- between firmware.c and unused.c. */
#ifndef LINK_UNUSED_H
#define LINK_UNUSED_H

#include "link.h"
#include "strbuf.h"

/* C source text that takes the place of the VM's functions that the program cannot
 * reach. False: all of them stay. */
bool unused_write(arena_t *a, const link_firmware_t *f, strbuf_t *out);

#endif
