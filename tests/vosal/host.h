/* SPDX-License-Identifier: MIT */
/* host.h -- what a kernel on the host does its own way: ours, one of the user's, a
 * stand-in. */
#ifndef VOSAL_HOST_H
#define VOSAL_HOST_H

#include <stdbool.h>
#include <stdint.h>

/* Starts VOSAL, in virtual time if that is wanted and there is one. */
void host_begin(bool is_virtual);
/* In virtual time: `us` pass, in which the running thread computes. */
void host_advance(uint32_t us);
/* Raises PORT_IRQ. */
bool host_raise(void);

#endif
