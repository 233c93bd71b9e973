/* SPDX-License-Identifier: MIT */
/*
 * spi.c -- the SPI driver: START (clock, bits, mode, nss), STOP, SELECT, UNSELECT,
 * LOCK, UNLOCK, READ (n), SKIP (n), WRITE (data), EXCHANGE (data), READ_INTO (room),
 * EXCHANGE_INTO (data, room).
 *
 * Lengths are bytes in Python and frames of 8, 16 or 32 bits in the VHAL; a part of a
 * frame at the end is not sent.
 */
#include "vbl/driver.h"

enum {
    SPI_START,
    SPI_STOP,
    SPI_SELECT,
    SPI_UNSELECT,
    SPI_LOCK,
    SPI_UNLOCK,
    SPI_READ,
    SPI_SKIP,
    SPI_WRITE,
    SPI_EXCHANGE,
    SPI_READ_INTO,
    SPI_EXCHANGE_INTO
};
enum { SPI_BUSES = 8 };

static uint8_t frame_bytes[SPI_BUSES]; /* 0: not started */

static err_t check_bus(int32_t bus)
{
    if (bus >= SPI_BUSES) {
        return vm_raise(ERR_UNSUPPORTED_EXC, "spi: no SPI%d", (int)bus);
    }
    return frame_bytes[bus] ? ERR_OK : vbl_check("spi", VHAL_HARDWARE_STATUS_ERROR);
}

/* ---- transfers ---- */

static err_t transfer(int32_t bus, void *out, void *in, int32_t bytes)
{
    RELEASE_GIL();
    int code =
        vhalSpiExchange((uint32_t)bus, out, in, (uint32_t)bytes / frame_bytes[bus]);
    ACQUIRE_GIL();
    return vbl_check("spi", code);
}

static err_t get_count(int32_t bus, int nargs, PObject **args, int32_t *n)
{
    if (parse_py_args("i", nargs, args, n) != 1) {
        return ERR_TYPE_EXC;
    }
    return *n < 0 ? vm_raise(ERR_VALUE_EXC, "spi: cannot read %d bytes", (int)*n)
                  : check_bus(bus);
}

static err_t spi_read(int32_t bus, int nargs, PObject **args, PObject **res)
{
    int32_t n;
    err_t err = get_count(bus, nargs, args, &n);
    PObject *in = err ? NULL : (PObject *)pbytes_new((uint32_t)n, NULL);
    if (in) {
        err = transfer(bus, NULL, PSEQUENCE_BYTES(in), n);
    }
    if (err == ERR_OK) {
        *res = in;
    }
    return err || in ? err : ERR_MEMORY_EXC;
}

static err_t spi_skip(int32_t bus, int nargs, PObject **args, PObject **res)
{
    int32_t n;
    (void)res;
    err_t err = get_count(bus, nargs, args, &n);
    return err ? err : transfer(bus, NULL, NULL, n);
}

static err_t spi_write(int32_t bus, int nargs, PObject **args, PObject **res)
{
    vbl_bytes out;
    (void)res;
    err_t err = nargs < 1 ? ERR_TYPE_EXC : check_bus(bus);
    err = err ? err : vbl_get_bytes(args[0], &out);
    return err ? err : transfer(bus, out.data, NULL, out.len);
}

static err_t spi_exchange(int32_t bus, int nargs, PObject **args, PObject **res)
{
    vbl_bytes out;
    err_t err = nargs < 1 ? ERR_TYPE_EXC : check_bus(bus);
    err = err ? err : vbl_get_bytes(args[0], &out);
    PObject *in = err ? NULL : (PObject *)pbytes_new((uint32_t)out.len, NULL);
    if (in) {
        err = transfer(bus, out.data, PSEQUENCE_BYTES(in), out.len);
    }
    if (err == ERR_OK) {
        *res = in;
    }
    return err || in ? err : ERR_MEMORY_EXC;
}

static err_t spi_read_into(int32_t bus, int nargs, PObject **args, PObject **res)
{
    vbl_bytes in;
    (void)res;
    err_t err = nargs < 1 ? ERR_TYPE_EXC : check_bus(bus);
    err = err ? err : vbl_get_room(args[0], &in);
    return err ? err : transfer(bus, NULL, in.data, in.len);
}

static err_t spi_exchange_into(int32_t bus, int nargs, PObject **args, PObject **res)
{
    vbl_bytes out, in;
    (void)res;
    err_t err = nargs < 2 ? ERR_TYPE_EXC : check_bus(bus);
    err = err ? err : vbl_get_bytes(args[0], &out);
    err = err ? err : vbl_get_room(args[1], &in);
    return err ? err : transfer(bus, out.data, in.data, MIN(out.len, in.len));
}

/* ---- the bus ---- */

static err_t spi_start(int32_t bus, int nargs, PObject **args, PObject **res)
{
    int32_t clock, bits, mode, nss;
    (void)res;
    if (parse_py_args("iiii", nargs, args, &clock, &bits, &mode, &nss) != 4) {
        return ERR_TYPE_EXC;
    }
    if (bus >= SPI_BUSES) {
        return check_bus(bus);
    }
    if (bits < SPI_BITS_8 || bits > SPI_BITS_32 || mode < SPI_MODE_LOW_FIRST ||
        mode > SPI_MODE_HIGH_SECOND) {
        return vm_raise(ERR_VALUE_EXC, "spi: frames of kind %d in mode %d", (int)bits,
                        (int)mode);
    }
    vhalSpiConf conf = {.clock = (uint32_t)clock,
                        .mosi = (uint16_t)MAKE_VPIN(PINCLASS_SPI, 3 * bus),
                        .miso = (uint16_t)MAKE_VPIN(PINCLASS_SPI, 3 * bus + 1),
                        .sclk = (uint16_t)MAKE_VPIN(PINCLASS_SPI, 3 * bus + 2),
                        .nss = (uint16_t)nss,
                        .mode = (uint8_t)mode,
                        .bits = (uint8_t)bits,
                        .master = 1,
                        .msbfirst = 1};
    err_t err = vbl_check("spi", vhalSpiInit((uint32_t)bus, &conf));
    if (err == ERR_OK) {
        frame_bytes[bus] = (uint8_t)(1 << bits);
    }
    return err;
}

static err_t spi_stop(int32_t bus, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    err_t err = check_bus(bus);
    if (err == ERR_OK) {
        frame_bytes[bus] = 0;
    }
    return err ? err : vbl_check("spi", vhalSpiDone((uint32_t)bus));
}

static err_t spi_select(int32_t bus, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    return vbl_check("spi", vhalSpiSelect((uint32_t)bus));
}

static err_t spi_unselect(int32_t bus, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    return vbl_check("spi", vhalSpiUnselect((uint32_t)bus));
}

static err_t spi_lock(int32_t bus, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    RELEASE_GIL();
    int code = vhalSpiLock((uint32_t)bus);
    ACQUIRE_GIL();
    return vbl_check("spi", code);
}

static err_t spi_unlock(int32_t bus, int nargs, PObject **args, PObject **res)
{
    (void)nargs, (void)args, (void)res;
    return vbl_check("spi", vhalSpiUnlock((uint32_t)bus));
}

static const vbl_command commands[] = {
    [SPI_START] = spi_start,         [SPI_STOP] = spi_stop,
    [SPI_SELECT] = spi_select,       [SPI_UNSELECT] = spi_unselect,
    [SPI_LOCK] = spi_lock,           [SPI_UNLOCK] = spi_unlock,
    [SPI_READ] = spi_read,           [SPI_SKIP] = spi_skip,
    [SPI_WRITE] = spi_write,         [SPI_EXCHANGE] = spi_exchange,
    [SPI_READ_INTO] = spi_read_into, [SPI_EXCHANGE_INTO] = spi_exchange_into,
};

static C_NATIVE(spi_ctl)
{
    (void)self;
    return VBL_RUN("spi", commands, nargs, args, res);
}

C_NATIVE(_vbl_spi_init)
{
    NATIVE_UNWARN();
    vhalInitSPI(NULL);
    return vbl_install(PINCLASS_SPI, spi_ctl);
}
