/* Made by zvm-gen from floats.c: glue between Python and C. Do not edit. */
#include "zn_glue.h"

ZN_STATIC_ASSERT(pointer_is_8, sizeof(void *) == 8);
ZN_STATIC_ASSERT(double_is_8, sizeof(double) == 8);
ZN_STATIC_ASSERT(float_is_4, sizeof(float) == 4);
ZN_STATIC_ASSERT(int_is_4, sizeof(int) == 4);
ZN_STATIC_ASSERT(unsigned_char_is_1, sizeof(unsigned char) == 1);

double floats_half(double);
float floats_single(float);
double floats_volts(double);
double floats_mix(int, double, unsigned char, float);

/* half(x: float) -> float */
static const zn_param_t zn_floats_floats_half_params[] = {
    {"x", ZN_KIND_FLOAT, 0, NULL},
};
static const zn_fn_t zn_floats_floats_half_fn = {"half", zn_floats_floats_half_params, NULL};

static err_t zn_floats_floats_half(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    double a_x;
    double r;
    (void)nargs;
    (void)self;

    if (!IS_TAGGED(args[0]) && PHEADERTYPE(args[0]) == PFLOAT) {
        a_x = PFLOAT_VALUE(args[0]);
    } else {
        if ((err = zn_arg_float(&zn_floats_floats_half_fn, 0, args[0], &a_x)) != ERR_OK) {
            return err;
        }
    }
    r = floats_half(a_x);
    err = zn_result_inline(zn_new_float(r), res);
    return err;
}

/* single(x: float) -> float */
static const zn_param_t zn_floats_floats_single_params[] = {
    {"x", ZN_KIND_FLOAT, 0, NULL},
};
static const zn_fn_t zn_floats_floats_single_fn = {"single", zn_floats_floats_single_params, NULL};

static err_t zn_floats_floats_single(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    double a_x;
    float r;
    (void)nargs;
    (void)self;

    if (!IS_TAGGED(args[0]) && PHEADERTYPE(args[0]) == PFLOAT) {
        a_x = PFLOAT_VALUE(args[0]);
    } else {
        if ((err = zn_arg_float(&zn_floats_floats_single_fn, 0, args[0], &a_x)) != ERR_OK) {
            return err;
        }
    }
    r = floats_single((float)a_x);
    err = zn_result_inline(zn_new_float((double)r), res);
    return err;
}

/* volts(x: float) -> float */
static const double zn_floats_floats_volts_x_range[] = {0.0, 3.3};
static const zn_param_t zn_floats_floats_volts_params[] = {
    {"x", ZN_KIND_FLOAT, 0, zn_floats_floats_volts_x_range},
};
static const zn_fn_t zn_floats_floats_volts_fn = {"volts", zn_floats_floats_volts_params, NULL};

static err_t zn_floats_floats_volts(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    double a_x;
    double r;
    (void)nargs;
    (void)self;

    if ((err = zn_arg_float(&zn_floats_floats_volts_fn, 0, args[0], &a_x)) != ERR_OK) {
        return err;
    }
    r = floats_volts(a_x);
    err = zn_result_inline(zn_new_float(r), res);
    return err;
}

/* mix(n: int, x: float, k: int, y: float) -> float */
static const zn_param_t zn_floats_floats_mix_params[] = {
    {"n", ZN_I32, 0, NULL},
    {"x", ZN_KIND_FLOAT, 0, NULL},
    {"k", ZN_U8, 0, NULL},
    {"y", ZN_KIND_FLOAT, 0, NULL},
};
static const zn_fn_t zn_floats_floats_mix_fn = {"mix", zn_floats_floats_mix_params, NULL};

static err_t zn_floats_floats_mix(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int a_n;
    double a_x;
    unsigned char a_k;
    double a_y;
    double r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0])) {
        a_n = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_floats_floats_mix_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_n = (int)wide;
    }
    if (!IS_TAGGED(args[1]) && PHEADERTYPE(args[1]) == PFLOAT) {
        a_x = PFLOAT_VALUE(args[1]);
    } else {
        if ((err = zn_arg_float(&zn_floats_floats_mix_fn, 1, args[1], &a_x)) != ERR_OK) {
            return err;
        }
    }
    if (IS_PSMALLINT(args[2]) && PSMALLINT_VALUE(args[2]) >= 0 && PSMALLINT_VALUE(args[2]) <= 255) {
        a_k = (unsigned char)PSMALLINT_VALUE(args[2]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_floats_floats_mix_fn, 2, args[2], &wide)) != ERR_OK) {
            return err;
        }
        a_k = (unsigned char)wide;
    }
    if (!IS_TAGGED(args[3]) && PHEADERTYPE(args[3]) == PFLOAT) {
        a_y = PFLOAT_VALUE(args[3]);
    } else {
        if ((err = zn_arg_float(&zn_floats_floats_mix_fn, 3, args[3], &a_y)) != ERR_OK) {
            return err;
        }
    }
    r = floats_mix(a_n, a_x, a_k, (float)a_y);
    err = zn_result_inline(zn_new_float(r), res);
    return err;
}

static const zn_native_t zn_floats_natives[] = {
    {"zn_floats_floats_half", zn_floats_floats_half},
    {"zn_floats_floats_mix", zn_floats_floats_mix},
    {"zn_floats_floats_single", zn_floats_floats_single},
    {"zn_floats_floats_volts", zn_floats_floats_volts},
};

/* The linker's: the words of section zvm_roots. */
extern PObject *__start_zvm_roots[] __attribute__((weak, visibility("hidden")));
extern PObject *__stop_zvm_roots[] __attribute__((weak, visibility("hidden")));

extern const zn_module_t zvm_mod_floats;
const zn_module_t zvm_mod_floats __attribute__((section(".zvm.mod"), used)) = {
    .abi_major = ZN_ABI_MAJOR,
    .abi_minor = ZN_ABI_MINOR,
    .name = "floats",
    .version = "0.0.0",
    .crc = 0xA5BA9E80u,
    .nnatives = 4,
    .natives = zn_floats_natives,
    .roots = __start_zvm_roots,
    .roots_end = __stop_zvm_roots,
};
