/*
 * mydriver.c -- the thermometers TMP102, TMP105 and LM75 on I2C.
 *
 * Register 0 holds the temperature, left-justified in two bytes: twelve bits of sixteenths of a degree (TI, TMP102 data sheet
 * SBOS397, 7.5.3). Register 1 is the configuration.
 */
#include "zerynth.h"

C_NATIVE_MODULE(mydriver, version = 0.1.0);

enum { REGISTER_TEMPERATURE = 0, REGISTER_CONFIGURATION = 1, TIMEOUT_MS = 100 };

/// A thermometer at its address on a bus.
C_NATIVE_CLASS(py = Thermometer)
typedef struct thermometer {
    uint32_t bus;
    uint16_t address;
} thermometer_t;

static err_t code_of(int result)
{
    return result < 0 ? (err_t)-result : ERR_OK;
}

/* One transfer; another thread's to another device does not come in between. */
static err_t transfer(const thermometer_t *t, uint8_t *out, uint32_t nout, uint8_t *in, uint32_t nin)
{
    vhalI2CLock(t->bus);
    vhalI2CSetAddr(t->bus, t->address);
    int result = vhalI2CTransmit(t->bus, out, nout, in, nin, TIME_U(TIMEOUT_MS, MILLIS));
    vhalI2CUnlock(t->bus);
    return code_of(result);
}

/// Starts the bus; whether the device answers, the first reading tells.
/// @param bus      I2C0 …
/// @param address  7 bits: 0x48 to 0x4F
/// @param clock    Hz
C_NATIVE_METHOD(thermometer_t, py = __init__)
err_t thermometer_init(thermometer_t *self ZN_OUT, int32_t bus, int32_t address ZN_RANGE(8, 0x77) ZN_DEFAULT(0x48),
                       uint32_t clock ZN_DEFAULT(100000))
{
    vhalI2CConf conf = {.clock = clock, .addr = (uint16_t)address, .sda = SDA0, .scl = SCL0};
    self->bus = (uint32_t)bus & 0xFF;
    self->address = (uint16_t)address;
    vhalInitI2C(NULL);
    return code_of(vhalI2CInit(self->bus, &conf));
}

/// The temperature. Other threads run meanwhile.
/// @returns degrees Celsius
/// @raises PeripheralError  the device does not answer
C_NATIVE_METHOD(thermometer_t, nogil)
err_t thermometer_read(thermometer_t *self, double *celsius ZN_OUT)
{
    uint8_t reg = REGISTER_TEMPERATURE, bytes[2];
    err_t err = transfer(self, &reg, 1, bytes, sizeof bytes);
    if (err == ERR_OK) {
        *celsius = (int16_t)(bytes[0] << 8 | bytes[1]) / 256.0;
    }
    return err;
}

/// Puts it to sleep, or wakes it.
C_NATIVE_METHOD(thermometer_t)
err_t thermometer_sleep(thermometer_t *self, bool asleep ZN_DEFAULT(true))
{
    uint8_t reg = REGISTER_CONFIGURATION, now[2] = {0}, change[2];
    err_t err = transfer(self, &reg, 1, now, 1);
    change[0] = reg;
    change[1] = (uint8_t)((now[0] & ~1) | asleep);
    return err != ERR_OK ? err : transfer(self, change, sizeof change, NULL, 0);
}
