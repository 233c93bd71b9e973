/* SPDX-License-Identifier: MIT */
/*
 * natives.h -- the native modules of a program on the host: shared objects made by
 * `zvm-native build`.
 */
#ifndef CLI_NATIVES_H
#define CLI_NATIVES_H

#include "compiler.h"

struct zn_module;

/* What mk/stdlib.mk links into this program, NULL at the end. */
extern const struct zn_module *const zvm_stdlib[];

/* Where each module of the program lies, as the compiler found it. Kept until the
 * process ends. */
void natives_set_needs(const compile_need_t *needs, int n);
/* For images compiled earlier: build/host/NAME/NAME.so is looked for below these
 * folders. */
void natives_set_folders(const char *const *folders, int n);
/* vm_config_t.find_module: loads NAME.so, or gives the standard library's; NULL and a sentence in *why when that cannot
 * be. */
const struct zn_module *natives_find(const char *name, const char **why);

#endif
