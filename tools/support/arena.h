/* SPDX-License-Identifier: MIT */
/*
 * arena.h -- memory that lives until its arena is freed.
 *
 * The tools allocate in arenas and never free piecemeal. Out of memory ends the process
 * with a message: a tool on a laptop has nothing better to do.
 */
#ifndef SUPPORT_ARENA_H
#define SUPPORT_ARENA_H

#include <stdarg.h>
#include <stddef.h>

typedef struct arena arena_t;

arena_t *arena_new(void);
void arena_free(arena_t *a);

/* `size` zeroed bytes, aligned for any type. Never NULL. */
void *arena_alloc(arena_t *a, size_t size);

/* A copy of `len` bytes of `s` with a NUL behind it. */
char *arena_strndup(arena_t *a, const char *s, size_t len);
char *arena_strdup(arena_t *a, const char *s);
char *arena_printf(arena_t *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(arena_t *a, const char *fmt, va_list ap);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_alloc((a), sizeof(type) * (size_t)(n)))

/*
 * A growable array in an arena: `T *items; int len, cap;` anywhere in a struct.
 * ARENA_PUSH(a, &list, value) appends; old storage stays in the arena.
 */
#define ARENA_PUSH(a, list, value)                                                     \
    do {                                                                               \
        if ((list)->len == (list)->cap) {                                              \
            (list)->items =                                                            \
                arena_grow((a), (list)->items, sizeof *(list)->items, &(list)->cap);   \
        }                                                                              \
        (list)->items[(list)->len++] = (value);                                        \
    } while (0)
void *arena_grow(arena_t *a, const void *items, size_t item_size, int *cap);

#endif
