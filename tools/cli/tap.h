/* SPDX-License-Identifier: MIT */
/*
 * tap.h -- results of tests: read from what programs print, told as TAP, JSON and JUnit.
 */
#ifndef CLI_TAP_H
#define CLI_TAP_H

#include "arena.h"
#include <stdbool.h>
#include <stdio.h>

typedef enum tap_state { TAP_PASSED, TAP_FAILED, TAP_SKIPPED } tap_state_t;

typedef struct tap_result {
    const char *board, *file, *name;
    tap_state_t state;
    const char *detail; /* what was printed before its line, "" when nothing; or the
                           reason of a skip */
} tap_result_t;

typedef struct tap_log {
    arena_t *arena;
    tap_result_t *items;
    int len, cap;
    int passed, failed, skipped;
    bool json; /* told as data */
    bool quiet;
} tap_log_t;

/* Adds one and prints it. */
void tap_add(tap_log_t *log, tap_result_t result);
/*
 * Adds all of a program's output. Lines that are no TAP belong to the test behind them.
 * A program that prints none is one test, good when its status is 0.
 */
void tap_add_output(tap_log_t *log, const char *board, const char *file,
                    const char *text, int status);
/* The plan and the sums. */
void tap_end(const tap_log_t *log);
/* A JUnit file. False: reported. */
bool tap_write_junit(const tap_log_t *log, const char *path);

#endif
