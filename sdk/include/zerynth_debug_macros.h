/* SPDX-License-Identifier: MIT */
/* zerynth_debug_macros.h -- another name of zerynth_debug.h. */
#include "zerynth_debug.h"
