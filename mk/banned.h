/* SPDX-License-Identifier: MIT */
/*
 * banned.h -- force-included into every source of ours: functions that nobody may call, and what to use instead.
 *
 * A declaration with the `error` attribute meets the system's own without conflict, and a call is a compile error.
 */
#ifndef ZVM_BANNED_H
#define ZVM_BANNED_H

#define BANNED(instead) __attribute__((error(instead)))

char *strcpy(char *to, const char *from) BANNED("use memcpy, or a strbuf");
char *strcat(char *to, const char *from) BANNED("use a strbuf");
char *strtok(char *text, const char *separators) BANNED("use strcspn, or strtok_r");
int sprintf(char *to, const char *format, ...) BANNED("use snprintf, or a strbuf");
int rand(void) BANNED("its quality differs from system to system");

#ifdef ZVM_TARGET /* vm/: memory comes from the heap, output goes to the console */
void *malloc(__SIZE_TYPE__ size) BANNED("use gc_malloc");
void *calloc(__SIZE_TYPE__ n, __SIZE_TYPE__ size) BANNED("use gc_malloc");
void *realloc(void *memory, __SIZE_TYPE__ size) BANNED("use gc_malloc");
int printf(const char *format, ...) BANNED("use the console");
int puts(const char *text) BANNED("use the console");
#endif

#undef BANNED
#endif
