/* SPDX-License-Identifier: MIT */
/* sim_world.h -- what unit tests of the simulated board begin with. */
#ifndef TESTS_SIM_WORLD_H
#define TESTS_SIM_WORLD_H

#include "sim.h"
#include <stdio.h>

/* The first call makes the board that `scene` (NULL: made already) wires, starts the
 * kernel in virtual time and returns true. */
static inline bool sim_world_start(const char *scene)
{
    static bool started;
    if (started) {
        return false;
    }
    started = true;
    if (scene && !sim_scene(scene)) {
        printf("# %s\n", sim_error());
    }
    vosInit(NULL);
    vos_set_virtual_time(50);
    vhalInit(NULL);
    return true;
}

#endif
