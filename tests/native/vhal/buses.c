/* SPDX-License-Identifier: MIT */
/* buses.c -- a thermometer on I2C bus 0 at 0x48, a flash chip on SPI bus 0 selected by D10. */
#include "expect.h"

C_NATIVE(test_buses_i2c)
{
    C_NATIVE_UNWARN();
    I2CPins *pins = _vm_pin_map(PRPH_I2C);
    vhalI2CConf conf = {.clock = 100000, .addr = 0x48, .sda = pins[0].sda, .scl = pins[0].scl, .mode = 0};
    uint8_t reg = 0, data[2] = {0};
    EXPECT(vhalInitI2C(NULL) == VHAL_OK && vhalI2CInit(0, &conf) == VHAL_OK);
    EXPECT(vhalI2CLock(0) == VHAL_OK);
    EXPECT(vhalI2CTransmit(0, &reg, 1, data, 2, TIME_U(100, MILLIS)) == VHAL_OK);
    EXPECT((data[0] << 4 | data[1] >> 4) == 25 * 16 + 8);
    EXPECT(vhalI2CWrite(0, &reg, 1, VTIME_INFINITE) == VHAL_OK);
    EXPECT(vhalI2CRead(0, data, 2, VTIME_INFINITE) == VHAL_OK && data[0] == 25);
    EXPECT(vhalI2CSetAddr(0, 0x22) == VHAL_OK && vhalI2CRead(0, data, 2, VTIME_INFINITE) < 0);
    EXPECT(vhalI2CUnlock(0) == VHAL_OK && vhalI2CDone(0) == VHAL_OK);
    return ERR_OK;
}

C_NATIVE(test_buses_spi)
{
    C_NATIVE_UNWARN();
    SpiPins *pins = _vm_pin_map(PRPH_SPI);
    vhalSpiConf conf = {.clock = 1000000,
                        .miso = pins[0].miso,
                        .mosi = pins[0].mosi,
                        .sclk = pins[0].sclk,
                        .nss = D10,
                        .mode = SPI_MODE_LOW_FIRST,
                        .bits = SPI_BITS_8,
                        .master = 1,
                        .msbfirst = 1};
    uint8_t command[4] = {0x9f, 0xff, 0xff, 0xff}, answer[4] = {0};
    EXPECT(SPI_MODE_LOW_SECOND == 1 && SPI_MODE_HIGH_FIRST == 2 && SPI_MODE_HIGH_SECOND == 3);
    EXPECT(SPI_BITS_16 == 1 && SPI_BITS_32 == 2);
    EXPECT(vhalInitSPI(NULL) == VHAL_OK && vhalSpiLock(0) == VHAL_OK && vhalSpiInit(0, &conf) == VHAL_OK);
    EXPECT(vhalSpiSelect(0) == VHAL_OK && vhalSpiExchange(0, command, answer, 4) == VHAL_OK);
    EXPECT(vhalSpiUnselect(0) == VHAL_OK);
    EXPECT(answer[1] == 0xef && answer[2] == 0x40 && answer[3] == 0x15);
    EXPECT(vhalSpiSelect(0) == VHAL_OK && vhalSpiExchange(0, command, NULL, 1) == VHAL_OK);
    EXPECT(vhalSpiExchange(0, NULL, answer, 3) == VHAL_OK && answer[0] == 0xef);
    EXPECT(vhalSpiExchange(0, NULL, NULL, 1) == VHAL_OK && vhalSpiUnselect(0) == VHAL_OK);
    EXPECT(vhalSpiUnlock(0) == VHAL_OK && vhalSpiDone(0) == VHAL_OK);
    return ERR_OK;
}
