/* SPDX-License-Identifier: MIT */
/* viper.h -- the old name of zerynth.h. */
#include "zerynth.h"
