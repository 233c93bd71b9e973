/* SPDX-License-Identifier: MIT */
/* ext.h -- interrupts of pins, between ext.c, a family's handler and other sections. */
#ifndef VHAL_EXT_H
#define VHAL_EXT_H

#include "vhal.h"

#ifndef EXT_SLOTS
#define EXT_SLOTS 16
#endif

/* The family's handler calls it when an edge has come that gpio_set_edges asked for.
 * Context: isr. */
void ext_edge(int pin);
/* As vhalPinAttachInterrupt without a timeout, whoever owns the pin. */
int ext_attach(int pin, int mode, extCbkFn fn);
/* Set by each interrupt of a pin that the program asked for. NULL: no memory. Context:
 * thread. */
VEvent ext_event(void);

#endif
