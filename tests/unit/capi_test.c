/* SPDX-License-Identifier: MIT */
/* parts: vm/core vm/vosal/kernel vm/format */
/* include: vm/core sdk/include tests/native/vm */
/*
 * capi_test.c -- the natives of tests/native/vm whose names begin with test_, linked with the VM: so they run under
 * sanitizers and with words of 4 bytes, too. Prints a TAP line for each.
 */
#include "vm.h"
#include "zerynth.h"

enum { MOST = 128 };
static struct {
    const char *name;
    native_fn fn;
} natives[MOST];
static int count;

static void add(const char *name, native_fn fn)
{
    if (strncmp(name, "test_", 5) == 0 && count < MOST) {
        natives[count].name = name;
        natives[count++].fn = fn;
    }
}

/* A native adds itself before main. */
#undef C_NATIVE
#define C_NATIVE(name) C_NATIVE_THAT_ADDS_ITSELF(name)
#define C_NATIVE_THAT_ADDS_ITSELF(name)                                                \
    static err_t name(int nargs, PObject *self, PObject **args, PObject **res);        \
    __attribute__((constructor)) static void add_##name(void)                          \
    {                                                                                  \
        add(#name, name);                                                              \
    }                                                                                  \
    static err_t name(int nargs, PObject *self, PObject **args, PObject **res)

#include "arguments.c"
#include "calls.c"
#include "drivers.c"
#include "errors.c"
#include "hashes.c"
#include "natives.c"
#include "objects.c"
#include "sequences.c"
#include "values.c"

int main(void)
{
    static _Alignas(16) char heap[16 << 20];
    vm_config_t config = {.heap = heap, .heap_size = sizeof heap};
    bool good = vm_start(&config);
    for (int i = 0; good && i < count; i++) {
        PObject *res = MAKE_NONE();
        err_t err = natives[i].fn(0, NULL, NULL, &res);
        good = err == ERR_OK;
        printf("%s %d - %s\n", good ? "ok" : "not ok", i + 1, natives[i].name);
    }
    printf("1..%d\n", count);
    return !good || count == 0;
}
