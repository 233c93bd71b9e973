/* SPDX-License-Identifier: MIT */
/* printing.c -- what a driver prints while it is developed. */
#define ZN_CLASSIC
#define ZERYNTH_PRINTF
#define ZERYNTH_DEBUG
#define ZERYNTH_DEBUG_LEVEL 2
#define VM_DEBUG
#include "expect.h"

#include "zerynth_debug.h"

C_NATIVE(show)
{
    C_NATIVE_UNWARN();
    vbl_printf_stdout("%s|%i|%d|%u|%x|%X|%c|%%\n", "text", -1, 2, 3000000000u, 0xBEEF, 0xBEEF, 'c');
    vbl_printf_stdout("%I|%D|%U|%lld|%llx\n", INT64_C(-5000000000), INT64_C(1) << 40, UINT64_MAX, INT64_C(-1), INT64_C(255));
    vbl_printf_stdout((uint8_t *)"%5d|%-5d|%05d|%.3f|%g|%*d|%.2s|%10.4f|\n", 42, 42, 42, 2.0 / 3, 0.5, 4, 7, "abc", 3.14159);
    vbl_printf_stdout("%p|%s|%ld|%lu|%zu|%hd\n", (void *)0x1234, (char *)NULL, -1L, 1UL, sizeof(int), 5);
    return ERR_OK;
}

C_NATIVE(loggers)
{
    C_NATIVE_UNWARN();
    char small[16];
    int n = platform_snprintf(small, sizeof small, "%d-%s", 4, "x");
    printf("printf %d %s\n", n, small);
    debug("debug %d\n", 1);
    info("info\n");
    warning("warning\n");
    error("error\n");
    ZDEBUG("a %d", 1);
    ZERROR("b");
    ERROR("c");
    DEBUG0("0");
    DEBUG1("1");
    DEBUG2("2");
    DEBUG3("3");
    return ERR_OK;
}

C_NATIVE(last_resort)
{
    C_NATIVE_UNWARN();
    vbl_printf_noos("%d %s\n", 1, "noos");
    return ERR_OK;
}
