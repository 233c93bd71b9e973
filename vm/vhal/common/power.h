/* SPDX-License-Identifier: MIT */
/* power.h -- what a family fills in for power.c. */
#ifndef VHAL_POWER_H
#define VHAL_POWER_H

#include "vhal.h"

/* Why the program runs, POWERSAVE_…. Context: any. */
int power_reason(void);

#endif
