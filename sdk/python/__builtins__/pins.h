/* SPDX-License-Identifier: MIT */
/*
 * pins.h -- what the builtins about pins share.
 */
#ifndef BUILTINS_PINS_H
#define BUILTINS_PINS_H

#include "zerynth.h"

/* Raises what a negative result of the VHAL says about a pin. */
err_t pins_error(int32_t pin, int code);

#endif
