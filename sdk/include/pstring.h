/* SPDX-License-Identifier: MIT */
/*
 * pstring.h -- making str, bytes and shorts. NULL when memory is out. Context: thread.
 *
 * `len` elements are copied from buf; with buf NULL the data is zero and the caller
 * fills it in before Python sees the object (PSEQUENCE_BYTES, PSEQUENCE_SHORTS).
 */
#ifndef ZVM_PSTRING_H
#define ZVM_PSTRING_H

#include "pobject.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Bytes that are not UTF-8 are kept; Python sees each as one code point. */
ZN_NEW(PString) pstring_new(uint32_t len, const uint8_t *buf);
ZN_NEW(PBytes) pbytes_new(uint32_t len, const uint8_t *buf);
ZN_NEW(PBytes) pshorts_new(uint32_t len, const uint16_t *buf);

#ifdef __cplusplus
}
#endif

#endif
