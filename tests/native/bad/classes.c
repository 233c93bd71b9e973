#include "zn_native.h"

typedef struct plain plain_t;
struct plain {
    int x;
};

C_NATIVE_CLASS()
typedef struct sensor sensor_t;
struct sensor {
    int x;
};

C_NATIVE_METHOD(plain_t) int plain_get(plain_t *self);
C_NATIVE_METHOD(sensor) int sensor_get(sensor_t *self);
C_NATIVE_METHOD(sensor_t) int sensor_first(int n, sensor_t *self);
