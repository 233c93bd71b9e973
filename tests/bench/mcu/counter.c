/* SPDX-License-Identifier: MIT */
/* counter.c -- the clock of a chip. In the emulator it counts instructions. */
#include "zerynth.h"

C_NATIVE_FN()
uint32_t ticks(void)
{
    return *vosTicks();
}

C_NATIVE_FN()
uint32_t frequency(void)
{
    return _system_frequency;
}
