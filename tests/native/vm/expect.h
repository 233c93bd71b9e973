/* SPDX-License-Identifier: MIT */
/*
 * expect.h -- natives that test the C interface from inside: C_NATIVE(test_name) { … EXPECT(…); … return ERR_OK; }
 *
 * Each file beside this is a driver as a user writes it: run.py builds it and calls every test_… from Python.
 * tests/unit/capi_test.c has most of them as a program.
 */
#ifndef EXPECT_H
#define EXPECT_H

#include "zerynth.h"

#define EXPECT(condition)                                                                                             \
    do {                                                                                                              \
        if (!(condition)) {                                                                                           \
            return vm_raise(ERR_RUNTIME_EXC, "%s:%d: not so: %s", __FILE__, __LINE__, #condition);                    \
        }                                                                                                             \
    } while (0)

/* A str against text, byte by byte. */
#define EXPECT_TEXT(object, text)                                                                                     \
    EXPECT(PTYPE(object) == PSTRING && PSEQUENCE_ELEMENTS(object) == strlen(text) &&                                  \
           strncmp((const char *)PSEQUENCE_BYTES(object), text, strlen(text)) == 0)

#endif
