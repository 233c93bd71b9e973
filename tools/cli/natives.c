/* SPDX-License-Identifier: MIT */
/*
 * natives.c -- native modules: the standard library's are linked in, drivers' are shared
 * objects.
 */
#define _GNU_SOURCE /* dl_iterate_phdr */
#include "natives.h"
#include "vosal.h"
#include "zn_glue.h"
#include <dlfcn.h>
#include <errno.h>
#include <link.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const compile_need_t *needs;
static int nneeds;
static const char *const *folders;
static int nfolders;
static char reason[4096 + 256]; /* of the last failure */

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
        if (needs[i].folder && strcmp(needs[i].name, name) == 0) {
            snprintf(path, room, "%s/%s.so", needs[i].folder, name);
            return path;
        }
    }
    for (int i = 0; i < nfolders; i++) {
        const char *const forms[] = {"%s/%s.so", "%s/build/host/%s/%s.so"};
        for (int k = 0; k < 2; k++) {
            snprintf(path, room, forms[k], folders[i], name, name);
            if (access(path, R_OK) == 0) {
                return path;
            }
        }
    }
    return NULL;
}

static const struct zn_module *find_linked(const char *name)
{
    for (int i = 0; zvm_stdlib[i]; i++) {
        if (strcmp(zvm_stdlib[i]->name, name) == 0) {
            return zvm_stdlib[i];
        }
    }
    return NULL;
}

/* Is the address in a segment of this object? Then its code may be preempted anywhere,
 * as the VM's own. */
static int add_text_of(struct dl_phdr_info *object, size_t size, void *address)
{
    bool ours = false;
    (void)size;
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *p = &object->dlpi_phdr[i];
        const char *start = (const char *)object->dlpi_addr + p->p_vaddr;
        ours |= p->p_type == PT_LOAD && (char *)address >= start &&
                (char *)address < start + p->p_memsz;
    }
    for (int i = 0; ours && i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *p = &object->dlpi_phdr[i];
        const char *start = (const char *)object->dlpi_addr + p->p_vaddr;
        if (p->p_type == PT_LOAD && p->p_flags & PF_X) {
            vos_port_add_text(start, start + p->p_memsz);
        }
    }
    return ours;
}

const struct zn_module *natives_find(const char *name, const char **why)
{
    char path[4096], symbol[256];
    *why = reason;
    if (!find_file(name, path, sizeof path)) {
        const struct zn_module *linked = find_linked(name);
        if (linked) {
            return linked;
        }
        snprintf(reason, sizeof reason, "run 'zvm-native build %s.c'", name);
        return NULL;
    }
    if (access(path, R_OK) != 0) {
        snprintf(reason, sizeof reason, "%s: %s; run 'zvm-native build'", path,
                 strerror(errno));
        return NULL;
    }
    /* now: a missing function is told here, not in the middle of a call */
    void *object = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!object) {
        snprintf(reason, sizeof reason, "%s", dlerror());
        return NULL;
    }
    snprintf(symbol, sizeof symbol, "zvm_mod_%s", name);
    void *table = dlsym(object, symbol);
    if (!table) {
        snprintf(reason, sizeof reason, "it has no table '%s'", symbol);
        return NULL;
    }
    dl_iterate_phdr(add_text_of, table);
    return table;
}
