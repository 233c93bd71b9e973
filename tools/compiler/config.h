/* SPDX-License-Identifier: MIT */
/*
 * config.h -- the names that `#-if` tests and C sees as defines: -D options, TARGET,
 * __cdefine() and the yml files beside the modules. One set for the whole program: what
 * a module brings holds for all that are read after it.
 */
#ifndef COMPILER_CONFIG_H
#define COMPILER_CONFIG_H

#include "program.h"

typedef enum config_kind {
    CONFIG_NONE, /* null: as if it were not there */
    CONFIG_NUMBER,
    CONFIG_TEXT,
} config_kind_t;

typedef struct config {
    config_kind_t kind;
    double number;
    const char *text; /* as C gets it */
    bool fixed;       /* by an option: no file changes it */
} config_t;

/* What a word means: a number, a truth value, null or, else and when quoted, text. */
config_t config_parse(program_t *p, const char *text, bool quoted);
/* NULL: there is no such name. */
const config_t *config_get(program_t *p, const char *name);
void config_set(program_t *p, const char *name, config_t value);

/* Reads project.yml beside the main file, NAME.yml beside any other module. False has
 * been reported. */
bool config_of_module(program_t *p, const module_t *m);
/* Every name with a value as "NAME=VALUE", those of cconf.json included. False has been
 * reported. */
bool config_defines(program_t *p, const char *const **out, int *n);

/*
 * preproc.c: the text without what `#-if` leaves out; such lines become comments, so
 * that lines and columns stay. The same text when there is nothing to do. NULL:
 * reported.
 */
const char *preproc(program_t *p, const char *file, const char *text, size_t len);

#endif
