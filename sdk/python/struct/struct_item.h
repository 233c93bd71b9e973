/* SPDX-License-Identifier: MIT */
/*
 * struct_item.h -- formats of struct: their items, and where and how each lies in
 * bytes.
 */
#ifndef STRUCT_ITEM_H
#define STRUCT_ITEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
    KIND_PAD,
    KIND_CHAR,
    KIND_BYTES, /* s and p: one value of `count` bytes */
    KIND_BOOL,
    KIND_INT,
    KIND_UINT,
    KIND_POINTER,
    KIND_FLOAT,
} kind_t;

/* `count` values of one code, one behind the other. */
typedef struct item {
    char code;
    uint8_t kind, size;
    bool little, native;
    size_t offset; /* of the first */
    size_t count;
} item_t;

typedef struct format {
    const char *next, *end;
    bool little, native;
    size_t offset; /* behind what was read */
} format_t;

/* Reads the mark of byte order, if there is one. */
void format_open(format_t *format, const char *text, size_t length);
/* The next item. False: the end, and *wrong is NULL, or the format is wrong as *wrong
 * says. */
bool format_next(format_t *format, item_t *item, const char **wrong);

/* How many Python values the item stands for. */
int64_t item_values(const item_t *item);

/* The bytes of one value, as a number; not of KIND_BYTES. */
uint64_t item_load(const item_t *item, const uint8_t *from);
void item_store(const item_t *item, uint8_t *to, uint64_t bits);

/* A float in the item's size. False: it is too large. */
bool item_float_bits(const item_t *item, double value, uint64_t *bits);
double item_float(const item_t *item, uint64_t bits);

#endif
