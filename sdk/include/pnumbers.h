/* SPDX-License-Identifier: MIT */
/*
 * pnumbers.h -- making integers and floats. NULL when memory is out. Context: thread.
 */
#ifndef ZVM_PNUMBERS_H
#define ZVM_PNUMBERS_H

#include "pobject.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A PINTEGER on the heap, also for a value that a small integer could hold. */
ZN_NEW(PInteger) pinteger_new(INT_TYPE value);
/* The same; above 2^63 − 1 the bits are taken as they are. */
ZN_NEW(PInteger) pinteger_new_u(UINT_TYPE value);
ZN_NEW(PFloat) pfloat_new(FLOAT_TYPE value);

#ifdef __cplusplus
}
#endif

#endif
