/* Made by zvm-gen from defaults.c: glue between Python and C. Do not edit. */
#include "zn_glue.h"

ZN_STATIC_ASSERT(pointer_is_8, sizeof(void *) == 8);
ZN_STATIC_ASSERT(int_is_4, sizeof(int) == 4);
ZN_STATIC_ASSERT(unsigned_char_is_1, sizeof(unsigned char) == 1);
ZN_STATIC_ASSERT(double_is_8, sizeof(double) == 8);
ZN_STATIC_ASSERT(float_is_4, sizeof(float) == 4);
ZN_STATIC_ASSERT(unsigned_int_is_4, sizeof(unsigned int) == 4);

int defaults_ints(int, int, unsigned char);
double defaults_reals(double, float);
zn_str defaults_text(zn_str);
char defaults_letter(char);
_Bool defaults_flag(_Bool);
unsigned int defaults_size(unsigned int);
int defaults_keys(int, int, int);

/* ints(a: int, b: int = -2, c: int = 118) -> int */
static const zn_param_t zn_defaults_defaults_ints_params[] = {
    {"a", ZN_I32, 0, NULL},
    {"b", ZN_I32, 0, NULL},
    {"c", ZN_U8, 0, NULL},
};
static const zn_fn_t zn_defaults_defaults_ints_fn = {"ints", zn_defaults_defaults_ints_params, NULL};

static err_t zn_defaults_defaults_ints(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int64_t a_a;
    int64_t a_b;
    int64_t a_c;
    int r;
    (void)nargs;
    (void)self;

    if (parse_py_args("lll", 3, args, &a_a, &a_b, &a_c) != 3) {
        return zn_args_error(&zn_defaults_defaults_ints_fn, 0, 3, args);
    }
    if (a_a < -2147483648LL || a_a > 2147483647) {
        return zn_arg_error(&zn_defaults_defaults_ints_fn, 0, args[0]);
    }
    if (a_b < -2147483648LL || a_b > 2147483647) {
        return zn_arg_error(&zn_defaults_defaults_ints_fn, 1, args[1]);
    }
    if (a_c < 0 || a_c > 255) {
        return zn_arg_error(&zn_defaults_defaults_ints_fn, 2, args[2]);
    }
    r = defaults_ints((int)a_a, (int)a_b, (unsigned char)a_c);
    err = zn_result(zn_new_int(r), res);
    return err;
}

/* reals(a: float = 1.0, b: float = 0.5) -> float */
static const zn_param_t zn_defaults_defaults_reals_params[] = {
    {"a", ZN_KIND_FLOAT, 0, NULL},
    {"b", ZN_KIND_FLOAT, 0, NULL},
};
static const zn_fn_t zn_defaults_defaults_reals_fn = {"reals", zn_defaults_defaults_reals_params, NULL};

static err_t zn_defaults_defaults_reals(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    double a_a;
    double a_b;
    double r;
    (void)nargs;
    (void)self;

    if (parse_py_args("ff", 2, args, &a_a, &a_b) != 2) {
        return zn_args_error(&zn_defaults_defaults_reals_fn, 0, 2, args);
    }
    r = defaults_reals(a_a, (float)a_b);
    err = zn_result(zn_new_float(r), res);
    return err;
}

/* text(s: str = "it's \"x\"\x0a") -> str | None */
static const zn_param_t zn_defaults_defaults_text_params[] = {
    {"s", ZN_KIND_STR, 0, NULL},
};
static const zn_fn_t zn_defaults_defaults_text_fn = {"text", zn_defaults_defaults_text_params, NULL};

static err_t zn_defaults_defaults_text(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_str a_s;
    zn_str r;
    (void)nargs;
    (void)self;

    if ((err = zn_arg_str(&zn_defaults_defaults_text_fn, 0, args[0], &a_s)) != ERR_OK) {
        return err;
    }
    r = defaults_text(a_s);
    err = zn_result(zn_new_str(r.data, r.len), res);
    return err;
}

/* letter(c: str = "q") -> str */
static const zn_param_t zn_defaults_defaults_letter_params[] = {
    {"c", ZN_KIND_CHAR, 0, NULL},
};
static const zn_fn_t zn_defaults_defaults_letter_fn = {"letter", zn_defaults_defaults_letter_params, NULL};

static err_t zn_defaults_defaults_letter(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    char a_c;
    char r;
    (void)nargs;
    (void)self;

    if ((err = zn_arg_char(&zn_defaults_defaults_letter_fn, 0, args[0], &a_c)) != ERR_OK) {
        return err;
    }
    r = defaults_letter(a_c);
    err = zn_result(zn_new_char(r), res);
    return err;
}

/* flag(on: bool = True) -> bool */
static const zn_param_t zn_defaults_defaults_flag_params[] = {
    {"on", ZN_KIND_BOOL, 0, NULL},
};
static const zn_fn_t zn_defaults_defaults_flag_fn = {"flag", zn_defaults_defaults_flag_params, NULL};

static err_t zn_defaults_defaults_flag(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    bool a_on;
    _Bool r;
    (void)nargs;
    (void)self;

    if ((err = zn_arg_bool(&zn_defaults_defaults_flag_fn, 0, args[0], &a_on)) != ERR_OK) {
        return err;
    }
    r = defaults_flag(a_on);
    *res = PBOOL_NEW(r);
    return err;
}

/* size(n: int = 8) -> int */
static const zn_param_t zn_defaults_defaults_size_params[] = {
    {"n", ZN_U32, 0, NULL},
};
static const zn_fn_t zn_defaults_defaults_size_fn = {"size", zn_defaults_defaults_size_params, NULL};

static err_t zn_defaults_defaults_size(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int64_t a_n;
    unsigned int r;
    (void)nargs;
    (void)self;

    if (parse_py_args("l", 1, args, &a_n) != 1) {
        return zn_args_error(&zn_defaults_defaults_size_fn, 0, 1, args);
    }
    if (a_n < 0 || a_n > 4294967295LL) {
        return zn_arg_error(&zn_defaults_defaults_size_fn, 0, args[0]);
    }
    r = defaults_size((unsigned int)a_n);
    err = zn_result(zn_new_int(r), res);
    return err;
}

/* keys(a: int, *, b: int, c: int = 3) -> int */
static const int64_t zn_defaults_defaults_keys_b_range[] = {1, 6};
static const zn_param_t zn_defaults_defaults_keys_params[] = {
    {"a", ZN_I32, 0, NULL},
    {"b", ZN_I32, 0, zn_defaults_defaults_keys_b_range},
    {"c", ZN_I32, 0, NULL},
};
static const zn_fn_t zn_defaults_defaults_keys_fn = {"keys", zn_defaults_defaults_keys_params, NULL};

static err_t zn_defaults_defaults_keys(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int64_t a_a;
    int64_t a_b;
    int64_t a_c;
    int r;
    (void)nargs;
    (void)self;

    if (parse_py_args("lll", 3, args, &a_a, &a_b, &a_c) != 3) {
        return zn_args_error(&zn_defaults_defaults_keys_fn, 0, 3, args);
    }
    if (a_a < -2147483648LL || a_a > 2147483647) {
        return zn_arg_error(&zn_defaults_defaults_keys_fn, 0, args[0]);
    }
    if (a_b < 1 || a_b > 6) {
        return zn_arg_error(&zn_defaults_defaults_keys_fn, 1, args[1]);
    }
    if (a_c < -2147483648LL || a_c > 2147483647) {
        return zn_arg_error(&zn_defaults_defaults_keys_fn, 2, args[2]);
    }
    r = defaults_keys((int)a_a, (int)a_b, (int)a_c);
    err = zn_result(zn_new_int(r), res);
    return err;
}

static const zn_native_t zn_defaults_natives[] = {
    {"zn_defaults_defaults_flag", zn_defaults_defaults_flag},
    {"zn_defaults_defaults_ints", zn_defaults_defaults_ints},
    {"zn_defaults_defaults_keys", zn_defaults_defaults_keys},
    {"zn_defaults_defaults_letter", zn_defaults_defaults_letter},
    {"zn_defaults_defaults_reals", zn_defaults_defaults_reals},
    {"zn_defaults_defaults_size", zn_defaults_defaults_size},
    {"zn_defaults_defaults_text", zn_defaults_defaults_text},
};

/* The linker's: the words of section zvm_roots. */
extern PObject *__start_zvm_roots[] __attribute__((weak, visibility("hidden")));
extern PObject *__stop_zvm_roots[] __attribute__((weak, visibility("hidden")));

extern const zn_module_t zvm_mod_defaults;
const zn_module_t zvm_mod_defaults __attribute__((section(".zvm.mod"), used)) = {
    .abi_major = ZN_ABI_MAJOR,
    .abi_minor = ZN_ABI_MINOR,
    .name = "defaults",
    .version = "0.0.0",
    .crc = 0x63F1020Cu,
    .nnatives = 7,
    .natives = zn_defaults_natives,
    .roots = __start_zvm_roots,
    .roots_end = __stop_zvm_roots,
};
