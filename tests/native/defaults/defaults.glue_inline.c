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
    int a_a;
    int a_b;
    unsigned char a_c;
    int r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0])) {
        a_a = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_defaults_defaults_ints_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_a = (int)wide;
    }
    if (IS_PSMALLINT(args[1])) {
        a_b = (int)PSMALLINT_VALUE(args[1]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_defaults_defaults_ints_fn, 1, args[1], &wide)) != ERR_OK) {
            return err;
        }
        a_b = (int)wide;
    }
    if (IS_PSMALLINT(args[2]) && PSMALLINT_VALUE(args[2]) >= 0 && PSMALLINT_VALUE(args[2]) <= 255) {
        a_c = (unsigned char)PSMALLINT_VALUE(args[2]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_defaults_defaults_ints_fn, 2, args[2], &wide)) != ERR_OK) {
            return err;
        }
        a_c = (unsigned char)wide;
    }
    r = defaults_ints(a_a, a_b, a_c);
    err = zn_result_inline(PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r), res);
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

    if (!IS_TAGGED(args[0]) && PHEADERTYPE(args[0]) == PFLOAT) {
        a_a = PFLOAT_VALUE(args[0]);
    } else {
        if ((err = zn_arg_float(&zn_defaults_defaults_reals_fn, 0, args[0], &a_a)) != ERR_OK) {
            return err;
        }
    }
    if (!IS_TAGGED(args[1]) && PHEADERTYPE(args[1]) == PFLOAT) {
        a_b = PFLOAT_VALUE(args[1]);
    } else {
        if ((err = zn_arg_float(&zn_defaults_defaults_reals_fn, 1, args[1], &a_b)) != ERR_OK) {
            return err;
        }
    }
    r = defaults_reals(a_a, (float)a_b);
    err = zn_result_inline(zn_new_float(r), res);
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

    if (!IS_TAGGED(args[0]) && PHEADERTYPE(args[0]) == PSTRING) {
        a_s.data = (const char *)_PIS_DATA(args[0]);
        a_s.len = PSEQUENCE_ELEMENTS(args[0]);
    } else {
        if ((err = zn_arg_str(&zn_defaults_defaults_text_fn, 0, args[0], &a_s)) != ERR_OK) {
            return err;
        }
    }
    r = defaults_text(a_s);
    err = zn_result_inline(zn_new_str(r.data, r.len), res);
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
    err = zn_result_inline(zn_new_char(r), res);
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

    if (IS_BOOL(args[0])) {
        a_on = PBOOL_VALUE(args[0]) != 0;
    } else {
        if ((err = zn_arg_bool(&zn_defaults_defaults_flag_fn, 0, args[0], &a_on)) != ERR_OK) {
            return err;
        }
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
    unsigned int a_n;
    unsigned int r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0]) && PSMALLINT_VALUE(args[0]) >= 0) {
        a_n = (unsigned int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_defaults_defaults_size_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_n = (unsigned int)wide;
    }
    r = defaults_size(a_n);
    err = zn_result_inline(r <= PSMALLINT_MAX ? PSMALLINT_NEW(r) : zn_new_int(r), res);
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
    int a_a;
    int a_b;
    int a_c;
    int r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0])) {
        a_a = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_defaults_defaults_keys_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_a = (int)wide;
    }
    if (IS_PSMALLINT(args[1]) && PSMALLINT_VALUE(args[1]) >= 1 && PSMALLINT_VALUE(args[1]) <= 6) {
        a_b = (int)PSMALLINT_VALUE(args[1]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_defaults_defaults_keys_fn, 1, args[1], &wide)) != ERR_OK) {
            return err;
        }
        a_b = (int)wide;
    }
    if (IS_PSMALLINT(args[2])) {
        a_c = (int)PSMALLINT_VALUE(args[2]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_defaults_defaults_keys_fn, 2, args[2], &wide)) != ERR_OK) {
            return err;
        }
        a_c = (int)wide;
    }
    r = defaults_keys(a_a, a_b, a_c);
    err = zn_result_inline(PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r), res);
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
