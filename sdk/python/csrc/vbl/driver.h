/* SPDX-License-Identifier: MIT */
/*
 * driver.h -- what drivers written for `__driver(name).__ctl__(command, index, …)`
 * share: finding the command's function, arguments that may be several types, errors of
 * the VHAL with a text.
 *
 * A driver's ctl function is a table:
 *
 *   static const vbl_command commands[] = {[DRV_CMD_INIT] = adc_start, [DRV_CMD_READ] =
 * adc_read}; static C_NATIVE(adc_ctl) { return VBL_RUN("adc", commands, nargs, args,
 * res); }
 *
 * All of it is inline: a driver that uses a part carries no more than that part.
 */
#ifndef VBL_DRIVER_H
#define VBL_DRIVER_H

#include "vbl.h"
#include "zerynth.h"

/* ---- commands ---- */

/* One command: `index` says which peripheral of its kind; the arguments are those
 * behind it. Context: Python thread. */
typedef err_t (*vbl_command)(int32_t index, int nargs, PObject **args, PObject **res);

typedef err_t (*vbl_ctl)(int nargs, PObject *self, PObject **args, PObject **res);

/* Calls the row of the command in args[0]; args[1] is the index when `indexed`. */
static inline err_t vbl_run(const char *who, const vbl_command *rows, int nrows,
                            bool indexed, int nargs, PObject **args, PObject **res)
{
    int32_t command, index = 0;
    PARSE_PY_ARGCODE(command);
    if (indexed) {
        PARSE_PY_INT(index);
    }
    if (index < 0) {
        return vm_raise(ERR_TYPE_EXC,
                        "%s: which peripheral? __ctl__(command, index, ...)", who);
    }
    if (command < 0 || command >= nrows || rows[command] == NULL) {
        return vm_raise(ERR_UNSUPPORTED_EXC, "%s: no command %d", who, (int)command);
    }
    return rows[command](index, nargs, args, res);
}

#define VBL_ROWS(rows) ((int)(sizeof(rows) / sizeof *(rows)))
#define VBL_RUN(who, rows, nargs, args, res)                                           \
    vbl_run(who, rows, VBL_ROWS(rows), true, nargs, args, res)
#define VBL_RUN_PLAIN(who, rows, nargs, args, res)                                     \
    vbl_run(who, rows, VBL_ROWS(rows), false, nargs, args, res)

/* Makes `ctl` the driver of a class of peripherals, PINCLASS_… or PRPH_…. */
static inline err_t vbl_install(uint32_t id, vbl_ctl ctl)
{
    VBLDriver driver = {.id = id, .ctl = (void *)(uintptr_t)ctl};
    return vbl_install_driver(&driver) ? ERR_OK : ERR_MEMORY_EXC;
}

/* ---- errors ---- */

/* ERR_OK for a result that is not negative, else its exception: "i2c: no answer in
 * time". */
static inline err_t vbl_check(const char *who, int code)
{
    const char *why = code == VHAL_INVALID_PIN             ? "the pin cannot do this"
                      : code == VHAL_HARDWARE_STATUS_ERROR ? "not started, or in use"
                      : code == VHAL_HARDWARE_INITIALIZATION_ERROR
                          ? "cannot be started like this"
                      : code == VHAL_TIMEOUT_ERROR     ? "no answer in time"
                      : code == VHAL_UNSUPPORTED_ERROR ? "this board has none"
                                                       : "the device does not answer";
    return code >= 0 ? ERR_OK : vm_raise(-(code), "%s: %s", who, why);
}

/* ---- arguments ---- */

/* A timeout of Python, milliseconds, negative for none. */
static inline uint32_t vbl_timeout(int32_t millis)
{
    return millis < 0 ? VTIME_INFINITE : TIME_U((uint32_t)millis, MILLIS);
}

/* Bytes to send. `data` stays good while `holder` lives. */
typedef struct vbl_bytes {
    uint8_t *data;
    int32_t len;
    PObject *holder;
} vbl_bytes;

static inline err_t vbl_byte(PObject *o, uint8_t *out)
{
    if (!IS_INTEGER(o)) {
        return vm_raise(ERR_TYPE_EXC, "bytes are to be sent, not a %S", o);
    }
    int64_t value = INTEGER_VALUE(o);
    if (value < 0 || value > 255) {
        return vm_raise(ERR_VALUE_EXC, "%lld is no byte", (long long)value);
    }
    *out = (uint8_t)value;
    return ERR_OK;
}

/* From str, bytes, bytearray, shorts (as they lie in memory), an int (one byte), a list
 * or tuple of ints. */
static inline err_t vbl_get_bytes(PObject *o, vbl_bytes *out)
{
    int type = PTYPE(o);
    out->holder = o;
    if (IS_BYTE_PSEQUENCE_TYPE(type) || IS_SHORT_PSEQUENCE_TYPE(type)) {
        out->data = PSEQUENCE_BYTES(o);
        out->len =
            (int32_t)PSEQUENCE_ELEMENTS(o) * (IS_SHORT_PSEQUENCE_TYPE(type) ? 2 : 1);
        return ERR_OK;
    }
    bool many = IS_OBJ_PSEQUENCE_TYPE(type);
    out->len = many ? (int32_t)PSEQUENCE_ELEMENTS(o) : 1;
    out->holder = (PObject *)pbytes_new((uint32_t)out->len, NULL);
    if (out->holder == NULL) {
        return ERR_MEMORY_EXC;
    }
    out->data = PSEQUENCE_BYTES(out->holder);
    err_t err = many ? ERR_OK : vbl_byte(o, out->data);
    for (int32_t i = 0; many && i < out->len && err == ERR_OK; i++) {
        err = vbl_byte(PSEQUENCE_OBJECTS(o)[i], &out->data[i]);
    }
    return err;
}

/* Room for what is received, in place: a bytearray or shortarray. */
static inline err_t vbl_get_room(PObject *o, vbl_bytes *out)
{
    int type = PTYPE(o);
    if (type != PBYTEARRAY && type != PSHORTARRAY) {
        return vm_raise(ERR_TYPE_EXC, "a bytearray is wanted to read into");
    }
    return vbl_get_bytes(o, out);
}

#endif
