/* Made by zvm-gen from text.c: glue between Python and C. Do not edit. */
#include "zn_glue.h"

#include <string.h>

ZN_STATIC_ASSERT(pointer_is_8, sizeof(void *) == 8);
ZN_STATIC_ASSERT(unsigned_long_is_8, sizeof(unsigned long) == 8);
ZN_STATIC_ASSERT(unsigned_char_is_1, sizeof(unsigned char) == 1);
ZN_STATIC_ASSERT(int_is_4, sizeof(int) == 4);

unsigned long text_bytes(zn_str);
unsigned long text_length(const char *);
zn_str text_tail(zn_str, unsigned char);
const char *text_name(int);
_Bool text_given(const char *);

/* bytes(s: str) -> int */
static const zn_param_t zn_text_text_bytes_params[] = {
    {"s", ZN_KIND_STR, 0, NULL},
};
static const zn_fn_t zn_text_text_bytes_fn = {"bytes", zn_text_text_bytes_params, NULL};

static err_t zn_text_text_bytes(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_str a_s;
    unsigned long r;
    (void)nargs;
    (void)self;

    if (!IS_TAGGED(args[0]) && PHEADERTYPE(args[0]) == PSTRING) {
        a_s.data = (const char *)_PIS_DATA(args[0]);
        a_s.len = PSEQUENCE_ELEMENTS(args[0]);
    } else {
        if ((err = zn_arg_str(&zn_text_text_bytes_fn, 0, args[0], &a_s)) != ERR_OK) {
            return err;
        }
    }
    r = text_bytes(a_s);
    err = zn_result_inline(zn_new_uint(r), res);
    return err;
}

/* length(s: str) -> int */
static const zn_param_t zn_text_text_length_params[] = {
    {"s", ZN_KIND_CSTR, 0, NULL},
};
static const zn_fn_t zn_text_text_length_fn = {"length", zn_text_text_length_params, NULL};

static err_t zn_text_text_length(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_str a_s;
    unsigned long r;
    (void)nargs;
    (void)self;

    if ((err = zn_arg_str(&zn_text_text_length_fn, 0, args[0], &a_s)) != ERR_OK) {
        return err;
    }
    r = text_length(a_s.data);
    err = zn_result_inline(zn_new_uint(r), res);
    return err;
}

/* tail(s: str, start: int) -> str | None */
static const zn_param_t zn_text_text_tail_params[] = {
    {"s", ZN_KIND_STR, 0, NULL},
    {"start", ZN_U8, 0, NULL},
};
static const zn_fn_t zn_text_text_tail_fn = {"tail", zn_text_text_tail_params, NULL};

static err_t zn_text_text_tail(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_str a_s;
    unsigned char a_start;
    zn_str r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[1]) && PSMALLINT_VALUE(args[1]) >= 0 && PSMALLINT_VALUE(args[1]) <= 255) {
        a_start = (unsigned char)PSMALLINT_VALUE(args[1]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_text_text_tail_fn, 1, args[1], &wide)) != ERR_OK) {
            return err;
        }
        a_start = (unsigned char)wide;
    }
    if (!IS_TAGGED(args[0]) && PHEADERTYPE(args[0]) == PSTRING) {
        a_s.data = (const char *)_PIS_DATA(args[0]);
        a_s.len = PSEQUENCE_ELEMENTS(args[0]);
    } else {
        if ((err = zn_arg_str(&zn_text_text_tail_fn, 0, args[0], &a_s)) != ERR_OK) {
            return err;
        }
    }
    r = text_tail(a_s, a_start);
    err = zn_result_inline(zn_new_str(r.data, r.len), res);
    return err;
}

/* name(n: int) -> str | None */
static const zn_param_t zn_text_text_name_params[] = {
    {"n", ZN_I32, 0, NULL},
};
static const zn_fn_t zn_text_text_name_fn = {"name", zn_text_text_name_params, NULL};

static err_t zn_text_text_name(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    int a_n;
    const char *r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0])) {
        a_n = (int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_text_text_name_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_n = (int)wide;
    }
    r = text_name(a_n);
    err = zn_result_inline(zn_new_str(r, r ? strlen(r) : 0), res);
    return err;
}

/* given(s: str | None = None) -> bool */
static const zn_param_t zn_text_text_given_params[] = {
    {"s", ZN_KIND_CSTR, ZN_PARAM_NULLABLE, NULL},
};
static const zn_fn_t zn_text_text_given_fn = {"given", zn_text_text_given_params, NULL};

static err_t zn_text_text_given(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_str a_s;
    _Bool r;
    (void)nargs;
    (void)self;

    if ((err = zn_arg_str(&zn_text_text_given_fn, 0, args[0], &a_s)) != ERR_OK) {
        return err;
    }
    r = text_given(a_s.data);
    *res = PBOOL_NEW(r);
    return err;
}

static const zn_native_t zn_text_natives[] = {
    {"zn_text_text_bytes", zn_text_text_bytes},
    {"zn_text_text_given", zn_text_text_given},
    {"zn_text_text_length", zn_text_text_length},
    {"zn_text_text_name", zn_text_text_name},
    {"zn_text_text_tail", zn_text_text_tail},
};

/* The linker's: the words of section zvm_roots. */
extern PObject *__start_zvm_roots[] __attribute__((weak, visibility("hidden")));
extern PObject *__stop_zvm_roots[] __attribute__((weak, visibility("hidden")));

extern const zn_module_t zvm_mod_text;
const zn_module_t zvm_mod_text __attribute__((section(".zvm.mod"), used)) = {
    .abi_major = ZN_ABI_MAJOR,
    .abi_minor = ZN_ABI_MINOR,
    .name = "text",
    .version = "0.0.0",
    .crc = 0x8117BD50u,
    .nnatives = 5,
    .natives = zn_text_natives,
    .roots = __start_zvm_roots,
    .roots_end = __stop_zvm_roots,
};
