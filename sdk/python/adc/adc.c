/* SPDX-License-Identifier: MIT */
/*
 * adc.c -- the ADC driver: INIT (samples a second), DONE, READ (pin or sequence of
 * pins, samples).
 */
#include "vbl/driver.h"

enum { ADC_PERIPHERALS = 8, ADC_PINS = 32, ADC_RATE = 800000 };

static uint32_t started; /* a bit for each peripheral */

static err_t start(uint32_t adc, uint32_t rate)
{
    vhalAdcConf conf = {.samples_per_second = rate};
    err_t err = adc < ADC_PERIPHERALS ? vbl_check("adc", vhalAdcInit(adc, &conf))
                                      : ERR_INDEX_EXC;
    if (err == ERR_OK) {
        started |= 1u << adc;
    }
    return err;
}

static err_t adc_init(int32_t adc, int nargs, PObject **args, PObject **res)
{
    int32_t rate;
    (void)res;
    if (parse_py_args("I", nargs, args, (int32_t)ADC_RATE, &rate) != 1) {
        return ERR_TYPE_EXC;
    }
    if (rate <= 0) {
        return vm_raise(ERR_VALUE_EXC, "adc: %d samples a second", (int)rate);
    }
    return start((uint32_t)adc, (uint32_t)rate);
}

static err_t adc_done(int32_t adc, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    if (adc < ADC_PERIPHERALS) {
        started &= ~(1u << adc);
    }
    return vbl_check("adc", vhalAdcDone((uint32_t)adc));
}

/* ---- reading ---- */

static err_t get_pin(PObject *o, uint16_t *pin)
{
    if (!IS_INTEGER(o)) {
        return vm_raise(ERR_TYPE_EXC, "adc: a pin is wanted, not %S", o);
    }
    int64_t value = INTEGER_VALUE(o);
    if (value < 0 || value > UINT16_MAX) {
        return vm_raise(ERR_PERIPHERAL_INVALID_PIN_EXC, "adc: no pin %lld",
                        (long long)value);
    }
    *pin = (uint16_t)value;
    return ERR_OK;
}

static err_t get_pins(PObject *o, uint16_t *pins, uint32_t *npins)
{
    if (!IS_OBJ_PSEQUENCE_TYPE(PTYPE(o))) {
        *npins = 1;
        return get_pin(o, pins);
    }
    uint32_t n = PSEQUENCE_ELEMENTS(o);
    err_t err = ERR_OK;
    if (n == 0 || n > ADC_PINS) {
        return vm_raise(ERR_VALUE_EXC, "adc: 1 to %d pins at once", ADC_PINS);
    }
    for (uint32_t i = 0; i < n && err == ERR_OK; i++) {
        err = get_pin(PSEQUENCE_OBJECTS(o)[i], &pins[i]);
    }
    *npins = n;
    return err;
}

/* Captures into `samples`, interleaved as they were converted. */
static err_t capture(uint32_t adc, vhalAdcCaptureInfo *info, PObject *samples)
{
    uint32_t n = PSEQUENCE_ELEMENTS(samples);
    int code = vhalAdcPrepareCapture(adc, info);
    if (code >= 0) {
        info->buffer = PSEQUENCE_SHORTS(samples);
        RELEASE_GIL();
        code = vhalAdcRead(adc, info);
        ACQUIRE_GIL();
    }
    if (code >= 0 && info->sample_size == 1) {
        uint16_t *wide = PSEQUENCE_SHORTS(samples);
        uint8_t *narrow = PSEQUENCE_BYTES(samples);
        while (n-- > 0) {
            wide[n] = narrow[n];
        }
    }
    return vbl_check("adc", code);
}

/* A tuple with the samples of each pin. */
static err_t separate(PObject *samples, uint32_t npins, PObject **res)
{
    uint32_t each = PSEQUENCE_ELEMENTS(samples) / npins;
    PObject *tuple = (PObject *)ptuple_new(npins, NULL);
    for (uint32_t p = 0; tuple && p < npins; p++) {
        PObject *of_pin = (PObject *)pshorts_new(each, NULL);
        if (of_pin == NULL) {
            return ERR_MEMORY_EXC;
        }
        for (uint32_t i = 0; i < each; i++) {
            PSEQUENCE_SHORTS(of_pin)[i] = PSEQUENCE_SHORTS(samples)[i * npins + p];
        }
        PTUPLE_SET_ITEM(tuple, p, of_pin);
    }
    *res = tuple;
    return tuple ? ERR_OK : ERR_MEMORY_EXC;
}

/* The pins say which peripheral it is; the index does not matter. */
static err_t adc_read(int32_t index, int nargs, PObject **args, PObject **res)
{
    uint16_t pins[ADC_PINS];
    uint32_t npins = 1;
    int32_t samples = 1;
    (void)index;
    if (nargs < 1 ||
        parse_py_args("I", nargs - 1, args + 1, (int32_t)1, &samples) != 1) {
        return ERR_TYPE_EXC;
    }
    err_t err = get_pins(args[0], pins, &npins);
    if (err == ERR_OK && (samples < 1 || samples > UINT16_MAX)) {
        err = vm_raise(ERR_VALUE_EXC, "adc: %d samples", (int)samples);
    }
    int adc = err == ERR_OK ? vhalAdcGetPeripheralForPin(pins[0]) : 0;
    err = err ? err : vbl_check("adc", adc);
    if (err == ERR_OK && !(started >> adc & 1)) {
        err = start((uint32_t)adc, ADC_RATE);
    }
    if (err != ERR_OK) {
        return err;
    }
    PObject *buffer = (PObject *)pshorts_new((uint32_t)samples * npins, NULL);
    if (buffer == NULL) {
        return ERR_MEMORY_EXC;
    }
    vhalAdcCaptureInfo info = {.samples = (uint32_t)samples,
                               .pins = pins,
                               .npins = (uint8_t)npins,
                               .capture_mode = ADC_CAPTURE_SINGLE};
    err = capture((uint32_t)adc, &info, buffer);
    if (err != ERR_OK || npins > 1) {
        return err ? err : separate(buffer, npins, res);
    }
    *res = IS_OBJ_PSEQUENCE_TYPE(PTYPE(args[0])) ? NULL : buffer;
    if (*res == NULL) {
        return separate(buffer, npins, res);
    }
    if (samples == 1) {
        *res = PSMALLINT_NEW(PSEQUENCE_SHORTS(buffer)[0]);
    }
    return ERR_OK;
}

static const vbl_command commands[] = {
    [DRV_CMD_INIT] = adc_init,
    [DRV_CMD_DONE] = adc_done,
    [DRV_CMD_READ] = adc_read,
};

static C_NATIVE(adc_ctl)
{
    (void)self;
    return VBL_RUN("adc", commands, nargs, args, res);
}

C_NATIVE(_vbl_adc_init)
{
    NATIVE_UNWARN();
    vhalInitADC(NULL);
    return vbl_install(PINCLASS_ANALOG, adc_ctl);
}
