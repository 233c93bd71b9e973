/* SPDX-License-Identifier: MIT */
/* stddef.h -- for zvm-gen. No guard around all: C libraries ask for single types with __need_…. */
#ifndef ZN_STDDEF_TYPES
#define ZN_STDDEF_TYPES
typedef __SIZE_TYPE__ size_t;
typedef __PTRDIFF_TYPE__ ptrdiff_t;
#ifndef __cplusplus
typedef __WCHAR_TYPE__ wchar_t;
#endif
#endif

#if defined(__need_wint_t) && !defined(ZN_WINT_T)
#define ZN_WINT_T
typedef __WINT_TYPE__ wint_t;
#endif

#undef NULL
#ifdef __cplusplus
#define NULL __null
#else
#define NULL ((void *)0)
#endif

#if !defined(__need_size_t) && !defined(__need_NULL) && !defined(__need_wchar_t) && !defined(__need_ptrdiff_t) &&      \
    !defined(__need_wint_t)
#define offsetof(type, member) __builtin_offsetof(type, member)
#if __STDC_VERSION__ >= 201112L && !defined(ZN_MAX_ALIGN_T)
#define ZN_MAX_ALIGN_T
typedef struct {
    long long integer __attribute__((__aligned__(__alignof__(long long))));
    long double real __attribute__((__aligned__(__alignof__(long double))));
} max_align_t;
#endif
#endif

#undef __need_size_t
#undef __need_NULL
#undef __need_wchar_t
#undef __need_ptrdiff_t
#undef __need_wint_t
