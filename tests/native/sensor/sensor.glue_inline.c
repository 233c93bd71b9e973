/* Made by zvm-gen from sensor.c: glue between Python and C. Do not edit. */
#include "zn_glue.h"

ZN_STATIC_ASSERT(pointer_is_8, sizeof(void *) == 8);
ZN_STATIC_ASSERT(int_is_4, sizeof(int) == 4);
ZN_STATIC_ASSERT(unsigned_char_is_1, sizeof(unsigned char) == 1);

typedef struct sensor sensor_t;
typedef struct point_t point_t;
void sensor_close(sensor_t *);
err_t sensor_open(sensor_t *, int, PObject *);
int sensor_read(sensor_t *, int);
PObject *sensor_label(const sensor_t *);
void sensor_on_alarm(sensor_t *, zn_callable);
err_t sensor_fire(sensor_t *, int);
int point_add(point_t *, int, PObject *);
PObject *point_item(point_t *, unsigned char);
int sensor_sum(const sensor_t *, sensor_t *);

static void zn_class_sensor_t_dealloc(void *self)
{
    sensor_close((sensor_t *)self);
}

static const uint16_t zn_class_sensor_t_pointers[] = {8, 24, 40};
static const zn_class_t zn_class_sensor_t = {
    .symbol = "zn_class_sensor_t",
    .name = "Sensor",
    .dealloc = zn_class_sensor_t_dealloc,
    .pointers = zn_class_sensor_t_pointers,
    .npointers = 3,
    .size = 48,
};

static const uint16_t zn_class_point_t_pointers[] = {8, 16};
static const zn_class_t zn_class_point_t = {
    .symbol = "zn_class_point_t",
    .name = "Point",
    .pointers = zn_class_point_t_pointers,
    .npointers = 2,
    .size = 24,
};

/* Sensor.__init__(self, bus: int, label: object = None) -> None */
static const int64_t zn_sensor_sensor_open_bus_range[] = {0, 3};
static const zn_param_t zn_sensor_sensor_open_params[] = {
    {"bus", ZN_I32, 0, zn_sensor_sensor_open_bus_range},
    {"label", ZN_KIND_OBJECT, 0, NULL},
};
static const zn_fn_t zn_sensor_sensor_open_fn = {"Sensor.__init__", zn_sensor_sensor_open_params, &zn_class_sensor_t};

static err_t zn_sensor_sensor_open(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    void *object;
    int a_bus;
    (void)nargs;
    (void)res;

    if ((err = zn_self(&zn_sensor_sensor_open_fn, self, &object)) != ERR_OK) {
        return err;
    }
    if (IS_PSMALLINT(args[0]) && PSMALLINT_VALUE(args[0]) >= 0 && PSMALLINT_VALUE(args[0]) <= 3) {
        a_bus = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_sensor_sensor_open_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_bus = (int)wide;
    }
    err = sensor_open((sensor_t *)object, a_bus, args[1]);
    return err;
}

/* Sensor.read(self, scale: int = 1) -> int */
static const zn_param_t zn_sensor_sensor_read_params[] = {
    {"scale", ZN_I32, 0, NULL},
};
static const zn_fn_t zn_sensor_sensor_read_fn = {"Sensor.read", zn_sensor_sensor_read_params, &zn_class_sensor_t};

static err_t zn_sensor_sensor_read(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    void *object;
    int a_scale;
    int r;
    (void)nargs;

    if ((err = zn_self(&zn_sensor_sensor_read_fn, self, &object)) != ERR_OK) {
        return err;
    }
    if (IS_PSMALLINT(args[0])) {
        a_scale = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_sensor_sensor_read_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_scale = (int)wide;
    }
    r = sensor_read((sensor_t *)object, a_scale);
    err = zn_result_inline(PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    return err;
}

/* Sensor.label(self) -> object */
static const zn_fn_t zn_sensor_sensor_label_fn = {"Sensor.label", NULL, &zn_class_sensor_t};

static err_t zn_sensor_sensor_label(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    void *object;
    PObject *r;
    (void)nargs;
    (void)args;

    if ((err = zn_self(&zn_sensor_sensor_label_fn, self, &object)) != ERR_OK) {
        return err;
    }
    r = sensor_label((const sensor_t *)object);
    err = zn_result_object(&zn_sensor_sensor_label_fn, r, res);
    return err;
}

/* Sensor.on_alarm(self, cb: Callable[..., object] | None) -> None */
static const zn_param_t zn_sensor_sensor_on_alarm_params[] = {
    {"cb", ZN_KIND_CALLABLE, ZN_PARAM_NULLABLE, NULL},
};
static const zn_fn_t zn_sensor_sensor_on_alarm_fn = {"Sensor.on_alarm", zn_sensor_sensor_on_alarm_params, &zn_class_sensor_t};

static err_t zn_sensor_sensor_on_alarm(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    void *object;
    zn_callable a_cb;
    (void)nargs;
    (void)res;

    if ((err = zn_self(&zn_sensor_sensor_on_alarm_fn, self, &object)) != ERR_OK) {
        return err;
    }
    if ((err = zn_arg_callable(&zn_sensor_sensor_on_alarm_fn, 0, args[0], &a_cb)) != ERR_OK) {
        return err;
    }
    sensor_on_alarm((sensor_t *)object, a_cb);
    *(PObject **)(void *)((char *)object + 40) = a_cb.object;
    return err;
}

/* Sensor.fire(self, n: int) -> None */
static const zn_param_t zn_sensor_sensor_fire_params[] = {
    {"n", ZN_I32, 0, NULL},
};
static const zn_fn_t zn_sensor_sensor_fire_fn = {"Sensor.fire", zn_sensor_sensor_fire_params, &zn_class_sensor_t};

static err_t zn_sensor_sensor_fire(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    void *object;
    int a_n;
    (void)nargs;
    (void)res;

    if ((err = zn_self(&zn_sensor_sensor_fire_fn, self, &object)) != ERR_OK) {
        return err;
    }
    if (IS_PSMALLINT(args[0])) {
        a_n = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_sensor_sensor_fire_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_n = (int)wide;
    }
    err = sensor_fire((sensor_t *)object, a_n);
    return err;
}

/* Point.add(self, n: int, item: object) -> int */
static const zn_param_t zn_sensor_point_add_params[] = {
    {"n", ZN_I32, 0, NULL},
    {"item", ZN_KIND_OBJECT, 0, NULL},
};
static const zn_fn_t zn_sensor_point_add_fn = {"Point.add", zn_sensor_point_add_params, &zn_class_point_t};

static err_t zn_sensor_point_add(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    void *object;
    int a_n;
    int r;
    (void)nargs;

    if ((err = zn_self(&zn_sensor_point_add_fn, self, &object)) != ERR_OK) {
        return err;
    }
    if (IS_PSMALLINT(args[0])) {
        a_n = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_sensor_point_add_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_n = (int)wide;
    }
    r = point_add((point_t *)object, a_n, args[1]);
    err = zn_result_inline(PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    return err;
}

/* Point.item(self, i: int) -> object */
static const int64_t zn_sensor_point_item_i_range[] = {0, 1};
static const zn_param_t zn_sensor_point_item_params[] = {
    {"i", ZN_U8, 0, zn_sensor_point_item_i_range},
};
static const zn_fn_t zn_sensor_point_item_fn = {"Point.item", zn_sensor_point_item_params, &zn_class_point_t};

static err_t zn_sensor_point_item(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    void *object;
    unsigned char a_i;
    PObject *r;
    (void)nargs;

    if ((err = zn_self(&zn_sensor_point_item_fn, self, &object)) != ERR_OK) {
        return err;
    }
    if (IS_PSMALLINT(args[0]) && PSMALLINT_VALUE(args[0]) >= 0 && PSMALLINT_VALUE(args[0]) <= 1) {
        a_i = (unsigned char)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_sensor_point_item_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_i = (unsigned char)wide;
    }
    r = point_item((point_t *)object, a_i);
    err = zn_result_object(&zn_sensor_point_item_fn, r, res);
    return err;
}

/* sum(a: Sensor, b: Sensor | None = None) -> int */
static const zn_param_t zn_sensor_sensor_sum_params[] = {
    {"a", ZN_KIND_INSTANCE, 0, &zn_class_sensor_t},
    {"b", ZN_KIND_INSTANCE, ZN_PARAM_NULLABLE, &zn_class_sensor_t},
};
static const zn_fn_t zn_sensor_sensor_sum_fn = {"sum", zn_sensor_sensor_sum_params, NULL};

static err_t zn_sensor_sensor_sum(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    void *a_a;
    void *a_b;
    int r;
    (void)nargs;
    (void)self;

    if ((err = zn_arg_instance(&zn_sensor_sensor_sum_fn, 0, args[0], &a_a)) != ERR_OK) {
        return err;
    }
    if ((err = zn_arg_instance(&zn_sensor_sensor_sum_fn, 1, args[1], &a_b)) != ERR_OK) {
        return err;
    }
    r = sensor_sum((const sensor_t *)a_a, (sensor_t *)a_b);
    err = zn_result_inline(PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    return err;
}

static const zn_native_t zn_sensor_natives[] = {
    {"zn_sensor_point_add", zn_sensor_point_add},
    {"zn_sensor_point_item", zn_sensor_point_item},
    {"zn_sensor_sensor_fire", zn_sensor_sensor_fire},
    {"zn_sensor_sensor_label", zn_sensor_sensor_label},
    {"zn_sensor_sensor_on_alarm", zn_sensor_sensor_on_alarm},
    {"zn_sensor_sensor_open", zn_sensor_sensor_open},
    {"zn_sensor_sensor_read", zn_sensor_sensor_read},
    {"zn_sensor_sensor_sum", zn_sensor_sensor_sum},
};

static const zn_class_t *const zn_sensor_classes[] = {
    &zn_class_point_t,
    &zn_class_sensor_t,
};

/* The linker's: the words of section zvm_roots. */
extern PObject *__start_zvm_roots[] __attribute__((weak, visibility("hidden")));
extern PObject *__stop_zvm_roots[] __attribute__((weak, visibility("hidden")));

extern const zn_module_t zvm_mod_sensor;
const zn_module_t zvm_mod_sensor __attribute__((section(".zvm.mod"), used)) = {
    .abi_major = ZN_ABI_MAJOR,
    .abi_minor = ZN_ABI_MINOR,
    .name = "sensor",
    .version = "0.0.0",
    .crc = 0xFB5CD78Bu,
    .nnatives = 8,
    .natives = zn_sensor_natives,
    .nclasses = 2,
    .classes = zn_sensor_classes,
    .roots = __start_zvm_roots,
    .roots_end = __stop_zvm_roots,
};
