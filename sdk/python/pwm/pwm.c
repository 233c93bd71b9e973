/* SPDX-License-Identifier: MIT */
/*
 * pwm.c -- the PWM driver: WRITE (pin, period, pulse, unit, number of pulses).
 */
#include "vbl/driver.h"

static err_t pwm_write(int32_t index, int nargs, PObject **args, PObject **res)
{
    int32_t pin, period, pulse, unit, npulses;
    (void)index, (void)res;
    if (parse_py_args("iiiII", nargs, args, &pin, &period, &pulse, (int32_t)MILLIS,
                      &unit, (int32_t)0, &npulses) != 5) {
        return ERR_TYPE_EXC;
    }
    if (period < 0 || pulse < 0 || unit < NANOS || unit > SECONDS) {
        return vm_raise(ERR_VALUE_EXC, "pwm: a pulse of %d in a period of %d",
                        (int)pulse, (int)period);
    }
    /* a number of pulses: returns when they are over */
    RELEASE_GIL();
    int code = vhalPwmStart(pin, TIME_U((uint32_t)period, (uint32_t)unit),
                            TIME_U((uint32_t)pulse, (uint32_t)unit),
                            npulses > 0 ? (uint32_t)npulses : 0);
    ACQUIRE_GIL();
    return vbl_check("pwm", code);
}

static const vbl_command commands[] = {[DRV_CMD_WRITE] = pwm_write};

static C_NATIVE(pwm_ctl)
{
    (void)self;
    return VBL_RUN_PLAIN("pwm", commands, nargs, args, res);
}

C_NATIVE(_vbl_pwm_init)
{
    NATIVE_UNWARN();
    vhalInitPWM(NULL);
    return vbl_install(PINCLASS_PWM, pwm_ctl);
}
