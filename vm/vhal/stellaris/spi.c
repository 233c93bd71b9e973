/* SPDX-License-Identifier: MIT */
/* spi.c -- where SSI 0 is. */
#include "pl022.h"
#include "stellaris.h"

uintptr_t pl022_open(uint32_t bus)
{
    (void)bus;
    SYSCTL_RCGC1 |= RCGC1_SSI0;
    return 0x40008000;
}
