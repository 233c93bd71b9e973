/* SPDX-License-Identifier: MIT */
/*
 * reach.h -- what of a linked program is there only for the sake of something else: the
 * linker's own walk over relocations, done again without a part.
 */
#ifndef LINK_REACH_H
#define LINK_REACH_H

#include "mapfile.h"

typedef struct reach reach_t;

/* `elf` was linked with that map. NULL: its object files are no longer there; nothing
 * is reported. */
reach_t *reach_open(arena_t *a, const mapfile_t *map, const char *elf);

/*
 * Which inputs of the map would the linker drop if those were not there that `without`
 * says (one bool for each input)? Those themselves are not told. `lost` has room for
 * one bool for each.
 */
void reach_without(const reach_t *r, const bool *without, bool *lost);

#endif
