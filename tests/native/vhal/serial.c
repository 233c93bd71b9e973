/* SPDX-License-Identifier: MIT */
/* serial.c -- ports 1 and 2 are wired to each other. */
#include "expect.h"

C_NATIVE(test_serial_configurations)
{
    C_NATIVE_UNWARN();
    uint32_t cfg = SERIAL_CFG(SERIAL_PARITY_ODD, SERIAL_STOP_ONEHALF, SERIAL_BITS_7, SERIAL_HWFC,
                              SERIAL_CTS(17) | SERIAL_RTS(18));
    EXPECT(SERIAL_CFG_PARITY(cfg) == SERIAL_PARITY_ODD && SERIAL_CFG_STOP(cfg) == SERIAL_STOP_ONEHALF);
    EXPECT(SERIAL_CFG_BITS(cfg) == SERIAL_BITS_7 && SERIAL_CFG_HW(cfg) == SERIAL_HWFC);
    EXPECT(SERIAL_CFG_CTS(cfg) == 17 && SERIAL_CFG_RTS(cfg) == 18 && SERIAL_CFG_OTHER(cfg) == 0x1211);
    return ERR_OK;
}

C_NATIVE(test_serial_lines)
{
    C_NATIVE_UNWARN();
    uint8_t buffer[32];
    int rd = -1;
    uint32_t cfg = SERIAL_CFG(SERIAL_PARITY_NONE, SERIAL_STOP_ONE, SERIAL_BITS_8, SERIAL_NO_HWFC, 0);
    EXPECT(vhalSerialInit(1, 115200, cfg, VM_RXPIN(1), VM_TXPIN(1)) == VHAL_OK);
    EXPECT(vhalSerialInit(2, 115200, cfg, RX2, TX2) == VHAL_OK);
    EXPECT(vhalSerialWrite(1, (uint8_t *)"one\r\ntwo", 8) == 8);
    EXPECT(vhalSerialReadEx(2, buffer, sizeof buffer, '\n', &rd, TIME_U(100, MILLIS)) == VHAL_OK && rd == 5);
    EXPECT(memcmp(buffer, "one\r\n", 5) == 0);
    EXPECT(vhalSerialRead(2, buffer, 3) == 3 && memcmp(buffer, "two", 3) == 0);
    EXPECT(vhalSerialReadEx(2, buffer, 1, -1, &rd, TIME_U(5, MILLIS)) == VHAL_TIMEOUT_ERROR && rd == 0);
    EXPECT(vhalSerialWrite(2, (uint8_t *)"back", 4) == 4);
    vosThSleep(TIME_U(2, MILLIS));
    EXPECT(vhalSerialAvailable(1) == 4 && vhalSerialDone(1) == VHAL_OK && vhalSerialDone(2) == VHAL_OK);
    EXPECT(vhalSerialAvailable(1) == VHAL_HARDWARE_STATUS_ERROR);
    return ERR_OK;
}

C_NATIVE(test_serial_extended)
{
    C_NATIVE_UNWARN();
    uint8_t buffer[4];
    vhalSerialConf conf = {.baudrate = 9600,
                           .rxbufsize = 16,
                           .txbufsize = 16,
                           .parity = SERIAL_PARITY_EVEN,
                           .stop = SERIAL_STOP_TWO,
                           .bits = SERIAL_BITS_8,
                           .hwflow = SERIAL_NO_HWFC,
                           .rx = 0xffff,
                           .tx = 0xffff,
                           .rts = 0xffff,
                           .cts = 0xffff,
                           .nss = 0xffff};
    EXPECT(vhalSerialInitEx(1, &conf) == VHAL_OK && vhalSerialInitEx(2, &conf) == VHAL_OK);
    EXPECT(vhalSerialWrite(1, (uint8_t *)"\xff\x00\x7f", 3) == 3 && vhalSerialRead(2, buffer, 3) == 3);
    EXPECT(buffer[0] == 0xff && buffer[1] == 0 && buffer[2] == 0x7f);
    EXPECT(vhalSerialDone(1) == VHAL_OK && vhalSerialDone(2) == VHAL_OK);
    conf.baudrate = 0;
    EXPECT(vhalSerialInitEx(1, &conf) == VHAL_UNSUPPORTED_ERROR);
    return ERR_OK;
}
