/* SPDX-License-Identifier: MIT */
/* analog.c -- ADC and DAC. DAC0 is wired to A1, A0 has the value 1234. */
#include "expect.h"

#define DAC_PIN MAKE_VPIN(PINCLASS_DAC, 0)

static uint16_t pins[] = {A0, A1};

C_NATIVE(test_analog_capture)
{
    C_NATIVE_UNWARN();
    uint16_t buffer[6];
    vhalAdcConf conf = {.samples_per_second = 10000, .resolution = 12};
    vhalAdcCaptureInfo info = {.samples = 3, .pins = pins, .npins = 2, .capture_mode = ADC_CAPTURE_SINGLE};
    EXPECT(vhalInitADC(NULL) == VHAL_OK && vhalAdcInit(0, &conf) == VHAL_OK && conf.resolution == 12);
    EXPECT(vhalAdcGetPeripheralForPin(A1) == 0 && vhalAdcGetPeripheralForPin(D1) == VHAL_INVALID_PIN);
    EXPECT(vhalAdcPrepareCapture(0, &info) == 12 && info.sample_size == 2);
    info.buffer = buffer;
    EXPECT(vhalAdcRead(0, &info) == VHAL_OK);
    EXPECT(buffer[0] == 1234 && buffer[2] == 1234 && buffer[4] == 1234 && buffer[5] == 0);
    EXPECT(vhalAdcDone(0) == VHAL_OK);
    return ERR_OK;
}

static uint16_t halves[4];
static volatile int nhalves;

static int on_half(uint32_t adc, struct _vhal_adc_capture *info)
{
    nhalves++;
    return adc != 0 || *(uint16_t *)info->half_buffer != 1234;
}

C_NATIVE(test_analog_continuous)
{
    C_NATIVE_UNWARN();
    adcCbkFn fn = on_half;
    static vhalAdcCaptureInfo info;
    vhalAdcConf conf = {.samples_per_second = 1000};
    info = (vhalAdcCaptureInfo){.samples = 4, .pins = pins, .npins = 1, .buffer = halves, .callback = fn,
                                .capture_mode = ADC_CAPTURE_CONTINUOUS};
    EXPECT(vhalAdcInit(0, &conf) == VHAL_OK && vhalAdcRead(0, &info) == VHAL_OK);
    vosThSleep(TIME_U(20, MILLIS));
    EXPECT(nhalves >= 9 && nhalves <= 10 && vhalAdcDone(0) == VHAL_OK);
    return ERR_OK;
}

C_NATIVE(test_analog_dac)
{
    C_NATIVE_UNWARN();
    uint16_t out[] = {0, 1000, 2000, 3000}, in;
    vhalDACConf dac = {.circular = 0};
    vhalAdcConf conf = {0};
    vhalAdcCaptureInfo info = {.samples = 1, .pins = pins + 1, .npins = 1, .buffer = &in};
    EXPECT(vhalInitDAC(NULL) == VHAL_OK && vhalDacInit(DAC_PIN) == VHAL_OK);
    EXPECT(vhalDacLock(DAC_PIN) == VHAL_OK);
    EXPECT(vhalDacWrite(DAC_PIN, out, 4, TIME_U(50, MICROS), dac.circular) == VHAL_OK);
    EXPECT(vhalAdcInit(0, &conf) == VHAL_OK && vhalAdcRead(0, &info) == VHAL_OK && in == 3000);
    EXPECT(vhalAdcDone(0) == VHAL_OK && vhalDacUnlock(DAC_PIN) == VHAL_OK && vhalDacDone(DAC_PIN) == VHAL_OK);
    EXPECT(vhalDacInit(D5) == VHAL_INVALID_PIN);
    return ERR_OK;
}
