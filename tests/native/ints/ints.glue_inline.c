/* Made by zvm-gen from ints.c: glue between Python and C. Do not edit. */
#include "zn_glue.h"

ZN_STATIC_ASSERT(pointer_is_8, sizeof(void *) == 8);
ZN_STATIC_ASSERT(signed_char_is_1, sizeof(signed char) == 1);
ZN_STATIC_ASSERT(unsigned_char_is_1, sizeof(unsigned char) == 1);
ZN_STATIC_ASSERT(short_is_2, sizeof(short) == 2);
ZN_STATIC_ASSERT(unsigned_short_is_2, sizeof(unsigned short) == 2);
ZN_STATIC_ASSERT(int_is_4, sizeof(int) == 4);
ZN_STATIC_ASSERT(unsigned_int_is_4, sizeof(unsigned int) == 4);
ZN_STATIC_ASSERT(long_is_8, sizeof(long) == 8);
ZN_STATIC_ASSERT(unsigned_long_is_8, sizeof(unsigned long) == 8);

signed char ints_i8(signed char);
unsigned char ints_u8(unsigned char);
short ints_i16(short);
unsigned short ints_u16(unsigned short);
int ints_i32(int);
unsigned int ints_u32(unsigned int);
long ints_i64(long);
unsigned long ints_u64(unsigned long);
int ints_int(int);
unsigned long ints_size(unsigned long);
_Bool ints_flag(_Bool);
char ints_next(char);
int ints_add(int, int);

/* i8(x: int) -> int */
static const zn_param_t zn_ints_ints_i8_params[] = {
    {"x", ZN_I8, 0, NULL},
};
static const zn_fn_t zn_ints_ints_i8_fn = {"i8", zn_ints_ints_i8_params, NULL};

static err_t zn_ints_ints_i8(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    signed char a_x;
    signed char r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0]) && PSMALLINT_VALUE(args[0]) >= -128 && PSMALLINT_VALUE(args[0]) <= 127) {
        a_x = (signed char)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_ints_ints_i8_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_x = (signed char)wide;
    }
    r = ints_i8(a_x);
    *res = PSMALLINT_NEW(r);
    return err;
}

/* u8(x: int) -> int */
static const zn_param_t zn_ints_ints_u8_params[] = {
    {"x", ZN_U8, 0, NULL},
};
static const zn_fn_t zn_ints_ints_u8_fn = {"u8", zn_ints_ints_u8_params, NULL};

static err_t zn_ints_ints_u8(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    unsigned char a_x;
    unsigned char r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0]) && PSMALLINT_VALUE(args[0]) >= 0 && PSMALLINT_VALUE(args[0]) <= 255) {
        a_x = (unsigned char)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_ints_ints_u8_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_x = (unsigned char)wide;
    }
    r = ints_u8(a_x);
    *res = PSMALLINT_NEW(r);
    return err;
}

/* i16(x: int) -> int */
static const zn_param_t zn_ints_ints_i16_params[] = {
    {"x", ZN_I16, 0, NULL},
};
static const zn_fn_t zn_ints_ints_i16_fn = {"i16", zn_ints_ints_i16_params, NULL};

static err_t zn_ints_ints_i16(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    short a_x;
    short r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0]) && PSMALLINT_VALUE(args[0]) >= -32768 && PSMALLINT_VALUE(args[0]) <= 32767) {
        a_x = (short)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_ints_ints_i16_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_x = (short)wide;
    }
    r = ints_i16(a_x);
    *res = PSMALLINT_NEW(r);
    return err;
}

/* u16(x: int) -> int */
static const zn_param_t zn_ints_ints_u16_params[] = {
    {"x", ZN_U16, 0, NULL},
};
static const zn_fn_t zn_ints_ints_u16_fn = {"u16", zn_ints_ints_u16_params, NULL};

static err_t zn_ints_ints_u16(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    unsigned short a_x;
    unsigned short r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0]) && PSMALLINT_VALUE(args[0]) >= 0 && PSMALLINT_VALUE(args[0]) <= 65535) {
        a_x = (unsigned short)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_ints_ints_u16_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_x = (unsigned short)wide;
    }
    r = ints_u16(a_x);
    *res = PSMALLINT_NEW(r);
    return err;
}

/* i32(x: int) -> int */
static const zn_param_t zn_ints_ints_i32_params[] = {
    {"x", ZN_I32, 0, NULL},
};
static const zn_fn_t zn_ints_ints_i32_fn = {"i32", zn_ints_ints_i32_params, NULL};

static err_t zn_ints_ints_i32(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int a_x;
    int r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0])) {
        a_x = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_ints_ints_i32_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_x = (int)wide;
    }
    r = ints_i32(a_x);
    err = zn_result_inline(PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    return err;
}

/* u32(x: int) -> int */
static const zn_param_t zn_ints_ints_u32_params[] = {
    {"x", ZN_U32, 0, NULL},
};
static const zn_fn_t zn_ints_ints_u32_fn = {"u32", zn_ints_ints_u32_params, NULL};

static err_t zn_ints_ints_u32(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    unsigned int a_x;
    unsigned int r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0]) && PSMALLINT_VALUE(args[0]) >= 0) {
        a_x = (unsigned int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_ints_ints_u32_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_x = (unsigned int)wide;
    }
    r = ints_u32(a_x);
    err = zn_result_inline(r <= PSMALLINT_MAX ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    return err;
}

/* i64(x: int) -> int */
static const zn_param_t zn_ints_ints_i64_params[] = {
    {"x", ZN_I64, 0, NULL},
};
static const zn_fn_t zn_ints_ints_i64_fn = {"i64", zn_ints_ints_i64_params, NULL};

static err_t zn_ints_ints_i64(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int64_t a_x;
    long r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0])) {
        a_x = (int64_t)PSMALLINT_VALUE(args[0]);
    } else {
        if ((err = zn_arg_int(&zn_ints_ints_i64_fn, 0, args[0], &a_x)) != ERR_OK) {
            return err;
        }
    }
    r = ints_i64((long)a_x);
    err = zn_result_inline(PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    return err;
}

/* u64(x: int) -> int */
static const zn_param_t zn_ints_ints_u64_params[] = {
    {"x", ZN_U64, 0, NULL},
};
static const zn_fn_t zn_ints_ints_u64_fn = {"u64", zn_ints_ints_u64_params, NULL};

static err_t zn_ints_ints_u64(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    uint64_t a_x;
    unsigned long r;
    (void)nargs;
    (void)self;

    if ((err = zn_arg_uint(&zn_ints_ints_u64_fn, 0, args[0], &a_x)) != ERR_OK) {
        return err;
    }
    r = ints_u64((unsigned long)a_x);
    err = zn_result_inline(zn_new_uint(r), res);
    return err;
}

/* int(x: int) -> int */
static const zn_param_t zn_ints_ints_int_params[] = {
    {"x", ZN_I32, 0, NULL},
};
static const zn_fn_t zn_ints_ints_int_fn = {"int", zn_ints_ints_int_params, NULL};

static err_t zn_ints_ints_int(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int a_x;
    int r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0])) {
        a_x = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_ints_ints_int_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_x = (int)wide;
    }
    r = ints_int(a_x);
    err = zn_result_inline(PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    return err;
}

/* size(x: int) -> int */
static const zn_param_t zn_ints_ints_size_params[] = {
    {"x", ZN_U64, 0, NULL},
};
static const zn_fn_t zn_ints_ints_size_fn = {"size", zn_ints_ints_size_params, NULL};

static err_t zn_ints_ints_size(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    uint64_t a_x;
    unsigned long r;
    (void)nargs;
    (void)self;

    if ((err = zn_arg_uint(&zn_ints_ints_size_fn, 0, args[0], &a_x)) != ERR_OK) {
        return err;
    }
    r = ints_size((unsigned long)a_x);
    err = zn_result_inline(zn_new_uint(r), res);
    return err;
}

/* flag(x: bool) -> bool */
static const zn_param_t zn_ints_ints_flag_params[] = {
    {"x", ZN_KIND_BOOL, 0, NULL},
};
static const zn_fn_t zn_ints_ints_flag_fn = {"flag", zn_ints_ints_flag_params, NULL};

static err_t zn_ints_ints_flag(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    bool a_x;
    _Bool r;
    (void)nargs;
    (void)self;

    if (IS_BOOL(args[0])) {
        a_x = PBOOL_VALUE(args[0]) != 0;
    } else {
        if ((err = zn_arg_bool(&zn_ints_ints_flag_fn, 0, args[0], &a_x)) != ERR_OK) {
            return err;
        }
    }
    r = ints_flag(a_x);
    *res = PBOOL_NEW(r);
    return err;
}

/* next(c: str) -> str */
static const zn_param_t zn_ints_ints_next_params[] = {
    {"c", ZN_KIND_CHAR, 0, NULL},
};
static const zn_fn_t zn_ints_ints_next_fn = {"next", zn_ints_ints_next_params, NULL};

static err_t zn_ints_ints_next(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    char a_c;
    char r;
    (void)nargs;
    (void)self;

    if ((err = zn_arg_char(&zn_ints_ints_next_fn, 0, args[0], &a_c)) != ERR_OK) {
        return err;
    }
    r = ints_next(a_c);
    err = zn_result_inline(zn_new_char(r), res);
    return err;
}

/* add(a: int, b: int) -> int */
static const zn_param_t zn_ints_ints_add_params[] = {
    {"a", ZN_I32, 0, NULL},
    {"b", ZN_I32, 0, NULL},
};
static const zn_fn_t zn_ints_ints_add_fn = {"add", zn_ints_ints_add_params, NULL};

static err_t zn_ints_ints_add(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int a_a;
    int a_b;
    int r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0])) {
        a_a = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_ints_ints_add_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_a = (int)wide;
    }
    if (IS_PSMALLINT(args[1])) {
        a_b = (int)PSMALLINT_VALUE(args[1]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_ints_ints_add_fn, 1, args[1], &wide)) != ERR_OK) {
            return err;
        }
        a_b = (int)wide;
    }
    r = ints_add(a_a, a_b);
    err = zn_result_inline(PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    return err;
}

static const zn_native_t zn_ints_natives[] = {
    {"zn_ints_ints_add", zn_ints_ints_add},
    {"zn_ints_ints_flag", zn_ints_ints_flag},
    {"zn_ints_ints_i16", zn_ints_ints_i16},
    {"zn_ints_ints_i32", zn_ints_ints_i32},
    {"zn_ints_ints_i64", zn_ints_ints_i64},
    {"zn_ints_ints_i8", zn_ints_ints_i8},
    {"zn_ints_ints_int", zn_ints_ints_int},
    {"zn_ints_ints_next", zn_ints_ints_next},
    {"zn_ints_ints_size", zn_ints_ints_size},
    {"zn_ints_ints_u16", zn_ints_ints_u16},
    {"zn_ints_ints_u32", zn_ints_ints_u32},
    {"zn_ints_ints_u64", zn_ints_ints_u64},
    {"zn_ints_ints_u8", zn_ints_ints_u8},
};

/* The linker's: the words of section zvm_roots. */
extern PObject *__start_zvm_roots[] __attribute__((weak, visibility("hidden")));
extern PObject *__stop_zvm_roots[] __attribute__((weak, visibility("hidden")));

extern const zn_module_t zvm_mod_ints;
const zn_module_t zvm_mod_ints __attribute__((section(".zvm.mod"), used)) = {
    .abi_major = ZN_ABI_MAJOR,
    .abi_minor = ZN_ABI_MINOR,
    .name = "ints",
    .version = "0.0.0",
    .crc = 0xEB1B062Cu,
    .nnatives = 13,
    .natives = zn_ints_natives,
    .roots = __start_zvm_roots,
    .roots_end = __stop_zvm_roots,
};
