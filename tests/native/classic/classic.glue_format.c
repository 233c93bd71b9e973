/* Made by zvm-gen from classic.c: glue between Python and C. Do not edit. */
#include "zn_glue.h"

ZN_STATIC_ASSERT(pointer_is_8, sizeof(void *) == 8);

err_t _parse(int nargs, PObject *self, PObject **args, PObject **res);
err_t _nothing(int nargs, PObject *self, PObject **args, PObject **res);
err_t _swap(int nargs, PObject *self, PObject **args, PObject **res);
err_t _bad(int nargs, PObject *self, PObject **args, PObject **res);

static const zn_native_t zn_classic_natives[] = {
    {"_bad", _bad},
    {"_nothing", _nothing},
    {"_parse", _parse},
    {"_swap", _swap},
};

/* The linker's: the words of section zvm_roots. */
extern PObject *__start_zvm_roots[] __attribute__((weak, visibility("hidden")));
extern PObject *__stop_zvm_roots[] __attribute__((weak, visibility("hidden")));

extern const zn_module_t zvm_mod_classic;
const zn_module_t zvm_mod_classic __attribute__((section(".zvm.mod"), used)) = {
    .abi_major = ZN_ABI_MAJOR,
    .abi_minor = ZN_ABI_MINOR,
    .name = "classic",
    .version = "0.0.0",
    .crc = 0x6024FCBDu,
    .nnatives = 4,
    .natives = zn_classic_natives,
    .roots = __start_zvm_roots,
    .roots_end = __stop_zvm_roots,
};
