/* SPDX-License-Identifier: MIT */
/*
 * build.h -- C sources to a native module, build/BOARD/NAME/NAME.so, for a chip NAME.zno.
 *
 * There are two kinds of module. A driver is annotated C: zvm-gen writes its Python side.
 * A program's module holds all C that the decorators of its Python name.
 */
#ifndef CLI_BUILD_H
#define CLI_BUILD_H

#include "budget.h"
#include "classic.h"
#include "cli.h"
#include "objfile.h"
#include <stdint.h>
#include <stdio.h>

typedef struct build_options {
    cli_common_t common;
    const char *board, *glue, *launcher, *name;
    const char *link; /* of a program for a chip: "firmware" or "direct" */
    opt_list_t defines, includes, allowed;
    int jobs; /* 0: as many as the machine has processors */
    bool strict, force;
    /* for `test` */
    bool sanitize;     /* into build/BOARD/san/NAME/ */
    opt_list_t search; /* further folders of Python modules; the first has package.json */
    budget_t budget;   /* the manifest's limits */
    const char *sim;   /* the manifest's scene, for `run`; NULL: none */
} build_options_t;

/* The rows of the options above, without the common ones and the last three, for a
 * struct that begins with `build`. */
#define BUILD_ROWS                                                                     \
    {"board", 'b', OPT_TEXT, "NAME", "what to build for (default: host)",              \
     offsetof(build_options_t, board)},                                                \
        {"glue", 0, OPT_CHOICE, "format|inline",                                       \
         "smallest or fastest glue (default: format)",                                 \
         offsetof(build_options_t, glue)},                                             \
        {"link", 0, OPT_CHOICE, "firmware|direct",                                      \
         "chips: a program with its VM in one (default), or beside the board's VM",     \
         offsetof(build_options_t, link)},                                              \
        {"name", 0, OPT_TEXT, "NAME", "name of the Python module",                     \
         offsetof(build_options_t, name)},                                             \
        {"define", 'D', OPT_LIST, "NAME[=VALUE]",                                      \
         "define a macro for all sources, and a name for #-if in Python",              \
         offsetof(build_options_t, defines)},                                          \
        {"include", 'I', OPT_LIST, "DIR", "look for headers there",                    \
         offsetof(build_options_t, includes)},                                         \
        {"strict", 0, OPT_FLAG, NULL, "warnings about classic natives are errors",     \
         offsetof(build_options_t, strict)},                                           \
        {"allow", 0, OPT_LIST, "SLUG", "do not report this lint, as native-result",    \
         offsetof(build_options_t, allowed)},                                          \
        {"force", 'f', OPT_FLAG, NULL, "build although nothing has changed",           \
         offsetof(build_options_t, force)},                                            \
        {"jobs", 'j', OPT_COUNT, "N",                                                  \
         "compilers at a time (default: one a processor)",                             \
         offsetof(build_options_t, jobs)},                                             \
    {                                                                                  \
        "launcher", 0, OPT_TEXT, "PROGRAM",                                            \
            "put in front of every compile: ccache, distcc",                           \
            offsetof(build_options_t, launcher)                                        \
    }

typedef struct build_result {
    const char *name;   /* of the module */
    const char *folder; /* where everything was put */
    const char *output; /* what a program is run or linked with */
    const char *beside; /* for a board's VM that is there already: NAME.zmod; NULL: none */
    bool fresh;     /* there was nothing to do */
    bool generated; /* it has a Python side, a stub and a reference page */
    const char *const *sources;
    int nsources;
    objfile_sizes_t sizes;
} build_result_t;

/* A driver. `root`: the folder under which build/ is made. False: reported. */
bool build_module(arena_t *a, const build_options_t *o, const char *root,
                  const char *const *sources, int nsources, build_result_t *out);

/* A program's module `name`. False: reported. */
bool build_classic(arena_t *a, const build_options_t *o, const char *root,
                   const char *name, const classic_t *c, build_result_t *out);

/* Says what went in and what came out, as text or JSON. */
void build_report(FILE *to, const build_options_t *o, const build_result_t *r);

/* The driver's name: C_NATIVE_MODULE(name) in the first source, else the source's.
 * NULL: reported. */
const char *build_module_name(arena_t *a, const char *source);

#endif
