/*
 * mydriver.c -- readings of a BMP280 pressure and temperature sensor, compensated.
 *
 * The sensor gives raw numbers; what they mean depends on calibration words that are burnt into each chip. This driver
 * holds them and turns the six raw registers into hundredths of a degree and pascals, in integers only, by the formulas
 * of Bosch's data sheet BST-BMP280-DS001 (sections 3.11.3 and 8.2). It touches no bus: Python reads the registers, so it
 * runs on every board and on this computer.
 */
#include "zerynth.h"

#include <math.h>

C_NATIVE_MODULE(mydriver, version = 0.1.0);

#define CALIBRATION_SIZE 24 /* registers 0x88 to 0x9F */
#define RAW_SIZE 6          /* registers 0xF7 to 0xFC */
C_NATIVE_CONST(CALIBRATION_SIZE);
C_NATIVE_CONST(RAW_SIZE);

/// Unit of a temperature.
typedef enum C_NATIVE_ENUM(prefix = UNIT_, py = Unit) {
    UNIT_CELSIUS = 0,
    UNIT_FAHRENHEIT = 1,
    UNIT_KELVIN = 2
} unit_t;

/// A sensor, known by its calibration words.
C_NATIVE_CLASS(py = Sensor)
typedef struct sensor {
    uint16_t t1, p1;
    int16_t t2, t3;
    int16_t p2, p3, p4, p5, p6, p7, p8, p9;
} sensor_t;

static uint16_t word_at(const uint8_t *bytes, int index)
{
    return (uint16_t)(bytes[2 * index] | bytes[2 * index + 1] << 8);
}

/// A sensor with the calibration block read from its registers 0x88 to 0x9F.
/// @param calibration  24 bytes
/// @raises ValueError  the block has another length
C_NATIVE_METHOD(sensor_t, py = __init__)
err_t sensor_init(sensor_t *self ZN_OUT, zn_bytes calibration)
{
    if (calibration.len != CALIBRATION_SIZE || calibration.item != 1) {
        return ERR_VALUE_EXC;
    }
    const uint8_t *block = calibration.data;
    self->t1 = word_at(block, 0);
    self->p1 = word_at(block, 3);
    int16_t *const words[] = {NULL,      &self->t2, &self->t3, NULL,
                              &self->p2, &self->p3, &self->p4, &self->p5,
                              &self->p6, &self->p7, &self->p8, &self->p9};
    for (int i = 0; i < CALIBRATION_SIZE / 2; i++) {
        if (words[i]) {
            *words[i] = (int16_t)word_at(block, i);
        }
    }
    return ERR_OK;
}

/* The temperature as both formulas need it: 5120 a degree. */
static int32_t fine_temperature(const sensor_t *s, int32_t raw)
{
    int32_t first = ((raw >> 3) - ((int32_t)s->t1 * 2)) * s->t2 >> 11;
    int32_t offset = (raw >> 4) - s->t1;
    return first + ((offset * offset >> 12) * s->t3 >> 14);
}

/* Pascals times 256; 0 when the calibration would divide by zero. */
static uint32_t pressure256(const sensor_t *s, int32_t fine, int32_t raw)
{
    int64_t t = (int64_t)fine - 128000;
    int64_t offset = t * t * s->p6 + t * s->p5 * 131072 + (int64_t)s->p4 * 34359738368;
    int64_t scale = (t * t * s->p3 >> 8) + t * s->p2 * 4096;
    scale = (((int64_t)1 << 47) + scale) * s->p1 >> 33;
    if (scale == 0) {
        return 0;
    }
    int64_t p = (1048576 - (int64_t)raw) * 2147483648 - offset;
    p = p * 3125 / scale;
    int64_t square = (s->p9 * (p >> 13) * (p >> 13)) >> 25;
    int64_t linear = s->p8 * p >> 19;
    return (uint32_t)(((p + square + linear) >> 8) + s->p7 * 16);
}

/// The reading in the raw registers 0xF7 to 0xFC.
/// @param raw  six bytes: pressure, then temperature, 20 bits each
/// @returns hundredths of a degree Celsius, and pascals
/// @raises ValueError  the block has another length
C_NATIVE_METHOD(sensor_t)
err_t sensor_read(sensor_t *self, zn_bytes raw, int32_t *celsius100 ZN_OUT,
                  int32_t *pascal ZN_OUT)
{
    if (raw.len != RAW_SIZE || raw.item != 1) {
        return ERR_VALUE_EXC;
    }
    const uint8_t *r = raw.data;
    int32_t raw_pressure = r[0] << 12 | r[1] << 4 | r[2] >> 4;
    int32_t raw_temperature = r[3] << 12 | r[4] << 4 | r[5] >> 4;
    int32_t fine = fine_temperature(self, raw_temperature);
    *celsius100 = (fine * 5 + 128) >> 8;
    *pascal = (int32_t)(pressure256(self, fine, raw_pressure) >> 8);
    return ERR_OK;
}

/// A temperature in degrees of another unit.
C_NATIVE_FN(py = convert)
double mydriver_convert(int32_t celsius100, unit_t unit ZN_DEFAULT(UNIT_CELSIUS))
{
    double celsius = celsius100 / 100.0;
    switch (unit) {
    case UNIT_FAHRENHEIT:
        return celsius * 9 / 5 + 32;
    case UNIT_KELVIN:
        return celsius + 273.15;
    default:
        return celsius;
    }
}

/// Height in metres above the place where the pressure is `sea_level`.
/// @param pascal     what the sensor says
/// @param sea_level  pressure at sea level today
C_NATIVE_FN(py = altitude)
double mydriver_altitude(double pascal ZN_RANGE(1, 200000),
                         double sea_level ZN_DEFAULT(101325))
{
    return 44330 * (1 - pow(pascal / sea_level, 0.190295));
}

/* Classic: CRC-8 (polynomial 0x31) over bytes, to see that the calibration arrived whole. crc8(data[, start]) */
C_NATIVE(crc8)
{
    NATIVE_UNWARN();
    uint8_t *data;
    int32_t len, crc;
    if (parse_py_args("sI", nargs, args, &data, &len, 0xFF, &crc) != 2) {
        return ERR_TYPE_EXC;
    }
    for (int32_t i = 0; i < len; i++) {
        crc ^= data[i];
        for (int bit = 0; bit < 8; bit++) {
            crc = (crc << 1 ^ (crc & 0x80 ? 0x31 : 0)) & 0xFF;
        }
    }
    *res = PSMALLINT_NEW(crc);
    return ERR_OK;
}
