/* SPDX-License-Identifier: MIT */
/* host_standin.c -- the suite on a stand-in for a foreign kernel: its interrupts are
 * real ones, and in virtual time its ticks are as short as what the tests measure. */
#include "host.h"
#include "port.h"
#include "standin/standin.h"
#include "vosal.h"
#include <string.h>

/* The kernel runs before main does, so its time is chosen earlier; glibc gives this the
 * arguments. */
__attribute__((constructor)) static void choose_time(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "--virtual") == 0) {
        standin_set_virtual();
        standin_tick_rate = 1000000;
    }
}

void host_begin(bool is_virtual)
{
    (void)is_virtual;
    vosInit(NULL);
}

void host_advance(uint32_t us)
{
    standin_advance(us);
}

static bool was_raised;

static void raise_in_isr(void)
{
    was_raised = vos_irq_raise(PORT_IRQ);
}

bool host_raise(void)
{
    was_raised = true; /* if interrupts are off nobody can tell yet */
    standin_interrupt(raise_in_isr);
    return was_raised;
}

bool port_keeps_turns(void)
{
    return false;
}
