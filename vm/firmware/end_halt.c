/* SPDX-License-Identifier: MIT */
/* end_halt.c -- a program on a chip has nobody to end for: it stops, whatever its
 * status.
 */
#include "chipport.h"

void chip_end(int status)
{
    (void)status;
    for (;;) {
        __asm__ volatile("wfi");
    }
}
