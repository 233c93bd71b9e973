/* SPDX-License-Identifier: MIT */
/* smc.c -- the firmware SPI controllers in user mode. */
#include "smc.h"
#include "aspeed.h"
#include "vosal.h"

void smc_command(uint32_t base, uint32_t window, const uint8_t *out, uint32_t nout,
                 uint8_t *in, uint32_t nin)
{
    volatile uint8_t *line = (volatile uint8_t *)(uintptr_t)window;
    vosSysLock();
    uint32_t before = SMC_CONTROL(base, 0);
    SMC_CONF(base) |= SMC_CONF_WRITE;
    SMC_CONTROL(base, 0) = SMC_USER | SMC_UNSELECT;
    SMC_CONTROL(base, 0) = SMC_USER;
    while (nout--) {
        *line = *out++;
    }
    while (nin--) {
        *in++ = *line;
    }
    SMC_CONTROL(base, 0) = SMC_USER | SMC_UNSELECT;
    SMC_CONTROL(base, 0) = before;
    vosSysUnlock();
}
