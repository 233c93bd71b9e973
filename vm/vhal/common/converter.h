/* SPDX-License-Identifier: MIT */
/* converter.h -- what a family fills in of its ADCs for adc.c, by hardware number.
 * Context: thread, one at a time. */
#ifndef VHAL_CONVERTER_H
#define VHAL_CONVERTER_H

#include "vhal.h"

/* Sets the bits of a conversion, and how many there are a second at most. */
int converter_start(uint32_t adc, uint32_t *bits, uint32_t *rate);
void converter_stop(uint32_t adc);
/* One conversion of a channel (data1 of the analog pin's row). */
int converter_read(uint32_t adc, uint32_t channel, uint16_t *value);

#endif
