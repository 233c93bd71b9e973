/* SPDX-License-Identifier: MIT */
/*
 * lowpower.c -- __pwr_…: sleep and what survives it; __sfw_…: the watchdog.
 */
#include "vhal.h"
#include "zerynth.h"

/* A result of the VHAL: 0 or a number to return, or an exception. */
static err_t give(int code, int32_t *result)
{
    *result = code;
    return code < 0 ? -code : ERR_OK;
}

/// Sleeps so many milliseconds, 0: until a pin's interrupt; returns why it woke up.
C_NATIVE_FN(py = __pwr_go_to_sleep, nogil)
err_t lowpower_sleep(uint32_t delay, uint32_t level, int32_t *reason ZN_OUT)
{
    return give(vhalGoToSleep(delay, level), reason);
}

/// Why the program was started.
C_NATIVE_FN(py = __pwr_wakeup_reason)
err_t lowpower_reason(int32_t *reason ZN_OUT)
{
    return give(vhalInitPowersave(), reason);
}

C_NATIVE_FN(py = __pwr_set_status_byte)
err_t lowpower_set_status(int32_t position, uint8_t value)
{
    int code = vhalSaveStatusByte(position, value);
    return code < 0
               ? vm_raise(ERR_INDEX_EXC, "there is no status byte %d", (int)position)
               : ERR_OK;
}

C_NATIVE_FN(py = __pwr_get_status_byte)
err_t lowpower_get_status(int32_t position, int32_t *value ZN_OUT)
{
    *value = vhalGetStatusByte(position);
    return *value < 0
               ? vm_raise(ERR_INDEX_EXC, "there is no status byte %d", (int)position)
               : ERR_OK;
}

C_NATIVE_FN(py = __pwr_get_status_size)
err_t lowpower_status_size(int32_t *size ZN_OUT)
{
    return give(vhalGetStatusSize(), size);
}

/// Resets the chip when nobody kicks for `longest` ms, or earlier than after
/// `shortest`.
C_NATIVE_FN(py = __sfw_setup_wdog)
err_t lowpower_watchdog(uint32_t shortest, uint32_t longest)
{
    if (vhalSetupWatchdog(shortest, longest) < 0) {
        return vm_raise(ERR_UNSUPPORTED_EXC,
                        "a watchdog of %u to %u ms is not supported",
                        (unsigned)shortest, (unsigned)longest);
    }
    return ERR_OK;
}

C_NATIVE_FN(py = __sfw_kick_wdog)
err_t lowpower_kick(void)
{
    int32_t ignored;
    return give(vhalKickWatchdog(), &ignored);
}

/// Was the program started by the watchdog?
C_NATIVE_FN(py = __sfw_triggered)
bool lowpower_bitten(void)
{
    return vhalInitSecureFW() == 1;
}
