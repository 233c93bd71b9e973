/* SPDX-License-Identifier: MIT */
/*
 * driver.h -- drivers as Python sees them, and network addresses. What C sees is in
 * vbl.h.
 */
#ifndef CORE_DRIVER_H
#define CORE_DRIVER_H

#include "type.h"
#include "vbl.h"

extern const type_ops_t driver_ops;

/* An (ip, port) pair, ip "a.b.c.d" or a sequence of four octets. False: it is none.
 * Context: thread with the GIL. */
bool driver_address(PObject *pair, NetAddress *out);

#endif
