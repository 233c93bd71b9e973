/* Made by zvm-gen from outs.c: glue between Python and C. Do not edit. */
#include "zn_glue.h"

#include <string.h>

ZN_STATIC_ASSERT(pointer_is_8, sizeof(void *) == 8);
ZN_STATIC_ASSERT(int_is_4, sizeof(int) == 4);
ZN_STATIC_ASSERT(double_is_8, sizeof(double) == 8);
ZN_STATIC_ASSERT(unsigned_long_is_8, sizeof(unsigned long) == 8);
ZN_STATIC_ASSERT(unsigned_char_is_1, sizeof(unsigned char) == 1);

void outs_divmod(int, int, int *, int *);
err_t outs_check(int, _Bool *);
_Bool outs_both(const char **, double *, zn_bytes *);
int outs_vendor(int);
void outs_fill(unsigned char *, unsigned long, unsigned char);
err_t outs_read(unsigned char *, int, unsigned char *);
PObject *outs_same(PObject *);
PObject *outs_nothing(void);

/* divmod(a: int, b: int) -> tuple[int, int] */
static const zn_param_t zn_outs_outs_divmod_params[] = {
    {"a", ZN_I32, 0, NULL},
    {"b", ZN_I32, 0, NULL},
};
static const zn_fn_t zn_outs_outs_divmod_fn = {"divmod", zn_outs_outs_divmod_params, NULL};

static err_t zn_outs_outs_divmod(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int a_a;
    int a_b;
    int o_q = 0;
    int o_r = 0;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0])) {
        a_a = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_outs_outs_divmod_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_a = (int)wide;
    }
    if (IS_PSMALLINT(args[1])) {
        a_b = (int)PSMALLINT_VALUE(args[1]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_outs_outs_divmod_fn, 1, args[1], &wide)) != ERR_OK) {
            return err;
        }
        a_b = (int)wide;
    }
    outs_divmod(a_a, a_b, &o_q, &o_r);
    {
        PObject *values[2];
        values[0] = PSMALLINT_FITS(o_q) ? PSMALLINT_NEW(o_q) : zn_new_int(o_q);
        values[1] = PSMALLINT_FITS(o_r) ? PSMALLINT_NEW(o_r) : zn_new_int(o_r);
        err = zn_result_tuple(2, values, res);
    }
    return err;
}

/* check(code: int) -> bool */
static const zn_param_t zn_outs_outs_check_params[] = {
    {"code", ZN_I32, 0, NULL},
};
static const zn_fn_t zn_outs_outs_check_fn = {"check", zn_outs_outs_check_params, NULL};

static err_t zn_outs_outs_check(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int a_code;
    _Bool o_ok = 0;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0])) {
        a_code = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_outs_outs_check_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_code = (int)wide;
    }
    err = outs_check(a_code, &o_ok);
    if (err == ERR_OK) {
        *res = PBOOL_NEW(o_ok);
    }
    return err;
}

/* both() -> tuple[bool, str, float, bytes] */

static err_t zn_outs_outs_both(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    const char *o_name = NULL;
    double o_x = 0;
    zn_bytes o_b = {NULL, 0, 1};
    _Bool r;
    (void)nargs;
    (void)self;
    (void)args;

    r = outs_both(&o_name, &o_x, &o_b);
    {
        PObject *values[4];
        values[0] = PBOOL_NEW(r);
        values[1] = zn_new_str(o_name, o_name ? strlen(o_name) : 0);
        values[2] = zn_new_float(o_x);
        values[3] = zn_new_bytes(o_b.data, o_b.len);
        err = zn_result_tuple(4, values, res);
    }
    return err;
}

/* vendor(n: int) -> int */
static const zn_param_t zn_outs_outs_vendor_params[] = {
    {"n", ZN_I32, 0, NULL},
};
static const zn_fn_t zn_outs_outs_vendor_fn = {"vendor", zn_outs_outs_vendor_params, NULL};

static err_t zn_outs_outs_vendor(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int a_n;
    int r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0])) {
        a_n = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_outs_outs_vendor_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_n = (int)wide;
    }
    r = outs_vendor(a_n);
    if (r < 0) {
        err = zn_os_error(&zn_outs_outs_vendor_fn, r);
    } else {
        err = zn_result_inline(PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    }
    return err;
}

/* fill(n: int, start: int = 1) -> bytes */
static const zn_param_t zn_outs_outs_fill_params[] = {
    {"n", ZN_U64, 0, NULL},
    {"start", ZN_U8, 0, NULL},
};
static const zn_fn_t zn_outs_outs_fill_fn = {"fill", zn_outs_outs_fill_params, NULL};

static err_t zn_outs_outs_fill(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    PObject *o_buf;
    uint64_t a_n;
    unsigned char a_start;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[1]) && PSMALLINT_VALUE(args[1]) >= 0 && PSMALLINT_VALUE(args[1]) <= 255) {
        a_start = (unsigned char)PSMALLINT_VALUE(args[1]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_outs_outs_fill_fn, 1, args[1], &wide)) != ERR_OK) {
            return err;
        }
        a_start = (unsigned char)wide;
    }
    if ((err = zn_arg_uint(&zn_outs_outs_fill_fn, 0, args[0], &a_n)) != ERR_OK) {
        return err;
    }
    o_buf = zn_new_zeros((size_t)a_n);
    if (o_buf == NULL) {
        err = ERR_MEMORY_EXC;
        return err;
    }
    outs_fill(PSEQUENCE_BYTES(o_buf), (unsigned long)a_n, a_start);
    err = zn_result_inline(o_buf, res);
    return err;
}

/* read(n: int) -> tuple[bytes, int] */
static const int64_t zn_outs_outs_read_n_range[] = {0, 16};
static const zn_param_t zn_outs_outs_read_params[] = {
    {"n", ZN_I32, 0, zn_outs_outs_read_n_range},
};
static const zn_fn_t zn_outs_outs_read_fn = {"read", zn_outs_outs_read_params, NULL};

static err_t zn_outs_outs_read(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    PObject *o_buf;
    int a_n;
    unsigned char o_status = 0;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0]) && PSMALLINT_VALUE(args[0]) >= 0 && PSMALLINT_VALUE(args[0]) <= 16) {
        a_n = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_outs_outs_read_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_n = (int)wide;
    }
    o_buf = zn_new_zeros((size_t)a_n);
    if (o_buf == NULL) {
        err = ERR_MEMORY_EXC;
        return err;
    }
    err = outs_read(PSEQUENCE_BYTES(o_buf), a_n, &o_status);
    if (err == ERR_OK) {
        PObject *values[2];
        values[0] = o_buf;
        values[1] = PSMALLINT_NEW(o_status);
        err = zn_result_tuple(2, values, res);
    }
    return err;
}

/* same(o: object) -> object */
static const zn_param_t zn_outs_outs_same_params[] = {
    {"o", ZN_KIND_OBJECT, 0, NULL},
};
static const zn_fn_t zn_outs_outs_same_fn = {"same", zn_outs_outs_same_params, NULL};

static err_t zn_outs_outs_same(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    PObject *r;
    (void)nargs;
    (void)self;

    r = outs_same(args[0]);
    err = zn_result_object(&zn_outs_outs_same_fn, r, res);
    return err;
}

/* nothing() -> object */
static const zn_fn_t zn_outs_outs_nothing_fn = {"nothing", NULL, NULL};

static err_t zn_outs_outs_nothing(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    PObject *r;
    (void)nargs;
    (void)self;
    (void)args;

    r = outs_nothing();
    err = zn_result_object(&zn_outs_outs_nothing_fn, r, res);
    return err;
}

static const zn_native_t zn_outs_natives[] = {
    {"zn_outs_outs_both", zn_outs_outs_both},
    {"zn_outs_outs_check", zn_outs_outs_check},
    {"zn_outs_outs_divmod", zn_outs_outs_divmod},
    {"zn_outs_outs_fill", zn_outs_outs_fill},
    {"zn_outs_outs_nothing", zn_outs_outs_nothing},
    {"zn_outs_outs_read", zn_outs_outs_read},
    {"zn_outs_outs_same", zn_outs_outs_same},
    {"zn_outs_outs_vendor", zn_outs_outs_vendor},
};

/* The linker's: the words of section zvm_roots. */
extern PObject *__start_zvm_roots[] __attribute__((weak, visibility("hidden")));
extern PObject *__stop_zvm_roots[] __attribute__((weak, visibility("hidden")));

extern const zn_module_t zvm_mod_outs;
const zn_module_t zvm_mod_outs __attribute__((section(".zvm.mod"), used)) = {
    .abi_major = ZN_ABI_MAJOR,
    .abi_minor = ZN_ABI_MINOR,
    .name = "outs",
    .version = "0.0.0",
    .crc = 0x166193B4u,
    .nnatives = 8,
    .natives = zn_outs_natives,
    .roots = __start_zvm_roots,
    .roots_end = __stop_zvm_roots,
};
