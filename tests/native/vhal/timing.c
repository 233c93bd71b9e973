/* SPDX-License-Identifier: MIT */
/* timing.c -- PWM, ICU and hardware timers. PWM0 is wired to ICU1. */
#include "expect.h"

C_NATIVE(test_timing_pwm_into_icu)
{
    C_NATIVE_UNWARN();
    uint32_t buffer[4], size = 4, first = 7;
    uint32_t cfg = ICU_CFG(ICU_TRIGGER_HIGH, 0, ICU_INPUT_PULLDOWN);
    EXPECT(vhalInitPWM(NULL) == VHAL_OK && vhalInitICU(NULL) == VHAL_OK);
    EXPECT(ICU_CFG_GET_TRIGGER(cfg) == ICU_TRIGGER_HIGH && ICU_CFG_GET_INPUT(cfg) == ICU_INPUT_PULLDOWN);
    EXPECT(vhalPwmStart(PWM0, TIME_U(20, MILLIS), TIME_U(1, MILLIS) + 0, 0) == VHAL_OK);
    EXPECT(vhalIcuStart(ICU1, cfg, TIME_U(100, MILLIS), buffer, &size, &first) == VHAL_OK);
    EXPECT(size == 4 && first == ICU_TRIGGER_HIGH);
    EXPECT(buffer[0] == 1000 && buffer[1] == 19000 && buffer[2] == 1000 && buffer[3] == 19000);
    EXPECT(vhalPwmStart(PWM0, 0, 0, 0) == VHAL_OK);
    size = 4;
    cfg = ICU_CFG(ICU_TRIGGER_BOTH, 1, ICU_INPUT_PULLUP);
    EXPECT(ICU_CFG_GET_FILTER(cfg) == 1);
    EXPECT(vhalIcuStart(ICU1, cfg, TIME_U(5, MILLIS), buffer, &size, &first) == VHAL_OK && size == 0);
    EXPECT(vhalIcuStart(D60, ICU_CFG(ICU_TRIGGER_LOW, 0, 0), 0, buffer, &size, &first) == VHAL_INVALID_PIN);
    return ERR_OK;
}

C_NATIVE(test_timing_pulses)
{
    C_NATIVE_UNWARN();
    uint64_t from = vosMillis();
    EXPECT(vhalPwmStart(PWM0, TIME_U(10, MILLIS), TIME_U(2, MILLIS), 5) == VHAL_OK);
    EXPECT(vosMillis() - from == 50 && vhalPinRead(D3) == 0);
    return ERR_OK;
}

static volatile int calls;

static void on_timer(uint32_t tm, void *args)
{
    calls += tm == *(uint32_t *)args;
}

C_NATIVE(test_timing_timers)
{
    C_NATIVE_UNWARN();
    htmFn fn = on_timer;
    static uint32_t which;
    EXPECT(vhalInitHTM(NULL) == VHAL_OK);
    int tm = vhalHtmGetFreeTimer();
    EXPECT(tm >= 0);
    which = (uint32_t)tm;
    EXPECT(vhalHtmOneShot(which, TIME_U(300, MICROS), fn, &which, 1) == VHAL_OK && calls == 1);
    EXPECT(vhalHtmRecurrent(which, TIME_U(1, MILLIS), fn, &which) == VHAL_OK);
    vosThSleep(TIME_U(3500, MICROS));
    EXPECT(calls == 4 && vhalHtmRecurrent(which, 0, NULL, NULL) == VHAL_OK);
    uint32_t ticks = *vosTicks();
    EXPECT(vhalSleepMicros(which, 250) == VHAL_OK);
    ticks = ticks_to_micros(*vosTicks() - ticks);
    EXPECT(ticks >= 250 && ticks < 260);
    return ERR_OK;
}
