/* Made by zvm-gen from views.c: glue between Python and C. Do not edit. */
#include "zn_glue.h"

ZN_STATIC_ASSERT(pointer_is_8, sizeof(void *) == 8);
ZN_STATIC_ASSERT(unsigned_int_is_4, sizeof(unsigned int) == 4);
ZN_STATIC_ASSERT(unsigned_long_is_8, sizeof(unsigned long) == 8);
ZN_STATIC_ASSERT(unsigned_short_is_2, sizeof(unsigned short) == 2);
ZN_STATIC_ASSERT(int_is_4, sizeof(int) == 4);

unsigned int views_sum(zn_bytes);
unsigned int views_count(const unsigned char *, unsigned long);
void views_clear(zn_buffer);
void views_copy(unsigned char *, unsigned short, const unsigned char *, int);
zn_bytes views_same(zn_bytes);
int views_maybe(zn_bytes);

/* sum(data: bytes) -> int */
static const zn_param_t zn_views_views_sum_params[] = {
    {"data", ZN_KIND_BYTES, 0, NULL},
};
static const zn_fn_t zn_views_views_sum_fn = {"sum", zn_views_views_sum_params, NULL};

static err_t zn_views_views_sum(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_bytes a_data;
    unsigned int r;
    (void)nargs;
    (void)self;

    if (!IS_TAGGED(args[0]) && PHEADERTYPE(args[0]) == PBYTES) {
        a_data.data = (const uint8_t *)_PIS_DATA(args[0]);
        a_data.len = PSEQUENCE_ELEMENTS(args[0]);
        a_data.item = 1;
    } else {
        if ((err = zn_arg_bytes(&zn_views_views_sum_fn, 0, args[0], &a_data)) != ERR_OK) {
            return err;
        }
    }
    r = views_sum(a_data);
    err = zn_result_inline(r <= PSMALLINT_MAX ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    if (!IS_TAGGED(args[0]) && IS_SEQ_MUTABLE(args[0])) {
        zn_release(args[0]);
    }
    return err;
}

/* count(p: bytes) -> int */
static const zn_param_t zn_views_views_count_params[] = {
    {"p", ZN_KIND_BYTES8, 0, NULL},
};
static const zn_fn_t zn_views_views_count_fn = {"count", zn_views_views_count_params, NULL};

static err_t zn_views_views_count(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_bytes a_p;
    unsigned int r;
    (void)nargs;
    (void)self;

    if (!IS_TAGGED(args[0]) && PHEADERTYPE(args[0]) == PBYTES) {
        a_p.data = (const uint8_t *)_PIS_DATA(args[0]);
        a_p.len = PSEQUENCE_ELEMENTS(args[0]);
    } else {
        if ((err = zn_arg_bytes(&zn_views_views_count_fn, 0, args[0], &a_p)) != ERR_OK) {
            return err;
        }
    }
    r = views_count(a_p.data, (unsigned long)a_p.len);
    err = zn_result_inline(r <= PSMALLINT_MAX ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    if (!IS_TAGGED(args[0]) && IS_SEQ_MUTABLE(args[0])) {
        zn_release(args[0]);
    }
    return err;
}

/* clear(b: bytearray) -> None */
static const zn_param_t zn_views_views_clear_params[] = {
    {"b", ZN_KIND_BUFFER, 0, NULL},
};
static const zn_fn_t zn_views_views_clear_fn = {"clear", zn_views_views_clear_params, NULL};

static err_t zn_views_views_clear(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_buffer a_b;
    (void)nargs;
    (void)self;
    (void)res;

    if ((err = zn_arg_buffer(&zn_views_views_clear_fn, 0, args[0], &a_b)) != ERR_OK) {
        return err;
    }
    views_clear(a_b);
    if (!IS_TAGGED(args[0]) && IS_SEQ_MUTABLE(args[0])) {
        zn_release(args[0]);
    }
    return err;
}

/* copy(to: bytearray, src: bytes) -> None */
static const zn_param_t zn_views_views_copy_params[] = {
    {"to", ZN_KIND_BUFFER8, 0, NULL},
    {"src", ZN_KIND_BYTES8, 0, NULL},
};
static const zn_fn_t zn_views_views_copy_fn = {"copy", zn_views_views_copy_params, NULL};

static err_t zn_views_views_copy(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_buffer a_to;
    zn_bytes a_src;
    (void)nargs;
    (void)self;
    (void)res;

    if ((err = zn_arg_buffer(&zn_views_views_copy_fn, 0, args[0], &a_to)) != ERR_OK) {
        return err;
    }
    if (!IS_TAGGED(args[1]) && PHEADERTYPE(args[1]) == PBYTES) {
        a_src.data = (const uint8_t *)_PIS_DATA(args[1]);
        a_src.len = PSEQUENCE_ELEMENTS(args[1]);
    } else {
        if ((err = zn_arg_bytes(&zn_views_views_copy_fn, 1, args[1], &a_src)) != ERR_OK) {
            goto release_1;
        }
    }
    if (a_to.len > 65535) {
        err = ERR_OVERFLOW_EXC;
        goto release_2;
    }
    if (a_src.len > 2147483647) {
        err = ERR_OVERFLOW_EXC;
        goto release_2;
    }
    views_copy(a_to.data, (unsigned short)a_to.len, a_src.data, (int)a_src.len);
release_2:
    if (!IS_TAGGED(args[1]) && IS_SEQ_MUTABLE(args[1])) {
        zn_release(args[1]);
    }
release_1:
    if (!IS_TAGGED(args[0]) && IS_SEQ_MUTABLE(args[0])) {
        zn_release(args[0]);
    }
    return err;
}

/* same(data: bytes) -> bytes | None */
static const zn_param_t zn_views_views_same_params[] = {
    {"data", ZN_KIND_BYTES, 0, NULL},
};
static const zn_fn_t zn_views_views_same_fn = {"same", zn_views_views_same_params, NULL};

static err_t zn_views_views_same(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_bytes a_data;
    zn_bytes r;
    (void)nargs;
    (void)self;

    if (!IS_TAGGED(args[0]) && PHEADERTYPE(args[0]) == PBYTES) {
        a_data.data = (const uint8_t *)_PIS_DATA(args[0]);
        a_data.len = PSEQUENCE_ELEMENTS(args[0]);
        a_data.item = 1;
    } else {
        if ((err = zn_arg_bytes(&zn_views_views_same_fn, 0, args[0], &a_data)) != ERR_OK) {
            return err;
        }
    }
    r = views_same(a_data);
    err = zn_result_inline(zn_new_bytes(r.data, r.len), res);
    if (!IS_TAGGED(args[0]) && IS_SEQ_MUTABLE(args[0])) {
        zn_release(args[0]);
    }
    return err;
}

/* maybe(data: bytes | None = b"ab\x01") -> int */
static const zn_param_t zn_views_views_maybe_params[] = {
    {"data", ZN_KIND_BYTES, ZN_PARAM_NULLABLE, NULL},
};
static const zn_fn_t zn_views_views_maybe_fn = {"maybe", zn_views_views_maybe_params, NULL};

static err_t zn_views_views_maybe(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_bytes a_data;
    int r;
    (void)nargs;
    (void)self;

    if (!IS_TAGGED(args[0]) && PHEADERTYPE(args[0]) == PBYTES) {
        a_data.data = (const uint8_t *)_PIS_DATA(args[0]);
        a_data.len = PSEQUENCE_ELEMENTS(args[0]);
        a_data.item = 1;
    } else {
        if ((err = zn_arg_bytes(&zn_views_views_maybe_fn, 0, args[0], &a_data)) != ERR_OK) {
            return err;
        }
    }
    r = views_maybe(a_data);
    err = zn_result_inline(PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    if (!IS_TAGGED(args[0]) && IS_SEQ_MUTABLE(args[0])) {
        zn_release(args[0]);
    }
    return err;
}

static const zn_native_t zn_views_natives[] = {
    {"zn_views_views_clear", zn_views_views_clear},
    {"zn_views_views_copy", zn_views_views_copy},
    {"zn_views_views_count", zn_views_views_count},
    {"zn_views_views_maybe", zn_views_views_maybe},
    {"zn_views_views_same", zn_views_views_same},
    {"zn_views_views_sum", zn_views_views_sum},
};

/* The linker's: the words of section zvm_roots. */
extern PObject *__start_zvm_roots[] __attribute__((weak, visibility("hidden")));
extern PObject *__stop_zvm_roots[] __attribute__((weak, visibility("hidden")));

extern const zn_module_t zvm_mod_views;
const zn_module_t zvm_mod_views __attribute__((section(".zvm.mod"), used)) = {
    .abi_major = ZN_ABI_MAJOR,
    .abi_minor = ZN_ABI_MINOR,
    .name = "views",
    .version = "0.0.0",
    .crc = 0xACBBDA67u,
    .nnatives = 6,
    .natives = zn_views_natives,
    .roots = __start_zvm_roots,
    .roots_end = __stop_zvm_roots,
};
