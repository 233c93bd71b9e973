/* SPDX-License-Identifier: MIT */
/* tool.h -- running one of binutils, for the files of this part. */
#ifndef LINK_TOOL_H
#define LINK_TOOL_H

#include "proc.h"

void tool_add_all(arena_t *a, proc_args_t *args, const char *const *words, int n);
/* Runs one tool that writes `output`; what it prints is shown only when it fails. False:
 * reported. */
bool tool_run(arena_t *a, const char *const *argv, const char *output);
/* The finished output under its name. False: reported. */
bool tool_rename(const char *temporary, const char *path);

#endif
