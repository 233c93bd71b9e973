/* SPDX-License-Identifier: MIT */
/*
 * snprintf.h -- printf into memory without a C library: `#csrc/misc/snprintf.c`.
 *
 * All of C99 but %n and wide characters: flags `- + space # 0`, width and precision,
 * also
 * `*`; hh h l ll z t j; d i u o x X c s p f F e E g G %. Floats are exact: every digit
 * is the one that the value has, rounded to even. 400 bytes of stack for them. Context:
 * any.
 */
#ifndef ZVM_SNPRINTF_H
#define ZVM_SNPRINTF_H

#include <stdarg.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* At most `size` bytes, the NUL included. Returns the length that all would have had.
 */
int zvsnprintf(char *out, size_t size, const char *fmt, va_list args);
int zsnprintf(char *out, size_t size, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* The same into memory that is large enough: only for text whose length is known. */
int zvsprintf(char *out, const char *fmt, va_list args);
int zsprintf(char *out, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* A VM exports snprintf and vsnprintf; these it does not. */
#ifndef SNPRINTF_ONLY_Z
#undef sprintf
#undef vsprintf
#define sprintf zsprintf
#define vsprintf zvsprintf
#endif

#ifdef __cplusplus
}
#endif

#endif
