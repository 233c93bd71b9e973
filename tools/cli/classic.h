/* SPDX-License-Identifier: MIT */
/*
 * classic.h -- what the decorators of a Python program say about C, resolved to files.
 *
 *     @native_c("symbol", ["csrc/a.c", "#csrc/misc/zstdlib.c", "a.rvo", "cbuild.json"],
 *               ["VHAL_SPI", "LIMIT=3"], ["-I.../csrc/inc"])
 *
 * Each C file is compiled once, however many natives name it, with the defines of all.
 */
#ifndef CLI_CLASSIC_H
#define CLI_CLASSIC_H

#include "compiler.h"
#include "opts.h"

typedef struct classic_source {
    const char *path;
    opt_list_t flags; /* "-Ifolder" and what else the decorators that name it ask for */
    bool library;     /* of the SDK, not the user's */
} classic_source_t;

typedef struct classic {
    struct {
        classic_source_t *items;
        int len, cap;
    } sources;
    opt_list_t objects; /* linked as they are */
    opt_list_t defines; /* "NAME" or "NAME=VALUE", each once, for every source */
    opt_list_t flags;   /* those of all sources: for files that no decorator names */
    struct {
        const compile_native_t **items;
        int len, cap;
    } natives; /* that must be defined in the sources; each symbol once */
} classic_t;

/*
 * Takes from `n` the natives that are not the library's and for which `own` does not
 * say that another module's build has them. False: reported [native-source].
 */
bool classic_resolve(arena_t *a, const compile_options_t *o, const compile_natives_t *n,
                     bool (*own)(const void *context, const compile_native_t *native),
                     const void *context, classic_t *out);

#endif
