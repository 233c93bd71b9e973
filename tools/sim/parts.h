/* SPDX-License-Identifier: MIT */
/*
 * parts.h -- what is connected to the board's ports and buses.
 */
#ifndef SIM_PARTS_H
#define SIM_PARTS_H

#include "check.h"

void parts_serial(scene_t *s, const at_t *at);
void parts_i2c(scene_t *s, const at_t *at);
void parts_spi(scene_t *s, const at_t *at);

#endif
