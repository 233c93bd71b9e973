/* SPDX-License-Identifier: MIT */
/*
 * natives.c -- loads shared objects of drivers.
 */
#include "natives.h"

#include "zn_glue.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const compile_need_t *needs;
static int nneeds;
static const char *const *folders;
static int nfolders;
static char reason[512]; /* of the last failure */

void natives_set_needs(const compile_need_t *list, int n)
{
    needs = list;
    nneeds = n;
}

void natives_set_folders(const char *const *list, int n)
{

    folders = list;
    nfolders = n;
}

static const char *find_file(const char *name, char *path, size_t room)
{
    for (int i = 0; i < nneeds; i++) {
        if (strcmp(needs[i].name, name) == 0) {
            snprintf(path, room, "%s/%s.so", needs[i].folder, name);
            return path;
        }
    }
    for (int i = 0; i < nfolders; i++) {
        snprintf(path, room, "%s/build/host/%s/%s.so", folders[i], name, name);
        if (access(path, R_OK) == 0) {
            return path;
        }
    }
    return NULL;
}

static const zn_module_t *check(const zn_module_t *m, const char *name)
{
    if (!m) {
        snprintf(reason, sizeof reason, "it has no table 'zvm_mod_%s'", name);
        return NULL;
    }
    if (m->abi_major != ZN_ABI_MAJOR || m->abi_minor > ZN_ABI_MINOR) {
        snprintf(reason, sizeof reason,
                 "module wants ABI %d.%d, this VM offers %d.%d; run 'zvm-native build'",
                 m->abi_major, m->abi_minor, ZN_ABI_MAJOR, ZN_ABI_MINOR);
        return NULL;
    }
    return m;
}

const struct zn_module *natives_find(const char *name, const char **why)
{
    char path[4096], symbol[256];
    *why = reason;
    if (!find_file(name, path, sizeof path)) {
        snprintf(reason, sizeof reason, "run 'zvm-native build %s.c'", name);
        return NULL;
    }
    /* now: a missing function is told here, not in the middle of a call */
    void *object = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!object) {
        snprintf(reason, sizeof reason, "%s", dlerror());
        return NULL;
    }
    snprintf(symbol, sizeof symbol, "zvm_mod_%s", name);
    return check(dlsym(object, symbol), name);
}
