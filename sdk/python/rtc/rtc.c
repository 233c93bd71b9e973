/* SPDX-License-Identifier: MIT */
/*
 * rtc.c -- the driver of the real-time clock: INIT, WRITE (seconds, microseconds), READ
 * (verbosity).
 */
#include "vbl/driver.h"

static err_t rtc_init(int32_t rtc, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    return vbl_check("rtc", vhalRTCInit(rtc));
}

static err_t rtc_write(int32_t rtc, int nargs, PObject **args, PObject **res)
{
    int64_t seconds, micros;
    (void)res;
    if (parse_py_args("lL", nargs, args, &seconds, (int64_t)0, &micros) != 2) {
        return ERR_TYPE_EXC;
    }
    if (seconds < 0 || seconds > UINT32_MAX || micros < 0 || micros > 999999) {
        return vm_raise(ERR_VALUE_EXC, "rtc: %lld seconds and %lld microseconds",
                        (long long)seconds, (long long)micros);
    }
    return vbl_check("rtc", vhalRTCSetUTC(rtc, (uint32_t)seconds, (uint32_t)micros));
}

/* verbosity 0: (seconds,); 1: (seconds, microseconds); 2: those and the nine fields of
 * the date */
static err_t rtc_read(int32_t rtc, int nargs, PObject **args, PObject **res)
{
    int32_t verbosity;
    vhalRTCTimeInfo now;
    if (parse_py_args("I", nargs, args, (int32_t)2, &verbosity) != 1) {
        return ERR_TYPE_EXC;
    }
    err_t err = vbl_check("rtc", vhalRTCGetUTC(rtc, &now));
    if (err != ERR_OK) {
        return err;
    }
    const uint32_t fields[] = {now.tv_seconds, now.tv_microseconds, now.tm_sec,
                               now.tm_min,     now.tm_hour,         now.tm_mday,
                               now.tm_mon,     now.tm_year,         now.tm_wday,
                               now.tm_yday,    now.tm_isdst};
    uint32_t n = verbosity <= 0   ? 1
                 : verbosity == 1 ? 2
                                  : sizeof fields / sizeof *fields;
    PObject *tuple = (PObject *)ptuple_new(n, NULL);
    for (uint32_t i = 0; tuple && i < n; i++) {
        PObject *value = (PObject *)pinteger_new(fields[i]);
        if (value == NULL) {
            return ERR_MEMORY_EXC;
        }
        PTUPLE_SET_ITEM(tuple, i, value);
    }
    *res = tuple;
    return tuple ? ERR_OK : ERR_MEMORY_EXC;
}

static const vbl_command commands[] = {
    [DRV_CMD_INIT] = rtc_init,
    [DRV_CMD_WRITE] = rtc_write,
    [DRV_CMD_READ] = rtc_read,
};

static C_NATIVE(rtc_ctl)
{
    (void)self;
    return VBL_RUN("rtc", commands, nargs, args, res);
}

C_NATIVE(_vbl_rtc_init)
{
    NATIVE_UNWARN();
    return vbl_install(PRPH_RTC, rtc_ctl);
}
