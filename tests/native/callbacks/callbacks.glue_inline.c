/* Made by zvm-gen from callbacks.c: glue between Python and C. Do not edit. */
#include "zn_glue.h"

ZN_STATIC_ASSERT(pointer_is_8, sizeof(void *) == 8);
ZN_STATIC_ASSERT(int_is_4, sizeof(int) == 4);

err_t callbacks_each(int, zn_callable);
void callbacks_keep(zn_callable);
err_t callbacks_fire(void);
int callbacks_slow(int, int *);

/* each(n: int, f: Callable[..., object]) -> None */
static const zn_param_t zn_callbacks_callbacks_each_params[] = {
    {"n", ZN_I32, 0, NULL},
    {"f", ZN_KIND_CALLABLE, 0, NULL},
};
static const zn_fn_t zn_callbacks_callbacks_each_fn = {"each", zn_callbacks_callbacks_each_params, NULL};

static err_t zn_callbacks_callbacks_each(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int a_n;
    zn_callable a_f;
    (void)nargs;
    (void)self;
    (void)res;

    if (IS_PSMALLINT(args[0])) {
        a_n = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_callbacks_callbacks_each_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_n = (int)wide;
    }
    if ((err = zn_arg_callable(&zn_callbacks_callbacks_each_fn, 1, args[1], &a_f)) != ERR_OK) {
        return err;
    }
    err = callbacks_each(a_n, a_f);
    return err;
}

/* keep(f: Callable[..., object] | None) -> None */
static const zn_param_t zn_callbacks_callbacks_keep_params[] = {
    {"f", ZN_KIND_CALLABLE, ZN_PARAM_NULLABLE, NULL},
};
static const zn_fn_t zn_callbacks_callbacks_keep_fn = {"keep", zn_callbacks_callbacks_keep_params, NULL};
static PObject *zn_callbacks_callbacks_keep_f_kept C_NATIVE_ROOT;

static err_t zn_callbacks_callbacks_keep(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_callable a_f;
    (void)nargs;
    (void)self;
    (void)res;

    if ((err = zn_arg_callable(&zn_callbacks_callbacks_keep_fn, 0, args[0], &a_f)) != ERR_OK) {
        return err;
    }
    callbacks_keep(a_f);
    zn_callbacks_callbacks_keep_f_kept = a_f.object;
    return err;
}

/* fire() -> None */

static err_t zn_callbacks_callbacks_fire(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    (void)nargs;
    (void)self;
    (void)args;
    (void)res;

    err = callbacks_fire();
    return err;
}

/* slow(n: int) -> tuple[int, int] */
static const zn_param_t zn_callbacks_callbacks_slow_params[] = {
    {"n", ZN_I32, 0, NULL},
};
static const zn_fn_t zn_callbacks_callbacks_slow_fn = {"slow", zn_callbacks_callbacks_slow_params, NULL};

static err_t zn_callbacks_callbacks_slow(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int a_n;
    int o_twice = 0;
    int r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0])) {
        a_n = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_callbacks_callbacks_slow_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_n = (int)wide;
    }
    zn_gil_release();
    r = callbacks_slow(a_n, &o_twice);
    zn_gil_acquire();
    {
        PObject *values[2];
        values[0] = PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r);
        values[1] = PSMALLINT_FITS(o_twice) ? PSMALLINT_NEW(o_twice) : zn_new_int(o_twice);
        err = zn_result_tuple(2, values, res);
    }
    return err;
}

static const zn_native_t zn_callbacks_natives[] = {
    {"zn_callbacks_callbacks_each", zn_callbacks_callbacks_each},
    {"zn_callbacks_callbacks_fire", zn_callbacks_callbacks_fire},
    {"zn_callbacks_callbacks_keep", zn_callbacks_callbacks_keep},
    {"zn_callbacks_callbacks_slow", zn_callbacks_callbacks_slow},
};

/* The linker's: the words of section zvm_roots. */
extern PObject *__start_zvm_roots[] __attribute__((weak, visibility("hidden")));
extern PObject *__stop_zvm_roots[] __attribute__((weak, visibility("hidden")));

extern const zn_module_t zvm_mod_callbacks;
const zn_module_t zvm_mod_callbacks __attribute__((section(".zvm.mod"), used)) = {
    .abi_major = ZN_ABI_MAJOR,
    .abi_minor = ZN_ABI_MINOR,
    .name = "callbacks",
    .version = "0.0.0",
    .crc = 0x88EC6618u,
    .nnatives = 4,
    .natives = zn_callbacks_natives,
    .roots = __start_zvm_roots,
    .roots_end = __stop_zvm_roots,
};
