/* SPDX-License-Identifier: MIT */
/*
 * check.h -- what the model must fulfil as a whole before anything is written.
 */
#ifndef GEN_CHECK_H
#define GEN_CHECK_H

#include "model.h"

/* Names, order, defaults, ranges, classes; fills in what the writers need. False:
 * reported. */
bool check_module(gen_t *g);

#endif
