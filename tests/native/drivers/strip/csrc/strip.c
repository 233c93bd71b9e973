/*
 * WS2812: a one is high for 800 ns, a zero for 400 ns, of 1250 each. The trace of the
 * simulated board shows whole microseconds, so the driver can be slowed down.
 */
#include "zerynth.h"

#ifndef STRIP_SLOW
#define STRIP_SLOW 1
#endif
#define NS(n) ((n) * STRIP_SLOW * (_system_frequency / 1000000) / 1000)

C_NATIVE(_strip_out)
{
    C_NATIVE_UNWARN();
    int32_t pin;
    uint8_t *data;
    int32_t len;

    if (parse_py_args("is", nargs, args, &pin, &data, &len) != 2)
        return ERR_TYPE_EXC;

    void *port = vhalPinGetPort(pin);
    int pad = vhalPinGetPad(pin);
    uint32_t zero = NS(400), one = NS(800), period = NS(1250), start;
    volatile uint32_t *ticks = vosTicks();

    vosSysLock();
    start = *ticks;
    for (int32_t i = 0; i < len; i++) {
        for (uint32_t bit = 0x80; bit; bit >>= 1) {
            uint32_t high = data[i] & bit ? one : zero;
            vhalPinFastSet(port, pad);
            while (*vosTicks() - start < high)
                ;
            vhalPinFastClear(port, pad);
            while (*ticks - start < period)
                ;
            start += period;
        }
    }
    vosSysUnlock();
    vosThSleep(TIME_U(80, MICROS)); /* the strip takes over what it has */
    return ERR_OK;
}
