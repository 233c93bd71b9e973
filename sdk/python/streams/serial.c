/* SPDX-License-Identifier: MIT */
/*
 * serial.c -- the serial driver: INIT (baud, parity, stop, bits[, rxsize, txsize]),
 * DONE, WRITE (data), READ (bytearray, size, offset), AVAILABLE. And what streams need
 * of C beside it.
 */
#include "vbl/driver.h"

enum { NO_PIN = 0xffff };

static uint16_t pin_of(int32_t port, int which)
{
    return (uint16_t)MAKE_VPIN(PINCLASS_SER, 2 * port + which);
}

static int start_with_buffers(int32_t port, int32_t baud, uint32_t cfg, int32_t rxsize,
                              int32_t txsize)
{
    vhalSerialConf conf = {.baudrate = (uint32_t)baud,
                           .rxbufsize = (uint16_t)rxsize,
                           .txbufsize = (uint16_t)txsize,
                           .parity = (uint8_t)SERIAL_CFG_PARITY(cfg),
                           .stop = (uint8_t)SERIAL_CFG_STOP(cfg),
                           .bits = (uint8_t)SERIAL_CFG_BITS(cfg),
                           .rx = pin_of(port, 0),
                           .tx = pin_of(port, 1),
                           .rts = NO_PIN,
                           .cts = NO_PIN,
                           .nss = NO_PIN};
    return vhalSerialInitEx((uint32_t)port, &conf);
}

static err_t serial_init(int32_t port, int nargs, PObject **args, PObject **res)
{
    int32_t baud, parity, stop, bits, rxsize, txsize;
    (void)res;
    if (parse_py_args("iIIIII", nargs, args, &baud, (int32_t)SERIAL_PARITY_NONE,
                      &parity, (int32_t)SERIAL_STOP_ONE, &stop, (int32_t)SERIAL_BITS_8,
                      &bits, (int32_t)0, &rxsize, (int32_t)0, &txsize) != 6) {
        return ERR_TYPE_EXC;
    }
    if (baud <= 0 || rxsize < 0 || rxsize > UINT16_MAX || txsize < 0 ||
        txsize > UINT16_MAX) {
        return vm_raise(ERR_VALUE_EXC, "serial: %d baud, buffers of %d and %d bytes",
                        (int)baud, (int)rxsize, (int)txsize);
    }
    uint32_t cfg = (uint32_t)SERIAL_CFG((uint32_t)parity, (uint32_t)stop,
                                        (uint32_t)bits, SERIAL_NO_HWFC, 0u);
    int code = rxsize || txsize ? start_with_buffers(port, baud, cfg, rxsize, txsize)
                                : vhalSerialInit((uint32_t)port, (uint32_t)baud, cfg,
                                                 pin_of(port, 0), pin_of(port, 1));
    return vbl_check("serial", code);
}

static err_t serial_done(int32_t port, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    return vbl_check("serial", vhalSerialDone((uint32_t)port));
}

static err_t serial_write(int32_t port, int nargs, PObject **args, PObject **res)
{
    vbl_bytes out;
    int32_t sent = 0;
    int code = 0;
    err_t err = nargs < 1 ? ERR_TYPE_EXC : vbl_get_bytes(args[0], &out);
    if (err != ERR_OK) {
        return err;
    }
    RELEASE_GIL();
    while (sent < out.len && (code = vhalSerialWrite((uint32_t)port, out.data + sent,
                                                     (uint32_t)(out.len - sent))) > 0) {
        sent += code;
    }
    ACQUIRE_GIL();
    *res = PSMALLINT_NEW(sent);
    return vbl_check("serial", code);
}

static err_t serial_read(int32_t port, int nargs, PObject **args, PObject **res)
{
    int32_t size, offset;
    vbl_bytes in;
    if (nargs < 1 || parse_py_args("II", nargs - 1, args + 1, (int32_t)1, &size,
                                   (int32_t)0, &offset) != 2) {
        return ERR_TYPE_EXC;
    }
    err_t err = vbl_get_room(args[0], &in);
    if (err == ERR_OK && (size < 0 || offset < 0 || size > in.len - offset)) {
        err = vm_raise(ERR_INDEX_EXC, "serial: %d bytes do not fit behind %d of %d",
                       (int)size, (int)offset, (int)in.len);
    }
    if (err != ERR_OK) {
        return err;
    }
    RELEASE_GIL();
    int code = vhalSerialRead((uint32_t)port, in.data + offset, (uint32_t)size);
    ACQUIRE_GIL();
    *res = PSMALLINT_NEW(code);
    return vbl_check("serial", code);
}

static err_t serial_available(int32_t port, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    int code = vhalSerialAvailable((uint32_t)port);
    *res = PSMALLINT_NEW(code);
    return vbl_check("serial", code);
}

static const vbl_command commands[] = {
    [DRV_CMD_INIT] = serial_init,           [DRV_CMD_DONE] = serial_done,
    [DRV_CMD_WRITE] = serial_write,         [DRV_CMD_READ] = serial_read,
    [DRV_CMD_AVAILABLE] = serial_available,
};

static C_NATIVE(serial_ctl)
{
    (void)self;
    return VBL_RUN("serial", commands, nargs, args, res);
}

C_NATIVE(_vbl_serial_init)
{
    NATIVE_UNWARN();
    return vbl_install(PINCLASS_SER, serial_ctl);
}

/* _stream_text(buffer, n): the first n bytes as a str; bytes that are no UTF-8 stay as
 * they are. */
C_NATIVE(_stream_text)
{
    (void)self;
    uint8_t *data;
    int32_t len, n;
    if (parse_py_args("si", nargs, args, &data, &len, &n) != 2) {
        return ERR_TYPE_EXC;
    }
    *res = (PObject *)pstring_new((uint32_t)MIN(len, MAX(n, 0)), data);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* _stream_print_to(stream): where print() writes when it is not told; None: the
 * console. */
C_NATIVE(_stream_print_to)
{
    (void)self, (void)res;
    CHECK_NARGS(nargs, 1, 1);
    return vm_print_to(args[0]);
}
