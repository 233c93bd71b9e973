/* SPDX-License-Identifier: MIT */
/*
 * cmd_build.c -- `zvm-native build`.
 */
#include "build.h"
#include "diag.h"
#include "manifest.h"
#include "path.h"

#include <string.h>

static bool check_languages(arena_t *a, const char *const *sources, int n)
{
    for (int i = 0; i < n; i++) {
        if (strcmp(path_ext(sources[i]), ".py") == 0) {
            diag_error(NULL, DIAG_usage,
                       arena_printf(a, "'zvm-native run %s' runs it", sources[i]),
                       "'%s' is Python; built are drivers in C", sources[i]);
            return false;
        }
    }
    return true;
}

/* The manifest of the first source's folder counts, so that building from elsewhere
 * gives the same. */
static int run(arena_t *a, void *options, const opt_list_t *arguments)
{
    build_options_t *o = options;
    const char *const *sources = arguments->items;
    int nsources = arguments->len;
    const char *dir = nsources ? path_dir(a, sources[0]) : ".";
    manifest_t manifest;
    build_result_t result;
    if (!manifest_read(a, dir, o, &manifest)) {
        return EXIT_INPUT;
    }
    if (!nsources) {
        sources = manifest.sources;
        nsources = manifest.nsources;
    }
    if (!nsources) {
        diag_error(NULL, DIAG_usage, "zvm-native build mydriver.c",
                   "nothing to build: no source given, and no package.json with "
                   "'zvm.sources' here");
        return EXIT_USAGE;
    }
    if (!check_languages(a, sources, nsources)) {
        return EXIT_USAGE;
    }
    if (!build_module(a, o, dir, sources, nsources, &result)) {
        return EXIT_INPUT;
    }
    build_report(stdout, o, sources, nsources, &result);
    return EXIT_GOOD;
}

const cli_command_t cmd_build = {
    .opts =
        {.name = "zvm-native build",
         .arguments = "[FILE.c...]",
         .summary = "make a Python module from annotated C",
         .details =
             "The sources become one module, called as C_NATIVE_MODULE says or like "
             "the first source.\nWithout sources, those of 'zvm.sources' in "
             "package.json. Everything that is made goes to\nbuild/BOARD/NAME/ "
             "beside the first source, and may be deleted at any time.",
         .rows = build_rows,
         .common = cli_common_rows,
         .least = 0,
         .most = -1},
    .options_size = sizeof(build_options_t),
    .run = run,
};
