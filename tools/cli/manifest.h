/* SPDX-License-Identifier: MIT */
/*
 * manifest.h -- package.json: the object `zvm`, and what of it a build takes.
 */
#ifndef CLI_MANIFEST_H
#define CLI_MANIFEST_H

#include "build.h"

typedef struct manifest {
    const char *const *sources; /* relative to where the command runs */
    int nsources;
} manifest_t;

/*
 * Reads DIR/package.json into `out`, and into options that the command line left open.
 * Without the file `out` is empty. False: reported [manifest].
 */
bool manifest_read(arena_t *a, const char *dir, build_options_t *o, manifest_t *out);

#endif
