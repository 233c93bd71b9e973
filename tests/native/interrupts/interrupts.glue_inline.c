/* Made by zvm-gen from interrupts.c: glue between Python and C. Do not edit. */
#include "zn_glue.h"

ZN_STATIC_ASSERT(pointer_is_8, sizeof(void *) == 8);
ZN_STATIC_ASSERT(int_is_4, sizeof(int) == 4);

void interrupts_every_ms(int, zn_callable);
int interrupts_flood(zn_callable);
err_t interrupts_pair(zn_callable);
err_t interrupts_from_thread(zn_callable);

/* every_ms(n: int, cb: Callable[..., object]) -> None */
static const zn_param_t zn_interrupts_interrupts_every_ms_params[] = {
    {"n", ZN_I32, 0, NULL},
    {"cb", ZN_KIND_CALLABLE, 0, NULL},
};
static const zn_fn_t zn_interrupts_interrupts_every_ms_fn = {"every_ms", zn_interrupts_interrupts_every_ms_params, NULL};
static PObject *zn_interrupts_interrupts_every_ms_cb_kept C_NATIVE_ROOT;

static err_t zn_interrupts_interrupts_every_ms(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int a_n;
    zn_callable a_cb;
    (void)nargs;
    (void)self;
    (void)res;

    if (IS_PSMALLINT(args[0])) {
        a_n = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_interrupts_interrupts_every_ms_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_n = (int)wide;
    }
    if ((err = zn_arg_callable(&zn_interrupts_interrupts_every_ms_fn, 1, args[1], &a_cb)) != ERR_OK) {
        return err;
    }
    interrupts_every_ms(a_n, a_cb);
    zn_interrupts_interrupts_every_ms_cb_kept = a_cb.object;
    return err;
}

/* flood(cb: Callable[..., object]) -> int */
static const zn_param_t zn_interrupts_interrupts_flood_params[] = {
    {"cb", ZN_KIND_CALLABLE, 0, NULL},
};
static const zn_fn_t zn_interrupts_interrupts_flood_fn = {"flood", zn_interrupts_interrupts_flood_params, NULL};
static PObject *zn_interrupts_interrupts_flood_cb_kept C_NATIVE_ROOT;

static err_t zn_interrupts_interrupts_flood(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_callable a_cb;
    int r;
    (void)nargs;
    (void)self;

    if ((err = zn_arg_callable(&zn_interrupts_interrupts_flood_fn, 0, args[0], &a_cb)) != ERR_OK) {
        return err;
    }
    r = interrupts_flood(a_cb);
    err = zn_result_inline(PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    zn_interrupts_interrupts_flood_cb_kept = a_cb.object;
    return err;
}

/* pair(cb: Callable[..., object]) -> None */
static const zn_param_t zn_interrupts_interrupts_pair_params[] = {
    {"cb", ZN_KIND_CALLABLE, 0, NULL},
};
static const zn_fn_t zn_interrupts_interrupts_pair_fn = {"pair", zn_interrupts_interrupts_pair_params, NULL};
static PObject *zn_interrupts_interrupts_pair_cb_kept C_NATIVE_ROOT;

static err_t zn_interrupts_interrupts_pair(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_callable a_cb;
    (void)nargs;
    (void)self;
    (void)res;

    if ((err = zn_arg_callable(&zn_interrupts_interrupts_pair_fn, 0, args[0], &a_cb)) != ERR_OK) {
        return err;
    }
    err = interrupts_pair(a_cb);
    if (err == ERR_OK) {
        zn_interrupts_interrupts_pair_cb_kept = a_cb.object;
    }
    return err;
}

/* from_thread(cb: Callable[..., object]) -> None */
static const zn_param_t zn_interrupts_interrupts_from_thread_params[] = {
    {"cb", ZN_KIND_CALLABLE, 0, NULL},
};
static const zn_fn_t zn_interrupts_interrupts_from_thread_fn = {"from_thread", zn_interrupts_interrupts_from_thread_params, NULL};
static PObject *zn_interrupts_interrupts_from_thread_cb_kept C_NATIVE_ROOT;

static err_t zn_interrupts_interrupts_from_thread(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_callable a_cb;
    (void)nargs;
    (void)self;
    (void)res;

    if ((err = zn_arg_callable(&zn_interrupts_interrupts_from_thread_fn, 0, args[0], &a_cb)) != ERR_OK) {
        return err;
    }
    zn_gil_release();
    err = interrupts_from_thread(a_cb);
    zn_gil_acquire();
    if (err == ERR_OK) {
        zn_interrupts_interrupts_from_thread_cb_kept = a_cb.object;
    }
    return err;
}

static const zn_native_t zn_interrupts_natives[] = {
    {"zn_interrupts_interrupts_every_ms", zn_interrupts_interrupts_every_ms},
    {"zn_interrupts_interrupts_flood", zn_interrupts_interrupts_flood},
    {"zn_interrupts_interrupts_from_thread", zn_interrupts_interrupts_from_thread},
    {"zn_interrupts_interrupts_pair", zn_interrupts_interrupts_pair},
};

/* The linker's: the words of section zvm_roots. */
extern PObject *__start_zvm_roots[] __attribute__((weak, visibility("hidden")));
extern PObject *__stop_zvm_roots[] __attribute__((weak, visibility("hidden")));

extern const zn_module_t zvm_mod_interrupts;
const zn_module_t zvm_mod_interrupts __attribute__((section(".zvm.mod"), used)) = {
    .abi_major = ZN_ABI_MAJOR,
    .abi_minor = ZN_ABI_MINOR,
    .name = "interrupts",
    .version = "0.0.0",
    .crc = 0x7E23F0E0u,
    .nnatives = 4,
    .natives = zn_interrupts_natives,
    .roots = __start_zvm_roots,
    .roots_end = __stop_zvm_roots,
};
