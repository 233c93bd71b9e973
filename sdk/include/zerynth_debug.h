/* SPDX-License-Identifier: MIT */
/*
 * zerynth_debug.h -- log lines while developing a driver: nothing is compiled unless the source is built with ZERYNTH_DEBUG.
 *
 * Each line begins with file and line of the source. DEBUG1 … DEBUG3 say more and more: they print up to
 * ZERYNTH_DEBUG_LEVEL, which is 3 unless defined. Formats are those of vbl_printf_stdout; the line's end is added.
 */
#ifndef ZVM_ZERYNTH_DEBUG_H
#define ZVM_ZERYNTH_DEBUG_H

#include "vminterface.h"

#ifdef ZERYNTH_DEBUG

#ifndef ZERYNTH_DEBUG_LEVEL
#define ZERYNTH_DEBUG_LEVEL 3
#endif

#define ZDEBUG_LINE(word, level, ...)                                                                                 \
    do {                                                                                                              \
        if ((level) <= ZERYNTH_DEBUG_LEVEL) {                                                                         \
            vbl_printf_stdout("%s %s:%d ", word, __FILE__, __LINE__);                                                 \
            vbl_printf_stdout(__VA_ARGS__);                                                                           \
            vbl_printf_stdout("\n");                                                                                  \
        }                                                                                                             \
    } while (0)

#else
#define ZDEBUG_LINE(word, level, ...) ((void)0)
#endif

#define ZDEBUG(...) ZDEBUG_LINE("debug", 0, __VA_ARGS__)
#define ZERROR(...) ZDEBUG_LINE("error", 0, __VA_ARGS__)
#define ERROR(...) ZDEBUG_LINE("error", 0, __VA_ARGS__)
#define DEBUG0(...) ZDEBUG_LINE("debug", 0, __VA_ARGS__)
#define DEBUG1(...) ZDEBUG_LINE("debug", 1, __VA_ARGS__)
#define DEBUG2(...) ZDEBUG_LINE("debug", 2, __VA_ARGS__)
#define DEBUG3(...) ZDEBUG_LINE("debug", 3, __VA_ARGS__)

#endif
