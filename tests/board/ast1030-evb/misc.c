/* SPDX-License-Identifier: MIT */
/* misc.c -- what Python has no function for: the chip's own random numbers. */
#include "zerynth.h"

C_NATIVE(noise)
{
    C_NATIVE_UNWARN();
    *res = PSMALLINT_NEW((int)(vhalRngGenerate() & 0xFFFFFF));
    return ERR_OK;
}
