/* SPDX-License-Identifier: MIT */
/* iso646.h -- for zvm-gen. */
#if !defined(ZN_ISO646_H) && !defined(__cplusplus)
#define ZN_ISO646_H
#define and &&
#define and_eq &=
#define bitand &
#define bitor |
#define compl ~
#define not !
#define not_eq !=
#define or ||
#define or_eq |=
#define xor ^
#define xor_eq ^=
#endif
