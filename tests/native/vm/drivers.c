/* SPDX-License-Identifier: MIT */
/* drivers.c -- a driver behind __driver(name).__ctl__, network addresses, byte order, checksums. */
#include "expect.h"

C_NATIVE(test_drivers_commands)
{
    C_NATIVE_UNWARN();
    static const int commands[] = {DRV_CMD_INIT,       DRV_CMD_DONE,       DRV_CMD_WRITE,    DRV_CMD_READ,
                                   DRV_CMD_AVAILABLE,  5,                  6,                DRV_CMD_OPEN,
                                   DRV_CMD_CLOSE,      DRV_CMD_STARTUP,    DRV_CMD_SOCKET,   DRV_CMD_BIND,
                                   DRV_CMD_LISTEN,     DRV_CMD_ACCEPT,     DRV_CMD_RESOLVE,  DRV_CMD_INFO,
                                   DRV_CMD_SETOPTS,    DRV_CMD_GETOPTS,    DRV_CMD_START_PING, DRV_CMD_CHECK_PING,
                                   DRV_CMD_STOP_PING,  DRV_CMD_WRITE_TO,   DRV_CMD_READ_FROM, DRV_CMD_SCAN,
                                   DRV_CMD_GET_LOWLEVEL};
    for (int i = 0; i < 25; i++) {
        EXPECT(commands[i] == i);
    }
    return ERR_OK;
}

C_NATIVE(test_drivers_addresses)
{
    C_NATIVE_UNWARN();
    NetAddress a;
    OAL_MAKE_IP(a.ip, 192, 168, 1, 200);
    OAL_SET_NETPORT(a.port, 0x1234);
    EXPECT(((uint8_t *)&a.ip)[0] == 192 && ((uint8_t *)&a.ip)[3] == 200);
    EXPECT(((uint8_t *)&a.port)[0] == 0x12 && OAL_GET_NETPORT(a.port) == 0x1234);
    OAL_IP_SET(a.ip, 1, 10);
    EXPECT(OAL_IP_AT(a.ip, 0) == 192 && OAL_IP_AT(a.ip, 1) == 10 && OAL_IP_AT(a.ip, 3) == 200);
    PObject *pair = netaddress_to_object(&a);
    EXPECT(PTYPE(pair) == PTUPLE && PTUPLE_ITEM(pair, 1) == PSMALLINT_NEW(0x1234));
    EXPECT_TEXT(PTUPLE_ITEM(pair, 0), "192.10.1.200");
    return ERR_OK;
}

C_NATIVE(test_drivers_bytes) /* needs: 256 KB */
{
    C_NATIVE_UNWARN();
    EXPECT(BLTSWAP16(0x1234) == 0x3412 && BLTSWAP32(0x12345678) == 0x78563412);
    EXPECT(BLTSWAP64(UINT64_C(0x0102030405060708)) == UINT64_C(0x0807060504030201));
    EXPECT(PY_ENDIANNESS == Z_LITTLE_ENDIAN && Z_LITTLE_ENDIAN == 1 && Z_BIG_ENDIAN == 0);
    EXPECT(adler32("Wikipedia", 9) == 0x11E60398 && adler32("", 0) == 1);
    uint8_t *long_one = gc_calloc(100000, 1);
    EXPECT(long_one != NULL && adler32(long_one, 100000) == ((100000u % 65521u) << 16 | 1u));
    gc_free(long_one);
    return ERR_OK;
}

C_NATIVE(test_drivers_short_names)
{
    C_NATIVE_UNWARN();
    EXPECT(THD_CURRENT() == vosThCurrent());
    SYSLOCK();
    SYSUNLOCK();
    SYSLOCK_I();
    SYSUNLOCK_I();
    return ERR_OK;
}

/* (number of arguments, the arguments); command 9 fails, 10 fails with a text, 11 is no error number, 12 sets no result. */
static err_t ctl(int nargs, PObject *self, PObject **args, PObject **res)
{
    int32_t command;
    EXPECT(PTYPE(self) == PDRIVER);
    if (parse_py_args("i", nargs, args, &command) != 1) {
        return ERR_TYPE_EXC;
    }
    switch (command) {
    case 9:
        return ERR_TIMEOUT_EXC;
    case 10:
        return vm_raise(ERR_PERIPHERAL_ERROR_EXC, "bus %d", 3);
    case 11:
        return -7;
    case 12:
        return ERR_OK;
    }
    MAKE_RESULT(ptuple_new((uint32_t)nargs, args));
    return ERR_OK;
}

C_NATIVE(install)
{
    C_NATIVE_UNWARN();
    int32_t id;
    if (parse_py_args("i", nargs, args, &id) != 1) {
        return ERR_TYPE_EXC;
    }
    VBLDriver driver = {.id = (uint32_t)id, .ctl = (void *)ctl};
    return vbl_install_driver(&driver) ? ERR_OK : ERR_MEMORY_EXC;
}
