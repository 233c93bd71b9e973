/* HC-SR04: the echo's pulse is timed with interrupts off. */
#include "zerynth.h"

/* Waits while the pin is at `level`; micros since `start`, or -1. */
static int32_t wait_while(int pin, int level, uint32_t start, uint32_t limit)
{
    while (vhalPinRead(pin) == level) {
        if (*vosTicks() - start > limit)
            return -1;
    }
    return ticks_to_micros(*vosTicks() - start);
}

C_NATIVE(_hcsr04_measure)
{
    NATIVE_UNWARN();
    int32_t trigger, echo, timeout, us;
    uint32_t start, limit;

    if (parse_py_args("iii", nargs, args, &trigger, &echo, &timeout) != 3)
        return ERR_TYPE_EXC;
    limit = time_to_ticks(TIME_U(timeout, MICROS));
    vhalPinWrite(trigger, 1);
    sleep_polling(TIME_U(10, MICROS));
    vhalPinWrite(trigger, 0);
    us = wait_while(echo, 0, *vosTicks(), limit);
    if (us >= 0) {
        start = *vosTicks();
        us = wait_while(echo, 1, start, limit);
    }
    if (us < 0)
        return ERR_TIMEOUT_EXC;
    MAKE_RESULT(PSMALLINT_NEW(us));
    return ERR_OK;
}
