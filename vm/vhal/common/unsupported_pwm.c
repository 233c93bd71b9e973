/* SPDX-License-Identifier: MIT */
/* unsupported_pwm.c -- a board without PWM. */
#include "unsupported.h"

UNSUPPORTED(vhalInitPWM, void *data)
UNSUPPORTED(vhalPwmStart, int vpin, uint32_t period, uint32_t pulse, uint32_t npulses)
