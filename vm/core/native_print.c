/* SPDX-License-Identifier: MIT */
/* native_print.c -- printf to the console, for drivers. Linked only when one uses it.
 */
#include "vminterface.h"
#include "console.h"
#include "gc.h"
#include <stdio.h>

void vbl_printf_stdout(const char *fmt, ...)
{
    char small[128], *text = small;
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(small, sizeof small, fmt, ap);
    va_end(ap);
    if (n >= (int)sizeof small && (text = gc_malloc((uint32_t)n + 1)) != NULL) {
        va_start(ap, fmt);
        vsnprintf(text, (size_t)n + 1, fmt, ap);
        va_end(ap);
    }
    if (n > 0) {
        console_write(text ? text : small, text ? (size_t)n : sizeof small - 1);
    }
    if (text != small) {
        gc_free(text);
    }
}
