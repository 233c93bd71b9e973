/* A class: constructor, methods, destructor, a kept callable, a PObject * in the struct, an argument of the class. */
#include "zerynth.h"

/// Readings of a sensor.
C_NATIVE_CLASS(py = Sensor, dealloc = sensor_close)
typedef struct sensor {
    int32_t bus;
    PObject *label;
    struct {
        uint8_t raw[3];
        zn_callable alarm;
    } state;
    int32_t reads;
} sensor_t;

static int32_t open_sensors;

/// Open a sensor.
/// @param bus    I2C bus number
/// @param label  any object, returned by label()
C_NATIVE_METHOD(sensor_t, py = __init__)
err_t sensor_open(sensor_t *self ZN_OUT, int32_t bus ZN_RANGE(0, 3), PObject *label ZN_DEFAULT(NULL))
{
    self->bus = bus;
    self->label = label;
    open_sensors++;
    return bus == 2 ? ERR_OSERROR_EXC : ERR_OK;
}

void sensor_close(sensor_t *self)
{
    open_sensors -= self->reads >= 0;
}

C_NATIVE_METHOD(sensor_t) int32_t sensor_read(sensor_t *self, int32_t scale ZN_DEFAULT(1))
{
    self->reads++;
    return self->bus * 100 * scale + self->reads;
}

C_NATIVE_METHOD(sensor_t) PObject *sensor_label(const sensor_t *self) { return self->label; }

C_NATIVE_METHOD(sensor_t, py = on_alarm)
void sensor_on_alarm(sensor_t *self, zn_callable cb ZN_NULLABLE ZN_SCOPE(forever)) { self->state.alarm = cb; }

C_NATIVE_METHOD(sensor_t) err_t sensor_fire(sensor_t *self, int32_t n)
{
    PObject *arg = PSMALLINT_NEW(n), *res;
    return self->state.alarm.object ? vm_call(self->state.alarm.object, &res, 1, &arg) : ERR_OK;
}

/// An anonymous struct, and no constructor.
typedef struct C_NATIVE_CLASS() {
    int32_t count;
    PObject *items[2];
} point_t;

C_NATIVE_METHOD(point_t) int32_t point_add(point_t *self, int32_t n, PObject *item)
{
    self->items[self->count & 1] = item;
    return self->count += n;
}

C_NATIVE_METHOD(point_t) PObject *point_item(point_t *self, uint8_t i ZN_RANGE(0, 1)) { return self->items[i]; }

C_NATIVE_FN() int32_t sensor_sum(const sensor_t *a, sensor_t *b ZN_NULLABLE ZN_DEFAULT(NULL))
{
    return a->bus + (b ? b->bus : 10);
}
