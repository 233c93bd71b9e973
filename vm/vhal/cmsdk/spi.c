/* SPDX-License-Identifier: MIT */
/* spi.c -- where the SPI masters are: of the board's connector, the display, the ADC
 * and the two shields. */
#include "pl022.h"

uintptr_t pl022_open(uint32_t bus)
{
    static const uint32_t bases[] = {0x40020000, 0x40021000, 0x40025000, 0x40026000,
                                     0x40027000};
    return bases[bus];
}
