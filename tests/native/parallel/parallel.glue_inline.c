/* Made by zvm-gen from parallel.c: glue between Python and C. Do not edit. */
#include "zn_glue.h"

ZN_STATIC_ASSERT(pointer_is_8, sizeof(void *) == 8);
ZN_STATIC_ASSERT(int_is_4, sizeof(int) == 4);
ZN_STATIC_ASSERT(unsigned_int_is_4, sizeof(unsigned int) == 4);

void parallel_post(int, zn_callable);
void parallel_take(void);
int parallel_wait_for_answer(zn_callable);
void parallel_answer(void);
int parallel_threads(int, zn_callable);
PObject *parallel_nap(unsigned int);
unsigned int parallel_spin(unsigned int);
_Bool parallel_clocks(void);

/* post(n: int, cb: Callable[..., object]) -> None */
static const zn_param_t zn_parallel_parallel_post_params[] = {
    {"n", ZN_I32, 0, NULL},
    {"cb", ZN_KIND_CALLABLE, 0, NULL},
};
static const zn_fn_t zn_parallel_parallel_post_fn = {"post", zn_parallel_parallel_post_params, NULL};
static PObject *zn_parallel_parallel_post_cb_kept C_NATIVE_ROOT;

static err_t zn_parallel_parallel_post(int nargs, PObject *self, PObject **args, PObject **res)
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
        if ((err = zn_arg_int(&zn_parallel_parallel_post_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_n = (int)wide;
    }
    if ((err = zn_arg_callable(&zn_parallel_parallel_post_fn, 1, args[1], &a_cb)) != ERR_OK) {
        return err;
    }
    parallel_post(a_n, a_cb);
    zn_parallel_parallel_post_cb_kept = a_cb.object;
    return err;
}

/* take() -> None */

static err_t zn_parallel_parallel_take(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    (void)nargs;
    (void)self;
    (void)args;
    (void)res;

    parallel_take();
    return err;
}

/* wait_for_answer(cb: Callable[..., object]) -> int */
static const zn_param_t zn_parallel_parallel_wait_for_answer_params[] = {
    {"cb", ZN_KIND_CALLABLE, 0, NULL},
};
static const zn_fn_t zn_parallel_parallel_wait_for_answer_fn = {"wait_for_answer", zn_parallel_parallel_wait_for_answer_params, NULL};
static PObject *zn_parallel_parallel_wait_for_answer_cb_kept C_NATIVE_ROOT;

static err_t zn_parallel_parallel_wait_for_answer(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_callable a_cb;
    int r;
    (void)nargs;
    (void)self;

    if ((err = zn_arg_callable(&zn_parallel_parallel_wait_for_answer_fn, 0, args[0], &a_cb)) != ERR_OK) {
        return err;
    }
    zn_gil_release();
    r = parallel_wait_for_answer(a_cb);
    zn_gil_acquire();
    err = zn_result_inline(PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    zn_parallel_parallel_wait_for_answer_cb_kept = a_cb.object;
    return err;
}

/* answer() -> None */

static err_t zn_parallel_parallel_answer(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    (void)nargs;
    (void)self;
    (void)args;
    (void)res;

    parallel_answer();
    return err;
}

/* threads(n: int, cb: Callable[..., object]) -> int */
static const zn_param_t zn_parallel_parallel_threads_params[] = {
    {"n", ZN_I32, 0, NULL},
    {"cb", ZN_KIND_CALLABLE, 0, NULL},
};
static const zn_fn_t zn_parallel_parallel_threads_fn = {"threads", zn_parallel_parallel_threads_params, NULL};
static PObject *zn_parallel_parallel_threads_cb_kept C_NATIVE_ROOT;

static err_t zn_parallel_parallel_threads(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int a_n;
    zn_callable a_cb;
    int r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0])) {
        a_n = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_parallel_parallel_threads_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_n = (int)wide;
    }
    if ((err = zn_arg_callable(&zn_parallel_parallel_threads_fn, 1, args[1], &a_cb)) != ERR_OK) {
        return err;
    }
    zn_gil_release();
    r = parallel_threads(a_n, a_cb);
    zn_gil_acquire();
    err = zn_result_inline(PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    zn_parallel_parallel_threads_cb_kept = a_cb.object;
    return err;
}

/* nap(ms: int) -> object */
static const zn_param_t zn_parallel_parallel_nap_params[] = {
    {"ms", ZN_U32, 0, NULL},
};
static const zn_fn_t zn_parallel_parallel_nap_fn = {"nap", zn_parallel_parallel_nap_params, NULL};

static err_t zn_parallel_parallel_nap(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    unsigned int a_ms;
    PObject *r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0]) && PSMALLINT_VALUE(args[0]) >= 0) {
        a_ms = (unsigned int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_parallel_parallel_nap_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_ms = (unsigned int)wide;
    }
    r = parallel_nap(a_ms);
    err = zn_result_object(&zn_parallel_parallel_nap_fn, r, res);
    return err;
}

/* spin(us: int) -> int */
static const zn_param_t zn_parallel_parallel_spin_params[] = {
    {"us", ZN_U32, 0, NULL},
};
static const zn_fn_t zn_parallel_parallel_spin_fn = {"spin", zn_parallel_parallel_spin_params, NULL};

static err_t zn_parallel_parallel_spin(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    unsigned int a_us;
    unsigned int r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0]) && PSMALLINT_VALUE(args[0]) >= 0) {
        a_us = (unsigned int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_parallel_parallel_spin_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_us = (unsigned int)wide;
    }
    r = parallel_spin(a_us);
    err = zn_result_inline(r <= PSMALLINT_MAX ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    return err;
}

/* clocks() -> bool */

static err_t zn_parallel_parallel_clocks(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    _Bool r;
    (void)nargs;
    (void)self;
    (void)args;

    r = parallel_clocks();
    *res = PBOOL_NEW(r);
    return err;
}

static const zn_native_t zn_parallel_natives[] = {
    {"zn_parallel_parallel_answer", zn_parallel_parallel_answer},
    {"zn_parallel_parallel_clocks", zn_parallel_parallel_clocks},
    {"zn_parallel_parallel_nap", zn_parallel_parallel_nap},
    {"zn_parallel_parallel_post", zn_parallel_parallel_post},
    {"zn_parallel_parallel_spin", zn_parallel_parallel_spin},
    {"zn_parallel_parallel_take", zn_parallel_parallel_take},
    {"zn_parallel_parallel_threads", zn_parallel_parallel_threads},
    {"zn_parallel_parallel_wait_for_answer", zn_parallel_parallel_wait_for_answer},
};

/* The linker's: the words of section zvm_roots. */
extern PObject *__start_zvm_roots[] __attribute__((weak, visibility("hidden")));
extern PObject *__stop_zvm_roots[] __attribute__((weak, visibility("hidden")));

extern const zn_module_t zvm_mod_parallel;
const zn_module_t zvm_mod_parallel __attribute__((section(".zvm.mod"), used)) = {
    .abi_major = ZN_ABI_MAJOR,
    .abi_minor = ZN_ABI_MINOR,
    .name = "parallel",
    .version = "0.0.0",
    .crc = 0xF39DAD6Au,
    .nnatives = 8,
    .natives = zn_parallel_natives,
    .roots = __start_zvm_roots,
    .roots_end = __stop_zvm_roots,
};
