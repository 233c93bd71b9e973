/* SPDX-License-Identifier: MIT */
/*
 * float_digits.h -- between binary and decimal, exactly: the C library does it
 * (float_libc.c), or we do where its printf is too large (float_libc_none.c).
 */
#ifndef CORE_FLOAT_DIGITS_H
#define CORE_FLOAT_DIGITS_H

/* Decimal digits d1 d2 … dn of 0.d1…dn · 10^point. */
typedef struct {
    char digit[20];
    int n, point;
} decimal_t;

/* A finite value > 0 to n digits (1 … 17), rounded to even in exact halves. */
void float_digits(double value, int n, decimal_t *d);

/* The nearest double of `[digits][.digits][e[±]digits]`, with no sign. */
double float_read(const char *text);

#endif
