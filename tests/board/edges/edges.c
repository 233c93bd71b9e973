/* SPDX-License-Identifier: MIT */
/* edges.c -- how long an edge takes to its handler, to a thread, to Python. The pins
 * read what they put out. */
#include "vhal.h"
#include "vosal.h"
#include "zn_native.h"

C_NATIVE_MODULE(edges);

static volatile uint32_t start, handled, woken;
static VSemaphore came, done;

static uint32_t now(void)
{
    uint32_t n;
    __asm__ volatile("csrr %0, mcycle" : "=r"(n));
    return n;
}

static void handler(int slot, int dir)
{
    (void)slot;
    (void)dir;
    handled = now();
    vosSemSignalIsr(came);
}

static void waiter(void *arg)
{
    (void)arg;
    for (;;) {
        vosSemWait(came);
        woken = now();
        vosSemSignal(done);
    }
}

/// Starts the thread and the handler at `pin`.
C_NATIVE_FN()
int begin(int pin)
{
    came = vosSemCreate(0);
    done = vosSemCreate(0);
    vosThResume(vosThCreate(1024, VOS_PRIO_HIGHEST, (void *)waiter, NULL, NULL));
    vhalPinSetMode(pin, PINMODE_OUTPUT_PUSHPULL);
    return vhalPinAttachInterrupt(pin, PINMODE_EXT_RISING, handler, 0);
}

/// Raises `pin`, which was low.
C_NATIVE_FN()
void rise(int pin)
{
    vhalPinSetMode(pin, PINMODE_OUTPUT_PUSHPULL);
    vhalPinFastClear(vhalPinGetPort(pin), vhalPinGetPad(pin));
    void *port = vhalPinGetPort(pin);
    int pad = vhalPinGetPad(pin);
    start = now();
    vhalPinFastSet(port, pad);
}

/// Since the last rise.
C_NATIVE_FN()
int passed(void)
{
    return (int)(now() - start);
}

/// From a rise of `pin` to its handler.
C_NATIVE_FN()
int to_handler(int pin)
{
    rise(pin);
    vosSemWait(done);
    return (int)(handled - start);
}

/// From a rise of `pin` to the thread that the handler wakes.
C_NATIVE_FN()
int to_thread(int pin)
{
    rise(pin);
    vosSemWait(done);
    return (int)(woken - start);
}
