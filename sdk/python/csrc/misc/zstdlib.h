/* SPDX-License-Identifier: MIT */
/*
 * zstdlib.h -- string functions that need no C library: `#csrc/misc/zstdlib.c`.
 *
 * Each does what the function of C without the z does; those of the last part are in no
 * standard. Characters are ASCII, whatever a locale says. Context: any, but zstrdup.
 */
#ifndef ZVM_ZSTDLIB_H
#define ZVM_ZSTDLIB_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- comparing and searching ---- */

size_t zstrlen(const char *s);
size_t zstrnlen(const char *s, size_t max);
int zstrcmp(const char *a, const char *b);
int zstrncmp(const char *a, const char *b, size_t n);
int zstrcasecmp(const char *a, const char *b);
int zstrncasecmp(const char *a, const char *b, size_t n);
char *zstrchr(const char *s, int c);
char *zstrrchr(const char *s, int c);
char *zstrstr(const char *s, const char *wanted);
char *zstrpbrk(const char *s, const char *set);
size_t zstrspn(const char *s, const char *set);
size_t zstrcspn(const char *s, const char *set);
void *zmemmem(const void *s, size_t n, const void *wanted, size_t m);

/* ---- copying and cutting ---- */

char *zstrcpy(char *to, const char *from);
char *zstrncpy(char *to, const char *from, size_t n);
char *zstrcat(char *to, const char *from);
char *zstrncat(char *to, const char *from, size_t n);
/* Never more than `size` bytes, the NUL included; return the length that was wanted. */
size_t zstrlcpy(char *to, const char *from, size_t size);
size_t zstrlcat(char *to, const char *from, size_t size);
char *zstrtok_r(char *s, const char *set, char **rest);
char *zstrtok(char *s, const char *set);
/* On the VM's heap: gc_free it. NULL: no memory. Context: thread. */
char *zstrdup(const char *s);

/* ---- numbers ---- */

int zatoi(const char *s);
long zatol(const char *s);
long long zatoll(const char *s);
long zstrtol(const char *s, char **end, int base);
unsigned long zstrtoul(const char *s, char **end, int base);
long long zstrtoll(const char *s, char **end, int base);
unsigned long long zstrtoull(const char *s, char **end, int base);
double zatof(const char *s);
int zabs(int x);

/* ---- characters ---- */

int zisdigit(int c);
int zisxdigit(int c);
int zisalpha(int c);
int zisalnum(int c);
int zisspace(int c);
int zisupper(int c);
int zislower(int c);
int zisprint(int c);
int ztoupper(int c);
int ztolower(int c);

/* ---- in no standard ---- */

/* `value` in base 2 … 36 with small letters; returns `s`, which must have room: 34
 * bytes, for the long ones 66. Only base 10 has a sign. */
char *zitoa(int value, char *s, int base);
char *zutoa(unsigned value, char *s, int base);
char *zltoa(long value, char *s, int base);
char *zultoa(unsigned long value, char *s, int base);
/* In place; return `s`. */
char *zstrrev(char *s);
char *zstrupr(char *s);
char *zstrlwr(char *s);

/* Under the names of older C libraries, for who wants them so. */
#ifndef ZSTDLIB_ONLY_Z
#ifndef itoa
#define itoa(value, s, base) zitoa(value, s, base)
#endif
#ifndef utoa
#define utoa(value, s, base) zutoa(value, s, base)
#endif
#ifndef ltoa
#define ltoa(value, s, base) zltoa(value, s, base)
#endif
#ifndef ultoa
#define ultoa(value, s, base) zultoa(value, s, base)
#endif
#ifndef strrev
#define strrev(s) zstrrev(s)
#endif
#ifndef strupr
#define strupr(s) zstrupr(s)
#endif
#ifndef strlwr
#define strlwr(s) zstrlwr(s)
#endif
#ifndef strlcpy
#define strlcpy(to, from, size) zstrlcpy(to, from, size)
#endif
#ifndef strlcat
#define strlcat(to, from, size) zstrlcat(to, from, size)
#endif
#endif

#ifdef __cplusplus
}
#endif

#endif
