/* SPDX-License-Identifier: MIT */
/*
 * vbl.h -- what a driver shares with Python's standard library: driver commands, network addresses, byte order, short names
 * of kernel calls.
 *
 * A driver is one C function that Python reaches by `__driver(name).__ctl__(command, index, …)`: it gets all arguments as they
 * were given, args[0] the command, args[1] the index of the peripheral.
 */
#ifndef ZVM_VBL_H
#define ZVM_VBL_H

#include "pobject.h"
#include "vosal.h"
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- drivers ---- */

/*
 * `id` is a driver type, or a peripheral's name as Python writes it (SPI0 is 0x200), of which the class counts: one driver serves
 * all of a class. `ctl` is a native: err_t ctl(int nargs, PObject *self, PObject **args, PObject **res).
 */
typedef struct _vbl_driver {
    uint32_t id;
    void *ctl;
} VBLDriver;

/* Registers a copy, in place of an earlier one of that id. Returns the copy; NULL when memory is out. Context: thread. */
void *vbl_install_driver(const VBLDriver *driver);

/* The driver that serves `id`, or NULL. Context: any. */
const VBLDriver *vbl_get_driver(uint32_t id);

/* Types of drivers, and of a type's kinds. */
#define VBL_SERIAL 1
#define VBL_ADC 2
#define VBL_SPI 3
#define VBL_I2C 4
#define VBL_NET 5
#define VBL_PWM 6
#define VBL_OTHER 7
#define VBL_SERIAL_USB 10
#define VBL_SERIAL_UART 11
#define VBL_WIFI 50
#define VBL_ETH 51

/* Commands, args[0] of a driver. A bus has numbers of its own. */
#define DRV_CMD_INIT 0
#define DRV_CMD_DONE 1
#define DRV_CMD_WRITE 2
#define DRV_CMD_READ 3
#define DRV_CMD_AVAILABLE 4
#define DRV_CMD_OPEN 7
#define DRV_CMD_CLOSE 8
#define DRV_CMD_STARTUP 9
#define DRV_CMD_SOCKET 10
#define DRV_CMD_BIND 11
#define DRV_CMD_LISTEN 12
#define DRV_CMD_ACCEPT 13
#define DRV_CMD_RESOLVE 14
#define DRV_CMD_INFO 15
#define DRV_CMD_SETOPTS 16
#define DRV_CMD_GETOPTS 17
#define DRV_CMD_START_PING 18
#define DRV_CMD_CHECK_PING 19
#define DRV_CMD_STOP_PING 20
#define DRV_CMD_WRITE_TO 21
#define DRV_CMD_READ_FROM 22
#define DRV_CMD_SCAN 23
#define DRV_CMD_GET_LOWLEVEL 24

/* ---- network addresses ---- */

/* IPv4 address and port, both in network order: the address's first octet is in the lowest byte of `ip`. Letter n of
 * parse_py_args. */
typedef struct _net_address {
    uint32_t ip;
    uint16_t port;
} NetAddress;

/* ("a.b.c.d", port); NULL when memory is out. Context: thread. */
PObject *netaddress_to_object(NetAddress *address);

/* Sets the variable `ip` to a.b.c.d. */
#define OAL_MAKE_IP(ip, a, b, c, d)                                                                                   \
    ((ip) = (uint32_t)(uint8_t)(a) | (uint32_t)(uint8_t)(b) << 8 | (uint32_t)(uint8_t)(c) << 16 |                     \
            (uint32_t)(uint8_t)(d) << 24)
/* Octet `n` of an address, 0 … 3, the first is 0; and setting it. */
#define OAL_IP_AT(ip, n) ((uint8_t)((uint32_t)(ip) >> 8 * (n)))
#define OAL_IP_SET(ip, n, x)                                                                                          \
    ((ip) = ((uint32_t)(ip) & ~((uint32_t)0xFF << 8 * (n))) | (uint32_t)(uint8_t)(x) << 8 * (n))
/* Sets the variable `port` to the number `x` in network order; and the number back. */
#define OAL_SET_NETPORT(port, x) ((port) = BLTSWAP16(x))
#define OAL_GET_NETPORT(port) BLTSWAP16(port)

/* ---- byte order ---- */

#define Z_BIG_ENDIAN 0
#define Z_LITTLE_ENDIAN 1
#define PY_ENDIANNESS (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? Z_LITTLE_ENDIAN : Z_BIG_ENDIAN)

/* The bytes of a 16, 32, 64 bit value in the other order. */
#define BLTSWAP16(x) __builtin_bswap16((uint16_t)(x))
#define BLTSWAP32(x) __builtin_bswap32((uint32_t)(x))
#define BLTSWAP64(x) __builtin_bswap64((uint64_t)(x))

/* Checksum of zlib's format (RFC 1950). Context: any. */
uint32_t adler32(const void *data, uint32_t length);

/* ---- short names of kernel calls ---- */

#define SYSLOCK() vosSysLock()
#define SYSUNLOCK() vosSysUnlock()
#define SYSLOCK_I() vosSysLockIsr()
#define SYSUNLOCK_I() vosSysUnlockIsr()
#define THD_CURRENT() vosThCurrent()

#ifdef __cplusplus
}
#endif

#endif
