/* SPDX-License-Identifier: MIT */
/*
 * pins.h -- what happens at the pins: wires, stimuli, values over time.
 */
#ifndef SIM_PINS_H
#define SIM_PINS_H

#include "check.h"

void pins_wires(scene_t *s, const at_t *at);
void pins_stimulus(scene_t *s, const at_t *at);
void pins_adc(scene_t *s, const at_t *at);

/*
 * One word for a value over time, from key->least to key->most: `25.5`;
 * `sine:OFFSET:AMPLITUDE:PERIOD`; `points:NS,VALUE;NS,VALUE…`, straight lines between,
 * level before and after.
 */
void pins_add_signal(scene_t *s, const at_t *at, const field_t *key);

#endif
