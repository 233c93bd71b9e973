/* Made by zvm-gen from mixed.c: glue between Python and C. Do not edit. */
#include "zn_glue.h"

ZN_STATIC_ASSERT(pointer_is_8, sizeof(void *) == 8);
ZN_STATIC_ASSERT(unsigned_char_is_1, sizeof(unsigned char) == 1);

unsigned char mixed_crc8(zn_bytes, unsigned char);
err_t _exchange(int nargs, PObject *self, PObject **args, PObject **res);

/* crc8(data: bytes, seed: int = 255) -> int */
static const zn_param_t zn_mixed_mixed_crc8_params[] = {
    {"data", ZN_KIND_BYTES, 0, NULL},
    {"seed", ZN_U8, 0, NULL},
};
static const zn_fn_t zn_mixed_mixed_crc8_fn = {"crc8", zn_mixed_mixed_crc8_params, NULL};

static err_t zn_mixed_mixed_crc8(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    zn_bytes a_data;
    unsigned char a_seed;
    unsigned char r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[1]) && PSMALLINT_VALUE(args[1]) >= 0 && PSMALLINT_VALUE(args[1]) <= 255) {
        a_seed = (unsigned char)PSMALLINT_VALUE(args[1]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_mixed_mixed_crc8_fn, 1, args[1], &wide)) != ERR_OK) {
            return err;
        }
        a_seed = (unsigned char)wide;
    }
    if (!IS_TAGGED(args[0]) && PHEADERTYPE(args[0]) == PBYTES) {
        a_data.data = (const uint8_t *)_PIS_DATA(args[0]);
        a_data.len = PSEQUENCE_ELEMENTS(args[0]);
        a_data.item = 1;
    } else {
        if ((err = zn_arg_bytes(&zn_mixed_mixed_crc8_fn, 0, args[0], &a_data)) != ERR_OK) {
            return err;
        }
    }
    r = mixed_crc8(a_data, a_seed);
    *res = PSMALLINT_NEW(r);
    if (!IS_TAGGED(args[0]) && IS_SEQ_MUTABLE(args[0])) {
        zn_release(args[0]);
    }
    return err;
}

static const zn_native_t zn_mixed_natives[] = {
    {"_exchange", _exchange},
    {"zn_mixed_mixed_crc8", zn_mixed_mixed_crc8},
};

/* The linker's: the words of section zvm_roots. */
extern PObject *__start_zvm_roots[] __attribute__((weak, visibility("hidden")));
extern PObject *__stop_zvm_roots[] __attribute__((weak, visibility("hidden")));

extern const zn_module_t zvm_mod_mixed;
const zn_module_t zvm_mod_mixed __attribute__((section(".zvm.mod"), used)) = {
    .abi_major = ZN_ABI_MAJOR,
    .abi_minor = ZN_ABI_MINOR,
    .name = "mixed",
    .version = "0.0.0",
    .crc = 0x47A7DD9Bu,
    .nnatives = 2,
    .natives = zn_mixed_natives,
    .roots = __start_zvm_roots,
    .roots_end = __stop_zvm_roots,
};
