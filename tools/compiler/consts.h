/* SPDX-License-Identifier: MIT */
/*
 * consts.h -- the constants of the whole program; equal ones are one.
 *
 * Equal means same type and same bits: 1, 1.0 and True are three constants, 0.0 and
 * -0.0 two. A constant is an index; one that bytecode names gets a row of the image's
 * table besides, which is what consts_row() returns.
 */
#ifndef COMPILER_CONSTS_H
#define COMPILER_CONSTS_H

#include "map.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum const_kind {
    CONST_NONE,
    CONST_FALSE,
    CONST_TRUE,
    CONST_ELLIPSIS,
    CONST_NOT_IMPLEMENTED,
    CONST_INT,
    CONST_BIGINT, /* beyond int64 */
    CONST_FLOAT,
    CONST_STR, /* UTF-8 */
    CONST_BYTES,
    CONST_TUPLE,
    CONST_EXCEPTION, /* a name of the exception tree */
    CONST_FUNCTION,  /* without defaults and cells */
} const_kind_t;

typedef struct constant {
    const_kind_t kind;
    int row;         /* in the image's table, or -1 */
    int64_t integer; /* CONST_INT; number of an exception; row of a function's code */
    double real;
    const char *data; /* CONST_STR, CONST_BYTES */
    uint32_t len;     /* bytes, limbs or items */
    bool negative;    /* CONST_BIGINT */
    const uint32_t *limbs;
    const int *items;
    uint32_t offset; /* in the image, once placed */
} constant_t;

typedef struct consts {
    arena_t *arena;
    map_t index; /* key of a constant → index + 1 */
    struct {
        constant_t *items;
        int len, cap;
    } all;
    struct {
        int *items; /* constants by row */
        int len, cap;
    } rows;
} consts_t;

void consts_init(consts_t *c, arena_t *a);
int consts_simple(consts_t *c, const_kind_t kind); /* None … NotImplemented */
int consts_int(consts_t *c, int64_t value);
/* Digits of base 2, 8, 10 or 16, without prefix and underscores; of any length. */
int consts_digits(consts_t *c, const char *digits, int base, bool negative);
int consts_float(consts_t *c, double value);
int consts_str(consts_t *c, const char *data, size_t len);
int consts_bytes(consts_t *c, const char *data, size_t len);
int consts_tuple(consts_t *c, const int *items, int n);
int consts_exception(consts_t *c, int number);
int consts_function(consts_t *c, int code);

const constant_t *consts_get(const consts_t *c, int constant);
/* Its row in the image's table, made when needed. */
int consts_row(consts_t *c, int constant);

#endif
