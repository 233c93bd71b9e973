/* SPDX-License-Identifier: MIT */
/* adc.c -- captures of analog pins one after the other, over a family's converter.h. */
#include "bus.h"
#include "converter.h"
#include "pins.h"

enum { ADCS = 2 };

typedef struct adc {
    bus_t bus;
    bool open;
    uint32_t bits; /* that the hardware makes */
    uint32_t want; /* that the program gets */
    uint32_t wait; /* microseconds between conversions; 0: none */
} adc_t;

static adc_t adcs[ADCS];

static adc_t *find(uint32_t adc)
{
    return adc < ADCS && adc < PERIPHERAL_NUM(adc) ? &adcs[adc] : NULL;
}

int vhalInitADC(void *data)
{
    (void)data;
    return VHAL_OK;
}

int vhalAdcInit(uint32_t adc, vhalAdcConf *conf)
{
    adc_t *a = find(adc);
    uint32_t bits, most;
    int result = a ? converter_start(GET_PERIPHERAL_ID(adc, adc), &bits, &most)
                   : VHAL_UNSUPPORTED_ERROR;
    if (result != VHAL_OK) {
        return result;
    }
    if (conf->resolution > bits) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    if (!conf->samples_per_second || conf->samples_per_second > most) {
        conf->samples_per_second = most;
    }
    conf->resolution = conf->resolution ? conf->resolution : bits;
    a->bits = bits;
    a->want = conf->resolution;
    a->wait = conf->samples_per_second < most ? 1000000 / conf->samples_per_second : 0;
    a->open = true;
    return VHAL_OK;
}

int vhalAdcGetPeripheralForPin(int vpin)
{
    return vhalGetPeripheralForPin(vpin, PINCLASS_ANALOG);
}

int vhalAdcPrepareCapture(uint32_t adc, vhalAdcCaptureInfo *info)
{
    const adc_t *a = find(adc);
    if (!a || info->capture_mode != ADC_CAPTURE_SINGLE || info->trigger_mode ||
        !info->samples || !info->npins) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    if (!a->open) {
        return VHAL_HARDWARE_STATUS_ERROR;
    }
    for (int i = 0; i < info->npins; i++) {
        if (vhalAdcGetPeripheralForPin(info->pins[i]) != (int)adc) {
            return VHAL_INVALID_PIN;
        }
    }
    info->sample_size = sizeof(uint16_t);
    return (int)(info->samples * info->npins * sizeof(uint16_t));
}

/* The channel of a pin, by its analog name. */
static uint32_t channel_of(int vpin)
{
    const vhal_tables_t *t = vhal_tables();
    int pin = pins_of(vpin), row = 0;
    while (t->classes[PINCLASS_ANALOG][row].pidx != pin) {
        row++;
    }
    return t->classes[PINCLASS_ANALOG][row].data1;
}

static int capture(uint32_t bus, const adc_t *a, vhalAdcCaptureInfo *info)
{
    uint16_t *out = info->buffer;
    int result = VHAL_OK;
    for (uint32_t i = 0; i < info->samples; i++) {
        for (int n = 0; n < info->npins && result == VHAL_OK; n++, out++) {
            result = converter_read(bus, channel_of(info->pins[n]), out);
            *out = (uint16_t)(*out >> (a->bits - a->want));
            if (a->wait) {
                vosThSleep(TIME_U(a->wait, MICROS));
            }
        }
    }
    return result;
}

int vhalAdcRead(uint32_t adc, vhalAdcCaptureInfo *info)
{
    adc_t *a = find(adc);
    int size = vhalAdcPrepareCapture(adc, info);
    if (size < 0) {
        return size;
    }
    if (!bus_lock(&a->bus)) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    int result = capture(GET_PERIPHERAL_ID(adc, adc), a, info);
    bus_unlock(&a->bus);
    return result;
}

int vhalAdcDone(uint32_t adc)
{
    adc_t *a = find(adc);
    if (!a || !a->open) {
        return a ? VHAL_HARDWARE_STATUS_ERROR : VHAL_UNSUPPORTED_ERROR;
    }
    a->open = false;
    converter_stop(GET_PERIPHERAL_ID(adc, adc));
    return VHAL_OK;
}
