/* SPDX-License-Identifier: MIT */
/*
 * i2c.c -- the I2C driver: START (address, clock), STOP, READ (n, timeout, address),
 * WRITE (data, timeout, address), WRITE_READ (data, n, timeout, address), LOCK, UNLOCK,
 * SET_ADDR (address). Timeouts in milliseconds, negative: none.
 *
 * The VHAL keeps one address for a bus, and threads that talk to several devices share
 * it. So address and transfer are one step here, under the bus's lock, which counts;
 * LOCK and UNLOCK are for what must stay together beyond one transfer.
 */
#include "vbl/driver.h"

enum {
    I2C_START,
    I2C_STOP,
    I2C_READ,
    I2C_WRITE,
    I2C_WRITE_READ,
    I2C_LOCK,
    I2C_UNLOCK,
    I2C_SET_ADDR
};
enum { I2C_BUSES = 8, I2C_CLOCK = 100000, I2C_FOREVER = -1 };

static bool started[I2C_BUSES];

static err_t check_bus(int32_t bus)
{
    if (bus >= I2C_BUSES) {
        return vm_raise(ERR_UNSUPPORTED_EXC, "i2c: no I2C%d", (int)bus);
    }
    return started[bus] ? ERR_OK : vbl_check("i2c", VHAL_HARDWARE_STATUS_ERROR);
}

/* ---- transfers ---- */

/* Sends `out`, then receives into `in`; either may be empty. */
static err_t transfer(int32_t bus, int32_t address, vbl_bytes *out, PObject *in,
                      int32_t timeout)
{
    uint32_t limit = vbl_timeout(timeout);
    uint8_t *to = in ? PSEQUENCE_BYTES(in) : NULL;
    uint32_t room = in ? PSEQUENCE_ELEMENTS(in) : 0;
    RELEASE_GIL();
    int code = vhalI2CLock((uint32_t)bus);
    if (code >= 0 && address >= 0) {
        code = vhalI2CSetAddr((uint32_t)bus, (uint16_t)address);
    }
    if (code >= 0) {
        code = out ? vhalI2CTransmit((uint32_t)bus, out->data, (uint32_t)out->len, to,
                                     room, limit)
                   : vhalI2CRead((uint32_t)bus, to, room, limit);
    }
    vhalI2CUnlock((uint32_t)bus);
    ACQUIRE_GIL();
    if (code == VHAL_HARDWARE_STATUS_ERROR) {
        return address < 0 ? vm_raise(-(code), "i2c: nobody acknowledges")
                           : vm_raise(-(code), "i2c: nobody acknowledges address 0x%x",
                                      (unsigned)address);
    }
    return vbl_check("i2c", code);
}

static err_t receive(int32_t bus, int32_t address, vbl_bytes *out, int32_t n,
                     int32_t timeout, PObject **res)
{
    if (n < 0) {
        return vm_raise(ERR_VALUE_EXC, "i2c: cannot read %d bytes", (int)n);
    }
    PObject *in = (PObject *)pbytes_new((uint32_t)n, NULL);
    err_t err = in ? transfer(bus, address, out, in, timeout) : ERR_MEMORY_EXC;
    if (err == ERR_OK) {
        *res = in;
    }
    return err;
}

static err_t i2c_read(int32_t bus, int nargs, PObject **args, PObject **res)
{
    int32_t n, timeout, address;
    if (parse_py_args("iII", nargs, args, &n, (int32_t)I2C_FOREVER, &timeout,
                      (int32_t)-1, &address) != 3) {
        return ERR_TYPE_EXC;
    }
    err_t err = check_bus(bus);
    return err ? err : receive(bus, address, NULL, n, timeout, res);
}

static err_t i2c_write(int32_t bus, int nargs, PObject **args, PObject **res)
{
    int32_t timeout, address;
    vbl_bytes out;
    (void)res;
    if (nargs < 1 || parse_py_args("II", nargs - 1, args + 1, (int32_t)I2C_FOREVER,
                                   &timeout, (int32_t)-1, &address) != 2) {
        return ERR_TYPE_EXC;
    }
    err_t err = check_bus(bus);
    err = err ? err : vbl_get_bytes(args[0], &out);
    return err ? err : transfer(bus, address, &out, NULL, timeout);
}

static err_t i2c_write_read(int32_t bus, int nargs, PObject **args, PObject **res)
{
    int32_t n, timeout, address;
    vbl_bytes out;
    if (nargs < 2 || parse_py_args("iII", nargs - 1, args + 1, &n, (int32_t)I2C_FOREVER,
                                   &timeout, (int32_t)-1, &address) != 3) {
        return ERR_TYPE_EXC;
    }
    err_t err = check_bus(bus);
    err = err ? err : vbl_get_bytes(args[0], &out);
    return err ? err : receive(bus, address, &out, n, timeout, res);
}

/* ---- the bus ---- */

static err_t i2c_start(int32_t bus, int nargs, PObject **args, PObject **res)
{
    int32_t address, clock;
    (void)res;
    if (parse_py_args("iI", nargs, args, &address, (int32_t)I2C_CLOCK, &clock) != 2) {
        return ERR_TYPE_EXC;
    }
    if (bus >= I2C_BUSES) {
        return check_bus(bus);
    }
    vhalI2CConf conf = {.clock = (uint32_t)clock,
                        .addr = (uint16_t)address,
                        .sda = (uint16_t)MAKE_VPIN(PINCLASS_I2C, 2 * bus),
                        .scl = (uint16_t)MAKE_VPIN(PINCLASS_I2C, 2 * bus + 1)};
    err_t err = vbl_check("i2c", vhalI2CInit((uint32_t)bus, &conf));
    started[bus] |= err == ERR_OK;
    return err;
}

static err_t i2c_stop(int32_t bus, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    err_t err = check_bus(bus);
    if (err == ERR_OK) {
        started[bus] = false;
    }
    return err ? err : vbl_check("i2c", vhalI2CDone((uint32_t)bus));
}

static err_t i2c_lock(int32_t bus, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    RELEASE_GIL();
    int code = vhalI2CLock((uint32_t)bus);
    ACQUIRE_GIL();
    return vbl_check("i2c", code);
}

static err_t i2c_unlock(int32_t bus, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    return vbl_check("i2c", vhalI2CUnlock((uint32_t)bus));
}

static err_t i2c_set_addr(int32_t bus, int nargs, PObject **args, PObject **res)
{
    int32_t address;
    (void)res;
    if (parse_py_args("i", nargs, args, &address) != 1) {
        return ERR_TYPE_EXC;
    }
    return vbl_check("i2c", vhalI2CSetAddr((uint32_t)bus, (uint16_t)address));
}

static const vbl_command commands[] = {
    [I2C_START] = i2c_start,   [I2C_STOP] = i2c_stop,
    [I2C_READ] = i2c_read,     [I2C_WRITE] = i2c_write,
    [I2C_LOCK] = i2c_lock,     [I2C_WRITE_READ] = i2c_write_read,
    [I2C_UNLOCK] = i2c_unlock, [I2C_SET_ADDR] = i2c_set_addr,
};

static C_NATIVE(i2c_ctl)
{
    (void)self;
    return VBL_RUN("i2c", commands, nargs, args, res);
}

C_NATIVE(_vbl_i2c_init)
{
    NATIVE_UNWARN();
    vhalInitI2C(NULL);
    return vbl_install(PINCLASS_I2C, i2c_ctl);
}
