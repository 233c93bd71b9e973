/* SPDX-License-Identifier: MIT */
/*
 * zn_fuzz.h -- what the fuzz harness that zvm-gen writes asks of a VM on the host (tests/fuzz/zn_fuzz.c has it).
 *
 *   clang -fsanitize=fuzzer,address NAME_fuzz.c NAME_glue.c NAME.c zn_fuzz.c …
 */
#ifndef ZVM_ZN_FUZZ_H
#define ZVM_ZN_FUZZ_H

#include "zn_glue.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Starts a VM with a small heap in this process; from the second call on forgets what the last input left. */
void zn_fuzz_start(void);
/* The input is used up: runs what is due (deallocs). */
void zn_fuzz_end(void);
/* A str, bytes, bytearray, shorts or shortarray of these bytes (shorts: pairs of them); NULL when memory is out. */
PObject *zn_fuzz_sequence(uint8_t type, const uint8_t *data, size_t len);
/* An instance of the class with its struct all zero, as a constructor finds it; NULL when memory is out. */
PObject *zn_fuzz_instance(const zn_class_t *cls);

#ifdef __cplusplus
}
#endif

#endif
