/* SPDX-License-Identifier: MIT */
/*
 * sim_timers_test.c -- what measures or makes time on the simulated board: PWM, ICU,
 * HTM, ADC, DAC, in virtual time with known answers.
 */
/* parts: vm/vhal/sim vm/vosal/kernel */
/* include: vm/vhal/sim vm/vhal/common sdk/include */
#include "parts.h"
#include "sim_world.h"
#include "tap.h"

#define US(n) TIME_U((uint32_t)(n), MICROS)
#define MS(n) TIME_U((uint32_t)(n), MILLIS)
#define DAC_PIN MAKE_VPIN(PINCLASS_DAC, 0)

static const char scene[] = "wire D2 D3\n"
                            "wire DAC0 A1\n"
                            "stimulus pin ICU4 edges 1000000,1000050,1500000,4000000\n"
                            "adc pin A0 level points:0,0;1000000000,1000\n"
                            "adc pin A2 level sine:2048:1000:4000000\n";

static void start(void)
{
    if (!sim_world_start(scene)) {
        return;
    }
    vhalInitADC(NULL);
    vhalInitDAC(NULL);
    vhalInitPWM(NULL);
    vhalInitICU(NULL);
    vhalInitHTM(NULL);
}

/* ---- ICU ---- */

TEST(an_icu_measures_a_stimulus)
{
    uint32_t buffer[8], n = 8, first = 9;
    start();
    CHECK_INT(vhalIcuStart(ICU4, ICU_CFG(ICU_TRIGGER_HIGH, 0, ICU_INPUT_PULLDOWN),
                           MS(10), buffer, &n, &first),
              VHAL_OK);
    CHECK_INT(n, 3);
    CHECK_INT(first, ICU_TRIGGER_HIGH);
    CHECK_INT(buffer[0], 0); /* 50 ns */
    CHECK_INT(buffer[1], 500);
    CHECK_INT(buffer[2], 2500);
    CHECK(sim_now() / 1000 - 14000 < 3);
}

TEST(an_icu_that_sees_nothing_ends_with_its_window)
{
    uint32_t buffer[8], n = 8, first = 9;
    start();
    uint64_t from = sim_now();
    CHECK_INT(vhalIcuStart(ICU3, ICU_CFG(ICU_TRIGGER_BOTH, 0, ICU_INPUT_PULLUP), MS(7),
                           buffer, &n, &first),
              VHAL_OK);
    CHECK_INT(n, 0);
    CHECK_INT((sim_now() - from) / 1000, 7000);
}

TEST(errors_of_icu)
{
    uint32_t buffer[2], n = 2, first;
    start();
    CHECK_INT(vhalIcuStart(D1, 0, MS(1), buffer, &n, &first), VHAL_INVALID_PIN);
    CHECK_INT(vhalIcuStart(ICU3, 3, MS(1), buffer, &n, &first), VHAL_UNSUPPORTED_ERROR);
    n = 0;
    CHECK_INT(vhalIcuStart(ICU3, 0, MS(1), buffer, &n, &first), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalPinSetToPeripheral(PWM3, PRPH_PWM, 0), VHAL_OK);
    n = 2;
    CHECK_INT(vhalIcuStart(ICU3, 0, MS(1), buffer, &n, &first),
              VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalPinSetMode(PWM3, PINMODE_NONE), VHAL_OK);
    CHECK_INT(ICU_CFG_GET_TRIGGER(ICU_CFG(2, 5, 1)), 2);
    CHECK_INT(ICU_CFG_GET_INPUT(ICU_CFG(2, 5, 1)), ICU_INPUT_PULLDOWN);
    CHECK_INT(ICU_CFG_GET_FILTER(ICU_CFG(2, 5, 1)), 5);
}

/* ---- PWM, measured by the ICU of the pin it is wired to ---- */

TEST(an_icu_measures_a_pwm)
{
    uint32_t buffer[6], n = 6, first = 9;
    start();
    CHECK_INT(vhalPwmStart(PWM0, US(1000), US(300), 0), VHAL_OK);
    CHECK_INT(vhalIcuStart(ICU1, ICU_CFG(ICU_TRIGGER_HIGH, 0, ICU_INPUT_PULLUP), MS(50),
                           buffer, &n, &first),
              VHAL_OK);
    CHECK_INT(n, 6);
    CHECK_INT(first, ICU_TRIGGER_HIGH);
    for (int i = 0; i < 6; i++) {
        CHECK_INT(buffer[i], i % 2 ? 700 : 300);
    }
    n = 2;
    CHECK_INT(vhalIcuStart(ICU1, ICU_CFG(ICU_TRIGGER_LOW, 0, ICU_INPUT_PULLUP), MS(50),
                           buffer, &n, &first),
              VHAL_OK);
    CHECK(first == ICU_TRIGGER_LOW && buffer[0] == 700 && buffer[1] == 300);
    CHECK_INT(vhalPinWrite(D2, 1), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalPwmStart(PWM0, 0, US(300), 0), VHAL_OK);
    CHECK_INT(vhalPinRead(D3), 0);
    CHECK_INT(vhalPinWrite(D2, 1), VHAL_OK);
}

/* A filter of 2 us does not see 1 us pulses. */
TEST(a_filter_hides_short_pulses)
{
    uint32_t buffer[4], n = 4, first;
    start();
    CHECK_INT(vhalPwmStart(PWM0, US(100), US(1), 0), VHAL_OK);
    CHECK_INT(
        vhalIcuStart(ICU1, ICU_CFG(ICU_TRIGGER_BOTH, 2, 0), MS(1), buffer, &n, &first),
        VHAL_OK);
    CHECK_INT(n, 0);
    n = 4;
    CHECK_INT(vhalPwmStart(PWM0, US(100), US(10), 0), VHAL_OK);
    CHECK_INT(
        vhalIcuStart(ICU1, ICU_CFG(ICU_TRIGGER_HIGH, 2, 0), MS(1), buffer, &n, &first),
        VHAL_OK);
    CHECK(n == 4 && buffer[0] == 10 && buffer[1] == 90);
    vhalPwmStart(PWM0, 0, 0, 0);
}

static int edges;

static void count_edge(int slot, int dir)
{
    (void)slot;
    edges += dir != 0;
}

TEST(a_pwm_stops_after_its_pulses)
{
    start();
    CHECK(vhalPinAttachInterrupt(D3, PINMODE_EXT_BOTH, count_edge, 0) >= 0);
    uint64_t from = sim_now();
    CHECK_INT(vhalPwmStart(PWM0, US(200), US(50), 25), VHAL_OK);
    CHECK_INT((sim_now() - from) / 1000, 5000);
    CHECK_INT(edges, 25);
    vosThSleep(MS(5));
    CHECK_INT(edges, 25);
    CHECK_INT(vhalPinRead(D2), 0);
    vhalPinAttachInterrupt(D3, 0, NULL, 0);
    CHECK_INT(vhalPwmStart(PWM0, US(100), US(100), 0), VHAL_OK);
    CHECK_INT(vhalPinRead(D3), 1);
    CHECK_INT(vhalPwmStart(PWM0, US(100), US(101), 0), VHAL_OK);
    CHECK_INT(vhalPinRead(D3), 0);
    CHECK_INT(vhalPwmStart(D20, US(100), US(10), 0), VHAL_INVALID_PIN);
    CHECK_INT(vhalPwmStart(D99, US(100), US(10), 0), VHAL_INVALID_PIN);
}

/* ---- HTM ---- */

static uint64_t fired[8];
static uint32_t nfired, last_timer;

static void on_timer(uint32_t tm, void *args)
{
    if (nfired < 8) {
        fired[nfired++] = sim_now() - *(uint64_t *)args;
    }
    last_timer = tm;
}

TEST(timers_fire)
{
    static uint64_t from;
    start();
    int tm = vhalHtmGetFreeTimer();
    CHECK_INT(tm, 0);
    from = sim_now();
    CHECK_INT(vhalHtmOneShot(0, US(1500), on_timer, &from, 1), VHAL_OK);
    CHECK_INT(nfired, 1);
    CHECK_INT(fired[0] / 1000, 1500);
    from = sim_now();
    CHECK_INT(vhalHtmRecurrent(0, US(100), on_timer, &from), VHAL_OK);
    vosThSleep(US(450));
    CHECK_INT(vhalHtmRecurrent(0, 0, on_timer, &from), VHAL_OK);
    vosThSleep(US(450));
    CHECK_INT(nfired, 5);
    CHECK_INT(fired[4] / 1000, 400);
    from = sim_now();
    CHECK_INT(vhalHtmOneShot(3, MS(2), on_timer, &from, 0), VHAL_OK);
    vosThSleep(MS(1));
    CHECK_INT(nfired, 5);
    vosThSleep(MS(2));
    CHECK_INT(nfired, 6);
    CHECK_INT(last_timer, 3);
    CHECK_INT(vhalHtmOneShot(4, MS(2), on_timer, &from, 0), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalHtmOneShot(3, 0, NULL, NULL, 0), VHAL_OK);
}

TEST(free_timers_run_out)
{
    start();
    int got[5];
    for (int i = 0; i < 5; i++) {
        got[i] = vhalHtmGetFreeTimer();
    }
    CHECK(got[0] == 0 && got[3] == 3 && got[4] == VHAL_GENERIC_ERROR);
}

TEST(sleeping_micros_is_precise)
{
    start();
    uint32_t from = *vosTicks();
    CHECK_INT(vhalSleepMicros(0, 1234), VHAL_OK);
    uint32_t took = ticks_to_micros(*vosTicks() - from);
    CHECK(took >= 1234 && took <= 1237);
    CHECK_INT(vhalSleepMicros(9, 1), VHAL_UNSUPPORTED_ERROR);
}

/* ---- ADC ---- */

static uint16_t analog_pins[] = {A0, A1};

TEST(an_adc_samples_at_its_rate)
{
    uint16_t buffer[10];
    vhalAdcConf conf = {.samples_per_second = 1000, .resolution = 12};
    vhalAdcCaptureInfo info = {
        .samples = 10, .pins = analog_pins, .npins = 1, .buffer = buffer};
    start();
    CHECK_INT(vhalAdcPrepareCapture(0, &info), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalAdcInit(0, &conf), VHAL_OK);
    CHECK_INT(vhalAdcPrepareCapture(0, &info), 20);
    CHECK_INT(info.sample_size, 2);
    while (sim_now() < 200 * SIM_NS_PER_MS) { /* to a round time */
        vosThSleep(US((200 * SIM_NS_PER_MS - sim_now()) / 1000));
    }
    CHECK_INT(vhalAdcRead(0, &info), VHAL_OK);
    for (int i = 0; i < 10; i++) {
        CHECK_INT(buffer[i], 201 + i);
    }
    CHECK_INT(sim_now() / 1000000, 210);
}

TEST(an_adc_interleaves_its_pins)
{
    uint16_t buffer[6];
    vhalAdcConf conf = {.samples_per_second = 100000, .resolution = 8};
    vhalAdcCaptureInfo info = {
        .samples = 3, .pins = analog_pins, .npins = 2, .buffer = buffer};
    start();
    CHECK_INT(vhalDacInit(DAC_PIN), VHAL_OK);
    CHECK_INT(vhalDacWrite(DAC_PIN, (uint16_t[]){4000}, 1, US(1), 0), VHAL_OK);
    vosThSleep(US((211 * SIM_NS_PER_MS - sim_now()) / 1000));
    CHECK_INT(vhalAdcInit(0, &conf), VHAL_OK);
    CHECK_INT(vhalAdcRead(0, &info), VHAL_OK);
    for (int i = 0; i < 3; i++) {
        CHECK_INT(buffer[2 * i], 211 >> 4);
        CHECK_INT(buffer[2 * i + 1], 4000 >> 4);
    }
    CHECK_INT(vhalDacDone(DAC_PIN), VHAL_OK);
}

TEST(errors_of_adc)
{
    uint16_t digital[] = {D1}, buffer[2];
    vhalAdcConf conf = {.samples_per_second = 0, .resolution = 0};
    vhalAdcCaptureInfo info = {
        .samples = 1, .pins = digital, .npins = 1, .buffer = buffer};
    start();
    CHECK_INT(vhalAdcInit(1, &conf), VHAL_UNSUPPORTED_ERROR);
    conf.resolution = 16;
    CHECK_INT(vhalAdcInit(0, &conf), VHAL_UNSUPPORTED_ERROR);
    conf.resolution = 0;
    CHECK_INT(vhalAdcInit(0, &conf), VHAL_OK);
    CHECK(conf.resolution == 12 && conf.samples_per_second == 1000000);
    CHECK_INT(vhalAdcRead(0, &info), VHAL_INVALID_PIN);
    info.pins = analog_pins;
    info.samples = 0;
    CHECK_INT(vhalAdcRead(0, &info), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalAdcGetPeripheralForPin(A3), 0);
    CHECK_INT(vhalAdcGetPeripheralForPin(D1), VHAL_INVALID_PIN);
    CHECK_INT(vhalAdcDone(0), VHAL_OK);
    CHECK_INT(vhalAdcDone(0), VHAL_HARDWARE_STATUS_ERROR);
}

static int halves;
static uint16_t first_of_half[4];

static int on_half(uint32_t adc, vhalAdcCaptureInfo *info)
{
    (void)adc;
    first_of_half[halves] = *(uint16_t *)info->half_buffer;
    return ++halves == 4;
}

TEST(an_adc_goes_on_by_itself)
{
    static uint16_t buffer[8];
    static vhalAdcCaptureInfo info = {.samples = 8,
                                      .pins = analog_pins,
                                      .npins = 1,
                                      .buffer = buffer,
                                      .capture_mode = ADC_CAPTURE_CONTINUOUS,
                                      .callback = on_half};
    vhalAdcConf conf = {.samples_per_second = 1000};
    start();
    vosThSleep(US((300 * SIM_NS_PER_MS - sim_now()) / 1000));
    CHECK_INT(vhalAdcInit(0, &conf), VHAL_OK);
    CHECK_INT(vhalAdcRead(0, &info), VHAL_OK);
    CHECK_INT(sim_now() / 1000000, 300);
    vosThSleep(MS(30));
    CHECK_INT(halves, 4);
    CHECK_INT(first_of_half[0], 301);
    CHECK_INT(first_of_half[1], 305);
    CHECK_INT(first_of_half[3], 313);
    CHECK_INT(vhalAdcDone(0), VHAL_OK);
}

TEST(a_sine_has_its_period)
{
    uint16_t buffer[4], pins[] = {A2};
    vhalAdcConf conf = {.samples_per_second = 1000};
    vhalAdcCaptureInfo info = {
        .samples = 4, .pins = pins, .npins = 1, .buffer = buffer};
    start();
    vosThSleep(US((400 * SIM_NS_PER_MS - sim_now()) / 1000));
    vhalAdcInit(0, &conf);
    CHECK_INT(vhalAdcRead(0, &info), VHAL_OK);
    CHECK_INT(buffer[0], 3048);
    CHECK_INT(buffer[1], 2048);
    CHECK_INT(buffer[2], 1048);
    CHECK_INT(buffer[3], 2048);
}

/* ---- DAC ---- */

TEST(a_dac_takes_its_time)
{
    uint16_t values[] = {100, 200, 300, 5000};
    start();
    CHECK_INT(vhalDacWrite(DAC_PIN, values, 4, US(10), 0), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalDacInit(DAC_PIN), VHAL_OK);
    uint64_t from = sim_now();
    CHECK_INT(vhalDacWrite(DAC_PIN, values, 4, US(10), 0), VHAL_OK);
    CHECK_INT((sim_now() - from) / 1000, 40);
    CHECK_INT(sim_pin_analog(sim_pin_named("A1")), 4095);
    CHECK_INT(vhalDacWrite(DAC_PIN, values, 2, US(100), 1), VHAL_OK);
    CHECK_INT(sim_pin_analog(sim_pin_named("A1")), 100);
    vosThSleep(US(150));
    CHECK_INT(sim_pin_analog(sim_pin_named("A1")), 200);
    vosThSleep(US(100));
    CHECK_INT(sim_pin_analog(sim_pin_named("A1")), 100);
    CHECK_INT(vhalDacLock(DAC_PIN), VHAL_OK);
    CHECK_INT(vhalDacUnlock(DAC_PIN), VHAL_OK);
    CHECK_INT(vhalDacUnlock(DAC_PIN), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalDacDone(DAC_PIN), VHAL_OK);
    CHECK_INT(vhalDacDone(DAC_PIN), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalDacInit(D1), VHAL_INVALID_PIN);
}

TAP_MAIN
