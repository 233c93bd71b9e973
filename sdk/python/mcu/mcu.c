/* SPDX-License-Identifier: MIT */
/*
 * mcu.c -- natives of the module mcu.
 */
#include "zerynth.h"

/* reset() */
C_NATIVE(_mcu_reset)
{
    NATIVE_UNWARN();
    vosSysReset();
}
