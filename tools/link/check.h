/* SPDX-License-Identifier: MIT */
/*
 * check.h -- what is wrong with a module's objects, found by reading them.
 */
#ifndef LINK_CHECK_H
#define LINK_CHECK_H

#include "link.h"

/* False: every fault has been reported. */
bool check_objects(arena_t *a, const link_job_t *job);

#endif
