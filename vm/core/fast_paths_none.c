/* SPDX-License-Identifier: MIT */
/* fast_paths_none.c -- in place of exec.c: the same loop, whose operators share their
 * code instead of having a fast path each. */
#define EXEC_OPS "exec_ops_small.h"
#include "exec.c"
