/* SPDX-License-Identifier: MIT */
/*
 * link.h -- objects of a driver to a module: checks that name the fault before ld does,
 * then binutils. The part's one public header.
 */
#ifndef LINK_LINK_H
#define LINK_LINK_H

#include "arena.h"
#include "objfile.h"
#include <stdbool.h>
#include <stddef.h>

typedef struct link_object {
    const char *path;   /* the object file */
    const char *source; /* for messages: the C file it comes from */
} link_object_t;

typedef struct link_job {
    const char *name; /* of the module; its table is zvm_mod_NAME */
    const link_object_t *objects;
    int nobjects;
    const char *zno; /* outputs: the relocatable module and the host's shared object */
    const char *so;
    const char *compiler;       /* knows where its own library of arithmetic is */
    const char *const *cflags;  /* that select the machine */
    const char *const *ldflags; /* the same for ld */
    int ncflags, nldflags;
    /*
     * Sources of the seeds' system: what they take of the C library and a chip does not
     * have is a warning (with `strict` an error); malloc and its kin are the VM's; what
     * they define wins over the VM's.
     */
    bool classic, strict;
    bool sanitize; /* keeps what is unused where that can be linked */
} link_job_t;

/*
 * Checks, then writes both outputs, each complete or not at all. False: reported
 * ([elf], [link-undefined], [link-refused], [link-duplicate], [link]). `sizes` are
 * those of the module.
 */
bool link_module(arena_t *a, const link_job_t *job, objfile_sizes_t *sizes);

/* A row of sdk/include/exports.def. */
typedef struct link_export {
    int number;
    const char *name, *since;
    const char *prototype; /* NULL: of the C library */
} link_export_t;

extern const link_export_t link_exports[];
extern const int link_nexports;

/* The row of that name, or NULL. */
const link_export_t *link_find_export(const char *name);

#endif
