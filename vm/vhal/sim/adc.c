/* SPDX-License-Identifier: MIT */
/*
 * adc.c -- conversions, each at its time: what a pin's net is then.
 */
#include "parts.h"

enum {
    MAX_RATE = 1000000,
    BITS = 12,
    LEAST_BITS = 6,
    MAX_PINS = 16,
};

typedef struct capture {
    sim_event_t event; /* first */
    vhalAdcCaptureInfo *info;
    uint16_t *buffer;
    uint8_t pins[MAX_PINS];
    uint32_t done, wanted; /* conversions */
    uint64_t step;         /* ns */
    uint64_t start;
    uint8_t shift; /* from 12 bits */
    bool running;
    bool asked; /* a callback is on its way */
    uint8_t half;
} capture_t;

static capture_t capture; /* there is one ADC */
static bool started;
static VSemaphore over, one_at_a_time;

int vhalInitADC(void *data)
{
    (void)data;
    return VHAL_OK;
}

static int check(uint32_t adc)
{
    return adc >= PERIPHERAL_NUM(adc) ? VHAL_UNSUPPORTED_ERROR
           : started                  ? VHAL_OK
                                      : VHAL_HARDWARE_STATUS_ERROR;
}

int vhalAdcInit(uint32_t adc, vhalAdcConf *conf)
{
    if (adc >= PERIPHERAL_NUM(adc) || conf->resolution > BITS ||
        (conf->resolution && conf->resolution < LEAST_BITS)) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    if (!over && (!(over = vosSemCreate(0)) || !(one_at_a_time = vosSemCreate(1)))) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    if (capture.running) {
        return VHAL_HARDWARE_STATUS_ERROR;
    }
    conf->resolution = conf->resolution ? conf->resolution : BITS;
    if (!conf->samples_per_second || conf->samples_per_second > MAX_RATE) {
        conf->samples_per_second = MAX_RATE;
    }
    capture.shift = (uint8_t)(BITS - conf->resolution);
    capture.step = SIM_NS_PER_S / conf->samples_per_second;
    started = true;
    return VHAL_OK;
}

int vhalAdcGetPeripheralForPin(int vpin)
{
    return vhalGetPeripheralForPin(vpin, PINCLASS_ANALOG);
}

/* ---- preparing ---- */

static int prepare_pin(uint32_t adc, int vpin)
{
    int of = vhalAdcGetPeripheralForPin(vpin);
    if (of < 0 || of != (int)adc) {
        return VHAL_INVALID_PIN;
    }
    return vhalPinSetMode(vpin, PINMODE_INPUT_ANALOG);
}

int vhalAdcPrepareCapture(uint32_t adc, vhalAdcCaptureInfo *info)
{
    int result = check(adc);
    if (result == VHAL_OK &&
        (!info->npins || info->npins > MAX_PINS || !info->samples ||
         info->samples > INT32_MAX / sizeof(uint16_t) / info->npins ||
         info->capture_mode > ADC_CAPTURE_CONTINUOUS || info->trigger_mode)) {
        result = VHAL_UNSUPPORTED_ERROR;
    }
    for (int i = 0; result == VHAL_OK && i < info->npins; i++) {
        result = prepare_pin(adc, info->pins[i]);
    }
    info->sample_size = sizeof(uint16_t);
    return result != VHAL_OK ? result
                             : (int)(info->samples * info->npins * sizeof(uint16_t));
}

/* ---- converting ---- */

/* In an isr, with interrupts on: the program's own. */
static void tell(void *arg)
{
    vhalAdcCaptureInfo *info = arg;
    capture.asked = false;
    if (capture.running && capture.info == info) {
        info->half_buffer = capture.buffer + (capture.half ? capture.wanted / 2 : 0);
        if (info->callback && info->callback(0, info) != 0) {
            capture.running = false;
            sim_event_clear(&capture.event);
        }
    }
}

static void half_is_full(capture_t *c, uint8_t half)
{
    c->half = half;
    if (!c->asked) {
        c->asked = vos_irq_post(tell, c->info);
    }
}

static void on_conversion(sim_event_t *e)
{
    capture_t *c = (capture_t *)e;
    bool continuous = c->info->capture_mode == ADC_CAPTURE_CONTINUOUS;
    uint16_t value = sim_pin_analog(c->pins[c->done % c->info->npins]);
    c->buffer[c->done++] = (uint16_t)(value >> c->shift);
    if (continuous && c->done == c->wanted / 2) {
        half_is_full(c, 0);
    }
    if (c->done == c->wanted) {
        if (!continuous) {
            vosSemSignalIsr(over);
            return;
        }
        half_is_full(c, 1);
        c->done = 0;
    }
    sim_event_set(e, e->at + c->step);
}

static void start(vhalAdcCaptureInfo *info)
{
    capture_t *c = &capture;
    sim_lock();
    sim_catch_up();
    time_need();
    vosSemReset(over);
    c->info = info;
    c->buffer = info->buffer;
    for (int i = 0; i < info->npins; i++) {
        c->pins[i] = (uint8_t)pins_of(info->pins[i]);
    }
    c->done = 0;
    c->wanted = info->samples * info->npins;
    c->running = true;
    c->event.run = on_conversion;
    sim_event_set(&c->event, sim_now() + c->step);
    sim_unlock();
}

static void stop(void)
{
    sim_lock();
    capture.running = false;
    sim_event_clear(&capture.event);
    sim_unlock();
}

int vhalAdcRead(uint32_t adc, vhalAdcCaptureInfo *info)
{
    int result = vhalAdcPrepareCapture(adc, info);
    if (result < 0) {
        return result;
    }
    if (!info->buffer) {
        return VHAL_GENERIC_ERROR;
    }
    if (vosSemWait(one_at_a_time) != VRES_OK) {
        return VHAL_OK; /* Ctrl-C */
    }
    if (capture.running) {
        result = VHAL_HARDWARE_STATUS_ERROR;
    } else {
        result = VHAL_OK;
        start(info);
        if (info->capture_mode == ADC_CAPTURE_SINGLE) {
            sim_wait(over, SIM_NEVER);
            stop();
        }
    }
    vosSemSignal(one_at_a_time);
    return result;
}

int vhalAdcDone(uint32_t adc)
{
    int result = check(adc);
    if (result == VHAL_OK) {
        stop();
        vosSemReset(over);
        started = false;
    }
    return result;
}
