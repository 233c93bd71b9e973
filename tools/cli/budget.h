/* SPDX-License-Identifier: MIT */
/*
 * budget.h -- `zvm.budget` of package.json: how much flash and RAM what is built may
 * take.
 *
 *   "budget": {"flash": "96k", "microbit": {"flash": 65536, "ram": "4k"}}
 *
 * A module's limits are those of what a build of it makes, a firmware's those of the
 * whole of it. What a board has of its own counts instead of what all have.
 */
#ifndef CLI_BUDGET_H
#define CLI_BUDGET_H

#include "json.h"
#include <stdint.h>

typedef struct budget_limit {
    const char *board; /* NULL: all */
    const char *key;   /* "zvm.budget.microbit.flash" */
    bool ram;          /* else flash */
    uint64_t bytes;
} budget_limit_t;

typedef struct budget {
    const char *file; /* the manifest */
    budget_limit_t *items;
    int len, cap;
} budget_t;

typedef struct budget_taken {
    const char *what, *board; /* "mydriver", "host" */
    uint64_t flash, ram;
    const char *hint; /* the command that says more */
} budget_taken_t;

/* `zvm` is the manifest's object. False: reported [manifest]. */
bool budget_read(arena_t *a, const char *path, const cJSON *zvm, budget_t *out);

/* Is it within the limits? False: reported [budget], once for flash and once for RAM.
 */
bool budget_check(const budget_t *b, const budget_taken_t *taken);

#endif
