/* SPDX-License-Identifier: MIT */
/* console.c -- the console's line by polling: a 16550 (NS16550A data sheet, 8). */
#include "chipport.h"
#include "virt.h"

#define THR REG8(VIRT_UART)
#define LSR REG8(VIRT_UART + 5)
enum { LSR_THRE = 1 << 5 };

void chip_begin(void)
{
}

void chip_put(char c)
{
    while (!(LSR & LSR_THRE)) {
    }
    THR = (uint8_t)c;
}

void chip_reset(void)
{
    VIRT_TEST = VIRT_TEST_RESET;
    for (;;) {
    }
}
