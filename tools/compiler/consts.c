/* SPDX-License-Identifier: MIT */
/*
 * consts.c -- the pool of constants.
 */
#include "consts.h"
#include <string.h>

void consts_init(consts_t *c, arena_t *a)
{
    memset(c, 0, sizeof *c);
    c->arena = a;
    map_init(&c->index, a);
}

/* The constant whose kind and `len` bytes of content are given: an old one, or `fresh`
 * as a new one. */
static int pooled(consts_t *c, const void *content, size_t len, const constant_t *fresh)
{
    char small[64];
    char *key = len < sizeof small ? small : arena_alloc(c->arena, len + 1);
    key[0] = (char)('A' + fresh->kind);
    if (len) {
        memcpy(key + 1, content, len);
    }
    void **slot = map_slot(&c->index, key, len + 1, NULL);
    if (!*slot) {
        ARENA_PUSH(c->arena, &c->all, *fresh);
        c->all.items[c->all.len - 1].row = -1;
        *slot = (void *)(intptr_t)c->all.len;
    }
    return (int)(intptr_t)*slot - 1;
}

int consts_simple(consts_t *c, const_kind_t kind)
{
    return pooled(c, NULL, 0, &(constant_t){.kind = kind});
}

int consts_int(consts_t *c, int64_t value)
{
    return pooled(c, &value, sizeof value,
                  &(constant_t){.kind = CONST_INT, .integer = value});
}

int consts_float(consts_t *c, double value)
{
    return pooled(c, &value, sizeof value,
                  &(constant_t){.kind = CONST_FLOAT, .real = value});
}

static int pooled_text(consts_t *c, const_kind_t kind, const char *data, size_t len)
{
    constant_t fresh = {.kind = kind, .len = (uint32_t)len};
    fresh.data = arena_strndup(c->arena, data, len);
    return pooled(c, data, len, &fresh);
}

int consts_str(consts_t *c, const char *data, size_t len)
{
    return pooled_text(c, CONST_STR, data, len);
}

int consts_bytes(consts_t *c, const char *data, size_t len)
{
    return pooled_text(c, CONST_BYTES, data, len);
}

int consts_tuple(consts_t *c, const int *items, int n)
{
    int *copy = ARENA_ARRAY(c->arena, int, n + 1);
    if (n) {
        memcpy(copy, items, sizeof *items * (size_t)n);
    }
    constant_t fresh = {.kind = CONST_TUPLE, .len = (uint32_t)n, .items = copy};
    return pooled(c, items, sizeof *items * (size_t)n, &fresh);
}

int consts_exception(consts_t *c, int number)
{
    return pooled(c, &number, sizeof number,
                  &(constant_t){.kind = CONST_EXCEPTION, .integer = number});
}

int consts_function(consts_t *c, int code)
{
    return pooled(c, &code, sizeof code,
                  &(constant_t){.kind = CONST_FUNCTION, .integer = code});
}

/* ---- integers of any length ---- */

static int digit_value(char d)
{
    return d <= '9' ? d - '0' : (d | 0x20) - 'a' + 10;
}

/* limbs = limbs * base + digit; returns the new number of limbs. */
static int push_digit(uint32_t *limbs, int n, int base, int digit)
{
    uint64_t carry = (uint64_t)digit;
    for (int i = 0; i < n; i++) {
        carry += (uint64_t)limbs[i] * (unsigned)base;
        limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry) {
        limbs[n++] = (uint32_t)carry;
    }
    return n;
}

int consts_digits(consts_t *c, const char *digits, int base, bool negative)
{
    uint32_t *limbs = ARENA_ARRAY(c->arena, uint32_t, strlen(digits) / 8 + 2);
    int n = 0;
    for (; *digits; digits++) {
        n = push_digit(limbs, n, base, digit_value(*digits));
    }
    uint64_t low = (n > 0 ? limbs[0] : 0) | (uint64_t)(n > 1 ? limbs[1] : 0) << 32;
    if (n <= 2 && low <= (uint64_t)INT64_MAX + negative) {
        return consts_int(c, negative ? (int64_t)-low : (int64_t)low);
    }
    uint32_t *key = ARENA_ARRAY(c->arena, uint32_t, n + 1);
    key[0] = negative;
    memcpy(key + 1, limbs, sizeof *limbs * (size_t)n);
    constant_t fresh = {
        .kind = CONST_BIGINT, .len = (uint32_t)n, .negative = negative, .limbs = limbs};
    return pooled(c, key, sizeof *key * (size_t)(n + 1), &fresh);
}

/* ---- access ---- */

const constant_t *consts_get(const consts_t *c, int constant)
{
    return &c->all.items[constant];
}

int consts_row(consts_t *c, int constant)
{
    constant_t *k = &c->all.items[constant];
    if (k->row < 0) {
        ARENA_PUSH(c->arena, &c->rows, constant);
        k->row = c->rows.len - 1;
    }
    return k->row;
}
