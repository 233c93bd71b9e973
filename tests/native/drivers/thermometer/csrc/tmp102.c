/* TMP102, a thermometer on I2C: two bytes a register, 12 bits from the top. */
#include "zerynth.h"

#define REG_TEMPERATURE 0
#define REG_LOW 2
#define REG_HIGH 3
#define TIMEOUT TIME_U(100, MILLIS)

static int read_register(uint32_t drv, uint8_t reg, int16_t *value)
{
    uint8_t rx[2];
    int code = vhalI2CTransmit(drv, &reg, 1, rx, 2, TIMEOUT);
    *value = (int16_t)(rx[0] << 8 | rx[1]);
    return code;
}

static int write_register(uint32_t drv, uint8_t reg, int16_t value)
{
    uint8_t tx[3] = {reg, (uint8_t)(value >> 8), (uint8_t)value};
    return vhalI2CWrite(drv, tx, 3, TIMEOUT);
}

C_NATIVE(_tmp102_init)
{
    C_NATIVE_UNWARN();
    int32_t drv, address, clock;
    int16_t value;
    vhalI2CConf conf;

    if (parse_py_args("iii", nargs, args, &drv, &address, &clock) != 3)
        return ERR_TYPE_EXC;
    vhalInitI2C(NULL);
    conf.clock = clock;
    conf.addr = address;
    conf.sda = _vm_i2c_pins[drv].sda;
    conf.scl = _vm_i2c_pins[drv].scl;
    conf.mode = 0;
    if (vhalI2CInit(drv, &conf) < 0)
        return ERR_PERIPHERAL_INITIALIZATION_ERROR;
    RELEASE_GIL();
    int code = read_register(drv, REG_TEMPERATURE, &value);
    ACQUIRE_GIL();
    if (code < 0) {
        vhalI2CDone(drv);
        return ERR_PERIPHERAL_ERROR_EXC;
    }
    *res = MAKE_NONE();
    return ERR_OK;
}

C_NATIVE(_tmp102_read)
{
    C_NATIVE_UNWARN();
    int32_t drv;
    int16_t value;

    if (parse_py_args("i", nargs, args, &drv) != 1)
        return ERR_TYPE_EXC;
    RELEASE_GIL();
    int code = read_register(drv, REG_TEMPERATURE, &value);
    ACQUIRE_GIL();
    if (code < 0)
        return -code;
    *res = PSMALLINT_NEW(value >> 4);
    return ERR_OK;
}

/* Degrees as Python's floats; the chip wants sixteenths. */
C_NATIVE(_tmp102_set_limits)
{
    C_NATIVE_UNWARN();
    int32_t drv;
    double low, high;
    int16_t check;

    if (parse_py_args("iff", nargs, args, &drv, &low, &high) != 3)
        return ERR_TYPE_EXC;
    if (low >= high)
        return ERR_VALUE_EXC;
    int code = write_register(drv, REG_LOW, (int16_t)((int)(low * 16) << 4));
    if (code >= 0)
        code = write_register(drv, REG_HIGH, (int16_t)((int)(high * 16) << 4));
    if (code >= 0)
        code = read_register(drv, REG_HIGH, &check);
    if (code < 0)
        return -code;
    *res = (PObject *)pfloat_new((check >> 4) / 16.0);
    return ERR_OK;
}
