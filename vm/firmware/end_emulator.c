/* SPDX-License-Identifier: MIT */
/* end_emulator.c -- a program in the emulator ends it, with the exit status. */
#include "chipport.h"
#include "firmware.h"

enum { APPLICATION_EXIT = 0x20026 };

void chip_end(int status)
{
    const uintptr_t why[] = {APPLICATION_EXIT, (uintptr_t)(status & 0xFF)};
    semihost(SEMIHOST_EXIT_EXTENDED, why);
    for (;;) {
    }
}
