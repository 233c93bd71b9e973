/* SPDX-License-Identifier: MIT */
/* begin.c -- from a chip's first stack to main: memory, constructors, the end. */
#include "chipport.h"
#include "firmware.h"
#include <picotls.h>
#include <string.h>

/* Made by the linker script: .data and where its first values are, .bss. */
extern char __data_start[], __data_end[], __data_source[];
extern char __bss_start[], __bss_end[];
/* The C library's errno is thread-local, and all threads share one. */
extern char __tls_base[];
/* What runs before main: constructors of C++ and of C. */
typedef void (*constructor_t)(void);
extern const constructor_t __init_array_start[], __init_array_end[];

int main(void);

void firmware_begin(void)
{
    memcpy(__data_start, __data_source, (size_t)(__data_end - __data_start));
    memset(__bss_start, 0, (size_t)(__bss_end - __bss_start));
    _set_tls(__tls_base);
    chip_begin();
    for (const constructor_t *fn = __init_array_start; fn < __init_array_end; fn++) {
        (*fn)();
    }
    chip_end(main());
}
