/* SPDX-License-Identifier: MIT */
/*
 * dac.c -- the DAC driver: START, STOP, WRITE (samples, time step, unit, circular,
 * pin), LOCK, UNLOCK.
 */
#include "vbl/driver.h"

enum { DAC_START, DAC_STOP, DAC_WRITE, DAC_LOCK, DAC_UNLOCK };
enum { DAC_PERIPHERALS = 4 };

/* What a DAC plays again and again must stay alive until it stops. */
static PObject *playing[DAC_PERIPHERALS] C_NATIVE_ROOT;

static uint32_t pin_of(int32_t dac)
{
    return (uint32_t)MAKE_VPIN(PINCLASS_DAC, dac);
}

static err_t check_index(int32_t dac)
{
    return dac < DAC_PERIPHERALS
               ? ERR_OK
               : vm_raise(ERR_PERIPHERAL_INVALID_PIN_EXC, "dac: no DAC%d", (int)dac);
}

static err_t dac_start(int32_t dac, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    err_t err = check_index(dac);
    return err ? err : vbl_check("dac", vhalDacInit(pin_of(dac)));
}

static err_t dac_stop(int32_t dac, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    err_t err = check_index(dac);
    if (err == ERR_OK) {
        err = vbl_check("dac", vhalDacDone(pin_of(dac)));
        playing[dac] = NULL;
    }
    return err;
}

/* The samples as 16-bit words in an object of their own: one number, shorts, or any
 * list or tuple of numbers. */
static err_t get_samples(PObject *o, PObject **out)
{
    int type = PTYPE(o);
    if (IS_SHORT_PSEQUENCE_TYPE(type)) {
        *out = (PObject *)pshorts_new(PSEQUENCE_ELEMENTS(o), PSEQUENCE_SHORTS(o));
        return *out ? ERR_OK : ERR_MEMORY_EXC;
    }
    bool many = IS_OBJ_PSEQUENCE_TYPE(type), bytes = IS_BYTE_PSEQUENCE_TYPE(type);
    if (!many && !bytes && !IS_INTEGER(o)) {
        return vm_raise(ERR_TYPE_EXC, "dac: numbers are wanted, not %S", o);
    }
    uint32_t n = many || bytes ? PSEQUENCE_ELEMENTS(o) : 1;
    if ((*out = (PObject *)pshorts_new(n, NULL)) == NULL) {
        return ERR_MEMORY_EXC;
    }
    for (uint32_t i = 0; i < n; i++) {
        PObject *item = many    ? PSEQUENCE_OBJECTS(o)[i]
                        : bytes ? PSMALLINT_NEW(PSEQUENCE_BYTES(o)[i])
                                : o;
        if (!IS_INTEGER(item) || INTEGER_VALUE(item) < 0 ||
            INTEGER_VALUE(item) > UINT16_MAX) {
            return vm_raise(ERR_VALUE_EXC,
                            "dac: a sample is an int of 0 to 65535, not %S", item);
        }
        PSEQUENCE_SHORTS(*out)[i] = (uint16_t)INTEGER_VALUE(item);
    }
    return ERR_OK;
}

static err_t dac_write(int32_t dac, int nargs, PObject **args, PObject **res)
{
    int32_t step, unit, circular;
    PObject *samples = NULL;
    (void)res;
    if (nargs < 1 ||
        parse_py_args("III", nargs - 1, args + 1, (int32_t)0, &step, (int32_t)MILLIS,
                      &unit, (int32_t)0, &circular) != 3) {
        return ERR_TYPE_EXC;
    }
    err_t err = check_index(dac);
    err = err ? err : get_samples(args[0], &samples);
    if (err != ERR_OK) {
        return err;
    }
    playing[dac] = samples;
    RELEASE_GIL();
    int code = vhalDacWrite(pin_of(dac), PSEQUENCE_SHORTS(samples),
                            PSEQUENCE_ELEMENTS(samples),
                            TIME_U((uint32_t)step, (uint32_t)unit), circular != 0);
    ACQUIRE_GIL();
    if (!circular && playing[dac] == samples) {
        playing[dac] = NULL;
    }
    return vbl_check("dac", code);
}

static err_t dac_lock(int32_t dac, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    err_t err = check_index(dac);
    if (err != ERR_OK) {
        return err;
    }
    RELEASE_GIL();
    int code = vhalDacLock(pin_of(dac));
    ACQUIRE_GIL();
    return vbl_check("dac", code);
}

static err_t dac_unlock(int32_t dac, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    err_t err = check_index(dac);
    return err ? err : vbl_check("dac", vhalDacUnlock(pin_of(dac)));
}

static const vbl_command commands[] = {
    [DAC_START] = dac_start, [DAC_STOP] = dac_stop,     [DAC_WRITE] = dac_write,
    [DAC_LOCK] = dac_lock,   [DAC_UNLOCK] = dac_unlock,
};

static C_NATIVE(dac_ctl)
{
    (void)self;
    return VBL_RUN("dac", commands, nargs, args, res);
}

C_NATIVE(_vbl_dac_init)
{
    NATIVE_UNWARN();
    vhalInitDAC(NULL);
    return vbl_install(PINCLASS_DAC, dac_ctl);
}
