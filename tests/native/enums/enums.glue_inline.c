/* Made by zvm-gen from enums.c: glue between Python and C. Do not edit. */
#include "zn_glue.h"

ZN_STATIC_ASSERT(pointer_is_8, sizeof(void *) == 8);
ZN_STATIC_ASSERT(int_is_4, sizeof(int) == 4);
ZN_STATIC_ASSERT(unsigned_int_is_4, sizeof(unsigned int) == 4);

int enums_samples(unsigned int);
unsigned int enums_wake(void);

/* samples(osrs: int = 2) -> int */
static const zn_param_t zn_enums_enums_samples_params[] = {
    {"osrs", ZN_U32, 0, NULL},
};
static const zn_fn_t zn_enums_enums_samples_fn = {"samples", zn_enums_enums_samples_params, NULL};

static err_t zn_enums_enums_samples(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    unsigned int a_osrs;
    int r;
    (void)nargs;
    (void)self;

    if (IS_PSMALLINT(args[0]) && PSMALLINT_VALUE(args[0]) >= 0) {
        a_osrs = (unsigned int)PSMALLINT_VALUE(args[0]);
    } else {
        int64_t wide;
        if ((err = zn_arg_int(&zn_enums_enums_samples_fn, 0, args[0], &wide)) != ERR_OK) {
            return err;
        }
        a_osrs = (unsigned int)wide;
    }
    r = enums_samples(a_osrs);
    err = zn_result_inline(PSMALLINT_FITS(r) ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    return err;
}

/* wake() -> int */

static err_t zn_enums_enums_wake(int nargs, PObject *self, PObject **args, PObject **res)
{
    err_t err = ERR_OK;
    unsigned int r;
    (void)nargs;
    (void)self;
    (void)args;

    r = enums_wake();
    err = zn_result_inline(r <= PSMALLINT_MAX ? PSMALLINT_NEW(r) : zn_new_int(r), res);
    return err;
}

static const zn_native_t zn_enums_natives[] = {
    {"zn_enums_enums_samples", zn_enums_enums_samples},
    {"zn_enums_enums_wake", zn_enums_enums_wake},
};

/* The linker's: the words of section zvm_roots. */
extern PObject *__start_zvm_roots[] __attribute__((weak, visibility("hidden")));
extern PObject *__stop_zvm_roots[] __attribute__((weak, visibility("hidden")));

extern const zn_module_t zvm_mod_enums;
const zn_module_t zvm_mod_enums __attribute__((section(".zvm.mod"), used)) = {
    .abi_major = ZN_ABI_MAJOR,
    .abi_minor = ZN_ABI_MINOR,
    .name = "enums",
    .version = "2.1.0",
    .crc = 0xFE1306B0u,
    .nnatives = 2,
    .natives = zn_enums_natives,
    .roots = __start_zvm_roots,
    .roots_end = __stop_zvm_roots,
};
