/* SPDX-License-Identifier: MIT */
/*
 * gpio.h -- what a family fills in of its pins for gpio.c and ext.c. The pin exists;
 * interrupts are off or the kernel is locked.
 */
#ifndef VHAL_GPIO_H
#define VHAL_GPIO_H

#include "vhal.h"

/* Makes it a GPIO of that PINMODE_…, NONE … INPUT_ANALOG. VHAL_UNSUPPORTED_ERROR: it
 * cannot be. */
int gpio_set_mode(int pin, int mode);
/* The level of the line. */
bool gpio_level(int pin);
/* The value that it puts out, or will when it becomes an output. */
bool gpio_output(int pin);
void gpio_put(int pin, bool value);
/* From now on it is of peripheral `prph` (PRPH_…); -1: of none. */
void gpio_hand_over(int pin, int prph);
/* Its interrupt comes at these edges (bits of PINMODE_EXT_BOTH; 0: no more), those that
 * were before are forgotten. The family's handler then calls ext_edge (ext.h).
 * VHAL_UNSUPPORTED_ERROR: it has none. */
int gpio_set_edges(int pin, int mode);
/* The level of a pin whose edges are told of; and, looked at after that, has another one
 * come since the handler forgot the last? It is forgotten. In an isr. */
enum { GPIO_HIGH = 1, GPIO_AGAIN = 2 };
unsigned gpio_look(int pin);

#endif
