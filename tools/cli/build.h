/* SPDX-License-Identifier: MIT */
/*
 * build.h -- one driver from its C sources to build/BOARD/NAME/NAME.so.
 */
#ifndef CLI_BUILD_H
#define CLI_BUILD_H

#include "cli.h"
#include "objfile.h"
#include <stdint.h>
#include <stdio.h>

typedef struct build_options {
    cli_common_t common;
    const char *board, *glue, *launcher, *name;
    opt_list_t defines, includes, allowed;
    int jobs; /* 0: as many as the machine has processors */
    bool strict, force;
} build_options_t;

/* The rows of the options above, without the common ones. */
extern const opt_row_t build_rows[];

typedef struct build_result {
    const char *name;   /* of the module */
    const char *folder; /* where everything was put */
    const char *so;
    bool fresh; /* there was nothing to do */
    objfile_sizes_t sizes;
} build_result_t;

/* `root`: the folder under which build/ is made. False: reported. */
bool build_module(arena_t *a, const build_options_t *o, const char *root,
                  const char *const *sources, int nsources, build_result_t *out);

/* Says what went in and what came out, as text or JSON. */
void build_report(FILE *to, const build_options_t *o, const char *const *sources,
                  int nsources, const build_result_t *r);

/* The module's name: C_NATIVE_MODULE(name) in the first source, else the source's.
 * NULL: reported. */
const char *build_module_name(arena_t *a, const char *source);

#endif
