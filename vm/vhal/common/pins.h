/* SPDX-License-Identifier: MIT */
/*
 * pins.h -- physical pins and who owns them. A physical pin is an index of
 * vhal_tables()->pins.
 */
#ifndef VHAL_PINS_OWNERS_H
#define VHAL_PINS_OWNERS_H

#include "vhal.h"

/* The physical pin of a virtual one; -1: the board has no such pin. Context: any. */
int pins_of(int vpin);
/* Does the pin belong to a peripheral that drives it? Context: any. */
bool pins_owned(int pin);
/* Gives the pin to a peripheral, sets the hardware so (gpio.h). 0xffff: no pin, and all
 * is well. VHAL_INVALID_PIN, VHAL_HARDWARE_STATUS_ERROR. Context: any. */
int pins_take(int vpin, int prph);
/* Both or none. Context: any. */
int pins_take_two(int a, int b, int prph);
/* Takes it away from that peripheral, of any other it stays. Context: any. */
void pins_give(int vpin, int prph);

#endif
