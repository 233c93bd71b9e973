/* SPDX-License-Identifier: MIT */
/* stdnoreturn.h -- for zvm-gen. */
#ifndef ZN_STDNORETURN_H
#define ZN_STDNORETURN_H
#define noreturn _Noreturn
#endif
