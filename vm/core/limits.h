/* SPDX-License-Identifier: MIT */
/*
 * limits.h -- the sizes that a board may set, with CORE_DEFINES in its board.mk, and
 * what they are where it says nothing: a computer's. Sizes only; what a board can do
 * without, it lists in WITHOUT (module.mk).
 */
#ifndef CORE_LIMITS_H
#define CORE_LIMITS_H

/* Entries of the attribute cache, a power of two; 12 bytes each with 4-byte values. */
#ifndef ATTR_CACHE_SIZE
#define ATTR_CACHE_SIZE 512
#endif

/* Bytes of output that wait for a line's end. */
#ifndef CONSOLE_BUFFER
#define CONSOLE_BUFFER 1024
#endif

/* Objects whose children wait to be marked, 8 bytes each with 4-byte values. When more
 * do, the collector goes over the heap again. */
#ifndef MARK_STACK
#define MARK_STACK (sizeof(void *) == 8 ? 512 : 48)
#endif

/* One-character strings that are kept to be shared, a power of two of at most 128. */
#ifndef SHARED_CHARS
#define SHARED_CHARS 128
#endif

/* Bytes of a Python stack when nobody says how many. */
#ifndef PYTHON_STACK
#define PYTHON_STACK (sizeof(void *) == 8 ? 1u << 20 : 2048u)
#endif

/* Bytes of a thread's C stack when nobody says how many. */
#ifndef C_STACK
#define C_STACK (sizeof(void *) == 8 ? 256u << 10 : 4096u)
#endif

/* Bytes of C stack that must be left where a loop begins inside a loop (a user's __eq__
 * in a look-up), and where a recursive helper goes deeper (repr): with less there is
 * RecursionError. What comes until the next check takes at most some 900. */
#ifndef C_STACK_RESERVE
#define C_STACK_RESERVE (sizeof(void *) == 8 ? 16384 : 1536)
#endif
#ifndef STACK_RESERVE
#define STACK_RESERVE (sizeof(void *) == 8 ? 8192 : 1024)
#endif

/* Most frames that a traceback keeps, 8 bytes each; a longer way loses its middle. */
#ifndef TRACE_MAX
#define TRACE_MAX (sizeof(void *) == 8 ? 32 : 8)
#endif

#endif
